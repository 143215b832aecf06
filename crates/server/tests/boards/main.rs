//! Leaderboards: right ranks, whatever happens, without counting members.
#![cfg(test)]

mod changes;
#[path = "../store/mod.rs"]
mod store;

use palier_server::{
    db::{
        boards::{self, BoardPeriodRow, BoardRow},
        person, scheduled,
    },
    programme::Programme,
};
use sqlx::{AssertSqlSafe, Row};
use store::{DAY, HOUR, MONDAY, Store, club, purchase};

async fn week(store: &Store, programme: &Programme, at: i64) -> BoardPeriodRow {
    let mut conn = store.db.reader().acquire().await.unwrap();
    boards::current(&mut conn, programme, &programme.boards[0], at)
        .await
        .unwrap()
        .unwrap()
}

async fn top(store: &Store, period: &BoardPeriodRow) -> Vec<BoardRow> {
    let mut conn = store.db.reader().acquire().await.unwrap();
    boards::top(&mut conn, period, 100).await.unwrap()
}

fn lines(rows: &[BoardRow]) -> Vec<(String, Option<i64>, i64)> {
    rows.iter()
        .map(|row| (row.public_id.clone(), row.rank, row.score))
        .collect()
}

/// Members `m0` … each with one purchase of so many euros, an hour apart.
async fn filled(programme: &Programme, euros: &[i64]) -> (Store, Vec<i64>) {
    let store = Store::new().await;
    let mut keys = Vec::new();
    for (index, amount) in euros.iter().enumerate() {
        let id = format!("m{index}");
        keys.push(store.enrol(programme, &id, MONDAY).await);
        let at = MONDAY + i64::try_from(index).unwrap() * 60_000;
        store
            .report(
                programme,
                &purchase(&format!("e{index}"), &id, amount * 100, at),
                at,
            )
            .await;
    }
    (store, keys)
}

#[tokio::test]
async fn ties_share_a_rank_and_the_next_is_skipped() {
    let programme = club();
    let (store, _) = filled(&programme, &[50, 80, 50, 300, 50, 7]).await;
    let rows = top(&store, &week(&store, &programme, MONDAY).await).await;
    let expected = [
        ("m3", 1, 300),
        ("m1", 2, 80),
        ("m0", 3, 50),
        ("m2", 3, 50),
        ("m4", 3, 50),
        ("m5", 6, 7),
    ];
    assert_eq!(
        lines(&rows),
        expected.map(|(id, rank, score)| (id.to_owned(), Some(rank), score))
    );
}

#[tokio::test]
async fn around_me_ranks_right_from_the_middle_of_a_tie() {
    let programme = club();
    let (store, keys) = filled(&programme, &[90, 50, 50, 50, 50, 50, 20, 10]).await;
    let period = week(&store, &programme, MONDAY).await;
    let mut conn = store.db.reader().acquire().await.unwrap();
    let rows = boards::around(&mut conn, &period, keys[4], 2)
        .await
        .unwrap();
    assert_eq!(
        lines(&rows)
            .iter()
            .map(|row| (row.0.as_str(), row.1))
            .collect::<Vec<_>>(),
        [
            ("m2", Some(2)),
            ("m3", Some(2)),
            ("m4", Some(2)),
            ("m5", Some(2)),
            ("m6", Some(7)),
        ]
    );
    // Where the board ends, the other side has more to show.
    for (key, ranks) in [
        (0, [1, 2, 2, 2, 2]),
        (1, [1, 2, 2, 2, 2]),
        (6, [2, 2, 2, 7, 8]),
        (7, [2, 2, 2, 7, 8]),
    ] {
        let rows = boards::around(&mut conn, &period, keys[key], 2).await;
        let found: Vec<_> = rows.unwrap().iter().map(|row| row.rank).collect();
        assert_eq!(found, ranks.map(Some), "m{key}");
    }
    let all = boards::around(&mut conn, &period, keys[3], 9).await;
    assert_eq!(all.unwrap().len(), 8);
    let own = boards::own(&mut conn, &period, keys[6])
        .await
        .unwrap()
        .unwrap();
    assert_eq!((own.rank, own.score), (Some(7), 20));
}

