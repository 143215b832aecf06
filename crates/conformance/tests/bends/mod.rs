//! Each reply that tells a member something false is found by its rule, which says where and what.

mod boards;
mod lapses;
mod lists;
mod points;
mod readers;
mod rewards;
mod tiers;

use palier_conformance::{Client, Context, Outcome, all};
use serde_json::Value;

use super::{
    backend::showcase::{self, Bend, How},
    given,
};

/// What becomes of a rule on a backend that shows the contract's examples, bent like that.
fn outcome(rule: &str, bend: Option<Bend>, lean: bool) -> Outcome {
    let client = Client::new(&showcase::start(bend, lean).address);
    let context = Context::new(client, showcase::people(), given("none")).unwrap();
    let scenario = all().find(|scenario| scenario.rule == rule);
    let scenario = scenario.unwrap_or_else(|| panic!("no rule {rule:?}"));
    scenario.run(&context).outcome
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
