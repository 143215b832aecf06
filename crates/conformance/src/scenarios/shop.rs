//! What redeeming scenarios share: finding something affordable, quoting it, ordering it.

use std::{
    collections::hash_map::RandomState,
    hash::{BuildHasher, Hasher},
    process,
    sync::atomic::{AtomicU64, Ordering},
};

use palier_contract::{
    Amount, VerdictState,
    balance::Balances,
    redemption::{
        Address, Choice, PersonalisationText, Quote, Redemption, RedemptionRequest, VariantChoice,
    },
    reward::{Price, Reward, RewardPage, StockBand, StockMode},
};
use serde_json::{Value, json};

use crate::{
    reply::Reply,
    scenario::Context,
    stop::{Stop, ensure, skip},
};

/// A fresh key in the form of a UUIDv4 (RFC 9562 §5.4).
pub(super) fn key() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let draw = || {
        // `RandomState` is seeded by the system; that is random enough for keys of a test.
        let mut hasher = RandomState::new().build_hasher();
        hasher.write_u64(COUNT.fetch_add(1, Ordering::Relaxed));
        hasher.write_u32(process::id());
        hasher.finish()
    };
    let (high, low) = (draw(), draw());
    let (first, second, third) = (high >> 32, high >> 16 & 0xffff, high & 0xfff);
    let (fourth, last) = (low >> 48 & 0x3fff | 0x8000, low & 0xffff_ffff_ffff);
    format!("{first:08x}-{second:04x}-4{third:03x}-{fourth:04x}-{last:012x}")
}

/// Something to order.
#[derive(Clone, Debug)]
pub(super) struct Offer {
    pub(super) reward: Reward,
    pub(super) price: Price,
    pub(super) choice: Choice,
}

/// Everything that the bearer may redeem now, cheapest first.
pub(super) fn offers(context: &Context, token: &str) -> Result<Vec<Offer>, Stop> {
    let ask = context
        .client
        .get(format!(
            "/v1/rewards?affordable=true&limit={}",
            context.limit(100)
        ))
        .bearer(token);
    let page: RewardPage = ask.send()?.read(200)?;
    let mut offers: Vec<Offer> = page.items.into_iter().filter_map(offer).collect();
    offers.sort_by_key(|offer| cost(&offer.price.amounts));
    Ok(offers)
}

/// The cheapest of them that passes `test`.
pub(super) fn cheapest(
    context: &Context,
    token: &str,
    test: impl Fn(&Reward) -> bool,
) -> Result<Offer, Stop> {
    let offers = offers(context, token)?;
    let is_poor = offers.is_empty();
    match offers.into_iter().find(|offer| test(&offer.reward)) {
        Some(offer) => Ok(offer),
        None if is_poor => skip!(
            "no reward is eligible for them with an affordable price: give the people of \
             --token-command more to spend"
        ),
        None => skip!("they can redeem nothing of the kind that the rule is about"),
    }
}

pub(super) fn cost(amounts: &[Amount]) -> i64 {
    amounts.iter().map(|amount| amount.value.get()).sum()
}

/// Amounts for people: `900 points + 2 stars`.
pub(super) fn sum(amounts: &[Amount]) -> String {
    let words = amounts
        .iter()
        .map(|one| format!("{} {}", one.value, one.currency));
    let words: Vec<_> = words.collect();
    if words.is_empty() {
        "nothing".to_owned()
    } else {
        words.join(" + ")
    }
}

fn offer(reward: Reward) -> Option<Offer> {
    let eligible = reward.eligibility.state == VerdictState::Eligible;
    let price = reward
        .prices
        .iter()
        .find(|price| price.affordable && eligible)?
        .clone();
    let variant = if reward.axes.is_empty() {
        Vec::new()
    } else {
        variant(&reward)?
    };
    let texts = reward.personalisation.iter().filter(|field| field.required);
    let personalisation = texts.map(|field| PersonalisationText {
        field_id: field.id.clone(),
        text: "Palier".into(),
    });
    let choice = Choice {
        reward_id: reward.id.clone(),
        price_id: price.id.clone(),
        variant,
        personalisation: personalisation.collect(),
    };
    Some(Offer {
        reward,
        price,
        choice,
    })
}

