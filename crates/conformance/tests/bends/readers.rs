//! Who is answered with what, and who may keep it.

use serde_json::json;

use super::{Case, field, header};
use crate::backend::{
    fixture,
    showcase::{Bend, How},
};

pub(super) fn cases() -> Vec<Case> {
    vec![
        tags(),
        errors(),
        private(),
        codes(),
        charged(),
        two(),
        offers(),
        progress(),
        not_yet(),
        dates(),
        offered(),
        versions(),
        expiry(),
        alike(),
    ]
}

const ORDERS: &str = "ann /v1/me/redemptions";

fn tags() -> Case {
    let shared = |at| Bend {
        at,
        how: How::SharedTag,
    };
    Case {
        rule: "the entity tag of one reader is not current for another who is answered otherwise",
        ways: vec![
            (
                shared("/v1/tiers"),
                "GET /v1/tiers by the member with the ETag",
            ),
            (
                shared("/v1/me/balances"),
                "GET /v1/me/balances by another with the ETag",
            ),
        ],
    }
}

fn errors() -> Case {
    let kept = |at, rule| header(at, "Cache-Control", rule);
    Case {
        rule: "errors are kept by nobody",
        ways: vec![
            (
                kept("/v1/no-such-thing", "public"),
                "GET /v1/no-such-thing: 404 with Cache-Control: \"public\"",
            ),
            (
                kept(
                    "ann /v1/me/redemptions/no-such-order",
                    "private, max-age=60",
                ),
                "no-such-order: 404 with Cache-Control: \"private, max-age=60\"",
            ),
            (
                kept("nonsense /v1/me", "s-maxage=5"),
                "GET /v1/me: 401 with",
            ),
        ],
    }
}

fn private() -> Case {
    Case {
        rule: "a member's data is private and never stored",
        ways: vec![(
            header("/v1/me/redemptions/rd_2015", "Cache-Control", "private"),
            "/v1/me/redemptions/rd_2015: Cache-Control is \"private\"",
        )],
    }
}

fn codes() -> Case {
    Case {
        rule: "a list of orders tells no code, and codes of orders that are off are not revealed",
        ways: vec![
            (
                field(ORDERS, "/items/2/code/value", json!("GROVE-7Q2M")),
                "the order rd_2011 tells its whole code",
            ),
            (
                field(ORDERS, "/items/2/state", json!("refunded")),
                "the order rd_2011 is refunded, and its actions have reveal_code",
            ),
            (
                field(
                    ORDERS,
                    "/items/2/code/expires_at",
                    json!("2026-11-22T15:59:00Z"),
                ),
                "the code of the order rd_2011 has lapsed, and its actions have reveal_code",
            ),
            (
                field(ORDERS, "/items/0/state", json!("cancelled")),
                "the order rd_2015 is cancelled, and its actions have cancel",
            ),
            (
                field(
                    "ann /v1/me/redemptions/rd_1880",
                    "/code/value",
                    json!("GROVE-7Q2M"),
                ),
                "tells its whole code; it stays masked",
            ),
        ],
    }
}

fn charged() -> Case {
    Case {
        rule: "what an order charged is what the ledger spent on it, and no more came back",
        ways: vec![
            (
                field(ORDERS, "/items/3/charged/0/value", json!(200)),
                "rd_2007 charged 200 points, and by /v1/me/ledger 300 were spent on it",
            ),
            (
                field("/v1/me/ledger", "/items/5/amount", json!(900)),
                "rd_1988 charged 450 points, and by /v1/me/ledger 900 came back",
            ),
        ],
    }
}

fn two() -> Case {
    Case {
        rule: "two members are two: another id, and no order in common",
        ways: vec![
            (
                field("bob /v1/me", "/id", json!("m_0042")),
                "/v1/me: the tokens of two members are both answered with the id m_0042",
            ),
            (
                field(
                    "bob /v1/me/redemptions",
                    "/items",
                    json!([fixture("redemption_code")]),
                ),
                "is in the lists of two members",
            ),
        ],
    }
}

fn offers() -> Case {
    Case {
        rule: "who is no member, and who is suspended, is offered no reward to redeem",
        ways: vec![
            (
                field(
                    "sue /v1/rewards",
                    "/items/0/eligibility",
                    json!({ "state": "eligible" }),
                ),
                "for a suspended member hoodie is eligible; they may not redeem",
            ),
            (
                field(
                    "cy /v1/rewards",
                    "/items/0/actions/redeem",
                    json!({ "method": "POST", "href": "/v1/redemptions" }),
                ),
                "for a candidate hoodie is not_enrolled, and its actions have redeem",
            ),
            (
                field(
                    "nobody /v1/rewards",
                    "/items/0/prices/0/affordable",
                    json!(true),
                ),
                "the price points of hoodie is affordable for nobody, who has no balance",
            ),
        ],
    }
}

