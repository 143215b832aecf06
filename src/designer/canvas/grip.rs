//! The grip at the end of the selected block: dragged, it changes how many of the twelve
//! columns the block spans. The page shows it at once; the document hears of it when the hand
//! lets go, as one intention.

use std::cell::RefCell;
use std::rc::Rc;

use palier_contract::ids::NodeId;
use palier_dnd::geometry::{Point, Segment};
use palier_dnd::resize::{COLUMNS, SpanHandle};
use palier_dnd::zone::Direction;
use palier_edit::Intention;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::Element;

use super::frame::length;
use super::overlay::at;
use super::span::{columns_at, edit, fraction, limits, say, set};
use super::{Canvas, Frame, SHEET};
use crate::designer::breakpoint;
use crate::designer::view::Mode;
use crate::dom::{self, Dom, El};
use crate::i18n::keys;
use crate::reactive::RwSignal;

#[wasm_bindgen(module = "/src/designer/canvas/span.js")]
extern "C" {
    #[wasm_bindgen(js_name = columns)]
    fn grid(cell: &Element) -> Vec<f64>;
    fn bleeds(cell: &Element) -> bool;
    fn follow(grip: &Element, tell: &JsValue);
}

#[wasm_bindgen(module = "/src/designer/drag/hands.js")]
extern "C" {
    #[wasm_bindgen(js_name = runsLeft)]
    fn runs_left(element: &Element) -> bool;
}

/// A width that is being changed.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stretch {
    id: NodeId,
    breakpoint: &'static str,
    handle: SpanHandle,
    was: u8,
    now: u8,
    /// The twelve columns, on the page.
    guides: Frame,
    /// The room between two of them, on the page.
    gutter: f64,
}

/// The grip, and what it does, of one canvas.
#[derive(Clone)]
pub(super) struct Grip {
    canvas: Canvas,
    stretch: RwSignal<Option<Stretch>>,
    held: Rc<RefCell<Option<Stretch>>>,
}

impl Grip {
    pub(super) fn new(canvas: &Canvas) -> Self {
        Self {
            canvas: canvas.clone(),
            stretch: RwSignal::new(None),
            held: Rc::default(),
        }
    }

