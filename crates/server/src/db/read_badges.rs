//! Reads badges for the HTTP layer.

use std::collections::BTreeMap;

use sqlx::SqlitePool;

use super::Error;

/// Every counter: `members`, `badge:ID`, `edition:ID`.
///
/// # Errors
/// The database's.
pub async fn tallies(pool: &SqlitePool) -> Result<BTreeMap<String, i64>, Error> {
    let rows: Vec<(String, i64)> = sqlx::query_as("SELECT name, value FROM tallies")
        .fetch_all(pool)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Badges the member has not looked at yet.
///
/// # Errors
/// The database's.
pub async fn unseen(pool: &SqlitePool, member: i64) -> Result<Vec<String>, Error> {
    Ok(
        sqlx::query_scalar("SELECT badge FROM badges WHERE member_id = $1 AND seen_at IS NULL")
            .bind(member)
            .fetch_all(pool)
            .await?,
    )
}
