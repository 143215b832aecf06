//! Databases of every version that there ever was are brought up to date, with what is in them.
#![cfg(test)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod store;

use std::path::{Path, PathBuf};

use palier_server::db::{Db, members, read_orders};
use sqlx::{Connection, SqliteConnection, sqlite::SqliteConnectOptions};
use store::{DAY, HOUR, MONDAY, club, purchase};

/// Of the first version: a member with points, a purchase, an order that waits and one that failed; and
/// somebody who has left.
const ROWS: &str = "
INSERT INTO meta VALUES ('schema', '1');
INSERT INTO tallies VALUES ('members', 2), ('badge:buyer', 2);
INSERT INTO members (id, public_id, alias, state, joined_at, anniversary_due, birthday_due) VALUES
  (1, 'ann', 'Ann', 'member', 1793577600000, 1825113600000, 9007199254740991),
  (2, 'bob', '', 'closed', 1793577600000, 9007199254740991, 9007199254740991);
INSERT INTO events VALUES ('e1', 1, 'purchase', 1793581200000, 1793581200000, 7, '{\"entries\":[],\"badges\":[\"buyer\"]}');
INSERT INTO ledger VALUES
  (1, 1, 'points', 50, 'earn', 1793581200000, NULL, 1796256000000, 50, 'rule', 'rule', 'buy', 'e1', NULL, NULL),
  (2, 1, 'points', -20, 'spend', 1793584800000, NULL, NULL, 30, 'redemption', 'redemption', 'rd_1', NULL, NULL, NULL);
INSERT INTO batches VALUES (1, 1, 'points', 0, 1796256000000, 50, 30);
INSERT INTO balances VALUES (1, 'points', 30, 0, 0, 50, 20, 0);
INSERT INTO progress VALUES (1, '{}');
INSERT INTO tier_states (member_id, tier, since, keep_until) VALUES (1, 'low', 1793577600000, 9007199254740991);
INSERT INTO tier_history VALUES (1, 1, 'join', NULL, 'low', 1793577600000);
INSERT INTO badges VALUES (1, 'buyer', 1, 1793581200000, NULL), (2, 'buyer', NULL, 1793581200000, NULL);
INSERT INTO redemptions VALUES
  ('rd_1', 1, 'mug', '', 'confirmed', '[]', '{}', '{\"city\":\"Paris\"}', NULL, 1793584800000, 1793584800000),
  ('rd_2', 1, 'coupon', '', 'failed', '[]', '{}', '{\"city\":\"Paris\"}', NULL, 1793584800000, 1793584900000),
  ('rd_3', 2, 'mug', '', 'delivered', '[]', '{}', NULL, '{\"number\":\"1Z\"}', 1793584800000, 1793584800000);
INSERT INTO redemption_history VALUES (1, 'rd_1', 'requested', 1793584800000, NULL), (2, 'rd_3', 'delivered', 1793584800000, 'With the neighbour.');
INSERT INTO redemption_allocations VALUES ('rd_1', 'points', 1796256000000, 20);
INSERT INTO codes (redemption, value, format, valid_from, use_limit) VALUES ('rd_2', 'ABCDEFGH7Q2M', 'text', 1793584800000, 1);
INSERT INTO board_periods VALUES (1, 'week', '2026-W45', 1793577600000, 1794182400000, 'live', 0, 0);
INSERT INTO board_scores VALUES (1, 1, 50, 1, 1, 0, NULL), (1, 2, 0, 1, 0, 0, NULL);
INSERT INTO portals VALUES ('home', '{}', 1, 1);
INSERT INTO portal_revisions VALUES ('home', 1, '{}', 1793577600000, NULL);
";

/// The scripts, oldest first.
fn scripts() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let files = std::fs::read_dir(folder).unwrap();
    let mut files: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    files.sort();
    let read = |file: &PathBuf| std::fs::read_to_string(file).unwrap();
    files.iter().map(read).collect()
}

