//! Each reply that tells a member something false is found by its rule, which says where and what.

mod lapses;

use palier_conformance::{Client, Context, Outcome, all};
use serde_json::{Value, json};

use super::{
    backend::showcase::{self, Bend, How},
    given,
};

/// What becomes of a rule on a backend that shows the contract's examples, bent like that.
fn outcome(rule: &str, bends: Vec<Bend>, lean: bool) -> Outcome {
    let client = Client::new(&showcase::start(bends, lean).address);
    let context = Context::new(client, showcase::people(), given("none")).unwrap();
    let scenario = all().find(|scenario| scenario.rule == rule);
    let scenario = scenario.unwrap_or_else(|| panic!("no rule {rule:?}"));
    scenario.run(&context).outcome
}

/// A rule with ways to break it, each with a part of what is told then.
struct Case {
    rule: &'static str,
    ways: Vec<(Vec<Bend>, &'static str)>,
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
    vec![ledger_adds_up(), ledger_kinds()]
}

#[test]
fn the_contracts_own_examples_break_no_rule() {
    for case in cases() {
        let honest = outcome(case.rule, Vec::new(), false);
        let is_held = matches!(honest, Outcome::Passed);
        assert!(is_held, "{:?}: {honest:?}", case.rule);
    }
}

#[test]
fn a_backend_that_leaves_out_whatever_it_may_breaks_none_of_these_rules() {
    for case in cases() {
        let lean = outcome(case.rule, Vec::new(), true);
        let is_broken = matches!(lean, Outcome::Failed(_));
        assert!(!is_broken, "{:?}: {lean:?}", case.rule);
    }
}

#[test]
fn each_bend_is_found_by_its_rule_and_told_where_it_is() {
    for case in cases() {
        for (bends, due) in case.ways {
            let found = outcome(case.rule, bends, false);
            let told = match &found {
                Outcome::Failed(how) => how.to_string(),
                other => format!("{other:?}"),
            };
            assert!(
                told.contains(due),
                "{:?}: {told}\ninstead of {due}",
                case.rule
            );
        }
    }
}

fn ledger_adds_up() -> Case {
    Case {
        rule: "each balance in the ledger follows from the one below, and the newest leads to what is held",
        ways: vec![
            (
                vec![field(
                    "/v1/me/ledger",
                    "/items/3/balance_after",
                    json!(2590),
                )],
                "led_0121: balance_after is 2590",
            ),
            (
                vec![field("/v1/me/ledger", "/items/7/amount", json!(5000))],
                "led_0117: balance_after is 2400; it was 1900 after led_0116",
            ),
            (
                vec![field(
                    "/v1/me/balances",
                    "/balances/0/available",
                    json!(9900),
                )],
                "points: available is 9900; by the ledger it was 2600 after led_0123",
            ),
            (
                vec![field("/v1/me/ledger", "/items/8", json!(null))],
                "led_0117: balance_after is 2400",
            ),
        ],
    }
}

fn ledger_kinds() -> Case {
    let at = "/v1/me/ledger";
    Case {
        rule: "an entry adds or takes as its kind says, and what it reverses is there",
        ways: vec![
            (
                vec![field(at, "/items/12/amount", json!(600))],
                "led_0112 is of the kind spend, and its amount is 600",
            ),
            (
                vec![field(at, "/items/7/amount", json!(-500))],
                "led_0117 is of the kind earn, and its amount is -500",
            ),
            (
                vec![field(at, "/items/0/balance_after", json!(2740))],
                "led_0124 is pending, and has a balance_after",
            ),
            (
                vec![field(at, "/items/8/reverses", json!("led_9999"))],
                "led_0116 reverses led_9999, which is no entry",
            ),
            (
                vec![field(at, "/items/8/reverses", json!("led_0115"))],
                "led_0116 takes points and reverses led_0115, which is of gems",
            ),
            (
                vec![field(at, "/items/8/amount", json!(-100))],
                "led_0114 is 90, and what reverses it adds up to -100",
            ),
        ],
    }
}
