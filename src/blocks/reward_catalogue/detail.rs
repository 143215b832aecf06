//! First step: everything about the reward, its options, and whether it can be had.

use leptos::html;
use leptos::prelude::*;
use palier_contract::VerdictState;
use palier_contract::problem::FieldError;
use palier_contract::reward::Reward;

use super::desk::Desk;
use super::flow::Input;
use super::{card, options, verdict};
use crate::blocks::frame;
use crate::blocks::icon::{Icon, icon};
use crate::blocks::ui::{focus_invalid, headline, picture, rich_text};
use crate::i18n::{DateStyle, keys};
use crate::style::sheets::REWARD_CATALOGUE;

/// Draws the step. Its parts are redrawn only when what they show has changed, so that a refresh
/// takes nobody's focus.
pub(super) fn detail(desk: Desk, wrong: Vec<FieldError>) -> AnyView {
    let scope = REWARD_CATALOGUE.class;
    let title = move || {
        let title = desk
            .reward
            .with(|reward| reward.as_ref().map(|one| one.title.clone()));
        title.map(|title| headline(title, desk.level))
    };
    let form = NodeRef::new();
    let title = part(desk, |reward| reward.title.clone(), title);
    view! { class = scope,
        <div class="step">
            {part(desk, |reward| (reward.media.clone(), reward.ribbon.clone()), move || pictures(desk))}
            <div class="intro">
                {title}
                {part(desk, |reward| reward.summary.clone(), move || {
                    desk.reward.with(|reward| reward.as_ref().and_then(|one| one.summary.clone()))
                        .map(|summary| view! { class = scope, <p class="pl-soft">{summary}</p> })
                })}
            </div>
            {part(desk, |reward| reward.description.clone(), move || {
                desk.reward.with(|reward| reward.as_ref()
                    .filter(|one| !one.description.is_empty())
                    .map(|one| rich_text(&one.description, desk.level.saturating_add(1).min(6))))
            })}
            {options::options(desk, wrong, form)}
            {part(desk, facts_of, move || facts(desk))}
            {part(desk, |reward| (reward.eligibility.clone(), reward.prices.clone()), move || footer(desk, form))}
        </div>
    }
    .into_any()
}

/// A part that is redrawn when `of` the reward changes.
fn part<T, V>(
    desk: Desk,
    of: impl Fn(&Reward) -> T + Send + Sync + 'static,
    draw: impl Fn() -> V + Send + 'static,
) -> AnyView
where
    T: PartialEq + Send + Sync + 'static,
    V: IntoView + 'static,
{
    let value = Memo::new(move |_| desk.reward.with(|reward| reward.as_ref().map(&of)));
    (move || {
        value.track();
        untrack(&draw).into_any()
    })
    .into_any()
}

fn pictures(desk: Desk) -> Option<AnyView> {
    let scope = REWARD_CATALOGUE.class;
    let reward = desk.reward.get()?;
    let several = reward.media.len() > 1;
    let images = reward
        .media
        .iter()
        .map(|media| {
            view! { class = scope, <div class="shot">{picture(desk.store, media, media.alt.clone())}</div> }
        })
        .collect_view();
    // A strip that scrolls must be reachable by keyboard.
    let strip = view! { class = scope,
        <div
            class="shots"
            role=several.then_some("group")
            aria-label=several.then(|| desk.i18n.t(keys::REWARD_CATALOGUE_PICTURES))
            tabindex=several.then_some("0")
        >
            {images}
        </div>
    };
    let ribbon = reward.ribbon.clone();
    (!reward.media.is_empty()).then(|| {
        view! { class = scope,
            <div class="gallery">
                {strip}
                {ribbon.map(|ribbon| view! { class = scope, <span class="ribbon">{ribbon}</span> })}
            </div>
        }
        .into_any()
    })
}

type Facts = (
    Option<String>,
    Option<String>,
    Option<palier_contract::reward::MemberLimit>,
);

fn facts_of(reward: &Reward) -> Facts {
    (
        reward.terms.clone(),
        reward.sustainability.clone(),
        reward.limit.clone(),
    )
}

