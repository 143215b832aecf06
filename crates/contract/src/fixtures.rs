//! Canonical examples of every resource, for tests, the gallery and the docs.
//!
//! They tell of one fictional programme, the Grove Club, at 2026-11-22T16:00:00Z: two
//! currencies (`points`, which lapse after a year, and `gems`), four tiers, three series,
//! three boards. Every name in them is made up.

macro_rules! fixtures {
    ($($name:literal),+ $(,)?) => {
        /// Every fixture: its name and its JSON.
        pub const ALL: &[(&str, &str)] = &[
            $(($name, include_str!(concat!("../fixtures/", $name, ".json")))),+
        ];
    };
}

/// The fixture `redemption_confirmed`, by itself: whoever asks [`get`] for a name carries all of
/// them, a quarter of a megabyte.
pub const REDEMPTION_CONFIRMED: &str = include_str!("../fixtures/redemption_confirmed.json");

/// The JSON of one fixture, for instance `rewards` or `portals/grove`.
#[must_use]
pub fn get(name: &str) -> Option<&'static str> {
    ALL.iter()
        .find(|(candidate, _)| *candidate == name)
        .map(|(_, json)| *json)
}

fixtures![
    "balances",
    "balances_empty",
    "balances_negative",
    "board_anonymous",
    "board_around_me",
    "board_badges",
    "board_empty",
    "board_few",
    "board_final",
    "board_me_in_top",
    "board_opted_out",
    "board_ties",
    "board_top",
    "board_unranked",
    "board_upcoming",
    "choice",
    "choice_engraved",
    "collection",
    "collection_empty",
    "collection_public",
    "demo_members",
    "demo_token",
    "event",
    "event_receipt",
    "event_receipt_duplicate",
    "event_reversal",
    "hint",
    "leaderboards",
    "leaderboards_empty",
    "ledger",
    "ledger_empty",
    "ledger_page2",
    "me",
    "me_anonymous",
    "me_candidate",
    "me_opted_out",
    "me_suspended",
    "portal",
    "portal_limited",
    "portals",
    "preferences",
    "preferences_patch",
    "problem_bad_request",
    "problem_cursor_invalid",
    "problem_delivery_failed",
    "problem_forbidden",
    "problem_internal",
    "problem_invalid",
    "problem_key_busy",
    "problem_key_missing",
    "problem_key_reused",
    "problem_limit_reached",
    "problem_method_not_allowed",
    "problem_not_eligible",
    "problem_not_enrolled",
    "problem_not_found",
    "problem_not_offered",
    "problem_outside_window",
    "problem_precondition_failed",
    "problem_precondition_required",
    "problem_price_changed",
    "problem_quote_expired",
    "problem_rate_limited",
    "problem_short",
    "problem_sold_out",
    "problem_suspended",
    "problem_too_large",
    "problem_unauthorised",
    "problem_unavailable",
    "problem_unsupported_media",
    "publish_request",
    "quote",
    "quote_code",
    "quote_short",
    "redemption_code",
    "redemption_code_revealed",
    "redemption_confirmed",
    "redemption_failed",
    "redemption_request",
    "redemption_shipped",
    "redemptions",
    "redemptions_empty",
    "revisions",
    "reward",
    "reward_engraved",
    "rewards",
    "rewards_anonymous",
    "rewards_candidate",
    "rewards_empty",
    "rewards_page1",
    "rewards_page2",
    "rewards_suspended",
    "series_claimed",
    "standing",
    "standing_at_risk",
    "standing_at_threshold",
    "standing_grace",
    "standing_none",
    "standing_top",
    "standing_upgraded",
    "tiers",
    "tiers_bloom",
    "tiers_public",
    "tiers_top",
    "portals/arcade",
    "portals/grove",
    "portals/guild",
];
