//! The numbers all members share.

use std::collections::BTreeMap;

use sqlx::SqliteConnection;

use super::Error;
use crate::engine::Sequences;

/// Loads what the engine needs besides the member. Only within a write transaction:
/// another writer would hand out the same numbers.
///
/// # Errors
/// [`Error::Sql`].
pub async fn load(conn: &mut SqliteConnection) -> Result<Sequences, Error> {
    let last: Option<i64> = sqlx::query_scalar("SELECT MAX(id) FROM ledger")
        .fetch_one(&mut *conn)
        .await?;
    // The range is how `LIKE 'edition:%'` reads as an index seek.
    let editions: Vec<(String, i64)> = sqlx::query_as(
        "SELECT name, value FROM tallies WHERE name >= 'edition:' AND name < 'edition;'",
    )
    .fetch_all(conn)
    .await?;
    let badge =
        |(name, value): (String, i64)| (name.trim_start_matches("edition:").to_owned(), value);
    Ok(Sequences {
        next_ledger_id: last.unwrap_or(0) + 1,
        editions: editions.into_iter().map(badge).collect::<BTreeMap<_, _>>(),
    })
}

/// Stores the edition numbers that changed since `before`.
///
/// # Errors
/// [`Error::Sql`].
pub async fn save(
    conn: &mut SqliteConnection,
    before: &Sequences,
    after: &Sequences,
) -> Result<(), Error> {
    for (badge, given) in &after.editions {
        if before.editions.get(badge) != Some(given) {
            sqlx::query(
                "INSERT INTO tallies (name, value) VALUES ($1, $2)
                 ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            )
            .bind(format!("edition:{badge}"))
            .bind(given)
            .execute(&mut *conn)
            .await?;
        }
    }
    Ok(())
}
