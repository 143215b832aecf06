//! What becomes of an order.

use palier_contract::{
    Page,
    redemption::{Redemption, RedemptionState},
    reward::RewardKind,
};
use ureq::http::Method;

use super::shop::{Offer, buy, check_charged, holdings, key, offers};
use crate::{
    scenario::{Context, Profile, Scenario},
    stop::{Stop, Verdict, ensure, skip},
};

pub(super) const SCENARIOS: &[Scenario] = &[
    Scenario {
        profile: Profile::Redeem,
        rule: "a new order is first in the list",
        needs: &["create_redemption", "list_redemptions"],
        check: listed,
    },
    Scenario {
        profile: Profile::Redeem,
        rule: "an order that offers to be cancelled gives everything back, once",
        needs: &["create_redemption", "cancel_redemption", "get_balances"],
        check: cancelled,
    },
];

fn listed(context: &Context) -> Verdict {
    let token = context.member()?;
    let made = buy(
        context,
        token,
        &super::shop::cheapest(context, token, |_| true)?,
    )?;
    let page: Page<Redemption> = context
        .get_mine("/v1/me/redemptions?limit=1")?
        .send()?
        .read(200)?;
    let first = page.items.first().map(|order| &order.id);
    ensure!(
        first == Some(&made.id),
        "the list begins with {} instead of {}",
        first.map_or("nothing", |id| id.as_str()),
        made.id
    );
    Ok(())
}

/// Things that are shipped can usually be called off.
fn cancellable(context: &Context, token: &str) -> Result<(Offer, Redemption), Stop> {
    let wanted = |offer: &Offer| offer.reward.kind == RewardKind::Physical;
    let Some(offer) = offers(context, token)?.into_iter().find(wanted) else {
        skip!("nothing physical is affordable")
    };
    let order = buy(context, token, &offer)?;
    if !order.actions.contains_key("cancel") {
        skip!(
            "an order for {} does not offer to be cancelled",
            offer.reward.id
        );
    }
    Ok((offer, order))
}

fn cancelled(context: &Context) -> Verdict {
    let token = context.member()?;
    let before = holdings(context, token)?;
    let (_, order) = cancellable(context, token)?;
    let path = format!("/v1/me/redemptions/{}/cancel", order.id);
    let key = key();
    let cancel = || {
        let ask = context.client.ask(Method::POST, &path).bearer(token);
        ask.header("Idempotency-Key", &key).send()
    };
    let gone: Redemption = cancel()?.read(200)?;
    let over = matches!(
        gone.state,
        RedemptionState::Cancelled | RedemptionState::Refunded
    );
    ensure!(over, "after cancelling the state is {}", gone.state);
    ensure!(
        !gone.actions.contains_key("cancel"),
        "it offers to be cancelled again"
    );
    check_charged(&before, &holdings(context, token)?, &order.charged, 0)?;
    let _again = cancel()?; // A repeat may succeed or be refused, but gives nothing more back.
    check_charged(&before, &holdings(context, token)?, &order.charged, 0)
}
