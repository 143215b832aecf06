//! The member: who they are, what they chose, what they hold.

use axum::http::{Method, StatusCode};
use palier_contract::{
    Page,
    badge::Collection,
    balance::Balances,
    leaderboard::Board,
    ledger::LedgerEntry,
    member::{Me, MemberState},
    tier::{Standing, StandingState},
};
use serde_json::json;

use crate::harness::Server;

#[tokio::test]
async fn a_member_a_suspended_one_and_a_candidate_are_told_apart() {
    let server = Server::new().await;
    let member: Me = server.get("/v1/me").member("top").read().await;
    assert_eq!(member.state, MemberState::Member);
    assert!(member.tier.is_some() && member.actions.contains_key("update_preferences"));
    let suspended: Me = server.get("/v1/me").member("suspended").read().await;
    assert_eq!(suspended.state, MemberState::Suspended);
    assert!(suspended.message.is_some());
    let candidate: Me = server.get("/v1/me").member("candidate").read().await;
    assert_eq!(candidate.state, MemberState::Candidate);
    assert!(candidate.id.is_none() && candidate.actions.contains_key("join"));
}

#[tokio::test]
async fn who_is_not_enrolled_has_nothing_yet_which_is_no_error() {
    let server = Server::new().await;
    let balances: Balances = server
        .get("/v1/me/balances")
        .member("candidate")
        .read()
        .await;
    assert_eq!(balances.balances, []);
    let ledger: Page<LedgerEntry> = server.get("/v1/me/ledger").member("candidate").read().await;
    assert!(ledger.items.is_empty() && ledger.next_cursor.is_none());
    let standing: Standing = server.get("/v1/me/tier").member("candidate").read().await;
    assert_eq!(standing.state, StandingState::NoTier);
    assert!(standing.current.is_none() && standing.requirements.is_empty());
    let own: Collection = server.get("/v1/me/badges").member("candidate").read().await;
    let open: Collection = server.get("/v1/series").read().await;
    assert_eq!(own.series, open.series);
    // What the page does not read by itself, and every change, is still refused with the reason.
    let orders = server.get("/v1/me/redemptions").member("candidate");
    assert_eq!(orders.send().await.problem(), "not-enrolled");
    let seen = server
        .post("/v1/me/tier/seen", &json!({}))
        .member("candidate");
    assert_eq!(seen.send().await.problem(), "not-enrolled");
}

#[tokio::test]
async fn a_change_is_answered_with_the_member_whatever_the_reader_holds() {
    let server = Server::new().await;
    let body = json!({ "leaderboard_hidden_name": true });
    let patch = server
        .call(Method::PATCH, "/v1/me/preferences")
        .json(&body)
        .header("if-none-match", "*")
        .member("top");
    let reply = patch.send().await;
    assert_eq!(reply.status, StatusCode::OK);
    assert!(reply.read::<Me>().preferences.leaderboard_hidden_name);
}

#[tokio::test]
async fn who_is_suspended_reads_and_cannot_act() {
    let server = Server::new().await;
    let reply = server
        .get("/v1/me/balances")
        .member("suspended")
        .send()
        .await;
    assert_eq!(reply.status, StatusCode::OK);
    let body = json!({ "alias": "Free again" });
    let call = server.call(Method::PATCH, "/v1/me/preferences");
    assert_eq!(
        call.json(&body).member("suspended").send().await.problem(),
        "suspended"
    );
}

