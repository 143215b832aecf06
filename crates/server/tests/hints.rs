//! Which topics a change is hinted with, and to whom.
#![cfg(test)]

mod store;

use palier_server::{
    db::{
        hints::{self, Audience},
        scheduled,
    },
    programme::Programme,
};
use store::{DAY, HOUR, MONDAY, Store, club, purchase};

/// The topics told to an audience since `last`, sorted.
async fn told(store: &Store, last: i64, audience: Audience) -> Vec<String> {
    let rows = hints::after(store.db.reader(), last).await.unwrap();
    let own = rows.into_iter().filter(|row| row.audience == audience);
    let mut topics: Vec<_> = own.map(|row| row.topic.to_string()).collect();
    topics.sort();
    topics
}

async fn newest(store: &Store) -> i64 {
    hints::newest(store.db.reader()).await.unwrap()
}

async fn buys(store: &Store, programme: &Programme, id: &str, cents: i64) -> i64 {
    let last = newest(store).await;
    let bought = purchase(id, "ann", cents, MONDAY + HOUR);
    store.report(programme, &bought, MONDAY + HOUR).await;
    last
}

#[tokio::test]
async fn a_change_is_hinted_to_whatever_shows_it() {
    let (store, programme) = (Store::new().await, club());
    let ann = store.enrol(&programme, "ann", MONDAY).await;
    buys(&store, &programme, "a", 100).await;
    let last = buys(&store, &programme, "b", 100).await;
    let points = ["balances", "leaderboards", "ledger", "rewards", "tier"];
    assert_eq!(told(&store, last, Audience::Member(ann)).await, points);
    let last = buys(&store, &programme, "c", 100_000).await;
    assert!(store.member(ann).await.tier.unwrap().tier == "high");
    let lifted = [
        "balances",
        "leaderboards",
        "ledger",
        "me",
        "rewards",
        "tier",
    ];
    assert_eq!(told(&store, last, Audience::Member(ann)).await, lifted);
    // What has lapsed can buy nothing.
    let last = newest(&store).await;
    let later = MONDAY + 40 * DAY;
    scheduled::run(&store.db, &programme, later).await.unwrap();
    let topics = told(&store, last, Audience::Member(ann)).await;
    assert!(topics.contains(&"rewards".to_owned()), "{topics:?}");
}

#[tokio::test]
async fn everybody_hears_of_the_boards_once_a_round() {
    let (store, programme) = (Store::new().await, club());
    store.enrol(&programme, "ann", MONDAY).await;
    let round = async || {
        let (last, now) = (newest(&store).await, MONDAY + 2 * HOUR);
        scheduled::run(&store.db, &programme, now).await.unwrap();
        told(&store, last, Audience::Everybody).await
    };
    round().await;
    let last = buys(&store, &programme, "a", 100).await;
    buys(&store, &programme, "b", 100).await;
    assert_eq!(told(&store, last, Audience::Everybody).await, [""; 0]);
    assert_eq!(round().await, ["leaderboards"]);
    assert_eq!(round().await, [""; 0]);
    // A new day's snapshot shows other movements.
    let last = newest(&store).await;
    let tomorrow = MONDAY + DAY + HOUR;
    scheduled::run(&store.db, &programme, tomorrow)
        .await
        .unwrap();
    assert_eq!(
        told(&store, last, Audience::Everybody).await,
        ["leaderboards"]
    );
}
