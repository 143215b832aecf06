//! Reads badges for the HTTP layer.

use std::collections::BTreeMap;

use sqlx::{SqliteConnection, SqlitePool};

/// Every counter: `members`, `badge:ID`, `edition:ID`.
///
/// # Errors
/// The database's.
pub async fn tallies(pool: &SqlitePool) -> sqlx::Result<BTreeMap<String, i64>> {
    let rows: Vec<(String, i64)> = sqlx::query_as("SELECT name, value FROM tallies")
        .fetch_all(pool)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Badges the member has not looked at yet.
///
/// # Errors
/// The database's.
pub async fn unseen(pool: &SqlitePool, member: i64) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar("SELECT badge FROM badges WHERE member_id = $1 AND seen_at IS NULL")
        .bind(member)
        .fetch_all(pool)
        .await
}

/// Marks every badge of the member as looked at; gives how many were not.
///
/// # Errors
/// The database's.
pub async fn set_seen(
    connection: &mut SqliteConnection,
    member: i64,
    at: i64,
) -> sqlx::Result<u64> {
    let done =
        sqlx::query("UPDATE badges SET seen_at = $1 WHERE member_id = $2 AND seen_at IS NULL")
            .bind(at)
            .bind(member)
            .execute(connection)
            .await?;
    Ok(done.rows_affected())
}

/// Marks what everybody earned before `at` as looked at, for members whose past was replayed.
///
/// # Errors
/// The database's.
pub async fn set_past_seen(connection: &mut SqliteConnection, at: i64) -> sqlx::Result<()> {
    sqlx::query("UPDATE badges SET seen_at = earned_at WHERE seen_at IS NULL AND earned_at < $1")
        .bind(at)
        .execute(connection)
        .await?;
    Ok(())
}
