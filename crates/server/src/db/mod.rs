//! The database: SQLite in WAL mode with one writer, one module per resource; of the largest ones,
//! `read_…` has what is only shown.
//!
//! Everything that moves points goes through [`members::load`], an [`crate::engine::Change`] and
//! [`members::save`] in one transaction from [`Db::begin`]. This module never decides what a rule
//! pays.

pub mod badges;
pub mod boards;
pub mod bulk;
pub mod codes;
pub mod events;
pub mod export;
pub mod hints;
mod holdings;
pub mod idempotency;
pub mod ladder;
pub mod ledger;
pub mod members;
pub mod meta;
mod order_sql;
pub mod orders;
pub mod person;
pub mod portals;
pub mod quotes;
pub mod read_ledger;
pub mod read_members;
pub mod read_orders;
mod running_balance;
mod savepoint;
pub mod scheduled;
pub mod sequences;
pub mod settle;
pub mod stock;
pub mod tiers;

use std::{path::Path, time::Duration};

use sqlx::{
    Connection as _, SqlitePool,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use crate::private_files;

/// A write transaction; dropped without commit, it changes nothing.
pub type Tx = sqlx::Transaction<'static, sqlx::Sqlite>;

/// What goes wrong with the database itself.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// SQLite or the connection failed; `SQLITE_BUSY` after five seconds included.
    #[error("the database failed: {0}")]
    Sql(#[from] sqlx::Error),
    /// A stored value cannot be read.
    #[error("the stored {what} cannot be read: {source}")]
    Corrupt {
        /// Which value.
        what: &'static str,
        /// Why.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The file was written by a newer server.
    #[error("the database has schema {found}, this server knows {known}; use a newer server")]
    Newer {
        /// In the file.
        found: i64,
        /// Known here.
        known: i64,
    },
}

impl Error {
    /// For a value that does not parse.
    pub fn corrupt(
        what: &'static str,
        source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        Self::Corrupt {
            what,
            source: source.into(),
        }
    }
}

/// Scripts in order; the schema's version is how many of them have run.
const MIGRATIONS: [&str; 16] = [
    include_str!("../../migrations/0001_initial.sql"),
    include_str!("../../migrations/0002_published_by.sql"),
    include_str!("../../migrations/0003_forgotten_addresses.sql"),
    include_str!("../../migrations/0004_ledger_by_time.sql"),
    include_str!("../../migrations/0005_prizes_owed.sql"),
    include_str!("../../migrations/0006_events_taken_back.sql"),
    include_str!("../../migrations/0007_deleted_portals.sql"),
    include_str!("../../migrations/0008_scores_of_nought.sql"),
    include_str!("../../migrations/0009_void_codes.sql"),
    include_str!("../../migrations/0010_partial_returns.sql"),
    include_str!("../../migrations/0011_codes_used.sql"),
    include_str!("../../migrations/0012_by_member.sql"),
    include_str!("../../migrations/0013_tallies_of_those_who_left.sql"),
    include_str!("../../migrations/0014_no_versions.sql"),
    include_str!("../../migrations/0015_terms.sql"),
    include_str!("../../migrations/0016_orders_by_state.sql"),
];

/// An open database: one writing connection, several reading ones.
#[derive(Debug, Clone)]
pub struct Db {
    writer: SqlitePool,
    reader: SqlitePool,
}

impl Db {
    /// Opens the file, making it and its schema when there is none.
    ///
    /// # Errors
    /// [`Error::Sql`] when the file cannot be opened or is no database, [`Error::Newer`]
    /// when a newer server wrote it.
    pub async fn open(path: &Path) -> Result<Self, Error> {
        let options = options(path)
            .journal_mode(SqliteJournalMode::Wal)
            // FULL: a committed order outlives a power cut, not only a killed process.
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            // What is forgotten of a member is not left in the file's free pages.
            .pragma("secure_delete", "ON")
            .pragma("cache_size", "-32000");
        Self::connect(path, options).await
    }

    /// Opens a file that is filled at once and thrown away if that is cut off: nothing waits for
    /// the disk, no row is written twice, and references are right because the engine made them.
    ///
    /// # Errors
    /// As [`Db::open`].
    pub async fn open_to_fill(path: &Path) -> Result<Self, Error> {
        let options = options(path)
            .journal_mode(SqliteJournalMode::Memory)
            .synchronous(SqliteSynchronous::Off)
            .foreign_keys(false)
            .pragma("cache_size", "-256000");
        Self::connect(path, options).await
    }

    async fn connect(path: &Path, options: SqliteConnectOptions) -> Result<Self, Error> {
        // Made here, for SQLite's own file would be everybody's to read; the log beside it takes its rights.
        private_files::ensure(path).map_err(sqlx::Error::Io)?;
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            // A full disk ends a transaction behind the library's back, which would then never begin another
            // one on that connection.
            .before_acquire(|connection, _| {
                let is_stuck = connection.is_in_transaction();
                Box::pin(async move { Ok(!is_stuck) })
            })
            .connect_with(options.clone())
            .await?;
        migrate(&writer).await?;
        let reader = SqlitePoolOptions::new()
            .max_connections(4)
            .connect_with(options.read_only(true))
            .await?;
        Ok(Self { writer, reader })
    }

    /// Begins a write transaction. It waits for the one before to end: SQLite has one
    /// writer, and `BEGIN IMMEDIATE` takes its place before anything is read.
    ///
    /// # Errors
    /// [`Error::Sql`] when another process holds the file for over five seconds.
    pub async fn begin(&self) -> Result<Tx, Error> {
        Ok(self.writer.begin_with("BEGIN IMMEDIATE").await?)
    }

    /// For reading; sees the last commit and never waits for the writer.
    pub fn reader(&self) -> &SqlitePool {
        &self.reader
    }

    /// Answers once the database does.
    ///
    /// # Errors
    /// [`Error::Sql`] when it cannot be read.
    pub async fn ping(&self) -> Result<(), Error> {
        sqlx::query("SELECT 1").execute(&self.reader).await?;
        Ok(())
    }

    /// Closes every connection and folds the log into the file.
    pub async fn close(&self) {
        self.reader.close().await;
        self.writer.close().await;
    }
}

fn options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .busy_timeout(Duration::from_secs(5))
        .statement_cache_capacity(256)
        .pragma("temp_store", "memory")
}

async fn migrate(writer: &SqlitePool) -> Result<(), Error> {
    let mut tx = writer.begin_with("BEGIN IMMEDIATE").await?;
    sqlx::query("CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)")
        .execute(&mut *tx)
        .await?;
    let version = meta::get(&mut tx, "schema").await?;
    let done: i64 = version
        .map_or(Ok(0), |text| text.parse())
        .map_err(|error| Error::corrupt("schema version", error))?;
    let known = i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX);
    if done > known {
        return Err(Error::Newer { found: done, known });
    }
    for script in MIGRATIONS.iter().skip(usize::try_from(done).unwrap_or(0)) {
        sqlx::raw_sql(*script).execute(&mut *tx).await?;
    }
    meta::set(&mut tx, "schema", &known.to_string()).await?;
    tx.commit().await?;
    Ok(())
}

#[cfg(test)]
mod tests;
