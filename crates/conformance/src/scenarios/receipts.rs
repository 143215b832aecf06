//! Orders as they are listed: whose they are, and what they tell of codes.

use palier_contract::{
    Amount, Page,
    ledger::{LedgerEntry, LedgerKind},
    member::Me,
    redemption::{Redemption, RedemptionState},
};

use super::{read, statement};
use crate::{
    instants,
    scenario::{Context, Scenario},
    stop::{Stop, Verdict, ensure},
};

pub(super) const SCENARIOS: &[Scenario] = &[
    read(
        "redeeming",
        "a list of orders tells no code, and codes of orders that are off are not revealed",
        &["list_redemptions"],
        codes,
    ),
    read(
        "redeeming",
        "an order is the same in the list and by itself, but for its code",
        &["list_redemptions", "get_redemption"],
        alike,
    ),
    read(
        "redeeming",
        "what an order charged is what the ledger spent on it, and no more came back",
        &["list_redemptions", "list_ledger"],
        charged,
    ),
    read(
        "who-is-asking",
        "two members are two: another id, and no order in common",
        &["get_me"],
        two,
    ),
];

/// Singles of so many orders are looked at.
const LOOKED_AT: usize = 10;

fn orders(context: &Context, token: &str) -> Result<Page<Redemption>, Stop> {
    let path = format!("/v1/me/redemptions?limit={}", context.limit(100));
    context.client.get(path).bearer(token).send()?.read(200)
}

fn is_off(state: &RedemptionState) -> bool {
    use RedemptionState as S;
    matches!(
        state,
        S::Failed | S::Cancelled | S::Refunded | S::Returned | S::Expired
    )
}

fn codes(context: &Context) -> Verdict {
    let page = orders(context, context.member()?)?;
    let now = instants::of(&page.as_of.0)?;
    for order in &page.items {
        let (id, state) = (&order.id, &order.state);
        let code = order.code.as_ref();
        ensure!(
            code.is_none_or(|code| code.value.is_none()),
            "/v1/me/redemptions: the order {id} tells its whole code; a list has it masked"
        );
        let end = code.and_then(|code| code.expires_at.as_ref());
        let end = end.map(|end| instants::of(&end.0)).transpose()?;
        let has_lapsed = end.is_some_and(|end| end <= now);
        let offers = order.actions.contains_key("reveal_code");
        ensure!(
            !offers || !is_off(state),
            "/v1/me/redemptions: the order {id} is {state}, and its actions have reveal_code"
        );
        ensure!(
            !offers || !has_lapsed,
            "/v1/me/redemptions: the code of the order {id} has lapsed, and its actions have reveal_code"
        );
        ensure!(
            !matches!(
                state,
                RedemptionState::Cancelled | RedemptionState::Refunded
            ) || !order.actions.contains_key("cancel"),
            "/v1/me/redemptions: the order {id} is {state}, and its actions have cancel"
        );
    }
    if context.offers("get_redemption") {
        let off = page.items.iter().filter(|order| is_off(&order.state));
        off.take(LOOKED_AT)
            .try_for_each(|order| masked(context, order))?;
    }
    Ok(())
}

fn masked(context: &Context, listed: &Redemption) -> Verdict {
    let path = format!("/v1/me/redemptions/{}", listed.id);
    let order: Redemption = context.get_mine(&path)?.send()?.read(200)?;
    ensure!(
        order.code.is_none_or(|code| code.value.is_none()),
        "{path}: the order is {}, and tells its whole code; it stays masked",
        order.state
    );
    Ok(())
}

fn alike(context: &Context) -> Verdict {
    let page = orders(context, context.member()?)?;
    for listed in page.items.into_iter().take(LOOKED_AT) {
        let path = format!("/v1/me/redemptions/{}", listed.id);
        let alone: Redemption = context.get_mine(&path)?.send()?.read(200)?;
        let same = [
            ("state", listed.state == alone.state),
            ("charged", listed.charged == alone.charged),
            ("reward/id", listed.reward.id == alone.reward.id),
            ("created_at", listed.created_at == alone.created_at),
            ("variant", listed.variant == alone.variant),
            ("shipments", listed.shipments == alone.shipments),
        ];
        let other = same.iter().find(|(_, is_same)| !is_same);
        ensure!(
            other.is_none(),
            "{path}: {} is another than in the list",
            other.map_or("", |(field, _)| field)
        );
    }
    Ok(())
}

fn charged(context: &Context) -> Verdict {
    let orders = orders(context, context.member()?)?;
    let entries = statement::whole(context)?;
    for order in &orders.items {
        let of_it = |entry: &&LedgerEntry| {
            let source = entry.source.as_ref();
            source.is_some_and(|source| {
                source.kind == "redemption" && source.id.as_deref() == Some(order.id.as_str())
            })
        };
        let own: Vec<_> = entries.iter().filter(of_it).collect();
        for paid in &order.charged {
            matches(order, paid, &own)?;
        }
    }
    Ok(())
}

/// Entries may name no source; those that name the order are of its price.
fn matches(order: &Redemption, paid: &Amount, own: &[&LedgerEntry]) -> Verdict {
    let of_kind = |kind: LedgerKind| {
        let entries = own.iter();
        entries.filter(move |entry| entry.kind == kind && entry.currency == paid.currency)
    };
    let sum = |kind| -> i64 { of_kind(kind).map(|entry| entry.amount.get()).sum() };
    let (spent, back) = (-sum(LedgerKind::Spend), sum(LedgerKind::Refund));
    let (id, value, currency) = (&order.id, paid.value, &paid.currency);
    ensure!(
        of_kind(LedgerKind::Spend).next().is_none() || spent == value.get(),
        "/v1/me/redemptions: {id} charged {value} {currency}, and by /v1/me/ledger {spent} were spent on it"
    );
    ensure!(
        back <= value.get(),
        "/v1/me/redemptions: {id} charged {value} {currency}, and by /v1/me/ledger {back} came back"
    );
    Ok(())
}

fn two(context: &Context) -> Verdict {
    let tokens = [context.member()?, context.other()?];
    let me = |token: &str| -> Result<Me, Stop> {
        context.client.get("/v1/me").bearer(token).send()?.read(200)
    };
    let [one, other] = tokens;
    let (first, second) = (me(one)?.id, me(other)?.id);
    let told = second.as_ref().map_or("none", |id| id.as_str());
    ensure!(
        first != second,
        "/v1/me: the tokens of two members are both answered with the id {told}"
    );
    if !context.offers("list_redemptions") {
        return Ok(());
    }
    let (mine, theirs) = (orders(context, one)?, orders(context, other)?);
    let is_mine = |order: &&Redemption| mine.items.iter().any(|one| one.id == order.id);
    let shared = theirs.items.iter().find(is_mine);
    ensure!(
        shared.is_none(),
        "/v1/me/redemptions: the order {} is in the lists of two members",
        shared.map_or("", |order| order.id.as_str())
    );
    Ok(())
}
