//! What time brings, when something is wrong with one member or nothing has happened for long.
#![cfg(test)]

mod store;

use palier_contract::stream::Topic;
use palier_server::db::{
    hints::{self, Audience},
    scheduled,
};
use palier_server::programme::Programme;
use store::{DAY, HOUR, MONDAY, Store, club, purchase};

async fn write(store: &Store, sql: &'static str) {
    let mut tx = store.db.begin().await.unwrap();
    sqlx::query(sql).execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
}

/// Members who bought for so many cents on Monday, in this order; the first one's rows cannot be read.
async fn unsettled_first(
    store: &Store,
    programme: &Programme,
    members: [(&str, i64); 3],
) -> Vec<i64> {
    let mut keys = Vec::new();
    for (name, cents) in members {
        keys.push(store.enrol(programme, name, MONDAY).await);
        let bought = purchase(name, name, cents, MONDAY + HOUR);
        store.report(programme, &bought, MONDAY + HOUR).await;
    }
    write(
        store,
        "UPDATE progress SET body = '{' WHERE member_id = (SELECT MIN(id) FROM members)",
    )
    .await;
    keys
}

#[tokio::test]
async fn a_member_who_cannot_be_settled_keeps_nobody_else_waiting() {
    let (store, programme) = (Store::new().await, club());
    // Ann comes third, and so wins no prize when the week is closed.
    let bought = [("ann", 1_000), ("bob", 5_000), ("eve", 5_000)];
    let keys = unsettled_first(&store, &programme, bought).await;
    let later = MONDAY + 40 * DAY;
    let done = scheduled::run(&store.db, &programme, later).await.unwrap();
    assert_eq!(done.members, 2);
    for key in &keys[1..] {
        assert_eq!(store.member(*key).await.balance("points").available, 0);
    }
    assert!(done.closed > 0, "later duties were done too");
    // Ann is tried again each time, and settled once her rows can be read.
    write(&store, "UPDATE progress SET body = '{}' WHERE body = '{'").await;
    let done = scheduled::run(&store.db, &programme, later).await.unwrap();
    assert_eq!(done.members, 1);
    assert_eq!(store.member(keys[0]).await.balance("points").available, 0);
}

#[tokio::test]
async fn the_ids_of_hints_go_on_after_old_ones_were_forgotten() {
    let store = Store::new().await;
    let mut tx = store.db.begin().await.unwrap();
    for _ in 0..3 {
        hints::push(&mut tx, Audience::Everybody, &Topic::Portal, MONDAY)
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
    let newest = hints::newest(store.db.reader()).await.unwrap();
    let mut tx = store.db.begin().await.unwrap();
    hints::prune(&mut tx, MONDAY + DAY).await.unwrap();
    hints::push(&mut tx, Audience::Everybody, &Topic::Portal, MONDAY + DAY)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert_eq!(store.number("SELECT COUNT(*) FROM hints").await, 2);
    assert_eq!(store.number("SELECT MAX(id) FROM hints").await, newest + 1);
}

#[tokio::test]
async fn a_long_absence_is_told_in_full_one_hint_per_topic() {
    let store = Store::new().await;
    let mut tx = store.db.begin().await.unwrap();
    hints::push(&mut tx, Audience::Member(7), &Topic::Balances, MONDAY)
        .await
        .unwrap();
    for _ in 0..1_500 {
        hints::push(&mut tx, Audience::Everybody, &Topic::Rewards, MONDAY)
            .await
            .unwrap();
    }
    hints::push(&mut tx, Audience::Member(8), &Topic::Ledger, MONDAY)
        .await
        .unwrap();
    hints::push(&mut tx, Audience::Member(7), &Topic::Tier, MONDAY)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let pool = store.db.reader();
    let newest = hints::newest(pool).await.unwrap();
    let topics = |rows: Vec<hints::HintRow>| -> Vec<String> {
        rows.into_iter().map(|row| row.topic.to_string()).collect()
    };
    let missed = hints::missed(pool, 0, Some(7)).await.unwrap();
    assert_eq!(missed.last().map(|row| row.id), Some(newest));
    assert_eq!(topics(missed), ["balances", "rewards", "tier"]);
    let later = hints::missed(pool, newest - 3, Some(8)).await.unwrap();
    assert_eq!(topics(later), ["rewards", "ledger"]);
    assert!(
        hints::missed(pool, newest, Some(7))
            .await
            .unwrap()
            .is_empty()
    );
    // The hub reads on from where the last thousand ended.
    let first = hints::after(pool, 0).await.unwrap();
    let rest = hints::after(pool, first[999].id).await.unwrap();
    assert_eq!((first.len(), rest.len()), (1_000, 503));
}

#[tokio::test]
async fn a_winner_who_cannot_be_paid_holds_up_no_board_and_is_paid_later() {
    let (store, programme) = (Store::new().await, club());
    let bought = [("ann", 9_000), ("bob", 5_000), ("eve", 1_000)];
    let keys = unsettled_first(&store, &programme, bought).await;
    let later = MONDAY + 8 * DAY;
    let done = scheduled::run(&store.db, &programme, later).await.unwrap();
    assert_eq!(done.closed, 1);
    let gems = async |key: i64| store.member(key).await.balance("gems").available;
    assert_eq!(gems(keys[1]).await, 5, "the second is paid");
    assert_eq!(gems(keys[2]).await, 0, "the third wins nothing");
    assert_eq!(store.number("SELECT COUNT(*) FROM prizes_owed").await, 1);
    // Tried and owed still, however often.
    for round in 1..4 {
        let at = later + round * HOUR;
        assert_eq!(
            scheduled::run(&store.db, &programme, at)
                .await
                .unwrap()
                .closed,
            0
        );
    }
    assert_eq!(store.number("SELECT COUNT(*) FROM prizes_owed").await, 1);
    write(&store, "UPDATE progress SET body = '{}' WHERE body = '{'").await;
    for round in 4..6 {
        scheduled::run(&store.db, &programme, later + round * HOUR)
            .await
            .unwrap();
    }
    assert_eq!(gems(keys[0]).await, 5, "paid once");
    assert_eq!(gems(keys[1]).await, 5);
    assert_eq!(store.number("SELECT COUNT(*) FROM prizes_owed").await, 0);
}
