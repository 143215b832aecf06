//! What the contract's schemas say beyond the types: words, instants, addresses, and no `null`.

use std::sync::OnceLock;

use palier_contract::operation;
use serde_json::Value;

use crate::{
    instants,
    own_rules::own_rules,
    reply::Reply,
    stop::{Verdict, ensure},
};

/// The contract, parsed once.
fn contract() -> &'static Value {
    static CONTRACT: OnceLock<Value> = OnceLock::new();
    CONTRACT.get_or_init(|| {
        serde_json::from_str(include_str!("../../contract/openapi.json")).unwrap_or_default()
    })
}

fn schema_named(name: &str) -> Option<&'static Value> {
    contract().get("components")?.get("schemas")?.get(name)
}

/// Holds the reply to what the contract says of the operation that it answers.
///
/// # Errors
/// [`Stop::Broken`](crate::Stop::Broken) naming the first field or header that is different.
pub(crate) fn check(reply: &Reply, body: &Value) -> Verdict {
    let Some(answer) = answer(reply) else {
        return Ok(());
    };
    let headers = answer.get("headers").and_then(Value::as_object);
    let is_due = headers.is_some_and(|headers| headers.contains_key("Location"));
    ensure!(
        reply.status != 201 || !is_due || !reply.header("location").is_empty(),
        "{}: 201 without Location; it says where the new thing is",
        reply.path
    );
    let is_named = headers.is_some_and(|headers| headers.contains_key("Content-Language"));
    // Documents are in all languages at once, a stored answer in that of the first request; what the
    // brand's own systems report is answered for machines.
    let is_open = reply.path.starts_with("/v1/portals")
        || reply.path == "/v1/events"
        || reply.headers.contains_key("idempotency-replayed");
    ensure!(
        is_open || !is_named || !reply.header("content-language").is_empty(),
        "{} {}: no Content-Language; it names the language of the texts",
        reply.method,
        reply.path
    );
    let schema = answer.pointer("/content/application~1json/schema");
    schema.map_or(Ok(()), |schema| walk(reply, schema, body, ""))
}

/// Holds a body to the schema of that name.
///
/// # Errors
/// As [`check`].
pub(crate) fn check_as(name: &str, reply: &Reply, body: &Value) -> Verdict {
    schema_named(name).map_or(Ok(()), |schema| walk(reply, schema, body, ""))
}

/// Every part of a reply that has the schema of that name, with its place.
pub(crate) fn named<'v>(name: &str, reply: &Reply, body: &'v Value) -> Vec<(String, &'v Value)> {
    let mut found = Vec::new();
    let schema =
        answer(reply).and_then(|answer| answer.pointer("/content/application~1json/schema"));
    if let Some(schema) = schema {
        gather(name, schema, body, "", &mut found);
    }
    found
}

fn gather<'v>(
    name: &str,
    schema: &Value,
    value: &'v Value,
    at: &str,
    found: &mut Vec<(String, &'v Value)>,
) {
    let reference = schema.get("$ref").and_then(Value::as_str);
    if let Some(known) = reference.and_then(|reference| reference.rsplit('/').next()) {
        if known == name {
            found.push((at.to_owned(), value));
        }
        if let Some(schema) = schema_named(known) {
            gather(name, schema, value, at, found);
        }
        return;
    }
    match (value, schema.get("items"), schema.get("properties")) {
        (Value::Array(items), Some(schema), _) => {
            for (index, item) in items.iter().enumerate() {
                gather(name, schema, item, &format!("{at}/{index}"), found);
            }
        }
        (Value::Object(fields), _, Some(schemas)) => {
            for (field, part) in fields {
                if let Some(schema) = schemas.get(field) {
                    gather(name, schema, part, &format!("{at}/{field}"), found);
                }
            }
        }
        _ => {}
    }
}

/// What the contract says of this answer; `None` for addresses outside it.
fn answer(reply: &Reply) -> Option<&'static Value> {
    let path = reply.path.split('?').next().unwrap_or_default();
    // An address that is written out comes before one that only fits: ids are placeholders.
    let fits = |it: &&operation::Operation| it.method == reply.method && fits(it.path, path);
    let mut fitting: Vec<_> = operation::ALL.iter().filter(fits).collect();
    fitting.sort_by_key(|operation| operation.path.matches('{').count());
    let operation = fitting.first()?;
    let item = contract().get("paths")?.get(operation.path)?;
    let operation = item.get(operation.method.to_lowercase())?;
    operation.get("responses")?.get(reply.status.to_string())
}

