//! Where a badge or its edition stands, as a mark, a tone and a line of words.

use palier_contract::Timestamp;
use palier_contract::badge::{Badge, BadgeState, RarityLevel};

use crate::blocks::icon::Icon;
use crate::i18n::{DateStyle, I18n, Key, keys, last_moment};

/// A line of words that is not put into a language yet.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Line {
    Plain(Key),
    /// A message with `{date}`.
    Dated(Key, Timestamp),
    /// The same, of the last day before an end.
    Ended(Key, Timestamp),
    /// A plural message.
    Counted(Key, i64),
    /// So many of so many.
    Of(i64, i64),
}

impl Line {
    pub(super) fn words(&self, i18n: I18n) -> String {
        match self {
            Self::Plain(key) => i18n.t(*key),
            Self::Dated(key, at) => i18n.with(*key, &[("date", &i18n.day(at))]),
            Self::Ended(key, end) => i18n.with(*key, &[("date", &i18n.day(&last_moment(end)))]),
            Self::Counted(key, count) => i18n.count(*key, *count, &[]),
            Self::Of(current, target) => of(i18n, keys::BADGE_COLLECTION_OF, *current, *target),
        }
    }
}

/// "4 of 6", in the words of `key`.
pub(super) fn of(i18n: I18n, key: Key, owned: i64, total: i64) -> String {
    i18n.with(
        key,
        &[
            ("owned", &i18n.number(owned)),
            ("total", &i18n.number(total)),
        ],
    )
}

/// The mark on a badge's picture, and the line below it.
pub(super) fn standing(badge: &Badge) -> (Option<Icon>, Line) {
    let dated = |at: &Option<Timestamp>, with: Key, without: Key| match at {
        Some(at) => Line::Dated(with, at.clone()),
        None => Line::Plain(without),
    };
    match &badge.state {
        BadgeState::Earned => (
            Some(Icon::CHECK),
            dated(
                &badge.earned_at,
                keys::BADGE_COLLECTION_EARNED,
                keys::BADGE_COLLECTION_EARNED_SHORT,
            ),
        ),
        BadgeState::InProgress => (None, progress(badge)),
        BadgeState::Locked => (Some(Icon::LOCK), Line::Plain(keys::BADGE_COLLECTION_LOCKED)),
        BadgeState::Secret => (None, Line::Plain(keys::BADGE_COLLECTION_SECRET)),
        BadgeState::Upcoming => (
            Some(Icon::CLOCK),
            dated(
                &badge.window.starts_at,
                keys::BADGE_COLLECTION_UPCOMING,
                keys::BADGE_COLLECTION_UPCOMING_OPEN,
            ),
        ),
        BadgeState::Gone => (Some(Icon::SOLD_OUT), gone(badge)),
        BadgeState::Expired => (
            Some(Icon::HOURGLASS),
            Line::Plain(keys::BADGE_COLLECTION_EXPIRED),
        ),
        BadgeState::Revoked => (Some(Icon::X), Line::Plain(keys::BADGE_COLLECTION_REVOKED)),
        BadgeState::Unknown(_) => (None, Line::Plain(keys::BADGE_COLLECTION_UNAVAILABLE)),
    }
}

/// The share of the only measure; with several, the dialog shows each.
fn progress(badge: &Badge) -> Line {
    measure(badge).map_or(
        Line::Plain(keys::BADGE_COLLECTION_IN_PROGRESS),
        |(current, target, _)| Line::Of(current, target),
    )
}

/// Current and target of a badge's only measure, while it is under way, and what is measured.
pub(super) fn measure(badge: &Badge) -> Option<(i64, i64, &str)> {
    let [only] = badge.progress.as_slice() else {
        return None;
    };
    let current = only
        .current
        .filter(|_| badge.state == BadgeState::InProgress)?;
    Some((current.get(), only.target.get(), &only.label))
}

/// Why a badge can no longer be earned.
fn gone(badge: &Badge) -> Line {
    match (&badge.edition, &badge.window.ends_at) {
        (Some(edition), _) if edition.issued >= edition.max => {
            Line::Counted(keys::BADGE_COLLECTION_GONE_EDITION, edition.max.get())
        }
        (_, Some(end)) => Line::Ended(keys::BADGE_COLLECTION_GONE_WINDOW, end.clone()),
        _ => Line::Plain(keys::BADGE_COLLECTION_GONE),
    }
}

