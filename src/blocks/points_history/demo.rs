//! States of the points history for the gallery.

use crate::blocks::demo::{Answer, Demo, Reply, get};

const BALANCES: Answer = get("/me/balances", "balances");
const SECOND: Answer = get("/me/ledger?cursor", "ledger_page2");
const FIRST: Answer = get("/me/ledger", "ledger");

const fn history(name: &'static str, answers: &'static [Answer]) -> Demo {
    Demo {
        name,
        attrs: &[],
        answers,
        clicks: &[],
    }
}

const fn failing(path: &'static str) -> Answer {
    Answer {
        method: "GET",
        path,
        reply: Reply::Problem(503, "unavailable"),
    }
}

/// Not tried again on its own, so that the state is there at once.
const CURSOR_LAPSED: Answer = Answer {
    method: "GET",
    path: "/me/ledger?cursor",
    reply: Reply::Problem(400, "cursor-invalid"),
};

const fn silent(path: &'static str) -> Answer {
    Answer {
        method: "GET",
        path,
        reply: Reply::Silence,
    }
}

const fn literal(path: &'static str, json: &'static str) -> Answer {
    Answer {
        method: "GET",
        path,
        reply: Reply::Json(json),
    }
}

/// The states, the ordinary one first.
pub const DEMOS: &[Demo] = &[
    history("ready", &[BALANCES, SECOND, FIRST]),
    Demo {
        name: "next-page-and-end",
        attrs: &[],
        answers: &[BALANCES, SECOND, FIRST],
        clicks: &[".more"],
    },
    Demo {
        name: "next-page-on-its-way",
        attrs: &[],
        answers: &[
            BALANCES,
            silent("/me/ledger?cursor"),
            silent("/me/ledger?kind"),
            FIRST,
        ],
        clicks: &[".more"],
    },
    Demo {
        name: "next-page-failed",
        attrs: &[],
        answers: &[BALANCES, CURSOR_LAPSED, FIRST],
        clicks: &[".more"],
    },
    Demo {
        name: "whole-schedule",
        attrs: &[],
        answers: &[BALANCES, SECOND, FIRST],
        clicks: &[".all"],
    },
    Demo {
        name: "no-match",
        attrs: &[("currency", "gems")],
        answers: &[BALANCES, get("/me/ledger", "ledger_empty")],
        clicks: &[],
    },
    history(
        "empty",
        &[
            get("/me/balances", "balances_empty"),
            get("/me/ledger", "ledger_empty"),
        ],
    ),
    history(
        "no-entries-yet",
        &[BALANCES, get("/me/ledger", "ledger_empty")],
    ),
    history(
        "below-zero",
        &[get("/me/balances", "balances_negative"), SECOND, FIRST],
    ),
    history("entries-failed", &[BALANCES, failing("/me/ledger")]),
    history("balances-failed", &[failing("/me/balances"), SECOND, FIRST]),
    history(
        "unknown-words",
        &[BALANCES, literal("/me/ledger", UNKNOWN_WORDS)],
    ),
    history("long-words", &[BALANCES, literal("/me/ledger", LONG_WORDS)]),
];

/// Kinds and statuses of a newer backend, an unknown currency, another year.
const UNKNOWN_WORDS: &str = r#"{
  "items": [
    {"id":"1","currency":"points","amount":75,"kind":"exchange","status":"escrowed","occurred_at":"2026-11-22T09:00:00Z","label":"Badge exchanged"},
    {"id":"2","currency":"stars","amount":-3,"kind":"spend","status":"posted","occurred_at":"2025-12-31T22:10:00Z","balance_after":4,"label":"Sticker"}
  ],
  "next_cursor": null,
  "as_of": "2026-11-22T16:00:00Z"
}"#;

/// Words and numbers as long as they come.
const LONG_WORDS: &str = r#"{
  "items": [
    {"id":"1","currency":"points","amount":123456789,"kind":"earn","status":"pending","occurred_at":"2026-11-22T09:00:00Z","available_at":"2026-12-06T09:00:00Z","expires_at":"2027-11-22T09:00:00Z","label":"Jahresmitgliedschaftsverlängerungsgutschrift","reason":"Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"},
    {"id":"2","currency":"points","amount":-98765432,"kind":"spend","status":"reversed","occurred_at":"2026-11-21T20:10:00Z","balance_after":9007199254740991,"label":"Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen"}
  ],
  "next_cursor": null,
  "as_of": "2026-11-22T16:00:00Z"
}"#;
