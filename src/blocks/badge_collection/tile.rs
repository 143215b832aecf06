//! One badge of a series: a button that opens what there is to know of it.

use palier_contract::badge::{Badge, BadgeState, Edition, Rarity};

use super::picture::picture;
use super::standing::{measure, rarity, standing};
use crate::blocks::icon::{Icon, icon};
use crate::blocks::ui::percent;
use crate::dom::{El, el};
use crate::i18n::{I18n, keys};
use crate::store::Store;
use crate::style::sheets::BADGE_COLLECTION as S;

/// Draws a tile. It binds nothing, so that it can stay in place while its neighbours change:
/// its list listens, and learns the badge from `data-key`.
pub(super) fn tile(store: Store, badge: &Badge, new: bool) -> El {
    let i18n = store.i18n();
    let (_, line) = standing(badge);
    let edition = badge
        .edition
        .as_ref()
        .and_then(|edition| number(i18n, edition))
        .map(|words| S.el("span", "edition pl-num").text(&words));
    let card = S
        .el("button", if new { "card fresh" } else { "card" })
        .attr("type", "button")
        .attr("part", "card badge")
        .attr("aria-haspopup", "dialog")
        .attr("data-badge", badge.id.as_str())
        .child(picture(store, badge))
        .child(
            S.el("span", "name")
                .attr("part", "card-title")
                .text(&title(i18n, badge)),
        )
        .child(new.then(|| fresh(i18n)))
        .child(S.el("span", "line pl-num").text(&line.words(i18n)))
        .child(measure(badge).map(|(current, target, of)| {
            // The eye has the bar, and the figures in the dialog.
            let of = el("span", "pl-sr").text(of);
            vec![of, thin(i18n, current, target)]
        }))
        .child(edition)
        .child(badge.rarity.as_ref().and_then(|held| {
            let chip = chip(i18n, held)?;
            let share = held.holders_per_mille.get();
            // Of what nobody has yet the word says enough; it stands where it does beside it.
            if share == 0 {
                return Some(chip.text("\u{a0}"));
            }
            let share = i18n.per_mille(share);
            let held_by = i18n.with(keys::BADGE_COLLECTION_HELD_BY, &[("share", &share)]);
            Some(chip.text(" ").text(&held_by))
        }));
    S.el("li", "tile")
        .attr("data-key", badge.id.as_str())
        .child(card)
}

/// A bar for the eye only: the words beside it say the same.
fn thin(i18n: I18n, current: i64, target: i64) -> El {
    let percent = percent(current, target);
    let start = if i18n.direction() == "rtl" {
        100 - percent
    } else {
        0
    };
    S.el("svg", "thin")
        .attr("part", "progress")
        .attr("viewBox", "0 0 100 4")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .child(
            S.el("rect", "fill")
                .attr("part", "progress-fill")
                .attr("x", &start.to_string())
                .attr("width", &percent.to_string())
                .attr("height", "4"),
        )
}

/// The badge's name; a secret one has none, whatever was sent.
pub(super) fn title(i18n: I18n, badge: &Badge) -> String {
    badge
        .title
        .clone()
        .filter(|_| badge.state != BadgeState::Secret)
        .unwrap_or_else(|| i18n.t(keys::BADGE_COLLECTION_SECRET_TITLE))
}

pub(super) fn fresh(i18n: I18n) -> El {
    S.el("span", "pl-chip new")
        .child(icon(Icon::SPARKLE))
        .text(&i18n.t(keys::BADGE_COLLECTION_NEW))
}

/// "Number 24 of 100", when the reader holds a copy.
pub(super) fn number(i18n: I18n, edition: &Edition) -> Option<String> {
    let number = i18n.number(edition.number?.get());
    let max = i18n.number(edition.max.get());
    Some(i18n.with(
        keys::BADGE_COLLECTION_NUMBER,
        &[("number", &number), ("max", &max)],
    ))
}

/// The word for the step of rarity.
pub(super) fn chip(i18n: I18n, held: &Rarity) -> Option<El> {
    let word = i18n.t(rarity(&held.level)?);
    Some(
        S.el("span", "rarity pl-num")
            .attr("part", "rarity")
            .attr("data-level", held.level.as_str())
            .child(S.el("span", "pl-chip level").text(&word)),
    )
}
