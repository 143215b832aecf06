//! People who are not simply members: candidates, the suspended, those on no leaderboard.

use palier_contract::{
    Page,
    badge::Collection,
    balance::Balances,
    leaderboard::{Board, BoardList},
    ledger::LedgerEntry,
    member::{Me, MemberState},
    problem::ProblemType,
    redemption::{Choice, Quote},
    reward::RewardPage,
    tier::{Standing, StandingState},
};
use serde_json::json;
use ureq::http::Method;

use super::{
    read,
    shop::{key, order, request},
};
use crate::{
    reply::Reply,
    scenario::{Context, Profile, Scenario},
    stop::{Stop, Verdict, ensure, skip},
};

pub(super) const SCENARIOS: &[Scenario] = &[
    read(
        "who-is-asking",
        "who has not joined has nothing yet, which is no error",
        &["get_me"],
        candidate_reads,
    ),
    read(
        "who-is-asking",
        "who has not joined can change nothing",
        &["update_preferences"],
        candidate_changes,
    ),
    read(
        "who-is-asking",
        "a suspended member is told so, sees what they have, and can change nothing",
        &["get_me", "update_preferences"],
        suspended,
    ),
    Scenario {
        profile: Profile::Redeem,
        section: "who-is-asking",
        rule: "a suspended member cannot redeem",
        needs: &["list_rewards", "quote_redemption", "create_redemption"],
        check: suspended_order,
    },
    read(
        "leaderboards",
        "who opted out is in nobody's list, and alone is told their score",
        &["get_me", "list_leaderboards", "get_leaderboard"],
        opted_out,
    ),
];

fn me(context: &Context, token: &str) -> Result<Me, Stop> {
    let ask = context.client.get("/v1/me").bearer(token);
    ask.send()?.read(200)
}

/// Changes nothing, and still is a change.
fn no_change(context: &Context, token: &str) -> Result<Reply, Stop> {
    let ask = context.client.ask(Method::PATCH, "/v1/me/preferences");
    ask.bearer(token).json(&json!({})).send()
}

fn candidate_reads(context: &Context) -> Verdict {
    let token = context.candidate()?;
    let state = me(context, token)?.state;
    ensure!(
        state == MemberState::Candidate,
        "/v1/me: the state is {state}; candidate is due"
    );
    let read = |id: &str, path: &str| -> Result<Option<Reply>, Stop> {
        let ask = context.client.get(path).bearer(token);
        context.offers(id).then(|| ask.send()).transpose()
    };
    if let Some(reply) = read("get_balances", "/v1/me/balances")? {
        let held = reply.read::<Balances>(200)?.balances;
        ensure!(
            held.is_empty(),
            "/v1/me/balances: a candidate has {} balances; none are due",
            held.len()
        );
    }
    if let Some(reply) = read("list_ledger", "/v1/me/ledger")? {
        let rows = reply.read::<Page<LedgerEntry>>(200)?.items;
        ensure!(
            rows.is_empty(),
            "/v1/me/ledger: a candidate has {} rows; none are due",
            rows.len()
        );
    }
    if let Some(reply) = read("get_standing", "/v1/me/tier")? {
        let state = reply.read::<Standing>(200)?.state;
        ensure!(
            state == StandingState::NoTier,
            "/v1/me/tier: a candidate's state is {state}; no_tier is due"
        );
    }
    if let Some(reply) = read("get_badges", "/v1/me/badges")? {
        let series = reply.read::<Collection>(200)?.series;
        let begun = series.iter().find(|one| one.owned.get() > 0);
        let begun = begun.map_or("", |series| series.id.as_str());
        ensure!(
            begun.is_empty(),
            "/v1/me/badges: a candidate has badges of {begun}; none are due"
        );
    }
    Ok(())
}

fn candidate_changes(context: &Context) -> Verdict {
    let reply = no_change(context, context.candidate()?)?;
    reply.problem(&ProblemType::NotEnrolled).map(drop)
}

fn suspended(context: &Context) -> Verdict {
    let token = context.suspended()?;
    let me = me(context, token)?;
    ensure!(
        me.state == MemberState::Suspended,
        "/v1/me: the state is {}; suspended is due",
        me.state
    );
    ensure!(
        me.message.is_some(),
        "/v1/me: no message says why they are suspended"
    );
    if context.offers("get_balances") {
        let ask = context.client.get("/v1/me/balances").bearer(token);
        ask.send()?.read::<Balances>(200)?;
    }
    let reply = no_change(context, token)?;
    reply.problem(&ProblemType::Suspended).map(drop)
}

fn suspended_order(context: &Context) -> Verdict {
    let token = context.suspended()?;
    let path = format!("/v1/rewards?limit={}", context.limit(100));
    let ask = context.client.get(path).bearer(token);
    let page: RewardPage = ask.send()?.read(200)?;
    let mut plain = page
        .items
        .iter()
        .filter(|reward| reward.axes.is_empty() && reward.personalisation.is_empty());
    let Some((reward, price)) = plain.find_map(|one| Some((one, one.prices.first()?))) else {
        skip!("no reward is without options")
    };
    let choice = Choice {
        reward_id: reward.id.clone(),
        price_id: price.id.clone(),
        variant: Vec::new(),
        personalisation: Vec::new(),
    };
    let ask = context.client.post("/v1/redemptions/quote", &json!(choice));
    let quoted = ask.bearer(token).send()?;
    if quoted.status != 200 {
        return quoted.problem(&ProblemType::Suspended).map(drop);
    }
    let quote: Quote = quoted.read(200)?;
    let reply = order(context, token, &key(), &request(&choice, &quote))?;
    reply.problem(&ProblemType::Suspended).map(drop)
}

fn opted_out(context: &Context) -> Verdict {
    let token = context.opted_out()?;
    let me = me(context, token)?;
    ensure!(
        me.preferences.leaderboard_opt_out,
        "the person opted_out has not opted out"
    );
    let boards: BoardList = context.client.get("/v1/leaderboards").send()?.read(200)?;
    let (mut has_score, limit) = (false, context.limit(100));
    for summary in boards.items {
        for view in ["top", "around_me"] {
            let path = format!("/v1/leaderboards/{}?view={view}&limit={limit}", summary.id);
            let own: Board = context.client.get(path).bearer(token).send()?.read(200)?;
            let row = own.entries.iter().find(|row| row.is_me);
            ensure!(
                row.is_none(),
                "{} ({view}): they see themselves in the list",
                own.id
            );
            let Some(place) = own.me else {
                return Err(Stop::Broken(format!("{}: they have no `me`", own.id)));
            };
            ensure!(place.entry.is_none(), "{}: they have a place", own.id);
            ensure!(place.opted_out, "{}: `me` does not say why", own.id);
            has_score |= place.score.is_some();
        }
        let path = format!("/v1/leaderboards/{}?limit={limit}", summary.id);
        let public: Board = context.client.get(path).send()?.read(200)?;
        let named = public
            .entries
            .iter()
            .find(|row| row.name.is_some() && row.name == me.alias);
        let named = named
            .and_then(|row| row.name.as_deref())
            .unwrap_or_default();
        ensure!(
            named.is_empty(),
            "{}: everybody sees {named} in the list",
            public.id
        );
    }
    ensure!(has_score, "no board tells them their score");
    Ok(())
}