#[tokio::test]
async fn who_opts_out_is_in_no_list_and_no_count_and_comes_back_with_the_score() {
    let programme = club();
    let (store, keys) = filled(&programme, &[90, 50, 20]).await;
    let privacy = async |opted_out| {
        let mut tx = store.db.begin().await.unwrap();
        person::set_privacy(&mut tx, keys[0], "Alias", opted_out, MONDAY)
            .await
            .unwrap();
        tx.commit().await.unwrap();
    };
    privacy(true).await;
    let period = week(&store, &programme, MONDAY).await;
    assert_eq!(
        lines(&top(&store, &period).await).first(),
        Some(&("m1".to_owned(), Some(1), 50))
    );
    // Scores go on growing unseen.
    let at = MONDAY + HOUR;
    store
        .report(&programme, &purchase("more", "m0", 1_000, at), at)
        .await;
    let mut conn = store.db.reader().acquire().await.unwrap();
    let own = boards::own(&mut conn, &period, keys[0])
        .await
        .unwrap()
        .unwrap();
    assert_eq!((own.rank, own.score), (None, 100));
    assert!(
        boards::around(&mut conn, &period, keys[0], 3)
            .await
            .unwrap()
            .is_empty()
    );
    assert_eq!(boards::members_on(&mut conn, period.id).await.unwrap(), 2);
    drop(conn);
    privacy(false).await;
    assert_eq!(
        lines(&top(&store, &period).await).first(),
        Some(&("m0".to_owned(), Some(1), 100))
    );
}

#[tokio::test]
async fn movement_is_counted_from_the_snapshot() {
    let programme = club();
    let (store, keys) = filled(&programme, &[90, 50, 20]).await;
    scheduled::run(&store.db, &programme, MONDAY + DAY)
        .await
        .unwrap();
    let at = MONDAY + DAY + HOUR;
    store
        .report(&programme, &purchase("up", "m2", 6_000, at), at)
        .await;
    let rank = |rows: &[BoardRow], id: &str| {
        rows.iter()
            .find(|row| row.public_id == id)
            .map(|row| (row.rank_then, row.rank))
            .unwrap()
    };
    let rows = top(&store, &week(&store, &programme, at).await).await;
    assert_eq!(rank(&rows, "m2"), (Some(3), Some(2)));
    assert_eq!(rank(&rows, "m1"), (Some(2), Some(3)));
    assert_eq!(rank(&rows, "m0"), (Some(1), Some(1)));
    // Somebody new was not on the board then.
    store.enrol(&programme, "new", at).await;
    store
        .report(&programme, &purchase("first", "new", 50_000, at), at)
        .await;
    let rows = top(&store, &week(&store, &programme, at).await).await;
    assert_eq!(rank(&rows, "new"), (None, Some(1)));
    // Who hides leaves the snapshot too.
    let mut tx = store.db.begin().await.unwrap();
    person::set_privacy(&mut tx, keys[0], "Alias", true, at)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let rows = top(&store, &week(&store, &programme, at).await).await;
    assert_eq!(rank(&rows, "m1"), (Some(1), Some(3)));
}

#[tokio::test]
async fn a_period_that_ends_pays_its_prizes_once_ties_included() {
    let programme = club();
    let (store, keys) = filled(&programme, &[90, 50, 50, 20]).await;
    let next = MONDAY + 7 * DAY;
    scheduled::run(&store.db, &programme, next - 1)
        .await
        .unwrap();
    assert_eq!(
        store
            .number("SELECT COUNT(*) FROM ledger WHERE reason_code = 'prize'")
            .await,
        0
    );
    scheduled::run(&store.db, &programme, next).await.unwrap();
    scheduled::run(&store.db, &programme, next + HOUR)
        .await
        .unwrap();
    let mut gems = Vec::new();
    for key in keys {
        gems.push(store.member(key).await.balance("gems").available);
    }
    assert_eq!(gems, [5, 5, 5, 0]);
    assert_eq!(finished_weeks(&store).await, ["2026-W45"]);
}

/// The keys of the weeks that are final.
async fn finished_weeks(store: &Store) -> Vec<String> {
    let mut conn = store.db.reader().acquire().await.unwrap();
    let finished = boards::finished(&mut conn, "week").await.unwrap();
    finished.into_iter().map(|period| period.key).collect()
}

#[tokio::test]
async fn only_as_many_periods_are_kept_as_the_programme_keeps() {
    let programme = club();
    let (store, _) = filled(&programme, &[90, 50]).await;
    for week in 1..4 {
        let at = MONDAY + week * 7 * DAY;
        store
            .report(
                &programme,
                &purchase(&format!("w{week}"), "m0", 1_000, at),
                at,
            )
            .await;
        scheduled::run(&store.db, &programme, at).await.unwrap();
    }
    assert_eq!(finished_weeks(&store).await, ["2026-W47"]);
    assert_eq!(
        store.number("SELECT COUNT(*) FROM board_periods").await,
        2,
        "that one and the live one"
    );
    assert_eq!(store.number("SELECT COUNT(*) FROM board_scores").await, 2);
}

