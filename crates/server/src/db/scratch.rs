//! A database for one test of this module.

use std::path::PathBuf;

use sqlx::{AssertSqlSafe, Row as _};

use super::Db;

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
