//! `docs/contract.md` is complete, and its examples are what the types read.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use palier_contract::{
    member::Me,
    operation,
    portal::Portal,
    problem::{Problem, ProblemType},
    tier::TierLadder,
};
use serde::de::DeserializeOwned;

const GUIDE: &str = include_str!("../../../docs/contract.md");

#[test]
fn every_operation_is_in_the_guide() {
    for operation in operation::ALL {
        let row = format!(
            "| `{}` | `{} {}`",
            operation.id, operation.method, operation.path
        );
        assert!(GUIDE.contains(&row), "no row begins with {row}");
    }
}

#[test]
fn every_problem_is_in_the_guide_beside_its_status() {
    for word in ProblemType::WORDS {
        let short = word.trim_start_matches("urn:palier:problem:");
        let status = ProblemType::from(*word).status().to_string();
        let told = GUIDE.lines().any(|line| {
            let cells: Vec<&str> = line.split('|').collect();
            matches!(cells.as_slice(), ["", statuses, words, ..]
                if statuses.contains(&status) && words.contains(&format!("`{short}`")))
        });
        assert!(told, "{short} is not beside {status}");
    }
}

/// The JSON examples, in order.
fn examples() -> Vec<&'static str> {
    let blocks = GUIDE.split("```json\n").skip(1);
    blocks.filter_map(|rest| rest.split("```").next()).collect()
}

fn reads<T: DeserializeOwned>(json: &str) -> bool {
    serde_json::from_str::<T>(json).is_ok()
}

#[test]
fn every_example_is_read() {
    let [portal, me, tiers, problem] = examples().try_into().unwrap();
    assert!(reads::<Portal>(portal) && reads::<Me>(me));
    assert!(reads::<TierLadder>(tiers) && reads::<Problem>(problem));
}
