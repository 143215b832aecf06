//! Parameters, headers, tags and security schemes that operations refer to.

use serde_json::{Value, json};

use crate::{leaderboard::BoardView, ledger::LedgerKind};

/// Groups of operations.
pub(super) fn tags() -> Value {
    let tags = [
        ("portal", "Discovery"),
        ("member", "The reader of the page"),
        ("points", "Balances and their history"),
        ("rewards", "The catalogue, and spending"),
        ("tiers", "The ladder"),
        ("badges", "Collections"),
        ("leaderboards", "Rankings"),
        ("live", "Hints that something changed"),
        ("editor", "Portal documents"),
        ("events", "What the brand's systems report"),
    ];
    tags.iter()
        .map(|(name, description)| json!({ "name": name, "description": description }))
        .collect()
}

fn parameter(place: &str, name: &str, description: &str, schema: &Value) -> Value {
    json!({ "in": place, "name": name, "description": description, "schema": schema })
}

fn required(mut parameter: Value) -> Value {
    if let Some(fields) = parameter.as_object_mut() {
        fields.insert("required".into(), true.into());
    }
    parameter
}

/// Every parameter, by the name that [`super::details`] uses.
pub(super) fn parameters() -> Value {
    let text = json!({ "type": "string" });
    let instant = json!({ "type": "string", "format": "date-time" });
    let limit = json!({ "type": "integer", "minimum": 1, "maximum": 100, "default": 20 });
    let sort = json!({ "type": "string", "default": "featured",
        "x-extensible-enum": ["featured", "price", "newest", "ending"] });
    let kind = json!({ "type": "string", "x-extensible-enum": LedgerKind::WORDS });
    let view = json!({ "type": "string", "default": "top", "x-extensible-enum": BoardView::WORDS });
    let flag = json!({ "type": "boolean" });
    let query = |name, description, schema| parameter("query", name, description, schema);
    let header = |name, description| parameter("header", name, description, &text);
    json!({
        "AcceptLanguage": header("Accept-Language", "Languages of the reader (RFC 4647 lookup)"),
        "IfNoneMatch": header("If-None-Match", "ETag of what the reader has; the answer is 304 if it is still current"),
        "IfMatch": required(header("If-Match", "ETag of the draft that was edited")),
        "IfMatchOrNew": header("If-Match", "ETag of the draft that was edited; required for an existing portal"),
        "IfNew": parameter("header", "If-None-Match", "To create a new portal with its first draft", &json!({ "type": "string", "enum": ["*"] })),
        "IdempotencyKey": required(header("Idempotency-Key", "A UUID per intent, bare or quoted, \
            repeated unchanged until there is a final answer. Remembered per member and operation.")),
        "LastEventId": header("Last-Event-ID", "The last id received, with a hint or without; later hints are sent again"),
        "cursor": query("cursor", "`next_cursor` of the page before, unchanged", &text),
        "limit": query("limit", "The largest number of rows on the page", &limit),
        "currency": query("currency", "Only that currency", &text),
        "kind": query("kind", "Only that kind of movement", &kind),
        "from": query("from", "At or after that instant", &instant),
        "to": query("to", "Before that instant", &instant),
        "category": query("category", "Only that category", &text),
        "q": query("q", "Words to search for", &text),
        "sort": query("sort", "In which order: `price` has the lowest first, `ending` what ends soonest", &sort),
        "affordable": query("affordable", "Only what the reader's balance covers", &flag),
        "period": query("period", "A `key` of the board's periods; the current one by default", &text),
        "view": query("view", "Which part of the board; `around_me` needs a ranked member and falls back to `top`", &view),
    })
}

/// Headers of responses.
pub(super) fn headers() -> Value {
    let header =
        |description: &str, schema: Value| json!({ "description": description, "schema": schema });
    let text = json!({ "type": "string" });
    json!({
        "ETag": header("Entity tag (RFC 9110 §8.8.3): strong on a draft, weak or strong on everything else", text.clone()),
        "CacheControl": header("`private, no-store` if it contains a member's data", text.clone()),
        "ContentLanguage": header("Language of the texts", text.clone()),
        "RetryAfter": header("Seconds to wait", json!({ "type": "integer", "minimum": 0, "maximum": 86400 })),
        "IdempotencyReplayed": header("`true` when this is the stored answer to an earlier request", json!({ "type": "boolean" })),
        "Location": header("Address of what was created", text),
    })
}

/// Ways to prove who is asking.
pub(super) fn security_schemes() -> Value {
    json!({
        "bearer": { "type": "http", "scheme": "bearer", "bearerFormat": "JWT",
            "description": "A short-lived token of the programme's identity provider (RFC 6750)." },
        "apiKey": { "type": "http", "scheme": "bearer",
            "description": "The API key of the brand's systems. Never in a web page." },
    })
}
