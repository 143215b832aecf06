//! Texts come in the reader's language.

use palier_contract::tier::TierLadder;

use super::caching::{MINE, PUBLIC};
use crate::{
    reply::Reply,
    scenario::{Context, Profile, Scenario},
    stop::{Stop, Verdict, ensure, skip},
};

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        profile: Profile::Read,
        section: "language-and-texts",
        rule: "each offered language is answered in that language",
        needs: &[],
        check: each_language,
    },
    Scenario {
        profile: Profile::Read,
        section: "language-and-texts",
        rule: "a regional variant falls back to its language, anything else to the default",
        needs: &[],
        check: fallback,
    },
    Scenario {
        profile: Profile::Read,
        section: "language-and-texts",
        rule: "preferences are weighed by their q values",
        needs: &[],
        check: weights,
    },
    Scenario {
        profile: Profile::Read,
        section: "numbers-ids-times",
        rule: "ids and numbers do not depend on the language",
        needs: &["list_tiers"],
        check: same_ids,
    },
];

fn ask(context: &Context, path: &str, languages: &str) -> Result<Reply, Stop> {
    let ask = context.client.get(path);
    // What is the member's own needs their token; everything else is asked for by nobody.
    let token = context.people.member.as_deref();
    let ask = match token.filter(|_| path.starts_with("/v1/me/")) {
        Some(token) => ask.bearer(token),
        None => ask,
    };
    ask.header("Accept-Language", languages).send()
}

#[track_caller]
fn answered_in(context: &Context, languages: &str, expected: &str) -> Verdict {
    answered_at(context, "/v1/portal", languages, expected)
}

fn answered_at(context: &Context, path: &str, languages: &str, expected: &str) -> Verdict {
    let reply = ask(context, path, languages)?;
    ensure!(
        reply.status == 200,
        "GET {path}: Accept-Language: {languages} is answered with {}",
        reply.status
    );
    ensure!(
        reply
            .header("content-language")
            .eq_ignore_ascii_case(expected),
        "GET {path}: to Accept-Language: {languages}, Content-Language is {}; {expected} is due",
        reply.told("content-language")
    );
    Ok(())
}

fn default_of(context: &Context) -> &str {
    context.portal.locales.first().map_or("en", String::as_str)
}

fn each_language(context: &Context) -> Verdict {
    let own = MINE.iter().filter(|(_, path)| path.starts_with("/v1/me/"));
    let own = own.filter(|_| context.people.member.is_some());
    let paths = PUBLIC.iter().chain(own);
    for (_, path) in paths.filter(|(id, _)| context.offers(id)) {
        for locale in &context.portal.locales {
            answered_at(context, path, locale, locale)?;
        }
    }
    Ok(())
}

fn fallback(context: &Context) -> Verdict {
    for locale in &context.portal.locales {
        if !locale.contains('-') {
            answered_in(context, &format!("{locale}-AQ"), locale)?;
        }
    }
    for odd in ["qaa", "*", "", ";;q=1,,", "x-klingon-and-more"] {
        answered_in(context, odd, default_of(context))?;
    }
    Ok(())
}

fn weights(context: &Context) -> Verdict {
    let [first, second, ..] = context.portal.locales.as_slice() else {
        skip!("only one language is offered");
    };
    answered_in(context, &format!("{first};q=0.3, {second};q=0.9"), second)?;
    answered_in(
        context,
        &format!("qaa, {second};q=0.5, {first};q=0.4"),
        second,
    )?;
    answered_in(context, &format!("{second};q=0, {first}"), first)
}

fn same_ids(context: &Context) -> Verdict {
    let [first, second, ..] = context.portal.locales.as_slice() else {
        skip!("only one language is offered");
    };
    let ids = |language: &str| -> Result<Vec<String>, Stop> {
        let ladder: TierLadder = ask(context, "/v1/tiers", language)?.read(200)?;
        Ok(ladder.tiers.into_iter().map(|tier| tier.id.0).collect())
    };
    let (one, other) = (ids(first)?, ids(second)?);
    ensure!(
        one == other,
        "the tiers are {} in {first}, {} in {second}",
        one.join(", "),
        other.join(", ")
    );
    Ok(())
}