fn progress() -> Case {
    let (tiers, series) = ("nobody /v1/tiers", "nobody /v1/series");
    Case {
        rule: "what is for everybody tells nobody's name, tier or progress",
        ways: vec![
            (
                field("nobody /v1/me", "/alias", json!("Mossy Otter")),
                "/v1/me: without a token there is an alias",
            ),
            (
                field(tiers, "/tiers/1/requirements/0/current", json!(860)),
                "/v1/tiers: for nobody in particular points_earned has a current",
            ),
            (
                field(series, "/series/0/owned", json!(4)),
                "for nobody in particular 4 badges of explorer are owned",
            ),
            (
                field(series, "/series/1/badges/4/edition/number", json!(24)),
                "the badge artisan has an edition/number",
            ),
            (
                field(
                    series,
                    "/series/0/badges/5/progress",
                    json!([{ "metric": "reviews", "label": "Reviews", "target": 25, "current": 17 }]),
                ),
                "/v1/series: for nobody in particular reviews has a current",
            ),
        ],
    }
}

fn not_yet() -> Case {
    Case {
        rule: "no reply is as of a time after it was sent",
        ways: vec![
            (
                field("/v1/me/balances", "/as_of", json!("2026-11-22T17:00:00Z")),
                "/v1/me/balances: as_of is 2026-11-22T17:00:00Z, and Date says \"Sun, 22 Nov 2026 16:00:30 GMT\"",
            ),
            (
                field(
                    "/v1/portal",
                    "/server_time",
                    json!("2026-11-22T18:00:00+01:00"),
                ),
                "/v1/portal: server_time is 2026-11-22T18:00:00+01:00",
            ),
        ],
    }
}

fn dates() -> Case {
    let late = || json!("2027-01-01T00:00:00Z");
    let badges = "/v1/me/badges";
    Case {
        rule: "dates of tiers, badges, rewards and orders fit the states they are in",
        ways: vec![
            (
                field("/v1/me/tier", "/since", late()),
                "/v1/me/tier: since is 2027-01-01T00:00:00Z, which is to come",
            ),
            (
                field(
                    "/v1/me/tier",
                    "/window_ends_at",
                    json!("2026-11-01T00:00:00Z"),
                ),
                "/v1/me/tier: window_ends_at is 2026-11-01T00:00:00Z, which has passed",
            ),
            (
                field(
                    "ann /v1/rewards",
                    "/items/0/limit/resets_at",
                    json!("2026-11-01T00:00:00Z"),
                ),
                "hoodie: limit/resets_at is 2026-11-01T00:00:00Z, which has passed",
            ),
            (
                field(badges, "/series/0/badges/0/earned_at", late()),
                "first-steps: earned_at is 2027-01-01T00:00:00Z, which is to come",
            ),
            (
                field(
                    badges,
                    "/series/1/completion/1/claim_by",
                    json!("2026-11-01T00:00:00Z"),
                ),
                "maker: claimable at 6: claim_by is 2026-11-01T00:00:00Z, which has passed",
            ),
            (
                field(
                    "ann /v1/rewards",
                    "/items/17/eligibility/unlocks_at",
                    json!("2026-11-01T08:00:00Z"),
                ),
                "mystery-box is upcoming: unlocks_at is 2026-11-01T08:00:00Z, which has passed",
            ),
            (
                field(ORDERS, "/items/2/history/1/at", late()),
                "rd_2011: history/1/at is 2027-01-01T00:00:00Z, which is to come",
            ),
        ],
    }
}

fn offered() -> Case {
    Case {
        rule: "what is offered is told as its schema says",
        ways: vec![
            (
                header("/v1/portal", "Content-Type", "application/octet-stream"),
                "/v1/portal: Content-Type is \"application/octet-stream\"; application/json is due",
            ),
            (
                field("/v1/portal", "/server_time", json!("2026-11-22")),
                "/v1/portal: /server_time is \"2026-11-22\"; an RFC 3339 instant",
            ),
        ],
    }
}

fn versions() -> Case {
    let portal = |pointer, value: &str| field("/v1/portal", pointer, json!(value));
    Case {
        rule: "versions are whole numbers with dots between them",
        ways: vec![
            (
                portal("/min_kit_version", "v2"),
                "/v1/portal: min_kit_version is \"v2\"; up to three numbers are due",
            ),
            (
                portal("/min_kit_version", "1.0.0.0"),
                "min_kit_version is \"1.0.0.0\"",
            ),
            (
                portal("/contract_version", "1"),
                "contract_version is \"1\"; major.minor is due",
            ),
        ],
    }
}

fn expiry() -> Case {
    Case {
        rule: "a currency that lapses says after how many days, or when",
        ways: vec![
            (
                field(
                    "/v1/portal",
                    "/currencies/0/expiry",
                    json!({ "kind": "after" }),
                ),
                "/v1/portal: expiry of points is after 0 days",
            ),
            (
                field(
                    "/v1/portal",
                    "/currencies/0/expiry",
                    json!({ "kind": "fixed" }),
                ),
                "expiry of points is fixed, and at does not say when",
            ),
        ],
    }
}

fn alike() -> Case {
    let mug = "ann /v1/rewards/enamel-mug";
    Case {
        rule: "the member is told the same of a reward in the catalogue and by itself",
        ways: vec![
            (
                field(mug, "/prices/0/amounts/0/value", json!(500)),
                "/v1/rewards/enamel-mug: other prices than in the catalogue",
            ),
            (
                field("ann /v1/rewards/hoodie", "/limit/remaining", json!(1)),
                "/v1/rewards/hoodie: another limit than in the catalogue",
            ),
        ],
    }
}
