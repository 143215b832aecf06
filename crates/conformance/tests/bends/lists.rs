//! Pages of lists.

use serde_json::json;

use super::{Case, field};
use crate::backend::showcase::{Bend, How};

pub(super) fn cases() -> Vec<Case> {
    vec![totals(), narrowed()]
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
