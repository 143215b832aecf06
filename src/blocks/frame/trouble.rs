//! What stands in a block's place, or above it, when not all is well.

use super::phase::Phase;
use super::retry::Again;
use super::sign_in::{join, left, sign_in};
use crate::blocks::Block;
use crate::blocks::icon::{Icon, icon};
use crate::dom::{Dom, El, el, nothing};
use crate::i18n::{Key, keys};
use crate::reactive::RwSignal;

/// Icon, title, text and tone of a state in which there is nothing of the block's own to show.
pub(super) fn face(phase: &Phase) -> (Icon, Key, Key, &'static str) {
    match phase {
        Phase::SignedOut => (
            Icon::SIGN_IN,
            keys::FRAME_SIGNED_OUT_TITLE,
            keys::FRAME_SIGNED_OUT_TEXT,
            "calm",
        ),
        Phase::Expired => (
            Icon::CLOCK,
            keys::FRAME_EXPIRED_TITLE,
            keys::FRAME_EXPIRED_TEXT,
            "calm",
        ),
        Phase::NotEnrolled => (
            Icon::USER,
            keys::FRAME_NOT_ENROLLED_TITLE,
            keys::FRAME_NOT_ENROLLED_TEXT,
            "calm",
        ),
        Phase::Suspended => (
            Icon::LOCK,
            keys::FRAME_SUSPENDED_TITLE,
            keys::FRAME_SUSPENDED_TEXT,
            "bad",
        ),
        Phase::Offline => (
            Icon::OFFLINE,
            keys::FRAME_OFFLINE_TITLE,
            keys::FRAME_OFFLINE_TEXT,
            "calm",
        ),
        Phase::Failed => (
            Icon::WARNING,
            keys::FRAME_FAILED_TITLE,
            keys::FRAME_FAILED_TEXT,
            "bad",
        ),
        _ => (
            Icon::INFO,
            keys::FRAME_BROKEN_TITLE,
            keys::FRAME_BROKEN_TEXT,
            "calm",
        ),
    }
}

/// The states in which there is nothing of the block's own to show.
pub(super) fn trouble(block: &Block, phase: &Phase, again: &Again, said: RwSignal<String>) -> Dom {
    let i18n = block.i18n();
    let (sign, title, text, tone) = face(phase);
    let gone = (*phase == Phase::NotEnrolled).then(|| left(block.store));
    let (title, text) = match gone.flatten() {
        Some(words) => (keys::FRAME_LEFT_TITLE, words),
        None => (title, i18n.t(text)),
    };
    let action: Dom = match phase {
        Phase::SignedOut | Phase::Expired => sign_in(block).into(),
        Phase::NotEnrolled => join(block, said).into(),
        Phase::Offline | Phase::Failed => again.button("pl-button", icon(Icon::REFRESH)).into(),
        _ => nothing(),
    };
    state(sign, &i18n.t(title), &text, tone, action)
}

/// A centred picture of a state: icon, title, text, actions.
pub(crate) fn state(
    sign: Icon,
    title: &str,
    text: &str,
    tone: &'static str,
    actions: impl Into<Dom>,
) -> Dom {
    el("div", "pl-state")
        .attr("data-tone", tone)
        .child(el("span", "pl-state-icon").child(icon(sign)))
        .child(el("p", "pl-state-title").text(title))
        .child(el("p", "pl-state-text").text(text))
        .child(el("div", "pl-state-actions").child(actions))
        .into()
}

/// One line above the block's content.
pub(crate) fn notice(tone: &'static str, sign: Icon, text: &str, action: impl Into<Dom>) -> El {
    el("div", "pl-notice")
        .attr("data-tone", tone)
        .child(icon(sign))
        .child(el("span", "").text(text))
        .child(action)
}
