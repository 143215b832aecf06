//! What members narrow a list down to is what they get.

use palier_contract::{
    Page,
    ledger::{LedgerEntry, LedgerKind},
    reward::{Reward, RewardPage},
};

use super::{pages::encode, read};
use crate::{
    instants,
    scenario::{Context, Scenario},
    stop::{Stop, Verdict, ensure, skip},
};

pub(super) const SCENARIOS: &[Scenario] = &[
    read(
        "rewards",
        "a category, words and what is affordable narrow the catalogue down",
        &["list_rewards"],
        catalogue,
    ),
    read(
        "points",
        "the ledger can be narrowed down to a span of time",
        &["list_ledger"],
        span,
    ),
    read(
        "rewards",
        "what fits a category, the balance or the words of a title is not left out",
        &["list_rewards"],
        found,
    ),
    read(
        "points",
        "what fits a currency, a kind or a span of time is not left out of the ledger",
        &["list_ledger"],
        kept,
    ),
];

/// Words of no reward.
const NONSENSE: &str = "xqzvw-palier-conformance";

fn rewards(context: &Context, query: &str, token: Option<&str>) -> Result<RewardPage, Stop> {
    let path = format!("/v1/rewards?limit={}{query}", context.limit(100));
    let mut ask = context.client.get(path);
    if let Some(token) = token {
        ask = ask.bearer(token);
    }
    ask.send()?.read(200)
}

fn catalogue(context: &Context) -> Verdict {
    let all = rewards(context, "", None)?;
    for category in &all.categories {
        let query = format!("&category={}", encode(category.id.as_str()));
        let page = rewards(context, &query, None)?;
        let is_in = |reward: &Reward| reward.category_ids.contains(&category.id);
        let stray = page.items.iter().find(|reward| !is_in(reward));
        ensure!(
            stray.is_none() && !page.items.is_empty(),
            "/v1/rewards?category={}: {} is no reward of it; those that are, and no others, are due",
            category.id,
            stray.map_or("nothing", |reward| reward.id.as_str())
        );
    }
    let none = rewards(context, &format!("&q={NONSENSE}"), None)?;
    ensure!(
        none.items.is_empty(),
        "/v1/rewards?q={NONSENSE}: {} rewards have these words; none is due",
        none.items.len()
    );
    if let Some(token) = context.people.member.as_deref() {
        let page = rewards(context, "&affordable=true", Some(token))?;
        let is_affordable = |reward: &Reward| reward.prices.iter().any(|price| price.affordable);
        let stray = page.items.iter().find(|reward| !is_affordable(reward));
        ensure!(
            stray.is_none(),
            "/v1/rewards?affordable=true: {} has no price that is affordable",
            stray.map_or("", |reward| reward.id.as_str())
        );
    }
    Ok(())
}

/// The first reward of a page that is due in another, and is not there.
fn left_out<'a>(due: &'a [Reward], page: &RewardPage) -> Option<&'a str> {
    let is_there = |reward: &Reward| page.items.iter().any(|one| one.id == reward.id);
    // On a later page it may be.
    let is_whole = page.next_cursor.is_none();
    let missing = due.iter().find(|reward| !is_there(reward));
    missing
        .filter(|_| is_whole)
        .map(|reward| reward.id.as_str())
}

fn all_there(query: &str, due: &[Reward], page: &RewardPage) -> Verdict {
    let missing = left_out(due, page);
    ensure!(
        missing.is_none(),
        "/v1/rewards?{}: {} fits, and is not there",
        query.trim_start_matches('&'),
        missing.unwrap_or_default()
    );
    Ok(())
}

fn found(context: &Context) -> Verdict {
    let all = rewards(context, "", None)?;
    for category in &all.categories {
        let is_in = |reward: &&Reward| reward.category_ids.contains(&category.id);
        let due: Vec<_> = all.items.iter().filter(is_in).cloned().collect();
        let query = format!("&category={}", encode(category.id.as_str()));
        all_there(&query, &due, &rewards(context, &query, None)?)?;
    }
    if let Some(first) = all.items.get(..1) {
        let title = first.first().map_or("", |reward| reward.title.as_str());
        let query = format!("&q={}", encode(title));
        all_there(&query, first, &rewards(context, &query, None)?)?;
    }
    let Some(token) = context.people.member.as_deref() else {
        return Ok(());
    };
    let mine = rewards(context, "", Some(token))?;
    let is_affordable = |reward: &&Reward| reward.prices.iter().any(|price| price.affordable);
    let due: Vec<_> = mine.items.iter().filter(is_affordable).cloned().collect();
    let query = "&affordable=true";
    all_there(query, &due, &rewards(context, query, Some(token))?)
}

/// Whether the newest of the entries that fit are the first of those that were asked for.
fn newest_of(query: &str, due: &[&LedgerEntry], there: &[LedgerEntry]) -> Verdict {
    for (index, entry) in due.iter().enumerate() {
        let stands = there.get(index).map_or("nothing", |one| one.id.as_str());
        ensure!(
            stands == entry.id.as_str(),
            "/v1/me/ledger?{}: {stands} is where {} is due, which fits",
            query.trim_start_matches('&'),
            entry.id
        );
    }
    Ok(())
}

fn kept(context: &Context) -> Verdict {
    let all = ledger(context, "")?;
    for currency in &context.portal.currencies {
        let due: Vec<_> = all
            .iter()
            .filter(|one| one.currency == currency.id)
            .collect();
        let query = format!("&currency={}", encode(currency.id.as_str()));
        newest_of(&query, &due, &ledger(context, &query)?)?;
    }
    for kind in LedgerKind::WORDS {
        let due: Vec<_> = all
            .iter()
            .filter(|one| one.kind.as_str() == *kind)
            .collect();
        let query = format!("&kind={kind}");
        newest_of(&query, &due, &ledger(context, &query)?)?;
    }
    let Some(middle) = all.get(all.len() / 2) else {
        return Ok(());
    };
    let at = instants::of(&middle.occurred_at.0)?;
    let mut later = Vec::new();
    for entry in &all {
        if instants::of(&entry.occurred_at.0)? >= at {
            later.push(entry);
        }
    }
    let query = format!("&from={}", encode(&middle.occurred_at.0));
    newest_of(&query, &later, &ledger(context, &query)?)
}

fn ledger(context: &Context, query: &str) -> Result<Vec<LedgerEntry>, Stop> {
    let path = format!("/v1/me/ledger?limit={}{query}", context.limit(100));
    let page: Page<LedgerEntry> = context.get_mine(path)?.send()?.read(200)?;
    Ok(page.items)
}

fn span(context: &Context) -> Verdict {
    let all = ledger(context, "")?;
    let Some(middle) = all.get(all.len() / 2).filter(|_| all.len() > 1) else {
        skip!("the person `member` has fewer than two entries")
    };
    let at = instants::of(&middle.occurred_at.0)?;
    let time = encode(&middle.occurred_at.0);
    for (name, is_in) in [("from", true), ("to", false)] {
        for entry in ledger(context, &format!("&{name}={time}"))? {
            let is_later = instants::of(&entry.occurred_at.0)? >= at;
            ensure!(
                is_later == is_in,
                "/v1/me/ledger?{name}={time}: {} is of {}; `from` includes its instant, `to` does not",
                entry.id,
                entry.occurred_at.0
            );
        }
    }
    Ok(())
}
