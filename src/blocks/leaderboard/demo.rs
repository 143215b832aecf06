//! States of the leaderboard for the gallery.

use crate::blocks::demo::{Answer, Demo, Reply, get};

const fn board(name: &'static str, fixture: &'static [Answer]) -> Demo {
    Demo {
        name,
        attrs: &[],
        answers: fixture,
        clicks: &[],
    }
}

/// The states, the ordinary one first.
pub const DEMOS: &[Demo] = &[
    board(
        "around-me",
        &[
            get("/leaderboards/", "board_around_me"),
            get("/leaderboards", "leaderboards"),
        ],
    ),
    Demo {
        name: "top-with-own-row-pinned",
        attrs: &[("view", "top")],
        answers: &[
            get("/leaderboards/", "board_top"),
            get("/leaderboards", "leaderboards"),
        ],
        clicks: &[],
    },
    board(
        "final",
        &[
            get("/leaderboards/", "board_final"),
            get("/leaderboards", "leaderboards"),
        ],
    ),
    board(
        "not-started",
        &[
            get("/leaderboards/", "board_upcoming"),
            get("/leaderboards", "leaderboards"),
        ],
    ),
    board(
        "ties",
        &[
            get("/leaderboards/", "board_ties"),
            get("/leaderboards", "leaderboards"),
        ],
    ),
    board(
        "fewer-than-three",
        &[
            get("/leaderboards/", "board_few"),
            get("/leaderboards", "leaderboards"),
        ],
    ),
    board(
        "unranked",
        &[
            get("/leaderboards/", "board_unranked"),
            get("/leaderboards", "leaderboards"),
        ],
    ),
    Demo {
        name: "among-the-first",
        attrs: &[("view", "top")],
        answers: &[
            get("/leaderboards/", "board_me_in_top"),
            get("/leaderboards", "leaderboards"),
        ],
        clicks: &[],
    },
    board(
        "opted-out",
        &[
            get("/leaderboards/", "board_opted_out"),
            get("/leaderboards", "leaderboards"),
            Answer {
                method: "GET",
                path: "/me",
                reply: Reply::Fixture("me_opted_out"),
            },
        ],
    ),
    board(
        "empty",
        &[
            get("/leaderboards/", "board_empty"),
            get("/leaderboards", "leaderboards"),
        ],
    ),
    Demo {
        name: "privacy-open",
        attrs: &[],
        answers: &[
            get("/leaderboards/", "board_around_me"),
            get("/leaderboards", "leaderboards"),
        ],
        clicks: &["summary"],
    },
];
