//! What somebody who is described could get, and at which of several prices.

use palier_contract::VerdictState;
use palier_contract::redemption::Quote;
use palier_contract::reward::{Reward, RewardPage};
use serde_json::{Value, json};

use super::{Persona, anybody, seen, seen_of, typed, who};

/// A reward, as anybody is shown it.
fn reward(more: Value) -> Value {
    let mut reward = json!({
        "id": "r", "title": "R", "kind": "code", "price_version": "1", "stock": {"mode": "unlimited"},
        "prices": [{"id": "p", "amounts": [{"currency": "points", "value": 1320}]}],
        "eligibility": {"state": "sign_in_required", "reason_code": "anonymous", "message": "Sign in."},
        "actions": {"sign_in": {"method": "GET", "href": "/in"}},
    });
    for (name, value) in more.as_object().unwrap() {
        reward[name] = value.clone();
    }
    reward
}

fn verdict_on(persona: &Persona, more: Value) -> Reward {
    let of = |source: &str| match source {
        "/rewards/r" => reward(more.clone()),
        other => anybody(other),
    };
    typed(&seen_of(persona, "/rewards/r", "", of))
}

/// What is missing, by currency.
fn missing(reward: &Reward) -> Vec<(&str, i64)> {
    let missing = reward.eligibility.missing.iter();
    missing
        .map(|one| (one.currency.as_str(), one.value.get()))
        .collect()
}

#[test]
fn a_reward_is_within_reach_or_says_why_not() {
    let needs = |tier: &str| json!({"eligibility": {"state": "sign_in_required", "required_tier": {"id": tier, "name": "T"}}});
    let rich = who("bloom", &[("points", 5000)]);
    let table = [
        (rich.clone(), json!({}), VerdictState::Eligible),
        (who("", &[]), json!({}), VerdictState::Short),
        (rich.clone(), needs("bloom"), VerdictState::Eligible),
        (rich.clone(), needs("seed"), VerdictState::Eligible),
        (rich.clone(), needs("canopy"), VerdictState::TierLocked),
        (rich.clone(), needs("unheard-of"), VerdictState::TierLocked),
        // The tier comes before the balance.
        (who("", &[]), needs("seed"), VerdictState::TierLocked),
        (
            rich.clone(),
            json!({"stock": {"mode": "limited", "remaining": 0}}),
            VerdictState::SoldOut,
        ),
        (
            rich.clone(),
            json!({"stock": {"mode": "limited", "band": "low"}}),
            VerdictState::Eligible,
        ),
        (
            rich.clone(),
            json!({"limit": {"per_member": 2, "remaining": 0}}),
            VerdictState::LimitReached,
        ),
        (
            rich.clone(),
            json!({"limit": {"per_member": 2, "remaining": 1}}),
            VerdictState::Eligible,
        ),
        (
            rich.clone(),
            json!({"availability": {"starts_at": "2026-12-01T08:00:00Z"}}),
            VerdictState::Upcoming,
        ),
        (
            rich.clone(),
            json!({"availability": {"ends_at": "2026-11-20T08:00:00Z"}}),
            VerdictState::Ended,
        ),
        (
            rich.clone(),
            json!({"availability": {"ends_at": "2026-12-20T08:00:00Z"}}),
            VerdictState::Eligible,
        ),
        // What a backend says of everybody holds for this member, too.
        (
            rich.clone(),
            json!({"eligibility": {"state": "not_eligible"}}),
            VerdictState::NotEligible,
        ),
    ];
    for (persona, more, state) in table {
        let reward = verdict_on(&persona, more.clone());
        assert_eq!(reward.eligibility.state, state, "{persona:?} {more}");
        let is_eligible = state == VerdictState::Eligible;
        assert_eq!(reward.actions.contains_key("redeem"), is_eligible, "{more}");
        assert!(!reward.actions.contains_key("sign_in"), "{more}");
        assert!(reward.eligibility.message.is_none(), "{more}");
    }
    let upcoming = verdict_on(
        &rich,
        json!({"availability": {"starts_at": "2026-12-01T08:00:00Z"}}),
    );
    assert_eq!(
        upcoming.eligibility.unlocks_at.unwrap().0,
        "2026-12-01T08:00:00Z"
    );
}

#[test]
fn what_is_missing_is_told_for_the_nearest_of_several_prices() {
    let prices = json!({"prices": [
        {"id": "a", "amounts": [{"currency": "points", "value": 2000}]},
        {"id": "b", "amounts": [{"currency": "points", "value": 1200}, {"currency": "gems", "value": 5}]},
    ]});
    let told = |points, gems| {
        let reward = verdict_on(
            &who("", &[("points", points), ("gems", gems)]),
            prices.clone(),
        );
        let affordable: Vec<bool> = reward.prices.iter().map(|price| price.affordable).collect();
        let missing: Vec<(String, i64)> = missing(&reward)
            .into_iter()
            .map(|(id, value)| (id.to_owned(), value))
            .collect();
        (affordable, missing)
    };
    let lacks = |all: &[(&str, i64)]| {
        all.iter()
            .map(|(id, value)| ((*id).to_owned(), *value))
            .collect::<Vec<_>>()
    };
    assert_eq!(told(1200, 0), (vec![false, false], lacks(&[("gems", 5)])));
    assert_eq!(
        told(1080, 2),
        (vec![false, false], lacks(&[("points", 120), ("gems", 3)]))
    );
    assert_eq!(told(1200, 5), (vec![false, true], lacks(&[])));
    assert_eq!(told(2000, 0), (vec![true, false], lacks(&[])));
    assert_eq!(
        told(0, 0),
        (vec![false, false], lacks(&[("points", 1200), ("gems", 5)]))
    );
}

#[test]
fn of_the_whole_catalogue_what_they_can_pay_for_is_left_where_that_is_asked() {
    let persona = who("seed", &[("points", 600)]);
    let ids = |query: &str| {
        let page: RewardPage = typed(&seen(&persona, &["/rewards?limit=12", query].concat()));
        let ids = page.items.iter().map(|one| one.id.0.clone());
        (ids.collect::<Vec<_>>(), page.total.is_some())
    };
    assert_eq!(ids("").0.len(), 6);
    assert!(ids("").1);
    let (paid, is_counted) = ids("&affordable=true");
    assert_eq!(paid, ["enamel-mug", "tote-bag", "tasting-evening"]);
    assert!(!is_counted);
}

#[test]
fn a_quote_takes_the_price_that_was_chosen_from_what_they_hold() {
    let prices = json!({"prices": [
        {"id": "a", "amounts": [{"currency": "points", "value": 2000}]},
        {"id": "b", "amounts": [{"currency": "gems", "value": 5}]},
    ]});
    let of = |source: &str| match source {
        "/rewards/r" => reward(prices.clone()),
        other => anybody(other),
    };
    let persona = who("seed", &[("points", 1500), ("gems", 7)]);
    let quote = |price: &str| -> Quote {
        let body = json!({"reward_id": "r", "price_id": price}).to_string();
        typed(&seen_of(&persona, "/redemptions/quote", &body, of))
    };
    let gems = quote("b");
    assert_eq!(gems.eligibility.state, VerdictState::Eligible);
    assert_eq!(
        (gems.before[0].value.get(), gems.after[0].value.get()),
        (7, 2)
    );
    let points = quote("a");
    assert_eq!(points.eligibility.state, VerdictState::Short);
    assert_eq!(points.eligibility.missing[0].value.get(), 500);
}
