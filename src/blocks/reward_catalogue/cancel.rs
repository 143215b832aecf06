//! Cancelling an order, where the backend offers it: a question that says what comes back, one
//! request, and what came of it.
//!
//! An order carries one idempotency key until its answer is final, also when the dialog was closed
//! meanwhile. It is kept in memory alone: after a reload the list tells how the order stands, and a
//! repeat gives nothing more back (the contract's `cancel_redemption`).

use palier_contract::Action;
use palier_contract::ids::RedemptionId;
use palier_contract::redemption::Redemption;
use palier_contract::wire;
use wasm_bindgen_futures::spawn_local;

use super::card::thumb;
use super::dialog::foot;
use super::flow::{Input, Step};
use super::outcome::{button, what};
use super::redeem_dialog::RedeemDialog;
use super::review::sum;
use crate::blocks::frame::{notice, refusal};
use crate::blocks::icon::Icon;
use crate::blocks::ui::headline;
use crate::client::{Error, fresh_key};
use crate::dom::{El, el, memo, nothing};
use crate::i18n::{Key, keys};
use crate::reactive::*;
use crate::store::Order;
use crate::style::sheets::REWARD_CATALOGUE as S;

/// The last order that was to be cancelled, and what came of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cancelling {
    order: RedemptionId,
    key: String,
    state: State,
}

#[derive(Debug, Clone, PartialEq)]
enum State {
    Busy,
    Done,
    Refused(Error),
}

/// The button that asks, where the backend offers that.
pub(super) fn way(dialog: RedeemDialog, order: &Redemption) -> Option<El> {
    order.actions.get("cancel")?;
    let ask = move |_| {
        // What was refused for good is asked about afresh.
        dialog.cancelling.update(|last| {
            let is_over = |last: &mut Cancelling| !last.is_open();
            last.take_if(is_over);
        });
        dialog.go(Input::Cancel);
    };
    let label = keys::REWARD_CATALOGUE_CANCEL;
    Some(button(dialog, "pl-button", label, ask).attr("part", "cancel"))
}

/// That the order was cancelled a moment ago.
pub(super) fn news(dialog: RedeemDialog, order: &Redemption) -> Option<El> {
    let state = state_of(dialog.cancelling.get_untracked(), order);
    (state == Some(State::Done)).then(|| {
        let text = words(dialog, keys::REWARD_CATALOGUE_CANCELLED, order);
        dialog.said.set(text.clone());
        notice("good", Icon::CHECK_CIRCLE, &text, None::<El>)
    })
}

/// Asks whether to cancel `order`, and says what becomes of it.
pub(super) fn question(dialog: RedeemDialog, order: &Redemption) -> El {
    let i18n = dialog.i18n;
    let of = order.clone();
    let state = memo(move || state_of(dialog.cancelling.get(), &of));
    let is_over =
        memo(move || matches!(state.get(), Some(State::Refused(error)) if error.is_final()));
    let told = move || match state.get() {
        Some(State::Refused(error)) => {
            refusal(dialog.store, dialog.host, &error, own_words(&error))
        }
        _ => nothing(),
    };
    let kept = Input::Look(Some(Box::new(order.clone())));
    let keep = keys::REWARD_CATALOGUE_CANCEL_KEEP;
    let keep = button(dialog, "pl-button", keep, move |_| dialog.go(kept.clone()));
    let name = S.el("p", "subject-name").text(&what(order));
    let back = i18n.t(keys::REWARD_CATALOGUE_CANCEL_BACK);
    let title = i18n.t(keys::REWARD_CATALOGUE_CANCEL_TITLE);
    S.el("div", "step")
        .child(headline(&title, dialog.level.get()))
        .child(
            S.el("div", "subject")
                .child(thumb(dialog, order.reward.media.as_ref()))
                .child(name),
        )
        .child(
            S.el("dl", "sums pl-num")
                .child(sum(&back, &charged(dialog, order))),
        )
        .child(el("p", "pl-small").attr("role", "status").slot(told))
        .child(
            foot()
                .child(keep.flag_of("hidden", move || is_over.get()))
                .child(confirm(dialog, order, state, is_over)),
        )
}

/// The button that cancels. It stays, and keeps the focus, whatever comes of it: where it leads
/// nowhere any more, it leads back to the orders.
fn confirm(
    dialog: RedeemDialog,
    order: &Redemption,
    state: Memo<Option<State>>,
    is_over: Memo<bool>,
) -> El {
    let i18n = dialog.i18n;
    let order = order.clone();
    el("button", "pl-button pl-primary pl-wide")
        .attr("type", "button")
        .attr("part", "confirm")
        .attr_of("aria-disabled", move || {
            Some((state.get() == Some(State::Busy)).to_string())
        })
        .on("click", move |_| {
            if is_over.get_untracked() {
                dialog.go(Input::Look(None));
            } else {
                send(dialog, &order);
            }
        })
        .text_of(move || {
            i18n.t(match state.get() {
                Some(State::Busy) => keys::REWARD_CATALOGUE_CANCELLING,
                Some(State::Refused(_)) if is_over.get() => keys::REWARD_CATALOGUE_ORDERS_BACK,
                Some(State::Refused(_)) => keys::FRAME_RETRY,
                _ => keys::REWARD_CATALOGUE_CANCEL,
            })
        })
}

