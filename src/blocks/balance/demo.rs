//! States of the balance for the gallery.

use crate::blocks::demo::{Answer, Demo, Reply, get};

const HELD: Answer = get("/me/balances", "balances");

const fn reply(path: &'static str, reply: Reply) -> Answer {
    Answer {
        method: "GET",
        path,
        reply,
    }
}

const fn card(name: &'static str, answers: &'static [Answer]) -> Demo {
    Demo {
        name,
        attrs: &[],
        answers,
        clicks: &[],
    }
}

const fn line(name: &'static str, answers: &'static [Answer]) -> Demo {
    Demo {
        name,
        attrs: &[("layout", "compact")],
        answers,
        clicks: &[],
    }
}

const fn refused(status: u16, kind: &'static str) -> Answer {
    reply("/me/balances", Reply::Problem(status, kind))
}

/// The states, the ordinary one first.
pub const DEMOS: &[Demo] = &[
    card("ready", &[HELD]),
    Demo {
        name: "one-currency",
        attrs: &[("currency", "points")],
        answers: &[HELD],
        clicks: &[],
    },
    card("zero", &[get("/me/balances", "balances_empty")]),
    card("negative", &[get("/me/balances", "balances_negative")]),
    card(
        "only-pending",
        &[reply("/me/balances", Reply::Json(ONLY_PENDING))],
    ),
    card("empty", &[reply("/me/balances", Reply::Json(NONE))]),
    Demo {
        name: "unknown-currency",
        attrs: &[("currency", "shells")],
        answers: &[HELD],
        clicks: &[],
    },
    line("compact", &[HELD]),
    Demo {
        name: "compact-one-currency",
        attrs: &[("layout", "compact"), ("currency", "gems")],
        answers: &[HELD],
        clicks: &[],
    },
    line(
        "compact-negative",
        &[get("/me/balances", "balances_negative")],
    ),
    line("compact-empty", &[reply("/me/balances", Reply::Json(NONE))]),
    line("compact-loading", &[reply("/me/balances", Reply::Silence)]),
    line("compact-failed", &[refused(503, "unavailable")]),
    line("compact-offline", &[reply("/me/balances", Reply::Offline)]),
    line("compact-broken", &[refused(404, "not-found")]),
    line(
        "compact-signed-out",
        &[get("/me", "me_anonymous"), refused(401, "unauthorised")],
    ),
    line(
        "compact-expired",
        &[
            reply("/me", Reply::Problem(401, "unauthorised")),
            refused(401, "unauthorised"),
        ],
    ),
    line(
        "compact-not-enrolled",
        &[get("/me", "me_candidate"), refused(403, "not-enrolled")],
    ),
    line(
        "compact-joinable",
        &[get("/me", "me_joining"), refused(403, "not-enrolled")],
    ),
    line(
        "compact-left",
        &[get("/me", "me_left"), refused(403, "not-enrolled")],
    ),
    line(
        "compact-suspended",
        &[get("/me", "me_suspended"), refused(403, "suspended")],
    ),
    line(
        "compact-suspended-with-data",
        &[get("/me", "me_suspended"), HELD],
    ),
    line("compact-not-offered", &[refused(404, "not-offered")]),
];

const NONE: &str = r#"{"as_of":"2026-11-22T16:00:00Z","balances":[]}"#;

/// Earned yesterday, and nothing of it is there yet.
const ONLY_PENDING: &str = r#"{"as_of":"2026-11-22T16:00:00Z","balances":[{"currency":"points","available":0,"pending":140,"reserved":0,"lifetime_earned":0,"lifetime_spent":0,"lifetime_expired":0,"pending_batches":[{"amount":140,"available_at":"2026-12-06T14:05:00Z"}]}]}"#;
