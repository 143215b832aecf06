//! Nobody is answered with what is another reader's, and nobody keeps errors.

use super::{
    caching::{self, MINE, PUBLIC},
    read,
};
use crate::{
    reply::Reply,
    scenario::{Context, Scenario},
    stop::{Verdict, ensure},
};

pub(super) const SCENARIOS: &[Scenario] = &[
    read(
        "caching",
        "the entity tag of one reader is not current for another who is answered otherwise",
        &[],
        tags,
    ),
    read("caching", "errors are kept by nobody", &[], errors),
];

fn tags(context: &Context) -> Verdict {
    let (member, other) = (context.member()?, context.people.other.as_deref());
    for (_, path) in PUBLIC.iter().filter(|(id, _)| context.offers(id)) {
        apart(
            context,
            path,
            [("nobody", None), ("the member", Some(member))],
        )?;
        apart(
            context,
            path,
            [("the member", Some(member)), ("nobody", None)],
        )?;
    }
    let Some(other) = other else { return Ok(()) };
    for (_, path) in MINE.iter().filter(|(id, _)| context.offers(id)) {
        let (one, another) = (("the member", Some(member)), ("another", Some(other)));
        apart(context, path, [one, another])?;
    }
    Ok(())
}

/// Whether the second reader gets their own reply, though they send the first one's tag.
fn apart(context: &Context, path: &str, readers: [(&str, Option<&str>); 2]) -> Verdict {
    let [(one, first), (other, second)] = readers;
    let theirs = caching::fetch(context, path, first, None)?;
    let own = caching::fetch(context, path, second, None)?;
    if caching::timeless(&theirs)? == caching::timeless(&own)? {
        return Ok(());
    }
    let tag = caching::tag_of(&theirs)?;
    let reply = caching::fetch(context, path, second, Some(tag.clone()))?;
    ensure!(
        reply.status == 200,
        "GET {path} by {other} with the ETag {tag} of {one}: {}, though the two are answered \
         differently; 200 is due",
        reply.status
    );
    Ok(())
}

fn errors(context: &Context) -> Verdict {
    let mut asks = vec![
        (&[][..], context.client.get("/v1/no-such-thing")),
        (
            &["get_reward"],
            context.client.get("/v1/rewards/no-such-reward"),
        ),
        (&["get_balances"], context.client.get("/v1/me/balances")),
        (&["get_me"], context.client.get("/v1/me").bearer("nonsense")),
    ];
    if let Some(token) = &context.people.member {
        for path in [
            "/v1/me/redemptions/no-such-order",
            "/v1/rewards/no-such-reward",
        ] {
            let needs: &[&str] = &["get_redemption", "get_reward"];
            asks.push((needs, context.client.get(path).bearer(token)));
        }
    }
    for (needs, ask) in asks {
        if needs.iter().all(|id| context.offers(id)) {
            not_kept(&ask.send()?)?;
        }
    }
    Ok(())
}

fn not_kept(reply: &Reply) -> Verdict {
    let rules = reply.list("cache-control");
    let allows = |rule: &String| match rule.split_once('=') {
        Some(("max-age" | "s-maxage", seconds)) => seconds.trim_matches('"') != "0",
        _ => rule == "public",
    };
    let is_kept = rules.iter().any(allows) && !rules.iter().any(|rule| rule == "no-store");
    ensure!(
        reply.status < 400 || !is_kept,
        "{} {}: {} with Cache-Control: {}; an error is kept by nobody, no-store is due",
        reply.method,
        reply.path,
        reply.status,
        reply.told("cache-control")
    );
    Ok(())
}
