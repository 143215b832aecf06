//! Portal documents: public, drafts with preconditions, publishing by role.

use axum::http::{Method, StatusCode};
use palier_contract::{Page, revision::Revision};
use serde_json::{Value, json};

use crate::harness::{Reply, Server};

const DRAFT: &str = "/v1/portals/grove/draft";

async fn draft(server: &Server) -> (String, Value) {
    let reply = server.get(DRAFT).staff("designer").send().await;
    assert_eq!(reply.status, StatusCode::OK);
    (reply.header("etag").to_owned(), reply.json())
}

async fn put(server: &Server, tag: &str, body: &str) -> Reply {
    put_as(server, "designer", tag, body).await
}

async fn put_as(server: &Server, role: &str, tag: &str, body: &str) -> Reply {
    let call = server
        .call(Method::PUT, DRAFT)
        .staff(role)
        .text(body.to_owned());
    call.header("if-match", tag).send().await
}

#[tokio::test]
async fn a_document_comes_back_byte_for_byte_with_what_nobody_knows() {
    let server = Server::new().await;
    let (tag, mut document) = draft(&server).await;
    document["x_brand"] = json!({ "kept": [1, 2.50, "é"] });
    document["root"][0]["type"] = json!("from-the-future");
    let text = format!("{}\n  ", serde_json::to_string_pretty(&document).unwrap());
    let saved = put(&server, &tag, &text).await;
    assert_eq!(saved.status, StatusCode::OK, "{}", saved.text());
    let read = server.get(DRAFT).staff("designer").send().await;
    assert_eq!(read.text(), text);
    assert_eq!(read.header("etag"), saved.header("etag"));
    let same = server
        .get(DRAFT)
        .staff("designer")
        .header("if-none-match", read.header("etag"));
    assert_eq!(same.send().await.status, StatusCode::NOT_MODIFIED);
}

#[tokio::test]
async fn a_new_portal_is_called_by_what_an_address_may_hold() {
    let server = Server::new().await;
    let long = "a".repeat(101);
    for (id, status) in [
        ("Summer_2026-b", StatusCode::CREATED),
        ("..", StatusCode::UNPROCESSABLE_ENTITY),
        ("../me", StatusCode::UNPROCESSABLE_ENTITY),
        ("a b", StatusCode::UNPROCESSABLE_ENTITY),
        (&long, StatusCode::UNPROCESSABLE_ENTITY),
    ] {
        let document =
            json!({ "schema": 1, "id": id, "title": { "en": "A" }, "theme": {}, "root": [] });
        let escaped = id.replace(' ', "%20").replace('/', "%2f");
        let call = server
            .call(Method::PUT, &format!("/v1/portals/{escaped}/draft"))
            .staff("designer")
            .json(&document);
        let reply = call.header("if-none-match", "*").send().await;
        assert_eq!(reply.status, status, "{id}: {}", reply.text());
    }
}

#[tokio::test]
async fn a_draft_of_a_thousand_blocks_is_taken() {
    let server = Server::new().await;
    let (tag, mut document) = draft(&server).await;
    let block = |index: usize| {
        let words = "Words that a brand would write for its members. ".repeat(8);
        json!({ "id": format!("t{index}"), "type": "button", "v": 1, "props": { "label": { "en": words } } })
    };
    document["root"] = (0..1000).map(block).collect();
    let text = serde_json::to_string_pretty(&document).unwrap();
    assert!(text.len() > 256 * 1024);
    let saved = put(&server, &tag, &text).await;
    assert_eq!(saved.status, StatusCode::OK, "{}", saved.text());
}

#[tokio::test]
async fn the_second_editor_is_told_instead_of_overwriting_the_first() {
    let server = Server::new().await;
    let (tag, document) = draft(&server).await;
    let text = document.to_string();
    assert_eq!(put(&server, &tag, &text).await.status, StatusCode::OK);
    assert_eq!(
        put(&server, &tag, &text).await.problem(),
        "precondition-failed"
    );
    let call = server.call(Method::PUT, DRAFT).staff("designer").text(text);
    assert_eq!(call.send().await.problem(), "precondition-required");
}

