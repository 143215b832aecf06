//! Blocks of the brand's own in drafts: kept by whoever does not know them, held to their
//! declarations by a server that is told of them.

use axum::http::{Method, StatusCode};
use palier_server::start;
use serde_json::{Value, json};

use crate::harness::{Folder, Reply, Server, options};

const DRAFT: &str = "/v1/portals/grove/draft";

fn declarations() -> Value {
    json!([{
        "type": "acme-offer", "label": "Offer", "props": [
            { "name": "title", "kind": "text", "required": true },
            { "name": "percent", "kind": "number", "min": 5, "max": 90 }] }])
}

fn document(title: &str, percent: i64) -> Value {
    json!({ "schema": 1, "id": "grove", "title": { "en": "Grove" }, "theme": { "tokens": {} }, "root": [
        { "id": "o", "type": "acme-offer", "v": 1, "props": { "percent": percent, "title": { "en": title } } }] })
}

async fn put(server: &Server, role: &str, tag: &str, document: &Value) -> Reply {
    let call = server.call(Method::PUT, DRAFT).staff(role).json(document);
    call.header("if-match", tag).send().await
}

/// A server whose draft has an offer; gives the draft's ETag.
async fn with_offer(more: &[&str]) -> (Server, String) {
    let server = Server::with(more).await;
    let read = server.get(DRAFT).staff("designer").send().await;
    let saved = put(
        &server,
        "designer",
        read.header("etag"),
        &document("Two for one", 10),
    )
    .await;
    assert_eq!(saved.status, StatusCode::OK, "{}", saved.text());
    let tag = saved.header("etag").to_owned();
    (server, tag)
}

async fn publish(server: &Server, tag: &str) -> Reply {
    let call = server.post("/v1/portals/grove/publish", &json!({}));
    call.staff("designer").header("if-match", tag).send().await
}

#[tokio::test]
async fn a_block_that_the_server_does_not_know_is_kept_and_published_untouched() {
    let (server, tag) = with_offer(&[]).await;
    let words = put(
        &server,
        "content_editor",
        &tag,
        &document("Three for one", 10),
    )
    .await;
    assert_eq!(
        words.problem(),
        "forbidden",
        "there is no telling what is a text"
    );
    let changed = put(&server, "designer", &tag, &document("Three for one", 500)).await;
    let done = publish(&server, changed.header("etag")).await;
    assert_eq!(done.status, StatusCode::CREATED, "{}", done.text());
    let public = server.get("/v1/portals/grove").send().await;
    assert_eq!(public.json(), document("Three for one", 500));
}

#[tokio::test]
async fn told_of_its_declaration_the_server_holds_it_to_that() {
    let folder = Folder::new();
    let file = folder.0.join("blocks.json");
    std::fs::write(&file, declarations().to_string()).unwrap();
    let (server, tag) = with_offer(&["--blocks", file.to_str().unwrap()]).await;
    let number = put(
        &server,
        "content_editor",
        &tag,
        &document("Two for one", 20),
    )
    .await;
    assert_eq!(number.problem(), "forbidden");
    let words = put(
        &server,
        "content_editor",
        &tag,
        &document("Three for one", 10),
    )
    .await;
    assert_eq!(words.status, StatusCode::OK, "{}", words.text());
    let changed = put(
        &server,
        "designer",
        words.header("etag"),
        &document("Three for one", 500),
    )
    .await;
    let refused = publish(&server, changed.header("etag")).await;
    assert_eq!(refused.problem(), "invalid");
    assert_eq!(refused.json()["errors"][0]["code"], "prop_invalid");
}

#[tokio::test]
async fn a_declaration_that_is_wrong_is_told_before_anything_is_served() {
    let folder = Folder::new();
    let file = folder.0.join("blocks.json");
    for (text, told) in [
        ("{}", "expected a JSON list of declarations"),
        (
            r#"[{ "type": "offer", "label": "Offer" }]"#,
            "[0]: type: expected lower-case letters",
        ),
    ] {
        std::fs::write(&file, text).unwrap();
        let options = options(&folder.0, &["--blocks", file.to_str().unwrap()]);
        let error = start::prepare(&options).await.unwrap_err().to_string();
        assert!(
            error.starts_with("--blocks ") && error.contains(told),
            "{error}"
        );
    }
}
