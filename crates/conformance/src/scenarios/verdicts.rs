//! What a member is told of a reward: why not, by how much, and the same wherever they look.

use palier_contract::{
    VerdictState,
    reward::{Reward, RewardPage, Stock, StockBand, StockMode},
};

use super::read;
use crate::{
    scenario::{Context, Scenario},
    stop::{Stop, Verdict, ensure},
};

pub(super) const SCENARIOS: &[Scenario] = &[
    read(
        "rewards",
        "whoever may not redeem is told why, by how much, and is offered no button",
        &["list_rewards"],
        reasons,
    ),
    read(
        "rewards",
        "the member is told the same of a reward in the catalogue and by itself",
        &["list_rewards", "get_reward"],
        alike,
    ),
];

fn mine(context: &Context) -> Result<Vec<Reward>, Stop> {
    let path = format!("/v1/rewards?limit={}", context.limit(100));
    let page: RewardPage = context.get_mine(path)?.send()?.read(200)?;
    Ok(page.items)
}

fn reasons(context: &Context) -> Verdict {
    for reward in mine(context)? {
        let (id, verdict) = (&reward.id, &reward.eligibility);
        let state = &verdict.state;
        ensure!(
            *state == VerdictState::Eligible || verdict.message.is_some(),
            "/v1/rewards: {id} is {state}, and eligibility has no message that says so"
        );
        ensure!(
            *state == VerdictState::Eligible || !reward.actions.contains_key("redeem"),
            "/v1/rewards: {id} is {state}, and its actions have redeem; the button would be refused"
        );
        ensure!(
            *state != VerdictState::Short || !verdict.missing.is_empty(),
            "/v1/rewards: {id} is short, and eligibility.missing does not say by how much"
        );
        ensure!(
            *state != VerdictState::TierLocked || verdict.required_tier.is_some(),
            "/v1/rewards: {id} is tier_locked, and eligibility.required_tier does not say by which"
        );
        let stocks = reward.combinations.iter().map(|one| &one.stock);
        for stock in stocks.chain([&reward.stock]) {
            let left = stock.remaining.map_or(0, |left| left.get());
            ensure!(left >= 0, "/v1/rewards: {left} are left of {id}");
        }
        ensure!(
            *state != VerdictState::Eligible || !is_gone(&reward.stock),
            "/v1/rewards: {id} is eligible, and nothing is left of it; sold_out is due"
        );
    }
    Ok(())
}

pub(super) fn is_gone(stock: &Stock) -> bool {
    let is_out = stock.band == Some(StockBand::None);
    stock.mode == StockMode::Limited && stock.remaining.map_or(is_out, |left| left.get() == 0)
}

fn alike(context: &Context) -> Verdict {
    for listed in mine(context)?.iter().take(10) {
        let path = format!("/v1/rewards/{}", listed.id);
        let alone: Reward = context.get_mine(path)?.send()?.read(200)?;
        let (list, one) = (&listed.eligibility.state, &alone.eligibility.state);
        ensure!(
            list == one,
            "/v1/rewards/{}: {one}, and {list} in the catalogue",
            listed.id
        );
        let redeem = |reward: &Reward| reward.actions.contains_key("redeem");
        ensure!(
            redeem(listed) == redeem(&alone),
            "/v1/rewards/{}: the action redeem is there or in the catalogue, not in both",
            listed.id
        );
        ensure!(
            listed.prices == alone.prices && listed.price_version == alone.price_version,
            "/v1/rewards/{}: other prices than in the catalogue, or another price_version",
            listed.id
        );
        ensure!(
            listed.limit == alone.limit && listed.eligibility.missing == alone.eligibility.missing,
            "/v1/rewards/{}: another limit than in the catalogue, or something else is missing",
            listed.id
        );
        ensure!(
            listed.stock == alone.stock,
            "/v1/rewards/{}: another stock than in the catalogue",
            listed.id
        );
    }
    Ok(())
}
