//! Side by side: what the next tier takes, and what keeps the present one.

use leptos::prelude::*;
use palier_contract::Timestamp;
use palier_contract::tier::{Standing, StandingState, Tier};

use super::place::{self, Mood};
use super::requirement::requirements;
use super::view::Shown;
use crate::blocks::icon::{Icon, icon};
use crate::i18n::{DateStyle, I18n, Key, keys};
use crate::style::sheets::TIER_PROGRESS;

pub(super) fn panels(shown: Shown, standing: &Standing) -> AnyView {
    let scope = TIER_PROGRESS.class;
    let tiers = shown.tiers.get();
    let next = place::find(&tiers, standing.next.as_ref()).map(|tier| next(shown, standing, tier));
    let keep =
        place::find(&tiers, standing.current.as_ref()).and_then(|tier| keep(shown, standing, tier));
    if next.is_none() && keep.is_none() {
        return ().into_any();
    }
    view! { class = scope, <div class="panels">{next} {keep}</div> }.into_any()
}

fn next(shown: Shown, standing: &Standing, tier: &Tier) -> AnyView {
    let i18n = shown.i18n;
    let named = [("tier", tier.name.as_str())];
    if standing.state == StandingState::AtThreshold {
        return panel(
            shown,
            "next",
            "good",
            Icon::SPARKLE,
            i18n.with(keys::TIER_PROGRESS_THRESHOLD_TITLE, &named),
            vec![i18n.t(keys::TIER_PROGRESS_THRESHOLD_TEXT)],
            requirements(
                shown,
                &standing.requirements,
                keys::TIER_PROGRESS_TO_TIER,
                &tier.name,
            ),
            String::new(),
        );
    }
    let mut text = Vec::new();
    if standing.requirements.is_empty() {
        text.push(i18n.t(keys::TIER_PROGRESS_NO_REQUIREMENTS));
    } else if standing.requirements.len() > 1 {
        text.push(i18n.t(keys::TIER_PROGRESS_ALL_OF));
    }
    let until = standing
        .window_ends_at
        .as_ref()
        .filter(|_| !standing.requirements.is_empty())
        .map(|ends| dated(i18n, keys::TIER_PROGRESS_WINDOW, ends))
        .unwrap_or_default();
    panel(
        shown,
        "next",
        "calm",
        Icon::FLAG,
        i18n.with(keys::TIER_PROGRESS_NEXT_TITLE, &named),
        text,
        requirements(
            shown,
            &standing.requirements,
            keys::TIER_PROGRESS_TO_TIER,
            &tier.name,
        ),
        until,
    )
}

fn keep(shown: Shown, standing: &Standing, tier: &Tier) -> Option<AnyView> {
    let i18n = shown.i18n;
    let (mood, rule) = place::mood(standing)?;
    let (tone, sign, title) = match mood {
        Mood::Safe => ("good", Icon::SHIELD, keys::TIER_PROGRESS_SAFE_TITLE),
        Mood::Open => ("calm", Icon::SHIELD, keys::TIER_PROGRESS_KEEP_TITLE),
        Mood::Risk => ("warn", Icon::HOURGLASS, keys::TIER_PROGRESS_RISK_TITLE),
        Mood::Grace => ("warn", Icon::HOURGLASS, keys::TIER_PROGRESS_GRACE_TITLE),
    };
    let mut text = Vec::new();
    match mood {
        Mood::Safe => text.push(i18n.t(keys::TIER_PROGRESS_SAFE_TEXT)),
        Mood::Grace => text.extend(
            standing
                .grace_until
                .as_ref()
                .map(|until| dated(i18n, keys::TIER_PROGRESS_GRACE_TEXT, until)),
        ),
        Mood::Open | Mood::Risk => {}
    }
    text.extend(projected(shown, standing, tier));
    let bars = rule.map(|rule| {
        requirements(
            shown,
            &rule.requirements,
            keys::TIER_PROGRESS_TO_KEEP,
            &tier.name,
        )
    });
    let until = rule
        .map(|rule| dated(i18n, keys::TIER_PROGRESS_CHECK, &rule.until))
        .unwrap_or_default();
    Some(panel(
        shown,
        "keep",
        tone,
        sign,
        i18n.with(title, &[("tier", &tier.name)]),
        text,
        bars.unwrap_or_else(|| ().into_any()),
        until,
    ))
}

/// What becomes of the tier if nothing more happens.
fn projected(shown: Shown, standing: &Standing, held: &Tier) -> Option<String> {
    let id = standing.projected.as_ref()?;
    let tiers = shown.tiers.get();
    let tier = place::find(&tiers, Some(id))?;
    let key = if tier.id == held.id {
        keys::TIER_PROGRESS_PROJECTED_SAME
    } else {
        keys::TIER_PROGRESS_PROJECTED_OTHER
    };
    Some(shown.i18n.with(key, &[("tier", &tier.name)]))
}

/// A sentence with a date, and how far off that is.
fn dated(i18n: I18n, key: Key, at: &Timestamp) -> String {
    i18n.with(
        key,
        &[
            ("date", &i18n.date(at, DateStyle::Long)),
            ("when", &i18n.relative(at)),
        ],
    )
}

#[expect(
    clippy::too_many_arguments,
    reason = "the parts of one panel, each once"
)]
fn panel(
    shown: Shown,
    part: &'static str,
    tone: &'static str,
    sign: Icon,
    title: String,
    text: Vec<String>,
    bars: AnyView,
    until: String,
) -> AnyView {
    let scope = TIER_PROGRESS.class;
    let lines: Vec<_> = text
        .into_iter()
        .map(|line| view! { class = scope, <p class="panel-text">{line}</p> })
        .collect();
    let level = shown.level;
    view! { class = scope,
        <div class="panel" part=part data-tone=tone>
            <div class="panel-head">
                <span class="panel-sign">{icon(scope, sign)}</span>
                <div class="panel-title" role="heading" attr:aria-level=move || level.get().to_string()>{title}</div>
            </div>
            {lines}
            {bars}
            {(!until.is_empty()).then(|| view! { class = scope,
                <p class="panel-until">{icon(scope, Icon::CALENDAR)} <span>{until}</span></p>
            })}
        </div>
    }
    .into_any()
}