/// Conditions, limit, sustainability.
fn facts(desk: Desk) -> Option<AnyView> {
    let i18n = desk.i18n;
    let scope = REWARD_CATALOGUE.class;
    let (terms, sustainability, limit) =
        desk.reward.with(|reward| reward.as_ref().map(facts_of))?;
    let limit = limit.map(|limit| {
        format!(
            "{} · {}",
            i18n.count(keys::REWARD_CATALOGUE_LIMIT, limit.per_member.get(), &[]),
            i18n.count(
                keys::REWARD_CATALOGUE_LIMIT_LEFT,
                limit.remaining.get(),
                &[]
            )
        )
    });
    let conditions: Vec<String> = limit.into_iter().chain(terms).collect();
    let fact = |sign: Icon, key, lines: Vec<String>| {
        view! { class = scope,
            <div class="fact">
                {icon(scope, sign)}
                <div>
                    <dt class="fact-name">{i18n.t(key)}</dt>
                    {lines.into_iter().map(|line| view! { class = scope, <dd>{line}</dd> }).collect_view()}
                </div>
            </div>
        }
    };
    let any = !conditions.is_empty() || sustainability.is_some();
    any.then(|| {
        view! { class = scope,
            <dl class="facts pl-small">
                {(!conditions.is_empty()).then(|| fact(Icon::INFO, keys::REWARD_CATALOGUE_TERMS, conditions))}
                {sustainability.map(|text| fact(Icon::LEAF, keys::REWARD_CATALOGUE_SUSTAINABILITY, vec![text]))}
            </dl>
        }
        .into_any()
    })
}

/// The verdict and the way on. A button that leads nowhere says why.
fn footer(desk: Desk, form: NodeRef<html::Div>) -> Option<AnyView> {
    let i18n = desk.i18n;
    let scope = REWARD_CATALOGUE.class;
    let reward = desk.reward.get()?;
    let reason = desk
        .currencies
        .with(|currencies| verdict::reason(i18n, &reward, currencies));
    let offered =
        reward.eligibility.state == VerdictState::Eligible && reward.actions.contains_key("redeem");
    let block = desk.block.try_get_value()?;
    let way = match reward.eligibility.state {
        VerdictState::SignInRequired => frame::sign_in(&block),
        VerdictState::NotEnrolled => frame::join(&block),
        _ => view! { class = scope,
            <button
                type="button"
                class="pl-button pl-primary pl-wide"
                part="redeem"
                aria-disabled=(!offered).then_some("true")
                aria-describedby=(!offered).then_some("pl-reason")
                on:click=move |_| if offered { go_on(desk, form) }
            >
                {i18n.t(keys::REWARD_CATALOGUE_REDEEM)}
            </button>
        }
        .into_any(),
    };
    let reset = reward
        .eligibility
        .unlocks_at
        .filter(|_| !offered)
        .map(|at| {
            let when = i18n.date(&at, DateStyle::Moment);
            i18n.with(keys::REWARD_CATALOGUE_AGAIN_FROM, &[("when", &when)])
        });
    let silent = (!offered && reason.is_none()).then(|| i18n.t(keys::REWARD_CATALOGUE_UNAVAILABLE));
    let price =
        (reward.prices.len() == 1).then(|| options::price_words(desk, reward.prices.first()));
    Some(
        view! { class = scope,
            <div class="foot">
                <div class="foot-words">
                    {price}
                    <div id="pl-reason">
                        {reason.map(|line| card::line(line, i18n))}
                        {silent}
                        {reset.map(|text| view! { class = scope, <p class="pl-small pl-soft">{text}</p> })}
                    </div>
                </div>
                {way}
            </div>
        }
        .into_any(),
    )
}

fn go_on(desk: Desk, form: NodeRef<html::Div>) {
    let complete = desk.reward.with_untracked(|reward| {
        let missing = |reward| desk.draft.with_untracked(|draft| draft.missing(reward));
        reward
            .as_ref()
            .is_some_and(|reward| missing(reward).is_empty())
    });
    desk.tried.set(!complete);
    if complete {
        let address = desk.needs_address();
        desk.go(Input::Chosen { address });
    } else if let Some(form) = form.get_untracked() {
        focus_invalid(&form);
    }
}
