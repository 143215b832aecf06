//! Codes: masked until the member asks, and never in a list.

use palier_contract::{
    Page,
    redemption::{Code, Redemption, RedemptionState},
    reward::RewardKind,
};
use ureq::http::Method;

use super::shop::{buy, cheapest};
use crate::{
    scenario::{Context, Profile, Scenario},
    stop::{Stop, Verdict, ensure, skip},
};

pub(super) const SCENARIOS: &[Scenario] = &[Scenario {
    profile: Profile::Redeem,
    section: "redeeming",
    rule: "a code is masked until revealed, the same each time, and never in a list",
    needs: &[
        "create_redemption",
        "reveal_code",
        "get_redemption",
        "list_redemptions",
    ],
    check: revealed,
}];

fn code(order: Redemption) -> Result<Code, Stop> {
    order
        .code
        .ok_or_else(|| Stop::Broken(format!("the order {} has no code", order.id)))
}

fn revealed(context: &Context) -> Verdict {
    let token = context.member()?;
    let offer = cheapest(context, token, |reward| reward.kind == RewardKind::Code)?;
    let order = buy(context, token, &offer)?;
    ensure!(
        order.state != RedemptionState::Issued || order.code.is_some(),
        "POST /v1/redemptions: {} is issued, and has no code",
        offer.reward.id
    );
    if !order.actions.contains_key("reveal_code") {
        skip!(
            "{} gives a code that is not revealed at once",
            offer.reward.id
        );
    }
    let one = format!("/v1/me/redemptions/{}", order.id);
    ensure!(
        code(order)?.value.is_none(),
        "the order tells the code unasked"
    );
    let reveal = || -> Result<Code, Stop> {
        let ask = context
            .client
            .ask(Method::POST, format!("{one}/reveal"))
            .bearer(token);
        code(ask.send()?.read(200)?)
    };
    let (first, again) = (reveal()?, reveal()?);
    ensure!(first.value.is_some(), "revealing tells no code");
    ensure!(
        first.value.as_ref() != Some(&first.masked),
        "the masked code is the whole one"
    );
    ensure!(first == again, "revealing twice tells two codes");
    let later = code(context.get_mine(&one)?.send()?.read(200)?)?;
    ensure!(
        later.value == first.value,
        "the single order does not tell the revealed code"
    );
    let list = format!("/v1/me/redemptions?limit={}", context.limit(20));
    let reply = context.get_mine(list)?.send()?;
    let page: Page<Redemption> = reply.read(200)?;
    let told = page
        .items
        .iter()
        .any(|order| order.code.as_ref().is_some_and(|c| c.value.is_some()));
    ensure!(!told, "the list tells a code");
    Ok(())
}
