//! What things cost, and in which order they are shown.

use std::collections::BTreeSet;

use palier_contract::{
    Amount, VerdictState,
    balance::Balances,
    reward::{Price, Reward, RewardPage},
};

use super::{read, shop::sum, verdicts::is_gone};
use crate::{
    instants,
    scenario::{Context, Scenario},
    stop::{Stop, Verdict, ensure, skip},
};

pub(super) const SCENARIOS: &[Scenario] = &[
    read(
        "rewards",
        "what is affordable and what is missing follow from prices and balances",
        &["list_rewards", "get_balances"],
        affordable,
    ),
    read(
        "rewards",
        "sorted by price the cheapest is first, by end what ends soonest",
        &["list_rewards"],
        sorted,
    ),
    read(
        "rewards",
        "prices are paid in currencies that are spent, and a discount takes something off",
        &["list_rewards"],
        payable,
    ),
    read(
        "rewards",
        "what is eligible is on now, and neither used up nor sold out in every variant",
        &["list_rewards"],
        open,
    ),
];

fn mine(context: &Context) -> Result<RewardPage, Stop> {
    let path = format!("/v1/rewards?limit={}", context.limit(100));
    context.get_mine(path)?.send()?.read(200)
}

fn held(context: &Context) -> Result<Balances, Stop> {
    context.get_mine("/v1/me/balances")?.send()?.read(200)
}

fn affordable(context: &Context) -> Verdict {
    let before = held(context)?;
    let page = mine(context)?;
    if before.balances != held(context)?.balances {
        skip!("the balances of the person `member` keep changing");
    }
    page.items
        .iter()
        .try_for_each(|reward| follows(reward, &before))
}

fn follows(reward: &Reward, held: &Balances) -> Verdict {
    let (id, state) = (&reward.id, &reward.eligibility.state);
    let short: Vec<_> = reward
        .prices
        .iter()
        .map(|price| missing(price, held))
        .collect();
    // Of what cannot be had anyway, what is left out counts as no.
    let is_told = matches!(state, VerdictState::Eligible | VerdictState::Short);
    for (price, missing) in reward.prices.iter().zip(&short) {
        let is_covered = missing.is_empty();
        ensure!(
            price.affordable == is_covered || is_covered && !is_told,
            "/v1/rewards: {id}: the price {} is {}, and affordable is {}; by /v1/me/balances {} missing",
            price.id,
            sum(&price.amounts),
            price.affordable,
            are(missing)
        );
    }
    if *state != VerdictState::Short {
        return Ok(());
    }
    let covered = reward.prices.iter().find(|price| price.affordable);
    ensure!(
        covered.is_none(),
        "/v1/rewards: {id} is short, and its price {} is affordable",
        covered.map_or("", |price| price.id.as_str())
    );
    let told = &reward.eligibility.missing;
    ensure!(
        short.iter().any(|missing| same(missing, told)),
        "/v1/rewards: {id} is short, and eligibility.missing is {}; by /v1/me/balances {} missing",
        sum(told),
        short
            .first()
            .map_or_else(|| "nothing is".to_owned(), |missing| are(missing))
    );
    Ok(())
}

fn are(missing: &[Amount]) -> String {
    let verb = if missing.is_empty() { "is" } else { "are" };
    format!("{} {verb}", sum(missing))
}

/// By how much the balances are short of a price.
pub(super) fn missing(price: &Price, held: &Balances) -> Vec<Amount> {
    let lack = |due: &Amount| -> i64 {
        let mut balances = held.balances.iter();
        let balance = balances.find(|balance| balance.currency == due.currency);
        let available = balance.map_or(0, |balance| balance.available.get());
        due.value.get().saturating_sub(available)
    };
    let amounts = price.amounts.iter().filter(|due| lack(due) > 0);
    let amounts = amounts.map(|due| Amount {
        currency: due.currency.clone(),
        value: palier_contract::Quantity::saturating(lack(due)),
    });
    amounts.collect()
}

/// Whether both name the same amounts, in whatever order.
pub(super) fn same(one: &[Amount], other: &[Amount]) -> bool {
    one.len() == other.len() && one.iter().all(|amount| other.contains(amount))
}

fn sorted(context: &Context) -> Verdict {
    let by = |order: &str| -> Result<RewardPage, Stop> {
        let path = format!("/v1/rewards?sort={order}&limit={}", context.limit(100));
        context.client.get(path).send()?.read(200)
    };
    cheapest_first(&by("price")?.items)?;
    soonest_first(&by("ending")?)
}

/// Prices of several currencies, and of different ones, cannot be compared by anybody else.
fn cheapest_first(rewards: &[Reward]) -> Verdict {
    let plain: Vec<_> = rewards.iter().filter_map(cheapest).collect();
    for (index, (id, price)) in plain.iter().enumerate() {
        let mut above = plain.iter().take(index);
        let dearer = above.find(|(_, other)| {
            other.currency == price.currency && other.value.get() > price.value.get()
        });
        if let Some((other, dear)) = dearer {
            return Err(Stop::Broken(format!(
                "/v1/rewards?sort=price: {other} for {} {} comes before {id} for {} {}; the cheapest \
                 is due first",
                dear.value, dear.currency, price.value, price.currency
            )));
        }
    }
    Ok(())
}

