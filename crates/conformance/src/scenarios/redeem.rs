//! Spending, exactly once per key.

use palier_contract::{
    VerdictState,
    problem::ProblemType,
    redemption::{Choice, Redemption},
    reward::{Reward, RewardPage},
};
use serde_json::{Value, json};

use super::shop::{
    buy, cheapest, check_charged, cost, holdings, key, order, quote, request, send, sum,
};
use crate::{
    instants,
    reply::Reply,
    scenario::{Context, Profile, Scenario},
    stop::{Stop, Verdict, ensure, skip},
};

const BOTH: &[&str] = &[
    "quote_redemption",
    "create_redemption",
    "list_rewards",
    "get_balances",
];

pub(super) const fn redeem(
    section: &'static str,
    rule: &'static str,
    check: fn(&Context) -> Verdict,
) -> Scenario {
    Scenario {
        profile: Profile::Redeem,
        section,
        rule,
        needs: BOTH,
        check,
    }
}

pub(super) const SCENARIOS: &[Scenario] = &[
    redeem(
        "redeeming",
        "a quote says what it takes, and takes nothing",
        dry_run,
    ),
    redeem(
        "redeeming",
        "a quote of what is too dear says what is short",
        short_quote,
    ),
    redeem(
        "redeeming",
        "an order takes what the quote said, once",
        once,
    ),
    redeem(
        "redeeming",
        "a quote cannot be spent twice or by somebody else",
        quote_once,
    ),
    redeem(
        "redeeming",
        "an order for something else than the quote is refused",
        other_choice,
    ),
    redeem(
        "growing",
        "unknown fields of an order are ignored",
        unknown_fields,
    ),
];

fn dry_run(context: &Context) -> Verdict {
    let token = context.member()?;
    let offer = cheapest(context, token, |_| true)?;
    let before = holdings(context, token)?;
    let quote = quote(context, token, &offer.choice)?;
    let (id, state) = (&offer.reward.id, &quote.eligibility.state);
    ensure!(
        *state == VerdictState::Eligible,
        "{id} is eligible in the catalogue, {state} in the quote"
    );
    ensure!(
        quote.price == offer.price.amounts,
        "{id}: {} quoted, {} shown in the catalogue",
        sum(&quote.price),
        sum(&offer.price.amounts)
    );
    let (until, now) = (&quote.expires_at.0, &context.portal.server_time.0);
    ensure!(
        instants::of(until)? > instants::of(now)?,
        "{id}: the quote expires at {until}, before the run began ({now})"
    );
    for (price, (held, left)) in quote
        .price
        .iter()
        .zip(quote.before.iter().zip(&quote.after))
    {
        let difference = held.value.get().saturating_sub(left.value.get());
        ensure!(
            difference == price.value.get(),
            "before and after differ by {difference}, the price is {}",
            price.value
        );
    }
    let after = holdings(context, token)?;
    ensure!(before == after, "the dry run changed the balance");
    Ok(())
}

fn short_quote(context: &Context) -> Verdict {
    let (token, _, choice) = too_dear(context)?;
    let quote = quote(context, token, &choice)?;
    let state = &quote.eligibility.state;
    ensure!(*state == VerdictState::Short, "the quote says {state}");
    let missing = cost(&quote.eligibility.missing);
    ensure!(missing > 0, "the quote does not say what is missing");
    let reply = order(context, token, &key(), &request(&choice, &quote))?;
    let problem = reply.problem(&ProblemType::Short)?;
    let told = cost(&problem.missing);
    ensure!(
        told == missing,
        "the quote says that {missing} are missing, the problem {told}"
    );
    Ok(())
}

