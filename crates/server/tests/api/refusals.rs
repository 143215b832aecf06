//! Why an order is refused: each reason has its problem.

use axum::http::StatusCode;
use palier_contract::{Quantity, VerdictState, reward::Reward};
use serde_json::json;

use crate::harness::Server;
use crate::redeem::{address, choice, order, price_of, quote, ready};

#[tokio::test]
async fn every_refusal_has_its_problem() {
    let server = Server::new().await;
    for (member, reward, state, problem) in [
        ("new", "gift-card-10", VerdictState::Short, "short"),
        ("top", "sneakers", VerdictState::SoldOut, "sold-out"),
        ("new", "desk-lamp", VerdictState::TierLocked, "not-eligible"),
        (
            "top",
            "concert-seats",
            VerdictState::Upcoming,
            "outside-window",
        ),
    ] {
        let choice = choice(reward, &price_of(&server, reward).await);
        let quote = quote(&server, member, &choice).await;
        assert_eq!(quote.eligibility.state, state, "{reward}");
        let body = json!({ "quote_id": quote.id, "choice": choice, "address": address() });
        let reply = order(&server, member, reward, &body).await;
        assert_eq!(reply.problem(), problem, "{reward}");
    }
    let short = choice("gift-card-10", &price_of(&server, "gift-card-10").await);
    let quote = quote(&server, "new", &short).await;
    assert!(quote.after[0].value < Quantity::ZERO);
    assert_eq!(
        quote.eligibility.missing[0].value.get(),
        -quote.after[0].value.get()
    );
}

#[tokio::test]
async fn a_members_share_is_limited_and_the_reason_says_until_when() {
    let server = Server::new().await;
    let body = ready(&server, "top", "coffee-voucher").await;
    assert_eq!(
        order(&server, "top", "k", &body).await.status,
        StatusCode::CREATED
    );
    let reward: Reward = server
        .get("/v1/rewards/coffee-voucher")
        .member("top")
        .read()
        .await;
    assert_eq!(reward.eligibility.state, VerdictState::LimitReached);
    assert!(reward.eligibility.unlocks_at.is_some());
    assert_eq!(reward.limit.unwrap().remaining, Quantity::ZERO);
    let again = quote(&server, "top", &body["choice"]).await;
    assert_eq!(again.eligibility, reward.eligibility);
    let body = json!({ "quote_id": again.id, "choice": body["choice"] });
    let reply = order(&server, "top", "k2", &body).await;
    assert_eq!(reply.problem(), "limit-reached");
    assert!(reply.json()["retry_at"].is_string());
}

#[tokio::test]
async fn who_is_suspended_cannot_redeem() {
    let server = Server::new().await;
    let choice = choice("gift-card-10", &price_of(&server, "gift-card-10").await);
    let reply = server
        .post("/v1/redemptions/quote", &choice)
        .member("suspended")
        .send()
        .await;
    assert_eq!(reply.problem(), "suspended");
    let body = json!({ "quote_id": "qt_any", "choice": choice });
    assert_eq!(
        order(&server, "suspended", "k", &body).await.problem(),
        "suspended"
    );
}
