//! The code that an order issued: hidden until asked for, copied on demand, each told in words.

use leptos::prelude::*;
use palier_contract::Action;
use palier_contract::redemption::{Code, Redemption};

use super::desk::Desk;
use crate::blocks::icon::{Icon, icon};
use crate::blocks::ui::copy;
use crate::client::Error;
use crate::i18n::{DateStyle, Key, keys};
use crate::style::sheets::REWARD_CATALOGUE;

/// Draws the code of `order`.
pub(super) fn code(desk: Desk, order: &Redemption, code: Code) -> AnyView {
    let i18n = desk.i18n;
    let scope = REWARD_CATALOGUE.class;
    let whole = RwSignal::new(code.value);
    let said = RwSignal::new(None::<Key>);
    let action = StoredValue::new(order.actions.get("reveal_code").cloned());
    let until = code.expires_at.as_ref().map(|at| {
        let when = i18n.date(at, DateStyle::Long);
        i18n.with(keys::REWARD_CATALOGUE_CODE_UNTIL, &[("when", &when)])
    });
    let button = move || {
        match whole.get() {
        Some(value) => view! { class = scope,
            <button type="button" class="pl-button" on:click=move |_| copy_it(value.clone(), said)>
                {icon(scope, Icon::COPY)} {i18n.t(keys::REWARD_CATALOGUE_COPY)}
            </button>
        }
        .into_any(),
        None => action
            .get_value()
            .map(|action| {
                view! { class = scope,
                    <button type="button" class="pl-button" on:click=move |_| reveal(desk, action.clone(), whole, said)>
                        {icon(scope, Icon::EYE)} {i18n.t(keys::REWARD_CATALOGUE_REVEAL)}
                    </button>
                }
            })
            .into_any(),
    }
    };
    view! { class = scope,
        <div class="code" part="code">
            <p class="fact-name pl-small">{i18n.t(keys::REWARD_CATALOGUE_CODE)}</p>
            <div class="code-row">
                <output class="code-value" dir="ltr">{move || whole.get().unwrap_or_else(|| code.masked.clone())}</output>
                {button}
            </div>
            <p class="pl-small pl-soft">{until}</p>
            <p class="pl-small" role="status">{move || said.get().map(|key| i18n.t(key))}</p>
        </div>
    }
    .into_any()
}

fn copy_it(value: String, said: RwSignal<Option<Key>>) {
    said.set(None);
    leptos::task::spawn_local(async move {
        let key = if copy(&value).await {
            keys::REWARD_CATALOGUE_COPIED
        } else {
            keys::REWARD_CATALOGUE_COPY_FAILED
        };
        // The dialog may be closed by now.
        let _ = said.try_set(Some(key));
    });
}

fn reveal(
    desk: Desk,
    action: Action,
    whole: RwSignal<Option<String>>,
    said: RwSignal<Option<Key>>,
) {
    said.set(None);
    leptos::task::spawn_local(async move {
        let reply: Result<Redemption, Error> = desk.store.act(&action).await;
        let value = reply.ok().and_then(|order| order.code?.value);
        let failed = value
            .is_none()
            .then_some(keys::REWARD_CATALOGUE_REVEAL_FAILED);
        let _ = said.try_set(failed);
        if value.is_some() {
            drop(whole.try_set(value));
        }
    });
}
