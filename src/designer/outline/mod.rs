//! The outline: the page as a tree, to find, select, move, name and hide blocks.
//!
//! It follows the ARIA tree pattern. The tree is one Tab stop and keeps the focus;
//! `aria-activedescendant` names the active row, so that rows may come and go while the user
//! scrolls.

mod acts;
mod keyboard;
mod line;
mod rows;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use palier_contract::document::Severity;
use palier_contract::ids::NodeId;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, Event};

use super::drag::Drag;
use super::palette;
use super::reasons;
use super::session::Session;
use crate::dom::{self, Dom, El, el, key_of};
use crate::i18n::keys;
use crate::reactive::RwSignal;
use crate::style::{Sheet, sheets};
use rows::Reader;
pub(super) use rows::Row;

const SHEET: &Sheet = &sheets::OUTLINE;
/// With more rows than this, only those in view are drawn.
const MANY: usize = 200;
/// Rows drawn beyond those in view, on both sides.
const MORE: usize = 12;

#[wasm_bindgen(module = "/src/designer/outline/outline.js")]
extern "C" {
    #[wasm_bindgen(js_name = rowHeight)]
    fn row_height() -> f64;
    fn act(event: &Event) -> String;
    fn corner(event: &Event) -> Vec<f64>;
    fn extent(tree: &Element) -> Vec<f64>;
    fn show(tree: &Element, top: f64, height: f64);
    fn edit(tree: &Element);
}

/// The outline of one session.
#[derive(Clone)]
struct Outline {
    session: Session,
    /// Blocks whose insides are not shown.
    closed: RwSignal<BTreeSet<NodeId>>,
    /// Goes up when the rows are other than they were.
    read: RwSignal<u32>,
    rows: Rc<RefCell<Vec<Row>>>,
    /// The first row in view, and how many are.
    seen: RwSignal<(usize, usize)>,
    renaming: RwSignal<Option<NodeId>>,
    tree: Rc<RefCell<Option<Element>>>,
    height: f64,
}

/// Draws it.
pub(super) fn draw(session: Session, drag: &Drag) -> El {
    let outline = Outline {
        session,
        closed: RwSignal::new(BTreeSet::new()),
        read: RwSignal::new(0),
        rows: Rc::default(),
        seen: RwSignal::new((0, 40)),
        renaming: RwSignal::new(None),
        tree: Rc::default(),
        height: row_height(),
    };
    outline.follow();
    drag.list(outline.rows.clone());
    let drag = drag.clone();
    el("div", "ds-panel-body")
        .child(reasons::note(session))
        .slot(move || {
            session.known.track();
            palette::strip(session, &drag)
        })
        .child(outline.draw())
}

impl Outline {
    /// Keeps the rows up to date, and what is selected in view.
    fn follow(&self) {
        let outline = self.clone();
        let view = self.session.view;
        let seen = dom::memo(move || view.seen());
        dom::watch(move || {
            outline.session.version.track();
            let breakpoint = seen.get();
            let problems = outline
                .session
                .problems
                .found
                .with(|found| rows::problems(found));
            let is_other = outline
                .closed
                .with(|closed| outline.fill(closed, &problems, breakpoint));
            if is_other {
                outline.read.update(|times| *times = times.wrapping_add(1));
            }
        });
        let outline = self.clone();
        dom::watch(move || {
            let selected = outline.session.selection.get();
            outline.open_around(&selected);
        });
        let outline = self.clone();
        dom::watch(move || {
            outline.read.track();
            let selected = outline.session.selection.get();
            let at = outline.index_of(selected.last());
            if let (Some(at), Some(tree)) = (at, outline.tree.borrow().as_ref()) {
                show(tree, at as f64 * outline.height, outline.height);
            }
        });
    }

    /// Reads the rows anew; says whether they are other than they were.
    fn fill(
        &self,
        closed: &BTreeSet<NodeId>,
        problems: &BTreeMap<NodeId, Severity>,
        breakpoint: &'static str,
    ) -> bool {
        let i18n = self.session.i18n;
        let rows = self.session.read(|tree, rules| {
            let reader = Reader {
                tree,
                rules,
                closed,
                problems,
                breakpoint,
                i18n,
            };
            reader.rows()
        });
        let is_other = *self.rows.borrow() != rows;
        *self.rows.borrow_mut() = rows;
        is_other
    }

