//! Cancelling an order: all of it comes back, once, and only while nobody has begun to pack it.

use palier_contract::{
    Page, VerdictState,
    ledger::{LedgerEntry, LedgerKind},
    redemption::{Quote, Redemption, RedemptionState},
    reward::Reward,
};
use serde_json::json;

use crate::{
    harness::Server,
    parallel::post,
    redeem::{address, choice, order, price_of, quote, ready, write},
};

const AT_ONCE: usize = 20;

/// The one notebook that a member may have in a month, ordered.
async fn notebook(server: &Server) -> Redemption {
    let mut body = ready(server, "top", "notebook").await;
    body["address"] = address();
    order(server, "top", "key-1", &body).await.read()
}

async fn reward(server: &Server) -> Reward {
    let asked = server.get("/v1/rewards/notebook").member("top");
    asked.read().await
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_at_once_give_back_once() {
    let server = Server::new().await;
    let ledger = async || -> Page<LedgerEntry> {
        let asked = server.get("/v1/me/ledger?limit=50").member("top");
        asked.read().await
    };
    let before = ledger().await.items;
    let left = reward(&server).await.stock;
    let made = notebook(&server).await;
    assert_ne!(reward(&server).await.stock, left);
    let (address, listening) = server.listen().await;
    let gate = std::sync::Arc::new(std::sync::Barrier::new(AT_ONCE));
    let senders: Vec<_> = (0..AT_ONCE)
        .map(|place| {
            let (token, address, gate) = (server.token("top"), address.clone(), gate.clone());
            let path = format!("/v1/me/redemptions/{}/cancel", made.id);
            tokio::task::spawn_blocking(move || {
                gate.wait();
                post(&address, &path, &token, &format!("k-{place}"), &json!({}))
            })
        })
        .collect();
    for sender in senders {
        let (status, body) = sender.await.unwrap();
        assert_eq!(status, 200, "{body}");
        let gone: Redemption = serde_json::from_str(&body).unwrap();
        assert_eq!(gone.state, RedemptionState::Refunded);
        assert!(!gone.actions.contains_key("cancel"));
        let steps: Vec<_> = gone.history.iter().map(|step| step.state.clone()).collect();
        assert_eq!(
            steps[steps.len() - 2..],
            [RedemptionState::Cancelled, RedemptionState::Refunded]
        );
    }
    listening.stop().await;
    let after = ledger().await.items;
    let fresh: Vec<_> = after.iter().take_while(|one| **one != before[0]).collect();
    let kinds: Vec<_> = fresh.iter().map(|one| one.kind.clone()).collect();
    assert_eq!(kinds, [LedgerKind::Refund, LedgerKind::Spend]);
    assert_eq!(fresh[0].amount.get(), -fresh[1].amount.get());
    assert_eq!(reward(&server).await.stock, left);
}

#[tokio::test]
async fn a_share_of_a_limit_comes_back_too() {
    let server = Server::new().await;
    let asked = choice("notebook", &price_of(&server, "notebook").await);
    let made = notebook(&server).await;
    let verdict: Quote = quote(&server, "top", &asked).await;
    assert_eq!(verdict.eligibility.state, VerdictState::LimitReached);
    let path = format!("/v1/me/redemptions/{}/cancel", made.id);
    let gone: Redemption = server.post(&path, &json!({})).member("top").read().await;
    assert_eq!(gone.state, RedemptionState::Refunded);
    let verdict: Quote = quote(&server, "top", &asked).await;
    assert_eq!(verdict.eligibility.state, VerdictState::Eligible);
    assert_eq!(
        reward(&server).await.limit.map(|one| one.remaining.get()),
        Some(1)
    );
}

#[tokio::test]
async fn what_is_being_packed_is_not_cancelled_and_the_reader_is_told_so() {
    let server = Server::new().await;
    let made = notebook(&server).await;
    write(
        &server,
        "UPDATE redemptions SET state = 'preparing' WHERE reward = 'notebook' AND state = 'confirmed'",
    )
    .await;
    let path = format!("/v1/me/redemptions/{}", made.id);
    let now: Redemption = server.get(&path).member("top").read().await;
    assert!(!now.actions.contains_key("cancel"));
    for (locale, words) in [
        ("en", "It is too late to cancel this order."),
        ("fr", "Il est trop tard pour annuler cette commande."),
    ] {
        let refused = server
            .post(&format!("{path}/cancel"), &json!({}))
            .member("top")
            .header("accept-language", locale)
            .send()
            .await;
        assert_eq!(refused.status, 409);
        assert_eq!(refused.problem(), "outside-window");
        let detail = refused.json()["detail"].as_str().unwrap().to_owned();
        assert!(detail.starts_with(words), "{detail}");
    }
    let after: Redemption = server.get(&path).member("top").read().await;
    assert_eq!(after, now);
}
