//! What sample data answers beyond what its state lists: who tries a block out asks for more than its first
//! drawing did.

use serde_json::{Value, json};

use super::fields::{list, number, word};
use super::order;

/// The answer; nothing to what sample data knows nothing of. `told` is what the state answers a `GET`, null
/// if nothing; `now` and `end`, until which a quote is good, are instants of the wire.
pub(super) fn answer(
    method: &str,
    path: &str,
    body: &str,
    told: &dyn Fn(&str) -> Value,
    now: &str,
    end: &str,
) -> Option<Value> {
    match (method, path) {
        ("GET", "/me/redemptions") => Some(json!({"items": [], "next_cursor": null, "as_of": now})),
        ("GET", path) => reward(path.strip_prefix("/rewards/")?, told),
        ("POST", "/redemptions/quote") => {
            let choice: Value = serde_json::from_str(body).ok()?;
            let reward = reward(word(&choice, "reward_id"), told)?;
            let held = told("/me/balances");
            let holds = |currency: &str| available(&held, currency);
            Some(order::quote(&choice, &reward, &holds, end))
        }
        _ => None,
    }
}

/// The reward as the catalogue lists it: with everything but what only its page says.
fn reward(id: &str, told: &dyn Fn(&str) -> Value) -> Option<Value> {
    let page = told("/rewards");
    let mut items = list(&page, "items").iter();
    items.find(|reward| word(reward, "id") == id).cloned()
}

fn available(balances: &Value, currency: &str) -> i64 {
    let mut rows = list(balances, "balances").iter();
    let own = rows.find(|row| word(row, "currency") == currency);
    own.map_or(0, |row| number(row, "available"))
}

#[cfg(test)]
mod tests {
    use palier_contract::fixtures;
    use palier_contract::page::Page;
    use palier_contract::redemption::{Quote, Redemption};
    use palier_contract::reward::Reward;

    use super::*;

    fn told(path: &str) -> Value {
        let name = match path {
            "/rewards" => "rewards",
            "/me/balances" => "balances",
            _ => return Value::Null,
        };
        serde_json::from_str(fixtures::get(name).unwrap()).unwrap()
    }

    fn asked(method: &str, path: &str, body: &str) -> Option<Value> {
        let (now, end) = ("2026-11-22T16:00:00Z", "2026-11-22T16:10:00Z");
        answer(method, path, body, &told, now, end)
    }

    #[test]
    fn every_reward_of_the_catalogue_can_be_opened_and_quoted() {
        let page: Page<Reward> = serde_json::from_value(told("/rewards")).unwrap();
        assert!(page.items.len() > 3);
        for known in page.items {
            let path = format!("/rewards/{}", known.id);
            let reward = asked("GET", &path, "").unwrap();
            let reward: Reward = serde_json::from_value(reward).unwrap();
            assert_eq!(reward, known);
            for price in &known.prices {
                let body = json!({"reward_id": known.id, "price_id": price.id}).to_string();
                let quote = asked("POST", "/redemptions/quote", &body).unwrap();
                let quote: Quote = serde_json::from_value(quote).unwrap();
                assert_eq!(quote.price, price.amounts, "{}", known.id);
                let sums = quote.after.iter().zip(&quote.price);
                for (before, (after, paid)) in quote.before.iter().zip(sums) {
                    assert_eq!(before.value.get(), after.value.get() + paid.value.get());
                }
            }
        }
    }

    #[test]
    fn nobody_has_ordered_anything_and_of_the_rest_nothing_is_known() {
        let orders = asked("GET", "/me/redemptions", "").unwrap();
        let orders: Page<Redemption> = serde_json::from_value(orders).unwrap();
        assert!(orders.items.is_empty());
        let quote = json!({"reward_id": "nowhere"}).to_string();
        for (method, path, body) in [
            ("GET", "/rewards/nowhere", ""),
            ("GET", "/boards", ""),
            ("POST", "/redemptions/quote", quote.as_str()),
            ("POST", "/redemptions/quote", "no JSON"),
            ("PUT", "/rewards/hoodie", ""),
        ] {
            assert_eq!(asked(method, path, body), None, "{method} {path}");
        }
    }
}
