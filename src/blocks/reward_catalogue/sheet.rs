//! The dialog of an open reward: one step at a time.

use super::desk::Desk;
use super::flow::{Input, Step};
use super::{address, detail, orders, outcome, review};
use crate::blocks::icon::{Icon, icon};
use crate::blocks::ui::{Dialog, dialog, headline};
use crate::dom::{El, el};
use crate::i18n::{Key, keys};
use crate::reactive::*;
use crate::style::sheets::REWARD_CATALOGUE as S;

/// Draws the dialog, closed until a reward is opened.
pub(super) fn sheet(desk: Desk) -> El {
    let i18n = desk.i18n;
    let title = Signal::derive(move || {
        let reward = desk.reward.get().map(|reward| reward.title.clone());
        reward.unwrap_or_else(|| i18n.t(keys::REWARD_CATALOGUE_TITLE))
    });
    dialog(
        Dialog {
            open: desk.open,
            label: title,
            close: i18n.t(keys::REWARD_CATALOGUE_CLOSE),
        },
        move || {
            el("div", "")
                .slot(move || step(desk, desk.step.get()))
                .into()
        },
    )
}

fn step(desk: Desk, step: Step) -> El {
    match step {
        Step::Detail(wrong) => detail::detail(desk, wrong),
        Step::Address(wrong) => address::form(desk, &wrong),
        Step::Quoting(_) => waiting(desk, keys::REWARD_CATALOGUE_QUOTING, None),
        Step::Unquoted(error) => review::unquoted(desk, &error),
        Step::Review(quote, news) => review::review(desk, &quote, news),
        Step::Unsent(why) => outcome::unsent(desk, &why),
        Step::Sending => waiting(
            desk,
            keys::REWARD_CATALOGUE_SENDING_TITLE,
            Some(keys::REWARD_CATALOGUE_SENDING_TEXT),
        ),
        Step::Checking { signed_out } => outcome::checking(desk, signed_out),
        Step::Lost(title) => outcome::lost(desk, &title),
        Step::Done(redemption) => outcome::done(desk, &redemption),
        Step::Refused(problem) => outcome::refused(desk, &problem),
        Step::Orders => orders::list(desk),
        Step::Past(order) => orders::order(desk, &order),
    }
}

/// A step that ends by itself.
fn waiting(desk: Desk, title: Key, text: Option<Key>) -> El {
    let i18n = desk.i18n;
    S.el("div", "step waiting")
        .attr("aria-busy", "true")
        .child(S.el("span", "turning").child(icon(Icon::REFRESH)))
        .child(headline(&i18n.t(title), desk.level.get()))
        .child(text.map(|text| el("p", "pl-soft").text(&i18n.t(text))))
}

/// The way back to the options, or to the address.
pub(super) fn back(desk: Desk, to_address: bool) -> El {
    let input = Input::Back {
        address: to_address,
    };
    el("button", "pl-button")
        .attr("type", "button")
        .on("click", move |_| desk.go(input.clone()))
        .text(&desk.i18n.t(keys::REWARD_CATALOGUE_BACK))
}
