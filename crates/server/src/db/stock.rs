//! What is left of limited rewards.

use std::collections::BTreeMap;

use sqlx::SqliteConnection;

use super::Error;
use crate::programme::Programme;

/// Makes the stock rows the programme asks for and that don't exist yet. What was sold
/// before stays sold when the file is loaded again.
///
/// # Errors
/// [`Error::Sql`].
pub async fn sync(conn: &mut SqliteConnection, programme: &Programme) -> Result<(), Error> {
    for reward in &programme.rewards {
        for (variant, count) in reward.initial_stock() {
            sqlx::query(
                "INSERT INTO stock (reward, variant, remaining) VALUES ($1, $2, $3)
                 ON CONFLICT (reward, variant) DO NOTHING",
            )
            .bind(&reward.id)
            .bind(variant)
            .bind(count)
            .execute(&mut *conn)
            .await?;
        }
    }
    Ok(())
}

/// Says what is left on a shelf, whatever was left before.
///
/// # Errors
/// [`Error::Sql`].
pub async fn set(
    conn: &mut SqliteConnection,
    reward: &str,
    variant: &str,
    left: i64,
) -> Result<(), Error> {
    sqlx::query(
        "INSERT INTO stock (reward, variant, remaining) VALUES ($1, $2, $3)
         ON CONFLICT (reward, variant) DO UPDATE SET remaining = excluded.remaining",
    )
    .bind(reward)
    .bind(variant)
    .bind(left)
    .execute(conn)
    .await?;
    Ok(())
}

/// All limited stock: (reward, variant) → what is left.
///
/// # Errors
/// [`Error::Sql`].
pub async fn all(conn: &mut SqliteConnection) -> Result<BTreeMap<(String, String), i64>, Error> {
    let rows: Vec<(String, String, i64)> =
        sqlx::query_as("SELECT reward, variant, remaining FROM stock")
            .fetch_all(conn)
            .await?;
    Ok(rows
        .into_iter()
        .map(|(reward, variant, left)| ((reward, variant), left))
        .collect())
}

/// Takes one item; false when none is left. The condition is in the statement, so two
/// buyers never get the same last item.
///
/// # Errors
/// [`Error::Sql`].
pub async fn take(conn: &mut SqliteConnection, reward: &str, variant: &str) -> Result<bool, Error> {
    let taken = sqlx::query(
        "UPDATE stock SET remaining = remaining - 1 WHERE reward = $1 AND variant = $2 AND remaining > 0",
    )
    .bind(reward)
    .bind(variant)
    .execute(conn)
    .await?;
    Ok(taken.rows_affected() == 1)
}

/// Puts `count` items on a shelf, or takes them away when it is negative; gives what is left.
/// `None` without such a shelf, or when it holds too few.
///
/// # Errors
/// [`Error::Sql`].
pub async fn add(
    conn: &mut SqliteConnection,
    reward: &str,
    variant: &str,
    count: i64,
) -> Result<Option<i64>, Error> {
    // The bound is the largest number that the contract can say.
    let left = sqlx::query_scalar(
        "UPDATE stock SET remaining = remaining + $3
         WHERE reward = $1 AND variant = $2 AND remaining + $3 BETWEEN 0 AND 9007199254740991
         RETURNING remaining",
    )
    .bind(reward)
    .bind(variant)
    .bind(count)
    .fetch_optional(conn)
    .await?;
    Ok(left)
}

/// Puts one item back, when there is a row for it.
///
/// # Errors
/// [`Error::Sql`].
pub async fn put_back(
    conn: &mut SqliteConnection,
    reward: &str,
    variant: &str,
) -> Result<(), Error> {
    sqlx::query("UPDATE stock SET remaining = remaining + 1 WHERE reward = $1 AND variant = $2")
        .bind(reward)
        .bind(variant)
        .execute(conn)
        .await?;
    Ok(())
}
