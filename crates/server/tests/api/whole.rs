//! What one answer says is one state of the books, however busy they are.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use palier_contract::leaderboard::Board;
use palier_server::{
    app::App,
    db::{events::ingest, read_members, settle::settled},
    engine::Event,
    time::now,
};

use crate::harness::Server;

/// Answers looked at while the member goes on buying.
const ANSWERS: usize = 300;

/// Purchases of the member, one after the other, until the reader is done.
async fn buy(app: Arc<App>, done: Arc<AtomicBool>) {
    for number in 0.. {
        if done.load(Ordering::Relaxed) {
            return;
        }
        let event = Event {
            id: format!("whole-{number}"),
            member: "almost".to_owned(),
            kind: "purchase".to_owned(),
            occurred_at: now(),
            amount: Some(2_000),
            ..Event::default()
        };
        let mut tx = app.db.begin().await.unwrap();
        ingest(&mut tx, &app.programme, &event, now())
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }
}

async fn look_at_points(app: &App, id: i64) {
    let member = settled(&app.db, &app.programme, id, now()).await.unwrap();
    for (currency, balance) in &member.balances {
        let own = member
            .batches
            .iter()
            .filter(|(key, _)| key.currency == *currency);
        let held: i64 = own.map(|(_, batch)| batch.remaining).sum();
        assert_eq!(held, balance.available + balance.pending, "{currency}");
    }
}

async fn look_at_the_board(server: &Server) {
    let path = "/v1/leaderboards/month?view=around_me&limit=5";
    let board: Board = server.get(path).member("almost").read().await;
    let row = board.entries.iter().find(|row| row.is_me);
    assert_eq!(board.me.as_ref().and_then(|me| me.entry.as_ref()), row);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_says_what_was_true_at_one_time() {
    let server = Server::new().await;
    let row = read_members::by_public_id(server.app.db.reader(), "almost").await;
    let id = row.unwrap().unwrap().id;
    let done = Arc::new(AtomicBool::new(false));
    let buying = tokio::spawn(buy(Arc::clone(&server.app), Arc::clone(&done)));
    for _ in 0..ANSWERS {
        look_at_points(&server.app, id).await;
        look_at_the_board(&server).await;
    }
    done.store(true, Ordering::Relaxed);
    buying.await.unwrap();
}
