//! Leaderboards.

use serde_json::json;

use super::{Case, field};

pub(super) fn cases() -> Vec<Case> {
    vec![gaps(), first(), neighbours(), prizes(), periods()]
}

const WEEK: &str = "/v1/leaderboards/week";
const AROUND: &str = "/v1/leaderboards/week?view=around_me";

fn gaps() -> Case {
    Case {
        rule: "the gap to the next rank is the one between the scores, and the member's row is theirs",
        ways: vec![
            (
                field(AROUND, "/me/gap_to_next", json!(50)),
                "?view=around_me&limit=11: gap_to_next is 50; by the scores 5 is due",
            ),
            (
                field(WEEK, "/me/gap_to_next", json!(-5)),
                "gap_to_next is -5, and the member's rank is 214",
            ),
            (
                field(WEEK, "/total", json!(200)),
                "the member's rank is 214, and total says that 200 are ranked",
            ),
            (
                field(WEEK, "/me/opted_out", json!(true)),
                "me/opted_out is true, and leaderboard_opt_out in /v1/me is false",
            ),
            (
                field(WEEK, "/me/entry/name", json!("Paper Lantern")),
                "the member's row is called \"Paper Lantern\", and their alias in /v1/me is \"Mossy Otter\"",
            ),
            (
                field(WEEK, "/entries/0/is_me", json!(true)),
                "the row be_001 is_me, and me/entry is be_214",
            ),
        ],
    }
}

fn first() -> Case {
    Case {
        rule: "the board called default is the first of the list",
        ways: vec![(
            field("/v1/leaderboards/default", "/id", json!("month")),
            "/v1/leaderboards/default: the id is month; /v1/leaderboards begins with week",
        )],
    }
}

fn neighbours() -> Case {
    Case {
        rule: "neighbours stand in the order of their scores, and equal ones share a rank",
        ways: vec![
            (
                field(AROUND, "/entries/0/score", json!(339)),
                "be_209 with 339 stands above be_210 with 340",
            ),
            (
                field(AROUND, "/entries/0/score", json!(340)),
                "be_209 with 340 has rank 209, and be_210 with 340 rank 210; that is not competition",
            ),
            (
                field(AROUND, "/entries/0/rank", json!(-209)),
                "the first row has rank -209",
            ),
            (
                field(AROUND, "/entries/1/rank", json!(209)),
                "be_209 with 345 has rank 209, and be_210 with 340 rank 209",
            ),
        ],
    }
}

fn prizes() -> Case {
    Case {
        rule: "prizes go from the first rank on, and no rank is in two of them",
        ways: vec![
            (
                field(WEEK, "/prizes/1/from_rank", json!(1)),
                "\"3 gems\" begins at rank 1, and the prize before ends at 1",
            ),
            (
                field("ann /v1/leaderboards/week", "/prizes/0/to_rank", json!(9)),
                "\"3 gems\" begins at rank 2, and the prize before ends at 9",
            ),
            (
                field(WEEK, "/prizes/0/from_rank", json!(0)),
                "\"5 gems\" begins at rank 0",
            ),
            (
                field(WEEK, "/prizes/2/to_rank", json!(1)),
                "\"1 gem\" is for the ranks from 4 to 1",
            ),
        ],
    }
}

fn periods() -> Case {
    let listed = "/v1/leaderboards";
    Case {
        rule: "the board is of the period that was asked for, the current one first, which is live while it runs",
        ways: vec![
            (
                field(WEEK, "/period/key", json!("2026-W46")),
                "the period is 2026-W46; the first that /v1/leaderboards lists is due, 2026-W47",
            ),
            (
                field("ann /v1/leaderboards/week", "/id", json!("month")),
                "/v1/leaderboards/week: the id is month",
            ),
            (
                field(WEEK, "/period/state", json!("final")),
                "2026-W47 is final at 2026-11-22T16:00:00Z, and runs from",
            ),
            (
                field(listed, "/items/0/periods/1/state", json!("upcoming")),
                "2026-W46 is upcoming at",
            ),
            (
                field(
                    listed,
                    "/items/0/periods/1/ends_at",
                    json!("2026-11-01T00:00:00Z"),
                ),
                "2026-W46 begins at 2026-11-08T23:00:00Z and ends at 2026-11-01T00:00:00Z",
            ),
        ],
    }
}