#[tokio::test]
async fn preferences_change_only_what_is_sent() {
    let server = Server::new().await;
    let patch = |body: serde_json::Value| {
        server
            .call(Method::PATCH, "/v1/me/preferences")
            .json(&body)
            .member("top")
    };
    let me: Me = patch(json!({ "leaderboard_hidden_name": true }))
        .read()
        .await;
    assert!(me.preferences.leaderboard_hidden_name && !me.preferences.leaderboard_opt_out);
    let me: Me = patch(json!({ "alias": "  Zoë d’Été ", "from_the_future": 1 }))
        .read()
        .await;
    assert_eq!(me.alias.as_deref(), Some("Zoë d’Été"));
    assert!(me.preferences.leaderboard_hidden_name);
    let refused = patch(json!({ "alias": "x" })).send().await;
    assert_eq!(refused.problem(), "invalid");
    assert_eq!(refused.json()["errors"][0]["pointer"], "/alias");
    let decomposed = "Nguye\u{302}\u{303}n";
    let me: Me = patch(json!({ "alias": decomposed })).read().await;
    assert_eq!(me.alias.as_deref(), Some(decomposed));
    let refused = patch(json!({ "alias": "\u{3164}\u{3164}" })).send().await;
    assert_eq!(refused.json()["errors"][0]["code"], "characters");
}

#[tokio::test]
async fn opting_out_leaves_every_list_at_once() {
    let server = Server::new().await;
    let before: Board = server
        .get("/v1/leaderboards/week")
        .member("top")
        .read()
        .await;
    assert!(before.me.as_ref().unwrap().entry.is_some());
    let body = json!({ "leaderboard_opt_out": true });
    let patch = server
        .call(Method::PATCH, "/v1/me/preferences")
        .json(&body)
        .member("top");
    assert_eq!(patch.send().await.status, StatusCode::OK);
    let after: Board = server
        .get("/v1/leaderboards/week?limit=100")
        .member("top")
        .read()
        .await;
    assert_eq!(after.total.get(), before.total.get() - 1);
    let me = after.me.unwrap();
    assert!(me.opted_out && me.entry.is_none());
    assert!(after.entries.iter().all(|entry| !entry.is_me));
}

#[tokio::test]
async fn balances_are_the_sums_of_their_batches() {
    let server = Server::new().await;
    for member in ["new", "expiring", "almost", "top", "orders"] {
        let held: Balances = server.get("/v1/me/balances").member(member).read().await;
        assert_eq!(held.balances.len(), 2);
        for balance in &held.balances {
            let pending: i64 = balance
                .pending_batches
                .iter()
                .map(|batch| batch.amount.get())
                .sum();
            assert_eq!(balance.pending.get(), pending, "{member}");
            let expiring: i64 = balance
                .expiring
                .iter()
                .map(|batch| batch.amount.get())
                .sum();
            if balance.currency.as_str() == "points" {
                assert_eq!(
                    balance.available.get(),
                    expiring,
                    "{member}: all points expire"
                );
            }
            assert!(balance.expiring.is_sorted_by_key(|batch| batch.at.clone()));
        }
    }
}

/// Sends `call` while somebody else holds the turn to write, and lets them write `sql` first.
async fn overtaken(server: &Server, call: crate::harness::Call<'_>, sql: &'static str) {
    let mut tx = server.app.db.begin().await.unwrap();
    let other = async {
        // Long enough for the request to come to where it waits for its turn.
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        sqlx::query(sql).execute(&mut *tx).await.unwrap();
        tx.commit().await.unwrap();
    };
    let (reply, ()) = tokio::join!(call.send(), other);
    assert!(reply.status.is_success(), "{}", reply.text());
}

#[tokio::test]
async fn what_two_requests_change_at_once_is_all_kept() {
    let server = Server::new().await;
    let patch = server
        .call(Method::PATCH, "/v1/me/preferences")
        .json(&json!({ "leaderboard_hidden_name": true }))
        .member("top");
    let other = "UPDATE members SET alias = 'Other Tab', opted_out = 1 WHERE public_id = 'top'";
    overtaken(&server, patch, other).await;
    let seen = server.post("/v1/me/tier/seen", &json!({})).member("top");
    let other = "UPDATE members SET preferences = json_set(preferences, '$.leaderboard_hidden_name', json('false'))
         WHERE public_id = 'top'";
    overtaken(&server, seen, other).await;
    let me: Me = server.get("/v1/me").member("top").read().await;
    assert_eq!(me.alias.as_deref(), Some("Other Tab"));
    assert!(me.preferences.leaderboard_opt_out);
    assert!(!me.preferences.leaderboard_hidden_name);
}
