//! The dialog of an open reward: one step at a time.

use leptos::prelude::*;

use super::desk::Desk;
use super::flow::{Input, Step};
use super::{address, detail, outcome, review};
use crate::blocks::icon::{Icon, icon};
use crate::blocks::ui::{Dialog, dialog, headline};
use crate::i18n::{Key, keys};
use crate::style::sheets::REWARD_CATALOGUE;

/// Draws the dialog, closed until a reward is opened.
pub(super) fn sheet(desk: Desk) -> impl IntoView {
    let i18n = desk.i18n;
    let title = Signal::derive(move || {
        let reward = desk.reward.get().map(|reward| reward.title);
        reward.unwrap_or_else(|| i18n.t(keys::REWARD_CATALOGUE_TITLE))
    });
    dialog(
        Dialog {
            open: desk.open,
            label: title,
            close: i18n.t(keys::REWARD_CATALOGUE_CLOSE),
        },
        move || (move || step(desk, desk.step.get())).into_any(),
    )
}

fn step(desk: Desk, step: Step) -> AnyView {
    match step {
        Step::Detail(wrong) => detail::detail(desk, wrong),
        Step::Address(wrong) => address::form(desk, wrong),
        Step::Quoting(_) => waiting(desk, keys::REWARD_CATALOGUE_QUOTING, None),
        Step::Unquoted(error) => review::unquoted(desk, &error),
        Step::Review(quote, news) => review::review(desk, *quote, news),
        Step::Sending => waiting(
            desk,
            keys::REWARD_CATALOGUE_SENDING_TITLE,
            Some(keys::REWARD_CATALOGUE_SENDING_TEXT),
        ),
        Step::Checking { busy, signed_out } => outcome::checking(desk, busy, signed_out),
        Step::Done(redemption) => outcome::done(desk, *redemption),
        Step::Refused(problem) => outcome::refused(desk, &problem),
    }
}

/// A step that ends by itself.
fn waiting(desk: Desk, title: Key, text: Option<Key>) -> AnyView {
    let i18n = desk.i18n;
    let scope = REWARD_CATALOGUE.class;
    view! { class = scope,
        <div class="step waiting" aria-busy="true">
            <span class="turning">{icon(scope, Icon::REFRESH)}</span>
            {headline(i18n.t(title), desk.level)}
            {text.map(|text| view! { class = scope, <p class="pl-soft">{i18n.t(text)}</p> })}
        </div>
    }
    .into_any()
}

/// The way back to the options, or to the address.
pub(super) fn back(desk: Desk, to_address: bool) -> AnyView {
    let scope = REWARD_CATALOGUE.class;
    view! { class = scope,
        <button type="button" class="pl-button" on:click=move |_| desk.go(Input::Back { address: to_address })>
            {desk.i18n.t(keys::REWARD_CATALOGUE_BACK)}
        </button>
    }
    .into_any()
}
