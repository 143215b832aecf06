//! Tiers and badges.

use axum::http::StatusCode;
use palier_contract::{
    badge::{BadgeState, Collection, CompletionState},
    member::Me,
    tier::{BenefitState, Standing, StandingState, TierLadder},
};
use serde_json::json;

use crate::{harness::Server, redeem::write};

#[tokio::test]
async fn benefits_are_open_up_to_the_members_tier() {
    let server = Server::new().await;
    let open = |ladder: &TierLadder| {
        let benefits = ladder.tiers.iter().flat_map(|tier| &tier.benefits);
        benefits
            .filter(|one| one.state == BenefitState::Available)
            .count()
    };
    let nobody: TierLadder = server.get("/v1/tiers").read().await;
    let entry: TierLadder = server.get("/v1/tiers").member("new").read().await;
    let top: TierLadder = server.get("/v1/tiers").member("top").read().await;
    assert_eq!(open(&nobody), 0);
    assert!(open(&entry) > 0 && open(&entry) < open(&top));
    assert_eq!(
        open(&top),
        top.tiers
            .iter()
            .map(|tier| tier.benefits.len())
            .sum::<usize>()
    );
}

#[tokio::test]
async fn a_standing_tells_what_is_missing_and_what_keeps_the_tier() {
    let server = Server::new().await;
    let almost: Standing = server.get("/v1/me/tier").member("almost").read().await;
    assert_eq!(almost.state, StandingState::InProgress);
    let missing = almost
        .requirements
        .iter()
        .filter(|one| one.current < Some(one.target));
    assert_eq!(
        missing.count(),
        1,
        "one step away: {:?}",
        almost.requirements
    );
    let top: Standing = server.get("/v1/me/tier").member("top").read().await;
    assert_eq!(top.state, StandingState::Top);
    assert!(top.next.is_none() && top.keep.is_some());
}

#[tokio::test]
async fn an_upgrade_is_celebrated_until_it_was_seen() {
    let server = Server::new().await;
    write(
        &server,
        "UPDATE tier_history SET at = CAST(strftime('%s', 'now') AS INTEGER) * 1000 - 5000
        WHERE change = 'upgrade'",
    )
    .await;
    let fresh: Standing = server.get("/v1/me/tier").member("top").read().await;
    assert!(fresh.just_upgraded);
    let seen = server
        .post("/v1/me/tier/seen", &json!({}))
        .member("top")
        .send()
        .await;
    assert_eq!(seen.status, StatusCode::NO_CONTENT);
    let after: Standing = server.get("/v1/me/tier").member("top").read().await;
    assert!(!after.just_upgraded);
}

#[tokio::test]
async fn a_secret_badge_gives_nothing_away_until_it_is_earned() {
    let server = Server::new().await;
    for badge in server
        .app
        .programme
        .badges()
        .map(|(_, badge)| badge)
        .filter(|badge| badge.secret)
    {
        let reply = server.get("/v1/series").send().await;
        let text = reply.text();
        assert!(!text.contains(&format!("\"{}\"", badge.id)), "{}", badge.id);
        for words in [&badge.name, &badge.description] {
            assert!(!text.contains(words.get("en", "en")), "{}", badge.id);
        }
        let shown: Collection = reply.read();
        let secret = shown.series.iter().flat_map(|series| &series.badges);
        assert!(secret.filter(|one| one.state == BadgeState::Secret).count() > 0);
    }
    assert!(
        server.app.programme.badges().any(|(_, badge)| badge.secret),
        "the demo has one"
    );
}

#[tokio::test]
async fn owned_badges_are_counted_and_new_until_seen() {
    let server = Server::new().await;
    write(&server, "UPDATE badges SET seen_at = NULL").await;
    let before: Collection = server.get("/v1/me/badges").member("collector").read().await;
    let mut news = 0;
    for series in &before.series {
        let earned = series
            .badges
            .iter()
            .filter(|badge| badge.state == BadgeState::Earned);
        assert_eq!(i64::try_from(earned.count()).unwrap(), series.owned.get());
        news += series.badges.iter().filter(|badge| badge.new).count();
        let whole = series.owned == series.total;
        assert!(
            series
                .completion
                .iter()
                .all(|one| (one.state == CompletionState::Claimed) == whole)
        );
    }
    assert!(news > 0);
    let seen = server
        .post("/v1/me/badges/seen", &json!({}))
        .member("collector")
        .send()
        .await;
    assert_eq!(seen.status, StatusCode::NO_CONTENT);
    let after: Collection = server.get("/v1/me/badges").member("collector").read().await;
    assert!(
        after
            .series
            .iter()
            .flat_map(|series| &series.badges)
            .all(|badge| !badge.new)
    );
}

#[tokio::test]
async fn holder_shares_are_counted_not_set() {
    let server = Server::new().await;
    let shown: Collection = server.get("/v1/series").read().await;
    for badge in shown.series.iter().flat_map(|series| &series.badges) {
        if badge.state == BadgeState::Secret {
            continue;
        }
        let counted: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM badges WHERE badge = $1")
            .bind(badge.id.0.clone())
            .fetch_one(server.app.db.reader())
            .await
            .unwrap();
        let rarity = badge.rarity.as_ref().unwrap();
        assert_eq!(rarity.holders.get(), counted, "{}", badge.id);
        assert_eq!(rarity.holders_per_mille.get(), counted * 1000 / 200);
    }
}

#[tokio::test]
async fn a_tier_that_was_lost_a_moment_ago_is_lost_everywhere() {
    for first in ["/v1/me", "/v1/tiers"] {
        let server = Server::new().await;
        // What no duty has decided on yet, of somebody who has done nothing for it.
        let sql = "UPDATE tier_states SET keep_until = since + 1
                   WHERE member_id = (SELECT id FROM members WHERE public_id = 'top')";
        write(&server, sql).await;
        let sql = "UPDATE progress SET body = '{}'
                   WHERE member_id = (SELECT id FROM members WHERE public_id = 'top')";
        write(&server, sql).await;
        let open = server.get(first).member("top").send().await.json();
        let me: Me = server.get("/v1/me").member("top").read().await;
        let standing: Standing = server.get("/v1/me/tier").member("top").read().await;
        assert_eq!(me.tier.map(|tier| tier.id), standing.current);
        assert!(standing.next.is_some());
        let ladder = server.get(first).member("top").send().await.json();
        assert_eq!(open, ladder, "{first} had it at once");
    }
}
