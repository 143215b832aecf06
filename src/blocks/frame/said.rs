//! What a block tells assistive technology besides what it shows.

use std::cell::RefCell;

use super::phase::{Phase, Subject};
use super::trouble::face;
use crate::dom::{El, el, memo, watch};
use crate::i18n::I18n;
use crate::reactive::*;

/// A status line that is there, empty, before it has anything to say: only then is it heard. The
/// same words once more are heard once more, since they go before they come.
pub(crate) fn status_line(said: RwSignal<String>) -> El {
    let line = RwSignal::new(String::new());
    watch(move || {
        let words = said.get();
        line.set(String::new());
        if !words.is_empty() {
            let due = turn();
            watch(move || {
                if due.get() {
                    line.set(words.clone());
                }
            });
        }
    });
    el("p", "pl-sr")
        .attr("role", "status")
        .text_of(move || line.get())
}

/// Says what went wrong, in the words that are on screen, and again when trying again did not help.
/// Once it is over, so are its words.
pub(super) fn tell(
    i18n: I18n,
    phase: Memo<Phase>,
    subject: Signal<Subject>,
    stale: Memo<Option<(bool, String)>>,
    said: RwSignal<String>,
) {
    let fault = memo(move || {
        let failed = match phase.get() {
            Phase::Ready => {
                let words = |stale: &Option<(bool, String)>| Some(stale.as_ref()?.1.clone());
                return stale.with(words).unwrap_or_default();
            }
            phase @ (Phase::Expired | Phase::Offline | Phase::Failed | Phase::Broken) => phase,
            _ => return String::new(),
        };
        if subject.with(|subject| subject.busy) {
            return String::new();
        }
        words(i18n, &failed)
    });
    let before = RefCell::new(String::new());
    watch(move || {
        let now = fault.get();
        let before = before.replace(now.clone());
        if !now.is_empty() || said.with_untracked(|said| *said == before) {
            said.set(now);
        }
    });
}

/// What is on screen in that state. Apart from what draws, since it is seldom seen.
#[inline(never)]
fn words(i18n: I18n, failed: &Phase) -> String {
    let (_, title, text, _) = face(failed);
    format!("{}. {}", i18n.t(title), i18n.t(text))
}

/// Says that a part of a block failed, and again when trying again, during which it is `busy`, did
/// not help. When what tells it on screen goes, so do the words.
pub(crate) fn tell_while(words: String, busy: Memo<bool>, said: RwSignal<String>) {
    let over = words.clone();
    watch(move || {
        if !busy.get() {
            said.set(words.clone());
        }
    });
    on_cleanup(move || {
        if said.try_get_untracked().as_ref() == Some(&over) {
            said.set(String::new());
        }
    });
}
