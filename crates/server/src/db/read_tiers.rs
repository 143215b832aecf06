//! Reads tier history for the HTTP layer.

use sqlx::SqlitePool;

use super::Error;

/// When the member last moved up the ladder, joining aside.
///
/// # Errors
/// The database's.
pub async fn last_upgrade(pool: &SqlitePool, member: i64) -> Result<Option<i64>, Error> {
    Ok(sqlx::query_scalar(
        "SELECT at FROM tier_history WHERE member_id = $1 AND change = 'upgrade'
         ORDER BY id DESC LIMIT 1",
    )
    .bind(member)
    .fetch_optional(pool)
    .await?)
}
