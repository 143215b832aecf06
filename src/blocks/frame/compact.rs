//! The frame of a block that stands in one line, as wide as what it says: in the header of a page, among
//! other words.

use std::rc::Rc;

use palier_contract::Timestamp;
use palier_contract::member::MemberState;

use super::phase::{Phase, Subject};
use super::retry::Again;
use super::said::status_line;
use super::sign_in::{join, left, sign_in};
use super::trouble::face;
use super::view::{course, root};
use crate::blocks::icon::{Icon, icon};
use crate::blocks::{Block, Spec};
use crate::dom::{Dom, El, el, nothing};
use crate::i18n::{Key, keys};
use crate::reactive::*;

/// What a block hands to this frame.
pub struct Compact {
    /// The block's own declaration.
    pub spec: &'static Spec,
    /// What it shows, for assistive technology, unless the page says so.
    pub title: Signal<String>,
    /// What is known of the block's data.
    pub subject: Signal<Subject>,
    /// When the data was read.
    pub as_of: Signal<Option<Timestamp>>,
    /// Asks again.
    pub retry: Rc<dyn Fn()>,
    /// The block itself; drawn each time it becomes ready.
    pub ready: Box<dyn Fn() -> Dom>,
    /// Words when there is nothing.
    pub empty: Key,
    /// What assistive technology is told. What goes wrong is said by the frame.
    pub said: RwSignal<String>,
}

/// Draws `parts` in one line, with the common states.
pub fn compact(block: &Block, parts: Compact) -> El {
    let Compact {
        spec,
        title,
        subject,
        as_of,
        retry,
        ready,
        empty,
        said,
    } = parts;
    let (i18n, me) = (block.i18n(), block.store.me());
    let course = course(block, spec, subject, as_of, retry, said);
    let (phase, again, stale) = (course.phase, course.again, course.stale);
    let (inside, asks) = (block.clone(), again.clone());
    let outdated = move || {
        let (is_over, words) = stale.get()?;
        let action = if is_over {
            sign_in(&inside)
        } else {
            button(&asks)
        };
        Some(Dom::from(vec![unseen(&words), action]))
    };
    let suspended = move || {
        let words = me.with(|me| {
            let me = me.value.as_ref()?;
            (me.state == MemberState::Suspended && phase.get() == Phase::Ready)
                .then(|| me.message.clone())
        })?;
        let words = words.unwrap_or_else(|| i18n.t(keys::FRAME_SUSPENDED_TEXT));
        Some(Dom::from(vec![icon(Icon::LOCK), unseen(&words)]))
    };
    let inside = block.clone();
    let body = move || match phase.get() {
        Phase::Ready => ready(),
        Phase::Loading => el("span", "pl-bone").attr("aria-hidden", "true").into(),
        Phase::NotOffered => nothing(),
        Phase::Empty => dash(&i18n.t(empty)),
        other => trouble(&inside, &other, &again, said),
    };
    let named = block.props.clone();
    let name = move || match named.get("heading").as_str() {
        "" | "-" => title.get() + " ",
        own => [own, " "].concat(),
    };
    root(el("div", "pl-block pl-line"), i18n, spec, phase, subject)
        // What loses the focus here hands it to the line: it has no heading.
        .attr("data-place", "")
        .child(el("span", "pl-sr").text_of(name))
        .slot(body)
        .slot(suspended)
        .slot(outdated)
        .child(status_line(said))
}

/// What stands in the line when there is nothing of the block's own to show.
fn trouble(block: &Block, phase: &Phase, again: &Again, said: RwSignal<String>) -> Dom {
    let i18n = block.i18n();
    let (_, title, text, _) = face(phase);
    let gone = (*phase == Phase::NotEnrolled).then(|| left(block.store));
    let words = gone.flatten().unwrap_or_else(|| match phase {
        Phase::Suspended => i18n.t(text),
        _ => i18n.t(title),
    });
    match phase {
        Phase::SignedOut | Phase::Expired => sign_in(block).into(),
        Phase::NotEnrolled => match join(block, said) {
            Some(way_in) => way_in.into(),
            None => dash(&words),
        },
        Phase::Offline | Phase::Failed => vec![dash(&words), button(again).into()].into(),
        Phase::Suspended => vec![icon(Icon::LOCK), unseen(&words)].into(),
        _ => dash(&words),
    }
}

/// The button that asks again, as wide as its drawing.
fn button(again: &Again) -> El {
    again.button("pl-button pl-quiet pl-icon-button", icon(Icon::REFRESH))
}

/// That there is nothing to see, and why for who hears it.
fn dash(words: &str) -> Dom {
    let dash = el("span", "pl-soft").attr("aria-hidden", "true").text("–");
    vec![dash, unseen(words)].into()
}

fn unseen(words: &str) -> El {
    el("span", "pl-sr").text(words)
}