fn fits(template: &str, path: &str) -> bool {
    let (mut due, mut there) = (template.split('/'), path.split('/'));
    loop {
        match (due.next(), there.next()) {
            (None, None) => return true,
            (Some(due), Some(there)) if due == there || due.starts_with('{') => {}
            _ => return false,
        }
    }
}

/// Documents are the editors' own words, kept byte for byte: nothing in them is the backend's.
const NOT_OURS: &str = "PortalDocument";

fn walk(reply: &Reply, schema: &Value, value: &Value, at: &str) -> Verdict {
    let reference = schema.get("$ref").and_then(Value::as_str);
    if let Some(name) = reference.and_then(|reference| reference.rsplit('/').next()) {
        if name == NOT_OURS {
            return Ok(());
        }
        own_rules(reply, name, value, at)?;
        return schema_named(name).map_or(Ok(()), |schema| walk(reply, schema, value, at));
    }
    match value {
        Value::Null => not_null(reply, schema, at),
        Value::String(text) => word(reply, schema, text, at),
        Value::Array(items) => {
            let Some(schema) = schema.get("items") else {
                return Ok(());
            };
            let mut items = items.iter().enumerate();
            items.try_for_each(|(index, item)| walk(reply, schema, item, &format!("{at}/{index}")))
        }
        Value::Object(fields) => fields.iter().try_for_each(|(name, field)| {
            let listed = schema.get("properties").and_then(|all| all.get(name));
            let schema = listed.or_else(|| schema.get("additionalProperties"));
            // Fields that the contract does not know are the backend's own affair.
            schema.map_or(Ok(()), |schema| {
                walk(reply, schema, field, &format!("{at}/{name}"))
            })
        }),
        Value::Bool(_) | Value::Number(_) => Ok(()),
    }
}

fn not_null(reply: &Reply, schema: &Value, at: &str) -> Verdict {
    let kinds = schema.get("type").and_then(Value::as_array);
    let may_be = kinds.is_some_and(|kinds| kinds.iter().any(|kind| kind == "null"));
    ensure!(
        may_be,
        "{}: {at} is null; what is absent is left out",
        reply.path
    );
    Ok(())
}

