//! Balances and the ledger.

use serde_json::json;

use super::{Case, field};

pub(super) fn cases() -> Vec<Case> {
    vec![
        ledger_adds_up(),
        ledger_kinds(),
        lapsing(),
        batches(),
        entries(),
    ]
}

fn ledger_adds_up() -> Case {
    Case {
        rule: "each balance in the ledger follows from the one below, and the newest leads to what is held",
        ways: vec![
            (
                field("/v1/me/ledger", "/items/3/balance_after", json!(2590)),
                "led_0121: balance_after is 2590",
            ),
            (
                field("/v1/me/ledger", "/items/7/amount", json!(5000)),
                "led_0117: balance_after is 2400; it was 1900 after led_0116",
            ),
            (
                field("/v1/me/balances", "/balances/0/available", json!(9900)),
                "points: available is 9900; by the ledger it was 2600 after led_0123",
            ),
            (
                field("/v1/me/ledger", "/items/0/amount", json!(150)),
                "points: pending is 140, and the entries of /v1/me/ledger that are pending add up to 150",
            ),
            (
                field(HELD, "/balances/0/reserved", json!(301)),
                "points: reserved is 301, and the entries of /v1/me/ledger that are pending add up to 300",
            ),
            (
                field(
                    HELD,
                    "/balances/0/pending_batches/0/available_at",
                    json!("2026-12-24T00:00:00Z"),
                ),
                "points: a batch opens at 2026-12-24T00:00:00Z, and no entry of /v1/me/ledger does",
            ),
            (
                field("/v1/me/ledger", "/items/8", json!(null)),
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
                field(at, "/items/12/amount", json!(600)),
                "led_0112 is of the kind spend, and its amount is 600",
            ),
            (
                field(at, "/items/7/amount", json!(-500)),
                "led_0117 is of the kind earn, and its amount is -500",
            ),
            (
                field(at, "/items/0/balance_after", json!(2740)),
                "led_0124 is pending, and has a balance_after",
            ),
            (
                field(at, "/items/8/reverses", json!("led_9999")),
                "led_0116 reverses led_9999, which is no entry",
            ),
            (
                field(at, "/items/8/reverses", json!("led_0115")),
                "led_0116 takes points and reverses led_0115, which is of gems",
            ),
            (
                field(at, "/items/8/amount", json!(-100)),
                "led_0114 is 90, and what reverses it adds up to -100",
            ),
        ],
    }
}

const HELD: &str = "/v1/me/balances";

fn lapsing() -> Case {
    Case {
        rule: "balances say what they add up to",
        ways: vec![
            (
                field(HELD, "/balances/0/expiring/0/amount", json!(700)),
                "points: 3120 of expiring will lapse until 2027-11-22T08:30:00Z, and only 3040 are held",
            ),
            (
                field(HELD, "/balances/1/lifetime_spent", json!(-4)),
                "gems: a batch, what is reserved or a lifetime total is below nought",
            ),
            // More than is held then, though not more than is held once all has opened.
            (
                field(
                    HELD,
                    "/balances/0/expiring",
                    json!([{ "amount": 3000, "at": "2026-11-29T09:12:00Z" }]),
                ),
                "points: 3000 of expiring will lapse until 2026-11-29T09:12:00Z, and only 2900 are held",
            ),
        ],
    }
}

fn batches() -> Case {
    Case {
        rule: "batches lapse and open after the reply, and none of a currency that never lapses",
        ways: vec![
            (
                field(
                    HELD,
                    "/balances/0/expiring/0/at",
                    json!("2026-11-22T15:00:00Z"),
                ),
                "points: expiring/0/at is 2026-11-22T15:00:00Z, which has passed at 2026-11-22T16:00:00Z",
            ),
            (
                field(
                    HELD,
                    "/balances/0/pending_batches/0/available_at",
                    json!("2026-11-22T16:00:00Z"),
                ),
                "points: pending_batches/0/available_at is 2026-11-22T16:00:00Z, which has passed",
            ),
            (
                field(
                    HELD,
                    "/balances/1/expiring",
                    json!([{ "amount": 3, "at": "2026-11-29T09:12:00Z" }]),
                ),
                "gems: 1 batches are expiring, and by /v1/portal its expiry is never",
            ),
        ],
    }
}

fn entries() -> Case {
    let at = "/v1/me/ledger";
    Case {
        rule: "an entry is pending until it opens, and expired once it has lapsed",
        ways: vec![
            (
                field(at, "/items/0/available_at", json!("2026-11-22T15:00:00Z")),
                "led_0124 is pending: available_at is 2026-11-22T15:00:00Z, which has passed",
            ),
            (
                field(at, "/items/0/status", json!("posted")),
                "led_0124 is posted: available_at is 2026-12-06T14:05:00Z, which is to come",
            ),
            (
                field(at, "/items/1/status", json!("expired")),
                "led_0123 is expired: expires_at is 2027-11-22T08:30:00Z, which is to come",
            ),
            (
                field(at, "/items/1/occurred_at", json!("2026-11-23T08:30:00Z")),
                "led_0123 is posted: occurred_at is 2026-11-23T08:30:00Z, which is to come",
            ),
        ],
    }
}
