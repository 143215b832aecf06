//! Boards whose members give back what they bought, or move between two pages.

use palier_server::{
    db::{boards, person, scheduled},
    programme::Programme,
};

use crate::{
    filled, lines,
    store::{CLUB, DAY, HOUR, MONDAY, Store, club, purchase},
    top, week,
};

/// Takes the purchase `e{index}` of `m{index}` back.
async fn give_back(store: &Store, programme: &Programme, index: usize, at: i64) {
    let mut back = purchase(&format!("back{index}"), &format!("m{index}"), 0, at);
    back.amount = None;
    back.reverses = Some(format!("e{index}"));
    store.report(programme, &back, at).await;
}

#[tokio::test]
async fn who_has_nothing_any_more_is_in_no_list_and_no_count_and_wins_nothing() {
    let programme = club();
    let (store, keys) = filled(&programme, &[90, 50]).await;
    scheduled::run(&store.db, &programme, MONDAY + DAY)
        .await
        .unwrap();
    let at = MONDAY + DAY + HOUR;
    give_back(&store, &programme, 0, at).await;
    let period = week(&store, &programme, at).await;
    assert_eq!(
        lines(&top(&store, &period).await),
        [("m1".to_owned(), Some(1), 50)]
    );
    let mut conn = store.db.reader().acquire().await.unwrap();
    assert_eq!(boards::members_on(&mut conn, period.id).await.unwrap(), 1);
    let own = boards::own(&mut conn, &period, keys[0]).await.unwrap();
    assert_eq!(own.map(|own| (own.rank, own.score)), Some((None, 0)));
    let around = boards::around(&mut conn, &period, keys[0], 3).await;
    assert!(around.unwrap().is_empty());
    drop(conn);
    // Hidden and shown again at nought, then scoring again: counted once.
    for opted_out in [true, false] {
        let mut tx = store.db.begin().await.unwrap();
        person::set_privacy(&mut tx, keys[0], "Alias", opted_out, at)
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }
    store
        .report(&programme, &purchase("again", "m0", 2_000, at), at)
        .await;
    let rows = top(&store, &period).await;
    assert_eq!(
        lines(&rows),
        [
            ("m1".to_owned(), Some(1), 50),
            ("m0".to_owned(), Some(2), 20)
        ]
    );
    assert_eq!(
        rows[1].rank_then,
        Some(1),
        "movement is still counted from before"
    );
    give_back(&store, &programme, 1, at).await;
    scheduled::run(&store.db, &programme, MONDAY + 7 * DAY)
        .await
        .unwrap();
    let gems = async |key| store.member(key).await.balance("gems").available;
    assert_eq!((gems(keys[0]).await, gems(keys[1]).await), (5, 0));
}

#[tokio::test]
async fn a_database_from_before_loses_its_scores_of_nought_from_the_counts() {
    let programme = club();
    let (store, _) = filled(&programme, &[90, 50, 70]).await;
    give_back(&store, &programme, 0, MONDAY + HOUR).await;
    let mut tx = store.db.begin().await.unwrap();
    // As it was written then: counted in the lowest bucket of every level.
    sqlx::raw_sql(
        "INSERT INTO board_counts (period_id, frozen, level, bucket, members)
         SELECT id, 0, level, 0, 1 FROM board_periods, (SELECT 0 AS level UNION ALL SELECT 1
           UNION ALL SELECT 2 UNION ALL SELECT 3) AS levels WHERE true
         ON CONFLICT (period_id, frozen, level, bucket)
           DO UPDATE SET members = board_counts.members + 1",
    )
    .execute(&mut *tx)
    .await
    .unwrap();
    sqlx::raw_sql(include_str!("../../migrations/0008_scores_of_nought.sql"))
        .execute(&mut *tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let period = week(&store, &programme, MONDAY).await;
    let mut conn = store.db.reader().acquire().await.unwrap();
    assert_eq!(boards::members_on(&mut conn, period.id).await.unwrap(), 2);
    let last = boards::rank_of(&mut conn, period.id, 50).await.unwrap();
    assert_eq!(last, 2);
    let least: i64 = sqlx::query_scalar("SELECT MIN(members) FROM board_counts")
        .fetch_one(&mut *conn)
        .await
        .unwrap();
    assert!(least >= 0);
}

#[tokio::test]
async fn a_page_begins_where_the_last_one_ended_whoever_moved_since() {
    let programme = club();
    let (store, _) = filled(&programme, &[90, 80, 70, 60, 50]).await;
    let period = week(&store, &programme, MONDAY).await;
    let mut conn = store.db.reader().acquire().await.unwrap();
    let first = boards::top(&mut conn, &period, 2).await.unwrap();
    let end = first.last().unwrap().position();
    drop(conn);
    // The last of the page goes to the top, somebody below gives everything back.
    let at = MONDAY + HOUR;
    store
        .report(&programme, &purchase("up", "m1", 50_000, at), at)
        .await;
    give_back(&store, &programme, 3, at).await;
    let mut conn = store.db.reader().acquire().await.unwrap();
    let next = boards::after(&mut conn, &period, end, 10).await.unwrap();
    let ids: Vec<_> = next.iter().map(|row| row.public_id.as_str()).collect();
    assert_eq!(ids, ["m2", "m4"]);
}

/// The club whose board is by season; the second one begins on that day of the month.
fn by_season(month: u32, day: u32) -> Programme {
    let season = |id, month, day| {
        format!("{{ id = '{id}', name = {{ en = 'S' }}, month = {month}, day = {day} }}")
    };
    let seasons = [season("first", 3, 1), season("second", month, day)].join(", ");
    let period = format!("period = 'season', seasons = [{seasons}]");
    let file = CLUB.replace(r#"period = "week""#, &period);
    Programme::from_toml("club.toml", &file, MONDAY).unwrap()
}

#[tokio::test]
async fn a_season_that_is_made_longer_goes_on_with_its_scores_and_pays_once() {
    let (short, long) = (by_season(11, 20), by_season(12, 1));
    let (store, keys) = filled(&short, &[90]).await;
    let mut tx = store.db.begin().await.unwrap();
    boards::realign(&mut tx, &long).await.unwrap();
    tx.commit().await.unwrap();
    let late = MONDAY + 22 * DAY;
    let done = scheduled::run(&store.db, &long, late).await.unwrap();
    assert_eq!(done.closed, 0);
    let bought = purchase("late", "m0", 1_000, late);
    store.report(&long, &bought, late).await;
    let period = week(&store, &long, late).await;
    assert_eq!(
        (period.key.as_str(), period.is_final),
        ("2026-first", false)
    );
    assert_eq!(
        lines(&top(&store, &period).await),
        [("m0".to_owned(), Some(1), 100)]
    );
    for day in [30, 31] {
        let at = MONDAY + day * DAY;
        scheduled::run(&store.db, &long, at).await.unwrap();
        assert_eq!(store.member(keys[0]).await.balance("gems").available, 5);
    }
    // What is over is not begun again by yet another file.
    let mut tx = store.db.begin().await.unwrap();
    boards::realign(&mut tx, &by_season(12, 20)).await.unwrap();
    tx.commit().await.unwrap();
    let open = store.number("SELECT COUNT(*) FROM board_periods WHERE state = 'live'");
    assert_eq!(open.await, 0);
}
