//! What somebody who is described could get: estimated from the catalogue that anybody may see, in the order
//! in which backends decide (waiting, stock, tier, limit, balance).

use serde_json::{Value, json};

use super::super::fields::{list, number, set, word};
use super::super::order;
use super::ladder::Ladder;
use super::{Eyes, asked};

/// What a backend says of a reward when it knows of nobody, or of somebody else: nothing about this member.
const OPEN: [&str; 6] = [
    "sign_in_required",
    "not_enrolled",
    "suspended",
    "eligible",
    "short",
    "tier_locked",
];

/// A page of the catalogue; only what they can pay for where that was asked.
pub(super) fn page(eyes: &Eyes<'_>, query: &str, mut page: Value, ladder: &Ladder<'_>) -> Value {
    let items = list(&page, "items").iter().cloned();
    let mut items: Vec<Value> = items.map(|one| dressed(eyes, one, ladder)).collect();
    if asked(query, "affordable") == "true" {
        items.retain(|reward| list(reward, "prices").iter().any(is_affordable));
        // How many there are on other pages nobody knows.
        if let Some(page) = page.as_object_mut() {
            page.remove("total");
        }
    }
    set(&mut page, "items", json!(items));
    page
}

/// A reward with the verdict on it.
pub(super) fn dressed(eyes: &Eyes<'_>, mut reward: Value, ladder: &Ladder<'_>) -> Value {
    let prices = reward.get_mut("prices").and_then(Value::as_array_mut);
    for price in prices.into_iter().flatten() {
        let is_covered = missing(eyes, price).is_empty();
        set(price, "affordable", json!(is_covered));
    }
    let verdict = verdict(eyes, &reward, list(&reward, "prices"), ladder);
    let post = |href| json!({"method": "POST", "href": href});
    let actions = match word(&verdict, "state") {
        "eligible" => json!({
            "quote": post("/v1/redemptions/quote"),
            "redeem": post("/v1/redemptions"),
        }),
        _ => json!({}),
    };
    set(&mut reward, "eligibility", verdict);
    set(&mut reward, "actions", actions);
    reward
}

/// What an order of that choice would take.
pub(super) fn quote(eyes: &Eyes<'_>, body: &str, reward: &Value, ladder: &Ladder<'_>) -> Value {
    let choice: Value = serde_json::from_str(body).unwrap_or_default();
    let holds = |currency: &str| eyes.persona.holds(currency);
    let end = eyes.instant(order::QUOTE_MS);
    let mut quote = order::quote(&choice, reward, &holds, &end);
    let price = order::price(&choice, reward).map(std::slice::from_ref);
    let verdict = verdict(eyes, reward, price.unwrap_or_default(), ladder);
    set(&mut quote, "eligibility", verdict);
    quote
}

/// The first reason that applies. Blocks have words of their own for each.
fn verdict(eyes: &Eyes<'_>, reward: &Value, prices: &[Value], ladder: &Ladder<'_>) -> Value {
    let told = reward.get("eligibility").cloned().unwrap_or_default();
    if told.get("state").is_some() && !OPEN.contains(&word(&told, "state")) {
        return told;
    }
    let mut verdict = outside_window(eyes, reward)
        .or_else(|| sold_out(reward))
        .or_else(|| locked(&told, ladder))
        .or_else(|| limit_reached(reward))
        .or_else(|| short(eyes, prices))
        .unwrap_or_else(|| json!({"state": "eligible"}));
    if let Some(fields) = verdict.as_object_mut() {
        fields.retain(|_, value| !value.is_null());
    }
    verdict
}

fn outside_window(eyes: &Eyes<'_>, reward: &Value) -> Option<Value> {
    let window = reward.get("availability")?;
    let at = |name| (eyes.read)(word(window, name));
    if at("ends_at").is_some_and(|end| end <= eyes.now) {
        return Some(json!({"state": "ended", "reason_code": "window_closed"}));
    }
    let is_ahead = at("starts_at").is_some_and(|start| start > eyes.now);
    is_ahead.then(|| {
        let start = window.get("starts_at");
        json!({"state": "upcoming", "reason_code": "not_started", "unlocks_at": start})
    })
}

fn sold_out(reward: &Value) -> Option<Value> {
    let stock = reward.get("stock")?;
    let is_gone = word(stock, "band") == "none"
        || stock
            .get("remaining")
            .and_then(Value::as_i64)
            .is_some_and(|left| left <= 0);
    (word(stock, "mode") == "limited" && is_gone).then(|| {
        let again = stock.get("restock_at");
        json!({"state": "sold_out", "reason_code": "no_stock", "unlocks_at": again})
    })
}

/// Only where the backend tells anybody which tier a reward takes.
fn locked(told: &Value, ladder: &Ladder<'_>) -> Option<Value> {
    let tier = told.get("required_tier")?;
    (!ladder.reaches(word(tier, "id"))).then(
        || json!({"state": "tier_locked", "reason_code": "tier_required", "required_tier": tier}),
    )
}

fn limit_reached(reward: &Value) -> Option<Value> {
    let limit = reward.get("limit")?;
    (number(limit, "remaining") <= 0).then(|| {
        let again = limit.get("resets_at");
        json!({"state": "limit_reached", "reason_code": "member_limit", "unlocks_at": again})
    })
}

/// By how much, for the price that the least is missing for.
fn short(eyes: &Eyes<'_>, prices: &[Value]) -> Option<Value> {
    let all = prices.iter().map(|price| missing(eyes, price));
    let least = all.min_by_key(|missing| {
        let amounts = missing.iter().map(|amount| number(amount, "value"));
        amounts.fold(0, i64::saturating_add)
    })?;
    (!least.is_empty())
        .then(|| json!({"state": "short", "reason_code": "balance_short", "missing": least}))
}

/// What they lack for a price, by currency.
fn missing(eyes: &Eyes<'_>, price: &Value) -> Vec<Value> {
    let amounts = list(price, "amounts").iter().map(|amount| {
        let currency = word(amount, "currency");
        let held = eyes.persona.holds(currency);
        (currency, number(amount, "value").saturating_sub(held))
    });
    let lacking = amounts.filter(|(_, value)| *value > 0);
    lacking
        .map(|(currency, value)| json!({"currency": currency, "value": value}))
        .collect()
}

fn is_affordable(price: &Value) -> bool {
    price.get("affordable") == Some(&Value::Bool(true))
}
