//! What each tier gives, folded per tier, with the state of every benefit in words.

use leptos::prelude::*;
use palier_contract::tier::{Benefit, BenefitState, Tier};

use super::hero::crest;
use super::ladder::word;
use super::place::{self, Step};
use super::requirement::amount;
use super::view::Shown;
use crate::blocks::icon::{Icon, icon};
use crate::i18n::{DateStyle, I18n, keys};
use crate::style::sheets::TIER_PROGRESS;

/// `whose` is `all`, `current` or `none`. Without a current tier, `current` is the next or first.
/// Where nobody's place is known, every tier shows what it gives at once.
pub(super) fn benefits(shown: Shown, whose: &str) -> AnyView {
    let scope = TIER_PROGRESS.class;
    let tiers = shown.tiers.get();
    let steps = shown
        .standing
        .with(|standing| place::steps(&tiers, standing.as_ref()));
    let mine = steps
        .iter()
        .position(|step| *step == Step::Current)
        .or_else(|| steps.iter().position(|step| *step == Step::Next))
        .unwrap_or(0);
    let drawn: Vec<_> = tiers
        .iter()
        .zip(steps)
        .enumerate()
        .filter(|(at, _)| whose == "all" || (whose == "current" && *at == mine))
        .map(|(at, (tier, step))| one(shown, tier, step, at == mine || step == Step::Open))
        .collect();
    if drawn.is_empty() {
        return ().into_any();
    }
    let level = shown.level;
    let open = shown.standing.with(Option::is_none);
    view! { class = scope,
        <div class="benefits" part="benefits" class:open=open>
            <div class="benefits-title" role="heading" attr:aria-level=move || level.get().to_string()>
                {shown.i18n.t(keys::TIER_PROGRESS_BENEFITS)}
            </div>
            {drawn}
        </div>
    }
    .into_any()
}

fn one(shown: Shown, tier: &Tier, step: Step, open: bool) -> AnyView {
    let i18n = shown.i18n;
    let scope = TIER_PROGRESS.class;
    let count = i64::try_from(tier.benefits.len()).unwrap_or_default();
    let listed: Vec<_> = tier
        .benefits
        .iter()
        .map(|benefit| item(i18n, benefit, step))
        .collect();
    let tone = if step == Step::Current {
        "accent"
    } else {
        "calm"
    };
    view! { class = scope,
        <details class="gives" open=open data-step=step.word()>
            <summary class="gives-head">
                <span class="gives-crest">{crest(shown.store, Some(tier), false)}</span>
                <span class="gives-name">{tier.name.clone()}</span>
                {word(step).map(|key| view! { class = scope, <span class="pl-chip" data-tone=tone>{i18n.t(key)}</span> })}
                <span class="gives-count pl-num">{i18n.count(keys::TIER_PROGRESS_BENEFITS_COUNT, count, &[])}</span>
                <span class="gives-sign">{icon(scope, Icon::CHEVRON_DOWN)}</span>
            </summary>
            <div class="gives-body">
                {takes(shown, tier, step)}
                <ul class="gives-list">{listed}</ul>
            </div>
        </details>
    }
    .into_any()
}

/// What a tier that is not reached takes.
fn takes(shown: Shown, tier: &Tier, step: Step) -> Option<AnyView> {
    let scope = TIER_PROGRESS.class;
    if matches!(step, Step::Reached | Step::Current) || tier.requirements.is_empty() {
        return None;
    }
    let asked: Vec<_> = shown.currencies.with(|currencies| {
        tier.requirements
            .iter()
            .map(|one| {
                let words = amount(shown.i18n, one, currencies);
                view! { class = scope,
                    <div class="take"><dt>{one.label.clone()}</dt><dd class="pl-num">{words}</dd></div>
                }
            })
            .collect()
    });
    Some(view! { class = scope, <dl class="takes">{asked}</dl> }.into_any())
}

fn item(i18n: I18n, benefit: &Benefit, step: Step) -> impl IntoView {
    let scope = TIER_PROGRESS.class;
    let (sign, tone, words) = match &benefit.state {
        // Nobody's place is known: what a tier gives is told, not who may use it.
        _ if step == Step::Open => (Icon::GIFT, "calm", String::new()),
        BenefitState::Available => (
            Icon::CHECK_CIRCLE,
            "good",
            i18n.t(keys::TIER_PROGRESS_AVAILABLE),
        ),
        BenefitState::Used => (Icon::MINUS, "calm", i18n.t(keys::TIER_PROGRESS_USED)),
        BenefitState::Locked => (Icon::LOCK, "calm", i18n.t(keys::TIER_PROGRESS_LOCKED)),
        BenefitState::Cooldown => {
            let again = benefit.resets_at.as_ref().map(|at| {
                i18n.with(
                    keys::TIER_PROGRESS_COOLDOWN,
                    &[("date", &i18n.date(at, DateStyle::Long))],
                )
            });
            let later = again.unwrap_or_else(|| i18n.t(keys::TIER_PROGRESS_LATER));
            (Icon::CLOCK, "warn", later)
        }
        BenefitState::Unknown(_) => (Icon::INFO, "calm", i18n.t(keys::TIER_PROGRESS_UNKNOWN)),
    };
    view! { class = scope,
        <li class="benefit" part="benefit" data-tone=tone data-state=benefit.state.as_str().to_owned()>
            <span class="benefit-sign">{icon(scope, sign)}</span>
            <span class="benefit-words">
                <span class="benefit-title">{benefit.title.clone()}</span>
                {benefit.description.clone().map(|text| view! { class = scope, <span class="benefit-text">{text}</span> })}
            </span>
            {(!words.is_empty()).then(|| view! { class = scope, <span class="benefit-state">{words}</span> })}
        </li>
    }
}
