//! What holds for every resource: revalidation, problems, languages, origins, limits.

use axum::http::{Method, StatusCode};
use palier_contract::operation::ALL;
use serde_json::json;

use crate::harness::Server;

#[tokio::test]
async fn what_did_not_change_is_not_sent_again() {
    let server = Server::new().await;
    let paths = [
        "/v1/portal",
        "/v1/me",
        "/v1/me/balances",
        "/v1/me/ledger",
        "/v1/rewards",
        "/v1/tiers",
        "/v1/me/tier",
        "/v1/me/badges",
        "/v1/leaderboards",
        "/v1/leaderboards/week",
        "/v1/me/redemptions",
    ];
    for path in paths {
        let first = server.get(path).member("top").send().await;
        let tag = first.header("etag").to_owned();
        let opaque = tag.strip_prefix("W/").expect("a weak ETag");
        // A moment later the clock fields differ; what is said does not.
        tokio::time::sleep(std::time::Duration::from_millis(2)).await;
        let same = server
            .get(path)
            .member("top")
            .header("if-none-match", &tag)
            .send()
            .await;
        assert_eq!(same.status, StatusCode::NOT_MODIFIED, "{path}");
        assert!(same.bytes.is_empty());
        let list = server
            .get(path)
            .member("top")
            .header("if-none-match", &format!("\"x\", {opaque}"));
        assert_eq!(list.send().await.status, StatusCode::NOT_MODIFIED, "{path}");
        let other = server
            .get(path)
            .member("top")
            .header("if-none-match", "\"x\"")
            .send()
            .await;
        assert_eq!(other.status, StatusCode::OK, "{path}");
    }
}

#[tokio::test]
async fn member_data_is_never_stored_by_anybody() {
    let server = Server::new().await;
    for path in [
        "/v1/me",
        "/v1/me/balances",
        "/v1/rewards",
        "/v1/leaderboards/week",
        "/v1/tiers",
    ] {
        let reply = server.get(path).member("top").send().await;
        assert_eq!(reply.header("cache-control"), "private, no-store", "{path}");
        let varies = reply.header_list("vary");
        assert!(
            varies.contains("authorization") && varies.contains("accept-language"),
            "{varies}"
        );
    }
}

#[tokio::test]
async fn problems_and_texts_speak_the_readers_language() {
    let server = Server::new().await;
    for (wanted, language) in [("fr-BE, en;q=0.5", "fr"), ("de, *;q=0.1", "en"), ("", "en")] {
        let reply = server
            .get("/v1/portal")
            .header("accept-language", wanted)
            .send()
            .await;
        assert_eq!(reply.header("content-language"), language, "{wanted}");
        let problem = server
            .get("/v1/me/balances")
            .header("accept-language", wanted)
            .send()
            .await;
        assert_eq!(problem.header("content-language"), language, "{wanted}");
        let french = problem.json()["detail"]
            .as_str()
            .unwrap()
            .contains("reconnecter");
        assert_eq!(french, language == "fr");
    }
}

#[tokio::test]
async fn every_operation_of_the_contract_has_its_route() {
    let server = Server::new().await;
    for operation in ALL.iter().filter(|one| one.id != "stream_hints") {
        let path = operation
            .path
            .replace("{id}", "x")
            .replace("{threshold}", "3")
            .replace("{revision}", "1");
        let method: Method = operation.method.parse().unwrap();
        let reply = server
            .call(method.clone(), &path)
            .json(&json!({}))
            .member("top")
            .send()
            .await;
        assert_ne!(
            reply.status,
            StatusCode::METHOD_NOT_ALLOWED,
            "{}",
            operation.id
        );
        assert!(
            !reply.status.is_server_error(),
            "{} {}",
            operation.id,
            reply.text()
        );
        // A wrong method is told from a wrong address only where there is a route.
        let odd = server.call(Method::TRACE, &path).member("top").send().await;
        assert_eq!(odd.problem(), "method-not-allowed", "{}", operation.id);
        assert!(
            odd.header("allow").contains(method.as_str()),
            "{}",
            operation.id
        );
    }
    assert_eq!(
        server.get("/v1/unheard-of").send().await.problem(),
        "not-found"
    );
}

#[tokio::test]
async fn a_body_that_cannot_be_used_is_named() {
    let server = Server::new().await;
    let call = || {
        server
            .call(Method::POST, "/v1/redemptions/quote")
            .member("top")
    };
    assert_eq!(call().text("{").send().await.problem(), "bad-request");
    assert_eq!(call().text("{}").send().await.problem(), "invalid");
    assert_eq!(
        call().text(vec![0xff, 0xfe]).send().await.problem(),
        "bad-request"
    );
    let plain = call().header("content-type", "text/plain").send().await;
    assert_eq!(plain.problem(), "unsupported-media-type");
    let large = format!("\"{}\"", "x".repeat(300 * 1024));
    assert_eq!(call().text(large).send().await.problem(), "too-large");
}

