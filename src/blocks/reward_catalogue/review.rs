//! Third step: what the server says it takes, and what is left afterwards; then yes or no
//! (WCAG 2.2, 3.3.4).

use leptos::prelude::*;
use palier_contract::redemption::Quote;
use palier_contract::{Amount, VerdictState};

use super::desk::Desk;
use super::flow::{Input, News};
use super::sheet;
use crate::blocks::frame;
use crate::blocks::icon::{Icon, icon};
use crate::blocks::ui::headline;
use crate::client::Error;
use crate::i18n::{DateStyle, keys};
use crate::style::sheets::REWARD_CATALOGUE;

/// Draws the review.
pub(super) fn review(desk: Desk, quote: Quote, news: Option<News>) -> AnyView {
    let i18n = desk.i18n;
    let scope = REWARD_CATALOGUE.class;
    let words = |amounts: &[Amount]| {
        desk.currencies
            .with_untracked(|all| i18n.amounts(amounts, all))
    };
    let price = words(&quote.price);
    let allowed = quote.eligibility.state == VerdictState::Eligible;
    let reason = (!allowed).then(|| {
        let message = quote.eligibility.message.clone();
        message.unwrap_or_else(|| i18n.t(keys::REWARD_CATALOGUE_UNAVAILABLE))
    });
    let held = i18n.with(
        keys::REWARD_CATALOGUE_HELD,
        &[("when", &i18n.date(&quote.expires_at, DateStyle::Time))],
    );
    let confirm = i18n.with(keys::REWARD_CATALOGUE_CONFIRM, &[("price", &price)]);
    view! { class = scope,
        <div class="step">
            {headline(i18n.t(keys::REWARD_CATALOGUE_REVIEW_TITLE), desk.level)}
            {news.map(|news| what_changed(desk, news))}
            {subject(desk)}
            <dl class="sums pl-num">
                <div class="sum"><dt>{i18n.t(keys::REWARD_CATALOGUE_BEFORE)}</dt><dd>{words(&quote.before)}</dd></div>
                <div class="sum"><dt>{i18n.t(keys::REWARD_CATALOGUE_PRICE)}</dt><dd class="sum-price">{price}</dd></div>
                <div class="sum total"><dt>{i18n.t(keys::REWARD_CATALOGUE_AFTER)}</dt><dd>{words(&quote.after)}</dd></div>
            </dl>
            {quote.needs_address.then(|| ship_to(desk))}
            <p class="pl-small pl-soft">{held}</p>
            <div class="foot">
                {reason.map(|reason| view! { class = scope,
                    <p class="foot-words line-words pl-small" id="pl-reason">{icon(scope, Icon::INFO)} <span>{reason}</span></p>
                })}
                {sheet::back(desk, quote.needs_address)}
                <button
                    type="button"
                    class="pl-button pl-primary pl-wide"
                    part="confirm"
                    aria-disabled=(!allowed).then_some("true")
                    aria-describedby=(!allowed).then_some("pl-reason")
                    on:click=move |_| if allowed { desk.confirm() }
                >
                    {confirm}
                </button>
            </div>
        </div>
    }
    .into_any()
}

fn what_changed(desk: Desk, news: News) -> AnyView {
    let i18n = desk.i18n;
    let scope = REWARD_CATALOGUE.class;
    let text = match news {
        News::Price(words) => words.unwrap_or_else(|| i18n.t(keys::REWARD_CATALOGUE_PRICE_CHANGED)),
        News::Expired => i18n.t(keys::REWARD_CATALOGUE_QUOTE_EXPIRED),
    };
    view! { class = scope,
        <p class="pl-notice" role="status" data-tone="warn">{icon(scope, Icon::INFO)} <span>{text}</span></p>
    }
    .into_any()
}

/// The reward in a line: picture, title, what was chosen of it.
fn subject(desk: Desk) -> Option<AnyView> {
    let scope = REWARD_CATALOGUE.class;
    let reward = desk.reward.get_untracked()?;
    let draft = desk.draft.get_untracked();
    let values = reward.axes.iter().filter_map(|axis| {
        let id = draft.value(axis.id.as_str())?;
        let value = axis.values.iter().find(|value| value.id.as_str() == id)?;
        Some(value.label.clone())
    });
    let chosen = values.collect::<Vec<_>>().join(", ");
    let texts = reward.personalisation.iter().filter_map(|field| {
        let text = draft.text(field.id.as_str()).trim();
        (!text.is_empty()).then(|| format!("{}: “{text}”", field.label))
    });
    let lines: Vec<String> = (!chosen.is_empty())
        .then_some(chosen)
        .into_iter()
        .chain(texts)
        .collect();
    let image = reward
        .media
        .first()
        .map(|media| crate::blocks::ui::picture(desk.store, media, String::new()));
    Some(
        view! { class = scope,
            <div class="subject">
                <div class="thumb">{image}</div>
                <div>
                    <p class="subject-name">{reward.title}</p>
                    {lines.into_iter().map(|line| view! { class = scope, <p class="pl-small pl-soft">{line}</p> }).collect_view()}
                </div>
            </div>
        }
        .into_any(),
    )
}

fn ship_to(desk: Desk) -> AnyView {
    let i18n = desk.i18n;
    let scope = REWARD_CATALOGUE.class;
    let to = desk.address.get_untracked();
    let place = format!("{} {}, {}", to.postal_code, to.city, to.country);
    view! { class = scope,
        <div class="fact pl-small">
            {icon(scope, Icon::TRUCK)}
            <div>
                <p class="fact-name">{i18n.t(keys::REWARD_CATALOGUE_SHIP_TO)}</p>
                <p>{to.name}</p>
                <p>{to.street}</p>
                <p>{place}</p>
            </div>
        </div>
    }
    .into_any()
}

/// The dry run did not arrive.
pub(super) fn unquoted(desk: Desk, error: &Error) -> AnyView {
    let i18n = desk.i18n;
    let scope = REWARD_CATALOGUE.class;
    let lapsed = error.is_unauthorised();
    let text = if lapsed {
        keys::REWARD_CATALOGUE_UNQUOTED_SESSION
    } else {
        keys::REWARD_CATALOGUE_UNQUOTED_TEXT
    };
    let way = match desk.block.try_get_value().filter(|_| lapsed) {
        Some(block) => frame::sign_in(&block),
        None => view! { class = scope,
            <button type="button" class="pl-button pl-primary pl-wide" on:click=move |_| desk.go(Input::Again)>
                {i18n.t(keys::FRAME_RETRY)}
            </button>
        }
        .into_any(),
    };
    view! { class = scope,
        <div class="step">
            {headline(i18n.t(keys::REWARD_CATALOGUE_UNQUOTED_TITLE), desk.level)}
            <p class="pl-soft">{i18n.t(text)}</p>
            <div class="foot">{sheet::back(desk, false)}{way}</div>
        </div>
    }
    .into_any()
}
