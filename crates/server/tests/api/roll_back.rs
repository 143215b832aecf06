//! Rolling back: held to the locks of what is public, and to the rules of publishing.

use axum::http::StatusCode;
use palier_contract::{Page, revision::Revision};
use serde_json::json;

use crate::{
    harness::{Reply, Server},
    portal_rights::{locked_draft, put},
};

async fn publish(server: &Server, tag: &str) -> Revision {
    let publish = server.post("/v1/portals/grove/publish", &json!({}));
    publish.staff("admin").header("if-match", tag).read().await
}

async fn roll_back(server: &Server, role: &str, revision: i64) -> Reply {
    let path = format!("/v1/portals/grove/revisions/{revision}/rollback");
    server.post(&path, &json!({})).staff(role).send().await
}

#[tokio::test]
async fn what_is_locked_keeps_a_designer_from_rolling_it_back() {
    let server = Server::new().await;
    let (tag, mut document) = locked_draft(&server).await;
    document["root"][1] = json!({ "id": "text", "type": "rich-text", "lock": ["edit"],
        "props": { "text": { "en": [{ "kind": "text", "text": "Terms" }] } } });
    let saved = put(&server, "admin", &tag, &document).await;
    let locked = publish(&server, saved.header("etag")).await.revision.get();
    document["root"][1]["props"]["text"]["en"][0]["text"] = json!("Better terms");
    let saved = put(&server, "admin", saved.header("etag"), &document).await;
    let latest = publish(&server, saved.header("etag")).await.revision.get();

    for earlier in [1, locked] {
        let refused = roll_back(&server, "designer", earlier).await;
        assert_eq!(refused.problem(), "forbidden", "to {earlier}");
    }
    let page: Page<Revision> = server
        .get("/v1/portals/grove/revisions")
        .staff("designer")
        .read()
        .await;
    assert_eq!(page.items[0].revision.get(), latest, "refused, yet public");
    let done = roll_back(&server, "admin", locked).await;
    assert_eq!(done.status, StatusCode::CREATED, "{}", done.text());
}

#[tokio::test]
async fn what_could_not_be_published_cannot_be_rolled_back_to() {
    let server = Server::new().await;
    let before = server.get("/v1/portals/grove").send().await;
    let back = roll_back(&server, "designer", 1).await;
    assert_eq!(back.status, StatusCode::CREATED, "{}", back.text());
    // As when the programme has lost a board since, or an earlier server checked less.
    let stale = r#"UPDATE portal_revisions SET body = json_set(body, '$.theme.tokens."color.accent"', 'url(https://a.example)') WHERE portal = 'grove' AND revision = 1"#;
    crate::redeem::write(&server, stale).await;
    let refused = roll_back(&server, "admin", 1).await;
    assert_eq!(refused.problem(), "invalid");
    assert_eq!(refused.json()["errors"][0]["code"], "css_text");
    let after = server.get("/v1/portals/grove").send().await;
    assert_eq!(after.bytes, before.bytes);
}
