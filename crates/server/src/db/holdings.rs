//! Balances and batches of one member.

use std::collections::BTreeMap;

use sqlx::{Row, SqliteConnection};

use super::Error;
use crate::engine::{Balance, Batch, BatchKey, Batches};

pub(super) async fn load_balances(
    conn: &mut SqliteConnection,
    member: i64,
) -> Result<BTreeMap<String, Balance>, Error> {
    let rows = sqlx::query(
        "SELECT currency, available, pending, reserved, earned, spent, expired FROM balances WHERE member_id = $1",
    )
    .bind(member)
    .fetch_all(conn)
    .await?;
    let read = |row: sqlx::sqlite::SqliteRow| -> Result<_, sqlx::Error> {
        let balance = Balance {
            available: row.try_get(1)?,
            pending: row.try_get(2)?,
            reserved: row.try_get(3)?,
            earned: row.try_get(4)?,
            spent: row.try_get(5)?,
            expired: row.try_get(6)?,
        };
        Ok((row.try_get(0)?, balance))
    };
    Ok(rows.into_iter().map(read).collect::<Result<_, _>>()?)
}

pub(super) async fn load_batches(
    conn: &mut SqliteConnection,
    member: i64,
) -> Result<Batches, Error> {
    let rows = sqlx::query(
        "SELECT currency, expires_at, available_at, earned, remaining FROM batches WHERE member_id = $1",
    )
    .bind(member)
    .fetch_all(conn)
    .await?;
    let read = |row: sqlx::sqlite::SqliteRow| -> Result<_, sqlx::Error> {
        let key = BatchKey {
            currency: row.try_get(0)?,
            expires_at: row.try_get(1)?,
            available_at: row.try_get(2)?,
        };
        Ok((
            key,
            Batch {
                earned: row.try_get(3)?,
                remaining: row.try_get(4)?,
            },
        ))
    };
    Ok(rows.into_iter().map(read).collect::<Result<_, _>>()?)
}

pub(super) async fn save_balances(
    conn: &mut SqliteConnection,
    member: i64,
    before: &BTreeMap<String, Balance>,
    after: &BTreeMap<String, Balance>,
) -> Result<(), Error> {
    for (currency, balance) in after
        .iter()
        .filter(|(currency, balance)| before.get(*currency) != Some(balance))
    {
        sqlx::query(
            "INSERT INTO balances (member_id, currency, available, pending, reserved, earned, spent, expired)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
             ON CONFLICT (member_id, currency) DO UPDATE SET
               available = excluded.available, pending = excluded.pending, reserved = excluded.reserved,
               earned = excluded.earned, spent = excluded.spent, expired = excluded.expired",
        )
        .bind(member)
        .bind(currency)
        .bind(balance.available)
        .bind(balance.pending)
        .bind(balance.reserved)
        .bind(balance.earned)
        .bind(balance.spent)
        .bind(balance.expired)
        .execute(&mut *conn)
        .await?;
    }
    Ok(())
}

pub(super) async fn save_batches(
    conn: &mut SqliteConnection,
    member: i64,
    before: &Batches,
    after: &Batches,
) -> Result<(), Error> {
    for key in before.keys().filter(|key| !after.contains_key(key)) {
        sqlx::query(
            "DELETE FROM batches WHERE member_id = $1 AND currency = $2 AND available_at = $3 AND expires_at = $4",
        )
        .bind(member)
        .bind(&key.currency)
        .bind(key.available_at)
        .bind(key.expires_at)
        .execute(&mut *conn)
        .await?;
    }
    for (key, batch) in after
        .iter()
        .filter(|(key, batch)| before.get(*key) != Some(batch))
    {
        sqlx::query(
            "INSERT INTO batches (member_id, currency, available_at, expires_at, earned, remaining)
             VALUES ($1, $2, $3, $4, $5, $6)
             ON CONFLICT (member_id, currency, available_at, expires_at) DO UPDATE SET
               earned = excluded.earned, remaining = excluded.remaining",
        )
        .bind(member)
        .bind(&key.currency)
        .bind(key.available_at)
        .bind(key.expires_at)
        .bind(batch.earned)
        .bind(batch.remaining)
        .execute(&mut *conn)
        .await?;
    }
    Ok(())
}
