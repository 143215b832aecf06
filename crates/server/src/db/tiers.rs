//! Which tier a member holds, and since when. What changes it is written with the member, see
//! [`super::members`].

use sqlx::SqlitePool;

use super::Error;

/// The id of the tier that a member holds.
///
/// # Errors
/// [`Error::Sql`].
pub async fn held(pool: &SqlitePool, member: i64) -> Result<Option<String>, Error> {
    Ok(
        sqlx::query_scalar("SELECT tier FROM tier_states WHERE member_id = $1")
            .bind(member)
            .fetch_optional(pool)
            .await?,
    )
}

/// When the member last moved up the ladder, joining aside.
///
/// # Errors
/// [`Error::Sql`].
pub async fn last_upgrade(pool: &SqlitePool, member: i64) -> Result<Option<i64>, Error> {
    Ok(sqlx::query_scalar(
        "SELECT at FROM tier_history WHERE member_id = $1 AND change = 'upgrade'
         ORDER BY id DESC LIMIT 1",
    )
    .bind(member)
    .fetch_optional(pool)
    .await?)
}
