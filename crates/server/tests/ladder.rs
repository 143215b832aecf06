//! A programme file that changes the ladder, and members who stand on the old one.
#![cfg(test)]

mod store;

use palier_server::{
    db::{hints, ladder},
    engine::{TierState, calendar::NEVER},
    programme::Programme,
};
use store::{CLUB, DAY, HOUR, MONDAY, Store, club, purchase};

/// 2027-01-01T00:00:00Z.
const NEW_YEAR: i64 = 1_798_761_600_000;

fn changed(from: &str, to: &str) -> Programme {
    let file = CLUB.replace(from, to);
    assert_ne!(file, CLUB);
    Programme::from_toml("club.toml", &file, MONDAY).unwrap()
}

/// Ann has reached the upper tier, Bob is in the entry tier.
async fn two(store: &Store, programme: &Programme) -> (i64, i64) {
    let ann = store.enrol(programme, "ann", MONDAY).await;
    let bob = store.enrol(programme, "bob", MONDAY).await;
    let bought = purchase("a", "ann", 100_000, MONDAY + HOUR);
    store.report(programme, &bought, MONDAY + HOUR).await;
    (ann, bob)
}

async fn tier(store: &Store, key: i64) -> TierState {
    store.member(key).await.tier.unwrap()
}

async fn place(store: &Store, programme: &Programme) -> u64 {
    let now = MONDAY + DAY;
    ladder::place_members(&store.db, programme, now)
        .await
        .unwrap()
}

#[tokio::test]
async fn whoever_held_a_tier_that_is_called_otherwise_now_has_the_one_that_they_meet() {
    let (store, before) = (Store::new().await, club());
    let (ann, bob) = two(&store, &before).await;
    assert_eq!(place(&store, &before).await, 0, "nothing has changed");
    let after = changed(r#"id = "high""#, r#"id = "top""#);
    let last = hints::newest(store.db.reader()).await.unwrap();
    assert_eq!(place(&store, &after).await, 1);
    let held = tier(&store, ann).await;
    assert_eq!((held.tier.as_str(), held.keep_until), ("top", NEW_YEAR));
    assert_eq!(tier(&store, bob).await.tier, "low");
    let told = hints::after(store.db.reader(), last).await.unwrap();
    let topics: Vec<&str> = told.iter().map(|hint| hint.topic.as_str()).collect();
    assert_eq!(topics, ["me", "rewards", "tier"]);
    assert_eq!(place(&store, &after).await, 0, "once for each change");
}

#[tokio::test]
async fn members_of_a_programme_that_gets_tiers_have_one_at_once() {
    let (from, _) = CLUB.split_once("tier_policy").unwrap();
    let (_, rest) = CLUB.split_once("\nseries").unwrap();
    let before = format!("{from}\nseries{rest}");
    let before = Programme::from_toml("club.toml", &before, MONDAY).unwrap();
    let store = Store::new().await;
    let (ann, bob) = two(&store, &before).await;
    assert_eq!(store.member(ann).await.tier, None);
    assert_eq!(place(&store, &before).await, 0, "there is no ladder");
    assert_eq!(place(&store, &club()).await, 2);
    assert_eq!(tier(&store, ann).await.tier, "high");
    assert_eq!(tier(&store, bob).await.tier, "low");
}

#[tokio::test]
async fn a_tier_that_was_for_ever_is_decided_on_once_others_are() {
    let policy = r#"window = "rolling_months", months = 2, keep_months = 1"#;
    let for_ever = changed(policy, r#"window = "lifetime""#);
    let store = Store::new().await;
    let (ann, bob) = two(&store, &for_ever).await;
    assert_eq!(tier(&store, ann).await.keep_until, NEVER);
    assert_eq!(place(&store, &for_ever).await, 0);
    assert_eq!(place(&store, &club()).await, 1);
    let held = tier(&store, ann).await;
    assert_eq!((held.tier.as_str(), held.since), ("high", MONDAY + HOUR));
    assert_eq!(held.keep_until, NEW_YEAR);
    assert_eq!(tier(&store, bob).await.keep_until, NEVER);
}
