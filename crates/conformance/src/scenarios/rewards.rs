//! The catalogue: for nobody in particular, and for the member.

use std::fmt::Display;

use palier_contract::{
    VerdictState,
    reward::{Reward, RewardPage},
};

use super::read;
use crate::{
    scenario::{Context, Scenario},
    stop::{Stop, Verdict, ensure},
};

pub(super) const SCENARIOS: &[Scenario] = &[
    read(
        "rewards",
        "the catalogue is public and asks to sign in",
        &["list_rewards"],
        catalogue,
    ),
    read(
        "actions",
        "what the member may redeem offers the step that does it",
        &["list_rewards", "create_redemption"],
        offered,
    ),
    read(
        "rewards",
        "each reward by itself",
        &["list_rewards", "get_reward"],
        each_reward,
    ),
];

fn first_page(context: &Context, token: Option<&str>) -> Result<RewardPage, Stop> {
    let path = format!("/v1/rewards?limit={}", context.limit(100));
    let mut ask = context.client.get(path);
    if let Some(token) = token {
        ask = ask.bearer(token);
    }
    ask.send()?.read(200)
}

fn catalogue(context: &Context) -> Verdict {
    let page = first_page(context, None)?;
    ensure!(!page.items.is_empty(), "the catalogue is empty");
    for reward in &page.items {
        ensure!(
            reward.eligibility.state != VerdictState::Eligible,
            "{} is eligible for nobody in particular; sign_in_required is due",
            reward.id
        );
        ensure!(!reward.prices.is_empty(), "{} has no price", reward.id);
        for category in &reward.category_ids {
            let listed = page.categories.iter().any(|listed| listed.id == *category);
            ensure!(
                listed,
                "{} is filed under {category}, which is not listed",
                reward.id
            );
        }
    }
    Ok(())
}

fn offered(context: &Context) -> Verdict {
    let page = first_page(context, Some(context.member()?))?;
    for reward in &page.items {
        let eligible = reward.eligibility.state == VerdictState::Eligible;
        ensure!(
            !eligible || reward.actions.contains_key("redeem"),
            "{} is eligible, and its actions are {}; redeem is due, without it no button appears",
            reward.id,
            in_words(reward.actions.keys())
        );
        ensure!(
            !eligible || reward.prices.iter().any(|price| price.affordable),
            "{} is eligible, and none of its prices is affordable; what is left out counts as false",
            reward.id
        );
    }
    Ok(())
}

fn in_words<T: Display>(names: impl Iterator<Item = T>) -> String {
    let names: Vec<String> = names.map(|name| name.to_string()).collect();
    if names.is_empty() {
        "none".to_owned()
    } else {
        names.join(", ")
    }
}

fn each_reward(context: &Context) -> Verdict {
    for listed in first_page(context, None)?.items.iter().take(10) {
        let path = format!("/v1/rewards/{}", listed.id);
        let reward: Reward = context.client.get(path).send()?.read(200)?;
        ensure!(
            reward.id == listed.id,
            "asked for {}, got {}",
            listed.id,
            reward.id
        );
        ensure!(
            reward.prices == listed.prices,
            "{}: list and detail differ in price",
            listed.id
        );
        let axes = reward.axes.len();
        let whole = reward
            .combinations
            .iter()
            .all(|c| c.value_ids.len() == axes);
        ensure!(
            whole,
            "{}: a combination has not one value per axis",
            reward.id
        );
    }
    Ok(())
}
