//! Balances and the ledger.

use serde_json::json;

use super::{Case, field};

pub(super) fn cases() -> Vec<Case> {
    vec![ledger_adds_up(), ledger_kinds()]
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
