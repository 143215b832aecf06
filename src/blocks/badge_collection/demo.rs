//! States of the badge collection for the gallery.

use crate::blocks::demo::{Answer, Demo, Reply, get};

const OWN: &[Answer] = &[get("/me/badges", "collection"), SEEN];

const SEEN: Answer = Answer {
    method: "POST",
    path: "/me/badges/seen",
    reply: Reply::Json("null"),
};

const fn post(reply: Reply) -> Answer {
    Answer {
        method: "POST",
        path: "/series/maker/completion/6/claim",
        reply,
    }
}

const fn demo(
    name: &'static str,
    answers: &'static [Answer],
    clicks: &'static [&'static str],
) -> Demo {
    Demo {
        name,
        attrs: &[],
        answers,
        clicks,
    }
}

const fn opened(name: &'static str, clicks: &'static [&'static str]) -> Demo {
    demo(name, OWN, clicks)
}

/// The states, the ordinary one first.
pub const DEMOS: &[Demo] = &[
    demo("series", OWN, &[]),
    Demo {
        name: "one-series",
        attrs: &[("series", "maker")],
        answers: OWN,
        clicks: &[],
    },
    demo(
        "guest",
        &[
            get("/series", "collection_public"),
            get("/me", "me_anonymous"),
        ],
        &[],
    ),
    demo(
        "candidate",
        &[
            get("/series", "collection_public"),
            get("/me", "me_candidate"),
        ],
        &[],
    ),
    demo("none-yet", &[get("/me/badges", "collection_public")], &[]),
    demo("empty", &[get("/me/badges", "collection_empty")], &[]),
    opened("earned", &["[data-badge=globetrotter]"]),
    opened("newly-earned", &["[data-badge=night-owl]"]),
    opened("numbered", &["[data-badge=artisan]"]),
    opened("in-progress", &["[data-badge=cartographer]"]),
    opened("secret", &["[data-badge=year-ring]"]),
    opened("upcoming", &["[data-badge=solstice]"]),
    opened("edition-gone", &["[data-badge=summer-wave]"]),
    opened("window-closed", &["[data-badge=winter-fox]"]),
    opened("lapsed", &["[data-badge=trailblazer]"]),
    opened("taken-back", &["[data-badge=spring-bloom]"]),
    demo(
        "claimed",
        &[
            get("/me/badges", "collection"),
            SEEN,
            post(Reply::Fixture("series_claimed")),
        ],
        &["[part~=reward] button"],
    ),
    demo(
        "claim-in-flight",
        &[get("/me/badges", "collection"), SEEN, post(Reply::Silence)],
        &["[part~=reward] button"],
    ),
    demo(
        "claim-too-late",
        &[
            get("/me/badges", "collection"),
            SEEN,
            post(Reply::Problem(409, "outside-window")),
        ],
        &["[part~=reward] button"],
    ),
    demo("many-measures", LONG, &["[data-badge=long]"]),
];

/// Long words, a state of a later version, several measures, no pictures.
const LONG: &[Answer] = &[
    Answer {
        method: "GET",
        path: "/me/badges",
        reply: Reply::Json(
            r#"{
  "as_of": "2026-11-22T16:00:00Z",
  "series": [{
    "id": "long",
    "title": "Donaudampfschifffahrtsgesellschaft und Kraftfahrzeughaftpflichtversicherung",
    "summary": "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz und andere Wörter, die Platz brauchen",
    "total": 4,
    "owned": 1,
    "badges": [
      {
        "id": "long",
        "state": "in_progress",
        "title": "Schifffahrtskapitänsanwärterabzeichen",
        "criteria": "Fahre auf drei Flüssen, bleibe sieben Nächte an Bord und schreibe darüber",
        "progress": [
          { "metric": "rivers", "label": "Befahrene Flüsse", "target": 3, "current": 2 },
          { "metric": "nights", "label": "Übernachtungen an Bord", "target": 7, "current": 7 },
          { "metric": "reports", "label": "Reiseberichte", "target": 1, "current": 0 }
        ],
        "rarity": { "level": "legendary", "holders_per_mille": 1, "holders": 5 },
        "edition": { "max": 1000, "issued": 5 },
        "window": { "ends_at": "2027-03-31T22:00:00Z" }
      },
      { "id": "lent", "state": "borrowed", "title": "Leihgabe", "rarity": { "level": "mythic", "holders_per_mille": 3, "holders": 15 } },
      { "id": "one", "state": "locked", "title": "Leichtmatrose", "criteria": "Geh an Bord" },
      { "id": "two", "state": "earned", "title": "Bootsmann", "earned_at": "2026-10-01T10:00:00Z" }
    ],
    "window": { "ends_at": "2027-03-31T22:00:00Z" },
    "completion": [{ "threshold": 4, "label": "Kapitänsmütze mit Goldstickerei und Namenszug", "state": "locked" }]
  }]
}"#,
        ),
    },
    SEEN,
];
