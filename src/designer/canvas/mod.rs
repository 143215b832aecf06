//! The portal itself, live, in a tree of its own so that neither side's styles reach the other.
//!
//! What is drawn is what the portal draws. The designer's own things (frames, handles, lines) lie
//! over it, so that editing moves nothing on the page.

mod cell;
mod empty;
mod frame;
mod grip;
mod hover;
mod keyboard;
mod look;
mod overlay;
mod placeholder;
mod places;
pub(super) mod span;
mod stand;
mod tools;
mod tree;
pub(super) mod zoom;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use palier_contract::document::Node;
use palier_contract::ids::NodeId;
use palier_edit::{Changes, SlotRef, Tree};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::{Element, Event, ShadowRoot};

use super::drag::Drag;
use super::session::Session;
use super::view::Mode;
use crate::blocks::registry;
use crate::dom::{self, Dom, El, el};
use crate::i18n::keys;
use crate::portal::layout::{self, Place};
use crate::portal::member_block;
use crate::reactive::{Owner, untrack};
use crate::style::{self, Root, Sheet, sheets};
use crate::theme;
pub(super) use frame::{Frame, Origin};
pub(super) use stand::Slot;
pub(super) use tools::{named, rove};
use tree::Cells;

const SHEET: &Sheet = &sheets::CANVAS;

#[wasm_bindgen(module = "/src/designer/canvas/page.js")]
extern "C" {
    fn attach(host: &Element) -> ShadowRoot;
    #[wasm_bindgen(js_name = setTheme)]
    fn set_theme(root: &Element, properties: Vec<String>, scheme: &str);
    #[wasm_bindgen(js_name = setLanguage)]
    fn set_language(root: &Element, language: &str, direction: &str);
    #[wasm_bindgen(js_name = setMode)]
    fn set_mode(root: &Element, tried: bool);
    fn observe(page: &Element, moved: &JsValue);
    pub(super) fn reveal(element: &Element);
    #[wasm_bindgen(js_name = scrollToNew)]
    fn scroll_to_new(element: &Element);
    /// Scrolls to a block, unless it is seen.
    #[wasm_bindgen(js_name = scrollToBlock)]
    pub(super) fn scroll_to_block(id: &str);
}

/// The canvas of one session.
#[derive(Clone)]
pub(super) struct Canvas {
    session: Session,
    cells: Rc<RefCell<Option<Cells>>>,
    page: Rc<RefCell<Option<Element>>>,
    /// Whether the last edit put blocks somewhere, which are to be seen there.
    arrived: Rc<Cell<bool>>,
    /// What is drawn lives as long as this, not as long as whatever asked for it to be drawn.
    owner: Option<Owner>,
}

impl Canvas {
    pub(super) fn new(session: Session) -> Self {
        let canvas = Self {
            session,
            cells: Rc::default(),
            page: Rc::default(),
            arrived: Rc::default(),
            owner: Owner::current(),
        };
        let follower = canvas.clone();
        session.listen(move |tree, changes| follower.follow(tree, changes));
        canvas
    }

    /// Draws it; `desk` is what hands are followed on.
    pub(super) fn draw(&self, drag: &Drag) -> El {
        let sheet = SHEET;
        let session = self.session;
        let canvas = self.clone();
        let edited = self.clone();
        let pressed = self.clone();
        let turned = self.clone();
        super::inline::follow(self);
        sheet
            .el("section", "canvas")
            .attr("aria-label", &session.i18n.t(keys::DESIGNER_CANVAS))
            .child(
                sheet
                    .el("div", "view")
                    .attr("data-view", "")
                    .attr("data-grip", "body")
                    .on("click", move |event| {
                        turned.clicked(&event);
                        super::inline::keep_focus();
                    })
                    .on("dblclick", move |event| {
                        super::inline::at_pointer(&edited, &event);
                    })
                    .on("contextmenu", move |event| pressed.menu(&event))
                    .child(
                        zoom::page(sheet.el("div", "page"), session)
                            .attr("data-page", "")
                            .child(
                                sheet
                                    .el("div", "host")
                                    .flag_of("inert", move || session.view.mode.get() == Mode::Edit)
                                    .node(move |host| {
                                        canvas.mount_page(&host);
                                        zoom::shrink(&host);
                                    }),
                            )
                            .child(overlay::draw(self, drag))
                            .child(super::preview::edge(session)),
                    )
                    .node(move |view| zoom::follow(session, &view)),
            )
            .slot(places::bar(drag, session))
            .slot(look::trying(session))
    }

    /// Opens the menu of the block under the pointer, instead of the browser's own.
    fn menu(&self, event: &Event) {
        use wasm_bindgen::JsCast;
        if event.default_prevented() || self.session.view.mode.get_untracked() == Mode::Try {
            return;
        }
        let Some(mouse) = event.dyn_ref::<web_sys::MouseEvent>() else {
            return;
        };
        event.prevent_default();
        let (x, y) = (f64::from(mouse.client_x()), f64::from(mouse.client_y()));
        if let Some(id) = self.at(x, y)
            && !self.session.selection.get_untracked().contains(&id)
        {
            self.session.select(vec![id]);
        }
        super::menu::open(self.session, event);
    }

