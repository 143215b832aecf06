//! Every `GET` answers with what its schema says.

use palier_contract::{
    Page,
    badge::Collection,
    balance::Balances,
    document::PortalDocument,
    leaderboard::{Board, BoardList},
    ledger::LedgerEntry,
    member::{Me, MemberState},
    redemption::Redemption,
    reward::{Reward, RewardPage},
    tier::{Standing, TierLadder},
};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::read;
use crate::{
    client::Reply,
    instants,
    scenario::{Context, Scenario},
    stop::{Stop, Verdict, ensure},
};

pub(super) const SCENARIOS: &[Scenario] = &[
    read(
        "nobody is told that they are anonymous",
        &["get_me"],
        anonymous,
    ),
    read("the member is described", &["get_me"], |c| {
        mine::<Me>(c, "/v1/me")
    }),
    read(
        "balances say what they add up to",
        &["get_balances"],
        balances,
    ),
    read("the ladder of tiers is public", &["list_tiers"], |c| {
        public::<TierLadder>(c, "/v1/tiers")
    }),
    read("the member's place on the ladder", &["get_standing"], |c| {
        mine::<Standing>(c, "/v1/me/tier")
    }),
    read("series are public", &["list_series"], |c| {
        public::<Collection>(c, "/v1/series")
    }),
    read("the member's badges", &["get_badges"], |c| {
        mine::<Collection>(c, "/v1/me/badges")
    }),
    read("a secret badge keeps its secret", &["list_series"], secrets),
    read("the ledger", &["list_ledger"], |c| {
        mine::<Page<LedgerEntry>>(c, "/v1/me/ledger")
    }),
    read("redemptions", &["list_redemptions"], |c| {
        mine::<Page<Redemption>>(c, "/v1/me/redemptions")
    }),
    read(
        "the catalogue is public and asks to sign in",
        &["list_rewards"],
        catalogue,
    ),
    read(
        "each reward by itself",
        &["list_rewards", "get_reward"],
        each_reward,
    ),
    read(
        "each board in each view",
        &["list_leaderboards", "get_leaderboard"],
        each_board,
    ),
    read(
        "the published document is public",
        &["get_portal_document"],
        document,
    ),
    read(
        "unknown query parameters are ignored",
        &["list_tiers"],
        |c| public::<TierLadder>(c, "/v1/tiers?x_unknown=1"),
    ),
];

fn public<T: DeserializeOwned>(context: &Context, path: &str) -> Verdict {
    let reply = context.client.get(path).send()?;
    checked::<T>(&reply).map(drop)
}

fn mine<T: DeserializeOwned>(context: &Context, path: &str) -> Verdict {
    let reply = context.get_mine(path)?.send()?;
    checked::<T>(&reply).map(drop)
}

/// The decoded reply, whose media type is JSON and whose instants are RFC 3339.
fn checked<T: DeserializeOwned>(reply: &Reply) -> Result<T, Stop> {
    let decoded = reply.read(200)?;
    let kind = reply.media_type();
    ensure!(
        kind == "application/json",
        "{}: of type {kind:?}",
        reply.path
    );
    let raw: Value = reply.decode()?;
    instants::check(&reply.path, &raw)?;
    Ok(decoded)
}

fn anonymous(context: &Context) -> Verdict {
    let me: Me = checked(&context.client.get("/v1/me").send()?)?;
    ensure!(
        me.state == MemberState::Anonymous,
        "the state is {}",
        me.state
    );
    ensure!(me.id.is_none(), "nobody has the id {:?}", me.id);
    Ok(())
}

fn balances(context: &Context) -> Verdict {
    let balances: Balances = checked(&context.get_mine("/v1/me/balances")?.send()?)?;
    for balance in &balances.balances {
        let batches = balance
            .pending_batches
            .iter()
            .map(|batch| batch.amount.get());
        let (sum, pending) = (batches.sum::<i64>(), balance.pending.get());
        let currency = &balance.currency;
        ensure!(
            sum == pending,
            "{currency}: batches add up to {sum}, pending says {pending}"
        );
        let lapsing: i64 = balance
            .expiring
            .iter()
            .map(|batch| batch.amount.get())
            .sum();
        let held = balance.available.get().max(0) + balance.reserved.get() + pending;
        ensure!(
            lapsing <= held,
            "{currency}: {lapsing} will lapse, but only {held} are held"
        );
    }
    let listed: Vec<_> = balances
        .balances
        .iter()
        .map(|balance| &balance.currency)
        .collect();
    let offered: Vec<_> = context
        .portal
        .currencies
        .iter()
        .map(|currency| &currency.id)
        .collect();
    ensure!(
        listed == offered,
        "balances of {listed:?}, currencies {offered:?}"
    );
    Ok(())
}

fn secrets(context: &Context) -> Verdict {
    let collection: Collection = checked(&context.client.get("/v1/series").send()?)?;
    for badge in collection.series.iter().flat_map(|series| &series.badges) {
        let kept = badge.title.is_none() && badge.criteria.is_none();
        let secret = badge.state == palier_contract::badge::BadgeState::Secret;
        ensure!(
            kept || !secret,
            "the secret badge {} tells its name",
            badge.id
        );
    }
    Ok(())
}

fn catalogue(context: &Context) -> Verdict {
    let page: RewardPage = checked(&context.client.get("/v1/rewards?limit=100").send()?)?;
    ensure!(!page.items.is_empty(), "the catalogue is empty");
    for reward in &page.items {
        let state = &reward.eligibility.state;
        let eligible = *state == palier_contract::VerdictState::Eligible;
        ensure!(
            !eligible,
            "{} is eligible for nobody in particular",
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

fn each_reward(context: &Context) -> Verdict {
    let page: RewardPage = context
        .client
        .get("/v1/rewards?limit=100")
        .send()?
        .read(200)?;
    for listed in page.items.iter().take(10) {
        let path = format!("/v1/rewards/{}", listed.id);
        let reward: Reward = checked(&context.client.get(path).send()?)?;
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

fn each_board(context: &Context) -> Verdict {
    let boards: BoardList = checked(&context.client.get("/v1/leaderboards").send()?)?;
    for board in &boards.items {
        ensure!(!board.periods.is_empty(), "{} has no period", board.id);
        for view in ["top", "around_me"] {
            let path = format!("/v1/leaderboards/{}?view={view}", board.id);
            let part: Board = checked(&context.client.get(path).send()?)?;
            ensure!(
                part.id == board.id,
                "asked for {}, got {}",
                board.id,
                part.id
            );
            ensure!(part.me.is_none(), "{}: nobody has a place", board.id);
        }
    }
    Ok(())
}

fn document(context: &Context) -> Verdict {
    let path = format!("/v1/portals/{}", context.given.document);
    let reply = context.client.get(path).send()?;
    context.has_portal(&reply)?;
    checked::<PortalDocument>(&reply).map(drop)
}
