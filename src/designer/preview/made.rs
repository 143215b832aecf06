//! Data that no fixture has, made from the fixtures: very many rows, long German words, somebody
//! who has just joined, somebody at the top.

use serde_json::{Map, Value, json};

/// Rows of the longest lists.
const MANY: u64 = 10_000;
/// Where the reader stands among them.
const OWN_RANK: u64 = 8_412;
/// Badges of the longest collection: it has no pages.
const MANY_BADGES: usize = 200;
/// Time between two entries, in milliseconds.
const HOUR_MS: f64 = 3_600_000.0;

/// What is asked for.
pub(super) struct Asked<'a> {
    /// Below the API's base.
    pub(super) path: &'a str,
    /// What follows it.
    pub(super) query: &'a str,
}

impl Asked<'_> {
    fn word(&self, name: &str) -> Option<&str> {
        let pairs = self.query.split('&');
        let mut found = pairs.filter_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
        found.next()
    }

    fn number(&self, name: &str, otherwise: u64) -> u64 {
        let word = self.word(name).and_then(|word| word.parse().ok());
        word.unwrap_or(otherwise)
    }
}

/// Gives a reply the data of a state. `iso` writes an instant as the wire does.
pub(super) fn apply(
    scenario: &str,
    asked: &Asked<'_>,
    value: &mut Value,
    iso: &dyn Fn(f64) -> String,
) {
    match scenario {
        "long-list" => lengthen(asked, value, iso),
        "long-words" => lengthen_words(value, &mut 0),
        "new-member" => as_newcomer(asked, value),
        "top-tier" => as_top_member(asked, value),
        _ => {}
    }
}

fn lengthen(asked: &Asked<'_>, value: &mut Value, iso: &dyn Fn(f64) -> String) {
    match asked.path {
        "/me/ledger" => page(asked, value, 20, |at, entry| {
            entry.insert("id".into(), json!(format!("long_{at}")));
            let instant = iso(at as f64 * -HOUR_MS);
            entry.insert("occurred_at".into(), json!(instant));
            entry.remove("balance_after");
        }),
        "/rewards" => page(asked, value, 12, |at, entry| {
            entry.insert("id".into(), json!(format!("long_{at}")));
        }),
        "/me/badges" => badges(value),
        "/tiers" => tiers(value),
        path if path.starts_with("/leaderboards/") => board(asked, value),
        _ => {}
    }
}

/// One page of many: the rows of `value` again and again, each made its own by `name`.
fn page(
    asked: &Asked<'_>,
    value: &mut Value,
    otherwise: u64,
    name: impl Fn(u64, &mut Map<String, Value>),
) {
    let limit = asked.number("limit", otherwise);
    let from = asked.number("cursor", 0);
    let Some(items) = value.get("items").and_then(Value::as_array) else {
        return;
    };
    let rows = items.iter().filter_map(Value::as_object).cycle();
    let rows = (from..MANY.min(from + limit)).zip(rows).map(|(at, row)| {
        let mut row = row.clone();
        name(at, &mut row);
        Value::Object(row)
    });
    let rows: Vec<Value> = rows.collect();
    let next = from + limit;
    let next = (next < MANY).then(|| next.to_string());
    set(value, "items", json!(rows));
    set(value, "total", json!(MANY));
    set(value, "next_cursor", json!(next));
}

/// A board of many, as a backend that keeps to the contract cuts it.
fn board(asked: &Asked<'_>, value: &mut Value) {
    let limit = asked.number("limit", 10);
    let top = asked.word("view") != Some("around_me");
    let from = match top {
        true => asked.number("cursor", 0) + 1,
        false => OWN_RANK - limit / 2,
    };
    let Some(rows) = value.get("entries").and_then(Value::as_array).cloned() else {
        return;
    };
    let row = |rank: u64| {
        let index = usize::try_from(rank).unwrap_or_default() % rows.len().max(1);
        let mut row = rows.get(index).cloned().unwrap_or_default();
        set(&mut row, "id", json!(format!("be_{rank}")));
        set(&mut row, "rank", json!(rank));
        set(&mut row, "score", json!((MANY + 1 - rank) * 173));
        set(&mut row, "is_me", json!(rank == OWN_RANK));
        row
    };
    let entries: Vec<Value> = (from..=MANY.min(from + limit - 1)).map(row).collect();
    let next = top.then(|| (from + limit - 1).to_string());
    set(value, "entries", json!(entries));
    set(value, "total", json!(MANY));
    set(value, "view", json!(if top { "top" } else { "around_me" }));
    set(value, "next_cursor", json!(next));
    let own = row(OWN_RANK);
    set(
        value,
        "me",
        json!({"entry": own, "opted_out": false, "gap_to_next": 173}),
    );
}

