//! The demo: deterministic, balanced, and each named member in the situation it promises.
#![cfg(test)]

mod store;

use std::collections::BTreeSet;

use palier_server::{
    db::{boards, members, meta, scheduled},
    demo::{self, Options, SITUATIONS},
    engine::{MemberState, tier_view},
    programme::Programme,
};
use sqlx::Row;
use store::{DAY, Store, demo_programme};

/// Sunday 2026-11-22T12:00:00Z.
const NOW: i64 = 1_795_348_800_000;

async fn filled() -> (Store, Programme) {
    filled_with(200).await
}

async fn filled_with(members: i64) -> (Store, Programme) {
    let (store, programme) = (Store::new().await, demo_programme(NOW));
    let options = Options {
        members,
        now: NOW,
        seed: 1,
    };
    let mut percents = Vec::new();
    demo::fill(&store.db, &programme, options, |progress| {
        percents.push(progress.percent)
    })
    .await
    .unwrap();
    assert!(
        percents.is_sorted() && percents.last() == Some(&100),
        "{percents:?}"
    );
    (store, programme)
}

async fn situation(store: &Store, id: &str) -> MemberState {
    let mut conn = store.db.reader().acquire().await.unwrap();
    let key = members::find(&mut conn, id).await.unwrap().unwrap();
    members::load(&mut conn, key).await.unwrap().unwrap()
}

#[tokio::test]
async fn every_named_member_is_in_the_situation_it_promises() {
    let (store, programme) = filled().await;
    let end = programme.tiers.len() - 1;
    for each in SITUATIONS {
        let member = situation(&store, each.id).await;
        let view = tier_view(&programme, &member, NOW);
        let position = programme.tier_position(&view.current.unwrap().id).unwrap();
        let points = member.balance("points");
        match each.id {
            "new" => assert!(position == 0 && points.available >= 100 && member.badges.is_empty()),
            "expiring" => {
                let soon = member
                    .batches
                    .keys()
                    .filter(|key| key.expires_at < NOW + 40 * DAY)
                    .count();
                let later = member
                    .batches
                    .keys()
                    .filter(|key| key.expires_at < NOW + 200 * DAY)
                    .count();
                assert!(soon >= 1 && later >= 3, "{:?}", member.batches);
            }
            "almost" => {
                let missing: Vec<i64> = view
                    .requirements
                    .iter()
                    .map(|(asks, value)| asks.target - value)
                    .filter(|left| *left > 0)
                    .collect();
                assert_eq!(missing, [1], "one purchase, nothing else");
            }
            "top" => {
                assert_eq!(position, end);
                assert!(points.available > 7_000 && points.pending > 0, "{points:?}");
            }
            "suspended" => assert_eq!(member.status.as_str(), "suspended"),
            "opted_out" => assert!(member.opted_out),
            "collector" => {
                let explorer = programme
                    .series
                    .iter()
                    .find(|series| series.id == "explorer")
                    .unwrap();
                let held = explorer
                    .badges
                    .iter()
                    .filter(|badge| member.badges.contains_key(&badge.id))
                    .count();
                assert_eq!(held, explorer.badges.len() - 1);
                assert_eq!(member.progress.badges["cartographer"], [2]);
            }
            "orders" => {
                let states: BTreeSet<String> =
                    sqlx::query_scalar("SELECT state FROM redemptions WHERE member_id = $1")
                        .bind(member.id)
                        .fetch_all(store.db.reader())
                        .await
                        .unwrap()
                        .into_iter()
                        .collect();
                assert_eq!(states.len(), 13, "{states:?}");
                assert!(points.reserved > 0);
            }
            other => panic!("{other} has no promise"),
        }
    }
}

#[tokio::test]
async fn the_opted_out_and_the_suspended_have_a_score_but_are_not_listed() {
    let (store, programme) = filled().await;
    let mut conn = store.db.reader().acquire().await.unwrap();
    let period = boards::current(&mut conn, &programme, &programme.boards[0], NOW)
        .await
        .unwrap()
        .unwrap();
    for id in ["opted_out", "suspended"] {
        let member = situation(&store, id).await;
        let own = boards::own(&mut conn, &period, member.id)
            .await
            .unwrap()
            .unwrap();
        assert!(own.score > 0 && own.rank.is_none(), "{id}: {own:?}");
    }
    let top = situation(&store, "top").await;
    let own = boards::own(&mut conn, &period, top.id)
        .await
        .unwrap()
        .unwrap();
    assert!(own.rank.is_some_and(|rank| rank <= 3), "{own:?}");
}

