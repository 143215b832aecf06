//! Portals by role: who changes what of a draft, who lists portals and reads revisions.

use axum::http::{Method, StatusCode};
use palier_contract::{
    Page,
    revision::{EditorRole, PortalSummaryPage, Revision},
};
use serde_json::{Value, json};

use crate::harness::{Reply, Server};

const DRAFT: &str = "/v1/portals/grove/draft";

/// A draft with one block of everything that can be locked; gives its ETag.
pub(crate) async fn locked_draft(server: &Server) -> (String, Value) {
    let read = server.get(DRAFT).staff("admin").send().await;
    let tag = read.header("etag").to_owned();
    let document = json!({
        "schema": 1, "id": "grove", "title": { "en": "Grove" },
        "theme": { "tokens": { "color.accent": "#0a5c36" }, "locked": ["color.accent"] },
        "root": [
            { "id": "hero", "type": "hero", "props": { "title": { "en": "Hi" } }, "lock": ["move", "remove"] },
            { "id": "text", "type": "rich-text", "props": { "text": { "en": [] } }, "lock": ["edit", "style"] },
            { "id": "free", "type": "section", "props": { "title": { "en": "Free" } }, "slots": { "main": [
                { "id": "image", "type": "image", "props": { "src": "/a.svg", "alt": { "en": "A" } } } ] } },
            { "id": "shut", "type": "section", "lock": ["insert"] },
            { "id": "logo", "type": "image", "props": { "src": "/a.svg", "alt": { "en": "A" } },
                "lock": ["edit_by_content_editors"] }
        ]
    });
    let saved = put(server, "admin", &tag, &document).await;
    assert_eq!(saved.status, StatusCode::OK, "{}", saved.text());
    (saved.header("etag").to_owned(), document)
}

pub(crate) async fn put(server: &Server, role: &str, tag: &str, document: &Value) -> Reply {
    let call = server.call(Method::PUT, DRAFT).staff(role).json(document);
    call.header("if-match", tag).send().await
}

/// The word of the reason, or `saved`.
async fn outcome(server: &Server, role: &str, change: &dyn Fn(&mut Value)) -> String {
    let (tag, mut document) = locked_draft(server).await;
    change(&mut document);
    let reply = put(server, role, &tag, &document).await;
    if reply.status == StatusCode::OK {
        return "saved".to_owned();
    }
    assert_eq!(reply.problem(), "forbidden", "{}", reply.text());
    let problem = reply.json();
    let said = problem["detail"].as_str().unwrap();
    assert!(said.starts_with("Refused: "), "{said}");
    let read = server.get(DRAFT).staff(role).send().await;
    assert_eq!(read.header("etag"), tag, "refused, yet saved");
    problem["errors"][0]["code"].as_str().unwrap().to_owned()
}

type Edit = (&'static str, fn(&mut Value), [&'static str; 3]);

/// What, and how it ends for an admin, a designer and a content editor.
const EDITS: &[Edit] = &[
    (
        "word a title",
        |d| d["root"][2]["props"]["title"]["en"] = json!("Freer"),
        ["saved", "saved", "saved"],
    ),
    (
        "change a picture",
        |d| d["root"][2]["slots"]["main"][0]["props"]["src"] = json!("/b.svg"),
        ["saved", "saved", "saved"],
    ),
    (
        "change a picture that content editors leave alone",
        |d| d["root"][4]["props"]["src"] = json!("/b.svg"),
        ["saved", "saved", "locked"],
    ),
    (
        "take a lock for content editors off",
        |d| d["root"][4]["lock"] = json!([]),
        ["saved", "role", "role"],
    ),
    (
        "word what is locked",
        |d| d["root"][1]["props"]["text"]["en"] = json!([{ "kind": "text", "text": "x" }]),
        ["saved", "locked", "locked"],
    ),
    (
        "change a style",
        |d| d["root"][2]["props"]["padding"] = json!("l"),
        ["saved", "saved", "role"],
    ),
    (
        "widen what is locked",
        |d| d["root"][1]["span"] = json!({ "base": 6 }),
        ["saved", "locked", "role"],
    ),
    (
        "remove what is locked",
        |d| drop(d["root"].as_array_mut().unwrap().remove(0)),
        ["saved", "locked", "role"],
    ),
    (
        "move what is not locked past what is",
        |d| d["root"].as_array_mut().unwrap().swap(0, 2),
        ["saved", "saved", "role"],
    ),
    (
        "take what is locked into another slot",
        |d| {
            let hero = d["root"].as_array_mut().unwrap().remove(0);
            d["root"][1]["slots"]["main"]
                .as_array_mut()
                .unwrap()
                .push(hero);
        },
        ["saved", "locked", "role"],
    ),
    (
        "put something into what is shut",
        |d| d["root"][3]["slots"] = json!({ "main": [{ "id": "new", "type": "spacer" }] }),
        ["saved", "locked", "role"],
    ),
    (
        "add a block",
        |d| {
            d["root"]
                .as_array_mut()
                .unwrap()
                .push(json!({ "id": "new", "type": "spacer" }))
        },
        ["saved", "saved", "role"],
    ),
    (
        "take a lock off",
        |d| d["root"][0]["lock"] = json!([]),
        ["saved", "role", "role"],
    ),
    (
        "change a token of the brand",
        |d| d["theme"]["tokens"]["color.accent"] = json!("#000000"),
        ["saved", "token_locked", "role"],
    ),
    (
        "let go of a token of the brand",
        |d| d["theme"]["locked"] = json!([]),
        ["saved", "role", "role"],
    ),
    (
        "change another token",
        |d| d["theme"]["tokens"]["color.ink"] = json!("#000000"),
        ["saved", "saved", "role"],
    ),
    (
        "change the page's title",
        |d| d["title"]["en"] = json!("Other"),
        ["saved", "saved", "role"],
    ),
];

