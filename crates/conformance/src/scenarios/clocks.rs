//! What is told of times: nothing is read before it is asked for, what is to come has not passed, and
//! what was is over.

use jiff::{SignedDuration, fmt::rfc2822};
use palier_contract::{
    Page, Timestamp as Told, VerdictState,
    badge::{Badge, BadgeState, Collection, CompletionState},
    balance::Balances,
    ledger::{LedgerEntry, LedgerStatus},
    redemption::Redemption,
    reward::RewardPage,
    tier::{Standing, StandingState},
    wire::Wire,
};
use serde_json::Value;

use super::{
    caching::{MINE, PUBLIC},
    read,
};
use crate::{
    instants,
    reply::Reply,
    scenario::{Context, Scenario},
    stop::{Stop, Verdict, ensure},
};

pub(super) const SCENARIOS: &[Scenario] = &[
    read(
        "numbers-ids-times",
        "no reply is as of a time after it was sent",
        &[],
        not_yet,
    ),
    read(
        "points",
        "batches lapse and open after the reply, and none of a currency that never lapses",
        &["get_balances"],
        batches,
    ),
    read(
        "points",
        "an entry is pending until it opens, and expired once it has lapsed",
        &["list_ledger"],
        entries,
    ),
    read(
        "numbers-ids-times",
        "dates of tiers, badges, rewards and orders fit the states they are in",
        &[],
        standing,
    ),
];

/// Clocks of one house may differ by that.
const SKEW: SignedDuration = SignedDuration::from_mins(5);

fn not_yet(context: &Context) -> Verdict {
    let board = [("get_leaderboard", "/v1/leaderboards/default")];
    let open = PUBLIC.iter().chain(&board);
    for (_, path) in open.filter(|(id, _)| context.offers(id)) {
        read_before(&context.client.get(*path).send()?)?;
    }
    if context.people.member.is_some() {
        for (_, path) in MINE.iter().filter(|(id, _)| context.offers(id)) {
            read_before(&context.get_mine(*path)?.send()?)?;
        }
    }
    Ok(())
}

/// Compared with the header `Date`, which the kit goes by, too.
fn read_before(reply: &Reply) -> Verdict {
    let date = reply.header("date");
    let Ok(sent) = rfc2822::parse(date) else {
        return Ok(());
    };
    let body: Value = reply.read_json(200)?;
    for field in ["as_of", "server_time"] {
        let Some(told) = body.get(field).and_then(Value::as_str) else {
            continue;
        };
        ensure!(
            instants::of(told)? <= sent.timestamp() + SKEW,
            "{}: {field} is {told}, and Date says {date:?}; nothing is read after it was sent",
            reply.path
        );
    }
    Ok(())
}

/// What a reply says, and when it was read.
fn mine<T: Wire>(context: &Context, path: &str) -> Result<T, Stop> {
    context.get_mine(path)?.send()?.read(200)
}

fn due_after(what: &str, at: Option<&Told>, now: &Told) -> Verdict {
    let Some(at) = at else { return Ok(()) };
    ensure!(
        instants::of(&at.0)? > instants::of(&now.0)?,
        "{what} is {}, which has passed at {}",
        at.0,
        now.0
    );
    Ok(())
}

/// What is past; clocks of those who report it may differ a little.
fn due_before(what: &str, at: Option<&Told>, now: &Told) -> Verdict {
    let Some(at) = at else { return Ok(()) };
    ensure!(
        instants::of(&at.0)? <= instants::of(&now.0)? + SKEW,
        "{what} is {}, which is to come at {}",
        at.0,
        now.0
    );
    Ok(())
}

fn batches(context: &Context) -> Verdict {
    let held: Balances = mine(context, "/v1/me/balances")?;
    for balance in &held.balances {
        let what = format!("/v1/me/balances: {}", balance.currency);
        for (index, batch) in balance.expiring.iter().enumerate() {
            due_after(
                &format!("{what}: expiring/{index}/at"),
                Some(&batch.at),
                &held.as_of,
            )?;
        }
        for (index, batch) in balance.pending_batches.iter().enumerate() {
            let what = format!("{what}: pending_batches/{index}/available_at");
            due_after(&what, Some(&batch.available_at), &held.as_of)?;
        }
        let mut known = context.portal.currencies.iter();
        let currency = known.find(|one| one.id == balance.currency);
        let lapses = currency.is_none_or(|one| one.expiry.kind.as_str() != "never");
        ensure!(
            lapses || balance.expiring.is_empty(),
            "{what}: {} batches are expiring, and by /v1/portal its expiry is never",
            balance.expiring.len()
        );
    }
    Ok(())
}

