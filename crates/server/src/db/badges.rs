//! Which badges were looked at. What is earned is written with the member, see [`super::members`].

use sqlx::SqliteConnection;

use super::Error;

/// Marks every badge of the member as looked at; gives how many were not.
///
/// # Errors
/// The database's.
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
/// The database's.
pub async fn set_past_seen(conn: &mut SqliteConnection, at: i64) -> Result<(), Error> {
    sqlx::query("UPDATE badges SET seen_at = earned_at WHERE seen_at IS NULL AND earned_at < $1")
        .bind(at)
        .execute(conn)
        .await?;
    Ok(())
}