fn word(reply: &Reply, schema: &Value, text: &str, at: &str) -> Verdict {
    let is_name = matches!(at.rsplit('/').next(), Some("title" | "name" | "label"));
    ensure!(
        !is_name || !text.trim().is_empty(),
        "{}: {at} is empty; people read it",
        reply.path
    );
    if schema.get("format").is_some_and(|it| it == "date-time") {
        ensure!(
            instants::is_rfc3339(text),
            "{}: {at} is {text:?}; an RFC 3339 instant with offset is due",
            reply.path
        );
    }
    let Some(words) = schema.get("x-extensible-enum").and_then(Value::as_array) else {
        return Ok(());
    };
    let known: Vec<&str> = words.iter().filter_map(Value::as_str).collect();
    ensure!(
        known.contains(&text) || text.starts_with("x_"),
        "{}: {at} is {text:?}; the contract has {}, and own words begin with x_",
        reply.path,
        known.join(", ")
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use palier_contract::fixtures;
    use serde_json::json;
    use ureq::http::{HeaderMap, header::CONTENT_LANGUAGE};

    use super::*;

    fn reply(method: &str, path: &str, status: u16) -> Reply {
        Reply {
            method: method.to_owned(),
            path: path.to_owned(),
            status,
            headers: HeaderMap::from_iter([(CONTENT_LANGUAGE, "en".parse().unwrap())]),
            body: Vec::new(),
        }
    }

    fn told(path: &str, body: &Value) -> String {
        let end = check(&reply("GET", path, 200), body);
        end.map_or_else(|stop| stop.to_string(), |()| String::new())
    }

    fn fixture(name: &str) -> Value {
        serde_json::from_str(fixtures::get(name).unwrap()).unwrap()
    }

    #[test]
    fn what_the_contract_shows_is_what_it_says() {
        for (name, path) in [
            ("portal", "/v1/portal"),
            ("me", "/v1/me"),
            ("ledger", "/v1/me/ledger?limit=7"),
            ("rewards_anonymous", "/v1/rewards"),
            ("reward", "/v1/rewards/quote"),
            ("collection", "/v1/me/badges"),
            ("board_top", "/v1/leaderboards/savers"),
            ("standing_grace", "/v1/me/tier"),
            ("redemption_shipped", "/v1/me/redemptions/rd_1"),
        ] {
            assert_eq!(told(path, &fixture(name)), "", "{name}");
        }
    }

    #[test]
    fn each_slip_is_told_with_its_place_and_what_is_due() {
        let at = |name: &str, pointer: &str, value: Value| {
            let mut body = fixture(name);
            *body.pointer_mut(pointer).unwrap() = value;
            body
        };
        for (path, body, due) in [
            (
                "/v1/me",
                at("me", "/state", json!("active")),
                "/v1/me: /state is \"active\"; the contract has anonymous, candidate, member, \
                 suspended, and own words begin with x_",
            ),
            (
                "/v1/me",
                at("me", "/since", json!(null)),
                "/v1/me: /since is null; what is absent is left out",
            ),
            (
                "/v1/me/tier",
                at("standing_grace", "/grace_until", json!("2026-12-31")),
                "/v1/me/tier: /grace_until is \"2026-12-31\"; an RFC 3339 instant with offset is due",
            ),
            (
                "/v1/rewards",
                at("rewards", "/items/0/media/0/url", json!("images/a.png")),
                "/v1/rewards: /items/0/media/0/url is \"images/a.png\"; an https: address is due, \
                 or a path from / on",
            ),
            (
                "/v1/portal",
                at(
                    "portal",
                    "/programme/help_url",
                    json!("javascript:alert(1)"),
                ),
                "/v1/portal: /programme/help_url is \"javascript:alert(1)\"; https:, mailto: or tel: is \
                 due, or a path from / on: no other link is shown",
            ),
            (
                "/v1/me/redemptions",
                at(
                    "redemptions",
                    "/items/3/actions/contact/href",
                    json!("help.html"),
                ),
                "/v1/me/redemptions: /items/3/actions/contact/href is \"help.html\"; https:, mailto: or \
                 tel: is due, or a path from / on: no other link is shown",
            ),
            (
                "/v1/rewards",
                at("rewards", "/items/0/axes/1/values/0/swatch", json!("green")),
                "/v1/rewards: /items/0/axes/1/values/0/swatch is \"green\"; #rrggbb is due",
            ),
            (
                "/v1/rewards",
                at("rewards", "/items/3/personalisation/0/max_length", json!(0)),
                "/v1/rewards: /items/3/personalisation/0/max_length is 0; at least 1 is due",
            ),
            (
                "/v1/me/redemptions",
                at("redemptions", "/items/2/code/used", json!(-1)),
                "/v1/me/redemptions: /items/2/code/used is -1; nought is the least",
            ),
            (
                "/v1/me/tier",
                at("standing", "/requirements/0/target", json!(-1)),
                "/v1/me/tier: /requirements/0/target is -1; nobody is asked for less than nothing",
            ),
            (
                "/v1/rewards",
                at(
                    "rewards",
                    "/items/17/availability/ends_at",
                    json!("2026-11-01T08:00:00Z"),
                ),
                "/v1/rewards: /items/17/availability begins at 2026-12-01T08:00:00Z and ends at \
                 2026-11-01T08:00:00Z",
            ),
            (
                "/v1/rewards",
                at("rewards", "/items/1/title", json!(" ")),
                "/v1/rewards: /items/1/title is empty; people read it",
            ),
        ] {
            assert_eq!(told(path, &body), due);
        }
    }

    #[test]
    fn words_and_fields_of_ones_own_begin_with_x() {
        let mut body = fixture("me");
        body["state"] = json!("x_frozen");
        body["x_shoe_size"] = json!(null);
        assert_eq!(told("/v1/me", &body), "");
    }

    #[test]
    fn an_address_is_the_operation_it_fits_best() {
        assert!(fits("/v1/rewards/{id}", "/v1/rewards/a%2Fb"));
        assert!(!fits("/v1/rewards/{id}", "/v1/rewards"));
        let created = reply("POST", "/v1/redemptions", 201);
        let told = check(&created, &fixture("redemption_code")).unwrap_err();
        let due = "/v1/redemptions: 201 without Location; it says where the new thing is";
        assert_eq!(told.to_string(), due);
    }
}
