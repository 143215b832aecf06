//! An order that is open or has just ended, told above the catalogue while no dialog tells it.

use leptos::prelude::*;
use palier_contract::problem::ProblemType;

use super::desk::Desk;
use crate::blocks::icon::{Icon, icon};
use crate::client::Error;
use crate::i18n::{Key, keys};
use crate::store::{Intent, Order};
use crate::style::sheets::REWARD_CATALOGUE;

/// Draws the notice.
pub(super) fn notice(desk: Desk) -> impl IntoView {
    move || {
        if desk.open.get() {
            return None;
        }
        match desk.order.get() {
            Order::None => None,
            Order::Sending(intent) => Some(checking(desk, &intent, true)),
            Order::Unknown { intent, busy, .. } => Some(checking(desk, &intent, busy)),
            Order::Settled(intent, Ok(_)) => Some(done(desk, &intent)),
            Order::Settled(intent, Err(error)) => Some(refused(desk, &intent, &error)),
        }
    }
}

fn row(desk: Desk, tone: &'static str, sign: Icon, text: String, actions: AnyView) -> AnyView {
    let scope = REWARD_CATALOGUE.class;
    let close = desk.i18n.t(keys::REWARD_CATALOGUE_CLOSE);
    let settled = tone != "calm";
    view! { class = scope,
        <div class="pl-notice order" part="notice" role="status" data-tone=tone>
            {icon(scope, sign)}
            <span class="order-words">{text}</span>
            {actions}
            {settled.then(|| view! { class = scope,
                <button type="button" class="pl-button pl-quiet pl-icon-button" aria-label=close on:click=move |_| desk.store.dismiss_order()>
                    {icon(scope, Icon::X)}
                </button>
            })}
        </div>
    }
    .into_any()
}

fn words(desk: Desk, key: Key, intent: &Intent) -> String {
    desk.i18n.with(key, &[("title", &intent.title)])
}

fn checking(desk: Desk, intent: &Intent, busy: bool) -> AnyView {
    let scope = REWARD_CATALOGUE.class;
    let text = words(desk, keys::REWARD_CATALOGUE_NOTICE_CHECKING, intent);
    let check = (!busy).then(|| {
        view! { class = scope,
            <button type="button" class="pl-button pl-quiet" on:click=move |_| desk.store.check_order()>
                {desk.i18n.t(keys::REWARD_CATALOGUE_CHECK_NOW)}
            </button>
        }
    });
    row(desk, "calm", Icon::CLOCK, text, check.into_any())
}

fn done(desk: Desk, intent: &Intent) -> AnyView {
    let scope = REWARD_CATALOGUE.class;
    let text = words(desk, keys::REWARD_CATALOGUE_NOTICE_DONE, intent);
    let show = view! { class = scope,
        <button type="button" class="pl-button pl-quiet" on:click=move |_| desk.show_order()>
            {desk.i18n.t(keys::REWARD_CATALOGUE_SHOW)}
        </button>
    };
    row(desk, "good", Icon::CHECK_CIRCLE, text, show.into_any())
}

fn refused(desk: Desk, intent: &Intent, error: &Error) -> AnyView {
    let key = if error.problem() == Some(&ProblemType::DeliveryFailed) {
        keys::REWARD_CATALOGUE_NOTICE_DELIVERY
    } else {
        keys::REWARD_CATALOGUE_NOTICE_REFUSED
    };
    let text = words(desk, key, intent);
    row(desk, "warn", Icon::WARNING, text, ().into_any())
}
