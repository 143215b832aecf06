//! An order that is open or has just ended, told above the catalogue while no dialog tells it.

use palier_contract::problem::ProblemType;

use super::desk::Desk;
use crate::blocks::icon::{Icon, icon};
use crate::blocks::ui::{kept_focus, to_heading};
use crate::client::Error;
use crate::dom::{Dom, El, closest, el, nothing};
use crate::i18n::{Key, keys};
use crate::store::{Intent, Order};
use crate::style::sheets::REWARD_CATALOGUE as S;

/// Draws the notice.
pub(super) fn notice(desk: Desk) -> Option<El> {
    if desk.open.get() {
        return None;
    }
    match desk.order.get() {
        Order::None => None,
        Order::Sending(intent) => Some(checking(desk, &intent, true)),
        Order::Unknown { intent, busy, .. } => Some(checking(desk, &intent, busy)),
        Order::Lost(intent) => Some(lost(desk, &intent)),
        Order::Settled(intent, Ok(_)) => Some(done(desk, &intent)),
        Order::Settled(intent, Err(error)) => Some(refused(desk, &intent, &error)),
    }
}

fn row(desk: Desk, tone: &'static str, sign: Icon, text: &str, actions: Dom) -> El {
    let close = || {
        el("button", "pl-button pl-quiet pl-icon-button")
            .attr("type", "button")
            .attr("aria-label", &desk.i18n.t(keys::REWARD_CATALOGUE_CLOSE))
            .on("click", move |_| desk.store.dismiss_order())
            .child(icon(Icon::X))
    };
    let row = S
        .el("div", "pl-notice order")
        .attr("part", "notice")
        .attr("role", "status")
        .attr("data-tone", tone)
        .child(icon(sign))
        .child(S.el("span", "order-words").text(text))
        .child(actions)
        .child((tone != "calm").then(close));
    kept_focus(row)
}

fn act(desk: Desk, label: Key, run: impl FnMut(web_sys::Event) + 'static) -> Dom {
    el("button", "pl-button pl-quiet")
        .attr("type", "button")
        .on("click", run)
        .text(&desk.i18n.t(label))
        .into()
}

fn words(desk: Desk, key: Key, intent: &Intent) -> String {
    desk.i18n.with(key, &[("title", &intent.title)])
}

fn checking(desk: Desk, intent: &Intent, busy: bool) -> El {
    let text = words(desk, keys::REWARD_CATALOGUE_NOTICE_CHECKING, intent);
    let check = if busy {
        nothing()
    } else {
        act(desk, keys::REWARD_CATALOGUE_CHECK_NOW, move |_| {
            desk.store.check_order()
        })
    };
    row(desk, "calm", Icon::CLOCK, &text, check)
}

fn done(desk: Desk, intent: &Intent) -> El {
    let text = words(desk, keys::REWARD_CATALOGUE_NOTICE_DONE, intent);
    let show = leave(desk, keys::REWARD_CATALOGUE_SHOW, Desk::show_order);
    row(desk, "good", Icon::CHECK_CIRCLE, &text, show)
}

fn lost(desk: Desk, intent: &Intent) -> El {
    let text = words(desk, keys::REWARD_CATALOGUE_NOTICE_LOST, intent);
    let orders = leave(desk, keys::REWARD_CATALOGUE_ORDERS, Desk::show_orders);
    row(desk, "warn", Icon::WARNING, &text, orders)
}

/// A way into the dialog.
fn leave(desk: Desk, label: Key, way: fn(Desk)) -> Dom {
    act(desk, label, move |event| {
        // The notice goes: what the dialog gives the focus back to has to be there by then.
        if let Some(button) = closest(&event, "button") {
            to_heading(&button);
        }
        way(desk);
    })
}

fn refused(desk: Desk, intent: &Intent, error: &Error) -> El {
    let key = if error.problem() == Some(&ProblemType::DeliveryFailed) {
        keys::REWARD_CATALOGUE_NOTICE_DELIVERY
    } else {
        keys::REWARD_CATALOGUE_NOTICE_REFUSED
    };
    let text = words(desk, key, intent);
    row(desk, "warn", Icon::WARNING, &text, nothing())
}
