//! What somebody who is not signed in gets.

use axum::http::{Method, StatusCode};
use palier_contract::{
    VerdictState,
    leaderboard::Board,
    member::{Me, MemberState},
    operation::{ALL, Access},
    reward::RewardPage,
};

use crate::harness::Server;

#[tokio::test]
async fn public_parts_are_open_and_cacheable() {
    let server = Server::new().await;
    for path in [
        "/v1/portal",
        "/v1/rewards",
        "/v1/tiers",
        "/v1/series",
        "/v1/leaderboards",
    ] {
        let reply = server.get(path).send().await;
        assert_eq!(reply.status, StatusCode::OK, "{path}");
        assert!(
            reply
                .header("cache-control")
                .starts_with("public, max-age="),
            "{path}"
        );
        assert!(
            reply
                .header("cache-control")
                .contains("stale-while-revalidate="),
            "{path}"
        );
        assert!(reply.header("etag").starts_with("W/\""), "{path}");
    }
}

#[tokio::test]
async fn a_published_portal_may_be_kept_and_is_asked_about_each_time() {
    let server = Server::new().await;
    let first = server.get("/v1/portals/grove").send().await;
    assert_eq!(
        first.header("cache-control"),
        "public, max-age=0, must-revalidate"
    );
    let tag = first.header("etag").to_owned();
    let call = server.get("/v1/portals/grove");
    let again = call.header("if-none-match", &tag).send().await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
}

#[tokio::test]
async fn nobody_is_told_to_be_anonymous_and_nothing_else() {
    let server = Server::new().await;
    let me: Me = server.get("/v1/me").read().await;
    assert_eq!(me.state, MemberState::Anonymous);
    assert!(me.id.is_none() && me.alias.is_none() && me.tier.is_none());
}

#[tokio::test]
async fn rewards_say_which_tier_opens_them_before_anybody_signs_in() {
    let server = Server::new().await;
    let page: RewardPage = server.get("/v1/rewards?limit=100").read().await;
    let tier = |id: &str| {
        let mut found = page.items.iter().filter(|one| one.id.as_str() == id);
        let tier = found.next()?.eligibility.required_tier.as_ref();
        tier.map(|tier| (tier.id.as_str(), tier.name.as_str()))
    };
    assert_eq!(tier("headphones"), Some(("canopy", "Canopy")));
    assert_eq!(tier("plant-a-tree"), None);
}

#[tokio::test]
async fn rewards_ask_to_sign_in_with_a_reason_in_words() {
    let server = Server::new().await;
    let page: RewardPage = server.get("/v1/rewards?limit=100").read().await;
    assert!(page.items.len() >= 24);
    for reward in &page.items {
        assert_eq!(reward.eligibility.state, VerdictState::SignInRequired);
        assert!(reward.eligibility.message.is_some());
        assert!(reward.actions.contains_key("sign_in"));
        assert!(!reward.actions.contains_key("redeem"));
    }
}

#[tokio::test]
async fn a_board_has_rows_but_no_own_place() {
    let server = Server::new().await;
    let board: Board = server
        .get("/v1/leaderboards/week?view=around_me")
        .read()
        .await;
    assert!(board.me.is_none());
    assert!(!board.entries.is_empty());
    assert!(board.entries.iter().all(|entry| !entry.is_me));
    assert_eq!(board.view.as_str(), "top");
}

#[tokio::test]
async fn every_operation_that_is_not_public_asks_for_a_token() {
    let server = Server::new().await;
    for operation in ALL
        .iter()
        .filter(|operation| operation.access != Access::Public)
    {
        let path = operation
            .path
            .replace("{id}", "grove")
            .replace("{threshold}", "3")
            .replace("{revision}", "1");
        let method: Method = operation.method.parse().unwrap();
        let body = serde_json::json!({});
        let reply = server.call(method, &path).json(&body).send().await;
        assert_eq!(
            reply.problem(),
            "unauthorised",
            "{} {}",
            operation.id,
            reply.text()
        );
        assert_eq!(reply.header("www-authenticate"), "Bearer");
    }
}
