//! An order that is open or has just ended, told above the catalogue while no dialog tells it.

use palier_contract::problem::ProblemType;

use super::redeem_dialog::RedeemDialog;
use crate::blocks::icon::{Icon, icon};
use crate::blocks::ui::{kept_focus, to_heading};
use crate::client::Error;
use crate::dom::{Dom, El, closest, el, nothing};
use crate::i18n::{Key, keys};
use crate::store::{Intent, Order};
use crate::style::sheets::REWARD_CATALOGUE as S;

/// Draws the notice.
pub(super) fn notice(dialog: RedeemDialog) -> Option<El> {
    if dialog.open.get() {
        return None;
    }
    match dialog.order.get() {
        Order::None => None,
        Order::Sending(intent) => Some(checking(dialog, &intent, true)),
        Order::Unknown { intent, busy, .. } => Some(checking(dialog, &intent, busy)),
        Order::Lost(intent) => Some(over(dialog, &intent, LOST)),
        Order::Settled(intent, Ok(_)) => Some(over(dialog, &intent, DONE)),
        Order::Settled(intent, Err(error)) => Some(refused(dialog, &intent, &error)),
    }
}

fn row(dialog: RedeemDialog, tone: &'static str, sign: Icon, text: &str, actions: Dom) -> El {
    let close = || {
        el("button", "pl-button pl-quiet pl-icon-button")
            .attr("type", "button")
            .attr("aria-label", &dialog.i18n.t(keys::REWARD_CATALOGUE_CLOSE))
            .on("click", move |_| {
                dialog.said.set(String::new());
                dialog.store.dismiss_order();
            })
            .child(icon(Icon::X))
    };
    // The same once more, while an order is asked about time and again, is no news.
    if dialog.said.with_untracked(|said| said != text) {
        dialog.said.set(text.to_owned());
    }
    let row = S
        .el("div", "pl-notice order")
        .attr("data-tone", tone)
        .child(icon(sign))
        .child(S.el("span", "order-words").text(text))
        .child(actions)
        .child((tone != "calm").then(close));
    kept_focus(row)
}

fn act(dialog: RedeemDialog, label: Key, run: impl FnMut(web_sys::Event) + 'static) -> Dom {
    el("button", "pl-button pl-quiet")
        .attr("type", "button")
        .on("click", run)
        .text(&dialog.i18n.t(label))
        .into()
}

fn words(dialog: RedeemDialog, key: Key, intent: &Intent) -> String {
    dialog.i18n.with(key, &[("title", &intent.title)])
}

fn checking(dialog: RedeemDialog, intent: &Intent, busy: bool) -> El {
    let text = words(dialog, keys::REWARD_CATALOGUE_NOTICE_CHECKING, intent);
    let check = if busy {
        nothing()
    } else {
        act(dialog, keys::REWARD_CATALOGUE_CHECK_NOW, move |_| {
            dialog.store.check_order()
        })
    };
    row(dialog, "calm", Icon::CLOCK, &text, check)
}

/// How an order ended that something can be seen of: tone, sign, words, and the way there.
struct End {
    tone: &'static str,
    sign: Icon,
    words: Key,
    label: Key,
    way: fn(RedeemDialog),
}

const DONE: End = End {
    tone: "good",
    sign: Icon::CHECK_CIRCLE,
    words: keys::REWARD_CATALOGUE_NOTICE_DONE,
    label: keys::REWARD_CATALOGUE_SHOW,
    way: RedeemDialog::show_order,
};

const LOST: End = End {
    tone: "warn",
    sign: Icon::WARNING,
    words: keys::REWARD_CATALOGUE_NOTICE_LOST,
    label: keys::REWARD_CATALOGUE_ORDERS,
    way: RedeemDialog::show_orders,
};

fn over(dialog: RedeemDialog, intent: &Intent, end: End) -> El {
    let text = words(dialog, end.words, intent);
    let show = act(dialog, end.label, move |event| {
        // The notice goes: what the dialog gives the focus back to has to be there by then.
        if let Some(button) = closest(&event, "button") {
            to_heading(&button);
        }
        (end.way)(dialog);
    });
    row(dialog, end.tone, end.sign, &text, show)
}

fn refused(dialog: RedeemDialog, intent: &Intent, error: &Error) -> El {
    let key = if error.problem() == Some(&ProblemType::DeliveryFailed) {
        keys::REWARD_CATALOGUE_NOTICE_DELIVERY
    } else {
        keys::REWARD_CATALOGUE_NOTICE_REFUSED
    };
    let text = words(dialog, key, intent);
    row(dialog, "warn", Icon::WARNING, &text, nothing())
}