    /// Makes the tree of the page, and fills it.
    fn mount_page(&self, host: &Element) {
        let session = self.session;
        let shadow = attach(host);
        let blocks = registry::BLOCKS
            .iter()
            .flat_map(|spec| spec.sheets.iter().map(|sheet| sheet.css));
        let texts: Vec<_> = [sheets::TOKENS, sheets::HOST, sheets::PAGE_PORTAL]
            .into_iter()
            .chain(blocks)
            .chain([member_block::reserve(), sheets::PAGE_CANVAS])
            .collect();
        // A browser without constructable sheets is below the floor: the page is there, unstyled.
        drop(style::adopt(&Root::Shadow(&shadow), &texts));
        let Some(root) = shadow.first_element_child() else {
            return;
        };
        let canvas = self.clone();
        // The canvas is there for as long as the designer.
        std::mem::forget(dom::mount(root.clone(), move || {
            // The desk has the page's one `main`.
            el("div", "pg-main")
                .slot(heading(session))
                .child(layout::page(Vec::new()).node(move |slot| canvas.mount_blocks(&slot)))
        }));
        *self.page.borrow_mut() = Some(root.clone());
        let painter = self.clone();
        dom::watch(move || {
            session.view.scheme.track();
            session.read(|tree, _| painter.theme(tree));
        });
        let learner = self.clone();
        dom::watch(move || {
            // What it begins with is drawn already.
            if session.known.get() > 1 {
                session.read(|tree, _| learner.redraw(tree));
            }
        });
        let (tried, staged) = (root.clone(), self.clone());
        dom::watch(move || set_mode(&tried, session.view.mode.get() == Mode::Try));
        self.follow_selection();
        dom::watch(move || {
            session.view.stage.track();
            staged.redraw_stage();
        });
        let moved = Closure::<dyn FnMut()>::new(move || session.moved.update(|times| *times += 1));
        observe(&root, moved.as_ref());
        moved.forget();
    }

    /// Draws the blocks of the page for the first time.
    fn mount_blocks(&self, slot: &Element) {
        let Some(grid) = slot.first_element_child() else {
            return;
        };
        let mut cells = Cells::new(self.session, grid);
        self.session
            .read(|tree, rules| cells.all(tree, &rules.blocks));
        *self.cells.borrow_mut() = Some(cells);
    }

    /// Draws everything anew: blocks are known that were not.
    fn redraw(&self, tree: &Tree) {
        let all = Changes {
            all: true,
            ..Changes::default()
        };
        self.follow(tree, &all);
    }

    /// Draws what is out of date because another state, reader, language or time was chosen.
    fn redraw_stage(&self) {
        let stage = self.session.view.stage;
        if let Some(root) = &*self.page.borrow() {
            set_language(root, &stage.locale(), stage.direction());
        }
        let blocks = self.session.blocks();
        let draw = || {
            if let Some(cells) = self.cells.borrow_mut().as_mut() {
                self.session.read(|tree, _| cells.all(tree, &blocks));
            }
            self.session.moved.update(|times| *times += 1);
        };
        // What is drawn reads signals that are none of this drawing's.
        untrack(|| match &self.owner {
            Some(owner) => owner.with(draw),
            None => draw(),
        });
    }

    fn follow(&self, tree: &Tree, changes: &Changes) {
        if let Some(cells) = self.cells.borrow_mut().as_mut() {
            self.session
                .read(|_, rules| cells.follow(tree, changes, &rules.blocks));
        }
        if changes.theme || changes.all {
            self.theme(tree);
        }
        if !changes.slots.is_empty() {
            self.arrived.set(true);
        }
        self.session.moved.update(|times| *times += 1);
    }

    fn theme(&self, tree: &Tree) {
        if let Some(root) = &*self.page.borrow() {
            // What the sheet writes where there is nothing to be seen.
            let words = [
                ("--cv-write", keys::DESIGNER_WRITE_HERE),
                ("--cv-more", keys::DESIGNER_WRITE_MORE),
                ("--cv-broken", keys::DESIGNER_PICTURE_BROKEN),
            ];
            let properties = theme::properties(tree.theme())
                .into_iter()
                .flat_map(|(name, value)| [name.to_owned(), value])
                .chain(words.into_iter().flat_map(|(name, key)| {
                    [
                        name.to_owned(),
                        ["\"", &self.session.i18n.t(key), "\""].concat(),
                    ]
                }))
                .collect();
            let own = tree.theme().scheme.as_deref().unwrap_or("auto");
            let shown = self.session.view.scheme.get_untracked();
            let scheme = match shown {
                Some(scheme) => scheme.word(),
                None => own,
            };
            set_theme(root, properties, scheme);
        }
    }

    /// Shows a block as wide as `node` says, without a word to the document.
    fn show_span(&self, node: &Node) {
        if let Some(cell) = self.element(&node.id) {
            tree::set_attributes_of(&cell, node);
        }
    }

    /// What is drawn.
    pub(super) fn session(&self) -> Session {
        self.session
    }

    /// The cell of a block.
    pub(super) fn element(&self, id: &NodeId) -> Option<Element> {
        self.cells.borrow().as_ref()?.cell(id).cloned()
    }
}

/// The page's main heading, where no hero holds it.
fn heading(session: Session) -> impl Fn() -> Option<Dom> + 'static {
    // Edits of other blocks do not draw it anew: it stands above them all.
    let made_of = dom::memo(move || {
        session.version.track();
        session.read(|tree, _| {
            let root = tree.children(&SlotRef::page()).iter();
            let root = root.filter_map(|id| Some(&tree.node(id)?.node));
            let heroes: Vec<Node> = root.filter(|node| node.kind == "hero").cloned().collect();
            (heroes, tree.title().clone())
        })
    });
    move || {
        let stage = session.view.stage;
        stage.track();
        let (store, locale) = (stage.live().unwrap_or(session.store), stage.locale());
        let place = Place::page(store, &locale);
        made_of.with(|(heroes, title)| layout::lone_heading(heroes.iter(), title, place))
    }
}