#[tokio::test]
async fn roles_and_locks_hold_whatever_is_sent() {
    let server = Server::new().await;
    for (what, change, ends) in EDITS {
        for (role, expected) in ["admin", "designer", "content_editor"].iter().zip(ends) {
            let end = outcome(&server, role, change).await;
            assert_eq!(&end, expected, "{role}: {what}");
        }
    }
}

#[tokio::test]
async fn the_reason_is_told_in_the_readers_language() {
    let server = Server::new().await;
    let (tag, mut document) = locked_draft(&server).await;
    document["root"][0]["lock"] = json!([]);
    let call = server
        .call(Method::PUT, DRAFT)
        .staff("designer")
        .json(&document);
    let call = call
        .header("if-match", &tag)
        .header("accept-language", "fr");
    let told = call.send().await.json()["detail"].clone();
    assert_eq!(told, "Refusé : le rôle designer ne permet pas cela.");
}

#[tokio::test]
async fn a_content_editor_makes_no_portal() {
    let server = Server::new().await;
    let document = json!({ "schema": 1, "id": "fresh", "title": { "en": "Fresh" }, "root": [] });
    let call = server.call(Method::PUT, "/v1/portals/fresh/draft");
    let call = call.staff("content_editor").json(&document);
    let reply = call.header("if-none-match", "*").send().await;
    assert_eq!(reply.problem(), "forbidden");
}

#[tokio::test]
async fn editors_list_every_portal_page_by_page() {
    let server = Server::new().await;
    let fresh = json!({ "schema": 1, "id": "aaa", "title": { "en": "Fresh" }, "root": [] });
    let make = server
        .call(Method::PUT, "/v1/portals/aaa/draft")
        .staff("designer");
    let made = make.json(&fresh).header("if-none-match", "*").send().await;
    assert_eq!(made.status, StatusCode::CREATED);
    let all: PortalSummaryPage = server
        .get("/v1/portals")
        .staff("content_editor")
        .read()
        .await;
    let ids: Vec<&str> = all.items.iter().map(|one| one.id.as_str()).collect();
    assert!(
        ids.contains(&"grove") && ids.is_sorted() && ids[0] == "aaa",
        "{ids:?}"
    );
    assert_eq!(all.items[0].published_revision, None);
    let title = all.items[0].title.get("en");
    assert_eq!(title.map(String::as_str), Some("Fresh"));
    let grove = all
        .items
        .iter()
        .find(|one| one.id.as_str() == "grove")
        .unwrap();
    assert_eq!(grove.published_revision.map(|number| number.get()), Some(1));
    assert!(all.items[0].changed && !grove.changed && grove.published_at.is_some());
    assert_eq!(all.role, EditorRole::ContentEditor);
    let mut paged = Vec::new();
    let mut path = "/v1/portals?limit=1".to_owned();
    loop {
        let page: PortalSummaryPage = server.get(&path).staff("designer").read().await;
        paged.extend(page.items);
        let Some(cursor) = page.next_cursor else {
            break;
        };
        path = format!("/v1/portals?limit=1&cursor={cursor}");
    }
    assert_eq!(paged, all.items);
    let member = server.get("/v1/portals").member("top").send().await;
    assert_eq!(member.problem(), "forbidden");
    assert_eq!(
        server.get("/v1/portals").send().await.problem(),
        "unauthorised"
    );
}

#[tokio::test]
async fn a_portal_that_was_only_published_has_a_draft_and_a_readable_revision() {
    let server = Server::new().await;
    let public = server.get("/v1/portals/grove").send().await;
    let draft = server.get(DRAFT).staff("content_editor").send().await;
    assert_eq!(draft.bytes, public.bytes);
    let path = "/v1/portals/grove/revisions/1";
    let first = server.get(path).staff("content_editor").send().await;
    assert_eq!(first.bytes, public.bytes);
    let again = server.get(path).staff("designer");
    let again = again
        .header("if-none-match", first.header("etag"))
        .send()
        .await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    for missing in [
        "/v1/portals/grove/revisions/99",
        "/v1/portals/grove/revisions/x",
    ] {
        let reply = server.get(missing).staff("designer").send().await;
        assert_eq!(reply.problem(), "not-found", "{missing}");
    }
    let member = server.get(path).member("top").send().await;
    assert_eq!(member.problem(), "forbidden");
    assert_eq!(server.get(path).send().await.problem(), "unauthorised");
}

