//! What a member is told of a reward: why not, by how much, and the same wherever they look.

use palier_contract::{
    Timestamp, VerdictState,
    reward::{MemberLimit, Reward, RewardPage, Stock, StockBand, StockMode},
};

use super::read;
use crate::{
    instants,
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
        "the reason why not fits the member, the stock, the limit and the time",
        &["list_rewards"],
        fitting,
    ),
    read(
        "rewards",
        "the member is told the same of a reward in the catalogue and by itself",
        &["list_rewards", "get_reward"],
        alike,
    ),
];

fn first_page(context: &Context) -> Result<RewardPage, Stop> {
    let path = format!("/v1/rewards?limit={}", context.limit(100));
    context.get_mine(path)?.send()?.read(200)
}

fn mine(context: &Context) -> Result<Vec<Reward>, Stop> {
    Ok(first_page(context)?.items)
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

fn fitting(context: &Context) -> Verdict {
    let page = first_page(context)?;
    let now = instants::of(&page.as_of.0)?;
    for reward in &page.items {
        let (id, state) = (&reward.id, &reward.eligibility.state);
        let (limit, window) = (reward.limit.as_ref(), &reward.availability);
        let at = |time: Option<&Timestamp>| time.map(|time| instants::of(&time.0)).transpose();
        let (start, end) = (at(window.starts_at.as_ref())?, at(window.ends_at.as_ref())?);
        let beside = match state {
            VerdictState::SoldOut if has_some(reward) => "some are left",
            VerdictState::LimitReached if limit.is_some_and(|limit| limit.remaining.get() > 0) => {
                "limit.remaining is above nought"
            }
            VerdictState::Upcoming if start.is_some_and(|start| start <= now) => {
                "its availability has begun"
            }
            VerdictState::Ended if end.is_some_and(|end| end > now) => {
                "its availability has not ended"
            }
            VerdictState::SignInRequired | VerdictState::NotEnrolled | VerdictState::Suspended => {
                "the reader is a member who may act"
            }
            _ => "",
        };
        ensure!(
            beside.is_empty(),
            "/v1/rewards: {id} is {state}, and {beside}"
        );
        let is_within =
            |limit: &MemberLimit| (0..=limit.per_member.get()).contains(&limit.remaining.get());
        ensure!(
            limit.is_none_or(is_within),
            "/v1/rewards: {id}: limit.remaining is not from 0 to limit.per_member"
        );
    }
    Ok(())
}

/// Whether it says that some are left, of a combination if it comes in several.
fn has_some(reward: &Reward) -> bool {
    let is_left = |stock: &Stock| {
        let some = matches!(stock.band, Some(StockBand::Plenty | StockBand::Low));
        let some = stock.remaining.map_or(some, |left| left.get() > 0);
        stock.mode == StockMode::Unlimited || some
    };
    match reward.combinations.as_slice() {
        [] => is_left(&reward.stock),
        all => all.iter().any(|one| is_left(&one.stock)),
    }
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
        let is_as_listed = listed.kind == alone.kind
            && listed.category_ids == alone.category_ids
            && listed.axes == alone.axes
            && listed.combinations == alone.combinations
            && listed.personalisation == alone.personalisation
            && listed.availability == alone.availability
            && listed.needs_address == alone.needs_address;
        ensure!(
            is_as_listed,
            "/v1/rewards/{}: another kind, category, axis, combination, personalisation, availability or \
             needs_address than in the catalogue",
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