/// Something that somebody cannot afford, with who that is; the poorest are asked first.
pub(super) fn too_dear(context: &Context) -> Result<(&str, Reward, Choice), Stop> {
    for token in context.people.crowd.iter().rev() {
        let path = format!("/v1/rewards?limit={}", context.limit(100));
        let ask = context.client.get(path).bearer(token);
        let page: RewardPage = ask.send()?.read(200)?;
        let plain = page
            .items
            .iter()
            .filter(|r| r.axes.is_empty() && r.personalisation.is_empty());
        let mut short = plain.filter(|r| r.eligibility.state == VerdictState::Short);
        if let Some((reward, price)) = short.find_map(|r| Some((r, r.prices.first()?))) {
            let choice = Choice {
                reward_id: reward.id.clone(),
                price_id: price.id.clone(),
                variant: Vec::new(),
                personalisation: Vec::new(),
            };
            return Ok((token, reward.clone(), choice));
        }
    }
    skip!("nothing is too dear for anybody")
}

fn once(context: &Context) -> Verdict {
    let token = context.member()?;
    let offer = cheapest(context, token, |_| true)?;
    let before = holdings(context, token)?;
    let order = buy(context, token, &offer)?;
    ensure!(
        order.charged == offer.price.amounts,
        "{} charged, {} quoted",
        sum(&order.charged),
        sum(&offer.price.amounts)
    );
    check_charged(&before, &holdings(context, token)?, &order.charged, 1)?;
    super::member::sums(&super::shop::balances(context, token)?)?;
    let last = order.history.last().map(|step| &step.state);
    ensure!(
        last == Some(&order.state),
        "the history ends with {}, the state is {}",
        last.map_or("nothing", |state| state.as_str()),
        order.state
    );
    if context.offers("get_redemption") {
        let read: Redemption = context
            .get_mine(format!("/v1/me/redemptions/{}", order.id))?
            .send()?
            .read(200)?;
        ensure!(
            read.id == order.id && read.charged == order.charged,
            "the order reads differently later"
        );
    }
    Ok(())
}

fn quote_once(context: &Context) -> Verdict {
    let token = context.member()?;
    let offer = cheapest(context, token, |_| true)?;
    let body = request(&offer.choice, &quote(context, token, &offer.choice)?);
    let stolen = order(context, context.other()?, &key(), &body)?;
    expired(&stolen, "another member's quote")?;
    let _made: Redemption = order(context, token, &key(), &body)?.read(201)?;
    let before = holdings(context, token)?;
    let again = order(context, token, &key(), &body)?;
    expired(&again, "a quote that was used, with another key,")?;
    ensure!(
        before == holdings(context, token)?,
        "it was charged all the same"
    );
    let mut unknown = body;
    unknown.quote_id = "no-such-quote".into();
    expired(
        &order(context, token, &key(), &unknown)?,
        "an unknown quote",
    )
}

/// Whose quote is of no use is told so, in the one word that makes the kit ask for another.
pub(super) fn expired(reply: &Reply, what: &str) -> Verdict {
    ensure!(
        reply.status >= 400,
        "{what} was honoured ({}); 409 quote-expired is due",
        reply.status
    );
    reply.problem(&ProblemType::QuoteExpired).map(drop)
}

fn other_choice(context: &Context) -> Verdict {
    let token = context.member()?;
    let offers = super::shop::offers(context, token)?;
    let [cheap, .., dear] = offers.as_slice() else {
        skip!("the member can redeem only one thing")
    };
    let quote = quote(context, token, &cheap.choice)?;
    let before = holdings(context, token)?;
    let reply = order(context, token, &key(), &request(&dear.choice, &quote))?;
    ensure!(
        reply.status >= 400,
        "a quote for {} bought {}",
        cheap.reward.id,
        dear.reward.id
    );
    ensure!(
        before == holdings(context, token)?,
        "it was charged all the same"
    );
    Ok(())
}

fn unknown_fields(context: &Context) -> Verdict {
    let token = context.member()?;
    let offer = cheapest(context, token, |_| true)?;
    let quote = quote(context, token, &offer.choice)?;
    let mut body = json!(request(&offer.choice, &quote));
    for pointer in ["", "/choice"] {
        if let Some(Value::Object(fields)) = body.pointer_mut(pointer) {
            fields.insert("x_newer".into(), json!({ "deep": [null] }));
        }
    }
    send(context, token, &key(), &body)?
        .read::<Redemption>(201)
        .map(drop)
}
