//! Why an order is refused: each reason has its problem.

use axum::http::StatusCode;
use palier_contract::{Quantity, VerdictState, reward::Reward};
use serde_json::json;

use crate::harness::Server;
use crate::redeem::{address, choice, order, points, price_of, quote, ready, write};

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

#[tokio::test]
async fn who_was_suspended_after_the_order_gets_its_answer_again() {
    let server = Server::new().await;
    let body = ready(&server, "top", "gift-card-10").await;
    let first = order(&server, "top", "key-1", &body).await;
    assert_eq!(first.status, 201, "{}", first.text());
    let id = first.json()["id"].as_str().unwrap().to_owned();
    assert_eq!(first.header("location"), format!("/v1/me/redemptions/{id}"));
    write(
        &server,
        "UPDATE members SET state = 'suspended' WHERE public_id = 'top'",
    )
    .await;
    let replay = order(&server, "top", "key-1", &body).await;
    assert_eq!(replay.status, 201, "{}", replay.text());
    assert_eq!(replay.bytes, first.bytes);
    assert_eq!(replay.header("location"), first.header("location"));
    assert_eq!(replay.header("idempotency-replayed"), "true");
    let another = order(&server, "top", "key-2", &body).await;
    assert_eq!(another.problem(), "suspended");
}

#[tokio::test]
async fn a_key_that_was_refused_orders_nothing_later() {
    let server = Server::new().await;
    let body = ready(&server, "top", "gift-card-10").await;
    let before = points(&server, "top").await;
    write(
        &server,
        "UPDATE members SET state = 'suspended' WHERE public_id = 'top'",
    )
    .await;
    let refused = order(&server, "top", "key-1", &body).await;
    assert_eq!(refused.problem(), "suspended");
    write(
        &server,
        "UPDATE members SET state = 'member' WHERE public_id = 'top'",
    )
    .await;
    // The first try of that order, which was on its way for so long.
    let late = order(&server, "top", "key-1", &body).await;
    assert_eq!(late.status, StatusCode::FORBIDDEN);
    assert_eq!(late.problem(), "suspended");
    assert_eq!(late.json()["detail"], refused.json()["detail"]);
    assert_ne!(late.json()["trace_id"], refused.json()["trace_id"]);
    assert_eq!(late.header("idempotency-replayed"), "true");
    assert_eq!(late.header("content-language"), "");
    assert_eq!(points(&server, "top").await, before);
    let other = json!({ "quote_id": "qt_other", "choice": body["choice"] });
    let reused = order(&server, "top", "key-1", &other).await;
    assert_eq!(reused.problem(), "idempotency-key-reused");
    let anew = order(&server, "top", "key-2", &body).await;
    assert_eq!(anew.status, StatusCode::CREATED, "{}", anew.text());
}

#[tokio::test]
async fn a_request_that_could_not_be_worked_on_leaves_its_key_free() {
    let server = Server::new().await;
    let body = ready(&server, "top", "gift-card-10").await;
    let garbled = json!({ "quote_id": 7 });
    let reply = order(&server, "top", "key-1", &garbled).await;
    assert_eq!(reply.problem(), "invalid");
    let reply = order(&server, "top", "key-1", &body).await;
    assert_eq!(reply.status, StatusCode::CREATED, "{}", reply.text());
}

#[tokio::test]
async fn an_order_that_is_called_off_forgets_its_address() {
    let server = Server::new().await;
    let mut body = ready(&server, "top", "tote-bag").await;
    body["address"] = address();
    let placed = order(&server, "top", "key-1", &body).await;
    assert_eq!(placed.status, 201, "{}", placed.text());
    let kept = "SELECT COUNT(*) FROM redemptions AS r JOIN members AS m ON m.id = r.member_id
        WHERE m.public_id = 'top' AND r.reward = 'tote-bag' AND r.state IN ('confirmed', 'refunded')
          AND r.address IS NOT NULL";
    let before: i64 = number(&server, kept).await;
    let path = format!(
        "/v1/me/redemptions/{}/cancel",
        placed.json()["id"].as_str().unwrap()
    );
    let gone = server.post(&path, &json!({})).member("top").send().await;
    assert!(gone.status.is_success(), "{}", gone.text());
    assert_eq!(number(&server, kept).await, before - 1);
}

async fn number(server: &Server, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql)
        .fetch_one(server.app.db.reader())
        .await
        .unwrap()
}
