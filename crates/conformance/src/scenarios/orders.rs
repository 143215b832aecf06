//! What becomes of an order.

use std::{collections::BTreeMap, sync::Barrier, thread};

use palier_contract::{
    Page,
    balance::Balances,
    ids::RewardId,
    ledger::{LedgerEntry, LedgerKind},
    redemption::{Redemption, RedemptionState},
    reward::{Reward, RewardKind},
};
use ureq::http::Method;

use super::shop::{Offer, balances, buy, check_charged, holdings, key, offers};
use crate::{
    scenario::{Context, Profile, Scenario},
    stop::{Stop, Verdict, ensure, skip},
};

/// Sent at the same time.
const AT_ONCE: usize = 20;

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        profile: Profile::Redeem,
        section: "resource-by-resource",
        rule: "a new order is first in the list, and a walk through it finds all",
        needs: &["create_redemption", "list_redemptions"],
        check: listed,
    },
    Scenario {
        profile: Profile::Redeem,
        section: "redeeming",
        rule: "an order is at its Location, of what was chosen, and in the ledger with a minus",
        needs: &["create_redemption", "get_redemption", "list_ledger"],
        check: recorded,
    },
    Scenario {
        profile: Profile::Redeem,
        section: "redeeming",
        rule: "an order takes one of the stock that is told, and of the member's limit",
        needs: &["create_redemption", "get_reward"],
        check: taken,
    },
    Scenario {
        profile: Profile::Redeem,
        section: "redeeming",
        rule: "an order that offers to be cancelled gives everything back, once",
        needs: &["create_redemption", "cancel_redemption", "get_balances"],
        check: cancelled,
    },
    Scenario {
        profile: Profile::Redeem,
        section: "redeeming",
        rule: "twenty who cancel one order at the same time get its price back once",
        needs: &["create_redemption", "cancel_redemption", "get_balances"],
        check: cancelled_at_once,
    },
    Scenario {
        profile: Profile::Redeem,
        section: "redeeming",
        rule: "an order that was cancelled takes no share of a limit and no stock, and says so",
        needs: &[
            "create_redemption",
            "cancel_redemption",
            "get_redemption",
            "get_reward",
        ],
        check: given_back,
    },
];

fn listed(context: &Context) -> Verdict {
    let token = context.member()?;
    let made = buy(
        context,
        token,
        &super::shop::cheapest(context, token, |_| true)?,
    )?;
    let page: Page<Redemption> = context
        .get_mine("/v1/me/redemptions?limit=1")?
        .send()?
        .read(200)?;
    let first = page.items.first().map(|order| &order.id);
    ensure!(
        first == Some(&made.id),
        "the list begins with {} instead of {}",
        first.map_or("nothing", |id| id.as_str()),
        made.id
    );
    super::pages::order_walk(context)
}

fn recorded(context: &Context) -> Verdict {
    let token = context.member()?;
    let offer = super::shop::cheapest(context, token, |_| true)?;
    let quote = super::shop::quote(context, token, &offer.choice)?;
    let request = super::shop::request(&offer.choice, &quote);
    let reply = super::shop::order(context, token, &key(), &request)?;
    let made: Redemption = reply.read(201)?;
    ensure!(
        made.reward.id == offer.reward.id,
        "POST /v1/redemptions: {} was ordered, the order is of {}",
        offer.reward.id,
        made.reward.id
    );
    let place = reply.header("location");
    // An address may be written out; the path is what counts.
    let path = place.find("/v1/").and_then(|at| place.get(at..));
    let there = context.get_mine(path.unwrap_or(place))?.send()?;
    let same = there.status == 200 && there.read::<Redemption>(200)?.id == made.id;
    ensure!(
        same,
        "POST /v1/redemptions: Location is {place:?}, where {} is not; GET there gives {}",
        made.id,
        there.status
    );
    let path = format!("/v1/me/ledger?limit={}", context.limit(20));
    let page: Page<LedgerEntry> = context.get_mine(path)?.send()?.read(200)?;
    for paid in &made.charged {
        let is_it = |entry: &LedgerEntry| {
            entry.currency == paid.currency
                && entry.kind == LedgerKind::Spend
                && entry.amount.get() == -paid.value.get()
        };
        ensure!(
            paid.value.get() == 0 || page.items.iter().any(is_it),
            "GET /v1/me/ledger: after an order for {} {}, no entry of the kind spend has the amount -{}",
            paid.value,
            paid.currency,
            paid.value
        );
    }
    Ok(())
}

