//! What becomes of an order in the preview: a quote for it, and what was chosen at the price that was quoted.
//! Nothing of it is written anywhere.

use serde_json::{Value, json};

use super::fields::{list, number, word};

/// How long a quote is good for, in milliseconds.
pub(super) const QUOTE_MS: f64 = 600_000.0;

/// The price of a reward that was chosen; the first where none was.
pub(super) fn price<'r>(choice: &Value, reward: &'r Value) -> Option<&'r Value> {
    let prices = list(reward, "prices");
    let mut chosen = prices
        .iter()
        .filter(|price| price.get("id") == choice.get("price_id"));
    chosen.next().or(prices.first())
}

/// What an order of that choice would take from somebody who `holds` so much of a currency, with the verdict
/// that the reward has; good until `end`.
pub(super) fn quote(
    choice: &Value,
    reward: &Value,
    holds: &dyn Fn(&str) -> i64,
    end: &str,
) -> Value {
    let amounts = price(choice, reward).map_or(&[][..], |price| list(price, "amounts"));
    let left = |is_paid: bool| {
        let rows = amounts.iter().map(|amount| {
            let currency = word(amount, "currency");
            let paid = if is_paid { number(amount, "value") } else { 0 };
            json!({"currency": currency, "value": holds(currency).saturating_sub(paid)})
        });
        rows.collect::<Vec<Value>>()
    };
    json!({
        "id": "preview",
        "price": amounts,
        "before": left(false),
        "after": left(true),
        "eligibility": reward.get("eligibility"),
        "needs_address": reward.get("needs_address").cloned().unwrap_or(json!(false)),
        "expires_at": end,
    })
}

/// The order of a request's body; `reward` and `quote` are what the backend says of its choice.
pub(super) fn of(body: &Value, reward: &Value, quote: &Value, at: &str) -> Value {
    let choice = body.get("choice").unwrap_or(&Value::Null);
    let step = |state: &str| json!({"state": state, "at": at});
    let mut order = json!({
        "id": "preview",
        "reward": {"id": reward.get("id"), "title": reward.get("title")},
        "state": "confirmed",
        "charged": quote.get("price").cloned().unwrap_or_else(|| json!([])),
        "created_at": at,
        "history": [step("requested"), step("confirmed")],
        "actions": {},
    });
    if let Some(media) = reward.pointer("/media/0") {
        put(&mut order, "/reward", "media", media.clone());
    }
    let variant = labels(choice, reward).join(", ");
    if !variant.is_empty() {
        put(&mut order, "", "variant", variant.into());
    }
    order
}

/// What the chosen values are called.
fn labels<'r>(choice: &Value, reward: &'r Value) -> Vec<&'r str> {
    let chosen = choice.get("variant").and_then(Value::as_array);
    let ids: Vec<&Value> = chosen
        .into_iter()
        .flatten()
        .filter_map(|one| one.get("value_id"))
        .collect();
    let axes = reward.get("axes").and_then(Value::as_array);
    axes.into_iter()
        .flatten()
        .filter_map(|axis| {
            let values = axis.get("values")?.as_array()?.iter();
            let mut known =
                values.filter(|value| value.get("id").is_some_and(|id| ids.contains(&id)));
            known.next()?.get("label")?.as_str()
        })
        .collect()
}

fn put(order: &mut Value, within: &str, name: &str, value: Value) {
    if let Some(object) = order.pointer_mut(within).and_then(Value::as_object_mut) {
        object.insert(name.to_owned(), value);
    }
}

#[cfg(test)]
mod tests {
    use palier_contract::fixtures;
    use palier_contract::redemption::Redemption;

    use super::*;

    #[test]
    fn it_is_what_was_chosen_at_the_price_that_was_quoted() {
        let read = |name| serde_json::from_str::<Value>(fixtures::get(name).unwrap()).unwrap();
        let reward = json!({
            "id": "tree", "title": "Plant a tree",
            "media": [{"url": "/media/tree.svg", "alt": "", "kind": "image", "width": 4, "height": 3}],
            "axes": [{"id": "kind", "label": "Kind", "values": [{"id": "oak", "label": "Oak"}, {"id": "elm", "label": "Elm"}]}],
        });
        let body = json!({"quote_id": "q", "choice": {"reward_id": "tree", "price_id": "p", "variant": [{"axis_id": "kind", "value_id": "elm"}]}});
        let order = of(&body, &reward, &read("quote"), "2026-11-22T16:00:00Z");
        let order: Redemption = serde_json::from_value(order).unwrap();
        assert_eq!(order.reward.title, "Plant a tree");
        assert_eq!(order.variant.as_deref(), Some("Elm"));
        assert_eq!(order.charged.len(), 2);
        assert!(order.actions.is_empty());
    }

    #[test]
    fn what_the_backend_did_not_say_is_left_out() {
        let order = of(
            &Value::Null,
            &json!({"id": "a", "title": "A"}),
            &Value::Null,
            "2026-11-22T16:00:00Z",
        );
        let order: Redemption = serde_json::from_value(order).unwrap();
        assert_eq!((order.variant, order.charged.len()), (None, 0));
    }
}
