//! A member never reads, or changes, what is another's: for every endpoint of the contract.

use axum::http::Method;
use palier_contract::{
    Page,
    operation::{ALL, Access},
    redemption::Redemption,
};
use serde_json::{Value, json};

use crate::{
    harness::Server,
    redeem::{choice, price_of, quote},
};

/// Words that give away a member other than the reader: ids, and for private resources
/// aliases.
async fn secrets_of(server: &Server, member: &str) -> Vec<String> {
    let orders: Page<Redemption> = server.get("/v1/me/redemptions").member(member).read().await;
    let ids = orders
        .items
        .into_iter()
        .map(|order| format!("\"{}\"", order.id));
    let codes: Vec<String> = sqlx::query_scalar("SELECT value FROM codes")
        .fetch_all(server.app.db.reader())
        .await
        .unwrap();
    [format!("\"{member}\"")]
        .into_iter()
        .chain(ids)
        .chain(codes)
        .collect()
}

#[tokio::test]
async fn no_answer_of_any_operation_holds_another_members_data() {
    let server = Server::new().await;
    let secrets = secrets_of(&server, "orders").await;
    assert!(secrets.len() > 3);
    for operation in ALL
        .iter()
        .filter(|one| one.method == "GET" && one.id != "stream_hints")
    {
        let path = operation.path.replace("{id}", sample_id(operation.path));
        let reply = server
            .get(&format!("{path}?limit=100"))
            .member("top")
            .send()
            .await;
        if operation.access == Access::Editor {
            assert_eq!(reply.problem(), "forbidden");
            continue;
        }
        let text = reply.text();
        for secret in &secrets {
            assert!(
                !text.contains(secret.as_str()),
                "{} shows {secret}",
                operation.id
            );
        }
    }
}

fn sample_id(path: &str) -> &'static str {
    match path {
        "/v1/rewards/{id}" => "tote-bag",
        "/v1/leaderboards/{id}" => "week",
        "/v1/portals/{id}" | "/v1/portals/{id}/draft" | "/v1/portals/{id}/revisions" => "grove",
        _ => "unheard-of",
    }
}

#[tokio::test]
async fn anothers_order_is_not_found_whatever_is_asked_of_it() {
    let server = Server::new().await;
    let theirs: Page<Redemption> = server
        .get("/v1/me/redemptions")
        .member("orders")
        .read()
        .await;
    assert!(!theirs.items.is_empty());
    for order in &theirs.items {
        let path = format!("/v1/me/redemptions/{}", order.id);
        assert_eq!(
            server.get(&path).member("top").send().await.problem(),
            "not-found"
        );
        for action in ["reveal", "cancel"] {
            let call = server
                .post(&format!("{path}/{action}"), &json!({}))
                .member("top");
            assert_eq!(call.send().await.problem(), "not-found", "{action}");
        }
    }
    let after: Page<Redemption> = server
        .get("/v1/me/redemptions")
        .member("orders")
        .read()
        .await;
    assert_eq!(after.items, theirs.items);
}

#[tokio::test]
async fn anothers_quote_and_stored_answer_are_of_no_use() {
    let server = Server::new().await;
    let wanted = choice("plant-a-tree", &price_of(&server, "plant-a-tree").await);
    let quote = quote(&server, "orders", &wanted).await;
    let body = json!({ "quote_id": quote.id, "choice": wanted });
    let send = |member: &'static str| {
        server
            .post("/v1/redemptions", &body)
            .member(member)
            .key("k")
    };
    assert_eq!(send("top").send().await.problem(), "quote-expired");
    assert!(send("orders").send().await.status.is_success());
    // The same key and payload again, by somebody else: no replay of the other's answer.
    assert_eq!(send("top").send().await.problem(), "quote-expired");
}

#[tokio::test]
async fn changing_preferences_changes_nobody_else() {
    let server = Server::new().await;
    let before = server.get("/v1/me").member("orders").send().await.json();
    let body = json!({ "alias": "Somebody", "id": "orders", "member": "orders" });
    server
        .call(Method::PATCH, "/v1/me/preferences")
        .json(&body)
        .member("top")
        .send()
        .await;
    assert_eq!(
        server.get("/v1/me").member("orders").send().await.json(),
        before
    );
}

#[tokio::test]
async fn boards_name_rows_by_pseudonyms_that_differ_per_board_and_period() {
    let server = Server::new().await;
    let ids: Vec<String> = sqlx::query_scalar("SELECT public_id FROM members")
        .fetch_all(server.app.db.reader())
        .await
        .unwrap();
    let mut mine = Vec::new();
    for path in ["week", "month"] {
        let reply = server
            .get(&format!("/v1/leaderboards/{path}?limit=100"))
            .member("top")
            .send()
            .await;
        let rows = reply.json()["entries"].to_string();
        assert!(
            ids.iter().all(|id| !rows.contains(&format!("\"{id}\""))),
            "{path}"
        );
        let own: Value = reply.json()["me"]["entry"]["id"].clone();
        assert!(own.is_string());
        mine.push(own);
    }
    assert_ne!(mine[0], mine[1]);
}
