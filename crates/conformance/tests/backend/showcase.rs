//! A backend that shows the contract's own examples, one of whose replies may be bent.

use std::{
    collections::hash_map::DefaultHasher,
    hash::{Hash, Hasher},
};

use palier_conformance::People;
use palier_contract::problem::ProblemType;
use serde_json::{Value, json};

use super::{
    Backend, Reply, Request,
    bend::{Bend, How},
    fixture,
    replies::{bearer, ok, problem},
    shelves::{self, asked, number},
};

const OPERATIONS: [&str; 19] = [
    "get_portal",
    "get_me",
    "get_balances",
    "list_ledger",
    "list_rewards",
    "get_reward",
    "list_tiers",
    "get_standing",
    "list_series",
    "get_badges",
    "claim_completion",
    "list_leaderboards",
    "get_leaderboard",
    "list_redemptions",
    "get_redemption",
    "quote_redemption",
    "get_draft",
    "put_draft",
    "publish_portal",
];

/// Half a minute after the examples were read.
const DATE: &str = "Sun, 22 Nov 2026 16:00:30 GMT";

/// Members and others.
pub(crate) fn people() -> People {
    let crowd = vec!["ann".to_owned(), "bob".to_owned()];
    People {
        member: crowd.first().cloned(),
        other: crowd.last().cloned(),
        candidate: Some("cy".to_owned()),
        suspended: Some("sue".to_owned()),
        crowd,
        ..People::default()
    }
}

/// Opens it; `lean` leaves out whatever may be left out.
pub(crate) fn start(bend: Option<Bend>, lean: bool) -> Backend {
    Backend::serve(move |request| {
        let forgets = |bend: &Bend| matches!(bend.how, How::LostFilter);
        let is_lost = request.query.contains("cursor=") && bend.as_ref().is_some_and(forgets);
        let bare = is_lost.then(|| request.unfiltered());
        let mut reply = answer(bare.as_ref().unwrap_or(request), lean);
        for bend in bend.iter().filter(|bend| bend.is_meant(request)) {
            bend.apply(&mut reply);
        }
        let mut meant = bend.iter().filter(|bend| bend.is_meant(request));
        let is_shared = meant.any(|bend| matches!(bend.how, How::SharedTag));
        tagged(request, reply, is_shared)
    })
}

impl Request {
    fn unfiltered(&self) -> Self {
        let parts = self.query.split('&');
        let kept = parts.filter(|part| part.starts_with("cursor=") || part.starts_with("limit="));
        Self {
            method: self.method.clone(),
            path: self.path.clone(),
            query: kept.collect::<Vec<_>>().join("&"),
            headers: self.headers.clone(),
            body: self.body.clone(),
        }
    }
}

/// The reply with its tag, or that the reader has it.
fn tagged(request: &Request, mut reply: Reply, is_shared: bool) -> Reply {
    reply.1.push(("Date", DATE.to_owned()));
    if reply.0 != 200 {
        return reply;
    }
    let mut hasher = DefaultHasher::new();
    if is_shared {
        request.path.hash(&mut hasher);
    } else {
        reply.2.hash(&mut hasher);
    }
    let tag = format!("\"{:x}\"", hasher.finish());
    reply.1.push(("ETag", tag.clone()));
    if request.headers.get("if-none-match") == Some(&tag) {
        return (304, reply.1, String::new());
    }
    reply
}

fn answer(request: &Request, lean: bool) -> Reply {
    let who = bearer(request).unwrap_or("nobody");
    let is_closed = request.path.starts_with("/v1/me/") || request.method != "GET";
    if who == "nobody" && (is_closed || request.path.starts_with("/v1/portals")) {
        return problem(&ProblemType::Unauthorised);
    }
    if request.path.starts_with("/v1/portals") {
        return problem(&ProblemType::Forbidden);
    }
    if !["nobody", "ann", "bob", "cy", "sue"].contains(&who) {
        return problem(&ProblemType::Unauthorised);
    }
    let Some(mut body) = resource(request, who) else {
        return problem(&ProblemType::NotFound);
    };
    if lean {
        strip(&mut body);
    }
    let mut reply = ok(200, &body);
    if let Some(languages) = request.headers.get("accept-language") {
        reply.1.retain(|(name, _)| *name != "Content-Language");
        reply.1.push(("Content-Language", languages.clone()));
    }
    let caching = if who == "nobody" {
        "public, max-age=60"
    } else {
        "private, no-store"
    };
    reply.1.push(("Cache-Control", caching.to_owned()));
    reply
}

fn resource(request: &Request, who: &str) -> Option<Value> {
    let name = match request.path.as_str() {
        "/v1/portal" => return Some(portal()),
        "/v1/me" => return Some(me(who)),
        "/v1/rewards" => return Some(rewards(request, who)),
        "/v1/leaderboards" => return Some(boards()),
        path if path.starts_with("/v1/leaderboards/") => return board(request, who),
        path if path.starts_with("/v1/rewards/") => {
            return one(&rewards(request, who), path);
        }
        path if path.starts_with("/v1/me/redemptions/") => {
            return one(&fixture("redemptions"), path).filter(|_| who == "ann");
        }
        "/v1/me/balances" if who == "bob" => "balances_empty",
        "/v1/me/balances" => "balances",
        "/v1/me/ledger" if who == "bob" => "ledger_empty",
        "/v1/me/ledger" => return Some(ledger(request)),
        "/v1/me/redemptions" if who == "ann" => "redemptions",
        "/v1/me/redemptions" => "redemptions_empty",
        "/v1/tiers" if who == "nobody" => "tiers_public",
        "/v1/tiers" => "tiers",
        "/v1/me/tier" if who == "ann" => "standing",
        "/v1/me/tier" => "standing_none",
        "/v1/me/badges" if who == "ann" => "collection",
        "/v1/me/badges" | "/v1/series" => "collection_public",
        _ => return None,
    };
    Some(fixture(name))
}

