//! Who is no member, or may not act, is offered nothing that would be refused, and told nothing of
//! somebody else.

use palier_contract::{
    VerdictState,
    badge::Collection,
    member::Me,
    reward::{Reward, RewardPage},
    tier::{Requirement, TierLadder},
};

use super::read;
use crate::{
    scenario::{Context, Scenario},
    stop::{Stop, Verdict, ensure},
};

pub(super) const SCENARIOS: &[Scenario] = &[
    read(
        "rewards",
        "who is no member, and who is suspended, is offered no reward to redeem",
        &["list_rewards"],
        offers,
    ),
    read(
        "who-is-asking",
        "what is for everybody tells nobody's name, tier or progress",
        &[],
        progress,
    ),
];

fn catalogue(context: &Context, token: Option<&str>) -> Result<Vec<Reward>, Stop> {
    let path = format!("/v1/rewards?limit={}", context.limit(100));
    let ask = context.client.get(path);
    let ask = token.map_or(ask.clone(), |token| ask.bearer(token));
    Ok(ask.send()?.read::<RewardPage>(200)?.items)
}

fn offers(context: &Context) -> Verdict {
    let people = &context.people;
    let outsiders = [
        ("nobody", None),
        ("a candidate", people.candidate.as_deref()),
        ("a suspended member", people.suspended.as_deref()),
    ];
    for (who, token) in outsiders {
        if who != "nobody" && token.is_none() {
            continue;
        }
        // A suspended member still has a balance.
        let is_poor = who != "a suspended member";
        for reward in catalogue(context, token)? {
            let id = &reward.id;
            let state = &reward.eligibility.state;
            let has_button = reward.actions.contains_key("redeem");
            ensure!(
                *state != VerdictState::Eligible && !has_button,
                "/v1/rewards: for {who} {id} is {state}{}; they may not redeem, and the order would be \
                 refused",
                if has_button {
                    ", and its actions have redeem"
                } else {
                    ""
                }
            );
            let price = reward.prices.iter().find(|price| price.affordable);
            ensure!(
                !is_poor || price.is_none(),
                "/v1/rewards: the price {} of {id} is affordable for {who}, who has no balance",
                price.map_or("", |price| price.id.as_str())
            );
        }
    }
    Ok(())
}

fn progress(context: &Context) -> Verdict {
    let me: Me = context.client.get("/v1/me").send()?.read(200)?;
    ensure!(
        me.alias.is_none() && me.tier.is_none() && me.since.is_none(),
        "/v1/me: without a token there is an alias, a tier or a date of joining; nobody has one"
    );
    if context.offers("list_tiers") {
        let ladder: TierLadder = context.client.get("/v1/tiers").send()?.read(200)?;
        let asks = ladder.tiers.iter().flat_map(|tier| &tier.requirements);
        unreached("/v1/tiers", asks)?;
    }
    if context.offers("list_series") {
        let all: Collection = context.client.get("/v1/series").send()?.read(200)?;
        collected(&all)?;
    }
    Ok(())
}

fn unreached<'a>(path: &str, mut asks: impl Iterator<Item = &'a Requirement>) -> Verdict {
    let told = asks.find(|ask| ask.current.is_some());
    ensure!(
        told.is_none(),
        "{path}: for nobody in particular {} has a current; it is a member's progress",
        told.map_or("", |ask| ask.metric.as_str())
    );
    Ok(())
}

fn collected(all: &Collection) -> Verdict {
    for series in &all.series {
        ensure!(
            series.owned.get() == 0,
            "/v1/series: for nobody in particular {} badges of {} are owned",
            series.owned,
            series.id
        );
        for badge in &series.badges {
            let number = badge.edition.as_ref().and_then(|edition| edition.number);
            ensure!(
                number.is_none() && badge.earned_at.is_none() && !badge.new,
                "/v1/series: for nobody in particular the badge {} has an edition/number, an earned_at \
                 or is new; these are a member's",
                badge.id
            );
            unreached("/v1/series", badge.progress.iter())?;
        }
    }
    Ok(())
}
