//! What somebody who is described holds, and a few movements that lead there.

use serde_json::{Value, json};

use super::super::fields::{list, set, word};
use super::ladder::Ladder;
use super::{Eyes, asked, nothing, since};

/// How far back the first movement lies where nobody said when they joined. Unit: milliseconds.
const BACK_MS: f64 = 60.0 * 86_400_000.0;

/// What they have of one currency.
struct Held<'a> {
    currency: &'a str,
    available: i64,
    earned: i64,
}

/// In the programme's order. What cannot be spent is what counts for their tier.
fn held<'a>(eyes: &Eyes<'_>, portal: &'a Value, ladder: &Ladder<'_>) -> Vec<Held<'a>> {
    let all = list(portal, "currencies").iter().map(|one| {
        let currency = word(one, "id");
        let counts = ladder.earned(eyes.persona, currency);
        let available = match one.get("spendable") {
            Some(Value::Bool(false)) => counts,
            _ => eyes.persona.holds(currency),
        };
        Held {
            currency,
            available,
            earned: available.max(counts),
        }
    });
    all.collect()
}

/// The balances of every currency.
pub(super) fn balances(eyes: &Eyes<'_>, portal: &Value, ladder: &Ladder<'_>) -> Value {
    let all = held(eyes, portal, ladder).into_iter().map(|held| {
        json!({
            "currency": held.currency,
            "available": held.available,
            "pending": 0,
            "reserved": 0,
            "lifetime_earned": held.earned,
            "lifetime_spent": held.earned.saturating_sub(held.available),
            "lifetime_expired": 0,
            "expiring": [],
            "pending_batches": [],
        })
    });
    json!({"as_of": eyes.instant(0.0), "balances": all.collect::<Vec<Value>>()})
}

/// Movements that add up to the balances, newest first.
pub(super) fn ledger(eyes: &Eyes<'_>, query: &str, portal: &Value, ladder: &Ladder<'_>) -> Value {
    let decoded = |name| asked(query, name).replace("%3A", ":");
    let (from, to) = (decoded("from"), decoded("to"));
    let at = |text: &str, otherwise: f64| (eyes.read)(text).unwrap_or(otherwise);
    let span = at(&from, f64::NEG_INFINITY)..at(&to, f64::INFINITY);
    let wanted = |entry: &Value, name: &str| {
        let word_of = asked(query, name);
        word_of.is_empty() || word(entry, name) == word_of
    };
    let all = held(eyes, portal, ladder);
    let mut entries: Vec<Value> = all.iter().flat_map(|held| movements(eyes, held)).collect();
    entries.reverse();
    entries.retain(|entry| {
        let when = (eyes.read)(word(entry, "occurred_at"));
        wanted(entry, "currency")
            && wanted(entry, "kind")
            && when.is_none_or(|when| span.contains(&when))
    });
    // The wire's instants of one zone sort as texts do.
    entries.sort_by(|one, other| word(other, "occurred_at").cmp(word(one, "occurred_at")));
    let mut page = nothing(eyes);
    set(&mut page, "total", json!(entries.len()));
    set(&mut page, "items", json!(entries));
    page
}

/// Earned in two parts, and spent where they have less than that.
fn movements(eyes: &Eyes<'_>, held: &Held<'_>) -> Vec<Value> {
    let joined = since(eyes.persona).and_then(|since| (eyes.read)(&since));
    let back = joined.map_or(BACK_MS, |joined| eyes.now - joined);
    let back = back.clamp(0.0, BACK_MS);
    let later = held.earned / 3;
    let parts = [
        ("earn", held.earned - later, 1.0),
        ("earn", later, 0.4),
        ("spend", held.available.saturating_sub(held.earned), 0.1),
    ];
    let mut balance = 0;
    let parts = parts.iter().enumerate();
    let parts = parts.filter(|(_, (_, amount, _))| *amount != 0);
    let entries = parts.map(|(at, (kind, amount, ago))| {
        balance += amount;
        json!({
            "id": format!("preview-{}-{at}", held.currency),
            "currency": held.currency,
            "amount": amount,
            "kind": kind,
            "status": "posted",
            "occurred_at": eyes.instant(-back * ago),
            "balance_after": balance,
            "label": (eyes.word)(kind),
        })
    });
    entries.collect()
}
