//! How somebody who is only described would find the programme: what the backend tells anybody, with what is
//! said of them in it. Pure functions over replies; nothing is asked and nothing written here.
//!
//! What a backend would decide is only estimated: from prices, tiers, stock and dates.
//!
//! | module | job |
//! |---|---|
//! | `ladder` | the tier they hold, and how far they are on the way to the next |
//! | `holdings` | balances, and movements that add up to them |
//! | `rewards` | what they could get, what they lack, a quote |

mod holdings;
mod ladder;
mod rewards;
#[cfg(test)]
mod tests;

use serde_json::{Value, json};

use super::fields::set;
use super::persona::Persona;
use ladder::Ladder;

/// The id of whoever is described.
const ID: &str = "preview-member";

/// Who looks, and what depends on the page rather than on them.
pub(super) struct Eyes<'a> {
    pub(super) persona: &'a Persona,
    /// Now, in milliseconds since 1970.
    pub(super) now: f64,
    /// The milliseconds of an instant of the wire.
    pub(super) read: &'a dyn Fn(&str) -> Option<f64>,
    /// The instant of milliseconds, as the wire has it.
    pub(super) write: &'a dyn Fn(f64) -> String,
    /// What a movement of a kind (`earn`, `spend`) is called in the reader's language.
    pub(super) word: &'a dyn Fn(&str) -> String,
}

impl Eyes<'_> {
    fn instant(&self, ahead: f64) -> String {
        (self.write)(self.now + ahead)
    }
}

/// Whether a member is answered otherwise than anybody, and what to ask the backend for then, as nobody in
/// particular. Without a good reply to the first there is no answer; the second may fail.
pub(super) fn sources(method: &str, address: &str, body: &str) -> Option<Vec<String>> {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let one = |source: &str| Some(vec![source.to_owned()]);
    let beside = |source: &str| Some(vec![source.to_owned(), String::from("/tiers")]);
    if method == "POST" {
        let choice: Value = serde_json::from_str(body).ok()?;
        let reward = choice.get("reward_id")?.as_str()?;
        return (path == "/redemptions/quote")
            .then(|| beside(&["/rewards/", reward].concat()))
            .flatten();
    }
    match path {
        _ if method != "GET" => None,
        "/portal" | "/tiers" => one(path),
        "/me" => beside("/me"),
        "/me/tier" => one("/tiers"),
        "/me/balances" | "/me/ledger" => beside("/portal"),
        "/me/badges" => one("/series"),
        path if path.starts_with("/me/") => Some(Vec::new()),
        // Nobody in particular can afford nothing: what a member can is found out here.
        "/rewards" => beside(&["/rewards?", &without(query, "affordable")].concat()),
        path if path.starts_with("/rewards/") => beside(address),
        path if path.starts_with("/leaderboards/") => one(address),
        _ => None,
    }
}

/// The status and the answer, made of the replies to [`sources`]; those that failed are null.
pub(super) fn answer(
    eyes: &Eyes<'_>,
    address: &str,
    body: &str,
    mut replies: Vec<Value>,
) -> (u16, Value) {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let tiers = replies.pop().unwrap_or_default();
    // The ladder is the last of what is asked for; what is asked for alone is both.
    let first = replies.pop().unwrap_or_else(|| tiers.clone());
    let ladder = Ladder::of(&tiers, eyes.persona);
    let good = match path {
        "/portal" => still(first),
        "/me" => me(eyes, first, &ladder),
        "/tiers" => ladder.opened(),
        "/me/tier" => ladder.standing(eyes),
        "/me/balances" => holdings::balances(eyes, &first, &ladder),
        "/me/ledger" => holdings::ledger(eyes, query, &first, &ladder),
        "/me/badges" => first,
        "/me/redemptions" => nothing(eyes),
        path if path.starts_with("/me/") => {
            let kind = "urn:palier:problem:not-found";
            return (
                404,
                json!({"type": kind, "title": "Not found", "status": 404}),
            );
        }
        "/rewards" => rewards::page(eyes, query, first, &ladder),
        "/redemptions/quote" => rewards::quote(eyes, body, &first, &ladder),
        path if path.starts_with("/rewards/") => rewards::dressed(eyes, first, &ladder),
        // They have not scored yet.
        _ => with(first, "me", json!({"opted_out": false})),
    };
    (200, good)
}

/// Nothing that happens to real members reaches them.
fn still(mut portal: Value) -> Value {
    let offered = portal.pointer_mut("/capabilities/operations");
    if let Some(offered) = offered.and_then(Value::as_array_mut) {
        offered.retain(|word| word != "stream_hints");
    }
    portal
}

fn me(eyes: &Eyes<'_>, anybody: Value, ladder: &Ladder<'_>) -> Value {
    let persona = eyes.persona;
    let edit = json!({"method": "PATCH", "href": "/v1/me/preferences"});
    let mut me = with(anybody, "state", json!("member"));
    set(&mut me, "id", json!(ID));
    set(&mut me, "alias", json!(persona.alias));
    set(&mut me, "actions", json!({ "update_preferences": edit }));
    if let Some(tier) = ladder.held() {
        let named = json!({"id": tier.get("id"), "name": tier.get("name")});
        set(&mut me, "tier", named);
    }
    if let Some(since) = since(persona) {
        set(&mut me, "since", json!(since));
    }
    me
}

fn since(persona: &Persona) -> Option<String> {
    (!persona.since.is_empty()).then(|| [&persona.since, "T00:00:00Z"].concat())
}

fn nothing(eyes: &Eyes<'_>) -> Value {
    json!({"items": [], "next_cursor": null, "total": 0, "as_of": eyes.instant(0.0)})
}

fn with(mut value: Value, name: &str, to: Value) -> Value {
    set(&mut value, name, to);
    value
}

/// A value of a query; empty when absent.
fn asked<'q>(query: &'q str, name: &str) -> &'q str {
    let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs
        .find(|(known, _)| *known == name)
        .map_or("", |(_, value)| value)
}

/// A query without one of its pairs.
fn without(query: &str, name: &str) -> String {
    let pairs = query
        .split('&')
        .filter(|pair| pair.split_once('=').is_none_or(|(known, _)| known != name));
    pairs.collect::<Vec<_>>().join("&")
}