#[tokio::test]
async fn a_draft_is_public_once_published_and_earlier_revisions_come_back() {
    let server = Server::new().await;
    let first = server.get("/v1/portals/grove").send().await;
    let (tag, mut document) = draft(&server).await;
    document["title"]["en"] = json!("Second thoughts");
    let saved = put(&server, &tag, &document.to_string()).await;
    let unseen = server
        .get("/v1/portals/grove")
        .header("if-none-match", first.header("etag"));
    assert_eq!(unseen.send().await.status, StatusCode::NOT_MODIFIED);

    let body = json!({ "note": "Better title" });
    let publish = |tag: String| {
        server
            .post("/v1/portals/grove/publish", &body)
            .staff("designer")
            .header("if-match", &tag)
    };
    assert_eq!(publish(tag).send().await.problem(), "precondition-failed");
    let revision: Revision = publish(saved.header("etag").to_owned()).read().await;
    assert!(revision.current && revision.note.as_deref() == Some("Better title"));
    let now = server.get("/v1/portals/grove").send().await;
    assert_eq!(now.json()["title"]["en"], "Second thoughts");

    let back = server
        .post("/v1/portals/grove/revisions/1/rollback", &json!({}))
        .staff("admin");
    let restored: Revision = back.read().await;
    assert_eq!(restored.revision.get(), revision.revision.get() + 1);
    assert_eq!(
        server.get("/v1/portals/grove").send().await.bytes,
        first.bytes
    );
    let list: Page<Revision> = server
        .get("/v1/portals/grove/revisions")
        .staff("designer")
        .read()
        .await;
    assert_eq!(list.items.len(), 3);
    assert_eq!(list.items.iter().filter(|one| one.current).count(), 1);
}

#[tokio::test]
async fn a_publication_whose_answer_was_lost_is_not_made_twice() {
    let server = Server::new().await;
    let (tag, mut document) = draft(&server).await;
    document["title"]["en"] = json!("Once");
    let saved = put(&server, &tag, &document.to_string()).await;
    let tag = saved.header("etag").to_owned();
    let publish = |body: serde_json::Value| {
        let call = server.post("/v1/portals/grove/publish", &body);
        call.staff("designer").header("if-match", &tag)
    };
    let first: Revision = publish(json!({ "note": "Spring" })).read().await;
    let again = publish(json!({ "note": "Spring" })).send().await;
    assert_eq!(again.status, StatusCode::CREATED, "{}", again.text());
    assert_eq!(again.json()["revision"], first.revision.get());
    // Another note is another thing to say.
    let other: Revision = publish(json!({ "note": "Summer" })).read().await;
    assert_eq!(other.revision.get(), first.revision.get() + 1);
}

#[tokio::test]
async fn publishing_needs_no_words_and_no_body() {
    let server = Server::new().await;
    let (tag, _) = draft(&server).await;
    let publish = |body: Option<&'static str>, kind: &'static str| {
        let call = server.call(Method::POST, "/v1/portals/grove/publish");
        let call = call.staff("designer").header("if-match", &tag);
        match body {
            Some(body) => call.body(body).header("content-type", kind),
            None => call,
        }
    };
    let silent: Revision = publish(None, "").read().await;
    assert!(silent.current && silent.note.is_none());
    let empty = publish(Some(""), "application/json").send().await;
    assert_eq!(empty.status, StatusCode::CREATED, "{}", empty.text());
    let words = publish(Some("words"), "text/plain").send().await;
    assert_eq!(words.problem(), "unsupported-media-type");
    let broken = publish(Some("{"), "application/json").send().await;
    assert_eq!(broken.problem(), "bad-request");
}

#[tokio::test]
async fn every_revision_is_on_one_page_or_another() {
    let server = Server::new().await;
    let back = "/v1/portals/grove/revisions/1/rollback";
    for _ in 0..4 {
        let made: Revision = server.post(back, &json!({})).staff("admin").read().await;
        assert!(made.current);
    }
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    loop {
        let path = format!("/v1/portals/grove/revisions?limit=2&cursor={cursor}");
        let page: Page<Revision> = server.get(&path).staff("designer").read().await;
        assert!(page.items.len() <= 2);
        seen.extend(page.items);
        let Some(next) = page.next_cursor else { break };
        cursor = next;
    }
    let numbers: Vec<i64> = seen.iter().map(|one| one.revision.get()).collect();
    assert_eq!(numbers, [5, 4, 3, 2, 1]);
    let current: Vec<bool> = seen.iter().map(|one| one.current).collect();
    assert_eq!(current, [true, false, false, false, false]);
    let first = "/v1/portals/grove/revisions?limit=2";
    let page: Page<Revision> = server.get(first).staff("designer").read().await;
    let elsewhere = format!(
        "/v1/portals/arcade/revisions?cursor={}",
        page.next_cursor.unwrap()
    );
    let refused = server.get(&elsewhere).staff("designer").send().await;
    assert_eq!(refused.problem(), "cursor-invalid");
    let many = server.get("/v1/portals/grove/revisions?limit=1000");
    assert_eq!(many.staff("designer").send().await.problem(), "bad-request");
}

