//! Orders as they are listed: whose they are, and what they tell of codes.

use palier_contract::{
    Page,
    member::Me,
    redemption::{Redemption, RedemptionState},
};

use super::read;
use crate::{
    instants,
    scenario::{Context, Scenario},
    stop::{Stop, Verdict, ensure},
};

pub(super) const SCENARIOS: &[Scenario] = &[
    read(
        "redeeming",
        "a list of orders tells no code, and codes of orders that are off are not revealed",
        &["list_redemptions"],
        codes,
    ),
    read(
        "who-is-asking",
        "two members are two: another id, and no order in common",
        &["get_me"],
        two,
    ),
];

/// Singles of so many orders are looked at.
const LOOKED_AT: usize = 10;

fn orders(context: &Context, token: &str) -> Result<Page<Redemption>, Stop> {
    let path = format!("/v1/me/redemptions?limit={}", context.limit(100));
    context.client.get(path).bearer(token).send()?.read(200)
}

fn is_off(state: &RedemptionState) -> bool {
    use RedemptionState as S;
    matches!(
        state,
        S::Failed | S::Cancelled | S::Refunded | S::Returned | S::Expired
    )
}

fn codes(context: &Context) -> Verdict {
    let page = orders(context, context.member()?)?;
    let now = instants::of(&page.as_of.0)?;
    for order in &page.items {
        let (id, state) = (&order.id, &order.state);
        let code = order.code.as_ref();
        ensure!(
            code.is_none_or(|code| code.value.is_none()),
            "/v1/me/redemptions: the order {id} tells its whole code; a list has it masked"
        );
        let end = code.and_then(|code| code.expires_at.as_ref());
        let end = end.map(|end| instants::of(&end.0)).transpose()?;
        let has_lapsed = end.is_some_and(|end| end <= now);
        let offers = order.actions.contains_key("reveal_code");
        ensure!(
            !offers || !is_off(state),
            "/v1/me/redemptions: the order {id} is {state}, and its actions have reveal_code"
        );
        ensure!(
            !offers || !has_lapsed,
            "/v1/me/redemptions: the code of the order {id} has lapsed, and its actions have reveal_code"
        );
        ensure!(
            !matches!(
                state,
                RedemptionState::Cancelled | RedemptionState::Refunded
            ) || !order.actions.contains_key("cancel"),
            "/v1/me/redemptions: the order {id} is {state}, and its actions have cancel"
        );
    }
    if context.offers("get_redemption") {
        let off = page.items.iter().filter(|order| is_off(&order.state));
        off.take(LOOKED_AT)
            .try_for_each(|order| masked(context, order))?;
    }
    Ok(())
}

fn masked(context: &Context, listed: &Redemption) -> Verdict {
    let path = format!("/v1/me/redemptions/{}", listed.id);
    let order: Redemption = context.get_mine(&path)?.send()?.read(200)?;
    ensure!(
        order.code.is_none_or(|code| code.value.is_none()),
        "{path}: the order is {}, and tells its whole code; it stays masked",
        order.state
    );
    Ok(())
}

fn two(context: &Context) -> Verdict {
    let tokens = [context.member()?, context.other()?];
    let me = |token: &str| -> Result<Me, Stop> {
        context.client.get("/v1/me").bearer(token).send()?.read(200)
    };
    let [one, other] = tokens;
    let (first, second) = (me(one)?.id, me(other)?.id);
    let told = second.as_ref().map_or("none", |id| id.as_str());
    ensure!(
        first != second,
        "/v1/me: the tokens of two members are both answered with the id {told}"
    );
    if !context.offers("list_redemptions") {
        return Ok(());
    }
    let (mine, theirs) = (orders(context, one)?, orders(context, other)?);
    let is_mine = |order: &&Redemption| mine.items.iter().any(|one| one.id == order.id);
    let shared = theirs.items.iter().find(is_mine);
    ensure!(
        shared.is_none(),
        "/v1/me/redemptions: the order {} is in the lists of two members",
        shared.map_or("", |order| order.id.as_str())
    );
    Ok(())
}
