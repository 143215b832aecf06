//! Asking again: the button, and the line on data that could not be brought up to date.

use std::rc::Rc;

use palier_contract::Timestamp;

use super::phase::{Phase, Subject};
use super::sign_in::sign_in;
use super::trouble::notice;
use crate::blocks::Block;
use crate::blocks::icon::Icon;
use crate::blocks::ui::kept_focus;
use crate::client::{Error, resources};
use crate::dom::{Dom, El, el, memo};
use crate::i18n::{DateStyle, I18n, keys};
use crate::reactive::*;

/// What asks again, and how that goes.
#[derive(Clone)]
pub(super) struct Again {
    i18n: I18n,
    ask: Rc<dyn Fn()>,
    busy: Memo<bool>,
}

impl Again {
    /// Asks `own` again, and for what every block needs where that failed.
    pub(super) fn new(block: &Block, subject: Signal<Subject>, own: Rc<dyn Fn()>) -> Self {
        let store = block.store;
        let (portal, me) = (store.portal(), store.me());
        let (asked, reader) = (portal.clone(), me.clone());
        Self {
            i18n: block.i18n(),
            ask: Rc::new(move || {
                own();
                if portal.with_untracked(|load| load.error.is_some()) {
                    store.retry(&resources::portal());
                }
                if me.with_untracked(|load| load.error.is_some()) {
                    store.retry(&resources::me());
                }
            }),
            busy: memo(move || {
                subject.with(|subject| subject.busy)
                    || asked.with(|load| load.busy)
                    || reader.with(|load| load.busy)
            }),
        }
    }

    /// The button.
    pub(super) fn button(&self, class: &str, sign: impl Into<Dom>) -> El {
        let ask = Rc::clone(&self.ask);
        retry(self.i18n, self.busy, move || ask(), class, sign)
    }
}

/// The button that asks again. It stays while it asks, and says so; once it is no longer needed, it
/// hands the focus on.
pub(crate) fn retry(
    i18n: I18n,
    busy: Memo<bool>,
    ask: impl Fn() + 'static,
    class: &str,
    sign: impl Into<Dom>,
) -> El {
    let button = el("button", class)
        .attr("type", "button")
        .attr_of("aria-disabled", move || Some(busy.get().to_string()))
        .on("click", move |_| ask())
        .child(sign)
        .child(el("span", "").text_of(move || {
            i18n.t(if busy.get() {
                keys::FRAME_LOADING
            } else {
                keys::FRAME_RETRY
            })
        }));
    kept_focus(button)
}

/// Whether the session is over, and the words on data that could not be brought up to date.
pub(super) fn stale(
    i18n: I18n,
    phase: Memo<Phase>,
    subject: Signal<Subject>,
    as_of: Signal<Option<Timestamp>>,
) -> Memo<Option<(bool, String)>> {
    memo(move || {
        let error = (phase.get() == Phase::Ready)
            .then(|| subject.with(|subject| subject.error.clone()))??;
        if error.is_unauthorised() {
            return Some((true, i18n.t(keys::FRAME_EXPIRED_TEXT)));
        }
        let when = as_of.get().map(|at| i18n.date(&at, DateStyle::Moment));
        let key = match (matches!(error, Error::Network), when.is_some()) {
            (true, true) => keys::FRAME_STALE_OFFLINE,
            (true, false) => keys::FRAME_STALE_OFFLINE_UNDATED,
            (false, true) => keys::FRAME_STALE,
            (false, false) => keys::FRAME_STALE_UNDATED,
        };
        let when = when.unwrap_or_default();
        Some((false, i18n.with(key, &[("when", &when)])))
    })
}

/// The line with these words. It stays as it is while the block asks again. Apart from what draws,
/// since it is seldom seen.
#[inline(never)]
pub(super) fn stale_line(block: &Block, is_over: bool, text: &str, again: &Again) -> El {
    let (sign, action) = if is_over {
        (Icon::CLOCK, sign_in(block))
    } else {
        let again = again.button("pl-button pl-quiet", None::<El>);
        (Icon::OFFLINE, again)
    };
    notice("warn", sign, text, action)
}
