//! The static files beside the API.

use axum::http::{Method, StatusCode};

use crate::harness::{Folder, Reply, Server};

struct Site {
    server: Server,
    _folder: Folder,
}

async fn site() -> Site {
    let folder = Folder::new();
    for (path, text) in [
        ("index.html", "<title>portal</title>"),
        ("embed/index.html", "<title>brand</title>"),
        ("docs/contract.html", "<title>contract</title>"),
        ("kit/palier.js", "export {}"),
        ("kit/palier-0a1b2c3d4e5f6071.wasm", "\0asm"),
        ("kit/palier-0a1b2c3d4e5f6071.wasm.br", "packed"),
        ("kit/frame.html", "<title>frame</title>"),
        ("media/x.svg", "<svg/>"),
        (".env", "password"),
        (".git/config", "password"),
        (".well-known/security.txt", "Contact: mailto:a@club.example"),
    ] {
        let path = folder.0.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let server = Server::with(&[
        "--site",
        folder.0.to_str().unwrap(),
        "--frame-origin",
        "https://shop.example",
    ])
    .await;
    Site {
        server,
        _folder: folder,
    }
}

impl Site {
    async fn get(&self, path: &str, accept: &str) -> Reply {
        self.server.get(path).header("accept", accept).send().await
    }
}

#[tokio::test]
async fn wasm_has_its_exact_type_packed_or_not_and_is_kept_for_ever() {
    let site = site().await;
    let path = "/kit/palier-0a1b2c3d4e5f6071.wasm";
    let plain = site.get(path, "*/*").await;
    assert_eq!(plain.header("content-type"), "application/wasm");
    assert!(plain.header("cache-control").contains("immutable"));
    let call = site.server.get(path).header("accept-encoding", "gzip, br");
    let packed = call.send().await;
    assert_eq!(packed.header("content-type"), "application/wasm");
    assert_eq!(packed.header("content-encoding"), "br");
    assert_eq!(packed.text(), "packed");
}

#[tokio::test]
async fn a_page_answers_without_its_ending() {
    let site = site().await;
    for path in ["/docs/contract", "/docs/contract.html"] {
        let page = site.get(path, "text/html").await;
        assert!(page.text().contains("contract"), "{path}");
        assert!(page.header("content-type").starts_with("text/html"));
    }
    let none = site.get("/docs/nothing", "text/html").await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_kit_may_be_loaded_from_any_page() {
    let site = site().await;
    let loader = site.get("/kit/palier.js", "*/*").await;
    assert_eq!(loader.header("access-control-allow-origin"), "*");
    assert_eq!(loader.header("timing-allow-origin"), "*");
    assert_eq!(loader.header("cache-control"), "no-cache");
}

#[tokio::test]
async fn pages_carry_a_strict_policy() {
    let site = site().await;
    for path in ["/", "/embed/"] {
        let policy = site
            .get(path, "text/html")
            .await
            .header("content-security-policy")
            .to_owned();
        assert!(
            policy.contains("script-src 'self' 'wasm-unsafe-eval'"),
            "{policy}"
        );
        assert!(policy.contains("style-src 'self'"), "{policy}");
        assert!(!policy.contains("trusted-types"), "{policy}");
        let strict = site.get(&format!("/tt{path}"), "text/html").await;
        assert_eq!(strict.status, StatusCode::OK);
        let policy = strict.header("content-security-policy");
        assert!(
            policy.contains("require-trusted-types-for 'script'"),
            "{policy}"
        );
    }
}

#[tokio::test]
async fn a_picture_that_is_opened_by_itself_runs_nothing() {
    let site = site().await;
    let picture = site.get("/media/x.svg", "*/*").await;
    assert_eq!(picture.header("content-type"), "image/svg+xml");
    let policy = picture.header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'"), "{policy}");
    assert!(policy.ends_with("; sandbox"), "{policy}");
    let page = site.get("/", "text/html").await;
    assert_eq!(page.header("referrer-policy"), "same-origin");
}

#[tokio::test]
async fn nothing_hidden_and_nothing_above_is_served() {
    let site = site().await;
    for path in [
        "/.env",
        "/.git/config",
        "/%2eenv",
        "/media/../.env",
        "/media/%2e%2e/.env",
        "/tt/.env",
        "//etc/passwd",
    ] {
        assert_eq!(
            site.get(path, "*/*").await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
    let contact = site.get("/.well-known/security.txt", "*/*").await;
    assert_eq!(contact.status, StatusCode::OK);
}

#[tokio::test]
async fn the_portals_own_addresses_show_the_portal_and_nothing_else_does() {
    let site = site().await;
    let page = site.get("/rewards/tote-bag", "text/html,*/*;q=0.8").await;
    assert!(page.text().contains("portal"));
    for (path, accept) in [
        ("/rewards/tote-bag", "application/json"),
        ("/missing.js", "text/html"),
        ("/kit/missing", "text/html"),
        ("/../palier.db", "text/html"),
        ("/%2e%2e/palier.db", "*/*"),
    ] {
        let reply = site.get(path, accept).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(
            reply.header("content-type"),
            "application/problem+json",
            "{path}"
        );
    }
}

#[tokio::test]
async fn the_sign_in_page_lists_members_and_nobody_without_inline_code() {
    let site = site().await;
    let page = site.get("/demo/sign-in", "text/html").await;
    let text = page.text();
    assert!(text.contains("data-member=\"top\"") && text.contains("data-member=\"\""));
    assert!(!text.contains("<script>") && !text.contains("<style") && !text.contains(" style="));
    assert!(
        page.header("content-security-policy")
            .contains("script-src 'self'")
    );
    assert_eq!(
        site.get("/demo/sign-in.js", "*/*").await.status,
        StatusCode::OK
    );
}

#[tokio::test]
async fn the_frames_page_says_who_may_show_it_and_runs_nothing_but_the_kit() {
    let site = site().await;
    let page = site.get("/kit/frame.html", "text/html").await;
    let policy = page.header("content-security-policy");
    let rules: Vec<&str> = policy.split(';').map(str::trim).collect();
    // What is no origin adds nothing, and no rule of its own.
    let ancestors =
        "frame-ancestors 'self' http://127.0.0.1:* http://localhost:* https://shop.example";
    assert!(rules.contains(&ancestors), "{policy}");
    assert!(rules.contains(&"script-src 'self' 'wasm-unsafe-eval'"));
    assert!(rules.contains(&"default-src 'none'") && rules.contains(&"base-uri 'none'"));
    assert!(rules.contains(&"trusted-types 'none'"));
    // Every other page stays out of foreign frames.
    let other = site.get("/embed/", "text/html").await;
    let policy = other.header("content-security-policy");
    assert!(policy.ends_with("http://localhost:*") && policy.contains("frame-ancestors 'self';"));
}

#[tokio::test]
async fn a_method_that_files_do_not_take_is_answered_with_those_they_do() {
    let site = site().await;
    let call = site.server.call(Method::POST, "/kit/palier.js");
    let refused = call.send().await;
    assert_eq!(refused.status, StatusCode::METHOD_NOT_ALLOWED);
    // RFC 9110 §15.5.6.
    assert_eq!(refused.header("allow"), "GET, HEAD");
}
