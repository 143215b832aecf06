//! Which type each fixture is of.

#![allow(clippy::panic, reason = "a test fails by panicking")]

use palier_contract::{
    Page,
    badge::{Collection, Series},
    balance::Balances,
    demo::{DemoMember, Token},
    document::PortalDocument,
    event::{Event, EventReceipt},
    leaderboard::{Board, BoardList},
    ledger::LedgerEntry,
    member::{JoinRequest, Me, Preferences, PreferencesPatch},
    portal::Portal,
    problem::Problem,
    redemption::{Choice, Quote, Redemption, RedemptionRequest},
    revision::{PortalSummaryPage, PublishRequest, Revision},
    reward::{Reward, RewardPage},
    stream::Hint,
    theme::PortalTheme,
    tier::{Standing, TierLadder},
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

/// Reads text as a type and writes it again.
pub(crate) type RoundTrip = fn(&str) -> serde_json::Result<Value>;

fn through<T: Serialize + DeserializeOwned>(json: &str) -> serde_json::Result<Value> {
    serde_json::to_value(serde_json::from_str::<T>(json)?)
}

/// Start of the fixture's name, how it is read and written, its schema in `openapi.json`.
pub(crate) type Row = (&'static str, RoundTrip, &'static str);

/// Which type a fixture is of: the first row whose name it is, or begins with.
pub(crate) const TYPES: &[Row] = &[
    ("balances", through::<Balances>, "Balances"),
    ("board_", through::<Board>, "Board"),
    ("choice", through::<Choice>, "Choice"),
    ("collection", through::<Collection>, "Collection"),
    ("demo_members", through::<Vec<DemoMember>>, ""),
    ("demo_token", through::<Token>, ""),
    ("event_receipt", through::<EventReceipt>, "EventReceipt"),
    ("event", through::<Event>, "Event"),
    ("hint", through::<Hint>, "Hint"),
    ("join_request", through::<JoinRequest>, "JoinRequest"),
    ("leaderboards", through::<BoardList>, "BoardList"),
    ("ledger", through::<Page<LedgerEntry>>, "LedgerPage"),
    ("me", through::<Me>, "Me"),
    ("portals/", through::<PortalDocument>, "PortalDocument"),
    ("portals", through::<PortalSummaryPage>, "PortalSummaryPage"),
    ("portal", through::<Portal>, "Portal"),
    (
        "preferences_patch",
        through::<PreferencesPatch>,
        "PreferencesPatch",
    ),
    ("preferences", through::<Preferences>, "Preferences"),
    ("problem_", through::<Problem>, "Problem"),
    (
        "publish_request",
        through::<PublishRequest>,
        "PublishRequest",
    ),
    ("quote", through::<Quote>, "Quote"),
    (
        "redemption_request",
        through::<RedemptionRequest>,
        "RedemptionRequest",
    ),
    ("redemptions", through::<Page<Redemption>>, "RedemptionPage"),
    ("redemption_", through::<Redemption>, "Redemption"),
    ("revisions", through::<Page<Revision>>, "RevisionPage"),
    ("rewards", through::<RewardPage>, "RewardPage"),
    ("reward", through::<Reward>, "Reward"),
    ("series_", through::<Series>, "Series"),
    ("standing", through::<Standing>, "Standing"),
    ("theme", through::<PortalTheme>, "PortalTheme"),
    ("tiers", through::<TierLadder>, "TierLadder"),
];

/// The row of a fixture.
pub(crate) fn row_of(name: &str) -> &'static Row {
    let row = TYPES.iter().find(|(start, ..)| name.starts_with(start));
    row.unwrap_or_else(|| panic!("no type is named for the fixture {name}"))
}
