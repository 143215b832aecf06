//! The tiers as steps on a line; each says in words where it is from the member's place.

use palier_contract::tier::Tier;

use super::hero::crest;
use super::place::Step;
use super::view::Shown;
use crate::blocks::icon::{self, Icon};
use crate::dom::El;
use crate::i18n::{Key, keys};
use crate::style::sheets::TIER_PROGRESS as S;

/// From so many steps on they stand below each other on middling widths too.
const MANY: usize = 6;

/// `whose` is the `benefits` attribute.
pub(super) fn ladder(shown: Shown, whose: &str) -> El {
    let tiers = shown.tiers.get();
    let steps = shown.steps.get();
    let public = steps.contains(&Step::Open);
    let drawn: Vec<El> = tiers
        .iter()
        .zip(steps)
        .map(|(tier, step)| one(shown, tier, step))
        .collect();
    let class = match tiers.len() {
        // A narrow column has the same tiers below already, each with what it gives.
        _ if public && whose == "all" => "ladder twice",
        MANY.. => "ladder many",
        _ => "ladder",
    };
    S.el("ol", class)
        .attr("part", "ladder")
        .attr("aria-label", &shown.i18n.t(keys::TIER_PROGRESS_LADDER))
        .child(drawn)
}

fn one(shown: Shown, tier: &Tier, step: Step) -> El {
    let sign = match step {
        Step::Reached => Some(Icon::CHECK),
        Step::Current => Some(Icon::USER),
        Step::Next => Some(Icon::FLAG),
        Step::Ahead => Some(Icon::LOCK),
        Step::Open => None,
    };
    let node = S
        .el("span", "node")
        .child(crest(shown.store, Some(tier), false))
        .child(sign.map(|sign| icon::sign(&S, "node-sign pl-disc", sign)));
    let words = S
        .el("span", "step-words")
        .child(S.el("span", "step-name").text(&tier.name))
        .child(word(step).map(|key| S.el("span", "step-state").text(&shown.i18n.t(key))));
    let one = S
        .el("li", "step")
        .attr("part", "step")
        .attr("data-step", step.word())
        .child(node)
        .child(words);
    match step {
        Step::Current => one.attr("aria-current", "step"),
        _ => one,
    }
}

/// The words for a step; none where nobody's place is known.
pub(super) fn word(step: Step) -> Option<Key> {
    match step {
        Step::Reached => Some(keys::TIER_PROGRESS_REACHED),
        Step::Current => Some(keys::TIER_PROGRESS_CURRENT),
        Step::Next => Some(keys::TIER_PROGRESS_NEXT),
        Step::Ahead => Some(keys::TIER_PROGRESS_LOCKED),
        Step::Open => None,
    }
}