fn taken(context: &Context) -> Verdict {
    let token = context.member()?;
    let is_counted = |reward: &Reward| {
        reward.limit.is_some() || reward.axes.is_empty() && reward.stock.remaining.is_some()
    };
    let offer = super::shop::cheapest(context, token, is_counted)?;
    let path = format!("/v1/rewards/{}", offer.reward.id);
    let read = || -> Result<Reward, Stop> { context.get_mine(&path)?.send()?.read(200) };
    let before = read()?;
    let _order = buy(context, token, &offer)?;
    let after = read()?;
    let limits = before.limit.zip(after.limit);
    if let Some((had, has)) = limits {
        ensure!(
            has.remaining.get() == had.remaining.get().saturating_sub(1),
            "GET {path}: limit.remaining was {} before the order, and is {} after it",
            had.remaining,
            has.remaining
        );
    }
    // Others may have bought some meanwhile.
    if let Some((had, has)) = before.stock.remaining.zip(after.stock.remaining) {
        ensure!(
            has < had,
            "GET {path}: stock.remaining was {had} before the order, and is {has} after it"
        );
    }
    Ok(())
}

/// Things that are shipped can usually be called off.
fn cancellable(context: &Context, token: &str) -> Result<(Offer, Redemption), Stop> {
    let wanted = |offer: &Offer| offer.reward.kind == RewardKind::Physical;
    let Some(offer) = offers(context, token)?.into_iter().find(wanted) else {
        skip!("the person `member` can afford nothing physical")
    };
    let order = buy(context, token, &offer)?;
    if !order.actions.contains_key("cancel") {
        skip!(
            "an order for {} does not offer to be cancelled",
            offer.reward.id
        );
    }
    Ok((offer, order))
}

fn cancelled_at_once(context: &Context) -> Verdict {
    let token = context.member()?;
    let before = holdings(context, token)?;
    let (_, order) = cancellable(context, token)?;
    let path = format!("/v1/me/redemptions/{}/cancel", order.id);
    let start = Barrier::new(AT_ONCE);
    let cancel = || {
        start.wait();
        let ask = context.client.ask(Method::POST, &path).bearer(token);
        ask.header("Idempotency-Key", key()).send()
    };
    let cancel = &cancel;
    let replies: Vec<_> = thread::scope(|scope| {
        let each: Vec<_> = (0..AT_ONCE).map(|_| scope.spawn(cancel)).collect();
        each.into_iter().filter_map(|one| one.join().ok()).collect()
    });
    let mut went_through = 0_u32;
    for reply in replies {
        let status = reply?.status;
        ensure!(status < 500, "one of them was answered with {status}");
        went_through += u32::from(status == 200);
    }
    ensure!(went_through > 0, "not one of them went through");
    check_charged(&before, &holdings(context, token)?, &order.charged, 0)
}

/// What is left of a reward, of its variants, and of the bearer's share.
fn left(context: &Context, id: &RewardId) -> Result<impl PartialEq + std::fmt::Debug, Stop> {
    let reward: Reward = context
        .get_mine(format!("/v1/rewards/{id}"))?
        .send()?
        .read(200)?;
    let stocks = reward.combinations.into_iter().map(|one| one.stock);
    let share = reward.limit.map(|limit| limit.remaining);
    Ok((reward.stock, stocks.collect::<Vec<_>>(), share))
}

