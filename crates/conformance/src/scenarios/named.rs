//! What a reply names is there: currencies, tiers, values of axes.

use std::collections::BTreeSet;

use palier_contract::{
    ids::{CategoryId, TierId},
    leaderboard::{Board, BoardList},
    reward::RewardPage,
    tier::{Standing, TierLadder},
};
use serde_json::Value;

use super::read;
use crate::{
    reply::Reply,
    scenario::{Context, Scenario},
    schema,
    stop::{Stop, Verdict, ensure},
};

pub(super) const SCENARIOS: &[Scenario] = &[
    read(
        "numbers-ids-times",
        "a currency that is named is one of the portal",
        &[],
        currencies,
    ),
    read(
        "numbers-ids-times",
        "a tier that is named is on the ladder, under its name there",
        &["list_tiers"],
        tiers,
    ),
    read(
        "rewards",
        "a tier that opens a reward is above the member's",
        &["list_rewards", "list_tiers", "get_standing"],
        opened_by,
    ),
    read(
        "numbers-ids-times",
        "tiers, benefits of a tier, categories, boards and periods of a board are listed once",
        &[],
        once,
    ),
    read(
        "numbers-ids-times",
        "categories of a reward are listed, and combinations have one value of each axis, once",
        &["list_rewards"],
        combinations,
    ),
];

/// Replies that name amounts and tiers, with the operation of each.
const PATHS: &[(&str, &str)] = &[
    ("get_me", "/v1/me"),
    ("get_balances", "/v1/me/balances"),
    ("list_ledger", "/v1/me/ledger"),
    ("list_rewards", "/v1/rewards"),
    ("list_redemptions", "/v1/me/redemptions"),
    ("list_tiers", "/v1/tiers"),
    ("get_standing", "/v1/me/tier"),
    ("list_series", "/v1/series"),
    ("get_badges", "/v1/me/badges"),
    ("get_leaderboard", "/v1/leaderboards/default"),
];

/// These replies as the member gets them, or without a member as nobody does.
fn replies(context: &Context) -> Result<Vec<(Reply, Value)>, Stop> {
    let token = context.people.member.as_deref();
    let mut replies = Vec::new();
    for (_, path) in PATHS.iter().filter(|(id, _)| context.offers(id)) {
        let mut ask = context.client.get(*path);
        match token {
            Some(token) => ask = ask.bearer(token),
            None if path.starts_with("/v1/me/") => continue,
            None => {}
        }
        let reply = ask.send()?;
        let body = reply.read_json(200)?;
        replies.push((reply, body));
    }
    Ok(replies)
}

fn currencies(context: &Context) -> Verdict {
    for (reply, body) in replies(context)? {
        for (at, id) in schema::named("CurrencyId", &reply, &body) {
            let known = context.portal.currencies.iter();
            let known: Vec<_> = known.map(|one| one.id.as_str()).collect();
            let id = id.as_str().unwrap_or_default();
            ensure!(
                known.contains(&id),
                "{}: {at} is {id:?}; /v1/portal has {}",
                reply.path,
                known.join(", ")
            );
        }
    }
    Ok(())
}

fn ladder(context: &Context) -> Result<TierLadder, Stop> {
    context.client.get("/v1/tiers").send()?.read(200)
}

fn tiers(context: &Context) -> Verdict {
    let ladder = ladder(context)?;
    let ids: Vec<_> = ladder.tiers.iter().map(|tier| tier.id.as_str()).collect();
    for (reply, body) in replies(context)? {
        for (at, id) in schema::named("TierId", &reply, &body) {
            let id = id.as_str().unwrap_or_default();
            ensure!(
                ids.contains(&id),
                "{}: {at} is {id:?}; /v1/tiers has {}",
                reply.path,
                ids.join(", ")
            );
        }
        for (at, tier) in schema::named("TierRef", &reply, &body) {
            let text = |field: &str| tier.get(field).and_then(Value::as_str).unwrap_or_default();
            let mut tiers = ladder.tiers.iter();
            let due = tiers.find(|one| one.id.as_str() == text("id"));
            let due = due.map_or("", |one| one.name.as_str());
            ensure!(
                text("name") == due,
                "{}: {at}/name is {:?}; on the ladder {} is called {due:?}",
                reply.path,
                text("name"),
                text("id")
            );
        }
    }
    rows(context, &ladder)
}

