//! The dialog of an open reward: one step at a time.

use super::flow::{Input, Step};
use super::redeem_dialog::RedeemDialog;
use super::{address, cancel, detail, orders, outcome, review};
use crate::blocks::frame::status_line;
use crate::blocks::icon::{Icon, icon};
use crate::blocks::ui::{self, Dialog, headline};
use crate::dom::{El, el};
use crate::i18n::{Key, keys};
use crate::reactive::*;
use crate::style::sheets::REWARD_CATALOGUE as S;

/// Draws the dialog, closed until a reward is opened.
pub(super) fn draw(dialog: RedeemDialog) -> El {
    ui::dialog(
        Dialog {
            open: dialog.open,
            label: Signal::derive(move || name(dialog)),
            close: dialog.i18n.t(keys::REWARD_CATALOGUE_CLOSE),
        },
        move || {
            el("div", "")
                // All that is outside of an open dialog is silent.
                .child(status_line(dialog.said))
                .slot(move || step(dialog, dialog.step.get()))
                .into()
        },
    )
}

/// The reward; without one, what is told of an order.
fn name(dialog: RedeemDialog) -> String {
    if let Some(reward) = dialog.reward.get() {
        return reward.title.clone();
    }
    dialog.step.with(|step| match step {
        Step::Past(order) | Step::Done(order) | Step::Cancel(order) => outcome::what(order),
        Step::Lost(title) => title.clone(),
        _ => dialog.i18n.t(keys::REWARD_CATALOGUE_ORDERS),
    })
}

fn step(dialog: RedeemDialog, step: Step) -> El {
    match step {
        Step::Detail(wrong) => detail::detail(dialog, wrong),
        Step::Address(wrong) => address::form(dialog, &wrong),
        Step::Quoting(_) => waiting(dialog, keys::REWARD_CATALOGUE_QUOTING, None),
        Step::Unquoted(error) => review::unquoted(dialog, &error),
        Step::Review(quote, news) => review::review(dialog, &quote, news),
        Step::Unsent(why) => outcome::unsent(dialog, &why),
        Step::Sending => waiting(
            dialog,
            keys::REWARD_CATALOGUE_SENDING_TITLE,
            Some(keys::REWARD_CATALOGUE_SENDING_TEXT),
        ),
        Step::Checking { signed_out } => outcome::checking(dialog, signed_out),
        Step::Lost(title) => outcome::lost(dialog, &title),
        Step::Done(redemption) => outcome::done(dialog, &redemption),
        Step::Refused(problem) => outcome::refused(dialog, &problem),
        Step::Orders => orders::list(dialog),
        Step::Past(order) => orders::order(dialog, &order),
        Step::Cancel(order) => cancel::question(dialog, &order),
    }
}

/// A step that ends by itself.
fn waiting(dialog: RedeemDialog, title: Key, text: Option<Key>) -> El {
    let i18n = dialog.i18n;
    S.el("div", "step waiting")
        .attr("aria-busy", "true")
        .child(S.el("span", "turning").child(icon(Icon::REFRESH)))
        .child(headline(&i18n.t(title), dialog.level.get()))
        .child(text.map(|text| el("p", "pl-soft").text(&i18n.t(text))))
}

/// The row of a step's ways on.
pub(super) fn foot() -> El {
    S.el("div", "foot").attr("part", "dialog-foot")
}

/// The way back to the options, or to the address.
pub(super) fn back(dialog: RedeemDialog, to_address: bool) -> El {
    let input = Input::Back {
        address: to_address,
    };
    el("button", "pl-button")
        .attr("type", "button")
        .on("click", move |_| dialog.go(input.clone()))
        .text(&dialog.i18n.t(keys::REWARD_CATALOGUE_BACK))
}
