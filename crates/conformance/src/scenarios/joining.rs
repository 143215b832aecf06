//! Joining by a button: for whoever is asked nothing, for whom it would change nothing, and on which terms.

use palier_contract::{
    member::{Me, MemberState},
    problem::ProblemType,
};
use serde_json::{Value, json};

use super::read;
use crate::{
    reply::Reply,
    scenario::{Context, Profile, Scenario},
    stop::{Stop, Verdict, ensure, skip},
};

const PATH: &str = "/v1/me/join";

pub(super) const SCENARIOS: &[Scenario] = &[
    read(
        "joining",
        "joining needs a token",
        &["join_programme"],
        anonymous,
    ),
    Scenario {
        profile: Profile::Live,
        section: "joining",
        rule: "who is a member stays as they are when they join again",
        needs: &["join_programme"],
        check: again,
    },
    Scenario {
        profile: Profile::Live,
        section: "joining",
        rule: "nobody joins on terms that are not those of today",
        needs: &["join_programme"],
        check: other_terms,
    },
];

fn join(context: &Context, token: &str, body: &Value) -> Result<Reply, Stop> {
    context.client.post(PATH, body).bearer(token).send()
}

fn anonymous(context: &Context) -> Verdict {
    let reply = context.client.post(PATH, &json!({})).send()?;
    reply.problem(&ProblemType::Unauthorised).map(drop)
}

fn again(context: &Context) -> Verdict {
    let before: Me = context.get_mine("/v1/me")?.send()?.read(200)?;
    for _ in 0..2 {
        let after: Me = join(context, context.member()?, &json!({}))?.read(200)?;
        ensure!(
            after == before,
            "{PATH}: the member is another now: {after:?} instead of {before:?}"
        );
    }
    Ok(())
}

fn other_terms(context: &Context) -> Verdict {
    let token = context.candidate()?;
    let me = |told: &Context| -> Result<Me, Stop> {
        told.client.get("/v1/me").bearer(token).send()?.read(200)
    };
    let before = me(context)?;
    let is_sent = |step: &palier_contract::Action| step.method == "POST";
    ensure!(
        before.actions.get("join").is_some_and(is_sent),
        "/v1/me: a candidate has no actions.join with the method POST"
    );
    let Some(terms) = before.terms else {
        skip!("joining takes agreeing to no terms");
    };
    for body in [
        json!({}),
        json!({ "terms": { "url": terms.url, "version": "x-of-no-day" } }),
    ] {
        let refused = join(context, token, &body)?.problem(&ProblemType::Invalid)?;
        let at_terms =
            |one: &palier_contract::problem::FieldError| one.pointer.starts_with("/terms");
        ensure!(
            refused.errors.iter().any(at_terms),
            "{PATH}: no error is at /terms"
        );
    }
    ensure!(
        me(context)?.state == MemberState::Candidate,
        "{PATH}: a candidate who agreed to no terms of today is a member"
    );
    Ok(())
}
