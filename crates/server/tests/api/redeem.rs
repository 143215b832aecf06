//! Redeeming: quote, order, code, calling off.

use axum::http::StatusCode;
use palier_contract::{
    Page, VerdictState,
    balance::Balances,
    redemption::{Quote, Redemption, RedemptionState},
    reward::Reward,
};
use serde_json::{Value, json};

use crate::harness::{Reply, Server};

pub(crate) fn choice(reward: &str, price: &str) -> Value {
    json!({ "reward_id": reward, "price_id": price })
}

/// Id of the first price of a reward.
pub(crate) async fn price_of(server: &Server, reward: &str) -> String {
    let reward: Reward = server.get(&format!("/v1/rewards/{reward}")).read().await;
    reward.prices[0].id.0.clone()
}

pub(crate) async fn quote(server: &Server, member: &str, choice: &Value) -> Quote {
    server
        .post("/v1/redemptions/quote", choice)
        .member(member)
        .read()
        .await
}

pub(crate) async fn order(server: &Server, member: &str, key: &str, body: &Value) -> Reply {
    server
        .post("/v1/redemptions", body)
        .member(member)
        .key(key)
        .send()
        .await
}

pub(crate) async fn points(server: &Server, member: &str) -> i64 {
    let held: Balances = server.get("/v1/me/balances").member(member).read().await;
    held.balances[0].available.get()
}

/// A choice of a code reward with its quote, ready to be ordered.
pub(crate) async fn ready(server: &Server, member: &str, reward: &str) -> Value {
    let choice = choice(reward, &price_of(server, reward).await);
    let quote = quote(server, member, &choice).await;
    assert_eq!(quote.eligibility.state, VerdictState::Eligible, "{quote:?}");
    json!({ "quote_id": quote.id, "choice": choice })
}

pub(crate) fn address() -> Value {
    json!({
        "name": "Demo Member", "street": "1 Invented Lane", "postal_code": "00000",
        "city": "Sampleton", "country": "FR",
    })
}

#[tokio::test]
async fn an_order_takes_what_the_quote_said_and_hands_out_a_masked_code() {
    let server = Server::new().await;
    let before = points(&server, "top").await;
    let choice = choice("gift-card-10", &price_of(&server, "gift-card-10").await);
    let quote = quote(&server, "top", &choice).await;
    assert_eq!(quote.before[0].value.get(), before);
    assert_eq!(
        quote.after[0].value.get(),
        before - quote.price[0].value.get()
    );
    let body = json!({ "quote_id": quote.id, "choice": choice });
    let reply = order(&server, "top", "key-1", &body).await;
    assert_eq!(reply.status, StatusCode::CREATED, "{}", reply.text());
    let order: Redemption = reply.read();
    assert_eq!(order.state, RedemptionState::Issued);
    assert_eq!(order.charged, quote.price);
    assert_eq!(points(&server, "top").await, quote.after[0].value.get());
    let code = order.code.unwrap();
    assert!(code.value.is_none() && code.masked.starts_with("••••-"));

    let path = format!("/v1/me/redemptions/{}", order.id);
    let revealed: Redemption = server
        .post(&format!("{path}/reveal"), &json!({}))
        .member("top")
        .read()
        .await;
    let value = revealed.code.unwrap().value.unwrap();
    assert!(value.ends_with(code.masked.trim_start_matches("••••-")));
    let again: Redemption = server.get(&path).member("top").read().await;
    assert_eq!(again.code.unwrap().value.as_deref(), Some(value.as_str()));
    let list: Page<Redemption> = server.get("/v1/me/redemptions").member("top").read().await;
    assert!(
        list.items
            .iter()
            .all(|one| one.code.as_ref().is_none_or(|code| code.value.is_none()))
    );
}

#[tokio::test]
async fn a_replay_gives_the_first_answer_and_spends_nothing() {
    let server = Server::new().await;
    let body = ready(&server, "top", "gift-card-10").await;
    let first = order(&server, "top", "key-1", &body).await;
    let left = points(&server, "top").await;
    let replay = order(&server, "top", "\"key-1\"", &body).await;
    assert_eq!(replay.status, StatusCode::CREATED);
    assert_eq!(replay.bytes, first.bytes);
    assert_eq!(replay.header("idempotency-replayed"), "true");
    assert_eq!(first.header("idempotency-replayed"), "");
    assert_eq!(points(&server, "top").await, left);
}

#[tokio::test]
async fn a_replay_is_not_said_to_be_in_the_language_of_the_second_request() {
    let server = Server::new().await;
    let body = ready(&server, "top", "gift-card-10").await;
    let ask = async |language| {
        let call = server.post("/v1/redemptions", &body).member("top");
        let call = call.key("key-1").header("accept-language", language);
        call.send().await
    };
    let (first, replay) = (ask("fr").await, ask("en").await);
    assert_eq!(replay.bytes, first.bytes);
    assert_eq!(first.header("content-language"), "fr");
    assert_eq!(replay.header("content-language"), "");
}

