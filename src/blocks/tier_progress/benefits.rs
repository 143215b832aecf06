//! What each tier gives, folded per tier, with the state of every benefit in words.

use palier_contract::tier::{Benefit, BenefitState, Tier};

use super::hero::crest;
use super::ladder::word;
use super::place::Step;
use super::requirement::amount;
use super::view::Shown;
use crate::blocks::icon::{self, Icon};
use crate::blocks::ui::details;
use crate::dom::{El, el};
use crate::i18n::{DateStyle, I18n, keys};
use crate::style::sheets::TIER_PROGRESS as S;

/// `whose` is `all`, `current` or `none`. Without a current tier, `current` is the next or first.
/// Where nobody's place is known, every tier shows what it gives at once.
pub(super) fn benefits(shown: Shown, whose: &str) -> Option<El> {
    let tiers = shown.tiers.get();
    let steps = shown.steps.get();
    let mine = steps
        .iter()
        .position(|step| *step == Step::Current)
        .or_else(|| steps.iter().position(|step| *step == Step::Next))
        .unwrap_or(0);
    let open = steps.contains(&Step::Open);
    let drawn: Vec<El> = tiers
        .iter()
        .zip(steps)
        .enumerate()
        .filter(|(at, _)| whose == "all" || (whose == "current" && *at == mine))
        .map(|(at, (tier, step))| one(shown, tier, step, open || at == mine))
        .collect();
    (!drawn.is_empty()).then(|| {
        S.el("div", if open { "benefits open" } else { "benefits" })
            .attr("part", "benefits")
            .child(shown.heading(
                "benefits-title",
                &shown.i18n.t(keys::TIER_PROGRESS_BENEFITS),
            ))
            .child(drawn)
    })
}

fn one(shown: Shown, tier: &Tier, step: Step, open: bool) -> El {
    let i18n = shown.i18n;
    let count = i64::try_from(tier.benefits.len()).unwrap_or_default();
    let tone = match step {
        Step::Current => "accent",
        _ => "calm",
    };
    let chip = word(step).map(|key| {
        el("span", "pl-chip")
            .attr("data-tone", tone)
            .text(&i18n.t(key))
    });
    let count = i18n.count(keys::TIER_PROGRESS_BENEFITS_COUNT, count, &[]);
    let head = S
        .el("summary", "gives-head")
        .child(crest(shown.store, Some(tier), false))
        .child(S.el("span", "gives-name").text(&tier.name))
        .child(chip)
        .child(S.el("span", "gives-count pl-num").text(&count))
        .child(icon::sign(&S, "gives-sign", Icon::CHEVRON_DOWN));
    let tier = tier.clone();
    let body = move || {
        let listed = tier.benefits.iter();
        let listed: Vec<El> = listed.map(|benefit| item(i18n, benefit, step)).collect();
        S.el("div", "gives-body")
            .child(takes(shown, &tier, step))
            .child(el("ul", "").child(listed))
    };
    details(S.el("details", "gives"), head, open, body)
}

/// What a tier that is not reached takes.
fn takes(shown: Shown, tier: &Tier, step: Step) -> Option<El> {
    if matches!(step, Step::Reached | Step::Current) || tier.requirements.is_empty() {
        return None;
    }
    let asked: Vec<El> = shown.currencies.with(|currencies| {
        tier.requirements
            .iter()
            .map(|one| {
                let words = amount(shown.i18n, one, currencies);
                S.el("div", "take")
                    .child(S.el("dt", "take-label").text(&one.label))
                    .child(S.el("dd", "take-figure pl-num").text(&words))
            })
            .collect()
    });
    Some(S.el("dl", "takes").child(asked))
}

fn item(i18n: I18n, benefit: &Benefit, step: Step) -> El {
    let (sign, tone, words) = match &benefit.state {
        // Nobody's place is known: what a tier gives is told, not who may use it.
        _ if step == Step::Open => (Icon::GIFT, "calm", None),
        BenefitState::Available => (
            Icon::CHECK_CIRCLE,
            "good",
            Some(i18n.t(keys::TIER_PROGRESS_AVAILABLE)),
        ),
        BenefitState::Used => (Icon::MINUS, "calm", Some(i18n.t(keys::TIER_PROGRESS_USED))),
        BenefitState::Locked => (Icon::LOCK, "calm", Some(i18n.t(keys::TIER_PROGRESS_LOCKED))),
        BenefitState::Cooldown => (Icon::CLOCK, "warn", Some(again(i18n, benefit))),
        BenefitState::Unknown(_) => (
            Icon::INFO,
            "calm",
            Some(i18n.t(keys::TIER_PROGRESS_UNKNOWN)),
        ),
    };
    let text = benefit.description.as_ref();
    let described = S
        .el("span", "benefit-words")
        .child(S.el("span", "benefit-title").text(&benefit.title))
        .child(text.map(|text| S.el("span", "benefit-text").text(text)));
    S.el("li", "benefit")
        .attr("part", "row benefit")
        .attr("data-tone", tone)
        .attr("data-state", benefit.state.as_str())
        .child(icon::sign(&S, "benefit-sign", sign))
        .child(described)
        .child(words.map(|words| S.el("span", "benefit-state").text(&words)))
}

/// When a benefit can be used again.
fn again(i18n: I18n, benefit: &Benefit) -> String {
    match &benefit.resets_at {
        Some(at) => i18n.with(
            keys::TIER_PROGRESS_COOLDOWN,
            &[("date", &i18n.date(at, DateStyle::Long))],
        ),
        None => i18n.t(keys::TIER_PROGRESS_LATER),
    }
}
