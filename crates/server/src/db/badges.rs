//! How many hold each badge, and which badges their member has looked at. What is earned is written
//! with the member, see [`super::members`].

use std::collections::BTreeMap;

use sqlx::{SqliteConnection, SqlitePool};

use super::Error;

/// Marks every badge of the member as looked at; gives how many were not.
///
/// # Errors
/// [`Error::Sql`].
pub async fn set_seen(conn: &mut SqliteConnection, member: i64, at: i64) -> Result<u64, Error> {
    let done =
        sqlx::query("UPDATE badges SET seen_at = $1 WHERE member_id = $2 AND seen_at IS NULL")
            .bind(at)
            .bind(member)
            .execute(conn)
            .await?;
    Ok(done.rows_affected())
}

/// Marks what everybody earned before `at` as looked at, for members whose past was replayed.
///
/// # Errors
/// [`Error::Sql`].
pub async fn set_past_seen(conn: &mut SqliteConnection, at: i64) -> Result<(), Error> {
    sqlx::query("UPDATE badges SET seen_at = earned_at WHERE seen_at IS NULL AND earned_at < $1")
        .bind(at)
        .execute(conn)
        .await?;
    Ok(())
}

/// Every counter: `members`, `badge:ID`, `edition:ID`.
///
/// # Errors
/// [`Error::Sql`].
pub async fn tallies(pool: &SqlitePool) -> Result<BTreeMap<String, i64>, Error> {
    let rows: Vec<(String, i64)> = sqlx::query_as("SELECT name, value FROM tallies")
        .fetch_all(pool)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Badges the member has not looked at yet.
///
/// # Errors
/// [`Error::Sql`].
pub async fn unseen(pool: &SqlitePool, member: i64) -> Result<Vec<String>, Error> {
    Ok(
        sqlx::query_scalar("SELECT badge FROM badges WHERE member_id = $1 AND seen_at IS NULL")
            .bind(member)
            .fetch_all(pool)
            .await?,
    )
}
