//! Each reply that tells a member something false is found by its rule, which says where and what.

mod boards;
mod lapses;
mod lists;
mod orders;
mod points;
mod portal;
mod readers;
mod rewards;
mod tiers;

use palier_conformance::{Client, Context, Outcome, all};
use serde_json::Value;

use super::{
    backend::{Bend, How, showcase},
    given,
};

/// What becomes of a rule on a backend that shows the contract's examples, bent like that.
fn outcome(rule: &str, bend: Option<Bend>, lean: bool) -> Outcome {
    let client = Client::new(&showcase::start(bend, lean).address);
    let context = Context::new(client, showcase::people(), given("none")).unwrap();
    let scenario = all().find(|scenario| scenario.rule == rule);
    scenario.ok_or(rule).unwrap().run(&context).outcome
}

/// A rule with ways to break it, each with a part of what is told then.
struct Case {
    rule: &'static str,
    ways: Vec<(Bend, &'static str)>,
}

fn field(at: &'static str, pointer: &'static str, value: Value) -> Bend {
    Bend {
        at,
        how: How::Field(pointer, value),
    }
}

fn header(at: &'static str, name: &'static str, value: &'static str) -> Bend {
    Bend {
        at,
        how: How::Header(name, value),
    }
}

fn cases() -> Vec<Case> {
    let rooms = [
        points::cases(),
        rewards::cases(),
        boards::cases(),
        lists::cases(),
        readers::cases(),
        orders::cases(),
        portal::cases(),
        tiers::cases(),
    ];
    rooms.into_iter().flatten().collect()
}

#[test]
fn the_contracts_own_examples_break_no_rule() {
    for case in cases() {
        let honest = outcome(case.rule, None, false);
        let is_held = matches!(honest, Outcome::Passed);
        assert!(is_held, "{:?}: {honest:?}", case.rule);
    }
}

/// Addresses, other examples of their replies, and rules that these honour, too.
const OTHERS: &[(&str, &[&str], &[&str])] = &[
    (
        "/v1/me/tier",
        &[
            "standing_at_risk",
            "standing_at_threshold",
            "standing_grace",
            "standing_none",
            "standing_top",
            "standing_upgraded",
        ],
        &[
            "the state of the member's place fits the tiers it names and what was reached",
            "what the next tier takes is the same on the ladder and for the member",
            "dates of tiers, badges, rewards and orders fit the states they are in",
        ],
    ),
    (
        "/v1/leaderboards/week",
        &[
            "board_badges",
            "board_empty",
            "board_few",
            "board_final",
            "board_me_in_top",
            "board_ties",
            "board_unranked",
            "board_upcoming",
        ],
        &[
            "the gap to the next rank is the one between the scores, and the member's row is theirs",
            "neighbours stand in the order of their scores, and equal ones share a rank",
            "prizes go from the first rank on, and no rank is in two of them",
        ],
    ),
    (
        "/v1/me/balances",
        &["balances_empty", "balances_negative"],
        &["batches lapse and open after the reply, and none of a currency that never lapses"],
    ),
    (
        "/v1/me/badges",
        &["collection_empty", "collection_public"],
        &[
            "the member's series have the badges and rewards that they have for everybody",
            "for the member too a secret badge keeps its secret, and only what is earned is new",
            "what a number of badges gives can be claimed once that many are owned",
        ],
    ),
];

#[test]
fn every_other_example_honours_the_rules_about_it() {
    for (at, names, rules) in OTHERS {
        for name in *names {
            for rule in *rules {
                let how = How::Example(name);
                let found = outcome(rule, Some(Bend { at, how }), false);
                let is_held = matches!(found, Outcome::Passed);
                assert!(is_held, "{name}: {rule:?}: {found:?}");
            }
        }
    }
}

#[test]
fn a_secret_badge_may_have_another_id_for_whoever_does_not_know_it() {
    let rule = "the member's series have the badges and rewards that they have for everybody";
    let masked = field(
        "nobody /v1/series",
        "/series/2/badges/5/id",
        "secret_1".into(),
    );
    let found = outcome(rule, Some(masked), false);
    assert!(matches!(found, Outcome::Passed), "{found:?}");
}

#[test]
fn a_backend_that_leaves_out_whatever_it_may_breaks_none_of_these_rules() {
    for case in cases() {
        let lean = outcome(case.rule, None, true);
        let is_broken = matches!(lean, Outcome::Failed(_));
        assert!(!is_broken, "{:?}: {lean:?}", case.rule);
    }
}

#[test]
fn each_bend_is_found_by_its_rule_and_told_where_it_is() {
    let mut missed = String::new();
    for case in cases() {
        for (bend, due) in case.ways {
            let told = match outcome(case.rule, Some(bend), false) {
                Outcome::Failed(how) => how.to_string(),
                other => format!("{other:?}"),
            };
            if !told.contains(due) {
                missed += &format!("{:?}: {told}\n  instead of {due}\n", case.rule);
            }
        }
    }
    assert!(missed.is_empty(), "{missed}");
}