fn given_back(context: &Context) -> Verdict {
    let token = context.member()?;
    let wanted = |offer: &Offer| {
        let limited = offer.reward.limit.is_some();
        offer.reward.kind == RewardKind::Physical && limited
    };
    let Some(offer) = offers(context, token)?.into_iter().find(wanted) else {
        skip!("the person `member` can afford nothing physical that has a limit")
    };
    let before = left(context, &offer.reward.id)?;
    let order = buy(context, token, &offer)?;
    if !order.actions.contains_key("cancel") {
        skip!("an order for {} cannot be cancelled", offer.reward.id);
    }
    let path = format!("/v1/me/redemptions/{}", order.id);
    let ask = context.client.ask(Method::POST, format!("{path}/cancel"));
    let gone: Redemption = ask
        .bearer(token)
        .header("Idempotency-Key", key())
        .send()?
        .read(200)?;
    let after = left(context, &offer.reward.id)?;
    ensure!(
        before == after,
        "{before:?} were left before, {after:?} are"
    );
    let read: Redemption = context.get_mine(&path)?.send()?.read(200)?;
    ensure!(
        read.state == gone.state,
        "it is {} now, and was answered as {}",
        read.state,
        gone.state
    );
    let last = read.history.last().map(|step| &step.state);
    ensure!(
        last == Some(&read.state),
        "its history does not end with {}",
        read.state
    );
    Ok(())
}

/// Whether as much lapses on each day as before.
fn same_batches(before: &Balances, after: &Balances) -> Verdict {
    let days = |all: &Balances| {
        let mut days = BTreeMap::new();
        for balance in &all.balances {
            for batch in &balance.expiring {
                let day = (balance.currency.to_string(), batch.at.0.clone());
                *days.entry(day).or_insert(0) += batch.amount.get();
            }
        }
        days
    };
    let (before, after) = (days(before), days(after));
    for ((currency, at), amount) in &before {
        let now = after.get(&(currency.clone(), at.clone())).unwrap_or(&0);
        ensure!(
            now == amount,
            "{amount} {currency} lapsed at {at} before the order, {now} after it was cancelled; what \
             comes back keeps its day"
        );
    }
    Ok(())
}

fn cancelled(context: &Context) -> Verdict {
    let token = context.member()?;
    let (before, batches) = (holdings(context, token)?, balances(context, token)?);
    let (_, order) = cancellable(context, token)?;
    let path = format!("/v1/me/redemptions/{}/cancel", order.id);
    let key = key();
    let cancel = || {
        let ask = context.client.ask(Method::POST, &path).bearer(token);
        ask.header("Idempotency-Key", &key).send()
    };
    let gone: Redemption = cancel()?.read(200)?;
    let over = matches!(
        gone.state,
        RedemptionState::Cancelled | RedemptionState::Refunded
    );
    ensure!(over, "after cancelling the state is {}", gone.state);
    ensure!(
        !gone.actions.contains_key("cancel"),
        "it offers to be cancelled again"
    );
    check_charged(&before, &holdings(context, token)?, &order.charged, 0)?;
    same_batches(&batches, &balances(context, token)?)?;
    let _again = cancel()?; // A repeat may succeed or be refused, but gives nothing more back.
    check_charged(&before, &holdings(context, token)?, &order.charged, 0)
}

#[cfg(test)]
mod tests {
    use palier_contract::{balance::Balances, fixtures, wire};

    use super::same_batches;

    #[test]
    fn what_comes_back_without_its_day_is_found() {
        let held: Balances = wire::from_str(fixtures::get("balances").unwrap()).unwrap();
        assert!(same_batches(&held, &held).is_ok());
        let mut later = held.clone();
        let batch = later
            .balances
            .iter_mut()
            .find_map(|one| one.expiring.first_mut());
        batch.unwrap().at = "2030-01-01T00:00:00Z".into();
        let told = same_batches(&held, &later).unwrap_err().to_string();
        assert!(told.contains("keeps its day"), "{told}");
    }
}
