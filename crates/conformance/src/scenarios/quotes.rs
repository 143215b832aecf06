//! A quote's figures: what is held, what it takes, what is left, what is missing.

use palier_contract::{
    Amount,
    balance::Balances,
    redemption::{Choice, Quote},
};

use super::{
    prices::{missing, same},
    redeem::too_dear,
    shop::{balances, cheapest, quote, sum},
};
use crate::{
    scenario::{Context, Profile, Scenario},
    stop::{Verdict, ensure},
};

const NEEDS: &[&str] = &["quote_redemption", "list_rewards", "get_balances"];

const fn redeem(rule: &'static str, check: fn(&Context) -> Verdict) -> Scenario {
    Scenario {
        profile: Profile::Redeem,
        section: "redeeming",
        rule,
        needs: NEEDS,
        check,
    }
}

pub(super) const SCENARIOS: &[Scenario] = &[
    redeem(
        "a quote's before is what is held, and its after what the price leaves of it",
        affordable,
    ),
    redeem(
        "a quote of what is too dear is below nought by what is missing",
        short,
    ),
];

fn affordable(context: &Context) -> Verdict {
    let token = context.member()?;
    let offer = cheapest(context, token, |_| true)?;
    let held = balances(context, token)?;
    let quote = quote(context, token, &offer.choice)?;
    figures(&offer.choice, &quote, &held)?;
    let (due, told) = (offer.reward.needs_address, quote.needs_address);
    ensure!(
        due == told,
        "POST /v1/redemptions/quote: for {} needs_address is {told}, and {due} in /v1/rewards",
        offer.reward.id
    );
    Ok(())
}

/// Whether before and after follow from the price and from what is held.
fn figures(choice: &Choice, quote: &Quote, held: &Balances) -> Verdict {
    let id = &choice.reward_id;
    for (name, told) in [("before", &quote.before), ("after", &quote.after)] {
        let balance = |price: &Amount| -> i64 {
            let mut all = held.balances.iter();
            let balance = all.find(|one| one.currency == price.currency);
            balance.map_or(0, |one| one.available.get())
        };
        let taken = |price: &Amount| {
            if name == "after" {
                price.value.get()
            } else {
                0
            }
        };
        let due = quote.price.iter().map(|price| Amount {
            currency: price.currency.clone(),
            value: palier_contract::Quantity::saturating(balance(price) - taken(price)),
        });
        let due: Vec<_> = due.collect();
        ensure!(
            same(&due, told),
            "POST /v1/redemptions/quote: {id} for {}: {name} is {}; by /v1/me/balances {} is due",
            sum(&quote.price),
            sum(told),
            sum(&due)
        );
    }
    Ok(())
}

fn short(context: &Context) -> Verdict {
    let (token, reward, choice) = too_dear(context)?;
    let held = balances(context, token)?;
    let quote = quote(context, token, &choice)?;
    figures(&choice, &quote, &held)?;
    let told = &quote.eligibility.missing;
    let options = reward.prices.iter().map(|price| missing(price, &held));
    let mut options = options.filter(|option| !option.is_empty());
    ensure!(
        options.any(|option| same(&option, told)),
        "POST /v1/redemptions/quote: {} for {}: missing is {}, and after {}",
        choice.reward_id,
        sum(&quote.price),
        sum(told),
        sum(&quote.after)
    );
    Ok(())
}
