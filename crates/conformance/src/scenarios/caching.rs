//! Entity tags, conditional requests, and who may keep what.

use palier_contract::{Page, redemption::Redemption, reward::RewardPage};
use serde_json::Value;

use crate::{
    reply::Reply,
    scenario::{Context, Profile, Scenario},
    stop::{Stop, Verdict, ensure, skip},
};

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        profile: Profile::Read,
        section: "caching",
        rule: "what the reader has is answered with 304 and no body",
        needs: &[],
        check: not_modified,
    },
    Scenario {
        profile: Profile::Read,
        section: "caching",
        rule: "another entity tag is answered with the whole thing",
        needs: &[],
        check: modified,
    },
    Scenario {
        profile: Profile::Read,
        section: "caching",
        rule: "a member's data is private and never stored",
        needs: &[],
        check: private,
    },
    Scenario {
        profile: Profile::Read,
        section: "caching",
        rule: "what is public for nobody and another for the member is private for the member",
        needs: &[],
        check: personal,
    },
    Scenario {
        profile: Profile::Read,
        section: "caching",
        rule: "the entity tag of one language is not current in another",
        needs: &["list_tiers"],
        check: tags_of_languages,
    },
    Scenario {
        profile: Profile::Read,
        section: "caching",
        rule: "public data may be cached, apart by language and by reader",
        needs: &[],
        check: public,
    },
];