fn badges(value: &mut Value) {
    let first = value.pointer_mut("/series/0");
    let Some(series) = first else { return };
    let Some(badges) = series.get("badges").and_then(Value::as_array).cloned() else {
        return;
    };
    let many = (0..MANY_BADGES)
        .zip(badges.iter().cycle())
        .map(|(at, badge)| {
            let mut badge = badge.clone();
            set(&mut badge, "id", json!(format!("long-{at}")));
            badge
        });
    let many: Vec<Value> = many.collect();
    set(series, "total", json!(MANY_BADGES));
    set(series, "badges", json!(many));
}

/// Four times as many tiers, the reader's among them.
fn tiers(value: &mut Value) {
    let Some(tiers) = value.get("tiers").and_then(Value::as_array).cloned() else {
        return;
    };
    let mut all = tiers.clone();
    for (round, tier) in (2..=4).flat_map(|round| tiers.iter().map(move |tier| (round, tier))) {
        let mut tier = tier.clone();
        for name in ["id", "name"] {
            let word = tier.get(name).and_then(Value::as_str).unwrap_or_default();
            let word = json!(format!("{word} {round}"));
            set(&mut tier, name, word);
        }
        all.push(tier);
    }
    set(value, "tiers", json!(all));
}

/// Names, and sentences.
const NAMES: [&str; 6] = [
    "Donaudampfschifffahrtsgesellschaftskapitän",
    "Kraftfahrzeughaftpflichtversicherung",
    "Jahresmitgliedschaftsverlängerungsgutschrift",
    "Arbeiterunfallversicherungsgesetz Oberösterreich",
    "Rechtsschutzversicherungsgesellschaften",
    "Aufmerksamkeitsdefizitausgleichsprämie",
];
const SENTENCES: [&str; 3] = [
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz und andere Wörter, die Platz brauchen",
    "Voraussetzung ist die ununterbrochene Mitgliedschaft während des gesamten Bemessungszeitraums",
    "Die Gutschrift erfolgt vorbehaltlich der Vollständigkeitsprüfung durch die Geschäftsstellenleitung",
];

/// Puts long German words in place of everything that a programme says.
fn lengthen_words(value: &mut Value, said: &mut usize) {
    match value {
        Value::Array(values) => values
            .iter_mut()
            .for_each(|value| lengthen_words(value, said)),
        Value::Object(fields) => {
            for (name, value) in fields {
                let words: &[&str] = match name.as_str() {
                    "title" | "name" | "label" | "alias" | "tier" | "ribbon" => &NAMES,
                    "summary" | "criteria" | "description" | "reason" | "message" | "rules" => {
                        &SENTENCES
                    }
                    _ => &[],
                };
                match (value.is_string(), words.get(*said % words.len().max(1))) {
                    (true, Some(word)) => {
                        *value = json!(word);
                        *said += 1;
                    }
                    _ => lengthen_words(value, said),
                }
            }
        }
        _ => {}
    }
}

/// Somebody who has just joined: no tier, and nothing within reach.
fn as_newcomer(asked: &Asked<'_>, value: &mut Value) {
    match asked.path {
        "/me" => {
            if let Some(me) = value.as_object_mut() {
                me.remove("tier");
            }
        }
        "/rewards" => each_reward(value, |reward| {
            if reward.pointer("/eligibility/state") == Some(&json!("eligible")) {
                let missing = reward.pointer("/prices/0/amounts").cloned();
                let missing = missing.unwrap_or_default();
                set(
                    reward,
                    "eligibility",
                    json!({
                        "state": "short",
                        "reason_code": "balance_short",
                        "message": "You have no points yet.",
                        "missing": missing,
                    }),
                );
                set(reward, "actions", json!({}));
            }
            each(reward, "prices", |price| {
                set(price, "affordable", json!(false))
            });
        }),
        _ => {}
    }
}

/// Somebody at the top: everything that is in stock within reach, every badge earned.
fn as_top_member(asked: &Asked<'_>, value: &mut Value) {
    match asked.path {
        "/me" => set(value, "tier", json!({"id": "canopy", "name": "Canopy"})),
        "/rewards" => each_reward(value, |reward| {
            let locked = ["short", "tier_locked", "not_eligible"];
            let state = reward.pointer("/eligibility/state").and_then(Value::as_str);
            if state.is_some_and(|state| locked.contains(&state)) {
                set(reward, "eligibility", json!({"state": "eligible"}));
                set(
                    reward,
                    "actions",
                    json!({
                        "quote": {"method": "POST", "href": "/v1/redemptions/quote"},
                        "redeem": {"method": "POST", "href": "/v1/redemptions"},
                    }),
                );
            }
            each(reward, "prices", |price| {
                set(price, "affordable", json!(true))
            });
        }),
        "/me/badges" => each(value, "series", |series| {
            let total = series.get("total").cloned().unwrap_or_default();
            set(series, "owned", total);
            each(series, "badges", |badge| {
                set(badge, "state", json!("earned"));
                set(badge, "progress", json!([]));
                if badge.get("title").is_none() {
                    set(badge, "title", json!("Year Ring"));
                }
                if badge.get("earned_at").is_none() {
                    set(badge, "earned_at", json!("2026-10-01T10:00:00Z"));
                }
            });
        }),
        _ => {}
    }
}

