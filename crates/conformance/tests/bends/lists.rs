//! Pages of lists.

use serde_json::{Value, json};

use super::{Case, field};
use crate::backend::{Bend, How};

pub(super) fn cases() -> Vec<Case> {
    vec![totals(), narrowed(), found(), kept()]
}

fn totals() -> Case {
    Case {
        rule: "a total is how many rows a walk finds",
        ways: vec![
            (
                field("nobody /v1/rewards", "/total", json!(21)),
                "/v1/rewards?limit=100: total is 21 on the first page, 21 on the last, and a walk finds 6",
            ),
            (
                field("ann /v1/me/ledger", "/total", json!(13)),
                "/v1/me/ledger?limit=100: total is 13",
            ),
            (
                field("/v1/leaderboards/week", "/total", json!(3)),
                "/v1/leaderboards/week?view=top&limit=100: total is 3",
            ),
        ],
    }
}

fn narrowed() -> Case {
    let lost = || Bend {
        at: "",
        how: How::LostFilter,
    };
    Case {
        rule: "a list that is narrowed down stays so from page to page",
        ways: vec![(
            lost(),
            "/v1/me/ledger?currency=points&limit=7: the row led_0117 comes twice",
        )],
    }
}

fn found() -> Case {
    let first_gone = |at| field(at, "/items/0", Value::Null);
    Case {
        rule: "what fits a category, the balance or the words of a title is not left out",
        ways: vec![
            (
                first_gone("/v1/rewards?category=home"),
                "/v1/rewards?category=home: enamel-mug fits, and is not there",
            ),
            (
                field("/v1/rewards?q=", "/items", json!([])),
                "?q=Grove%20hoodie: hoodie fits, and is not there",
            ),
            (
                first_gone("ann /v1/rewards?affordable=true"),
                "?affordable=true: hoodie fits, and is not there",
            ),
        ],
    }
}

fn kept() -> Case {
    let second_gone = |at| field(at, "/items/1", Value::Null);
    Case {
        rule: "what fits a currency, a kind or a span of time is not left out of the ledger",
        ways: vec![
            (
                second_gone("/v1/me/ledger?currency=gems"),
                "/v1/me/ledger?currency=gems: led_0109 is where led_0115 is due",
            ),
            (
                second_gone("/v1/me/ledger?kind=spend"),
                "?kind=spend: led_0107 is where led_0112 is due",
            ),
            (
                second_gone("/v1/me/ledger?from="),
                "led_0122 is where led_0123 is due, which fits",
            ),
        ],
    }
}
