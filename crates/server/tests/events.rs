//! Reported events: each once, with all consequences in one transaction.
#![cfg(test)]

mod store;

use palier_server::{
    db::{
        Db, Error,
        events::{IngestError, ingest},
        members, meta, person, scheduled, settle,
    },
    engine::{Event, MemberStatus, Reason, Refusal, Source, tier_view},
    programme::{Amount, Programme},
};
use store::{DAY, HOUR, MONDAY, Store, club, purchase};

async fn refusal(store: &Store, event: &Event, now: i64) -> Refusal {
    let mut tx = store.db.begin().await.unwrap();
    match ingest(&mut tx, &club(), event, now).await {
        Err(IngestError::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn an_event_with_the_same_id_counts_once_and_answers_the_same() {
    let (store, programme) = (Store::new().await, club());
    let key = store.enrol(&programme, "ann", MONDAY).await;
    let event = purchase("e1", "ann", 5_000, MONDAY + HOUR);
    let first = store.report(&programme, &event, MONDAY + HOUR).await;
    let again = store.report(&programme, &event, MONDAY + 2 * HOUR).await;
    assert!(!first.replayed && again.replayed);
    assert_eq!(first.outcome, again.outcome);
    assert_eq!(first.outcome.badges, ["buyer"]);
    assert_eq!(store.member(key).await.balance("points").available, 50);
    assert_eq!(store.number("SELECT COUNT(*) FROM ledger").await, 1);
}

#[tokio::test]
async fn the_same_id_with_other_content_is_refused() {
    let (store, programme) = (Store::new().await, club());
    store.enrol(&programme, "ann", MONDAY).await;
    store
        .report(&programme, &purchase("e1", "ann", 5_000, MONDAY), MONDAY)
        .await;
    let other = purchase("e1", "ann", 9_000, MONDAY);
    assert_eq!(
        refusal(&store, &other, MONDAY).await,
        Refusal::IdReused("e1".into())
    );
}

#[tokio::test]
async fn an_event_for_nobody_is_refused() {
    let store = Store::new().await;
    let event = purchase("e1", "nobody", 100, MONDAY);
    assert_eq!(
        refusal(&store, &event, MONDAY).await,
        Refusal::UnknownMember("nobody".into())
    );
}

#[tokio::test]
async fn a_dropped_transaction_leaves_nothing_behind() {
    let (store, programme) = (Store::new().await, club());
    let key = store.enrol(&programme, "ann", MONDAY).await;
    let before = store.member(key).await;
    let mut tx = store.db.begin().await.unwrap();
    ingest(
        &mut tx,
        &programme,
        &purchase("e1", "ann", 5_000, MONDAY),
        MONDAY,
    )
    .await
    .unwrap();
    drop(tx);
    assert_eq!(store.member(key).await, before);
    assert_eq!(store.number("SELECT COUNT(*) FROM events").await, 0);
    assert_eq!(store.number("SELECT COUNT(*) FROM board_counts").await, 0);
}

#[tokio::test]
async fn an_edition_is_numbered_across_members() {
    let (store, programme) = (Store::new().await, club());
    let ann = store.enrol(&programme, "ann", MONDAY).await;
    let bob = store.enrol(&programme, "bob", MONDAY).await;
    store
        .report(&programme, &purchase("e1", "ann", 100, MONDAY), MONDAY)
        .await;
    store
        .report(&programme, &purchase("e2", "bob", 100, MONDAY), MONDAY)
        .await;
    assert_eq!(store.member(ann).await.badges["buyer"].edition, Some(1));
    assert!(
        !store.member(bob).await.badges.contains_key("buyer"),
        "the only copy is given"
    );
    let mut conn = store.db.reader().acquire().await.unwrap();
    assert_eq!(meta::tally(&mut conn, "badge:buyer").await.unwrap(), 1);
}

#[tokio::test]
async fn a_returned_purchase_is_taken_back_once() {
    let (store, programme) = (Store::new().await, club());
    let key = store.enrol(&programme, "ann", MONDAY).await;
    store
        .report(&programme, &purchase("e1", "ann", 5_000, MONDAY), MONDAY)
        .await;
    let mut back = purchase("e2", "ann", 5_000, MONDAY + HOUR);
    back.reverses = Some("e1".into());
    store.report(&programme, &back, MONDAY + HOUR).await;
    assert_eq!(store.member(key).await.balance("points").available, 0);
    assert_eq!(store.number("SELECT SUM(score) FROM board_scores").await, 0);
    back.id = "e3".into();
    assert_eq!(
        refusal(&store, &back, MONDAY + HOUR).await,
        Refusal::NotReversible("e1".into())
    );
}

/// The small programme with a ladder that asks for money.
fn spenders() -> Programme {
    let ladder = store::CLUB.replace(
        r#"earned = "points", target = 1000"#,
        "spend = true, target = 10000",
    );
    Programme::from_toml("spenders.toml", &ladder, MONDAY).unwrap()
}

fn taking_back(id: &str, original: &str, cents: Option<i64>, at: i64) -> Event {
    let mut back = purchase(id, "ann", 0, at);
    back.amount = cents;
    back.reverses = Some(original.into());
    back
}

async fn spent(store: &Store, programme: &Programme, key: i64, at: i64) -> i64 {
    let member = store.member(key).await;
    let view = tier_view(programme, &member, at);
    view.requirements
        .iter()
        .chain(&view.keep)
        .map(|(_, value)| *value)
        .next()
        .unwrap()
}

#[tokio::test]
async fn a_returned_purchase_takes_its_money_back_once_even_if_it_paid_nothing() {
    let (store, programme) = (Store::new().await, spenders());
    let key = store.enrol(&programme, "ann", MONDAY).await;
    for (id, cents) in [("e1", 90), ("e2", 5_000)] {
        store
            .report(&programme, &purchase(id, "ann", cents, MONDAY), MONDAY)
            .await;
    }
    assert_eq!(spent(&store, &programme, key, MONDAY).await, 5_090);
    let back = taking_back("e3", "e1", None, MONDAY + HOUR);
    store.report(&programme, &back, MONDAY + HOUR).await;
    assert_eq!(spent(&store, &programme, key, MONDAY + HOUR).await, 5_000);
    for (id, original) in [("e4", "e1"), ("e5", "e3"), ("e6", "never")] {
        let again = taking_back(id, original, None, MONDAY + HOUR);
        assert_eq!(
            refusal(&store, &again, MONDAY + HOUR).await,
            Refusal::NotReversible(original.into())
        );
    }
    assert_eq!(store.number("SELECT COUNT(*) FROM events").await, 3);
}

#[tokio::test]
async fn a_purchase_from_before_its_money_was_kept_loses_what_the_return_says() {
    let (store, programme) = (Store::new().await, spenders());
    let key = store.enrol(&programme, "ann", MONDAY).await;
    store
        .report(&programme, &purchase("e1", "ann", 5_000, MONDAY), MONDAY)
        .await;
    let mut tx = store.db.begin().await.unwrap();
    sqlx::query("UPDATE events SET amount = NULL")
        .execute(&mut *tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let back = taking_back("e2", "e1", Some(5_000), MONDAY + HOUR);
    store.report(&programme, &back, MONDAY + HOUR).await;
    assert_eq!(spent(&store, &programme, key, MONDAY + HOUR).await, 0);
    let again = taking_back("e3", "e1", Some(7_000), MONDAY + HOUR);
    assert_eq!(
        refusal(&store, &again, MONDAY + HOUR).await,
        Refusal::NotReversible("e1".into())
    );
}

#[tokio::test]
async fn a_loaded_member_is_the_member_that_was_saved() {
    let (store, programme) = (Store::new().await, club());
    let key = store.enrol(&programme, "ann", MONDAY).await;
    store
        .report(&programme, &purchase("e1", "ann", 150_000, MONDAY), MONDAY)
        .await;
    let mut visit = purchase("e2", "ann", 0, MONDAY);
    visit.kind = "visit".into();
    store.report(&programme, &visit, MONDAY).await;
    let mut tx = store.db.begin().await.unwrap();
    let price = [Amount {
        currency: "points".into(),
        value: 400,
    }];
    let source = Source::new(Reason::Redemption, "r1");
    let changed = members::change(&mut tx, &programme, key, MONDAY, |change| {
        change.spend(&price, MONDAY, &source).unwrap();
        change.member.clone()
    });
    let in_memory = changed.await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_eq!(store.member(key).await, in_memory);
    assert_eq!(in_memory.tier.unwrap().tier, "high");
}

#[tokio::test]
async fn duties_do_what_time_brings_to_whoever_it_is_due() {
    let (store, programme) = (Store::new().await, club());
    let ann = store.enrol(&programme, "ann", MONDAY).await;
    let bob = store.enrol(&programme, "bob", MONDAY).await;
    store
        .report(&programme, &purchase("e1", "ann", 150_000, MONDAY), MONDAY)
        .await;
    let mut visit = purchase("e2", "bob", 0, MONDAY);
    visit.kind = "visit".into();
    store.report(&programme, &visit, MONDAY).await;
    let due = async |member, at| {
        let mut conn = store.db.reader().acquire().await.unwrap();
        settle::is_due(&mut conn, member, at).await.unwrap()
    };
    assert!(!due(bob, MONDAY + 3 * DAY - 1).await);
    assert!(due(bob, MONDAY + 3 * DAY).await);
    scheduled::run(&store.db, &programme, MONDAY + 3 * DAY)
        .await
        .unwrap();
    assert_eq!(
        (
            store.member(bob).await.balance("gems").available,
            due(bob, MONDAY + 3 * DAY).await
        ),
        (2, false)
    );

    scheduled::run(&store.db, &programme, MONDAY + 31 * DAY)
        .await
        .unwrap();
    assert_eq!(store.member(ann).await.balance("points").expired, 1500);
    assert_eq!(store.member(ann).await.tier.unwrap().tier, "high");
    scheduled::run(&store.db, &programme, MONDAY + 150 * DAY)
        .await
        .unwrap();
    assert_eq!(store.member(ann).await.tier.unwrap().tier, "low");
    let done = scheduled::run(&store.db, &programme, MONDAY + 150 * DAY)
        .await
        .unwrap();
    assert_eq!((done.members, done.closed), (0, 0), "nothing is left to do");
}

/// A store with Ann, who has bought for 50 and was suspended then.
async fn suspended(programme: &Programme) -> (Store, i64) {
    let store = Store::new().await;
    let key = store.enrol(programme, "ann", MONDAY).await;
    store
        .report(programme, &purchase("e1", "ann", 5_000, MONDAY), MONDAY)
        .await;
    let mut tx = store.db.begin().await.unwrap();
    person::set_status(&mut tx, key, MemberStatus::Suspended, MONDAY)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    (store, key)
}

#[tokio::test]
async fn a_suspended_member_keeps_what_they_have_and_leaves_the_board() {
    let programme = club();
    let (store, key) = suspended(&programme).await;
    assert_eq!(
        refusal(&store, &purchase("e2", "ann", 1, MONDAY), MONDAY).await,
        Refusal::NotActive("suspended")
    );
    assert_eq!(store.member(key).await.balance("points").available, 50);
    assert_eq!(
        store.number("SELECT SUM(members) FROM board_counts").await,
        0
    );
}

#[tokio::test]
async fn a_suspended_member_gives_back_what_they_return() {
    let programme = club();
    let (store, key) = suspended(&programme).await;
    let back = taking_back("e2", "e1", Some(5_000), MONDAY + HOUR);
    store.report(&programme, &back, MONDAY + HOUR).await;
    assert_eq!(store.member(key).await.balance("points").available, 0);
}

#[tokio::test]
async fn a_return_after_the_points_lapsed_takes_no_others() {
    let (store, programme) = (Store::new().await, club());
    let key = store.enrol(&programme, "ann", MONDAY).await;
    store
        .report(&programme, &purchase("e1", "ann", 5_000, MONDAY), MONDAY)
        .await;
    let late = MONDAY + 40 * DAY;
    scheduled::run(&store.db, &programme, late).await.unwrap();
    store
        .report(&programme, &purchase("e2", "ann", 7_000, late), late)
        .await;
    let back = taking_back("e3", "e1", Some(5_000), late);
    store.report(&programme, &back, late).await;
    assert_eq!(store.member(key).await.balance("points").available, 70);
}

#[tokio::test]
async fn a_database_of_a_newer_server_is_not_touched() {
    let store = Store::new().await;
    let mut tx = store.db.begin().await.unwrap();
    meta::set(&mut tx, "schema", "99").await.unwrap();
    tx.commit().await.unwrap();
    store.db.close().await;
    assert!(matches!(
        Db::open(&store.path).await,
        Err(Error::Newer { found: 99, .. })
    ));
}

#[tokio::test]
async fn the_books_survive_closing_and_opening() {
    let (store, programme) = (Store::new().await, club());
    let key = store.enrol(&programme, "ann", MONDAY).await;
    store
        .report(&programme, &purchase("e1", "ann", 5_000, MONDAY), MONDAY)
        .await;
    let before = store.member(key).await;
    store.db.close().await;
    let db = Db::open(&store.path).await.unwrap();
    let mut conn = db.reader().acquire().await.unwrap();
    assert_eq!(
        members::load(&mut conn, key).await.unwrap().unwrap(),
        before
    );
}
