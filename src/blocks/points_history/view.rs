//! Puts the block together: balances and what is scheduled, then filters and entries.

use std::rc::Rc;

use palier_contract::balance::Balances;

use super::filter::Picks;
use super::listing::Listing;
use super::pages::Pages;
use super::words::Words;
use super::{balances, coming, controls, list};
use crate::blocks::Block;
use crate::blocks::frame::{Frame, Subject, frame};
use crate::blocks::icon::Icon;
use crate::blocks::ui::bones;
use crate::client::{Error, resources};
use crate::dom::{Dom, El, later, nothing};
use crate::i18n::keys;
use crate::reactive::*;
use crate::store::Load;
use crate::style::sheets::POINTS_HISTORY as S;

pub(super) fn draw(block: Block) -> El {
    let i18n = block.i18n();
    let store = block.store;
    let held = store.read(&resources::balances());
    let picks = Picks::from(&block);
    let pages = Pages::follow(&block, picks);
    let words = Words::of(&block);
    let again: Rc<dyn Fn()> = Rc::new(move || store.retry(&resources::balances()));
    let known = held.clone();
    let ready = {
        let again = again.clone();
        move || content(words, picks, pages, known.clone(), again.clone())
    };
    frame(
        &block,
        Frame {
            spec: &super::SPEC,
            title: Signal::derive(move || i18n.t(keys::POINTS_HISTORY_TITLE)),
            subject: Signal::derive(move || {
                held.with(|held| pages.shown.with(|shown| subject(held, shown)))
            }),
            as_of: Signal::derive(move || pages.shown.with(|shown| shown.as_of.clone())),
            retry: Rc::new(move || {
                again();
                pages.retry();
            }),
            controls: nothing(),
            skeleton,
            ready: Box::new(ready),
            empty: (
                Icon::COIN,
                keys::POINTS_HISTORY_EMPTY_TITLE,
                keys::POINTS_HISTORY_EMPTY_TEXT,
            ),
            said: pages.said,
        },
    )
}

/// What the frame is told. One half that failed, but may come on another try, leaves the other
/// half on screen and says so in its own place.
fn subject(held: &Load<Balances>, list: &Listing) -> Subject {
    let (has_balances, has_list) = (held.value.is_some(), list.pages > 0);
    let passing = |error: &Option<Error>| error.as_ref().is_some_and(Error::is_retryable);
    let known = match (has_balances, has_list) {
        (true, true) => true,
        (true, false) => passing(&list.error),
        (false, true) => passing(&held.error),
        (false, false) => false,
    };
    let is_pending = held.is_loading() || (!has_list && list.error.is_none());
    let errors = [&list.error, &held.error];
    let error = match known {
        true if list.is_complete() && list.error.is_some() => list.error.clone(),
        true => held.error.clone().filter(|_| has_balances),
        false => errors
            .into_iter()
            .flatten()
            .find(|error| !is_pending || !error.is_retryable())
            .cloned(),
    };
    Subject {
        known,
        empty: has_list
            && list.entries.is_empty()
            && !list.filter.narrows()
            && held.value.as_deref().is_some_and(holds_nothing),
        error,
        busy: is_pending,
    }
}

fn holds_nothing(balances: &Balances) -> bool {
    balances.balances.iter().all(|balance| {
        balance.available.get() == 0
            && balance.expiring.is_empty()
            && balance.pending_batches.is_empty()
    })
}

fn layout(overview: impl Into<Dom>, record: impl Into<Dom>) -> Dom {
    S.el("div", "layout")
        .child(S.el("div", "overview").child(overview))
        .child(S.el("div", "record").child(record))
        .into()
}

fn skeleton() -> Dom {
    layout(
        vec![
            S.el("div", "strip")
                .child(bones(1, 112, 0))
                .child(bones(1, 112, 0))
                .into(),
            bones(3, 44, 12),
        ],
        vec![bones(1, 38, 0), bones(10, 64, 24)],
    )
}

fn content(
    words: Words,
    picks: Picks,
    pages: Pages,
    held: RcSignal<Load<Balances>>,
    again: Rc<dyn Fn()>,
) -> Dom {
    let strip = balances::strip(words, pages.said, held.clone(), again);
    let coming = coming::coming(words, held);
    layout(
        vec![
            S.el("div", "place")
                .attr("role", "group")
                .attr("aria-label", &words.i18n.t(keys::POINTS_HISTORY_BALANCES))
                .attr("data-place", "")
                .slot(strip),
            S.el("div", "place").slot(coming),
        ],
        vec![
            controls::controls(words, picks).into(),
            later(move || list::list(words, pages, picks)),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(error: Option<Error>) -> Load<Balances> {
        let text = palier_contract::fixtures::get("balances").unwrap();
        Load {
            value: error
                .is_none()
                .then(|| Rc::new(serde_json::from_str(text).unwrap())),
            error,
            busy: false,
        }
    }

    fn listed(error: Option<Error>) -> Listing {
        Listing {
            pages: usize::from(error.is_none()),
            wanted: 1,
            error,
            ..Listing::default()
        }
    }

    #[test]
    fn one_half_that_may_still_come_leaves_the_other_on_screen() {
        let list_failed = subject(&held(None), &listed(Some(Error::Timeout)));
        let balances_failed = subject(&held(Some(Error::Timeout)), &listed(None));
        for told in [list_failed, balances_failed] {
            assert!(told.known);
            assert_eq!(told.error, None);
        }
    }

    #[test]
    fn both_halves_failing_is_the_blocks_failure() {
        let told = subject(&held(Some(Error::Network)), &listed(Some(Error::Network)));
        assert!(!told.known);
        assert_eq!(told.error, Some(Error::Network));
    }

    #[test]
    fn a_failure_that_trying_again_cannot_mend_is_the_blocks() {
        let broken = Error::Decode {
            path: "/me/ledger".to_owned(),
            message: "missing field".to_owned(),
        };
        let told = subject(&held(None), &listed(Some(broken.clone())));
        assert!(!told.known);
        assert_eq!(told.error, Some(broken));
    }

    #[test]
    fn a_member_with_points_and_no_entries_still_sees_the_points() {
        assert!(!subject(&held(None), &listed(None)).empty);
        let text = palier_contract::fixtures::get("balances_empty").unwrap();
        let nothing = Load {
            value: Some(Rc::new(serde_json::from_str(text).unwrap())),
            ..Load::default()
        };
        assert!(subject(&nothing, &listed(None)).empty);
    }
}