#[tokio::test]
async fn a_page_that_names_what_the_programme_has_not_is_not_published() {
    let server = Server::new().await;
    let (tag, mut document) = locked_draft(&server).await;
    document["root"] =
        json!([{ "id": "b", "type": "leaderboard", "props": { "board": "nobody's" } }]);
    let saved = put(&server, "admin", &tag, &document).await;
    let publish = server
        .post("/v1/portals/grove/publish", &json!({}))
        .staff("admin");
    let refused = publish
        .header("if-match", saved.header("etag"))
        .send()
        .await;
    assert_eq!(refused.problem(), "invalid");
    assert_eq!(refused.json()["errors"][0]["code"], "dead_reference");
}

#[tokio::test]
async fn the_list_tells_the_readers_role_and_which_drafts_are_ahead_of_the_public() {
    let server = Server::new().await;
    let list = async |who: &str| -> PortalSummaryPage {
        server.get("/v1/portals").staff(who).read().await
    };
    for (who, role) in [
        ("admin", EditorRole::Admin),
        ("designer", EditorRole::Designer),
        ("content_editor", EditorRole::ContentEditor),
    ] {
        assert_eq!(list(who).await.role, role);
    }
    let is_changed = |page: PortalSummaryPage| {
        let grove = page.items.iter().find(|one| one.id.as_str() == "grove");
        grove.map(|one| one.changed)
    };
    assert_eq!(is_changed(list("admin").await), Some(false));
    let (tag, mut document) = locked_draft(&server).await;
    document["root"] = json!([{ "id": "spacer", "type": "spacer" }]);
    let saved = put(&server, "admin", &tag, &document).await;
    let tag = saved.header("etag").to_owned();
    assert_eq!(is_changed(list("admin").await), Some(true));
    let publish = server.post("/v1/portals/grove/publish", &json!({}));
    let done = publish.staff("admin").header("if-match", &tag).send().await;
    assert_eq!(done.status, StatusCode::CREATED, "{}", done.text());
    assert_eq!(is_changed(list("admin").await), Some(false));
}

#[tokio::test]
async fn revisions_tell_who_published_them() {
    let server = Server::new().await;
    let roll = server.post("/v1/portals/grove/revisions/1/rollback", &json!({}));
    let done: Revision = roll.staff("designer").read().await;
    let list: Page<Revision> = server
        .get("/v1/portals/grove/revisions")
        .staff("content_editor")
        .read()
        .await;
    assert!(done.published_by.is_some());
    assert_eq!(list.items[0].published_by, done.published_by);
    assert_eq!(list.items[1].published_by, None, "the server's own");
}

async fn delete(server: &Server, role: &str, tag: &str) -> Reply {
    let call = server.call(Method::DELETE, "/v1/portals/grove").staff(role);
    call.header("if-match", tag).send().await
}

#[tokio::test]
async fn a_portal_is_deleted_once_and_its_id_stays_taken() {
    let server = Server::new().await;
    let read = server.get(DRAFT).staff("designer").send().await;
    let tag = read.header("etag").to_owned();
    let unnamed = server.call(Method::DELETE, "/v1/portals/grove");
    let unnamed = unnamed.staff("designer").send().await;
    assert_eq!(unnamed.problem(), "precondition-required");
    assert_eq!(
        delete(&server, "designer", "\"d99\"").await.problem(),
        "precondition-failed"
    );
    assert_eq!(
        delete(&server, "content_editor", &tag).await.problem(),
        "forbidden"
    );
    assert_eq!(
        delete(&server, "designer", &tag).await.status,
        StatusCode::NO_CONTENT
    );
    for path in [
        "/v1/portals/grove",
        DRAFT,
        "/v1/portals/grove/revisions",
        "/v1/portals/grove/revisions/1",
    ] {
        let gone = server.get(path).staff("admin").send().await;
        assert_eq!(gone.problem(), "not-found", "{path}");
    }
    let back = server.post("/v1/portals/grove/revisions/1/rollback", &json!({}));
    assert_eq!(back.staff("admin").send().await.problem(), "not-found");
    assert_eq!(delete(&server, "admin", &tag).await.problem(), "not-found");
    let list: PortalSummaryPage = server.get("/v1/portals").staff("admin").read().await;
    assert!(list.items.iter().all(|one| one.id.as_str() != "grove"));
    let again = json!({ "schema": 1, "id": "grove", "title": {}, "root": [] });
    let again = server.call(Method::PUT, DRAFT).staff("admin").json(&again);
    let again = again.header("if-none-match", "*").send().await;
    assert_eq!(again.problem(), "precondition-failed");
}

#[tokio::test]
async fn what_is_locked_keeps_a_designer_from_deleting_its_portal() {
    let server = Server::new().await;
    let (tag, _) = locked_draft(&server).await;
    assert_eq!(
        delete(&server, "designer", &tag).await.problem(),
        "forbidden"
    );
    assert_eq!(
        server.get("/v1/portals/grove").send().await.status,
        StatusCode::OK
    );
    assert_eq!(
        delete(&server, "admin", &tag).await.status,
        StatusCode::NO_CONTENT
    );
}