fn entries(context: &Context) -> Verdict {
    let path = format!("/v1/me/ledger?limit={}", context.limit(100));
    let page: Page<LedgerEntry> = mine(context, &path)?;
    let now = &page.as_of;
    for entry in &page.items {
        let what =
            |field: &str| format!("/v1/me/ledger: {} is {}: {field}", entry.id, entry.status);
        due_before(&what("occurred_at"), Some(&entry.occurred_at), now)?;
        match (&entry.status, &entry.available_at, &entry.expires_at) {
            (LedgerStatus::Pending, opens, _) => {
                due_after(&what("available_at"), opens.as_ref(), now)?;
            }
            (LedgerStatus::Posted, opens, _) => {
                due_before(&what("available_at"), opens.as_ref(), now)?;
            }
            (LedgerStatus::Expired, _, lapsed) => {
                due_before(&what("expires_at"), lapsed.as_ref(), now)?;
            }
            _ => {}
        }
    }
    Ok(())
}

fn standing(context: &Context) -> Verdict {
    context.member()?;
    if context.offers("get_standing") {
        let place: Standing = mine(context, "/v1/me/tier")?;
        due_before("/v1/me/tier: since", place.since.as_ref(), &place.as_of)?;
        let end = place.window_ends_at.as_ref();
        due_after("/v1/me/tier: window_ends_at", end, &place.as_of)?;
        let until = place.keep.as_ref().map(|keep| &keep.until);
        due_after("/v1/me/tier: keep/until", until, &place.as_of)?;
        if place.state == StandingState::Grace {
            let until = place.grace_until.as_ref();
            due_after("/v1/me/tier: in grace: grace_until", until, &place.as_of)?;
        }
    }
    if context.offers("get_badges") {
        badges(&mine(context, "/v1/me/badges")?)?;
    }
    if context.offers("list_rewards") {
        upcoming(&mine(
            context,
            &format!("/v1/rewards?limit={}", context.limit(100)),
        )?)?;
    }
    if context.offers("list_redemptions") {
        orders(&mine(context, "/v1/me/redemptions")?)?;
    }
    Ok(())
}

fn badges(all: &Collection) -> Verdict {
    for series in &all.series {
        for badge in &series.badges {
            let what = format!("/v1/me/badges: {} is {}", badge.id, badge.state);
            let earned = badge.earned_at.as_ref();
            due_before(&format!("{what}: earned_at"), earned, &all.as_of)?;
            window(&what, badge, &all.as_of)?;
        }
        for given in &series.completion {
            let is_open = given.state == CompletionState::Claimable;
            let (id, threshold) = (&series.id, given.threshold);
            let what = format!("/v1/me/badges: {id}: claimable at {threshold}: claim_by");
            let end = given.claim_by.as_ref().filter(|_| is_open);
            due_after(&what, end, &all.as_of)?;
        }
    }
    Ok(())
}

/// Whether a badge can be earned when it is said that it can.
fn window(what: &str, badge: &Badge, now: &Told) -> Verdict {
    let (start, end) = (&badge.window.starts_at, &badge.window.ends_at);
    let is_gone = badge.state == BadgeState::Gone && badge.edition.is_none();
    match badge.state {
        BadgeState::Upcoming => {
            due_after(&format!("{what}: window/starts_at"), start.as_ref(), now)
        }
        BadgeState::Locked | BadgeState::InProgress => {
            due_after(&format!("{what}: window/ends_at"), end.as_ref(), now)
        }
        _ if is_gone => due_before(&format!("{what}: window/ends_at"), end.as_ref(), now),
        _ => Ok(()),
    }
}

fn upcoming(page: &RewardPage) -> Verdict {
    for reward in &page.items {
        let verdict = &reward.eligibility;
        let what = format!(
            "/v1/rewards: {} is {}: unlocks_at",
            reward.id, verdict.state
        );
        // When more of what is sold out comes is a guess.
        let is_known = verdict.state != VerdictState::SoldOut;
        let opens = verdict.unlocks_at.as_ref().filter(|_| is_known);
        due_after(&what, opens, &page.as_of)?;
        let again = reward
            .limit
            .as_ref()
            .and_then(|limit| limit.resets_at.as_ref());
        let what = format!("/v1/rewards: {}: limit/resets_at", reward.id);
        due_after(&what, again, &page.as_of)?;
    }
    Ok(())
}

fn orders(page: &Page<Redemption>) -> Verdict {
    for order in &page.items {
        let what = format!("/v1/me/redemptions: {}", order.id);
        due_before(
            &format!("{what}: created_at"),
            Some(&order.created_at),
            &page.as_of,
        )?;
        for (index, step) in order.history.iter().enumerate() {
            due_before(
                &format!("{what}: history/{index}/at"),
                Some(&step.at),
                &page.as_of,
            )?;
        }
    }
    Ok(())
}
