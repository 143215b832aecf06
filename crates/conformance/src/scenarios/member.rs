//! The member: who they are, what they hold, where they stand, what they collected.

use palier_contract::{
    Timestamp,
    badge::{Badge, BadgeState, Collection},
    balance::{Balance, Balances},
    member::{Me, MemberState},
    tier::{Standing, TierLadder},
};

use super::read;
use crate::{
    instants,
    scenario::{Context, Scenario},
    stop::{Verdict, ensure},
};

pub(super) const SCENARIOS: &[Scenario] = &[
    read(
        "who-is-asking",
        "the member is one, with an id, an alias and their preferences",
        &["get_me"],
        me,
    ),
    read(
        "points",
        "balances say what they add up to",
        &["get_balances"],
        balances,
    ),
    read(
        "tiers",
        "the member's place is on the ladder",
        &["get_standing"],
        standing,
    ),
    read(
        "badges",
        "the member's badges add up, and numbered copies are within their edition",
        &["get_badges"],
        badges,
    ),
];

fn me(context: &Context) -> Verdict {
    let reply = context.get_mine("/v1/me")?.send()?;
    let me: Me = reply.read(200)?;
    ensure!(
        me.state == MemberState::Member,
        "/v1/me: for the member's token the state is {}; member is due",
        me.state
    );
    let raw = reply.json()?;
    for field in ["id", "alias", "preferences"] {
        ensure!(
            raw.get(field).is_some(),
            "/v1/me: a member without {field}; the contract asks for it"
        );
    }
    Ok(())
}

fn balances(context: &Context) -> Verdict {
    let balances: Balances = context.get_mine("/v1/me/balances")?.send()?.read(200)?;
    sums(&balances)?;
    let listed: Vec<_> = balances
        .balances
        .iter()
        .map(|one| one.currency.as_str())
        .collect();
    let currencies = context.portal.currencies.iter();
    let due: Vec<_> = currencies.map(|one| one.id.as_str()).collect();
    ensure!(
        listed == due,
        "the balances are of {}; those of the portal are due, in its order: {}",
        listed.join(", "),
        due.join(", ")
    );
    Ok(())
}

/// Whether what is listed and what is summed up say the same.
pub(super) fn sums(balances: &Balances) -> Verdict {
    balances.balances.iter().try_for_each(batches)
}

fn batches(balance: &Balance) -> Verdict {
    let currency = &balance.currency;
    let waiting = balance.pending_batches.iter();
    let sum: i64 = waiting.map(|batch| batch.amount.get()).sum();
    let pending = balance.pending.get();
    ensure!(
        sum == pending,
        "/v1/me/balances: {currency}: pending_batches add up to {sum}, pending says {pending}"
    );
    let batches = balance.expiring.iter().map(|one| one.amount);
    let batches = batches.chain(balance.pending_batches.iter().map(|one| one.amount));
    let totals = [
        balance.reserved,
        balance.lifetime_earned,
        balance.lifetime_spent,
        balance.lifetime_expired,
    ];
    let least = batches.chain(totals).min();
    ensure!(
        least.is_none_or(|least| least.get() >= 0),
        "/v1/me/balances: {currency}: a batch, what is reserved or a lifetime total is below nought"
    );
    let lapse = balance.expiring.iter().map(|batch| &batch.at);
    soonest_first(&format!("{currency}: expiring"), lapse)?;
    lapsing(balance)?;
    let opening = balance.pending_batches.iter();
    let opening = opening.map(|batch| &batch.available_at);
    soonest_first(&format!("{currency}: pending_batches"), opening)
}

/// Whether no more lapses than is held, at any time: what is pending can only lapse once it has opened.
fn lapsing(balance: &Balance) -> Verdict {
    let mut lapsing = 0_i64;
    for batch in &balance.expiring {
        lapsing = lapsing.saturating_add(batch.amount.get());
        let at = instants::of(&batch.at.0)?;
        let mut held = balance.available.get().max(0) + balance.reserved.get();
        for waiting in &balance.pending_batches {
            if instants::of(&waiting.available_at.0)? <= at {
                held = held.saturating_add(waiting.amount.get());
            }
        }
        ensure!(
            lapsing <= held,
            "/v1/me/balances: {}: {lapsing} of expiring will lapse until {}, and only {held} are held \
             by then; spending takes from the batches, too",
            balance.currency,
            batch.at.0
        );
    }
    Ok(())
}

fn soonest_first<'a>(what: &str, times: impl Iterator<Item = &'a Timestamp>) -> Verdict {
    let mut before: Option<&Timestamp> = None;
    for at in times {
        if let Some(earlier) = before {
            ensure!(
                instants::of(&earlier.0)? <= instants::of(&at.0)?,
                "{what}: {} comes before {}; the soonest is due first",
                earlier.0,
                at.0
            );
        }
        before = Some(at);
    }
    Ok(())
}

fn standing(context: &Context) -> Verdict {
    let standing: Standing = context.get_mine("/v1/me/tier")?.send()?.read(200)?;
    let me: Me = context.get_mine("/v1/me")?.send()?.read(200)?;
    let (held, told) = (
        standing.current.as_ref(),
        me.tier.as_ref().map(|tier| &tier.id),
    );
    ensure!(
        held == told,
        "/v1/me says that the tier is {}, /v1/me/tier {}",
        told.map_or("none", |id| id.as_str()),
        held.map_or("none", |id| id.as_str())
    );
    if !context.offers("list_tiers") {
        return Ok(());
    }
    let ladder: TierLadder = context.get_mine("/v1/tiers")?.send()?.read(200)?;
    let place = |id: &palier_contract::ids::TierId| {
        let mut tiers = ladder.tiers.iter();
        tiers.position(|tier| tier.id == *id)
    };
    for (field, id) in [
        ("current", &standing.current),
        ("next", &standing.next),
        ("projected", &standing.projected),
    ] {
        let Some(id) = id else { continue };
        ensure!(
            place(id).is_some(),
            "/v1/me/tier: {field} is {id}, which is no tier of /v1/tiers"
        );
    }
    if let (Some(current), Some(next)) = (&standing.current, &standing.next) {
        ensure!(
            place(current) < place(next),
            "/v1/me/tier: next is {next}, which is not above {current} on the ladder"
        );
    }
    Ok(())
}

fn badges(context: &Context) -> Verdict {
    let collection: Collection = context.get_mine("/v1/me/badges")?.send()?.read(200)?;
    for series in &collection.series {
        let held = series.badges.iter();
        let held = held.filter(|badge| badge.state == BadgeState::Earned);
        let (held, owned) = (held.count(), series.owned.get());
        ensure!(
            i64::try_from(held).is_ok_and(|held| held == owned),
            "/v1/me/badges: {} says {owned} owned, and {held} of its badges are earned",
            series.id
        );
        series.badges.iter().try_for_each(edition)?;
    }
    Ok(())
}

pub(super) fn edition(badge: &Badge) -> Verdict {
    let Some(edition) = &badge.edition else {
        return Ok(());
    };
    let (issued, max) = (edition.issued, edition.max);
    ensure!(
        issued.get() >= 0 && issued <= max,
        "the badge {}: {issued} copies issued of {max}",
        badge.id
    );
    if let Some(number) = edition.number {
        ensure!(
            (1..=max.get()).contains(&number.get()),
            "the badge {}: copy {number} of {max}",
            badge.id
        );
    }
    Ok(())
}