fn each_reward(value: &mut Value, change: impl Fn(&mut Value)) {
    each(value, "items", change);
}

fn each(value: &mut Value, list: &str, change: impl Fn(&mut Value)) {
    let items = value.get_mut(list).and_then(Value::as_array_mut);
    items.into_iter().flatten().for_each(change);
}

fn set(value: &mut Value, name: &str, to: Value) {
    if let Some(fields) = value.as_object_mut() {
        fields.insert(name.to_owned(), to);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use palier_contract::badge::Collection;
    use palier_contract::leaderboard::Board;
    use palier_contract::ledger::LedgerEntry;
    use palier_contract::page::Page;
    use palier_contract::reward::RewardPage;
    use palier_contract::tier::TierLadder;
    use palier_contract::{fixtures, wire};

    const STATES: [&str; 4] = ["long-list", "long-words", "new-member", "top-tier"];

    fn applied(state: &str, fixture: &str, path: &str, query: &str) -> Value {
        let mut value = serde_json::from_str(fixtures::get(fixture).unwrap()).unwrap();
        let iso = |_| String::from("2026-11-22T16:00:00Z");
        apply(state, &Asked { path, query }, &mut value, &iso);
        value
    }

    #[test]
    fn what_is_made_is_what_the_contract_says() {
        for state in STATES {
            let text = |fixture, path| applied(state, fixture, path, "").to_string();
            let board = text("board_around_me", "/leaderboards/default");
            assert!(wire::from_str::<Board>(&board).is_ok(), "{state}");
            let ledger = text("ledger", "/me/ledger");
            assert!(
                wire::from_str::<Page<LedgerEntry>>(&ledger).is_ok(),
                "{state}"
            );
            let rewards = text("rewards", "/rewards");
            assert!(wire::from_str::<RewardPage>(&rewards).is_ok(), "{state}");
            let badges = text("collection", "/me/badges");
            assert!(wire::from_str::<Collection>(&badges).is_ok(), "{state}");
            let tiers = text("tiers", "/tiers");
            assert!(wire::from_str::<TierLadder>(&tiers).is_ok(), "{state}");
        }
    }

    #[test]
    fn a_long_board_is_cut_as_it_was_asked_for() {
        let ranks = |query| {
            let board = applied("long-list", "board_top", "/leaderboards/week", query);
            let rows = board["entries"].as_array().unwrap().clone();
            let ranks: Vec<u64> = rows
                .iter()
                .map(|row| row["rank"].as_u64().unwrap())
                .collect();
            (ranks, board["total"].as_u64(), board["next_cursor"].clone())
        };
        assert_eq!(
            ranks("view=top&limit=3"),
            (vec![1, 2, 3], Some(10_000), json!("3"))
        );
        assert_eq!(ranks("view=top&limit=3&cursor=3").0, [4, 5, 6]);
        let (around, _, next) = ranks("view=around_me&limit=5");
        assert_eq!(
            (around, next),
            (vec![8410, 8411, 8412, 8413, 8414], json!(null))
        );
    }

    #[test]
    fn a_long_list_ends_after_its_last_row() {
        let page = |query| applied("long-list", "ledger", "/me/ledger", query);
        let first = page("limit=50");
        assert_eq!(first["items"].as_array().unwrap().len(), 50);
        assert_eq!(first["next_cursor"], json!("50"));
        let last = page("limit=50&cursor=9960");
        assert_eq!(last["items"].as_array().unwrap().len(), 40);
        assert_eq!(last["next_cursor"], json!(null));
    }

    #[test]
    fn who_has_just_joined_can_reach_nothing_and_who_is_at_the_top_almost_everything() {
        let reached = |state| {
            let page = applied(state, "rewards", "/rewards", "");
            let items = page["items"].as_array().unwrap().clone();
            let eligible = |item: &&Value| item["eligibility"]["state"] == json!("eligible");
            items.iter().filter(eligible).count()
        };
        assert_eq!(reached("new-member"), 0);
        assert!(reached("top-tier") > 11);
    }
}
