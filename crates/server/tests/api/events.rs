//! What the brand's systems report: rules apply, once per id.

use axum::http::StatusCode;
use palier_contract::{
    balance::Balances,
    event::{EventOutcome, EventReceipt},
};
use palier_server::time::{now, timestamp};
use serde_json::{Value, json};

use crate::harness::Server;

fn purchase(id: &str, member: &str) -> Value {
    json!({
        "id": id, "type": "purchase", "member": member, "amount": 5000,
        "occurred_at": timestamp(now() - 1000), "properties": { "channel": "web", "quantity": "2" },
    })
}

async fn held(server: &Server, member: &str) -> i64 {
    let held: Balances = server.get("/v1/me/balances").member(member).read().await;
    held.balances[0].available.get() + held.balances[0].pending.get()
}

#[tokio::test]
async fn an_event_pays_by_the_rules_and_counts_once() {
    let server = Server::new().await;
    let before = held(&server, "new").await;
    let event = purchase("e1", "new");
    let first: EventReceipt = server.post("/v1/events", &event).brand().read().await;
    assert_eq!(first.outcome, EventOutcome::Accepted);
    let points = first
        .earned
        .iter()
        .find(|amount| amount.currency.as_str() == "points")
        .unwrap();
    assert!(points.value.get() >= 100, "2 points a euro: {first:?}");
    let after = held(&server, "new").await;
    assert_eq!(after, before + points.value.get());
    let second: EventReceipt = server.post("/v1/events", &event).brand().read().await;
    assert_eq!(second.outcome, EventOutcome::Duplicate);
    assert_eq!(second.earned, first.earned);
    assert_eq!(held(&server, "new").await, after);
}

#[tokio::test]
async fn an_event_that_is_taken_back_takes_its_points_along() {
    let server = Server::new().await;
    let before = held(&server, "new").await;
    server
        .post("/v1/events", &purchase("e1", "new"))
        .brand()
        .read::<EventReceipt>()
        .await;
    let mut back = purchase("e2", "new");
    back["reverses"] = json!("e1");
    server
        .post("/v1/events", &back)
        .brand()
        .read::<EventReceipt>()
        .await;
    assert_eq!(held(&server, "new").await, before);
    back["id"] = json!("e3");
    let twice = server.post("/v1/events", &back).brand().send().await;
    assert_eq!(twice.json()["errors"][0]["pointer"], "/reverses");
}

#[tokio::test]
async fn a_part_of_a_purchase_is_taken_back_and_no_more_than_there_is() {
    let server = Server::new().await;
    let before = held(&server, "new").await;
    let send = async |event: &Value| server.post("/v1/events", event).brand().send().await;
    send(&purchase("e1", "new")).await;
    let earned = held(&server, "new").await - before;
    let mut back = purchase("e2", "new");
    back["reverses"] = json!("e1");
    back["amount"] = json!(5001);
    let refused = send(&back).await;
    assert_eq!(refused.pointers(), ["/amount"]);
    assert_eq!(refused.json()["errors"][0]["code"], "out_of_range");
    back["amount"] = json!(1000);
    let receipt: EventReceipt = send(&back).await.read();
    let points = |one: &&palier_contract::Amount| one.currency.as_str() == "points";
    let taken = receipt.earned.iter().find(points).unwrap().value.get();
    assert_eq!(taken, -earned / 5);
    assert_eq!(held(&server, "new").await, before + earned + taken);
}

#[tokio::test]
async fn what_cannot_be_applied_is_named_and_changes_nothing() {
    let server = Server::new().await;
    let before = held(&server, "new").await;
    server
        .post("/v1/events", &purchase("used", "top"))
        .brand()
        .read::<EventReceipt>()
        .await;
    for (field, value, pointer) in [
        ("type", json!("teleport"), "/type"),
        ("member", json!("nobody-at-all"), "/member"),
        ("member", json!("suspended"), "/member"),
        ("occurred_at", json!("yesterday"), "/occurred_at"),
        ("occurred_at", json!("2999-01-01T00:00:00Z"), "/occurred_at"),
        ("occurred_at", json!("1999-01-01T00:00:00Z"), "/occurred_at"),
        ("amount", json!(-1), "/amount"),
        (
            "properties",
            json!({ "quantity": "many" }),
            "/properties/quantity",
        ),
        (
            "properties",
            json!({ "quantity": "-1" }),
            "/properties/quantity",
        ),
        ("id", json!("used"), "/id"),
    ] {
        let mut event = purchase("e1", "new");
        event[field] = value;
        let reply = server.post("/v1/events", &event).brand().send().await;
        assert_eq!(reply.problem(), "invalid", "{field}: {}", reply.text());
        assert_eq!(reply.json()["errors"][0]["pointer"], pointer);
    }
    assert_eq!(held(&server, "new").await, before);
}