/// The first combination that is left.
fn variant(reward: &Reward) -> Option<Vec<VariantChoice>> {
    let left = reward.combinations.iter().find(|combination| {
        let stock = &combination.stock;
        stock.mode == StockMode::Unlimited
            || (stock.band != Some(StockBand::None) && stock.remaining.is_none_or(|n| n.get() > 0))
    })?;
    let chosen = reward.axes.iter().zip(&left.value_ids);
    Some(
        chosen
            .map(|(axis, value)| VariantChoice {
                axis_id: axis.id.clone(),
                value_id: value.clone(),
            })
            .collect(),
    )
}

/// Asks for a dry run.
pub(super) fn quote(context: &Context, token: &str, choice: &Choice) -> Result<Quote, Stop> {
    context
        .client
        .post("/v1/redemptions/quote", &json!(choice))
        .bearer(token)
        .send()?
        .read(200)
}

/// The order that follows from a quote.
pub(super) fn request(choice: &Choice, quote: &Quote) -> RedemptionRequest {
    let address = quote.needs_address.then(|| Address {
        name: "Demo Member".into(),
        street: "1 Invented Lane".into(),
        postal_code: "75001".into(),
        city: "Sampleton".into(),
        country: "FR".into(),
    });
    RedemptionRequest {
        quote_id: quote.id.clone(),
        choice: choice.clone(),
        address,
    }
}

/// Sends an order with a key.
pub(super) fn order(
    context: &Context,
    token: &str,
    key: &str,
    request: &RedemptionRequest,
) -> Result<Reply, Stop> {
    send(context, token, key, &json!(request))
}

/// Sends any body as an order.
pub(super) fn send(context: &Context, token: &str, key: &str, body: &Value) -> Result<Reply, Stop> {
    let ask = context.client.post("/v1/redemptions", body).bearer(token);
    ask.header("Idempotency-Key", key).send()
}

/// Quotes and orders in one go.
pub(super) fn buy(context: &Context, token: &str, offer: &Offer) -> Result<Redemption, Stop> {
    let quote = quote(context, token, &offer.choice)?;
    order(context, token, &key(), &request(&offer.choice, &quote))?.read(201)
}

/// The bearer's balances with their batches.
pub(super) fn balances(context: &Context, token: &str) -> Result<Balances, Stop> {
    let ask = context.client.get("/v1/me/balances").bearer(token);
    ask.send()?.read(200)
}

/// What the bearer holds, per currency in the programme's order.
pub(super) fn holdings(context: &Context, token: &str) -> Result<Vec<Amount>, Stop> {
    let amounts = balances(context, token)?.balances.into_iter();
    Ok(amounts
        .map(|b| Amount {
            currency: b.currency,
            value: b.available,
        })
        .collect())
}

/// Checks that exactly `charged`, `times` over, left the purse.
pub(super) fn check_charged(
    before: &[Amount],
    after: &[Amount],
    charged: &[Amount],
    times: i64,
) -> Result<(), Stop> {
    for (before, after) in before.iter().zip(after) {
        let due: i64 = charged
            .iter()
            .filter(|c| c.currency == before.currency)
            .map(|c| c.value.get())
            .sum();
        let taken = before.value.get().saturating_sub(after.value.get());
        let (currency, due) = (&before.currency, due.saturating_mul(times));
        ensure!(
            taken == due,
            "{taken} {currency} were taken, {due} were due"
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::key;

    #[test]
    fn keys_are_distinct_version_four_uuids() {
        let keys: BTreeSet<String> = (0..1000).map(|_| key()).collect();
        assert_eq!(keys.len(), 1000);
        for key in keys {
            assert_eq!(key.len(), 36, "{key}");
            assert_eq!(&key[14..15], "4", "{key}");
            assert!(matches!(&key[19..20], "8" | "9" | "a" | "b"), "{key}");
        }
    }
}
