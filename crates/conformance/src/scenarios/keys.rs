//! Once and no more: what an `Idempotency-Key` stands for.

use palier_contract::{problem::ProblemType, redemption::Redemption};
use serde_json::json;

use super::{
    redeem::{expired, redeem},
    shop::{cheapest, check_charged, holdings, key, order, quote, request},
};
use crate::{
    reply::Reply,
    scenario::{Context, Scenario},
    stop::{Verdict, ensure},
};

pub(super) const SCENARIOS: &[Scenario] = &[
    redeem(
        "once-and-no-more",
        "an order without a key is refused",
        key_missing,
    ),
    redeem(
        "once-and-no-more",
        "the same key gives the stored answer, marked as such",
        replay,
    ),
    redeem(
        "once-and-no-more",
        "the same key in quotes is the same key",
        quoted_key,
    ),
    redeem(
        "once-and-no-more",
        "the same key with another payload is refused",
        key_reused,
    ),
    redeem(
        "once-and-no-more",
        "a key that was refused stays refused",
        refused_key,
    ),
    redeem(
        "once-and-no-more",
        "two members may use the same key",
        key_per_member,
    ),
];

fn key_missing(context: &Context) -> Verdict {
    let token = context.member()?;
    let offer = cheapest(context, token, |_| true)?;
    let quote = quote(context, token, &offer.choice)?;
    let before = holdings(context, token)?;
    let body = json!(request(&offer.choice, &quote));
    let reply = context
        .client
        .post("/v1/redemptions", &body)
        .bearer(token)
        .send()?;
    reply.problem(&ProblemType::KeyMissing)?;
    ensure!(
        before == holdings(context, token)?,
        "it was charged all the same"
    );
    Ok(())
}

fn replay(context: &Context) -> Verdict {
    let token = context.member()?;
    let offer = cheapest(context, token, |_| true)?;
    let body = request(&offer.choice, &quote(context, token, &offer.choice)?);
    let (before, key) = (holdings(context, token)?, key());
    let first = order(context, token, &key, &body)?;
    let made: Redemption = first.read(201)?;
    ensure!(
        first.header("idempotency-replayed") != "true",
        "the first answer is marked as replayed"
    );
    for _ in 0..3 {
        let again = order(context, token, &key, &body)?;
        replays(&first, &again)?;
        let (first, again) = (first.json()?, again.json()?);
        ensure!(first == again, "the replayed answer differs from the first");
    }
    check_charged(&before, &holdings(context, token)?, &made.charged, 1)
}

/// Whatever the first answer was, it is given again, and said to be a stored one.
fn replays(first: &Reply, again: &Reply) -> Verdict {
    ensure!(
        again.status == first.status,
        "replayed with {}, first {}",
        again.status,
        first.status
    );
    ensure!(
        again.header("idempotency-replayed") == "true",
        "on a replay, Idempotency-Replayed is {}; true is due",
        again.told("idempotency-replayed")
    );
    Ok(())
}

/// The kit gives a key up once it is refused. A first request with it that comes late must not order then,
/// though by that time it might.
fn refused_key(context: &Context) -> Verdict {
    let token = context.member()?;
    let offer = cheapest(context, token, |_| true)?;
    let body = request(&offer.choice, &quote(context, token, &offer.choice)?);
    let _made: Redemption = order(context, token, &key(), &body)?.read(201)?;
    let key = key();
    let refused = order(context, token, &key, &body)?;
    expired(&refused, "a quote that was used, with another key,")?;
    let again = order(context, token, &key, &body)?;
    replays(&refused, &again)
}

fn quoted_key(context: &Context) -> Verdict {
    let token = context.member()?;
    let offer = cheapest(context, token, |_| true)?;
    let body = request(&offer.choice, &quote(context, token, &offer.choice)?);
    let key = key();
    let bare: Redemption = order(context, token, &key, &body)?.read(201)?;
    let quoted: Redemption = order(context, token, &format!("\"{key}\""), &body)?.read(201)?;
    ensure!(bare.id == quoted.id, "the quoted key made a second order");
    Ok(())
}

fn key_reused(context: &Context) -> Verdict {
    let token = context.member()?;
    let offer = cheapest(context, token, |_| true)?;
    let key = key();
    let body = request(&offer.choice, &quote(context, token, &offer.choice)?);
    let _made: Redemption = order(context, token, &key, &body)?.read(201)?;
    let before = holdings(context, token)?;
    let other = request(&offer.choice, &quote(context, token, &offer.choice)?);
    order(context, token, &key, &other)?.problem(&ProblemType::KeyReused)?;
    ensure!(
        before == holdings(context, token)?,
        "it was charged all the same"
    );
    Ok(())
}

fn key_per_member(context: &Context) -> Verdict {
    let key = key();
    let mut ids = Vec::new();
    for token in [context.member()?, context.other()?] {
        let offer = cheapest(context, token, |_| true)?;
        let body = request(&offer.choice, &quote(context, token, &offer.choice)?);
        let made: Redemption = order(context, token, &key, &body)?.read(201)?;
        ids.push(made.id);
    }
    ensure!(
        ids.first() != ids.last(),
        "the second member got the first one's order"
    );
    Ok(())
}
