//! Which type each fixture is of.

use palier_contract::{
    Page,
    badge::{Collection, Series},
    balance::Balances,
    demo::{DemoMember, Token},
    document::PortalDocument,
    event::{Event, EventReceipt},
    leaderboard::{Board, BoardList},
    ledger::LedgerEntry,
    member::{Me, Preferences, PreferencesPatch},
    portal::Portal,
    problem::Problem,
    redemption::{Choice, Quote, Redemption, RedemptionRequest},
    revision::{PublishRequest, Revision},
    reward::{Reward, RewardPage},
    stream::Hint,
    tier::{Standing, TierLadder},
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

/// Reads text as a type and writes it again.
pub(crate) type RoundTrip = fn(&str) -> serde_json::Result<Value>;

fn through<T: Serialize + DeserializeOwned>(json: &str) -> serde_json::Result<Value> {
    serde_json::to_value(serde_json::from_str::<T>(json)?)
}

/// Which type a fixture is of: the first row whose name it is, or begins with.
pub(crate) const TYPES: &[(&str, RoundTrip)] = &[
    ("balances", through::<Balances>),
    ("board_", through::<Board>),
    ("choice", through::<Choice>),
    ("collection", through::<Collection>),
    ("demo_members", through::<Vec<DemoMember>>),
    ("demo_token", through::<Token>),
    ("event_receipt", through::<EventReceipt>),
    ("event", through::<Event>),
    ("hint", through::<Hint>),
    ("leaderboards", through::<BoardList>),
    ("ledger", through::<Page<LedgerEntry>>),
    ("me", through::<Me>),
    ("portals/", through::<PortalDocument>),
    ("portal", through::<Portal>),
    ("preferences_patch", through::<PreferencesPatch>),
    ("preferences", through::<Preferences>),
    ("problem_", through::<Problem>),
    ("publish_request", through::<PublishRequest>),
    ("quote", through::<Quote>),
    ("redemption_request", through::<RedemptionRequest>),
    ("redemptions", through::<Page<Redemption>>),
    ("redemption_", through::<Redemption>),
    ("revisions", through::<Page<Revision>>),
    ("rewards", through::<RewardPage>),
    ("reward", through::<Reward>),
    ("series_", through::<Series>),
    ("standing", through::<Standing>),
    ("tiers", through::<TierLadder>),
];

/// The row of a fixture.
pub(crate) fn round_trip_of(name: &str) -> RoundTrip {
    let row = TYPES.iter().find(|(start, _)| name.starts_with(start));
    row.unwrap_or_else(|| panic!("no type is named for the fixture {name}"))
        .1
}
