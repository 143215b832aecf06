//! What the shop shows: its catalogue, narrowed down as it is asked for, and pages of lists.

use serde_json::{Value, json};

use super::{Request, fixture, replies::bearer, slip::Slip};

/// Two that anybody can afford, and one that nobody can.
const SOLD: [&str; 3] = ["ebook", "plant-a-tree", "desk-lamp"];

/// Movements in everybody's ledger.
const MOVEMENTS: usize = 20;

/// A parameter of the query, as it was meant.
pub(super) fn asked(request: &Request, name: &str) -> Option<String> {
    let mut pairs = request
        .query
        .split('&')
        .filter_map(|pair| pair.split_once('='));
    let (_, value) = pairs.find(|(key, _)| *key == name)?;
    Some(value.replace("%3A", ":").replace("%2B", "+"))
}

/// A parameter that is a number.
pub(super) fn number(request: &Request, name: &str, usual: usize) -> usize {
    asked(request, name).map_or(usual, |value| value.parse().unwrap())
}

/// Every reward with its true price.
pub(super) fn catalogue() -> Value {
    let mut page = fixture("rewards");
    let items = page["items"].as_array_mut().unwrap();
    items.retain(|reward| SOLD.iter().any(|id| reward["id"] == *id));
    page.as_object_mut().unwrap().remove("next_cursor");
    page["categories"] = json!([]);
    page
}

/// The catalogue as the reader asks for it.
pub(super) fn rewards(request: &Request, slip: Option<Slip>) -> Value {
    let mut page = catalogue();
    let items = page["items"].as_array_mut().unwrap();
    let has_words = |reward: &Value, words: &str| {
        let title = reward["title"].as_str().unwrap().to_lowercase();
        slip == Some(Slip::AnyWords) || title.contains(words)
    };
    items.retain(|reward| {
        let words = asked(request, "q").is_none_or(|words| has_words(reward, &words));
        let is_affordable = reward["prices"][0]["affordable"] == true;
        words && (asked(request, "affordable").is_none() || is_affordable)
    });
    for reward in items {
        spoil(reward, bearer(request).is_some(), slip);
    }
    page
}

/// One reward by itself.
pub(super) fn reward(id: &str, slip: Option<Slip>) -> Option<Value> {
    let page = catalogue();
    let items = page["items"].as_array().unwrap();
    let mut reward = items.iter().find(|reward| reward["id"] == id)?.clone();
    if slip == Some(Slip::OtherVerdict) {
        reward["eligibility"] = json!({ "state": "sold_out", "message": "Gone." });
        reward["actions"] = json!({});
    }
    Some(reward)
}

fn spoil(reward: &mut Value, is_member: bool, slip: Option<Slip>) {
    let is_short = reward["eligibility"]["state"] == "short";
    match slip {
        Some(Slip::NoStep) => reward["actions"] = json!({}),
        Some(Slip::Unaffordable) => reward["prices"][0]["affordable"] = json!(false),
        Some(Slip::SharedVerdict) if is_member => reward["ribbon"] = json!("For you"),
        Some(Slip::NoReason) if is_short => reward["eligibility"] = json!({ "state": "short" }),
        Some(Slip::VainButton) if is_short => {
            reward["actions"] =
                json!({ "redeem": { "method": "POST", "href": "/v1/redemptions" } });
        }
        Some(Slip::EmptyShelf) if !is_short => {
            reward["stock"] = json!({ "mode": "limited", "remaining": 0 });
        }
        _ => {}
    }
}

/// An entry that counts.
fn posted() -> Value {
    let mut row = fixture("ledger")["items"][0].clone();
    row["status"] = json!("posted");
    row.as_object_mut().unwrap().remove("available_at");
    row
}

/// What a member has earned, newest first.
pub(super) fn movements(member: &str) -> impl Iterator<Item = Value> {
    (0..MOVEMENTS).map(move |index| {
        let mut row = posted();
        row["id"] = json!(format!("{member}-{index}"));
        row["occurred_at"] = json!(format!("2026-11-22T16:00:{:02}Z", MOVEMENTS - index));
        row
    })
}

/// What an order took.
pub(super) fn spent(order: &Value, slip: Option<Slip>) -> Value {
    let mut row = posted();
    let price = order["charged"][0]["value"].as_i64().unwrap();
    let is_turned = slip == Some(Slip::GainedPrice);
    row["id"] = json!(format!("spent-{}", order["id"].as_str().unwrap()));
    row["kind"] = json!("spend");
    row["currency"] = order["charged"][0]["currency"].clone();
    row["amount"] = json!(if is_turned { price } else { -price });
    row["occurred_at"] = json!("2026-11-22T16:30:00Z");
    row
}

/// A page of the ledger.
pub(super) fn ledger(
    request: &Request,
    rows: impl Iterator<Item = Value>,
    slip: Option<Slip>,
) -> Value {
    // All of these times are written alike.
    let is_meant = |row: &Value| {
        let at = row["occurred_at"].as_str().unwrap();
        slip == Some(Slip::AnyTime)
            || asked(request, "from").is_none_or(|from| at >= from.as_str())
                && asked(request, "to").is_none_or(|to| at < to.as_str())
    };
    let rows: Vec<Value> = rows.filter(is_meant).collect();
    let (from, limit) = (number(request, "cursor", 0), number(request, "limit", 20));
    let end = (from + limit).min(rows.len());
    let next = match slip {
        Some(Slip::RepeatedRow) => end - 1,
        Some(Slip::MissedRow) => end + 1,
        Some(Slip::EndlessPages) if end == rows.len() => from,
        _ => end,
    };
    let mut body = json!({ "items": rows[from..end], "as_of": "2026-11-22T16:00:00Z" });
    if end < rows.len() || slip == Some(Slip::EndlessPages) {
        body["next_cursor"] = json!(next.to_string());
    }
    body
}
