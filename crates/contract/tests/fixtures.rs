//! Every canonical example is exactly what its type writes.

use palier_contract::{
    Page,
    badge::{Collection, Series},
    balance::Balances,
    demo::{DemoMember, Token},
    document::PortalDocument,
    event::{Event, EventReceipt},
    fixtures,
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

type RoundTrip = fn(&str) -> serde_json::Result<Value>;

fn through<T: Serialize + DeserializeOwned>(json: &str) -> serde_json::Result<Value> {
    serde_json::to_value(serde_json::from_str::<T>(json)?)
}

/// Which type a fixture is of: the first row whose name it is, or begins with.
const TYPES: &[(&str, RoundTrip)] = &[
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

fn round_trip_of(name: &str) -> RoundTrip {
    let row = TYPES.iter().find(|(start, _)| name.starts_with(start));
    row.unwrap_or_else(|| panic!("no type is named for the fixture {name}"))
        .1
}

#[test]
fn every_fixture_is_what_its_type_writes() {
    for (name, json) in fixtures::ALL {
        let written = round_trip_of(name)(json).unwrap_or_else(|e| panic!("{name}: {e}"));
        let canonical: Value = serde_json::from_str(json).unwrap();
        assert_eq!(written, canonical, "{name}");
    }
}

#[test]
fn every_file_of_the_folder_is_listed() {
    let mut listed: Vec<String> = fixtures::ALL.iter().map(|(n, _)| (*n).into()).collect();
    let mut found = names_in("", "");
    found.extend(names_in("portals", "portals/"));
    listed.sort();
    found.sort();
    assert_eq!(listed, found);
}

fn names_in(folder: &str, prefix: &str) -> Vec<String> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    std::fs::read_dir(root.join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "json"))
        .map(|path| format!("{prefix}{}", path.file_stem().unwrap().to_string_lossy()))
        .collect()
}

#[test]
fn unknown_fields_are_ignored_wherever_they_stand() {
    for (name, json) in fixtures::ALL {
        if name.starts_with("portals/") {
            continue; // A document keeps what it does not know; see tests/document.rs.
        }
        let canonical: Value = serde_json::from_str(json).unwrap();
        let mut richer = canonical.clone();
        add_a_field_everywhere(&mut richer, name);
        let written = round_trip_of(name)(&richer.to_string()).unwrap();
        assert_eq!(written, canonical, "{name}");
    }
}

/// Maps whose keys are data, where a new key is not an unknown field.
fn is_a_map(key: &str) -> bool {
    matches!(key, "actions" | "properties")
}

fn add_a_field_everywhere(value: &mut Value, key: &str) {
    match value {
        Value::Array(items) => items
            .iter_mut()
            .for_each(|item| add_a_field_everywhere(item, key)),
        Value::Object(fields) => {
            fields
                .iter_mut()
                .for_each(|(key, field)| add_a_field_everywhere(field, key));
            if !is_a_map(key) {
                fields.insert("x_newer".into(), serde_json::json!({ "deep": [1] }));
            }
        }
        _ => {}
    }
}
