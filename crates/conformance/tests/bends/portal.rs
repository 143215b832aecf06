//! What is offered, and what is told of times.

use serde_json::json;

use super::{Case, field, header};

pub(super) fn cases() -> Vec<Case> {
    vec![
        not_yet(),
        dates(),
        offered(),
        versions(),
        settings(),
        expiry(),
        alike(),
    ]
}

const ORDERS: &str = "ann /v1/me/redemptions";

fn not_yet() -> Case {
    Case {
        rule: "no reply is as of a time after it was sent",
        ways: vec![
            (
                field(
                    "/v1/leaderboards/default",
                    "/as_of",
                    json!("2031-01-01T00:00:00Z"),
                ),
                "/v1/leaderboards/default: as_of is 2031-01-01T00:00:00Z",
            ),
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
                "first-steps is earned: earned_at is 2027-01-01T00:00:00Z, which is to come",
            ),
            (
                field(
                    badges,
                    "/series/0/badges/5/window/ends_at",
                    json!("2026-11-01T00:00:00Z"),
                ),
                "cartographer is in_progress: window/ends_at is 2026-11-01T00:00:00Z, which has passed",
            ),
            (
                field("/v1/me/tier", "/keep/until", json!("2026-11-01T00:00:00Z")),
                "/v1/me/tier: keep/until is 2026-11-01T00:00:00Z, which has passed",
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

fn settings() -> Case {
    Case {
        rule: "currencies, locales and limits are usable",
        ways: vec![(
            field("/v1/portal", "/limits/max_body_bytes", json!(0)),
            "limits/max_body_bytes is 0; at least 1 is due",
        )],
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
                field(mug, "/needs_address", json!(false)),
                "/v1/rewards/enamel-mug: another kind, category, axis,",
            ),
            (
                field("ann /v1/rewards/hoodie", "/limit/remaining", json!(1)),
                "/v1/rewards/hoodie: another limit than in the catalogue",
            ),
        ],
    }
}
