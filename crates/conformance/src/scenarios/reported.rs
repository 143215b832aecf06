//! Events that the brand's systems report: each counts once.

use palier_contract::{
    Amount,
    balance::{Balance, Balances},
    event::{EventOutcome, EventReceipt},
    member::Me,
    problem::ProblemType,
};
use serde_json::json;

use super::shop::{key, sum};
use crate::{
    reply::Reply,
    scenario::{Context, Profile, Scenario},
    stop::{Stop, Verdict, ensure, skip},
};

pub(super) const SCENARIOS: &[Scenario] = &[Scenario {
    profile: Profile::Redeem,
    section: "resource-by-resource",
    rule: "an event that is reported twice counts once",
    needs: &["report_event", "get_me", "get_balances"],
    check: once,
}];

fn balances(context: &Context) -> Result<Vec<Balance>, Stop> {
    let reply = context.get_mine("/v1/me/balances")?.send()?;
    Ok(reply.read::<Balances>(200)?.balances)
}

fn available(balances: &[Balance]) -> String {
    let each = balances.iter().map(|one| Amount {
        currency: one.currency.clone(),
        value: one.available,
    });
    sum(&each.collect::<Vec<_>>())
}

fn once(context: &Context) -> Verdict {
    let me: Me = context.get_mine("/v1/me")?.send()?.read(200)?;
    let event = json!({
        "id": format!("conformance-{}", key()), "type": context.given.event, "member": me.id,
        "occurred_at": context.portal.server_time, "amount": 100,
    });
    let report = || -> Result<Reply, Stop> {
        let ask = context.client.post("/v1/events", &event);
        ask.bearer(context.api_key()?).send()
    };
    let first = report()?;
    if first.status == 422 {
        let problem = first.problem(&ProblemType::Invalid)?;
        if problem.errors.iter().any(|error| error.pointer == "/type") {
            skip!("no event {:?}; name one with --event", context.given.event);
        }
    }
    let first: EventReceipt = first.read(200)?;
    let held = balances(context)?;
    let second: EventReceipt = report()?.read(200)?;
    let outcomes = (&first.outcome, &second.outcome);
    let due = (&EventOutcome::Accepted, &EventOutcome::Duplicate);
    ensure!(
        outcomes == due,
        "the outcomes are {} and {}; accepted and duplicate are due",
        first.outcome,
        second.outcome
    );
    let after = balances(context)?;
    ensure!(
        held == after,
        "the second report changed the balances: {} became {}",
        available(&held),
        available(&after)
    );
    Ok(())
}