/// The lowest price of a reward that takes one currency alone, whichever option is chosen.
fn cheapest(reward: &Reward) -> Option<(&str, &Amount)> {
    let mut prices = reward.prices.iter();
    let single = |price: &'_ Price| price.amounts.len() == 1;
    let currency = &reward.prices.first()?.amounts.first()?.currency;
    let is_plain =
        prices.all(|price| single(price) && price.amounts.iter().all(|a| a.currency == *currency));
    let amounts = reward.prices.iter().flat_map(|price| &price.amounts);
    let least = amounts.min_by_key(|amount| amount.value.get())?;
    is_plain.then_some((reward.id.as_str(), least))
}

fn soonest_first(page: &RewardPage) -> Verdict {
    let now = instants::of(&page.as_of.0)?;
    let mut before: Option<(&str, &str)> = None;
    let mut endless: Option<&str> = None;
    for reward in &page.items {
        let Some(end) = &reward.availability.ends_at else {
            endless.get_or_insert(reward.id.as_str());
            continue;
        };
        // Where what is over comes is the backend's own affair.
        if instants::of(&end.0)? <= now {
            continue;
        }
        ensure!(
            endless.is_none(),
            "/v1/rewards?sort=ending: {}, which never ends, comes before {}, which ends at {}",
            endless.unwrap_or_default(),
            reward.id,
            end.0
        );
        if let Some((other, late)) = before {
            ensure!(
                instants::of(late)? <= instants::of(&end.0)?,
                "/v1/rewards?sort=ending: {other}, which ends at {late}, comes before {}, which ends \
                 at {}",
                reward.id,
                end.0
            );
        }
        before = Some((reward.id.as_str(), &end.0));
    }
    Ok(())
}

fn payable(context: &Context) -> Verdict {
    let path = format!("/v1/rewards?limit={}", context.limit(100));
    let page: RewardPage = context.client.get(path).send()?.read(200)?;
    for reward in &page.items {
        let mut seen = Vec::new();
        for price in &reward.prices {
            let (id, option) = (&reward.id, &price.id);
            ensure!(
                !seen.contains(&option),
                "/v1/rewards: two prices of {id} have the id {option}; an order would name either"
            );
            seen.push(option);
            price.amounts.iter().try_for_each(|amount| {
                pays(context, &format!("{id}: the price {option}"), amount)
            })?;
            discount(&format!("{id}: the price {option}"), price)?;
            let currencies = price.amounts.iter().map(|amount| &amount.currency);
            let currencies: BTreeSet<_> = currencies.collect();
            ensure!(
                currencies.len() == price.amounts.len() && !currencies.is_empty(),
                "/v1/rewards: {id}: the price {option} is {}; one amount per currency is due",
                sum(&price.amounts)
            );
        }
    }
    Ok(())
}

fn pays(context: &Context, what: &str, amount: &Amount) -> Verdict {
    let (value, currency) = (amount.value, &amount.currency);
    let mut known = context.portal.currencies.iter();
    let is_spent = known.any(|one| one.id == *currency && one.spendable);
    ensure!(
        is_spent,
        "/v1/rewards: {what} takes {currency}, which is no spendable currency of /v1/portal"
    );
    ensure!(
        value.get() >= 0,
        "/v1/rewards: {what} is {value} {currency}; a price gives nothing"
    );
    Ok(())
}

fn discount(what: &str, price: &Price) -> Verdict {
    for was in &price.original {
        let mut amounts = price.amounts.iter();
        let is = amounts.find(|amount| amount.currency == was.currency);
        ensure!(
            is.is_none_or(|is| is.value <= was.value),
            "/v1/rewards: {what} is {}, and original says that it was {}; no discount makes it dearer",
            sum(&price.amounts),
            sum(&price.original)
        );
    }
    Ok(())
}

fn open(context: &Context) -> Verdict {
    let page = mine(context)?;
    let now = instants::of(&page.as_of.0)?;
    let on_offer = |reward: &&Reward| reward.eligibility.state == VerdictState::Eligible;
    for reward in page.items.iter().filter(on_offer) {
        let (id, window) = (&reward.id, &reward.availability);
        if let Some(start) = &window.starts_at {
            ensure!(
                instants::of(&start.0)? <= now,
                "/v1/rewards: {id} is eligible, and begins at {}; upcoming is due",
                start.0
            );
        }
        if let Some(end) = &window.ends_at {
            ensure!(
                instants::of(&end.0)? > now,
                "/v1/rewards: {id} is eligible, and ended at {}; ended is due",
                end.0
            );
        }
        ensure!(
            reward
                .limit
                .as_ref()
                .is_none_or(|limit| limit.remaining.get() > 0),
            "/v1/rewards: {id} is eligible, and limit.remaining is nought; limit_reached is due"
        );
        let mut combinations = reward.combinations.iter();
        ensure!(
            reward.combinations.is_empty() || combinations.any(|one| !is_gone(&one.stock)),
            "/v1/rewards: {id} is eligible, and nothing is left of any combination; sold_out is due"
        );
    }
    Ok(())
}
