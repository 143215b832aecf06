//! Many at once: the last item, one key, one member, over a real socket.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::{
    harness::{Listening, Server},
    redeem::{choice, price_of, quote, write},
};

const BUYERS: usize = 20;

/// Sends a JSON `POST` over a socket; gives status and body.
pub(crate) fn post(
    address: &str,
    path: &str,
    token: &str,
    key: &str,
    body: &Value,
) -> (u16, String) {
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .build()
        .into();
    let mut request = agent
        .post(format!("http://{address}{path}"))
        .header("content-type", "application/json");
    if !token.is_empty() {
        request = request.header("authorization", format!("Bearer {token}"));
    }
    if !key.is_empty() {
        request = request.header("idempotency-key", key);
    }
    let mut response = request.send(body.to_string()).unwrap();
    (
        response.status().as_u16(),
        response.body_mut().read_to_string().unwrap(),
    )
}

/// Sends all orders at the same moment; gives how often each status came.
async fn race(
    server: &Server,
    orders: Vec<(String, String, Value)>,
) -> (BTreeMap<u16, usize>, Vec<String>) {
    let (address, listening): (String, Listening) = server.listen().await;
    let gate = std::sync::Arc::new(std::sync::Barrier::new(orders.len()));
    let senders: Vec<_> = orders
        .into_iter()
        .map(|(member, key, body)| {
            let (token, address, gate) = (server.token(&member), address.clone(), gate.clone());
            tokio::task::spawn_blocking(move || {
                gate.wait();
                post(&address, "/v1/redemptions", &token, &key, &body)
            })
        })
        .collect();
    let (mut counts, mut bodies) = (BTreeMap::new(), Vec::new());
    for sender in senders {
        let (status, body) = sender.await.unwrap();
        *counts.entry(status).or_default() += 1;
        if status == 201 {
            bodies.push(body);
        } else {
            let problem: Value = serde_json::from_str(&body).unwrap();
            assert_ne!(problem["status"], 500, "{body}");
        }
    }
    listening.stop().await;
    (counts, bodies)
}

async fn count(server: &Server, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql)
        .fetch_one(server.app.db.reader())
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_members_after_the_last_item_make_one_order() {
    let server = Server::new().await;
    // A limited reward for everybody: the notebook, of which one is left.
    write(
        &server,
        "UPDATE stock SET remaining = 1 WHERE reward = 'notebook'",
    )
    .await;
    let members: Vec<String> = sqlx::query_scalar(
        "SELECT m.public_id FROM members AS m JOIN balances AS b ON b.member_id = m.id
         WHERE m.state = 'member' AND b.currency = 'points' AND b.available >= 260
           AND NOT EXISTS (SELECT 1 FROM redemptions AS r WHERE r.member_id = m.id AND r.reward = 'notebook')
         ORDER BY m.id LIMIT 20",
    )
    .fetch_all(server.app.db.reader())
    .await
    .unwrap();
    assert_eq!(members.len(), BUYERS);
    let orders_before = count(
        &server,
        "SELECT COUNT(*) FROM redemptions WHERE reward = 'notebook'",
    )
    .await;
    let choice = choice("notebook", &price_of(&server, "notebook").await);
    let address = json!({ "name": "A", "street": "1 Lane", "postal_code": "0", "city": "B", "country": "FR" });
    let mut orders = Vec::new();
    for member in members {
        let quote = quote(&server, &member, &choice).await;
        let body = json!({ "quote_id": quote.id, "choice": choice, "address": address });
        orders.push((member.clone(), format!("key-{member}"), body));
    }
    let (counts, bodies) = race(&server, orders).await;
    assert_eq!(counts, BTreeMap::from([(201, 1), (409, BUYERS - 1)]));
    assert_eq!(bodies.len(), 1);
    let after = count(
        &server,
        "SELECT COUNT(*) FROM redemptions WHERE reward = 'notebook'",
    )
    .await;
    assert_eq!(after, orders_before + 1);
    assert_eq!(
        count(
            &server,
            "SELECT remaining FROM stock WHERE reward = 'notebook'"
        )
        .await,
        0
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn one_key_sent_twenty_times_at_once_makes_one_order() {
    let server = Server::new().await;
    let choice = choice("plant-a-tree", &price_of(&server, "plant-a-tree").await);
    let quote = quote(&server, "top", &choice).await;
    let body = json!({ "quote_id": quote.id, "choice": choice });
    let before = count(&server, "SELECT COUNT(*) FROM redemptions").await;
    let orders = (0..BUYERS)
        .map(|_| ("top".to_owned(), "one".to_owned(), body.clone()))
        .collect();
    let (counts, bodies) = race(&server, orders).await;
    // Whoever comes while the first is being worked on is told so; whoever comes after, gets its answer.
    assert!(
        counts.keys().all(|status| [201, 409].contains(status)),
        "{counts:?}"
    );
    assert!(!bodies.is_empty() && bodies.iter().all(|body| *body == bodies[0]));
    assert_eq!(
        count(&server, "SELECT COUNT(*) FROM redemptions").await,
        before + 1
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn one_balance_spent_from_twenty_tabs_never_goes_below_zero() {
    let server = Server::new().await;
    let choice = choice("plant-a-tree", &price_of(&server, "plant-a-tree").await);
    let mut orders = Vec::new();
    for tab in 0..BUYERS {
        let quote = quote(&server, "almost", &choice).await;
        let body = json!({ "quote_id": quote.id, "choice": choice });
        orders.push(("almost".to_owned(), format!("tab-{tab}"), body));
    }
    let available = count(
        &server,
        "SELECT available FROM balances AS b JOIN members AS m ON m.id = b.member_id
         WHERE m.public_id = 'almost' AND currency = 'points'",
    )
    .await;
    let affordable = usize::try_from(available / 250).unwrap().min(BUYERS);
    let (counts, _) = race(&server, orders).await;
    assert_eq!(
        counts.get(&201).copied().unwrap_or(0),
        affordable,
        "{available} points, {counts:?}"
    );
    let mismatch = count(
        &server,
        "SELECT COUNT(*) FROM balances AS b WHERE available <> (SELECT COALESCE(SUM(remaining), 0)
           FROM batches WHERE member_id = b.member_id AND currency = b.currency AND available_at = 0)",
    )
    .await;
    assert_eq!(mismatch, 0, "balances are the sums of their batches");
}

#[tokio::test(flavor = "multi_thread")]
async fn many_readers_at_once_wait_for_nobody() {
    let server = Server::new().await;
    let (address, listening) = server.listen().await;
    let paths = [
        "/v1/rewards",
        "/v1/me/balances",
        "/v1/me/tier",
        "/v1/leaderboards/week",
        "/v1/me/ledger",
    ];
    let readers: Vec<_> = (0..40)
        .map(|number| {
            let url = format!("http://{address}{}", paths[number % paths.len()]);
            let token = server.token("top");
            tokio::task::spawn_blocking(move || {
                let request = ureq::get(url).header("authorization", format!("Bearer {token}"));
                request.call().map(|response| response.status().as_u16())
            })
        })
        .collect();
    for reader in readers {
        assert_eq!(reader.await.unwrap().unwrap(), 200);
    }
    listening.stop().await;
}