/// Rows of a leaderboard tell a tier by its name alone.
fn rows(context: &Context, ladder: &TierLadder) -> Verdict {
    if !context.offers("list_leaderboards") || !context.offers("get_leaderboard") {
        return Ok(());
    }
    let boards: BoardList = context.client.get("/v1/leaderboards").send()?.read(200)?;
    for summary in boards.items {
        let path = format!("/v1/leaderboards/{}", summary.id);
        let board: Board = context.client.get(path).send()?.read(200)?;
        let is_known = |name: &String| ladder.tiers.iter().any(|tier| tier.name == *name);
        for row in board.entries {
            let stray = row.tier.filter(|name| !is_known(name));
            ensure!(
                stray.is_none(),
                "/v1/leaderboards/{}: the tier of row {} is {:?}, which is no tier's name on the ladder",
                summary.id,
                row.id,
                stray.unwrap_or_default()
            );
        }
    }
    Ok(())
}

fn mine(context: &Context) -> Result<RewardPage, Stop> {
    let path = format!("/v1/rewards?limit={}", context.limit(100));
    context.get_mine(path)?.send()?.read(200)
}

fn opened_by(context: &Context) -> Verdict {
    let ladder = ladder(context)?;
    let place = |id: &TierId| ladder.tiers.iter().position(|tier| tier.id == *id);
    let standing: Standing = context.get_mine("/v1/me/tier")?.send()?.read(200)?;
    let Some(held) = &standing.current else {
        return Ok(());
    };
    for reward in mine(context)?.items {
        let verdict = &reward.eligibility;
        let is_locked = verdict.state == palier_contract::VerdictState::TierLocked;
        let Some(needed) = verdict.required_tier.as_ref().filter(|_| is_locked) else {
            continue;
        };
        ensure!(
            place(&needed.id).is_some_and(|needed| place(held).is_none_or(|held| held < needed)),
            "/v1/rewards: {} is tier_locked until {}, and the member is at {held}; a tier above theirs \
             is due",
            reward.id,
            needed.id
        );
    }
    Ok(())
}

/// Whether no two things have the same id.
fn distinct<'a>(what: &str, ids: impl Iterator<Item = &'a str>) -> Verdict {
    let mut seen = BTreeSet::new();
    for id in ids {
        ensure!(seen.insert(id), "{what} {id:?} comes twice");
    }
    Ok(())
}

fn once(context: &Context) -> Verdict {
    if context.offers("list_tiers") {
        let tiers = ladder(context)?.tiers;
        distinct(
            "/v1/tiers: the tier",
            tiers.iter().map(|tier| tier.id.as_str()),
        )?;
        for tier in &tiers {
            let what = format!("/v1/tiers: the benefit of {}", tier.id);
            distinct(&what, tier.benefits.iter().map(|one| one.id.as_str()))?;
        }
    }
    if context.offers("list_rewards") {
        let page: RewardPage = context.client.get("/v1/rewards").send()?.read(200)?;
        let ids = page.categories.iter().map(|category| category.id.as_str());
        distinct("/v1/rewards: the category", ids)?;
    }
    if context.offers("list_leaderboards") {
        let boards: BoardList = context.client.get("/v1/leaderboards").send()?.read(200)?;
        let ids = boards.items.iter().map(|board| board.id.as_str());
        distinct("/v1/leaderboards: the board", ids)?;
        for board in &boards.items {
            let what = format!("/v1/leaderboards: the period of {}", board.id);
            distinct(
                &what,
                board.periods.iter().map(|period| period.key.as_str()),
            )?;
        }
    }
    Ok(())
}

fn combinations(context: &Context) -> Verdict {
    let path = format!("/v1/rewards?limit={}", context.limit(100));
    let page: RewardPage = context.client.get(path).send()?.read(200)?;
    filed(&page)?;
    if context.people.member.is_some() {
        filed(&mine(context)?)?;
    }
    Ok(())
}

fn filed(page: &RewardPage) -> Verdict {
    for reward in &page.items {
        let known = |id: &CategoryId| page.categories.iter().any(|category| category.id == *id);
        let stray = reward.category_ids.iter().find(|id| !known(id));
        ensure!(
            stray.is_none(),
            "/v1/rewards: {} is filed under {}, which is not listed",
            reward.id,
            stray.map_or("", |id| id.as_str())
        );
        let mut seen = Vec::new();
        for combination in &reward.combinations {
            let chosen = &combination.value_ids;
            let words: Vec<_> = chosen.iter().map(|id| id.as_str()).collect();
            let words = words.join(", ");
            let mut pairs = reward.axes.iter().zip(chosen);
            let is_known = pairs.all(|(axis, id)| axis.values.iter().any(|value| value.id == *id));
            ensure!(
                is_known && chosen.len() == reward.axes.len(),
                "/v1/rewards: {}: the combination {words} has not one value of each axis, in their order",
                reward.id
            );
            ensure!(
                !seen.contains(&chosen),
                "/v1/rewards: {}: the combination {words} comes twice",
                reward.id
            );
            seen.push(chosen);
        }
    }
    Ok(())
}