/// Every table as text.
async fn dump(store: &Store) -> Vec<String> {
    let mut lines = Vec::new();
    for sql in [
        "SELECT id || public_id || alias || state || joined_at || opted_out || anniversary_due AS line FROM members ORDER BY id",
        "SELECT id || ' ' || member_id || currency || amount || kind || occurred_at || balance_after || source_id AS line FROM ledger ORDER BY id",
        "SELECT member_id || currency || expires_at || ' ' || remaining AS line FROM batches ORDER BY member_id, currency, available_at, expires_at",
        "SELECT id || reward || variant || state || created_at AS line FROM redemptions ORDER BY id",
        "SELECT value AS line FROM codes ORDER BY id",
        "SELECT period_id || ' ' || member_id || ' ' || score || listed || tiebreak AS line FROM board_scores ORDER BY period_id, member_id",
        "SELECT period_id || ' ' || frozen || level || ' ' || bucket || ' ' || members AS line FROM board_counts ORDER BY period_id, frozen, level, bucket",
        "SELECT member_id || body AS line FROM progress ORDER BY member_id",
        "SELECT member_id || badge || COALESCE(edition, 0) || ' ' || earned_at AS line FROM badges ORDER BY member_id, badge",
    ] {
        let rows = sqlx::query(sql).fetch_all(store.db.reader()).await.unwrap();
        assert!(!rows.is_empty(), "{sql}");
        lines.extend(rows.iter().map(|row| row.get::<String, _>("line")));
    }
    lines
}

#[tokio::test]
async fn the_same_day_gives_the_same_demo() {
    let ((one, _), (two, _)) = (filled().await, filled().await);
    assert_eq!(dump(&one).await, dump(&two).await);
}

#[tokio::test]
async fn the_books_balance() {
    let (store, _) = filled().await;
    let off = store
        .number(
            "SELECT COUNT(*) FROM balances AS b WHERE available + pending <>
               (SELECT COALESCE(SUM(amount), 0) FROM ledger AS l WHERE l.member_id = b.member_id AND l.currency = b.currency)
             OR available + pending <>
               (SELECT COALESCE(SUM(remaining), 0) FROM batches AS c WHERE c.member_id = b.member_id AND c.currency = b.currency)",
        )
        .await;
    assert_eq!(off, 0);
    let wrong_tallies = store
        .number(
            "SELECT COUNT(*) FROM tallies AS t WHERE name LIKE 'badge:%'
               AND value <> (SELECT COUNT(*) FROM badges AS b WHERE 'badge:' || b.badge = t.name)",
        )
        .await;
    assert_eq!(wrong_tallies, 0);
    let kinds = store
        .number("SELECT COUNT(DISTINCT kind) FROM ledger")
        .await;
    assert_eq!(kinds, 5, "earn, spend, expire, refund, reverse");
    assert!(
        store
            .number("SELECT COUNT(*) FROM ledger WHERE reason_code = 'prize'")
            .await
            > 0
    );
}

#[tokio::test]
async fn nothing_is_left_due_after_filling() {
    let (store, programme) = filled().await;
    let done = scheduled::run(&store.db, &programme, NOW).await.unwrap();
    assert_eq!(done, scheduled::Done::default());
}

#[tokio::test]
async fn what_the_programme_calls_scarce_is_still_there_to_be_had() {
    let (store, programme) = filled().await;
    let left = |reward: &'static str| {
        let db = store.db.clone();
        async move {
            let sum =
                sqlx::query_scalar::<_, i64>("SELECT SUM(remaining) FROM stock WHERE reward = $1");
            sum.bind(reward).fetch_one(db.reader()).await.unwrap()
        }
    };
    assert_eq!(left("sneakers").await, 0);
    assert_eq!(left("tasting-evening").await, 5);
    assert!(left("notebook").await > 0);
    assert_eq!(
        store.number("SELECT COUNT(*) FROM stock").await,
        i64::try_from(
            programme
                .rewards
                .iter()
                .map(|reward| reward.initial_stock().len())
                .sum::<usize>()
        )
        .unwrap()
    );
}

#[tokio::test]
async fn the_rarer_a_badge_is_called_the_fewer_members_have_it() {
    let (store, programme) = filled_with(1_000).await;
    let mut conn = store.db.reader().acquire().await.unwrap();
    let mut shares = Vec::new();
    for badge in programme.series.iter().flat_map(|series| &series.badges) {
        // Nobody can have a badge before its time.
        if badge.window.starts_at.is_some_and(|start| start > NOW) {
            continue;
        }
        let name = format!("badge:{}", badge.id);
        let holders = meta::tally(&mut conn, &name).await.unwrap();
        shares.push((badge.rarity, holders, badge.id.clone()));
    }
    for (rarity, holders, id) in &shares {
        for (rarer, fewer, other) in shares.iter().filter(|(rarer, ..)| rarer > rarity) {
            assert!(
                fewer < holders,
                "{other} ({rarer}) has {fewer} holders, {id} ({rarity}) has {holders}"
            );
        }
    }
}

#[tokio::test]
async fn another_kind_of_database_is_refused_in_words_and_its_password_is_not_said() {
    let folder = std::env::temp_dir().join(format!("palier-database-{}", std::process::id()));
    for (url, expected) in [
        (
            "postgres://palier:hush@localhost/club",
            "keeps its data in SQLite alone",
        ),
        ("mysql://palier:hush@localhost/club", "expected sqlite:PATH"),
    ] {
        let line = ["--data", folder.to_str().unwrap(), "--database", url];
        let line = line.into_iter().map(str::to_owned);
        let options = palier_server::options::Options::read(line, |_| None).unwrap();
        let said = palier_server::start::prepare(&options).await.unwrap_err();
        let said = said.to_string();
        assert!(said.contains(expected) && !said.contains("hush"), "{said}");
    }
    std::fs::remove_dir_all(&folder).unwrap();
}
