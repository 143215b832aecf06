//! States of the tier progress for the gallery.

use crate::blocks::demo::{Answer, Demo, Reply, get};

const fn standing(name: &'static str, answers: &'static [Answer]) -> Demo {
    Demo {
        name,
        attrs: &[],
        answers,
        clicks: &[],
    }
}

const ANONYMOUS: Answer = get("/me", "me_anonymous");

/// The states, the ordinary one first.
pub const DEMOS: &[Demo] = &[
    standing(
        "in-progress",
        &[get("/me/tier", "standing"), get("/tiers", "tiers")],
    ),
    standing(
        "at-risk",
        &[
            get("/me/tier", "standing_at_risk"),
            get("/tiers", "tiers_bloom"),
        ],
    ),
    standing(
        "grace",
        &[
            get("/me/tier", "standing_grace"),
            get("/tiers", "tiers_bloom"),
        ],
    ),
    standing(
        "at-threshold",
        &[
            get("/me/tier", "standing_at_threshold"),
            get("/tiers", "tiers"),
        ],
    ),
    standing(
        "upgraded",
        &[
            get("/me/tier", "standing_upgraded"),
            get("/tiers", "tiers_bloom"),
            Answer {
                method: "POST",
                path: "/me/tier/seen",
                reply: Reply::Json("null"),
            },
        ],
    ),
    standing(
        "top",
        &[get("/me/tier", "standing_top"), get("/tiers", "tiers_top")],
    ),
    standing(
        "no-tier",
        &[
            get("/me/tier", "standing_none"),
            get("/tiers", "tiers_public"),
        ],
    ),
    standing("public", &[ANONYMOUS, get("/tiers", "tiers_public")]),
    standing(
        "candidate",
        &[get("/me", "me_candidate"), get("/tiers", "tiers_public")],
    ),
    standing(
        "place-failed",
        &[
            Answer {
                method: "GET",
                path: "/me/tier",
                reply: Reply::Problem(503, "unavailable"),
            },
            get("/tiers", "tiers"),
        ],
    ),
    standing(
        "keep-open",
        &[
            Answer {
                method: "GET",
                path: "/me/tier",
                reply: Reply::Json(KEEP_OPEN),
            },
            get("/tiers", "tiers"),
        ],
    ),
    standing(
        "one-tier",
        &[
            Answer {
                method: "GET",
                path: "/me/tier",
                reply: Reply::Json(ONE_STANDING),
            },
            Answer {
                method: "GET",
                path: "/tiers",
                reply: Reply::Json(ONE_TIER),
            },
        ],
    ),
    standing(
        "empty",
        &[
            get("/me/tier", "standing_none"),
            Answer {
                method: "GET",
                path: "/tiers",
                reply: Reply::Json(r#"{"tiers":[]}"#),
            },
        ],
    ),
    Demo {
        name: "own-benefits-only",
        attrs: &[("benefits", "current")],
        answers: &[get("/me/tier", "standing"), get("/tiers", "tiers")],
        clicks: &[],
    },
    Demo {
        name: "without-benefits",
        attrs: &[("benefits", "none")],
        answers: &[get("/me/tier", "standing"), get("/tiers", "tiers")],
        clicks: &[],
    },
];

/// Something is missing to keep the tier, and there is time.
const KEEP_OPEN: &str = r#"{"as_of":"2026-11-22T16:00:00Z","state":"in_progress","current":"sprout","since":"2026-03-08T10:00:00Z","next":"bloom","requirements":[{"metric":"points_earned","label":"Points earned this year","target":2500,"current":430,"currency":"points"},{"metric":"purchases","label":"Purchases this year","target":10,"current":1}],"window_ends_at":"2027-06-30T22:00:00Z","keep":{"until":"2027-06-30T22:00:00Z","requirements":[{"metric":"points_earned","label":"Points earned this year","target":1000,"current":430,"currency":"points"}],"met":false,"at_risk":false},"projected":"seed","just_upgraded":false}"#;

/// A programme with a single tier, without crest.
const ONE_TIER: &str = r#"{"tiers":[{"id":"friend","name":"Friend of the house","requirements":[],"benefits":[{"id":"tea","title":"A cup of tea","state":"used"},{"id":"seat","title":"A reserved seat","description":"Every Thursday","state":"seasonal"}]}]}"#;

const ONE_STANDING: &str = r#"{"as_of":"2026-11-22T16:00:00Z","state":"top","current":"friend","since":"2026-01-02T10:00:00Z","requirements":[],"just_upgraded":false}"#;
