//! Joining by a button.

use axum::http::StatusCode;
use palier_contract::{
    balance::Balances,
    demo::DemoMember,
    member::{Me, MemberState},
    portal::Portal,
};
use serde_json::{Value, json};

use crate::{
    harness::{Reply, Server},
    operate::{asked, club, done},
};

const ASK: &str = "join = \"ask\"";
const TERMS: &str = "join = \"ask\"\nterms_version = \"2\"\nlinks = { terms = \"/terms\" }";

async fn join(server: &Server, who: &str, body: &Value) -> Reply {
    asked(server.post("/v1/me/join", body), who).send().await
}

async fn me(server: &Server, who: &str) -> Me {
    asked(server.get("/v1/me"), who).read().await
}

#[tokio::test]
async fn whoever_signs_in_joins_once_by_asking() {
    let server = club(ASK).await;
    let before = me(&server, "ann").await;
    assert_eq!(before.state, MemberState::Candidate);
    let step = before.actions.get("join").unwrap();
    assert_eq!(
        (step.method.as_str(), step.href.as_str()),
        ("POST", "/v1/me/join")
    );
    assert_eq!(before.terms, None);
    let bodies = (json!({}), json!({}));
    let (one, two) = tokio::join!(
        join(&server, "ann", &bodies.0),
        join(&server, "ann", &bodies.1)
    );
    let (one, two): (Me, Me) = (one.read(), two.read());
    assert_eq!(one.state, MemberState::Member);
    assert_eq!(one, two);
    assert_eq!(one, me(&server, "ann").await);
    assert!(!one.actions.contains_key("join"));
    let held: Balances = asked(server.get("/v1/me/balances"), "ann").read().await;
    assert_eq!(held.balances[0].available.get(), 50, "welcomed once");
}

#[tokio::test]
async fn joining_takes_agreeing_to_the_terms_of_today() {
    let server = club(TERMS).await;
    let terms = me(&server, "ann").await.terms.unwrap();
    assert_eq!(
        (terms.url.as_str(), terms.version.as_str()),
        ("/terms", "2")
    );
    for (body, code) in [
        (json!({}), "required"),
        (
            json!({ "terms": { "url": "/terms", "version": "1" } }),
            "mismatch",
        ),
    ] {
        let reply = join(&server, "ann", &body).await;
        assert_eq!(reply.problem(), "invalid");
        assert_eq!(reply.pointers(), ["/terms"]);
        assert_eq!(reply.json()["errors"][0]["code"], code);
        assert_eq!(me(&server, "ann").await.state, MemberState::Candidate);
    }
    let agreed = json!({ "terms": terms });
    assert_eq!(join(&server, "ann", &agreed).await.status, StatusCode::OK);
    assert_eq!(me(&server, "ann").await.terms, None);
    let member = &done(&server, &["member", "export", "ann"])[0]["member"][0];
    assert_eq!(member["terms_url"], "/terms");
    assert_eq!(member["terms_version"], "2");
    assert!(member["terms_at"].is_string());
}

#[tokio::test]
async fn who_has_left_is_told_so_and_does_not_join() {
    let server = club(ASK).await;
    join(&server, "ann", &json!({})).await;
    done(&server, &["member", "close", "ann"]);
    let reply = join(&server, "ann", &json!({})).await;
    assert_eq!(reply.problem(), "not-eligible");
    let words = reply.json()["detail"].clone();
    assert_eq!(
        Some(words.as_str().unwrap()),
        me(&server, "ann").await.message.as_deref()
    );
}

#[tokio::test]
async fn a_suspended_member_stays_suspended() {
    let server = club(ASK).await;
    join(&server, "ann", &json!({})).await;
    done(&server, &["member", "suspend", "ann"]);
    let after: Me = join(&server, "ann", &json!({})).await.read();
    assert_eq!(after.state, MemberState::Suspended);
}

#[tokio::test]
async fn what_is_not_offered_is_not_listed_and_nobody_joins_by_it() {
    for (more, is_offered) in [("", false), (ASK, true)] {
        let server = club(more).await;
        let portal: Portal = server.get("/v1/portal").read().await;
        assert_eq!(portal.capabilities.offers("join_programme"), is_offered);
        if !is_offered {
            assert_eq!(
                join(&server, "ann", &json!({})).await.problem(),
                "not-offered"
            );
            assert_eq!(me(&server, "ann").await.state, MemberState::Candidate);
        }
    }
}

/// Whoever tries the demo out finds somebody to join with, however often.
#[tokio::test]
async fn the_demo_has_always_a_newcomer() {
    let server = Server::new().await;
    for id in ["candidate", "candidate-2"] {
        let members: Vec<DemoMember> = server.get("/demo/members").read().await;
        let mut newcomers = members.iter().filter(|one| one.situation == "candidate");
        assert_eq!(newcomers.next().unwrap().id.as_str(), id);
        let token: Value = server
            .post("/demo/token", &json!({ "member": id }))
            .send()
            .await
            .json();
        let token = token["access_token"].as_str().unwrap();
        let joined = server.post("/v1/me/join", &json!({})).bearer(token);
        let joined: Me = joined.read().await;
        assert_eq!(joined.state, MemberState::Member);
    }
}