#[tokio::test]
async fn a_late_event_changes_no_period_that_is_over() {
    let programme = club();
    let (store, _) = filled(&programme, &[90]).await;
    let later = MONDAY + 20 * DAY;
    scheduled::run(&store.db, &programme, later).await.unwrap();
    store
        .report(
            &programme,
            &purchase("late", "m0", 9_900, MONDAY + HOUR),
            later,
        )
        .await;
    store
        .report(
            &programme,
            &purchase("later", "m0", 9_900, MONDAY + 8 * DAY),
            later,
        )
        .await;
    assert_eq!(
        store.number("SELECT SUM(score) FROM board_scores").await,
        90
    );
    assert_eq!(store.number("SELECT COUNT(*) FROM board_periods").await, 1);
}

/// A thousand changes at random, then every rank against a count by hand.
#[tokio::test]
async fn the_tree_of_counts_agrees_with_counting() {
    let programme = club();
    let store = Store::new().await;
    let mut seed = 7_u64;
    let mut random = |end: u64| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % end
    };
    let mut keys = Vec::new();
    for index in 0..60 {
        keys.push(store.enrol(&programme, &format!("m{index}"), MONDAY).await);
    }
    let mut bought: Vec<Vec<String>> = vec![Vec::new(); 60];
    let mut tx = store.db.begin().await.unwrap();
    for round in 0..1_000 {
        let who = usize::try_from(random(60)).unwrap();
        if random(10) == 0 {
            let hide = random(2) == 0;
            person::set_privacy(&mut tx, keys[who], "Alias", hide, MONDAY)
                .await
                .unwrap();
        } else {
            // From single points to the millions, so that every level of the tree is used.
            let size = 8 + 8 * random(4);
            let cents = i64::try_from(random(1 << size)).unwrap() * 100;
            let mut event = purchase(&format!("e{round}"), &format!("m{who}"), cents, MONDAY);
            if random(4) == 0 {
                event.reverses = bought[who].pop();
                event.amount = event.amount.filter(|_| event.reverses.is_none());
            } else {
                bought[who].push(event.id.clone());
            }
            palier_server::db::events::ingest(&mut tx, &programme, &event, MONDAY)
                .await
                .unwrap();
        }
    }
    tx.commit().await.unwrap();
    let period = week(&store, &programme, MONDAY).await;
    let mut conn = store.db.reader().acquire().await.unwrap();
    let scores: Vec<(i64, i64)> =
        sqlx::query_as("SELECT member_id, score FROM board_scores WHERE listed = 1 AND score > 0")
            .fetch_all(&mut *conn)
            .await
            .unwrap();
    assert!(scores.len() > 20);
    for (member, score) in &scores {
        let above = scores.iter().filter(|(_, other)| other > score).count();
        let own = boards::own(&mut conn, &period, *member)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(own.rank, Some(i64::try_from(above).unwrap() + 1));
    }
    let on_board = boards::members_on(&mut conn, period.id).await.unwrap();
    assert_eq!(on_board, i64::try_from(scores.len()).unwrap());
    let least = sqlx::query_scalar::<_, i64>("SELECT MIN(members) FROM board_counts")
        .fetch_one(&mut *conn)
        .await;
    assert!(least.unwrap() >= 0);
}

#[tokio::test]
async fn every_board_query_is_an_index_seek() {
    let programme = club();
    let (store, _) = filled(&programme, &[90, 50, 20]).await;
    for sql in [
        boards::SQL_TOP,
        boards::SQL_ABOVE,
        boards::SQL_BELOW,
        boards::SQL_OWN,
        boards::SQL_RANK,
    ] {
        let plan = sqlx::query(AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}")))
            .fetch_all(store.db.reader())
            .await
            .unwrap();
        let steps: Vec<String> = plan
            .iter()
            .map(|row| row.get::<String, _>("detail"))
            .collect();
        println!("{sql}\n  {}", steps.join("\n  "));
        assert!(
            steps.iter().any(|step| step.starts_with("SEARCH")),
            "{steps:?}"
        );
        let slow = |step: &&String| {
            // The subquery of the rank is a list of four sums, whatever the board's size.
            (step.starts_with("SCAN") && *step != "SCAN parts") || step.contains("TEMP B-TREE")
        };
        assert_eq!(steps.iter().find(slow), None, "{sql}");
    }
}
