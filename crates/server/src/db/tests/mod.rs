//! What the database itself promises; and a database for one test of this module.

use std::path::PathBuf;

use sqlx::{AssertSqlSafe, Row as _};

use super::{Db, Error, Tx};

/// A database that is gone with the test.
pub(super) struct Scratch {
    pub(super) db: Db,
    pub(super) path: PathBuf,
}

impl Scratch {
    /// `name` is the test's own.
    pub(super) async fn new(name: &str) -> Self {
        let name = format!("palier-{name}-{}.db", std::process::id());
        let path = std::env::temp_dir().join(name);
        let db = Db::open(&path).await.unwrap();
        Self { db, path }
    }

    /// How SQLite would answer a statement with these parameters, step by step.
    pub(super) async fn query_plan(&self, sql: &str, parameters: &[i64]) -> Vec<String> {
        let mut plan = sqlx::query(AssertSqlSafe(format!("EXPLAIN QUERY PLAN {sql}")));
        for parameter in parameters {
            plan = plan.bind(*parameter);
        }
        let steps = plan.fetch_all(self.db.reader()).await.unwrap();
        steps.iter().map(|step| step.get("detail")).collect()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // Best effort: what is left over lies in the system's temporary folder.
        for ending in ["", "-wal", "-shm"] {
            let mut file = self.path.clone().into_os_string();
            file.push(ending);
            let _ = std::fs::remove_file(file);
        }
    }
}

async fn write(tx: &mut Tx, rows: u32) -> Result<(), Error> {
    for number in 0..rows {
        sqlx::query("INSERT INTO meta (key, value) VALUES ($1, '1 High Street')")
            .bind(format!("member {number}"))
            .execute(&mut **tx)
            .await?;
    }
    Ok(())
}

/// SQLite leaves what was deleted in pages that it keeps for later, unless told otherwise.
#[tokio::test]
async fn what_is_deleted_is_in_the_file_no_more() {
    let scratch = Scratch::new("deleted").await;
    let db = &scratch.db;
    let mut tx = db.begin().await.unwrap();
    write(&mut tx, 500).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = db.begin().await.unwrap();
    sqlx::query("DELETE FROM meta WHERE key LIKE 'member %'")
        .execute(&mut *tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    db.close().await;
    let file = std::fs::read(&scratch.path).unwrap();
    let word = b"High Street";
    assert!(!file.windows(word.len()).any(|part| part == word));
}

/// SQLite ends the transaction by itself then; there must be another one once there is room.
#[tokio::test]
async fn a_disk_that_was_full_is_written_to_again() {
    let scratch = Scratch::new("full").await;
    let db = &scratch.db;
    let mut tx = db.begin().await.unwrap();
    // The smallest there can be: as large as the file is. It holds for this connection.
    sqlx::query("PRAGMA max_page_count = 1")
        .execute(&mut *tx)
        .await
        .unwrap();
    let full = write(&mut tx, 100_000).await.unwrap_err();
    assert!(full.to_string().contains("full"), "{full}");
    drop(tx);
    let mut tx = db.begin().await.unwrap();
    write(&mut tx, 500).await.unwrap();
    tx.commit().await.unwrap();
}