    /// Opens everything around the selected blocks.
    fn open_around(&self, selected: &[NodeId]) {
        let around: Vec<NodeId> = self.session.read(|tree, _| {
            let outer = selected.iter().flat_map(|id| tree.ancestors(id));
            outer.cloned().collect()
        });
        let is_shut = self
            .closed
            .with(|closed| around.iter().any(|id| closed.contains(id)));
        if is_shut {
            self.closed
                .update(|closed| closed.retain(|id| !around.contains(id)));
        }
    }

    fn index_of(&self, id: Option<&NodeId>) -> Option<usize> {
        let id = id?;
        self.rows.borrow().iter().position(|row| row.id == *id)
    }

    fn draw(&self) -> El {
        let (keyed, clicked, typed, blurred, asked) = (
            self.clone(),
            self.clone(),
            self.clone(),
            self.clone(),
            self.clone(),
        );
        let (scrolled, drawn, held, active) =
            (self.clone(), self.clone(), self.clone(), self.clone());
        let (above, below) = (self.clone(), self.clone());
        let i18n = self.session.i18n;
        SHEET
            .el("div", "tree")
            .attr("role", "tree")
            .attr("tabindex", "0")
            .attr("data-outline", "")
            .attr("aria-multiselectable", "true")
            .attr("aria-label", &i18n.t(keys::DESIGNER_PANEL_OUTLINE))
            .attr_of("aria-activedescendant", move || {
                active.read.track();
                let selected = active.session.selection.get();
                active.index_of(selected.last()).map(row_id)
            })
            .on("keydown", move |event| keyed.key(&event))
            .on("click", move |event| clicked.click(&event))
            .on("dblclick", move |event| typed.begin(&event))
            .on("contextmenu", move |event| asked.menu(&event))
            .on("focusout", move |event| blurred.take(&event))
            .on("scroll", move |_| scrolled.scroll())
            .child(space(move || above.window().0 as f64 * above.height))
            .keyed(false, move || drawn.lines())
            .child(space(move || {
                let until = below.window().1;
                let rest = below.rows.borrow().len().saturating_sub(until);
                rest as f64 * below.height
            }))
            .node(move |tree| {
                *held.tree.borrow_mut() = Some(tree);
                held.scroll();
            })
    }

    /// The rows that are drawn: from, until.
    fn window(&self) -> (usize, usize) {
        self.read.track();
        let (first, count) = self.seen.get();
        let all = self.rows.borrow().len();
        if all <= MANY {
            return (0, all);
        }
        let from = first.saturating_sub(MORE).min(all);
        (from, first.saturating_add(count + MORE).min(all))
    }

    fn lines(&self) -> Vec<Dom> {
        let (from, until) = self.window();
        let selected = self.session.selection.get();
        let renaming = self.renaming.get();
        let rows = self.rows.borrow();
        if rows.is_empty() {
            let text = self.session.i18n.t(keys::DESIGNER_OUTLINE_EMPTY);
            return vec![
                el("p", "ds-empty")
                    .attr("data-key", "none")
                    .text(&text)
                    .into(),
            ];
        }
        let drawn = rows.iter().enumerate().take(until).skip(from);
        drawn
            .map(|(index, row)| {
                let is_named = renaming.as_ref() == Some(&row.id);
                let is_selected = selected.contains(&row.id);
                self.line(index, row, is_selected, is_named).into()
            })
            .collect()
    }

    fn scroll(&self) {
        let numbers = self.tree.borrow().as_ref().map(extent);
        if let Some(&[top, height]) = numbers.as_deref() {
            // By halves of what is drawn beyond, so that not every step draws.
            let step = MORE / 2;
            let first = (top / self.height) as usize / step * step;
            let seen = (first, (height / self.height) as usize + step + 1);
            if self.seen.get_untracked() != seen {
                self.seen.set(seen);
            }
        }
    }

    fn at(&self, event: &Event) -> Option<Row> {
        let index: usize = key_of(event)?.parse().ok()?;
        self.rows.borrow().get(index).cloned()
    }
}

fn row_id(index: usize) -> String {
    ["ds-row-", &index.to_string()].concat()
}

/// The room of rows that are not drawn.
fn space(height: impl Fn() -> f64 + 'static) -> El {
    el("div", "")
        .attr("role", "presentation")
        .attr_of("style:block-size", move || {
            Some(format!("{}px", height() as i64))
        })
}
