//! Many at once: one order per key, no more orders than there is stock, no balance below nought.

use std::{sync::Barrier, thread};

use palier_contract::{
    problem::{Problem, ProblemType},
    redemption::{Redemption, RedemptionRequest},
    reward::Reward,
};

use super::shop::{
    Offer, cheapest, check_charged, holdings, key, offers, order, quote, request, sum,
};
use crate::{
    reply::Reply,
    scenario::{Context, Profile, Scenario},
    stop::{Stop, Verdict, ensure, skip},
};

const NEEDS: &[&str] = &[
    "quote_redemption",
    "create_redemption",
    "list_rewards",
    "get_balances",
];
/// Orders sent at the same time.
const AT_ONCE: usize = 20;

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        profile: Profile::Redeem,
        section: "once-and-no-more",
        rule: "twenty sendings of one order at the same time make one order",
        needs: NEEDS,
        check: one_key,
    },
    Scenario {
        profile: Profile::Redeem,
        section: "once-and-no-more",
        rule: "twenty orders for the last items at the same time sell no more than there are",
        needs: NEEDS,
        check: last_items,
    },
];

/// One order to be sent, with everything it needs.
struct Sending<'a> {
    token: &'a str,
    key: String,
    request: RedemptionRequest,
}

/// Sends all at the same instant.
fn at_once(context: &Context, sendings: &[Sending<'_>]) -> Vec<Result<Reply, Stop>> {
    let start = Barrier::new(sendings.len());
    let send = |one: &Sending<'_>| {
        start.wait();
        order(context, one.token, &one.key, &one.request)
    };
    let send = &send;
    thread::scope(|scope| {
        let threads: Vec<_> = sendings
            .iter()
            .map(|one| scope.spawn(move || send(one)))
            .collect();
        let ended = threads.into_iter().map(thread::ScopedJoinHandle::join);
        ended
            .map(|end| end.unwrap_or_else(|_| Err(Stop::Broken("a sender panicked".into()))))
            .collect()
    })
}

fn one_key(context: &Context) -> Verdict {
    let token = context.member()?;
    let offer = cheapest(context, token, |_| true)?;
    let request = request(&offer.choice, &quote(context, token, &offer.choice)?);
    let (before, key) = (holdings(context, token)?, key());
    let sending = |_| Sending {
        token,
        key: key.clone(),
        request: request.clone(),
    };
    let sendings: Vec<_> = (0..AT_ONCE).map(sending).collect();
    let mut orders = Vec::new();
    for reply in at_once(context, &sendings) {
        let reply = reply?;
        if reply.status == 409 {
            reply.problem(&ProblemType::KeyBusy)?;
        } else {
            orders.push(reply.read::<Redemption>(201)?);
        }
    }
    let Some(first) = orders.first() else {
        return Err(Stop::Broken(
            "every sending was told that another is running".into(),
        ));
    };
    let same = orders.iter().all(|order| order.id == first.id);
    ensure!(same, "one key made several orders");
    let settled: Redemption = order(context, token, &key, &request)?.read(201)?;
    ensure!(settled.id == first.id, "a later retry got another order");
    check_charged(&before, &holdings(context, token)?, &first.charged, 1)
}

fn left(reward: &Reward) -> Option<i64> {
    reward
        .stock
        .remaining
        .map(|left| left.get())
        .filter(|left| *left > 0 && reward.axes.is_empty())
}

/// What the crowd can afford of which the least is left, and who can afford it.
fn scarcest(context: &Context) -> Result<(Offer, i64, Vec<&str>), Stop> {
    let mut found: Vec<(i64, Offer, Vec<&str>)> = Vec::new();
    for token in &context.people.crowd {
        for offer in offers(context, token)? {
            let known = found
                .iter_mut()
                .find(|(_, known, _)| known.reward.id == offer.reward.id);
            match (known, left(&offer.reward)) {
                (Some((_, _, takers)), _) => takers.push(token),
                (None, Some(left)) => found.push((left, offer, vec![token])),
                (None, None) => {}
            }
        }
    }
    // Rewards that many can buy and few are left of make the hardest race.
    found.sort_by_key(|(left, _, takers)| (*left, std::cmp::Reverse(takers.len())));
    match found.into_iter().next() {
        Some((left, offer, takers)) if left < i64::try_from(AT_ONCE).unwrap_or(i64::MAX) => {
            Ok((offer, left, takers))
        }
        _ => skip!("no affordable reward tells that fewer than {AT_ONCE} are left"),
    }
}

fn last_items(context: &Context) -> Verdict {
    let (offer, left, takers) = scarcest(context)?;
    let mut sendings = Vec::new();
    for token in takers.iter().cycle().take(AT_ONCE) {
        let request = request(&offer.choice, &quote(context, token, &offer.choice)?);
        sendings.push(Sending {
            token,
            key: key(),
            request,
        });
    }
    let purses = |takers: &[&str]| -> Result<Vec<_>, Stop> {
        takers
            .iter()
            .map(|token| holdings(context, token))
            .collect()
    };
    let before = purses(&takers)?;
    let mut bought = vec![0_i64; takers.len()];
    for (reply, sending) in at_once(context, &sendings).into_iter().zip(&sendings) {
        let reply = reply?;
        if reply.status == 201 {
            let buyer = takers.iter().position(|token| *token == sending.token);
            if let Some(count) = buyer.and_then(|buyer| bought.get_mut(buyer)) {
                *count = count.saturating_add(1);
            }
        } else {
            check_refusal(&reply)?;
        }
    }
    let sold: i64 = bought.iter().sum();
    ensure!(
        sold <= left,
        "{left} of {} were left, {sold} were sold",
        offer.reward.id
    );
    ensure!(
        sold > 0,
        "nobody got any of the {left} that were left of {}",
        offer.reward.id
    );
    for ((before, after), times) in before.iter().zip(purses(&takers)?.iter()).zip(bought) {
        check_charged(before, after, &offer.price.amounts, times)?;
        let overdrawn = after.iter().any(|amount| amount.value.get() < 0);
        ensure!(!overdrawn, "a purse is below nought: {}", sum(after));
    }
    let path = format!("/v1/rewards/{}", offer.reward.id);
    let after: Reward = context.client.get(path).send()?.read(200)?;
    let remaining = after.stock.remaining.map(|left| left.get());
    ensure!(
        remaining == Some(left.saturating_sub(sold)),
        "{left} were left, {sold} sold, and now the stock says {}",
        remaining.map_or("nothing".to_owned(), |left| format!("{left} are left"))
    );
    Ok(())
}

/// Losers of the race are told why, in words of the registry.
fn check_refusal(reply: &Reply) -> Verdict {
    use ProblemType as P;
    let problem: Problem = reply.decode()?;
    let fair = matches!(
        problem.kind,
        P::SoldOut
            | P::LimitReached
            | P::Short
            | P::PriceChanged
            | P::QuoteExpired
            | P::RateLimited
            | P::Unavailable
    );
    ensure!(
        fair,
        "a loser of the race is told {} ({})",
        problem.kind,
        problem.title
    );
    Ok(())
}
