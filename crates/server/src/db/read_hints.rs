//! Reads live hints.

use sqlx::SqlitePool;

/// Most hints read at once; a longer absence is told as "read everything again".
const AT_ONCE: i64 = 1000;

/// Something changed for a member, or for everybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HintRow {
    /// Grows with time.
    pub id: i64,
    /// Whom it concerns; 0 is everybody.
    pub member: i64,
    /// The contract's topic.
    pub topic: String,
}

impl HintRow {
    /// Whether it concerns `member`.
    pub fn concerns(&self, member: i64) -> bool {
        self.member == 0 || self.member == member
    }
}

/// Id of the newest hint; 0 when there is none.
///
/// # Errors
/// The database's.
pub async fn newest(pool: &SqlitePool) -> sqlx::Result<i64> {
    sqlx::query_scalar("SELECT COALESCE(MAX(id), 0) FROM hints")
        .fetch_one(pool)
        .await
}

/// Id of the oldest hint still kept; 1 when there is none.
///
/// # Errors
/// The database's.
pub async fn oldest(pool: &SqlitePool) -> sqlx::Result<i64> {
    sqlx::query_scalar("SELECT COALESCE(MIN(id), 1) FROM hints")
        .fetch_one(pool)
        .await
}

/// Hints after `last`, oldest first: all, or those that concern `member`.
///
/// # Errors
/// The database's.
pub async fn after(
    pool: &SqlitePool,
    last: i64,
    member: Option<i64>,
) -> sqlx::Result<Vec<HintRow>> {
    let rows: Vec<(i64, i64, String)> = sqlx::query_as(
        "SELECT id, member_id, topic FROM hints
         WHERE id > $1 AND ($2 IS NULL OR member_id IN (0, $2)) ORDER BY id LIMIT $3",
    )
    .bind(last)
    .bind(member)
    .bind(AT_ONCE)
    .fetch_all(pool)
    .await?;
    Ok(rows
        .into_iter()
        .map(|(id, member, topic)| HintRow { id, member, topic })
        .collect())
}