#[tokio::test]
async fn a_refusal_says_what_is_wrong_in_a_sentence_of_its_own() {
    let server = Server::new().await;
    for (field, value, code, words) in [
        ("id", json!(""), "required", "This is required."),
        ("id", json!("  "), "required", "This is required."),
        (
            "id",
            json!("é".repeat(201)),
            "too_long",
            "At most 200 characters.",
        ),
        (
            "type",
            json!("teleport"),
            "unknown",
            "`teleport` is not an event kind",
        ),
        (
            "member",
            json!("suspended"),
            "not_active",
            "The member is suspended",
        ),
        (
            "occurred_at",
            json!("2999-01-01T00:00:00Z"),
            "in_future",
            "`occurred_at` lies",
        ),
        (
            "reverses",
            json!("never"),
            "not_reversible",
            "The event `never` cannot",
        ),
        (
            "id",
            json!("a\0b"),
            "malformed",
            "Unreadable; expected text without control characters.",
        ),
        (
            "amount",
            json!("5"),
            "malformed",
            "Unreadable; expected a whole number.",
        ),
        (
            "properties",
            json!([]),
            "malformed",
            "Unreadable; expected an object.",
        ),
    ] {
        let mut event = purchase("e1", "new");
        event[field] = value;
        let reply = server.post("/v1/events", &event).brand().send().await;
        assert_eq!(reply.problem(), "invalid", "{field}: {}", reply.text());
        let error = reply.json()["errors"][0].clone();
        assert_eq!(error["pointer"], format!("/{field}"));
        assert_eq!(error["code"], code);
        let detail = error["detail"].as_str().unwrap();
        assert!(
            detail.starts_with(words) && detail.ends_with('.'),
            "{detail}"
        );
    }
    let longest = purchase(&"é".repeat(200), "new");
    server
        .post("/v1/events", &longest)
        .brand()
        .read::<EventReceipt>()
        .await;
}

#[tokio::test]
async fn every_field_that_cannot_be_taken_is_named_at_once() {
    let server = Server::new().await;
    let mut event = purchase("", "new");
    event["occurred_at"] = json!("yesterday");
    event["properties"] = json!({ "quantity": "many" });
    let reply = server.post("/v1/events", &event).brand().send().await;
    assert_eq!(
        reply.pointers(),
        ["/id", "/occurred_at", "/properties/quantity"]
    );
}

#[tokio::test]
async fn a_key_takes_the_place_of_another_without_a_gap() {
    let (old, new) = ("the-key-until-today", "the-key-from-today-on");
    let both = Server::with(&["--api-key", old, "--api-key", new]).await;
    for key in [old, new] {
        let event = purchase(key, "new");
        let reply = both.post("/v1/events", &event).bearer(key).send().await;
        assert_eq!(reply.status, StatusCode::OK, "{key}");
    }
    let one = Server::with(&["--api-key", new]).await;
    let event = purchase("e1", "new");
    let reply = one.post("/v1/events", &event).bearer(old).send().await;
    assert_eq!(reply.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn only_the_api_key_reports_events_and_it_is_no_member() {
    let server = Server::new().await;
    let event = purchase("e1", "new");
    assert_eq!(
        server.post("/v1/events", &event).send().await.problem(),
        "unauthorised"
    );
    assert_eq!(
        server
            .post("/v1/events", &event)
            .member("new")
            .send()
            .await
            .problem(),
        "forbidden"
    );
    assert_eq!(
        server.get("/v1/me/balances").brand().send().await.problem(),
        "forbidden"
    );
    let wrong = server
        .post("/v1/events", &event)
        .bearer("wrong")
        .send()
        .await;
    assert_eq!(wrong.status, StatusCode::UNAUTHORIZED);
}