#[tokio::test]
async fn an_unfinished_draft_is_kept_but_not_published() {
    let server = Server::new().await;
    let before = server.get("/v1/portals/grove").send().await;
    let (tag, mut document) = draft(&server).await;
    document["theme"]["tokens"]["color.accent"] = json!("url(https://a.example)");
    let saved = put(&server, &tag, &document.to_string()).await;
    assert_eq!(saved.status, StatusCode::OK);
    let publish = server
        .post("/v1/portals/grove/publish", &json!({}))
        .staff("designer");
    let refused = publish
        .header("if-match", saved.header("etag"))
        .send()
        .await;
    assert_eq!(refused.problem(), "invalid");
    assert_eq!(refused.json()["errors"][0]["code"], "css_text");
    assert_eq!(
        server.get("/v1/portals/grove").send().await.bytes,
        before.bytes
    );
}

#[tokio::test]
async fn roles_decide_who_edits_and_who_publishes() {
    let server = Server::new().await;
    let (tag, _) = draft(&server).await;
    for path in [DRAFT, "/v1/portals/grove/revisions"] {
        assert_eq!(
            server.get(path).member("top").send().await.problem(),
            "forbidden"
        );
        assert_eq!(
            server.get(path).staff("intern").send().await.problem(),
            "forbidden"
        );
        assert_eq!(
            server.get(path).staff("content_editor").send().await.status,
            StatusCode::OK
        );
    }
    for path in [
        "/v1/portals/grove/publish",
        "/v1/portals/grove/revisions/1/rollback",
    ] {
        let call = server
            .post(path, &json!({}))
            .staff("content_editor")
            .header("if-match", &tag);
        assert_eq!(call.send().await.problem(), "forbidden");
    }
}

#[tokio::test]
async fn a_new_portal_is_made_once() {
    let server = Server::new().await;
    let document = json!({ "schema": 1, "id": "fresh", "title": { "en": "Fresh" }, "root": [] });
    let make = || {
        let call = server
            .call(Method::PUT, "/v1/portals/fresh/draft")
            .staff("designer");
        call.json(&document).header("if-none-match", "*")
    };
    assert_eq!(make().send().await.status, StatusCode::CREATED);
    assert_eq!(make().send().await.problem(), "precondition-failed");
    assert_eq!(
        server.get("/v1/portals/fresh").send().await.problem(),
        "not-found"
    );
}

#[tokio::test]
async fn a_document_that_breaks_a_rule_is_refused_with_the_place() {
    let server = Server::new().await;
    let (tag, document) = draft(&server).await;
    let nested = json!({ "id": "deep", "type": "section", "slots": { "main": [
        { "id": "d2", "type": "section", "slots": { "main": [
            { "id": "d3", "type": "section", "slots": { "main": [
                { "id": "d4", "type": "section", "slots": { "main": [
                    { "id": "d5", "type": "spacer" } ] } } ] } } ] } } ] } });
    for (change, pointer) in [
        (("/id", json!("other")), "/id"),
        (("/schema", json!(99)), "/schema"),
        (("/schema", json!(0)), "/schema"),
        (
            ("/root/1/id", document["root"][0]["id"].clone()),
            "/root/1/id",
        ),
        (
            ("/root/0", nested),
            "/root/0/slots/main/0/slots/main/0/slots/main/0/slots",
        ),
    ] {
        let mut broken = document.clone();
        *broken.pointer_mut(change.0).unwrap() = change.1;
        let reply = put(&server, &tag, &broken.to_string()).await;
        assert_eq!(reply.problem(), "invalid", "{pointer}");
        assert_eq!(reply.json()["errors"][0]["pointer"], pointer);
    }
    assert_eq!(put(&server, &tag, "{").await.problem(), "bad-request");
    assert_eq!(put(&server, &tag, "[]").await.problem(), "invalid");
}

#[tokio::test]
async fn a_tag_names_what_is_in_a_document_and_not_its_number() {
    let server = Server::new().await;
    let paths = ["/v1/portals/grove", "/v1/portals/grove/theme"];
    let mut held = Vec::new();
    for path in paths {
        held.push(server.get(path).send().await.header("etag").to_owned());
    }
    let statuses = async || {
        let mut statuses = Vec::new();
        for (path, tag) in paths.iter().zip(&held) {
            let call = server.get(path).header("if-none-match", tag);
            statuses.push(call.send().await.status);
        }
        statuses
    };
    assert_eq!(statuses().await, [StatusCode::NOT_MODIFIED; 2]);
    // What a database that was made anew has under the same number.
    let mut tx = server.app.db.begin().await.unwrap();
    let other = "UPDATE portal_revisions SET body = replace(body, '#f6f1e6', '#ffffff')";
    sqlx::query(other).execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(statuses().await, [StatusCode::OK; 2]);
}
