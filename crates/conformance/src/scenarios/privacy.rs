//! Nobody reads what is another member's.

use std::collections::BTreeSet;

use palier_contract::{
    Page,
    leaderboard::{Board, BoardList},
    ledger::LedgerEntry,
    member::Me,
    problem::ProblemType,
    redemption::Redemption,
};
use serde_json::json;
use ureq::http::Method;

use super::read;
use crate::{
    scenario::{Context, Scenario},
    stop::{Stop, Verdict, ensure, skip},
};

pub(super) const SCENARIOS: &[Scenario] = &[
    read(
        "who-is-asking",
        "another member's redemption is not found",
        &["list_redemptions", "get_redemption"],
        redemptions,
    ),
    read(
        "who-is-asking",
        "two members share no line of their ledgers",
        &["list_ledger"],
        ledgers,
    ),
    read(
        "leaderboards",
        "a leaderboard tells no member's id",
        &["list_leaderboards", "get_leaderboard"],
        pseudonyms,
    ),
    read(
        "portal-documents",
        "drafts are closed to members and to nobody in particular",
        &["get_draft", "put_draft"],
        drafts,
    ),
    read(
        "resource-by-resource",
        "events are closed to members",
        &["report_event"],
        events,
    ),
    read(
        "who-is-asking",
        "a token in the address is not accepted",
        &["get_balances"],
        token_in_address,
    ),
];

fn redemptions(context: &Context) -> Verdict {
    let path = format!("/v1/me/redemptions?limit={}", context.limit(5));
    let theirs: Page<Redemption> = context
        .client
        .get(path)
        .bearer(context.other()?)
        .send()?
        .read(200)?;
    let Some(one) = theirs.items.first() else {
        skip!("the second member has no redemption")
    };
    let path = format!("/v1/me/redemptions/{}", one.id);
    context
        .get_mine(&path)?
        .send()?
        .problem(&ProblemType::NotFound)?;
    for step in ["reveal", "cancel"] {
        let ask = context.client.post(format!("{path}/{step}"), &json!({}));
        let reply = ask
            .bearer(context.member()?)
            .header("Idempotency-Key", super::shop::key())
            .send()?;
        reply.problem(&ProblemType::NotFound)?;
    }
    Ok(())
}

fn ledgers(context: &Context) -> Verdict {
    let ids = |token: &str| -> Result<BTreeSet<String>, Stop> {
        let path = format!("/v1/me/ledger?limit={}", context.limit(100));
        let ask = context.client.get(path).bearer(token);
        let page: Page<LedgerEntry> = ask.send()?.read(200)?;
        Ok(page.items.into_iter().map(|entry| entry.id.0).collect())
    };
    let (mine, theirs) = (ids(context.member()?)?, ids(context.other()?)?);
    let shared: Vec<_> = mine.intersection(&theirs).collect();
    let first = shared.first().map_or("", |id| id.as_str());
    ensure!(
        shared.is_empty(),
        "{} rows are in both ledgers, {first} among them",
        shared.len()
    );
    Ok(())
}

fn pseudonyms(context: &Context) -> Verdict {
    let mut ids = Vec::new();
    for token in &context.people.crowd {
        let me: Me = context
            .client
            .get("/v1/me")
            .bearer(token)
            .send()?
            .read(200)?;
        ids.extend(me.id);
    }
    let boards: BoardList = context.client.get("/v1/leaderboards").send()?.read(200)?;
    for board in boards.items {
        for view in ["top", "around_me"] {
            let (id, limit) = (&board.id, context.limit(100));
            let path = format!("/v1/leaderboards/{id}?view={view}&limit={limit}");
            let part: Board = context.get_mine(path)?.send()?.read(200)?;
            let mine = part.me.iter().filter_map(|me| me.entry.as_ref());
            let mut rows = part.entries.iter().chain(mine);
            let told = rows.find(|row| ids.iter().any(|id| id.as_str() == row.id.as_str()));
            ensure!(
                told.is_none(),
                "{}: the row {} has its member's id; a pseudonym is due",
                board.id,
                told.map_or("", |row| row.id.as_str())
            );
        }
    }
    Ok(())
}

fn drafts(context: &Context) -> Verdict {
    let path = format!("/v1/portals/{}/draft", context.given.document);
    context
        .client
        .get(&path)
        .send()?
        .problem(&ProblemType::Unauthorised)?;
    context
        .get_mine(&path)?
        .send()?
        .problem(&ProblemType::Forbidden)?;
    let put = context
        .client
        .ask(Method::PUT, &path)
        .json(&json!({}))
        .header("If-Match", "*");
    put.bearer(context.member()?)
        .send()?
        .problem(&ProblemType::Forbidden)?;
    Ok(())
}

fn events(context: &Context) -> Verdict {
    let me: Me = context.get_mine("/v1/me")?.send()?.read(200)?;
    let event = json!({ "id": super::shop::key(), "type": "purchase", "member": me.id,
        "occurred_at": context.portal.server_time, "amount": 100_000 });
    context
        .client
        .post("/v1/events", &event)
        .send()?
        .problem(&ProblemType::Unauthorised)?;
    let mine = context
        .client
        .post("/v1/events", &event)
        .bearer(context.member()?);
    mine.send()?.problem(&ProblemType::Forbidden).map(drop)
}

fn token_in_address(context: &Context) -> Verdict {
    let path = format!("/v1/me/balances?access_token={}", context.member()?);
    context
        .client
        .get(path)
        .send()?
        .problem(&ProblemType::Unauthorised)
        .map(drop)
}
