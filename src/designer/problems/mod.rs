//! What should be fixed before publishing: the document against the contract, the theme's
//! contrast, the page's weight.
//!
//! It is checked when the browser is idle after a change, never during a drag.

mod cost;
mod find;
mod known;
mod panel;
mod pictures;
mod words;

use std::cell::Cell;
use std::rc::Rc;

use palier_contract::document::Severity;
use palier_contract::ids::NodeId;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::extend;
use super::session::Session;
use super::view::Panel;
use crate::dom::{El, watch};
use crate::i18n::keys;
use crate::reactive::RwSignal;
use crate::style::{Sheet, sheets};
use crate::theme::Scheme;
pub(super) use cost::Cost;
use known::Programme;
pub(super) use panel::draw;
pub(super) use words::slot;

const SHEET: &Sheet = &sheets::PROBLEMS;

#[wasm_bindgen(module = "/src/designer/problems/problems.js")]
extern "C" {
    /// Calls `run` once the browser has nothing better to do; a later call replaces an earlier.
    fn idle(run: &JsValue);
}

/// One thing to mend.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Problem {
    pub(super) severity: Severity,
    /// Which block; `None` for the page and its theme.
    pub(super) node: Option<NodeId>,
    /// Where in the document, as a JSON pointer.
    pub(super) path: String,
    /// What is wrong, in the editor's language.
    pub(super) text: String,
    /// A colour that can be repaired: token and scheme.
    pub(super) fix: Option<(&'static str, Scheme)>,
    /// The check of the hosting page that found it, by name.
    pub(super) check: Option<String>,
}

/// All that was found last.
#[derive(Clone, Copy)]
pub(super) struct Problems {
    pub(super) found: RwSignal<Vec<Problem>>,
    pub(super) cost: RwSignal<Cost>,
    programme: RwSignal<Programme>,
    /// Goes up when they are to be looked for though nothing has changed.
    asked: RwSignal<u32>,
}

impl Problems {
    pub(super) fn new() -> Self {
        Self {
            found: RwSignal::new(Vec::new()),
            cost: RwSignal::new(Cost::default()),
            programme: RwSignal::new(Programme::default()),
            asked: RwSignal::new(0),
        }
    }

    /// Looks for them once more: there is another check.
    pub(super) fn again(self) {
        self.asked.update(|times| *times = times.wrapping_add(1));
    }

    fn show(self, found: Vec<Problem>) {
        if self.found.get_untracked() != found {
            self.found.set(found);
        }
    }

    /// How many errors, and how many warnings.
    pub(super) fn counts(self) -> (usize, usize) {
        let found = self.found.get();
        let errors = found
            .iter()
            .filter(|problem| problem.severity == Severity::Error);
        let errors = errors.count();
        (errors, found.len().saturating_sub(errors))
    }
}

/// Looks for problems now, and after every change.
pub(super) fn begin(session: Session) {
    let newest = Rc::new(Cell::new(0_u32));
    let look = Closure::<dyn FnMut()>::new(move || {
        let problems = session.problems;
        let programme = problems.programme.get_untracked();
        let cost = cost::of(session, &programme);
        let mut found = find::all(session, &programme);
        found.extend(cost.problems(session.i18n));
        // What the page's checks said holds until they have been asked again.
        found.extend(theirs(session));
        problems.show(found);
        if problems.cost.get_untracked() != cost {
            problems.cost.set(cost);
        }
        newest.set(newest.get().wrapping_add(1));
        ask(session, &newest);
    })
    // It is asked for as long as the designer is there.
    .into_js_value();
    let heard = look.clone();
    watch(move || {
        session.version.track();
        session.problems.programme.track();
        session.problems.asked.track();
        idle(&look);
    });
    pictures::hear(&heard);
    known::read(session, session.problems.programme);
}

/// What the page's checks said last, of blocks that are still there.
fn theirs(session: Session) -> Vec<Problem> {
    let mut found = session.problems.found.get_untracked();
    session.read(|tree, _| {
        let is_there = |one: &Problem| one.node.as_ref().is_none_or(|id| tree.node(id).is_some());
        found.retain(|one| one.check.is_some() && is_there(one));
    });
    found
}

/// Asks the page's checks; an answer that a newer question has overtaken says nothing.
fn ask(session: Session, newest: &Rc<Cell<u32>>) {
    if !extend::has_checks() {
        return;
    }
    let (newest, own) = (Rc::clone(newest), newest.get());
    wasm_bindgen_futures::spawn_local(extend::check(session, move |name, theirs| {
        if newest.get() != own {
            return;
        }
        let mut found = session.problems.found.get_untracked();
        let is_its = |one: &&Problem| one.check.as_deref() == Some(name);
        // As they were: rows stay as they are, with the focus in one of them.
        if found.iter().filter(is_its).eq(theirs.iter()) {
            return;
        }
        found.retain(|one| !is_its(&one));
        found.extend(theirs);
        session.problems.show(found);
    }));
}

/// What there is to mend in the document as it is at this moment.
pub(super) fn now(session: Session) -> Vec<Problem> {
    find::all(session, &session.problems.programme.get_untracked())
}

/// The number on the rail's button; none when there is nothing to mend.
pub(super) fn badge(session: Session) -> Option<El> {
    let (errors, warnings) = session.problems.counts();
    let all = i64::try_from(errors.saturating_add(warnings)).unwrap_or(i64::MAX);
    (all > 0).then(|| {
        SHEET
            .el("span", "badge")
            .attr("data-count", &all.to_string())
            .attr("data-tone", if errors > 0 { "bad" } else { "warn" })
            // Drawn by the sheet: the button's name says it in words.
            .attr(
                "data-shown",
                &match all {
                    100.. => [&session.i18n.number(99), "+"].concat(),
                    _ => session.i18n.number(all),
                },
            )
    })
}

/// What the rail's button is called: with the counts, as its badge is not read.
pub(super) fn label(session: Session) -> String {
    let i18n = session.i18n;
    let (errors, warnings) = session.problems.counts();
    let count = |key, n: usize| i18n.count(key, i64::try_from(n).unwrap_or(i64::MAX), &[]);
    i18n.with(
        keys::DESIGNER_PROBLEMS_RAIL,
        &[
            (
                "errors",
                &count(keys::DESIGNER_PROBLEMS_ERROR_COUNT, errors),
            ),
            (
                "warnings",
                &count(keys::DESIGNER_PROBLEMS_WARNING_COUNT, warnings),
            ),
        ],
    )
}

/// The page's weight, in the status line; leads to the panel.
pub(super) fn weight(session: Session) -> El {
    SHEET
        .el("button", "weight")
        .attr("type", "button")
        .attr("data-weight", "")
        .attr_of("data-tone", move || {
            session
                .problems
                .cost
                .get()
                .is_over()
                .then(|| "warn".to_owned())
        })
        .on("click", move |_| session.view.go_to(Panel::Problems))
        // Until it is counted nothing is said, and its room is kept.
        .attr_of("style:visibility", move || {
            let is_uncounted = session.problems.cost.get() == Cost::default();
            is_uncounted.then(|| "hidden".to_owned())
        })
        .text_of(move || session.problems.cost.get().words(session.i18n))
}
