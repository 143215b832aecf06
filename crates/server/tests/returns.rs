//! What is taken back of an event: all of it, or part by part.
#![cfg(test)]

mod store;

use palier_server::{
    db::{
        events::{IngestError, ingest},
        read_ledger, scheduled,
    },
    engine::{Event, Refusal, tier_view},
    programme::Programme,
};
use store::{CLUB, DAY, HOUR, MONDAY, Store, club, purchase};

fn taking_back(id: &str, original: &str, cents: Option<i64>, at: i64) -> Event {
    let mut back = purchase(id, "ann", 0, at);
    back.amount = cents;
    back.reverses = Some(original.into());
    back
}

/// A store with Ann, who bought for so much on Monday: event `e1`.
async fn bought(programme: &Programme, cents: i64) -> (Store, i64) {
    let store = Store::new().await;
    let key = store.enrol(programme, "ann", MONDAY).await;
    let event = purchase("e1", "ann", cents, MONDAY);
    store.report(programme, &event, MONDAY).await;
    (store, key)
}

async fn refusal(store: &Store, programme: &Programme, event: &Event) -> Refusal {
    let mut tx = store.db.begin().await.unwrap();
    match ingest(&mut tx, programme, event, event.occurred_at).await {
        Err(IngestError::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

async fn points(store: &Store, key: i64) -> i64 {
    store.member(key).await.balance("points").available
}

#[tokio::test]
async fn a_purchase_goes_back_part_by_part_until_nothing_is_left() {
    let programme = club();
    let (store, key) = bought(&programme, 5_000).await;
    let reversed = "SELECT COUNT(*) FROM ledger WHERE reverses IS NOT NULL";
    for (id, cents, left, whole) in [
        ("e2", Some(2_000), 30, 0),
        ("e3", Some(1_000), 20, 0),
        ("e4", None, 0, 1),
    ] {
        let back = taking_back(id, "e1", cents, MONDAY + HOUR);
        store.report(&programme, &back, MONDAY + HOUR).await;
        assert_eq!(points(&store, key).await, left, "{id}");
        let scored = store.number("SELECT SUM(score) FROM board_scores").await;
        assert_eq!(scored, left, "{id}");
        assert_eq!(store.number(reversed).await, whole, "{id}");
    }
    let again = taking_back("e5", "e1", Some(1), MONDAY + HOUR);
    assert_eq!(
        refusal(&store, &programme, &again).await,
        Refusal::NotReversible("e1".into())
    );
}

#[tokio::test]
async fn no_more_goes_back_than_is_left() {
    let programme = club();
    let (store, key) = bought(&programme, 5_000).await;
    let back = taking_back("e2", "e1", Some(2_000), MONDAY + HOUR);
    store.report(&programme, &back, MONDAY + HOUR).await;
    for cents in [0, 3_001] {
        let more = taking_back("e3", "e1", Some(cents), MONDAY + HOUR);
        let refused = refusal(&store, &programme, &more).await;
        let expected = Refusal::TooMuchBack {
            event: "e1".into(),
            left: 3_000,
        };
        assert_eq!(refused, expected);
        assert!(refused.to_string().contains("from 1 to 3000"), "{refused}");
    }
    assert_eq!(points(&store, key).await, 30);
}

#[tokio::test]
async fn nothing_goes_back_before_it_was_bought() {
    let programme = club();
    let store = Store::new().await;
    store.enrol(&programme, "ann", MONDAY).await;
    let event = purchase("e1", "ann", 5_000, MONDAY + HOUR);
    store.report(&programme, &event, MONDAY + HOUR).await;
    let back = taking_back("e2", "e1", None, MONDAY + HOUR - 1);
    assert_eq!(
        refusal(&store, &programme, &back).await,
        Refusal::BeforeOriginal("e1".into())
    );
}

#[tokio::test]
async fn parts_are_rounded_in_the_members_favour_and_add_up_to_the_whole() {
    let programme = club();
    let (store, key) = bought(&programme, 1_000).await;
    for (id, cents, left) in [("e2", 333, 7), ("e3", 333, 4), ("e4", 334, 0)] {
        let back = taking_back(id, "e1", Some(cents), MONDAY + HOUR);
        store.report(&programme, &back, MONDAY + HOUR).await;
        assert_eq!(points(&store, key).await, left, "{id}");
    }
}

#[tokio::test]
async fn a_part_takes_its_share_of_the_money_from_what_tiers_count() {
    let ladder = CLUB.replace(
        r#"earned = "points", target = 1000"#,
        "spend = true, target = 10000",
    );
    let programme = Programme::from_toml("spenders.toml", &ladder, MONDAY).unwrap();
    let (store, key) = bought(&programme, 5_000).await;
    for (id, cents, left) in [("e2", Some(2_000), 3_000), ("e3", None, 0)] {
        let back = taking_back(id, "e1", cents, MONDAY + HOUR);
        store.report(&programme, &back, MONDAY + HOUR).await;
        let member = store.member(key).await;
        let view = tier_view(&programme, &member, MONDAY + HOUR);
        assert_eq!(view.requirements[0].1, left, "{id}");
    }
}

#[tokio::test]
async fn what_lapsed_between_two_parts_is_not_taken_from_other_points() {
    let programme = club();
    let (store, key) = bought(&programme, 5_000).await;
    let back = taking_back("e2", "e1", Some(2_000), MONDAY + HOUR);
    store.report(&programme, &back, MONDAY + HOUR).await;
    let late = MONDAY + 40 * DAY;
    scheduled::run(&store.db, &programme, late).await.unwrap();
    let other = purchase("e3", "ann", 7_000, late);
    store.report(&programme, &other, late).await;
    for (id, cents) in [("e4", Some(1_000)), ("e5", None)] {
        let back = taking_back(id, "e1", cents, late);
        store.report(&programme, &back, late).await;
        assert_eq!(points(&store, key).await, 70, "{id}");
    }
}

#[tokio::test]
async fn a_part_of_what_is_pending_leaves_the_rest_pending() {
    let waits = CLUB.replace("per = 100 }", "per = 100 }, pending_days = 3");
    let programme = Programme::from_toml("waits.toml", &waits, MONDAY).unwrap();
    let (store, key) = bought(&programme, 5_000).await;
    let back = taking_back("e2", "e1", Some(2_000), MONDAY + HOUR);
    store.report(&programme, &back, MONDAY + HOUR).await;
    assert_eq!(store.member(key).await.balance("points").pending, 30);
    let mut connection = store.db.reader().acquire().await.unwrap();
    let newest = (i64::MAX, i64::MAX);
    let filter = read_ledger::Filter::default();
    let lines = read_ledger::page(&mut connection, key, &filter, newest, 10)
        .await
        .unwrap();
    assert_eq!((lines[0].balance_after, lines[0].pending_after), (30, 30));
    assert_eq!(lines[0].reverses, Some(lines[1].id));
    assert!(!lines[1].is_reversed, "most of it stands");
}