#[tokio::test]
async fn a_key_is_required_and_belongs_to_one_payload_of_one_member() {
    let server = Server::new().await;
    let body = ready(&server, "top", "gift-card-10").await;
    let missing = server
        .post("/v1/redemptions", &body)
        .member("top")
        .send()
        .await;
    assert_eq!(missing.problem(), "idempotency-key-missing");
    assert_eq!(
        order(&server, "top", "k", &body).await.status,
        StatusCode::CREATED
    );
    let other = ready(&server, "top", "coffee-voucher").await;
    assert_eq!(
        order(&server, "top", "k", &other).await.problem(),
        "idempotency-key-reused"
    );
    let theirs = ready(&server, "orders", "coffee-voucher").await;
    assert_eq!(
        order(&server, "orders", "k", &theirs).await.status,
        StatusCode::CREATED
    );
}

#[tokio::test]
async fn a_key_being_worked_on_is_busy_and_free_afterwards() {
    let server = Server::new().await;
    let body = ready(&server, "top", "gift-card-10").await;
    let id = member_id(&server, "top").await;
    let held = server.app.in_flight.hold(id, "k").unwrap();
    assert_eq!(
        order(&server, "top", "k", &body).await.problem(),
        "idempotency-key-busy"
    );
    drop(held);
    assert_eq!(
        order(&server, "top", "k", &body).await.status,
        StatusCode::CREATED
    );
}

#[tokio::test]
async fn a_quote_is_good_for_one_order_in_its_time_by_its_member() {
    let server = Server::new().await;
    let body = ready(&server, "top", "gift-card-10").await;
    let stolen = order(&server, "orders", "k0", &body).await;
    assert_eq!(stolen.problem(), "quote-expired");
    assert_eq!(
        order(&server, "top", "k1", &body).await.status,
        StatusCode::CREATED
    );
    assert_eq!(
        order(&server, "top", "k2", &body).await.problem(),
        "quote-expired"
    );
    let late = ready(&server, "top", "coffee-voucher").await;
    write(&server, "UPDATE quotes SET expires_at = 1").await;
    assert_eq!(
        order(&server, "top", "k3", &late).await.problem(),
        "quote-expired"
    );
}

#[tokio::test]
async fn nobody_pays_a_price_they_did_not_see() {
    let server = Server::new().await;
    let body = ready(&server, "top", "gift-card-10").await;
    write(
        &server,
        "UPDATE quotes SET body = json_set(body, '$.price_version', 'older')",
    )
    .await;
    let before = points(&server, "top").await;
    assert_eq!(
        order(&server, "top", "k", &body).await.problem(),
        "price-changed"
    );
    assert_eq!(points(&server, "top").await, before);
}

#[tokio::test]
async fn the_choice_must_be_the_quoted_one() {
    let server = Server::new().await;
    let mut body = ready(&server, "top", "gift-card-10").await;
    body["choice"]["reward_id"] = json!("coffee-voucher");
    assert_eq!(order(&server, "top", "k", &body).await.problem(), "invalid");
}

#[tokio::test]
async fn a_variant_must_be_complete_and_exist() {
    let server = Server::new().await;
    let reward: Reward = server.get("/v1/rewards/t-shirt").read().await;
    let price = reward.prices[0].id.clone();
    let with =
        |variant: Value| json!({ "reward_id": "t-shirt", "price_id": price, "variant": variant });
    let ask = |choice: Value| server.post("/v1/redemptions/quote", &choice).member("top");
    let reply = ask(with(json!([{ "axis_id": "size", "value_id": "m" }])))
        .send()
        .await;
    assert_eq!(reply.problem(), "invalid");
    assert_eq!(reply.json()["errors"][0]["code"], "required");
    assert_eq!(reply.json()["errors"][0]["pointer"], "/variant");
    let axis = reward.axes[1].id.clone();
    let words = format!("`{axis}` is missing.");
    assert_eq!(reply.json()["errors"][0]["detail"], words);
    let unheard = json!([{ "axis_id": "cut", "value_id": "slim" }]);
    let reply = ask(with(unheard)).send().await;
    assert_eq!(reply.json()["errors"][0]["pointer"], "/variant/0/axis_id");
    assert_eq!(reply.json()["errors"][0]["code"], "unknown");
    let both = |size: &str, colour: &str| {
        with(
            json!([{ "axis_id": "size", "value_id": size }, { "axis_id": axis, "value_id": colour }]),
        )
    };
    assert_eq!(ask(both("xxl", "moss")).send().await.problem(), "invalid");
    let gone: Quote = ask(both("s", "night")).read().await;
    assert_eq!(gone.eligibility.state, VerdictState::SoldOut);
    let size = json!({ "axis_id": "size", "value_id": "m" });
    let colour = json!({ "axis_id": axis, "value_id": "moss" });
    let reply = ask(with(json!([size, colour, size]))).send().await;
    assert_eq!(reply.json()["errors"][0]["pointer"], "/variant/2/axis_id");
    assert_eq!(reply.json()["errors"][0]["code"], "mismatch");
    let fine: Quote = ask(both("m", "moss")).read().await;
    assert_eq!(fine.eligibility.state, VerdictState::Eligible);
    assert!(fine.needs_address);
}

