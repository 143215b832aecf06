//! Entity tags, conditional requests, and who may keep what.

use crate::{
    client::Reply,
    scenario::{Context, Profile, Scenario},
    stop::{Stop, Verdict, ensure},
};

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        profile: Profile::Read,
        rule: "what the reader has is answered with 304 and no body",
        needs: &[],
        check: not_modified,
    },
    Scenario {
        profile: Profile::Read,
        rule: "another entity tag is answered with the whole thing",
        needs: &[],
        check: modified,
    },
    Scenario {
        profile: Profile::Read,
        rule: "a member's data is private and never stored",
        needs: &[],
        check: private,
    },
    Scenario {
        profile: Profile::Read,
        rule: "public data may be cached, apart by language and by reader",
        needs: &[],
        check: public,
    },
];

/// Public paths with the operation that serves each.
const PUBLIC: &[(&str, &str)] = &[
    ("get_portal", "/v1/portal"),
    ("list_rewards", "/v1/rewards"),
    ("list_tiers", "/v1/tiers"),
    ("list_series", "/v1/series"),
    ("list_leaderboards", "/v1/leaderboards"),
];
/// The member's paths.
const MINE: &[(&str, &str)] = &[
    ("get_me", "/v1/me"),
    ("get_balances", "/v1/me/balances"),
    ("list_ledger", "/v1/me/ledger"),
    ("list_redemptions", "/v1/me/redemptions"),
    ("get_standing", "/v1/me/tier"),
    ("get_badges", "/v1/me/badges"),
    ("list_rewards", "/v1/rewards"),
];

fn each(context: &Context, check: fn(&Context, &str, Option<&str>) -> Verdict) -> Verdict {
    for (_, path) in PUBLIC.iter().filter(|(id, _)| context.offers(id)) {
        check(context, path, None)?;
    }
    let Some(token) = context.people.member.as_deref() else {
        return Ok(());
    };
    for (_, path) in MINE.iter().filter(|(id, _)| context.offers(id)) {
        check(context, path, Some(token))?;
    }
    Ok(())
}

fn fetch(
    context: &Context,
    path: &str,
    token: Option<&str>,
    tag: Option<String>,
) -> Result<Reply, Stop> {
    let mut ask = context.client.get(path);
    if let Some(token) = token {
        ask = ask.bearer(token);
    }
    if let Some(tag) = tag {
        ask = ask.header("If-None-Match", tag);
    }
    ask.send()
}

fn tag_of(reply: &Reply) -> Result<String, Stop> {
    let (path, tag) = (&reply.path, reply.header("etag"));
    let quoted = opaque(tag);
    let sound = quoted.len() > 2 && quoted.starts_with('"') && quoted.ends_with('"');
    ensure!(
        sound,
        "{path}: the ETag is {tag:?}; it is a text in quotes, after `W/` if it is weak"
    );
    Ok(tag.to_owned())
}

/// The tag without its mark of weakness: both are compared weakly here (RFC 9110 §13.1.2).
fn opaque(tag: &str) -> &str {
    tag.strip_prefix("W/").unwrap_or(tag)
}

fn not_modified(context: &Context) -> Verdict {
    each(context, |context, path, token| {
        let tag = tag_of(&fetch(context, path, token, None)?)?;
        for sent in [
            tag.clone(),
            format!("\"other\", {}", opaque(&tag)),
            format!("W/{}", opaque(&tag)),
            "*".into(),
        ] {
            let reply = fetch(context, path, token, Some(sent.clone()))?;
            ensure!(
                reply.status == 304,
                "{path}: {} for If-None-Match: {sent}",
                reply.status
            );
            ensure!(reply.body.is_empty(), "{path}: 304 with a body");
            let repeated = reply.header("etag");
            ensure!(
                repeated == tag,
                "{path}: 304 with the ETag {repeated:?} instead of {tag}"
            );
        }
        Ok(())
    })
}

fn modified(context: &Context) -> Verdict {
    each(context, |context, path, token| {
        let reply = fetch(context, path, token, Some("\"of something else\"".into()))?;
        ensure!(
            reply.status == 200,
            "{path}: {} for another ETag",
            reply.status
        );
        ensure!(!reply.body.is_empty(), "{path}: 200 without a body");
        Ok(())
    })
}

fn private(context: &Context) -> Verdict {
    let token = context.member()?;
    for (_, path) in MINE.iter().filter(|(id, _)| context.offers(id)) {
        let reply = fetch(context, path, Some(token), None)?;
        let rule = reply.header("cache-control").to_ascii_lowercase();
        let both = rule.contains("private") && rule.contains("no-store");
        ensure!(
            both,
            "{path}: Cache-Control is {rule:?}, `private, no-store` is due"
        );
    }
    Ok(())
}

fn public(context: &Context) -> Verdict {
    for (_, path) in PUBLIC.iter().filter(|(id, _)| context.offers(id)) {
        let reply = fetch(context, path, None, None)?;
        let rule = reply.header("cache-control").to_ascii_lowercase();
        ensure!(
            rule.contains("max-age"),
            "{path}: Cache-Control is {rule:?}, max-age is due"
        );
        let vary: Vec<_> = reply.headers.get_all("vary").iter().collect();
        let vary = format!("{vary:?}").to_ascii_lowercase();
        for name in ["accept-language", "authorization"] {
            ensure!(
                vary.contains(name),
                "{path}: Vary {vary} does not name {name}"
            );
        }
    }
    Ok(())
}
