//! The catalogue.

use serde_json::json;

use super::{Case, field};

pub(super) fn cases() -> Vec<Case> {
    vec![
        affordable(),
        sorted(),
        payable(),
        open(),
        currencies(),
        tiers(),
        opened_by(),
        fitting(),
        once(),
        combinations(),
    ]
}

const MINE: &str = "ann /v1/rewards";
const OPEN: &str = "nobody /v1/rewards";

fn affordable() -> Case {
    let price = |value| field(MINE, "/items/0/prices/0/amounts/0/value", json!(value));
    Case {
        rule: "what is affordable and what is missing follow from prices and balances",
        ways: vec![
            (
                field(MINE, "/items/11/prices/0/affordable", json!(true)),
                "desk-lamp: the price points is 3200 points, and affordable is true; by \
                 /v1/me/balances 600 points are missing",
            ),
            (
                field(MINE, "/items/0/prices/1/affordable", json!(false)),
                "hoodie: the price points-gems is 1200 points + 5 gems, and affordable is false; by \
                 /v1/me/balances nothing is missing",
            ),
            (
                field(
                    MINE,
                    "/items/0/eligibility",
                    json!({ "state": "short", "message": "No.", "missing": [] }),
                ),
                "hoodie is short, and its price points is affordable",
            ),
            (price(2601), "hoodie: the price points is 2601 points"),
            (
                field(MINE, "/items/11/eligibility/missing/0/value", json!(60)),
                "desk-lamp is short, and eligibility.missing is 60 points; by /v1/me/balances 600 \
                 points are missing",
            ),
            (
                field(MINE, "/items/12/eligibility/missing/1", json!(null)),
                "sneakers is short, and eligibility.missing is 400 points;",
            ),
        ],
    }
}

fn sorted() -> Case {
    Case {
        rule: "sorted by price the cheapest is first, by end what ends soonest",
        ways: vec![
            (
                field(
                    "/v1/rewards?sort=price",
                    "/items/1/prices/0/amounts/0/value",
                    json!(90_000),
                ),
                "for 90000 points comes before",
            ),
            (
                field(
                    "/v1/rewards?sort=ending",
                    "/items/1/availability/ends_at",
                    json!("2026-11-23T00:00:00Z"),
                ),
                "studio-tour, which ends at 2026-11-24T17:00:00Z, comes before hoodie, which ends at \
                 2026-11-23T00:00:00Z",
            ),
            (
                field(
                    "/v1/rewards?sort=ending",
                    "/items/2/availability/ends_at",
                    json!("2027-01-01T00:00:00Z"),
                ),
                "hoodie, which never ends, comes before enamel-mug",
            ),
        ],
    }
}

fn payable() -> Case {
    Case {
        rule: "prices are paid in currencies that are spent, and a discount takes something off",
        ways: vec![
            (
                field(OPEN, "/items/1/prices/0/amounts/0/currency", json!("stars")),
                "enamel-mug: the price points takes stars, which is no spendable currency",
            ),
            (
                field("/v1/portal", "/currencies/1/spendable", json!(false)),
                "takes gems, which is no spendable currency",
            ),
            (
                field(OPEN, "/items/1/prices/0/amounts/0/value", json!(-5)),
                "the price points is -5 points",
            ),
            (
                field(OPEN, "/items/1/prices/0/original/0/value", json!(500)),
                "enamel-mug: the price points is 600 points, and original says that it was 500 points",
            ),
            (
                field(
                    OPEN,
                    "/items/0/prices/1/amounts/1/currency",
                    json!("points"),
                ),
                "hoodie: the price points-gems is 1200 points + 5 points; one amount per currency",
            ),
            (
                field(OPEN, "/items/0/prices/1/id", json!("points")),
                "two prices of hoodie have the id points",
            ),
        ],
    }
}

fn open() -> Case {
    Case {
        rule: "what is eligible is on now, and neither used up nor sold out in every variant",
        ways: vec![
            (
                field(
                    MINE,
                    "/items/4/availability/ends_at",
                    json!("2026-11-22T15:00:00Z"),
                ),
                "studio-tour is eligible, and ended at 2026-11-22T15:00:00Z",
            ),
            (
                field(
                    MINE,
                    "/items/1/availability/starts_at",
                    json!("2026-12-01T00:00:00Z"),
                ),
                "enamel-mug is eligible, and begins at 2026-12-01T00:00:00Z",
            ),
            (
                field(MINE, "/items/0/limit/remaining", json!(0)),
                "hoodie is eligible, and limit.remaining is nought",
            ),
            (
                field(
                    MINE,
                    "/items/0/combinations",
                    json!([{ "value_ids": ["m", "ink"], "stock": { "mode": "limited", "band": "none" } }]),
                ),
                "hoodie is eligible, and nothing is left of any combination",
            ),
        ],
    }
}