/// The word for a step of rarity; a step this version does not know has none.
pub(super) fn rarity(level: &RarityLevel) -> Option<Key> {
    Some(match level {
        RarityLevel::Common => keys::BADGE_COLLECTION_COMMON,
        RarityLevel::Uncommon => keys::BADGE_COLLECTION_UNCOMMON,
        RarityLevel::Rare => keys::BADGE_COLLECTION_RARE,
        RarityLevel::Epic => keys::BADGE_COLLECTION_EPIC,
        RarityLevel::Legendary => keys::BADGE_COLLECTION_LEGENDARY,
        RarityLevel::Unknown(_) => return None,
    })
}

/// A stretch of time in words; `None` when it is open at both ends.
pub(super) fn window(i18n: I18n, window: &palier_contract::Window) -> Option<String> {
    let from = window
        .starts_at
        .as_ref()
        .map(|at| i18n.date(at, DateStyle::Medium));
    let to = window
        .ends_at
        .as_ref()
        .map(|at| i18n.date(&last_moment(at), DateStyle::Medium));
    Some(match (from, to) {
        (Some(from), Some(to)) => i18n.with(
            keys::BADGE_COLLECTION_SEASON,
            &[("from", &from), ("to", &to)],
        ),
        (Some(from), None) => i18n.with(keys::BADGE_COLLECTION_SEASON_FROM, &[("from", &from)]),
        (None, Some(to)) => i18n.with(keys::BADGE_COLLECTION_SEASON_UNTIL, &[("to", &to)]),
        (None, None) => return None,
    })
}

#[cfg(test)]
mod tests {
    use palier_contract::badge::Collection;

    use super::*;

    fn badge(id: &str) -> Badge {
        let json = include_str!("../../../crates/contract/fixtures/collection.json");
        let collection: Collection = serde_json::from_str(json).unwrap();
        let badges = collection
            .series
            .into_iter()
            .flat_map(|series| series.badges);
        badges.into_iter().find(|badge| badge.id.0 == id).unwrap()
    }

    fn line(badge: &Badge) -> Line {
        standing(badge).1
    }

    #[test]
    fn each_state_has_its_line() {
        let date = |at: &str| Timestamp(at.to_owned());
        let cases = [
            (
                "first-steps",
                Line::Dated(keys::BADGE_COLLECTION_EARNED, date("2025-02-14T09:25:00Z")),
            ),
            ("cartographer", Line::Of(17, 25)),
            (
                "winter-fox",
                Line::Ended(
                    keys::BADGE_COLLECTION_GONE_WINDOW,
                    date("2026-02-28T23:00:00Z"),
                ),
            ),
            (
                "summer-wave",
                Line::Counted(keys::BADGE_COLLECTION_GONE_EDITION, 500),
            ),
            (
                "solstice",
                Line::Dated(
                    keys::BADGE_COLLECTION_UPCOMING,
                    date("2026-12-20T23:00:00Z"),
                ),
            ),
            ("trailblazer", Line::Plain(keys::BADGE_COLLECTION_EXPIRED)),
            ("spring-bloom", Line::Plain(keys::BADGE_COLLECTION_REVOKED)),
            ("year-ring", Line::Plain(keys::BADGE_COLLECTION_SECRET)),
        ];
        for (id, expected) in cases {
            assert_eq!(line(&badge(id)), expected, "{id}");
        }
    }

    #[test]
    fn a_state_of_a_later_version_is_told_neutrally() {
        let mut badge = badge("first-steps");
        badge.state = BadgeState::from("borrowed");
        assert_eq!(
            line(&badge),
            Line::Plain(keys::BADGE_COLLECTION_UNAVAILABLE)
        );
    }

    #[test]
    fn several_measures_are_not_summed() {
        let mut badge = badge("cartographer");
        let again = badge.progress.clone();
        badge.progress.extend(again);
        assert_eq!(
            line(&badge),
            Line::Plain(keys::BADGE_COLLECTION_IN_PROGRESS)
        );
    }

    #[test]
    fn a_gone_badge_without_edition_or_end_is_just_gone() {
        let mut badge = badge("winter-fox");
        badge.window = palier_contract::Window::default();
        assert_eq!(line(&badge), Line::Plain(keys::BADGE_COLLECTION_GONE));
    }
}
