//! Draws the frame: heading, notices, and the states that are not the block's own.

use std::rc::Rc;

use palier_contract::member::MemberState;

use super::fault::{self, tell_fault};
use super::phase::{Phase, Subject, judge};
use super::report::{report, word};
use super::retry::{Again, stale, stale_line};
use super::said::{status_line, tell};
use super::trouble::{notice, state, trouble};
use crate::blocks::icon::Icon;
use crate::blocks::{Block, Spec};
use crate::dom::{Dom, El, el, memo, nothing, watch};
use crate::i18n::{I18n, Key, keys};
use crate::reactive::*;

/// What a block hands to its frame.
pub struct Frame {
    /// The block's own declaration.
    pub spec: &'static Spec,
    /// The heading, unless the page sets one.
    pub title: Signal<String>,
    /// What is known of the block's data.
    pub subject: Signal<Subject>,
    /// When the data was read, for the notice on stale data.
    pub as_of: Signal<Option<palier_contract::Timestamp>>,
    /// Asks again.
    pub retry: Rc<dyn Fn()>,
    /// Controls beside the heading; drawn once.
    pub controls: Dom,
    /// A placeholder of the final shape.
    pub skeleton: fn() -> Dom,
    /// The block itself; drawn each time it becomes ready.
    pub ready: Box<dyn Fn() -> Dom>,
    /// Icon, title and text when there is nothing.
    pub empty: (Icon, Key, Key),
    /// What assistive technology is told. What goes wrong is said by the frame.
    pub said: RwSignal<String>,
}

/// Draws `parts` with heading and common states.
pub fn frame(block: &Block, parts: Frame) -> El {
    let Frame {
        spec,
        title,
        subject,
        as_of,
        retry,
        controls,
        skeleton,
        ready,
        empty,
        said,
    } = parts;
    let (i18n, me) = (block.i18n(), block.store.me());
    let course = course(block, spec, subject, as_of, retry, said);
    let (phase, again, stale) = (course.phase, course.again, course.stale);
    let (inside, asks) = (block.clone(), again.clone());
    let outdated = move || {
        let (is_over, text) = stale.get()?;
        Some(stale_line(&inside, is_over, &text, &asks))
    };
    let inside = block.clone();
    let body = move || match phase.get() {
        Phase::Ready => ready(),
        Phase::Loading => skeleton(),
        Phase::NotOffered => nothing(),
        Phase::Empty => state(
            empty.0,
            &i18n.t(empty.1),
            &i18n.t(empty.2),
            "calm",
            nothing(),
        ),
        other => trouble(&inside, &other, &again, said),
    };
    let suspended = move || {
        me.with(|me| {
            let me = me.value.as_ref()?;
            (me.state == MemberState::Suspended && phase.get() == Phase::Ready)
                .then(|| {
                    me.message
                        .clone()
                        .unwrap_or_else(|| i18n.t(keys::FRAME_SUSPENDED_TEXT))
                })
                .map(|text| notice("warn", Icon::LOCK, &text, nothing()))
        })
    };
    root(el("section", "pl-block"), i18n, spec, phase, subject)
        .child(
            el("header", "pl-head")
                .child(heading(block, title))
                .child(controls),
        )
        .slot(suspended)
        .slot(outdated)
        .slot(body)
        .child(status_line(said))
}

/// How a block goes, whichever frame it has.
pub(super) struct Course {
    pub(super) phase: Memo<Phase>,
    pub(super) again: Again,
    /// Whether the session is over, and the words on old data.
    pub(super) stale: Memo<Option<(bool, String)>>,
}

/// Follows how a block goes, and tells the page and assistive technology.
pub(super) fn course(
    block: &Block,
    spec: &'static Spec,
    subject: Signal<Subject>,
    as_of: Signal<Option<palier_contract::Timestamp>>,
    retry: Rc<dyn Fn()>,
    said: RwSignal<String>,
) -> Course {
    let (portal, me) = (block.store.portal(), block.store.me());
    let again = Again::new(block, subject, retry);
    let judged = me.clone();
    let phase = in_turn(memo(move || {
        subject.with(|subject| {
            portal.with(|portal| judged.with(|me| judge(spec, portal, me, subject)))
        })
    }));
    report(block, spec, phase, subject);
    tell_fault(spec.kind, move || me.with(fault::of_reader));
    let i18n = block.i18n();
    let stale = stale(i18n, phase, subject, as_of);
    tell(i18n, phase, subject, stale, said);
    Course {
        phase,
        again,
        stale,
    }
}

/// What every frame says of itself on its outermost element.
pub(super) fn root(
    element: El,
    i18n: I18n,
    spec: &'static Spec,
    phase: Memo<Phase>,
    subject: Signal<Subject>,
) -> El {
    element
        .attr("lang", &i18n.language())
        .attr("dir", i18n.direction())
        .attr("data-block", spec.kind)
        .attr_of("data-state", move || Some(word(&phase.get()).to_owned()))
        .attr_of("aria-busy", move || {
            Some(
                (phase.get() == Phase::Loading || subject.with(|subject| subject.busy)).to_string(),
            )
        })
        .flag_of("hidden", move || phase.get() == Phase::NotOffered)
}

fn heading(block: &Block, title: Signal<String>) -> El {
    let (named, hidden, level) = (
        block.props.clone(),
        block.props.clone(),
        block.props.clone(),
    );
    el("div", "pl-title")
        .attr("role", "heading")
        .attr_of("aria-level", move || Some(level.get("heading-level")))
        .flag_of("data-unseen", move || hidden.get("heading") == "-")
        .text_of(move || {
            let own = named.get("heading");
            if own.is_empty() || own == "-" {
                title.get()
            } else {
                own
            }
        })
}

/// The phase that is shown. Once there is something to draw, it is drawn in the task after the one
/// that has read it; what is there when the block is mounted is drawn with it.
fn in_turn(judged: Memo<Phase>) -> Memo<Phase> {
    let shown = RwSignal::new(judged.get_untracked());
    watch(move || {
        let now = judged.get();
        if shown.with_untracked(|shown| *shown == now) {
            return;
        }
        if now != Phase::Ready {
            return shown.set(now);
        }
        let due = turn();
        watch(move || {
            if due.get() {
                shown.set(Phase::Ready);
            }
        });
    });
    memo(move || shown.get())
}