fn currencies() -> Case {
    Case {
        rule: "a currency that is named is one of the portal",
        ways: vec![
            (
                field("/v1/me/ledger", "/items/2/currency", json!("stars")),
                "/v1/me/ledger: /items/2/currency is \"stars\"; /v1/portal has points, gems",
            ),
            (
                field(
                    "/v1/me/badges",
                    "/series/0/completion/0/amounts/0/currency",
                    json!("stars"),
                ),
                "/v1/me/badges: /series/0/completion/0/amounts/0/currency is \"stars\"",
            ),
            (
                field(
                    MINE,
                    "/items/11/eligibility/missing/0/currency",
                    json!("stars"),
                ),
                "/v1/rewards: /items/11/eligibility/missing/0/currency is \"stars\"",
            ),
        ],
    }
}

fn tiers() -> Case {
    Case {
        rule: "a tier that is named is on the ladder, under its name there",
        ways: vec![
            (
                field(
                    MINE,
                    "/items/13/eligibility/required_tier/id",
                    json!("gold"),
                ),
                "/v1/rewards: /items/13/eligibility/required_tier/id is \"gold\"; /v1/tiers has seed",
            ),
            (
                field("ann /v1/me", "/tier/name", json!("Gold")),
                "/v1/me: /tier/name is \"Gold\"; on the ladder sprout is called \"Sprout\"",
            ),
            (
                field("/v1/leaderboards/week", "/entries/0/tier", json!("Gold")),
                "is \"Gold\", which is no tier's name on the ladder",
            ),
        ],
    }
}

fn opened_by() -> Case {
    Case {
        rule: "a tier that opens a reward is above the member's",
        ways: vec![(
            field(
                MINE,
                "/items/13/eligibility/required_tier/id",
                json!("sprout"),
            ),
            "headphones is tier_locked until sprout, and the member is at sprout",
        )],
    }
}

fn fitting() -> Case {
    let is = |pointer, state: &str| {
        let verdict = json!({ "state": state, "message": "No." });
        field(MINE, pointer, verdict)
    };
    let mug = "/items/1/eligibility";
    Case {
        rule: "the reason why not fits the member, the stock, the limit and the time",
        ways: vec![
            (
                is(mug, "sold_out"),
                "/v1/rewards: enamel-mug is sold_out, and some are left",
            ),
            (
                is("/items/0/eligibility", "limit_reached"),
                "hoodie is limit_reached, and limit.remaining is above nought",
            ),
            (
                is("/items/4/eligibility", "ended"),
                "studio-tour is ended, and its availability has not ended",
            ),
            (
                field(
                    MINE,
                    "/items/17/availability/starts_at",
                    json!("2026-11-20T08:00:00Z"),
                ),
                "mystery-box is upcoming, and its availability has begun",
            ),
            (
                is(mug, "not_enrolled"),
                "enamel-mug is not_enrolled, and the reader is a member who may act",
            ),
            (
                field(MINE, "/items/0/limit/remaining", json!(3)),
                "hoodie: limit.remaining is not from 0 to limit.per_member",
            ),
        ],
    }
}

fn once() -> Case {
    let boards = "/v1/leaderboards";
    Case {
        rule: "tiers, benefits of a tier, categories, boards and periods of a board are listed once",
        ways: vec![
            (
                field("/v1/tiers", "/tiers/1/id", json!("seed")),
                "/v1/tiers: the tier \"seed\" comes twice",
            ),
            (
                field(OPEN, "/categories/1/id", json!("wear")),
                "/v1/rewards: the category \"wear\" comes twice",
            ),
            (
                field(boards, "/items/0/periods/1/key", json!("2026-W47")),
                "/v1/leaderboards: the period of week \"2026-W47\" comes twice",
            ),
        ],
    }
}

fn combinations() -> Case {
    Case {
        rule: "categories of a reward are listed, and combinations have one value of each axis, once",
        ways: vec![
            (
                field(OPEN, "/items/0/combinations/2/value_ids/1", json!("pink")),
                "hoodie: the combination m, pink has not one value of each axis",
            ),
            (
                field(MINE, "/items/1/category_ids/0", json!("kitchen")),
                "/v1/rewards: enamel-mug is filed under kitchen, which is not listed",
            ),
            (
                field(OPEN, "/items/0/combinations/2/value_ids/1", json!("sand")),
                "hoodie: the combination m, sand comes twice",
            ),
        ],
    }
}