    /// The grip of the selected block; none where its width is not to be changed.
    pub(super) fn draw(&self) -> impl Fn() -> Option<El> + 'static {
        let (grip, asked) = (self.clone(), self.clone());
        let session = self.canvas.session;
        let on = dom::memo(move || {
            session.version.track();
            session.moved.track();
            let id = session.selection.with(|ids| ids.first().cloned())?;
            if session.view.mode.get() != Mode::Edit {
                return None;
            }
            // The page may run the other way than the desk.
            let direction = match runs_left(&asked.at(&id)?) {
                true => "rtl",
                false => "ltr",
            };
            Some((id, direction))
        });
        move || on.get().map(|(id, direction)| grip.of(id, direction))
    }

    fn of(&self, id: NodeId, direction: &str) -> El {
        let i18n = self.canvas.session.i18n;
        let (grip, shown) = (self.clone(), self.stretch);
        let tell: Box<dyn Fn(String, f64) -> bool> =
            Box::new(move |what, x| grip.told(&id, &what, x));
        SHEET
            .el("div", "span-grip")
            // Keys, the menu and the panel do the same, and are named.
            .attr("aria-hidden", "true")
            .attr("data-span-grip", "")
            .attr("data-grip", "interactive")
            .attr("data-near", "")
            .attr("dir", direction)
            .attr("title", &i18n.t(keys::DESIGNER_SPAN_GRIP))
            .flag_of("data-held", move || shown.get().is_some())
            .slot(move || {
                let columns = shown.get()?.now;
                let label = SHEET.el("span", "span-label");
                Some(label.attr("data-span", "").text(&fraction(columns)))
            })
            .node(move |grip| follow(&grip, Closure::wrap(tell).into_js_value().as_ref()))
    }

    /// The columns, while a width is being changed.
    pub(super) fn guides(&self) -> impl Fn() -> Option<El> + 'static {
        let stretch = self.stretch;
        move || {
            let Stretch { guides, gutter, .. } = stretch.get()?;
            let columns = (0..COLUMNS).map(|_| SHEET.el("span", "guide").into());
            let drawn = SHEET.el("div", "guides");
            let drawn = at(drawn, guides).attr("style:column-gap", &length(gutter));
            Some(drawn.child(columns.collect::<Vec<Dom>>()))
        }
    }

    /// The cell of a block whose width may be changed.
    fn at(&self, id: &NodeId) -> Option<Element> {
        let session = self.canvas.session;
        let cell = self.canvas.element(id).filter(|cell| !bleeds(cell))?;
        let op = set(id, breakpoint::of_width(session, id), None);
        let may = session.editor(|editor| editor.would(&[op]).is_ok());
        may.then_some(cell)
    }

    fn told(&self, id: &NodeId, what: &str, x: f64) -> bool {
        match what {
            "begin" => self.begin(id).is_some(),
            "move" => {
                self.go(x);
                true
            }
            "end" => {
                self.end();
                true
            }
            _ => {
                self.give_up();
                true
            }
        }
    }

    fn begin(&self, id: &NodeId) -> Option<()> {
        let session = self.canvas.session;
        let cell = self.canvas.element(id)?;
        let page = self.canvas.origin()?;
        let &[left, top, width, height, gutter, rtl, start] = grid(&cell).as_slice() else {
            return None;
        };
        let corner = Segment {
            from: Point::new(left, top),
            to: Point::new(left + width, top + height),
        };
        let breakpoint = breakpoint::of_width(session, id);
        let was = columns_at(session, id, breakpoint);
        let stretch = Stretch {
            id: id.clone(),
            breakpoint,
            handle: SpanHandle {
                start,
                grid_width: width,
                gutter,
                direction: match rtl > 0.0 {
                    true => Direction::Rtl,
                    false => Direction::Ltr,
                },
                limits: limits(session, id, breakpoint),
            },
            was,
            now: was,
            guides: page.frame(&corner),
            gutter: gutter / page.scale,
        };
        self.hold(Some(stretch));
        Some(())
    }

    fn hold(&self, stretch: Option<Stretch>) {
        self.held.borrow_mut().clone_from(&stretch);
        self.stretch.set(stretch);
    }

    fn go(&self, x: f64) {
        let Some(mut stretch) = self.held.borrow().clone() else {
            return;
        };
        let now = stretch.handle.span_at(x);
        if now != stretch.now {
            stretch.now = now;
            self.show(&stretch.id, Some((stretch.breakpoint, now)));
            self.hold(Some(stretch));
        }
    }

    /// Shows a block as wide as it would be; without a width, as wide as the document has it.
    fn show(&self, id: &NodeId, width: Option<(&str, u8)>) {
        let node = self.canvas.session.read(|tree, _| {
            let mut node = tree.node(id)?.node.clone();
            if let Some((breakpoint, columns)) = width {
                node.span.insert(breakpoint.to_owned(), columns);
            }
            Some(node)
        });
        if let Some(node) = node {
            self.canvas.show_span(&node);
        }
        let moved = self.canvas.session.moved;
        moved.update(|times| *times = times.wrapping_add(1));
    }

    fn end(&self) {
        let Some(stretch) = self.held.borrow_mut().take() else {
            return;
        };
        self.stretch.set(None);
        if stretch.now == stretch.was {
            return;
        }
        let session = self.canvas.session;
        let ops = edit(session, &stretch.id, stretch.breakpoint, Some(stretch.now));
        match session.perform(Intention::new("width"), ops) {
            Ok(()) => say(session, &stretch.id),
            Err(_) => self.show(&stretch.id, None),
        }
    }

    fn give_up(&self) {
        let Some(stretch) = self.held.borrow_mut().take() else {
            return;
        };
        self.stretch.set(None);
        self.show(&stretch.id, None);
        let session = self.canvas.session;
        session.say(session.i18n.t(keys::DESIGNER_SAID_CANCELLED));
    }
}
