//! Quotes: what was promised to whom, until when.

use sqlx::SqliteConnection;

use super::Error;

/// Quotes kept of one member: one for each page that they have open is plenty, and asking for ever
/// more fills no disk.
const MOST: i64 = 50;

/// Keeps a quote, and of the member's others the latest.
///
/// # Errors
/// The database's.
pub async fn keep(
    conn: &mut SqliteConnection,
    id: &str,
    member: i64,
    body: &str,
    expires_at: i64,
) -> Result<(), Error> {
    sqlx::query("INSERT INTO quotes (id, member_id, body, expires_at) VALUES ($1, $2, $3, $4)")
        .bind(id)
        .bind(member)
        .bind(body)
        .bind(expires_at)
        .execute(&mut *conn)
        .await?;
    sqlx::query(
        "DELETE FROM quotes WHERE id IN (SELECT id FROM quotes WHERE member_id = $1
           ORDER BY expires_at DESC, rowid DESC LIMIT -1 OFFSET $2)",
    )
    .bind(member)
    .bind(MOST)
    .execute(conn)
    .await?;
    Ok(())
}

/// A quote of the member: what was promised, until when.
///
/// # Errors
/// The database's.
pub async fn find(
    conn: &mut SqliteConnection,
    id: &str,
    member: i64,
) -> Result<Option<(String, i64)>, Error> {
    Ok(
        sqlx::query_as("SELECT body, expires_at FROM quotes WHERE id = $1 AND member_id = $2")
            .bind(id)
            .bind(member)
            .fetch_optional(conn)
            .await?,
    )
}

/// Takes a quote away: it is good for one order.
///
/// # Errors
/// The database's.
pub async fn use_up(conn: &mut SqliteConnection, id: &str) -> Result<(), Error> {
    sqlx::query("DELETE FROM quotes WHERE id = $1")
        .bind(id)
        .execute(conn)
        .await?;
    Ok(())
}

/// Forgets quotes that lapsed before an instant.
///
/// # Errors
/// The database's.
pub async fn prune(conn: &mut SqliteConnection, before: i64) -> Result<(), Error> {
    sqlx::query("DELETE FROM quotes WHERE expires_at < $1")
        .bind(before)
        .execute(conn)
        .await?;
    Ok(())
}
