//! Side by side: what the next tier takes, and what keeps the present one.

use palier_contract::Timestamp;
use palier_contract::tier::{Standing, StandingState, Tier};

use super::place::{self, Mood};
use super::requirement::requirements;
use super::view::Shown;
use crate::blocks::icon::{self, Icon};
use crate::dom::{Dom, El};
use crate::i18n::{DateStyle, I18n, Key, keys, last_moment};
use crate::style::sheets::TIER_PROGRESS as S;

pub(super) fn panels(shown: Shown, standing: &Standing) -> Dom {
    let tiers = shown.tiers.get();
    let next = place::find(&tiers, standing.next.as_ref()).map(|tier| next(shown, standing, tier));
    let keep =
        place::find(&tiers, standing.current.as_ref()).and_then(|tier| keep(shown, standing, tier));
    let any = next.is_some() || keep.is_some();
    any.then(|| S.el("div", "panels").child(next).child(keep))
        .into()
}

/// A panel's parts.
struct Panel {
    part: &'static str,
    tone: &'static str,
    sign: Icon,
    title: String,
    /// Sentences, one after the other.
    text: Vec<String>,
    bars: Option<El>,
    until: Option<String>,
}

fn next(shown: Shown, standing: &Standing, tier: &Tier) -> El {
    let i18n = shown.i18n;
    let asked = &standing.requirements;
    let ready = standing.state == StandingState::AtThreshold;
    let (tone, sign, title) = if ready {
        ("good", Icon::SPARKLE, keys::TIER_PROGRESS_THRESHOLD_TITLE)
    } else {
        ("calm", Icon::FLAG, keys::TIER_PROGRESS_NEXT_TITLE)
    };
    let text = match asked.len() {
        _ if ready => Some(keys::TIER_PROGRESS_THRESHOLD_TEXT),
        0 => Some(keys::TIER_PROGRESS_NO_REQUIREMENTS),
        1 => None,
        _ => Some(keys::TIER_PROGRESS_ALL_OF),
    };
    let ends = standing.window_ends_at.as_ref();
    panel(
        shown,
        Panel {
            part: "card next",
            tone,
            sign,
            title: i18n.with(title, &[("tier", &tier.name)]),
            text: text.map(|key| i18n.t(key)).into_iter().collect(),
            bars: (!asked.is_empty())
                .then(|| requirements(shown, asked, keys::TIER_PROGRESS_TO_TIER, &tier.name)),
            until: ends
                .filter(|_| !ready && !asked.is_empty())
                .map(|ends| until_day(i18n, keys::TIER_PROGRESS_WINDOW, ends)),
        },
    )
}

fn keep(shown: Shown, standing: &Standing, tier: &Tier) -> Option<El> {
    let i18n = shown.i18n;
    let (mood, rule) = place::mood(standing)?;
    let (tone, sign, title) = match mood {
        Mood::Safe => ("good", Icon::SHIELD, keys::TIER_PROGRESS_SAFE_TITLE),
        Mood::Open => ("calm", Icon::SHIELD, keys::TIER_PROGRESS_KEEP_TITLE),
        Mood::Risk => ("warn", Icon::HOURGLASS, keys::TIER_PROGRESS_RISK_TITLE),
        Mood::Grace => ("warn", Icon::HOURGLASS, keys::TIER_PROGRESS_GRACE_TITLE),
    };
    let grace = standing.grace_until.as_ref();
    let assurance = match mood {
        Mood::Safe => Some(i18n.t(keys::TIER_PROGRESS_SAFE_TEXT)),
        Mood::Grace => grace.map(|until| until_day(i18n, keys::TIER_PROGRESS_GRACE_TEXT, until)),
        Mood::Open | Mood::Risk => None,
    };
    let text = assurance
        .into_iter()
        .chain(projected(shown, standing, tier))
        .collect();
    Some(panel(
        shown,
        Panel {
            part: "card keep",
            tone,
            sign,
            title: i18n.with(title, &[("tier", &tier.name)]),
            text,
            bars: rule.map(|rule| {
                requirements(
                    shown,
                    &rule.requirements,
                    keys::TIER_PROGRESS_TO_KEEP,
                    &tier.name,
                )
            }),
            until: rule.map(|rule| dated(i18n, keys::TIER_PROGRESS_CHECK, &rule.until)),
        },
    ))
}

/// What becomes of the tier if nothing more happens.
fn projected(shown: Shown, standing: &Standing, held: &Tier) -> Option<String> {
    let tiers = shown.tiers.get();
    let tier = place::find(&tiers, standing.projected.as_ref())?;
    let key = if tier.id == held.id {
        keys::TIER_PROGRESS_PROJECTED_SAME
    } else {
        keys::TIER_PROGRESS_PROJECTED_OTHER
    };
    Some(shown.i18n.with(key, &[("tier", &tier.name)]))
}

/// The same, with the last day before an end.
fn until_day(i18n: I18n, key: Key, end: &Timestamp) -> String {
    dated(i18n, key, &last_moment(end))
}

/// A sentence with a date, and how far off that is.
fn dated(i18n: I18n, key: Key, at: &Timestamp) -> String {
    i18n.with(
        key,
        &[
            ("date", &i18n.date(at, DateStyle::Long)),
            // A line breaks before the distance, not within it.
            ("when", &i18n.relative(at).replace(' ', "\u{a0}")),
        ],
    )
}

fn panel(shown: Shown, panel: Panel) -> El {
    let head = S
        .el("div", "panel-head")
        .child(icon::sign(&S, "panel-sign pl-disc", panel.sign))
        .child(shown.heading("panel-title", &panel.title));
    let text = panel.text.join(" ");
    let until = |until: String| {
        S.el("p", "panel-until")
            .child(icon::icon(Icon::CALENDAR))
            .text(&until)
    };
    S.el("div", "panel")
        .attr("part", panel.part)
        .attr("data-tone", panel.tone)
        .child(head)
        .child((!text.is_empty()).then(|| S.el("p", "panel-text").text(&text)))
        .child(panel.bars)
        .child(panel.until.map(until))
}
