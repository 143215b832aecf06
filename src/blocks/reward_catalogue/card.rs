//! One reward of the list: picture, title, price, verdict. The whole card opens the reward
//! through one real button.

use leptos::prelude::*;
use palier_contract::portal::Currency;
use palier_contract::reward::{Price, Reward};

use super::desk::Desk;
use super::verdict::{self, Line};
use crate::blocks::icon::{Icon, icon};
use crate::blocks::ui::{bar, picture};
use crate::i18n::{I18n, keys};
use crate::style::sheets::REWARD_CATALOGUE;

/// Draws a card. Its button stays the same element while the reward changes, so that focus can
/// return to it.
pub(super) fn card(desk: Desk, reward: Memo<Option<Reward>>, id: String) -> impl IntoView {
    let scope = REWARD_CATALOGUE.class;
    let part = move |draw: fn(Desk, &Reward) -> AnyView| {
        move || reward.with(|reward| reward.as_ref().map(|reward| draw(desk, reward)))
    };
    let title = move || reward.with(|reward| reward.as_ref().map(|reward| reward.title.clone()));
    let state = move || {
        reward.with(|reward| {
            reward
                .as_ref()
                .map(|reward| reward.eligibility.state.as_str().to_owned())
        })
    };
    view! { class = scope,
        <li class="cell">
            <article class="card" part="card" data-verdict=state>
                {part(art)}
                <div class="text">
                    <div class="name" part="card-title" role="heading" attr:aria-level=desk.level.to_string()>
                        <button type="button" class="opener" attr:aria-haspopup="dialog" on:click=move |_| desk.show(&id)>{title}</button>
                    </div>
                    {part(body)}
                </div>
            </article>
        </li>
    }
}

fn art(desk: Desk, reward: &Reward) -> AnyView {
    let scope = REWARD_CATALOGUE.class;
    let image = match reward.media.first() {
        Some(media) => picture(desk.store, media, media.alt.clone()),
        None => icon(scope, Icon::GIFT).into_any(),
    };
    let ribbon = reward.ribbon.clone();
    view! { class = scope,
        <div class="art" part="picture">
            {image}
            {ribbon.map(|ribbon| view! { class = scope, <span class="ribbon" part="ribbon">{ribbon}</span> })}
        </div>
    }
    .into_any()
}

fn body(desk: Desk, reward: &Reward) -> AnyView {
    let scope = REWARD_CATALOGUE.class;
    let i18n = desk.i18n;
    desk.currencies.with(|currencies| {
        let lines = verdict::lines(i18n, reward, currencies);
        view! { class = scope,
            {reward.summary.clone().map(|summary| view! { class = scope, <p class="summary pl-soft pl-small">{summary}</p> })}
            {prices(i18n, &reward.prices, currencies)}
            <div class="verdict" part="verdict">{lines.into_iter().map(|one| line(one, i18n)).collect_view()}</div>
        }
        .into_any()
    })
}

/// A line of a verdict.
pub(super) fn line(line: Line, i18n: I18n) -> AnyView {
    let scope = REWARD_CATALOGUE.class;
    let (sign, text) = (line.sign, line.text);
    let progress = line.progress.map(|(current, target, words)| {
        bar(i18n.t(keys::REWARD_CATALOGUE_PRICE), words, current, target)
    });
    view! { class = scope,
        <div class="line" data-tone=line.tone>
            {progress}
            <p class="line-words pl-small">{icon(scope, sign)} <span>{text}</span></p>
        </div>
    }
    .into_any()
}

fn prices(i18n: I18n, prices: &[Price], currencies: &[Currency]) -> AnyView {
    let scope = REWARD_CATALOGUE.class;
    let one = |(place, price): (usize, &Price)| {
        let words = i18n.amounts(&price.amounts, currencies);
        if place > 0 {
            let or = i18n.with(keys::REWARD_CATALOGUE_OR, &[("price", &words)]);
            return view! { class = scope, <span class="price-or pl-soft pl-small">{or}</span> }
                .into_any();
        }
        view! { class = scope,
            <span class="price-main">{words}</span>
            {was(i18n, price, currencies)}
        }
        .into_any()
    };
    view! { class = scope, <p class="price pl-num" part="price">{prices.iter().enumerate().map(one).collect_view()}</p> }
        .into_any()
}

/// The price before a discount: struck out for the eye, told for the ear.
pub(super) fn was(i18n: I18n, price: &Price, currencies: &[Currency]) -> Option<AnyView> {
    let scope = REWARD_CATALOGUE.class;
    (!price.original.is_empty()).then(|| {
        let words = i18n.amounts(&price.original, currencies);
        let told = i18n.with(keys::REWARD_CATALOGUE_INSTEAD_OF, &[("price", &words)]);
        view! { class = scope,
            <s class="price-was pl-soft pl-small" aria-hidden="true">{words}</s>
            <span class="pl-sr">{told}</span>
        }
        .into_any()
    })
}