/// Public paths with the operation that serves each.
pub(super) const PUBLIC: &[(&str, &str)] = &[
    ("get_portal", "/v1/portal"),
    ("list_rewards", "/v1/rewards"),
    ("list_tiers", "/v1/tiers"),
    ("list_series", "/v1/series"),
    ("list_leaderboards", "/v1/leaderboards"),
];
/// The member's paths.
pub(super) const MINE: &[(&str, &str)] = &[
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

pub(super) fn fetch(
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

pub(super) fn tag_of(reply: &Reply) -> Result<String, Stop> {
    let (path, tag) = (&reply.path, reply.header("etag"));
    let quoted = opaque(tag);
    let sound = quoted.len() > 2 && quoted.starts_with('"') && quoted.ends_with('"');
    ensure!(
        sound,
        "{path}: ETag is {}; a text in quotes is due, after `W/` if it is weak",
        reply.told("etag")
    );
    Ok(tag.to_owned())
}

/// The tag without its mark of weakness: both are compared weakly here (RFC 9110 §13.1.2).
fn opaque(tag: &str) -> &str {
    tag.strip_prefix("W/").unwrap_or(tag)
}

fn not_modified(context: &Context) -> Verdict {
    each(context, |context, path, token| {
        let first = fetch(context, path, token, None)?;
        let tag = tag_of(&first)?;
        for sent in [
            tag.clone(),
            format!("\"other\", {}", opaque(&tag)),
            format!("W/{}", opaque(&tag)),
            "*".into(),
        ] {
            let reply = fetch(context, path, token, Some(sent.clone()))?;
            if reply.status != 304 {
                return Err(changed(&first, &sent, &reply));
            }
            ensure!(reply.body.is_empty(), "{path}: 304 with a body");
            ensure!(
                reply.header("etag") == tag,
                "{path}: 304 with the ETag {} instead of {tag}",
                reply.told("etag")
            );
        }
        Ok(())
    })
}

/// Why the reader's copy was not good enough: what is another than before.
fn changed(before: &Reply, sent: &str, now: &Reply) -> Stop {
    let (path, status) = (&now.path, now.status);
    let why = match (before.json(), now.json()) {
        _ if status != 200 => String::new(),
        (Ok(was), Ok(is)) => match difference(&was, &is, "") {
            Some(what) => format!("; the ETag is now {}: {what}", now.told("etag")),
            None => format!(
                "; nothing has changed, and the ETag is {} after {}",
                now.told("etag"),
                before.told("etag")
            ),
        },
        _ => String::new(),
    };
    Stop::Broken(format!(
        "{path}: {status} for If-None-Match: {sent}, where 304 was due{why}"
    ))
}

/// The first place where two bodies differ.
fn difference(was: &Value, is: &Value, at: &str) -> Option<String> {
    match (was, is) {
        (Value::Object(old), Value::Object(new)) => {
            let names = old.keys().chain(new.keys());
            let mut places = names.map(|name| (name, old.get(name), new.get(name)));
            places.find_map(|(name, old, new)| {
                let null = &Value::Null;
                difference(
                    old.unwrap_or(null),
                    new.unwrap_or(null),
                    &format!("{at}/{name}"),
                )
            })
        }
        (Value::Array(old), Value::Array(new)) if old.len() == new.len() => {
            let mut places = old.iter().zip(new).enumerate();
            places.find_map(|(index, (old, new))| difference(old, new, &format!("{at}/{index}")))
        }
        _ if was == is => None,
        _ => Some(format!("{at} was {was:.80} and is {is:.80}")),
    }
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
    let mine = MINE.iter().filter(|(id, _)| context.offers(id));
    let mut paths: Vec<String> = mine.map(|(_, path)| (*path).to_owned()).collect();
    paths.extend(one_order(context, token)?);
    for path in paths {
        let reply = fetch(context, &path, Some(token), None)?;
        let rule = reply.header("cache-control").to_ascii_lowercase();
        let both = rule.contains("private") && rule.contains("no-store");
        ensure!(
            both,
            "{path}: Cache-Control is {}; `private, no-store` is due",
            reply.told("cache-control")
        );
    }
    Ok(())
}

/// Where an order of the member is, which may tell a code.
fn one_order(context: &Context, token: &str) -> Result<Option<String>, Stop> {
    if !context.offers("list_redemptions") || !context.offers("get_redemption") {
        return Ok(None);
    }
    let reply = fetch(context, "/v1/me/redemptions", Some(token), None)?;
    let page: Page<Redemption> = reply.read(200)?;
    let first = page.items.first();
    Ok(first.map(|order| format!("/v1/me/redemptions/{}", order.id)))
}

/// Without the time of the answer.
pub(super) fn timeless(reply: &Reply) -> Result<Value, Stop> {
    let mut body = reply.json()?;
    if let Some(fields) = body.as_object_mut() {
        fields.remove("as_of");
        fields.remove("server_time");
    }
    Ok(body)
}

fn personal(context: &Context) -> Verdict {
    let token = context.member()?;
    let mut paths: Vec<String> = PUBLIC
        .iter()
        .filter(|(id, _)| context.offers(id))
        .map(|(_, path)| (*path).to_owned())
        .collect();
    if context.offers("get_leaderboard") {
        paths.push("/v1/leaderboards/default".to_owned());
    }
    if context.offers("list_rewards") && context.offers("get_reward") {
        let page: RewardPage = context.client.get("/v1/rewards").send()?.read(200)?;
        let first = page.items.first();
        paths.extend(first.map(|reward| format!("/v1/rewards/{}", reward.id)));
    }
    for path in paths {
        let (open, own) = (
            fetch(context, &path, None, None)?,
            fetch(context, &path, Some(token), None)?,
        );
        let rule = own.header("cache-control").to_ascii_lowercase();
        let is_private = rule.contains("private") && rule.contains("no-store");
        ensure!(
            is_private || timeless(&open)? == timeless(&own)?,
            "GET {path}: the member is answered otherwise than nobody, and Cache-Control is {}; \
             `private, no-store` is due",
            own.told("cache-control")
        );
    }
    Ok(())
}

fn tags_of_languages(context: &Context) -> Verdict {
    let [first, second, ..] = context.portal.locales.as_slice() else {
        skip!("only one language is offered");
    };
    let ask = |language: &str| {
        context
            .client
            .get("/v1/tiers")
            .header("Accept-Language", language)
    };
    let (here, there) = (ask(first).send()?, ask(second).send()?);
    if timeless(&here)? == timeless(&there)? {
        return Ok(());
    }
    let tag = tag_of(&here)?;
    let reply = ask(second).header("If-None-Match", tag.clone()).send()?;
    ensure!(
        reply.status == 200,
        "GET /v1/tiers in {second} with the ETag {tag} of the one in {first}: {}; another text has \
         another tag",
        reply.status
    );
    Ok(())
}

fn public(context: &Context) -> Verdict {
    for (_, path) in PUBLIC.iter().filter(|(id, _)| context.offers(id)) {
        let reply = fetch(context, path, None, None)?;
        let rule = reply.header("cache-control").to_ascii_lowercase();
        ensure!(
            rule.contains("max-age"),
            "{path}: Cache-Control is {}; max-age is due",
            reply.told("cache-control")
        );
        let vary = reply.list("vary");
        for name in ["Accept-Language", "Authorization"] {
            ensure!(
                vary.contains(&name.to_ascii_lowercase()),
                "{path}: Vary is {}; {name} is due in it",
                reply.told("vary")
            );
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::difference;

    #[test]
    fn the_first_place_that_differs_is_named() {
        let was = json!({ "items": [{ "id": "a" }, { "id": "b", "seen": 1 }] });
        let is = json!({ "items": [{ "id": "a" }, { "id": "b", "seen": 2 }] });
        let told = difference(&was, &is, "").unwrap();
        assert_eq!(told, "/items/1/seen was 1 and is 2");
        assert_eq!(difference(&was, &was, ""), None);
    }
}
