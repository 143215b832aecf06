//! Themes by id: the look of what is published, for anybody, with a tag to ask again by.

use axum::http::{Method, StatusCode};
use palier_contract::theme::PortalTheme;
use serde_json::{Value, json};

use crate::harness::Server;

const THEME: &str = "/v1/portals/guild/theme";

#[tokio::test]
async fn a_theme_is_that_of_the_published_document_and_nothing_else() {
    let server = Server::new().await;
    let document = server.get("/v1/portals/guild").send().await.json();
    let reply = server.get(THEME).send().await;
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
    let theme = reply.json();
    assert_eq!(theme["scheme"], document["theme"]["scheme"]);
    assert_eq!(theme["tokens"], document["theme"]["tokens"]);
    assert_eq!(
        theme.get("locked"),
        None,
        "editors' affairs are not readers'"
    );
    assert!(serde_json::from_value::<PortalTheme>(theme).is_ok());
    assert!(reply.header("cache-control").starts_with("public, "));
}

#[tokio::test]
async fn a_theme_that_is_known_is_not_sent_again_until_another_is_published() {
    let server = Server::new().await;
    let tag = server.get(THEME).send().await.header("etag").to_owned();
    assert!(!tag.is_empty());
    let again = || server.get(THEME).header("if-none-match", &tag);
    assert_eq!(again().send().await.status, StatusCode::NOT_MODIFIED);

    let draft = server.get("/v1/portals/guild/draft").staff("designer");
    let draft = draft.send().await;
    let mut document: Value = draft.json();
    document["theme"]["tokens"]["color.accent"] = json!("#7a1f4b");
    let put = server.call(Method::PUT, "/v1/portals/guild/draft");
    let put = put.staff("designer").text(document.to_string());
    let saved = put.header("if-match", draft.header("etag")).send().await;
    assert_eq!(saved.status, StatusCode::OK, "{}", saved.text());
    // What is drafted is nobody's look yet.
    assert_eq!(again().send().await.status, StatusCode::NOT_MODIFIED);

    let publish = server.call(Method::POST, "/v1/portals/guild/publish");
    let publish = publish
        .staff("designer")
        .header("if-match", saved.header("etag"));
    assert_eq!(publish.send().await.status, StatusCode::CREATED);
    let now = again().send().await;
    assert_eq!(now.status, StatusCode::OK);
    assert_eq!(now.json()["tokens"]["color.accent"], "#7a1f4b");
}

#[tokio::test]
async fn what_was_never_published_has_no_theme() {
    let server = Server::new().await;
    let reply = server.get("/v1/portals/no-such-portal/theme").send().await;
    assert_eq!(reply.problem(), "not-found");
}
