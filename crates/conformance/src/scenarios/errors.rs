//! Every error is a problem of the registry.

use palier_contract::problem::ProblemType;
use serde_json::json;
use ureq::http::Method;

use super::read;
use crate::{
    scenario::{Context, Scenario},
    stop::{Verdict, ensure},
};

pub(super) const SCENARIOS: &[Scenario] = &[
    read(
        "who-is-asking",
        "no token where one is needed is answered with 401",
        &["get_balances"],
        no_token,
    ),
    read(
        "who-is-asking",
        "a token that is not accepted is answered with 401, where none is needed too",
        &["get_me"],
        bad_token,
    ),
    read(
        "errors",
        "an unknown id is answered with 404",
        &["get_reward"],
        unknown_id,
    ),
    read(
        "errors",
        "an unknown address is answered with 404",
        &[],
        unknown_address,
    ),
    read(
        "errors",
        "a method that is not allowed is answered with 405",
        &[],
        wrong_method,
    ),
    read(
        "errors",
        "a limit beyond its bounds is named",
        &["list_rewards"],
        bad_limit,
    ),
    read(
        "errors",
        "a malformed body is answered with 400",
        &["quote_redemption"],
        malformed_body,
    ),
    read(
        "errors",
        "a body of another shape is answered with 422 and a pointer",
        &["quote_redemption"],
        unfit_body,
    ),
    read(
        "errors",
        "a body of another media type is answered with 415",
        &["quote_redemption"],
        wrong_media,
    ),
    read(
        "errors",
        "a body beyond the limit is answered with 413",
        &["quote_redemption"],
        large_body,
    ),
];

fn no_token(context: &Context) -> Verdict {
    let reply = context.client.get("/v1/me/balances").send()?;
    reply.problem(&ProblemType::Unauthorised)?;
    let scheme = reply.header("www-authenticate");
    ensure!(
        scheme.starts_with("Bearer"),
        "{}: WWW-Authenticate is {}; Bearer is due (RFC 6750)",
        reply.path,
        reply.told("www-authenticate")
    );
    Ok(())
}

fn bad_token(context: &Context) -> Verdict {
    // A header and claims that read well, with a signature that is none.
    let forged = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJtXzEiLCJleHAiOjk5OTk5OTk5OTl9.";
    for (id, path) in [
        ("get_me", "/v1/me"),
        ("get_balances", "/v1/me/balances"),
        ("list_tiers", "/v1/tiers"),
        ("list_rewards", "/v1/rewards"),
        ("list_series", "/v1/series"),
        ("list_leaderboards", "/v1/leaderboards"),
        ("get_leaderboard", "/v1/leaderboards/default"),
    ] {
        for token in ["nonsense", forged].iter().filter(|_| context.offers(id)) {
            let reply = context.client.get(path).bearer(token).send()?;
            ensure!(
                reply.status == 401,
                "{path}: a token that is not accepted is answered with {}; 401 is due, or the kit \
                 takes the reader for nobody and does not ask for another",
                reply.status
            );
            reply.problem(&ProblemType::Unauthorised)?;
        }
    }
    Ok(())
}

fn unknown_id(context: &Context) -> Verdict {
    for id in ["no-such-reward", "%00", "..%2F..%2Fetc", "%F0%9F%A6%8A"] {
        let reply = context.client.get(format!("/v1/rewards/{id}")).send()?;
        reply.problem(&ProblemType::NotFound)?;
    }
    Ok(())
}

fn unknown_address(context: &Context) -> Verdict {
    let reply = context.client.get("/v1/no-such-thing").send()?;
    // Who routes requests cannot know whether an address is of an operation that was left out, or
    // nobody's.
    let not_offered = reply.problem(&ProblemType::NotOffered);
    not_offered
        .or_else(|_| reply.problem(&ProblemType::NotFound))
        .map(drop)
}

fn wrong_method(context: &Context) -> Verdict {
    let reply = context.client.ask(Method::DELETE, "/v1/portal").send()?;
    reply.problem(&ProblemType::MethodNotAllowed)?;
    let allowed = reply.header("allow");
    ensure!(
        allowed.contains("GET"),
        "{}: Allow is {}; the methods are due (RFC 9110 §15.5.6)",
        reply.path,
        reply.told("allow")
    );
    Ok(())
}

fn bad_limit(context: &Context) -> Verdict {
    for limit in ["0", "-1", "ten", "1000000", "99999999999999999999"] {
        let reply = context
            .client
            .get(format!("/v1/rewards?limit={limit}"))
            .send()?;
        let problem = reply.problem(&ProblemType::BadRequest)?;
        let named = problem.errors.iter().any(|error| error.pointer == "limit");
        ensure!(
            named,
            "limit={limit}: the problem does not name the parameter limit"
        );
    }
    Ok(())
}

fn malformed_body(context: &Context) -> Verdict {
    let token = context.member()?;
    for body in ["", "{", "{\"reward_id\":", "\u{feff}{}", "nul"] {
        let ask = context
            .client
            .ask(Method::POST, "/v1/redemptions/quote")
            .bearer(token);
        let reply = ask
            .header("Content-Type", "application/json")
            .bytes(body)
            .send()?;
        reply.problem(&ProblemType::BadRequest)?;
    }
    Ok(())
}

fn unfit_body(context: &Context) -> Verdict {
    let token = context.member()?;
    for body in [
        json!([]),
        json!({}),
        json!({ "reward_id": 7, "price_id": "points" }),
    ] {
        let reply = context
            .client
            .post("/v1/redemptions/quote", &body)
            .bearer(token)
            .send()?;
        let problem = reply.problem(&ProblemType::Invalid)?;
        ensure!(
            !problem.errors.is_empty(),
            "{body}: the problem names no field"
        );
        let is_empty = body.as_object().is_some_and(serde_json::Map::is_empty);
        ensure!(
            !is_empty || problem.errors.iter().any(|one| one.pointer == "/reward_id"),
            "POST {}: of {body}, errors has no entry with the pointer /reward_id, where the field is due",
            reply.path
        );
    }
    Ok(())
}

fn wrong_media(context: &Context) -> Verdict {
    let token = context.member()?;
    let ask = context
        .client
        .ask(Method::POST, "/v1/redemptions/quote")
        .bearer(token);
    let reply = ask
        .header("Content-Type", "text/plain")
        .bytes("{}")
        .send()?;
    reply.problem(&ProblemType::UnsupportedMedia).map(drop)
}

fn large_body(context: &Context) -> Verdict {
    let token = context.member()?;
    let limit = usize::try_from(context.portal.limits.max_body_bytes.get()).unwrap_or(0);
    let body = json!({ "reward_id": "x".repeat(limit), "price_id": "points" });
    let reply = context
        .client
        .post("/v1/redemptions/quote", &body)
        .bearer(token)
        .send()?;
    reply.problem(&ProblemType::TooLarge).map(drop)
}