fn charged(dialog: RedeemDialog, order: &Redemption) -> String {
    let amounts = |all: &Vec<_>| dialog.i18n.amounts(&order.charged, all);
    dialog.currencies.with_untracked(amounts)
}

fn words(dialog: RedeemDialog, key: Key, order: &Redemption) -> String {
    let amount = charged(dialog, order);
    dialog.i18n.with(key, &[("amount", &amount)])
}

fn state_of(last: Option<Cancelling>, order: &Redemption) -> Option<State> {
    let last = last.filter(|last| last.order == order.id)?;
    Some(last.state)
}

impl Cancelling {
    /// Whether asking again has to be with the same key.
    fn is_open(&self) -> bool {
        match &self.state {
            State::Busy => true,
            State::Done => false,
            State::Refused(error) => !error.is_final(),
        }
    }
}

fn send(dialog: RedeemDialog, order: &Redemption) {
    let Some(action) = order.actions.get("cancel").cloned() else {
        return;
    };
    let last = dialog.cancelling.get_untracked();
    let last = last.filter(|last| last.order == order.id);
    if last.as_ref().is_some_and(|last| last.state == State::Busy) {
        return;
    }
    let key = last.filter(Cancelling::is_open).map(|last| last.key);
    let order = order.id.clone();
    spawn_local(cancel(dialog, order, action, key.unwrap_or_else(fresh_key)));
}

async fn cancel(dialog: RedeemDialog, order: RedemptionId, action: Action, key: String) {
    let tell = |state: State| {
        let (order, key) = (order.clone(), key.clone());
        dialog
            .cancelling
            .set(Some(Cancelling { order, key, state }));
    };
    tell(State::Busy);
    let reply: Result<Redemption, Error> = dialog.store.act(&action, &key).await;
    // The block may be gone by now, or the member; another order may be asked about.
    let last = dialog.cancelling.try_get_untracked().flatten();
    if last.is_none_or(|last| last.order != order) {
        return;
    }
    match reply {
        Ok(fresh) => {
            tell(State::Done);
            put_away(dialog, &order);
            let id = [("order", wire::to_string(&order))];
            dialog.host.act("cancel_order", &id);
            let shows = |step: &Step| matches!(step, Step::Cancel(shown) if shown.id == order);
            if dialog.step.with_untracked(shows) {
                dialog.go(Input::Look(Some(Box::new(fresh))));
            }
            dialog.store.refresh_after_order();
        }
        Err(error) => {
            let is_final = error.is_final();
            tell(State::Refused(error));
            if is_final {
                dialog.store.refresh_after_order();
            }
        }
    }
}

/// What is told of an order that has just been made is true no more.
fn put_away(dialog: RedeemDialog, id: &RedemptionId) {
    let is_it = |order: &Order| matches!(order, Order::Settled(_, Ok(made)) if made.id == *id);
    if dialog.order.with_untracked(is_it) {
        dialog.store.dismiss_order();
    }
}

/// The backend's words come first where it says no for good.
fn own_words(error: &Error) -> Option<Key> {
    match error {
        Error::Problem(problem) if error.is_final() => {
            let is_silent = problem.detail.is_none() && problem.errors.is_empty();
            is_silent.then_some(keys::REWARD_CATALOGUE_CANCEL_LATE)
        }
        _ if error.is_unauthorised() => None,
        Error::Token(_) => None,
        _ => Some(keys::REWARD_CATALOGUE_CANCEL_UNSURE),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(status: u16, kind: &str, more: &str) -> Error {
        let json = format!(
            r#"{{"type":"urn:palier:problem:{kind}","title":"t","status":{status}{more}}}"#
        );
        Error::Problem(Box::new(serde_json::from_str(&json).unwrap()))
    }

    fn last(state: State) -> Cancelling {
        Cancelling {
            order: "rd_1".into(),
            key: "k".into(),
            state,
        }
    }

    #[test]
    fn a_key_is_kept_until_its_answer_is_final() {
        assert!(last(State::Busy).is_open());
        assert!(last(State::Refused(Error::Timeout)).is_open());
        assert!(last(State::Refused(problem(401, "unauthorised", ""))).is_open());
        assert!(!last(State::Refused(problem(409, "outside-window", ""))).is_open());
        assert!(!last(State::Done).is_open());
    }

    #[test]
    fn the_backend_says_why_not_and_the_kit_where_it_is_silent_or_unheard() {
        let late = || problem(409, "outside-window", "");
        let said = problem(409, "outside-window", ",\"detail\":\"Packed.\"");
        assert_eq!(own_words(&said), None);
        assert_eq!(own_words(&late()), Some(keys::REWARD_CATALOGUE_CANCEL_LATE));
        for open in [
            Error::Network,
            Error::Timeout,
            problem(503, "unavailable", ""),
        ] {
            assert_eq!(own_words(&open), Some(keys::REWARD_CATALOGUE_CANCEL_UNSURE));
        }
        assert_eq!(own_words(&problem(401, "unauthorised", "")), None);
    }
}