#[tokio::test]
async fn pages_of_listed_and_loopback_origins_may_read_and_no_others() {
    let server = Server::with(&["--origin", "https://shop.example"]).await;
    for (origin, allowed) in [
        ("https://shop.example", true),
        ("http://localhost:3000", true),
        ("https://evil.example", false),
        ("null", false),
    ] {
        let reply = server
            .get("/v1/portal")
            .header("origin", origin)
            .send()
            .await;
        let granted = reply.header("access-control-allow-origin");
        assert_eq!(granted == origin, allowed, "{origin}");
        assert!(reply.header_list("vary").contains("origin"), "{origin}");
        let preflight = server
            .call(Method::OPTIONS, "/v1/redemptions")
            .header("origin", origin)
            .header("access-control-request-method", "POST")
            .header(
                "access-control-request-headers",
                "authorization,idempotency-key",
            )
            .send()
            .await;
        assert_eq!(
            preflight.header("access-control-allow-origin") == origin,
            allowed,
            "{origin}"
        );
        if allowed {
            assert!(
                preflight
                    .header_list("access-control-allow-headers")
                    .contains("idempotency-key")
            );
            assert!(
                preflight
                    .header("access-control-max-age")
                    .parse::<u32>()
                    .unwrap()
                    >= 7200
            );
            let exposed = reply.header_list("access-control-expose-headers");
            for name in [
                "etag",
                "retry-after",
                "content-language",
                "idempotency-replayed",
            ] {
                assert!(exposed.contains(name), "{exposed}");
            }
        }
    }
    // Problems must be readable too, or the page cannot tell why.
    let problem = server
        .get("/v1/me/balances")
        .header("origin", "https://shop.example")
        .send()
        .await;
    assert_eq!(
        problem.header("access-control-allow-origin"),
        "https://shop.example"
    );
}

#[tokio::test]
async fn too_many_requests_are_told_when_to_come_back() {
    let server = Server::with(&["--rate", "1"]).await;
    let mut refused = None;
    for _ in 0..20 {
        let reply = server.get("/v1/me").member("top").send().await;
        if reply.status == StatusCode::TOO_MANY_REQUESTS {
            refused = Some(reply);
            break;
        }
    }
    let refused = refused.expect("a bucket of five requests lasts for twenty");
    assert_eq!(refused.problem(), "rate-limited");
    assert!(refused.header("retry-after").parse::<u32>().unwrap() >= 1);
    assert!(refused.json()["retry_after_ms"].as_i64().unwrap() > 0);
    let other = server.get("/v1/me").member("almost").send().await;
    assert_eq!(
        other.status,
        StatusCode::OK,
        "another member has a bucket of their own"
    );
}

#[tokio::test]
async fn replies_are_compressed_for_who_can_read_it() {
    let server = Server::new().await;
    let packed = server
        .get("/v1/rewards")
        .header("accept-encoding", "gzip")
        .send()
        .await;
    let plain = server.get("/v1/rewards").send().await;
    assert_eq!(packed.header("content-encoding"), "gzip");
    assert!(packed.bytes.len() * 2 < plain.bytes.len());
}

#[tokio::test]
async fn health_and_the_api_document_are_open() {
    let server = Server::new().await;
    assert_eq!(server.get("/healthz").send().await.text(), "ok");
    let document = server.get("/v1/openapi.json").send().await.json();
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
}

#[tokio::test]
async fn a_failure_inside_is_logged_and_not_told() {
    let server = Server::new().await;
    crate::redeem::write(
        &server,
        "UPDATE members SET preferences = 'not json' WHERE public_id = 'top'",
    )
    .await;
    let reply = server.get("/v1/me").member("top").send().await;
    assert_eq!(reply.problem(), "internal");
    assert!(!reply.text().contains("expected"), "{}", reply.text());
}

#[tokio::test]
async fn a_query_that_is_not_utf_8_is_refused_by_name_and_not_read_as_something_else() {
    let server = Server::new().await;
    let asked = async |query: &str| server.get(&format!("/v1/rewards?{query}")).send().await;
    assert_eq!(asked("q=caf%C3%A9").await.status, StatusCode::OK);
    for (query, name) in [
        ("q=caf%E9", "q"),
        ("q=mug&category=%FF&category=wear", "category"),
    ] {
        let reply = asked(query).await;
        assert_eq!(reply.problem(), "bad-request", "{query}");
        let fault = &reply.json()["errors"][0];
        assert_eq!(fault["pointer"], name, "{query}");
        let detail = fault["detail"].as_str().unwrap();
        assert!(detail.contains("UTF-8"), "{fault}");
    }
}

#[tokio::test]
async fn languages_on_several_lines_are_one_list() {
    let server = Server::new().await;
    let call = server.get("/v1/tiers").header("accept-language", "de");
    let reply = call.header("accept-language", "fr").send().await;
    assert_eq!(reply.header("content-language"), "fr");
}

#[tokio::test]
async fn a_strong_tag_stands_for_the_same_bytes_however_it_is_asked_for() {
    let server = Server::new().await;
    for (path, compressed) in [
        ("/v1/portals/grove/draft", false),
        ("/v1/portals/grove", true),
        ("/v1/rewards", true),
    ] {
        let call = server.get(path).staff("admin");
        let reply = call.header("accept-encoding", "gzip").send().await;
        let is_gzip = reply.header("content-encoding") == "gzip";
        assert_eq!(is_gzip, compressed, "{path}");
        let is_weak = reply.header("etag").starts_with("W/");
        assert_eq!(is_weak, compressed, "{path}");
    }
}
