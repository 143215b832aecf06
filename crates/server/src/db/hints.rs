//! Live hints: which topics changed for whom, so that a resumed stream misses nothing.

use sqlx::SqliteConnection;

use super::Error;

/// One hint, in the order of `id`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// Grows with time; the stream's event id.
    pub id: i64,
    /// The resource to fetch anew.
    pub topic: String,
}

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

/// Hints for a member, those for everybody included, after `last_id`.
///
/// # Errors
/// [`Error::Sql`].
pub async fn after(
    conn: &mut SqliteConnection,
    member_id: i64,
    last_id: i64,
) -> Result<Vec<Hint>, Error> {
    let rows: Vec<(i64, String)> = sqlx::query_as(
        "SELECT id, topic FROM hints WHERE member_id IN ($1, 0) AND id > $2 ORDER BY id LIMIT 200",
    )
    .bind(member_id)
    .bind(last_id)
    .fetch_all(conn)
    .await?;
    Ok(rows
        .into_iter()
        .map(|(id, topic)| Hint { id, topic })
        .collect())
}

/// Forgets hints older than `before`; a stream that resumes later must fetch everything.
///
/// # Errors
/// [`Error::Sql`].
pub async fn prune(conn: &mut SqliteConnection, before: i64) -> Result<(), Error> {
    sqlx::query("DELETE FROM hints WHERE at < $1")
        .bind(before)
        .execute(conn)
        .await?;
    Ok(())
}
