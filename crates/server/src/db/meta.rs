//! Facts about the database itself, by name.

use sqlx::SqliteConnection;

use super::Error;

/// The value under `key`.
///
/// # Errors
/// [`Error::Sql`].
pub async fn get(conn: &mut SqliteConnection, key: &str) -> Result<Option<String>, Error> {
    let value = sqlx::query_scalar("SELECT value FROM meta WHERE key = $1")
        .bind(key)
        .fetch_optional(conn)
        .await?;
    Ok(value)
}

/// Sets the value under `key`.
///
/// # Errors
/// [`Error::Sql`].
pub async fn set(conn: &mut SqliteConnection, key: &str, value: &str) -> Result<(), Error> {
    sqlx::query("INSERT INTO meta (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value")
        .bind(key)
        .bind(value)
        .execute(conn)
        .await?;
    Ok(())
}

/// A counter that would be too dear to count: `members`, `badge:ID`. 0 when unset.
///
/// # Errors
/// [`Error::Sql`].
pub async fn tally(conn: &mut SqliteConnection, name: &str) -> Result<i64, Error> {
    let value: Option<i64> = sqlx::query_scalar("SELECT value FROM tallies WHERE name = $1")
        .bind(name)
        .fetch_optional(conn)
        .await?;
    Ok(value.unwrap_or(0))
}

/// Adds to a counter.
///
/// # Errors
/// [`Error::Sql`].
pub async fn add_tally(conn: &mut SqliteConnection, name: &str, delta: i64) -> Result<(), Error> {
    sqlx::query(
        "INSERT INTO tallies (name, value) VALUES ($1, $2)
         ON CONFLICT (name) DO UPDATE SET value = tallies.value + excluded.value",
    )
    .bind(name)
    .bind(delta)
    .execute(conn)
    .await?;
    Ok(())
}