fn portal() -> Value {
    let mut portal = fixture("portal");
    portal["capabilities"]["operations"] = json!(OPERATIONS);
    portal
}

fn me(who: &str) -> Value {
    match who {
        "nobody" => fixture("me_anonymous"),
        "cy" => fixture("me_joining"),
        "sue" => fixture("me_suspended"),
        "bob" => {
            let mut me = fixture("me");
            me["id"] = json!("m_0043");
            me.as_object_mut().unwrap().remove("tier");
            me
        }
        _ => fixture("me"),
    }
}

fn rewards(request: &Request, who: &str) -> Value {
    let mut page = fixture(match who {
        "nobody" => "rewards_anonymous",
        "cy" => "rewards_candidate",
        "sue" => "rewards_suspended",
        _ => "rewards",
    });
    let (from, limit) = (number(request, "cursor", 0), number(request, "limit", 20));
    let items = page["items"].as_array_mut().unwrap();
    if let Some(category) = asked(request, "category") {
        items.retain(|reward| {
            let filed = reward["category_ids"].as_array().unwrap();
            filed.contains(&json!(category))
        });
    }
    if let Some(words) = asked(request, "q") {
        items.retain(|reward| reward["title"].as_str().unwrap().replace(' ', "%20") == words);
    }
    if asked(request, "affordable").is_some() {
        let covers = |price: &Value| price["affordable"] == true;
        items.retain(|reward| reward["prices"].as_array().unwrap().iter().any(covers));
    }
    sort(items, &asked(request, "sort").unwrap_or_default());
    let (total, end) = (items.len(), (from + limit).min(items.len()));
    *items = items[from..end].to_vec();
    page["total"] = json!(total);
    page["next_cursor"] = if end < total {
        json!(end.to_string())
    } else {
        Value::Null
    };
    page
}

fn sort(items: &mut [Value], by: &str) {
    match by {
        "price" => items.sort_by_key(|reward| {
            let prices = reward["prices"].as_array().unwrap();
            let price = |price: &Value| -> i64 {
                let amounts = price["amounts"].as_array().unwrap();
                amounts
                    .iter()
                    .map(|one| one["value"].as_i64().unwrap())
                    .sum()
            };
            prices.iter().map(price).min()
        }),
        "ending" => items.sort_by_key(|reward| {
            let ends = reward["availability"]["ends_at"].as_str();
            ends.map_or("9999".to_owned(), str::to_owned)
        }),
        _ => {}
    }
}

fn ledger(request: &Request) -> Value {
    let pages = ["ledger", "ledger_page2"].map(|name| fixture(name)["items"].take());
    let rows = pages
        .into_iter()
        .flat_map(|mut page| page.as_array_mut().unwrap().split_off(0));
    let is_meant = |row: &Value| {
        ["currency", "kind"].iter().all(|name| {
            let wanted = asked(request, name);
            wanted.is_none_or(|wanted| row[*name] == wanted)
        })
    };
    let rows: Vec<Value> = rows.filter(is_meant).collect();
    let total = rows.len();
    let mut page = shelves::ledger(request, rows.into_iter(), None);
    page["total"] = json!(total);
    page
}

fn boards() -> Value {
    let mut list = fixture("leaderboards");
    list["items"].as_array_mut().unwrap().truncate(1);
    list
}

fn board(request: &Request, who: &str) -> Option<Value> {
    let is_around = asked(request, "view").is_some_and(|view| view == "around_me");
    let first = boards()["items"][0]["id"].clone();
    let is_first = request.path.ends_with("/default") || request.path.ends_with(first.as_str()?);
    let mut board = fixture(match who {
        "nobody" => "board_anonymous",
        _ if is_around => "board_around_me",
        _ => "board_top",
    });
    let listed = boards()["items"][0]["periods"].clone();
    let wanted = asked(request, "period");
    let mut periods = listed.as_array().unwrap().iter();
    let period = periods.find(|one| wanted.as_deref().is_none_or(|key| one["key"] == key));
    board["period"] = period.filter(|_| is_first)?.clone();
    if who == "nobody" {
        board.as_object_mut().unwrap().remove("next_cursor");
        board["total"] = json!(board["entries"].as_array().unwrap().len());
    }
    Some(board)
}

fn one(page: &Value, path: &str) -> Option<Value> {
    let id = path.rsplit('/').next()?;
    let items = page["items"].as_array()?;
    items.iter().find(|one| one["id"] == id).cloned()
}

/// Fields that a backend may leave out, and that no rule asks for.
const SPARE: [&str; 27] = [
    "balance_after",
    "claim_by",
    "completion",
    "earned_at",
    "edition",
    "expires_at",
    "expiring",
    "gap_to_next",
    "grace_until",
    "history",
    "icon",
    "keep",
    "limit",
    "min_kit_version",
    "movement",
    "needs_address",
    "original",
    "prizes",
    "projected",
    "rarity",
    "restock_at",
    "reverses",
    "since",
    "source",
    "summary",
    "unlocks_at",
    "window_ends_at",
];

/// Leaves out whatever may be left out.
fn strip(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            // Batches have to say when they open, entries may.
            if fields.contains_key("kind") {
                fields.remove("available_at");
            }
            fields.retain(|name, _| !SPARE.contains(&name.as_str()));
            fields.values_mut().for_each(strip);
        }
        Value::Array(items) => items.iter_mut().for_each(strip),
        _ => {}
    }
}
