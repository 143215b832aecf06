//! Live hints: which topics changed for whom, so that a resumed stream misses nothing.

use sqlx::SqliteConnection;

use super::Error;

/// Notes that `topic` changed for a member; member 0 is everybody.
///
/// # Errors
/// [`Error::Sql`].
pub async fn push(
    conn: &mut SqliteConnection,
    member_id: i64,
    topic: &str,
    at: i64,
) -> Result<(), Error> {
    sqlx::query("INSERT INTO hints (member_id, topic, at) VALUES ($1, $2, $3)")
        .bind(member_id)
        .bind(topic)
        .bind(at)
        .execute(conn)
        .await?;
    Ok(())
}

/// Tells everybody of leaderboards if some member's place on them has changed since they were told
/// last, and says whether it did. A member hears of a score at once; were everybody to read the
/// boards again for each, a busy hour would be one long reload.
///
/// # Errors
/// [`Error::Sql`].
pub async fn spread_boards(conn: &mut SqliteConnection, at: i64) -> Result<bool, Error> {
    let told = sqlx::query(
        "INSERT INTO hints (member_id, topic, at)
         SELECT 0, 'leaderboards', $1 WHERE EXISTS (
           SELECT 1 FROM hints WHERE member_id <> 0 AND topic = 'leaderboards' AND id > (
             SELECT COALESCE(MAX(id), 0) FROM hints WHERE member_id = 0 AND topic = 'leaderboards'))",
    )
    .bind(at)
    .execute(conn)
    .await?;
    Ok(told.rows_affected() > 0)
}

/// Forgets hints older than `before`; a stream that resumes later must fetch everything. The
/// newest stays whatever its age: ids follow on from it, and must never be given twice.
///
/// # Errors
/// [`Error::Sql`].
pub async fn prune(conn: &mut SqliteConnection, before: i64) -> Result<(), Error> {
    sqlx::query("DELETE FROM hints WHERE at < $1 AND id < (SELECT MAX(id) FROM hints)")
        .bind(before)
        .execute(conn)
        .await?;
    Ok(())
}