/// A database as a server of that version left it.
async fn left_by(version: usize, path: &Path) {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true);
    let mut old = SqliteConnection::connect_with(&options).await.unwrap();
    let scripts = scripts();
    let (first, later) = scripts[..version].split_first().unwrap();
    let meta = "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);";
    let version = format!("UPDATE meta SET value = '{version}' WHERE key = 'schema';");
    let all = [
        &[meta.to_owned(), first.clone(), ROWS.to_owned()],
        later,
        &[version],
    ]
    .concat();
    for script in all {
        sqlx::raw_sql(sqlx::AssertSqlSafe(script))
            .execute(&mut old)
            .await
            .unwrap();
    }
    old.close().await.unwrap();
}

async fn number(db: &Db, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql)
        .fetch_one(db.reader())
        .await
        .unwrap()
}

async fn check(db: &Db) {
    let whole: String = sqlx::query_scalar("PRAGMA integrity_check")
        .fetch_one(db.reader())
        .await
        .unwrap();
    assert_eq!(whole, "ok");
    assert_eq!(
        number(db, "SELECT COUNT(*) FROM pragma_foreign_key_check").await,
        0
    );
    assert_eq!(
        number(db, "SELECT value FROM tallies WHERE name = 'members'").await,
        1
    );
    assert_eq!(
        number(db, "SELECT value FROM tallies WHERE name = 'badge:buyer'").await,
        1
    );
    let told = "SELECT COUNT(*) FROM redemption_history WHERE note IS NOT NULL";
    assert_eq!(number(db, told).await, 0, "of whoever had left");
    let mut tx = db.begin().await.unwrap();
    let member = members::load(&mut tx, 1).await.unwrap().unwrap();
    assert_eq!(member.balance("points").available, 30);
    assert_eq!(member.badges["buyer"].edition, Some(1));
    let code = read_orders::code(&mut tx, "rd_2").await.unwrap().unwrap();
    assert!(!code.works(MONDAY + DAY), "its order had failed");
}

/// Life goes on: what was bought before can be returned, once, and counts anew.
async fn go_on(db: &Db) {
    let programme = club();
    let mut tx = db.begin().await.unwrap();
    let mut back = purchase("e2", "ann", 5_000, MONDAY + DAY);
    back.reverses = Some("e1".to_owned());
    for event in [back, purchase("e3", "ann", 1_000, MONDAY + DAY + HOUR)] {
        palier_server::db::events::ingest(&mut tx, &programme, &event, event.occurred_at)
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
    // 30 were left of the 50 that go back.
    let after = "SELECT available FROM balances WHERE member_id = 1 AND currency = 'points'";
    assert_eq!(number(db, after).await, 10);
}

#[tokio::test]
async fn a_database_of_any_version_is_brought_up_to_date() {
    let folder = std::env::temp_dir().join(format!("palier-versions-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for version in 1..=scripts().len() {
        let path = folder.join(format!("{version}.db"));
        left_by(version, &path).await;
        let db = Db::open(&path).await.unwrap();
        check(&db).await;
        go_on(&db).await;
        db.close().await;
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

/// A server of yesterday leaves a newer database as it is.
#[tokio::test]
async fn a_newer_database_is_refused_and_stays_as_it_is() {
    let path = std::env::temp_dir().join(format!("palier-newer-{}.db", std::process::id()));
    left_by(scripts().len(), &path).await;
    let options = SqliteConnectOptions::new().filename(&path);
    let mut newer = SqliteConnection::connect_with(&options).await.unwrap();
    let later = "UPDATE meta SET value = '99' WHERE key = 'schema'";
    sqlx::raw_sql(later).execute(&mut newer).await.unwrap();
    newer.close().await.unwrap();
    let refused = Db::open(&path).await.unwrap_err();
    assert!(refused.to_string().contains("99"), "{refused}");
    std::fs::remove_file(&path).unwrap();
}
