//! Stored answers to `Idempotency-Key`s: the same key gets the first answer again.

use sqlx::{Row, SqliteConnection};

use super::Error;

/// How long an answer is kept; the contract tells it to readers.
pub const KEPT_SECONDS: i64 = 7 * 24 * 60 * 60;

/// What a stored answer is found by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key<'a> {
    /// Whose request: surrogate key.
    pub member: i64,
    /// Name of the operation.
    pub operation: &'a str,
    /// The `Idempotency-Key`.
    pub key: &'a str,
}

/// What an earlier call with the same key left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Of the payload; another payload under the same key is refused.
    pub fingerprint: String,
    /// HTTP status of the answer; a row is written together with it.
    pub status: u16,
    /// Response body.
    pub body: String,
}

/// Looks an answer up.
///
/// # Errors
/// [`Error::Sql`], [`Error::Corrupt`] for a status that is none.
pub async fn find(conn: &mut SqliteConnection, key: Key<'_>) -> Result<Option<Answer>, Error> {
    let row = sqlx::query(
        "SELECT fingerprint, status, body FROM idempotency WHERE member_id = $1 AND operation = $2 AND key = $3",
    )
    .bind(key.member)
    .bind(key.operation)
    .bind(key.key)
    .fetch_optional(conn)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let status = u16::try_from(row.try_get::<i64, _>(1)?)
        .map_err(|error| Error::corrupt("answer status", error))?;
    Ok(Some(Answer {
        fingerprint: row.try_get(0)?,
        status,
        body: row.try_get(2)?,
    }))
}

/// Stores an answer in the same transaction as what it answers.
///
/// # Errors
/// [`Error::Sql`]; also when the key has an answer already.
pub async fn store(
    conn: &mut SqliteConnection,
    key: Key<'_>,
    answer: &Answer,
    now: i64,
) -> Result<(), Error> {
    sqlx::query(
        "INSERT INTO idempotency (member_id, operation, key, fingerprint, status, body, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(key.member)
    .bind(key.operation)
    .bind(key.key)
    .bind(&answer.fingerprint)
    .bind(i64::from(answer.status))
    .bind(&answer.body)
    .bind(now)
    .execute(conn)
    .await?;
    Ok(())
}

/// Forgets answers older than `before`.
///
/// # Errors
/// [`Error::Sql`].
pub async fn prune(conn: &mut SqliteConnection, before: i64) -> Result<(), Error> {
    sqlx::query("DELETE FROM idempotency WHERE created_at < $1")
        .bind(before)
        .execute(conn)
        .await?;
    Ok(())
}
