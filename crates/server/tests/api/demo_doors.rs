//! The demo's own tokens, and that a real programme has none of its doors.

use axum::http::StatusCode;
use palier_server::time::now;
use serde_json::{Value, json};

use crate::harness::{Folder, Server};

#[tokio::test]
async fn a_demo_token_lasts_a_quarter_of_an_hour_and_is_for_known_members() {
    let server = Server::new().await;
    let call = server.post("/demo/token", &json!({ "member": "top" }));
    let given = call.send().await;
    assert_eq!(given.header("cache-control"), "no-store");
    let token = given.json();
    assert_eq!(token["token_type"], "Bearer");
    assert_eq!(token["expires_in"], 900);
    let me = server
        .get("/v1/me")
        .bearer(token["access_token"].as_str().unwrap())
        .send()
        .await;
    assert_eq!(me.json()["id"], "top");
    let nobody = server
        .post("/demo/token", &json!({ "member": "unheard-of" }))
        .send()
        .await;
    assert_eq!(nobody.problem(), "invalid");
    let old = server
        .app
        .verifier
        .demo()
        .unwrap()
        .issue("top", &[], now() - 3_600_000)
        .unwrap();
    let reply = server.get("/v1/portal").bearer(&old).send().await;
    assert_eq!(
        reply.status,
        StatusCode::UNAUTHORIZED,
        "a bad token is told even where none is needed"
    );
}

#[tokio::test]
async fn a_real_programme_has_no_demo_routes_and_no_loopback_origins() {
    let folder = Folder::new();
    let text = include_str!("../../demo/programme.toml");
    let real: String = text
        .lines()
        .filter(|line| !line.contains("\"today"))
        .map(|line| {
            if line == "demo = true" {
                "demo = false\n".to_owned()
            } else {
                format!("{line}\n")
            }
        })
        .collect();
    let file = folder.0.join("programme.toml");
    std::fs::write(&file, real).unwrap();
    let server = Server::with(&["--programme", file.to_str().unwrap()]).await;
    assert!(server.app.verifier.demo().is_none());
    for path in ["/demo/members", "/demo/sign-in"] {
        assert_eq!(server.get(path).send().await.status, StatusCode::NOT_FOUND);
    }
    let reply = server
        .get("/v1/portal")
        .header("origin", "http://localhost:3000")
        .send()
        .await;
    assert_eq!(reply.header("access-control-allow-origin"), "");
    assert_eq!(reply.json()["programme"]["sign_in_url"], Value::Null);
}
