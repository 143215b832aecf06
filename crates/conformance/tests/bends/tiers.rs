//! The ladder and series of badges.

use serde_json::{Value, json};

use super::{Case, field};
use crate::backend::Bend;

pub(super) fn cases() -> Vec<Case> {
    vec![
        state(),
        targets(),
        benefits(),
        whole(),
        same(),
        ladders(),
        secrets(),
        completion(),
    ]
}

const BADGES: &str = "ann /v1/me/badges";

/// In the member's place.
fn place(pointer: &'static str, value: Value) -> Bend {
    field("/v1/me/tier", pointer, value)
}

fn state() -> Case {
    Case {
        rule: "the state of the member's place fits the tiers it names and what was reached",
        ways: vec![
            (
                place("/state", json!("no_tier")),
                "/v1/me/tier: the state is no_tier, and current is sprout",
            ),
            (
                place("/state", json!("top")),
                "the state is top, current is sprout and next bloom; the last tier of the ladder is canopy",
            ),
            (
                place("/next", Value::Null),
                "the state is in_progress, and next is left out",
            ),
            (
                place("/state", json!("at_threshold")),
                "the state is at_threshold, with points_earned 1860 of 2500, purchases 7 of 10; \
                 in_progress is due",
            ),
            (
                place(
                    "/requirements",
                    json!([{ "metric": "m", "label": "M", "target": 1, "current": 1 }]),
                ),
                "the state is in_progress, with m 1 of 1; at_threshold is due",
            ),
            (
                place("/state", json!("grace")),
                "the state is grace, and grace_until does not say until when",
            ),
            (
                place("/keep/at_risk", json!(true)),
                "keep/met is true, and so is at_risk",
            ),
            (
                place("/keep/met", json!(false)),
                "keep/met is false, with points_earned 1860 of 1000",
            ),
        ],
    }
}

fn targets() -> Case {
    Case {
        rule: "what the next tier takes is the same on the ladder and for the member",
        ways: vec![(
            place("/requirements/0/target", json!(2000)),
            "the target of points_earned is 2000; bloom on /v1/tiers takes 2500",
        )],
    }
}

fn benefits() -> Case {
    Case {
        rule: "benefits are open at the member's tier, and locked above it",
        ways: vec![
            (
                field("/v1/tiers", "/tiers/2/benefits/0/state", json!("available")),
                "/v1/tiers: bonus-10 of bloom is available, and the member is at sprout; locked is due",
            ),
            (
                field("/v1/tiers", "/tiers/1/benefits/0/state", json!("locked")),
                "/v1/tiers: free-returns of sprout is locked, and the member is at sprout",
            ),
        ],
    }
}

fn whole() -> Case {
    let series = "/v1/series";
    Case {
        rule: "a series lists each of its badges once, and its total counts them",
        ways: vec![
            (
                field(series, "/series/0/total", json!(7)),
                "/v1/series: total of explorer is 7, and it lists 6 badges",
            ),
            (
                field(BADGES, "/series/0/badges/1/id", json!("first-steps")),
                "/v1/me/badges: the badge first-steps comes twice in explorer",
            ),
            (
                field(BADGES, "/series/0/completion/1/threshold", json!(60)),
                "/v1/me/badges: what 60 badges of explorer give cannot be reached: there are 6",
            ),
            (
                field(
                    series,
                    "/series/0/completion/0/amounts/0/value",
                    json!(-100),
                ),
                "/v1/series: what 3 badges of explorer give is -100 points",
            ),
            (
                field(series, "/series/1/badges/4/edition/issued", json!(-1)),
                "the badge artisan: -1 copies issued of 100",
            ),
            (
                field(series, "/series/1/id", json!("explorer")),
                "/v1/series: the series explorer comes twice",
            ),
            (
                field(
                    series,
                    "/series/0/badges/0/rarity/holders_per_mille",
                    json!(4560),
                ),
                "first-steps: 4560 hold it, 4560 of a thousand",
            ),
        ],
    }
}

fn same() -> Case {
    Case {
        rule: "the member's series have the badges and rewards that they have for everybody",
        ways: vec![
            (
                field(BADGES, "/series/0/badges/1/id", json!("wayfarer")),
                "/v1/me/badges: badges of explorer: first-steps, wayfarer,",
            ),
            (
                field(BADGES, "/series/0/completion/0/amounts/0/value", json!(50)),
                "completion of explorer: 50 points for 3, 1000 points for 6; in /v1/series: 100 points \
                 for 3",
            ),
        ],
    }
}

fn ladders() -> Case {
    let (mine, open) = ("ann /v1/tiers", "nobody /v1/tiers");
    Case {
        rule: "the ladder takes the same of the member as of everybody",
        ways: vec![
            (
                field(mine, "/tiers/1/requirements/0/target", json!(900)),
                "/v1/tiers: sprout takes points_earned 900 for the member, points_earned 1000 for nobody",
            ),
            (
                field(open, "/tiers/3", Value::Null),
                "/v1/tiers: the tiers are seed, sprout, bloom, canopy for the member, seed, sprout, bloom \
                 for nobody",
            ),
        ],
    }
}

fn secrets() -> Case {
    Case {
        rule: "for the member too a secret badge keeps its secret, and only what is earned is new",
        ways: vec![
            (
                field(BADGES, "/series/0/badges/0/state", json!("secret")),
                "the secret badge first-steps tells its title or its criteria",
            ),
            (
                field(BADGES, "/series/0/badges/5/new", json!(true)),
                "the badge cartographer is new, and its state is in_progress",
            ),
            (
                field(BADGES, "/series/0/badges/5/title", Value::Null),
                "the badge cartographer is in_progress, and has no title",
            ),
        ],
    }
}

fn completion() -> Case {
    let claim = json!({ "method": "POST", "href": "/v1/series/explorer/completion/6/claim" });
    Case {
        rule: "what a number of badges gives can be claimed once that many are owned",
        ways: vec![
            (
                field(BADGES, "/series/0/completion/1/state", json!("claimable")),
                "explorer: what 6 badges give is claimable, and 4 are owned",
            ),
            (
                field(BADGES, "/series/0/completion/0/state", json!("locked")),
                "explorer: what 3 badges give is locked, and 4 are owned",
            ),
            (
                field(BADGES, "/series/1/completion/1/actions", json!({})),
                "maker: what 6 badges give is claimable, and its actions lack claim",
            ),
            (
                field(BADGES, "/series/0/completion/1/actions/claim", claim),
                "explorer: what 6 badges give is locked, and its actions have claim",
            ),
        ],
    }
}