#[tokio::test]
async fn what_is_shipped_needs_an_address_and_can_be_called_off() {
    let server = Server::new().await;
    let before = held(&server, "top").await;
    let body = ready(&server, "top", "tote-bag").await;
    let reply = order(&server, "top", "k", &body).await;
    assert_eq!(reply.problem(), "invalid");
    assert_eq!(reply.json()["errors"][0]["pointer"], "/address");
    let mut body = body;
    body["address"] = address();
    body["address"]["country"] = json!("France");
    assert_eq!(
        order(&server, "top", "k", &body).await.json()["errors"][0]["pointer"],
        "/address/country"
    );
    body["address"] = address();
    let order: Redemption = order(&server, "top", "k", &body).await.read();
    assert_eq!(order.state, RedemptionState::Confirmed);
    assert_ne!(held(&server, "top").await, before);

    let path = format!("/v1/me/redemptions/{}/cancel", order.id);
    for _ in 0..2 {
        let off: Redemption = server.post(&path, &json!({})).member("top").read().await;
        assert_eq!(off.state, RedemptionState::Refunded);
        assert!(!off.actions.contains_key("cancel"));
        // Every point is back, in the batch it came from.
        assert_eq!(held(&server, "top").await, before);
    }
}

#[tokio::test]
async fn a_code_that_was_handed_out_cannot_be_called_off() {
    let server = Server::new().await;
    let body = ready(&server, "top", "gift-card-10").await;
    let order: Redemption = order(&server, "top", "k", &body).await.read();
    assert!(!order.actions.contains_key("cancel"));
    let path = format!("/v1/me/redemptions/{}/cancel", order.id);
    assert_eq!(
        server
            .post(&path, &json!({}))
            .member("top")
            .send()
            .await
            .problem(),
        "outside-window"
    );
}

#[tokio::test]
async fn orders_come_in_pages_with_their_history() {
    let server = Server::new().await;
    let all: Page<Redemption> = server
        .get("/v1/me/redemptions?limit=100")
        .member("orders")
        .read()
        .await;
    assert!(all.items.len() > 3, "the demo member with orders has some");
    let mut walked = Vec::new();
    let mut cursor = String::new();
    loop {
        let path = format!("/v1/me/redemptions?limit=2{cursor}");
        let page: Page<Redemption> = server.get(&path).member("orders").read().await;
        walked.extend(page.items);
        let Some(next) = page.next_cursor else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(walked, all.items);
    for one in &all.items {
        assert_eq!(one.history.last().map(|step| &step.state), Some(&one.state));
    }
}

async fn held(server: &Server, member: &str) -> Value {
    let mut held = server
        .get("/v1/me/balances")
        .member(member)
        .send()
        .await
        .json();
    held["as_of"] = Value::Null;
    held
}

#[tokio::test]
async fn asking_for_ever_more_quotes_fills_no_disk() {
    let server = Server::new().await;
    let wanted = choice("plant-a-tree", &price_of(&server, "plant-a-tree").await);
    let first = quote(&server, "orders", &wanted).await;
    for _ in 0..60 {
        quote(&server, "orders", &wanted).await;
    }
    let last = quote(&server, "orders", &wanted).await;
    let kept: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM quotes")
        .fetch_one(server.app.db.reader())
        .await
        .unwrap();
    assert_eq!(kept, 50);
    let body = |id| json!({ "quote_id": id, "choice": wanted });
    let late = order(&server, "orders", "a", &body(first.id)).await;
    assert_eq!(late.problem(), "quote-expired");
    let made = order(&server, "orders", "b", &body(last.id)).await;
    assert_eq!(made.status, StatusCode::CREATED);
}

pub(crate) async fn member_id(server: &Server, member: &str) -> i64 {
    sqlx::query_scalar("SELECT id FROM members WHERE public_id = $1")
        .bind(member.to_owned())
        .fetch_one(server.app.db.reader())
        .await
        .unwrap()
}

/// Changes what is stored behind the server's back.
pub(crate) async fn write(server: &Server, sql: &'static str) {
    let mut tx = server.app.db.begin().await.unwrap();
    sqlx::query(sql).execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
}
