//! The tiers as steps on a line; each says in words where it is from the member's place.

use leptos::prelude::*;
use palier_contract::tier::Tier;

use super::hero::crest;
use super::place::{self, Step};
use super::view::Shown;
use crate::blocks::icon::{Icon, icon};
use crate::i18n::keys;
use crate::style::sheets::TIER_PROGRESS;

/// From here on the steps stand below each other on middling widths too.
const MANY: usize = 6;

pub(super) fn ladder(shown: Shown) -> AnyView {
    let scope = TIER_PROGRESS.class;
    let tiers = shown.tiers.get();
    let steps = shown
        .standing
        .with(|standing| place::steps(&tiers, standing.as_ref()));
    let many = tiers.len() >= MANY;
    let drawn: Vec<_> = tiers
        .iter()
        .zip(steps)
        .map(|(tier, step)| one(shown, tier, step))
        .collect();
    view! { class = scope,
        <ol class="ladder" part="ladder" class:many=many aria-label=shown.i18n.t(keys::TIER_PROGRESS_LADDER)>
            {drawn}
        </ol>
    }
    .into_any()
}

fn one(shown: Shown, tier: &Tier, step: Step) -> impl IntoView {
    let scope = TIER_PROGRESS.class;
    let sign = match step {
        Step::Reached => Some(Icon::CHECK),
        Step::Current => Some(Icon::STAR),
        Step::Next | Step::Ahead => Some(Icon::LOCK),
        Step::Open => None,
    };
    view! { class = scope,
        <li class="step" part="step" data-step=step.word() aria-current=(step == Step::Current).then_some("step")>
            <span class="node">
                <span class="node-crest">{crest(shown.store, Some(tier), false)}</span>
                {sign.map(|sign| view! { class = scope, <span class="node-sign">{icon(scope, sign)}</span> })}
            </span>
            <span class="step-words">
                <span class="step-name">{tier.name.clone()}</span>
                {word(step).map(|key| view! { class = scope, <span class="step-state">{shown.i18n.t(key)}</span> })}
            </span>
        </li>
    }
}

/// The words for a step; none where nobody's place is known.
pub(super) fn word(step: Step) -> Option<crate::i18n::Key> {
    match step {
        Step::Reached => Some(keys::TIER_PROGRESS_REACHED),
        Step::Current => Some(keys::TIER_PROGRESS_CURRENT),
        Step::Next => Some(keys::TIER_PROGRESS_NEXT),
        Step::Ahead => Some(keys::TIER_PROGRESS_LOCKED),
        Step::Open => None,
    }
}
