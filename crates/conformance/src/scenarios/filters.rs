//! What members narrow a list down to is what they get.

use palier_contract::{
    Page,
    ledger::LedgerEntry,
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
