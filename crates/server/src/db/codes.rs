//! Codes, as their member looks at them and as those meet them who honour them.

use palier_contract::redemption::RedemptionState;
use sqlx::{Row, SqliteConnection};

use super::Error;

/// A code with what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HonouredRow {
    /// Surrogate key.
    pub id: i64,
    /// The code itself.
    pub value: String,
    /// Which order it was handed out for.
    pub order: String,
    /// How far that order has come.
    pub state: RedemptionState,
    /// Reward id.
    pub reward: String,
    /// Variant key; '' without variants.
    pub variant: String,
    /// Whose: surrogate key.
    pub member_id: i64,
    /// Whose: the contract's id.
    pub member: String,
    /// From when it works.
    pub valid_from: i64,
    /// Until when.
    pub expires_at: Option<i64>,
    /// How many times it works.
    pub use_limit: i64,
    /// How often it was used.
    pub used: i64,
    /// When it was used last.
    pub used_at: Option<i64>,
    /// Since when it works no more, whatever its dates say.
    pub voided_at: Option<i64>,
}

/// The code of that value; letters of either case are the same.
///
/// # Errors
/// The database's.
pub async fn find(conn: &mut SqliteConnection, value: &str) -> Result<Option<HonouredRow>, Error> {
    let row = sqlx::query(
        "SELECT c.id, c.value, r.id, r.state, r.reward, r.variant, m.id, m.public_id,
           c.valid_from, c.expires_at, c.use_limit, c.used, c.used_at, c.voided_at
         FROM codes AS c JOIN redemptions AS r ON r.id = c.redemption
         JOIN members AS m ON m.id = r.member_id
         WHERE c.value IN ($1, UPPER($1))",
    )
    .bind(value)
    .fetch_optional(conn)
    .await?;
    let read = |row: sqlx::sqlite::SqliteRow| -> Result<_, sqlx::Error> {
        Ok(HonouredRow {
            id: row.try_get(0)?,
            value: row.try_get(1)?,
            order: row.try_get(2)?,
            state: RedemptionState::from(row.try_get::<&str, _>(3)?),
            reward: row.try_get(4)?,
            variant: row.try_get(5)?,
            member_id: row.try_get(6)?,
            member: row.try_get(7)?,
            valid_from: row.try_get(8)?,
            expires_at: row.try_get(9)?,
            use_limit: row.try_get(10)?,
            used: row.try_get(11)?,
            used_at: row.try_get(12)?,
            voided_at: row.try_get(13)?,
        })
    };
    Ok(row.map(read).transpose()?)
}

/// Counts a use of a code at `at`. Whether it works is the caller's to decide, in the same
/// transaction.
///
/// # Errors
/// The database's.
pub async fn note_use(conn: &mut SqliteConnection, id: i64, at: i64) -> Result<(), Error> {
    sqlx::query("UPDATE codes SET used = used + 1, used_at = $1 WHERE id = $2")
        .bind(at)
        .bind(id)
        .execute(conn)
        .await?;
    Ok(())
}

/// Notes that the member looked at the code of an order. The first time stays noted.
///
/// # Errors
/// The database's.
pub async fn reveal(conn: &mut SqliteConnection, id: &str, at: i64) -> Result<(), Error> {
    sqlx::query(
        "UPDATE codes SET revealed_at = COALESCE(revealed_at, $1)
         WHERE redemption = $2 AND voided_at IS NULL",
    )
    .bind(at)
    .bind(id)
    .execute(conn)
    .await?;
    Ok(())
}
