//! Orders.

use serde_json::json;

use super::{Case, field};

pub(super) fn cases() -> Vec<Case> {
    vec![codes(), charged(), alike()]
}

const ORDERS: &str = "ann /v1/me/redemptions";

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

fn alike() -> Case {
    Case {
        rule: "an order is the same in the list and by itself, but for its code",
        ways: vec![
            (
                field("/v1/me/redemptions/rd_2015", "/state", json!("shipped")),
                "/v1/me/redemptions/rd_2015: state is another than in the list",
            ),
            (
                field("/v1/me/redemptions/rd_2011", "/charged/0/value", json!(1)),
                "/v1/me/redemptions/rd_2011: charged is another than in the list",
            ),
        ],
    }
}
