//! Reads live hints.

use sqlx::SqlitePool;

use super::Error;

/// Most hints read at once by [`after`]; the next call reads on.
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
pub async fn newest(pool: &SqlitePool) -> Result<i64, Error> {
    Ok(sqlx::query_scalar("SELECT COALESCE(MAX(id), 0) FROM hints")
        .fetch_one(pool)
        .await?)
}

/// Id of the oldest hint still kept; 1 when there is none.
///
/// # Errors
/// The database's.
pub async fn oldest(pool: &SqlitePool) -> Result<i64, Error> {
    Ok(sqlx::query_scalar("SELECT COALESCE(MIN(id), 1) FROM hints")
        .fetch_one(pool)
        .await?)
}

/// The first thousand hints after `last`, oldest first.
///
/// # Errors
/// The database's.
pub async fn after(pool: &SqlitePool, last: i64) -> Result<Vec<HintRow>, Error> {
    let rows: Vec<(i64, i64, String)> =
        sqlx::query_as("SELECT id, member_id, topic FROM hints WHERE id > $1 ORDER BY id LIMIT $2")
            .bind(last)
            .bind(AT_ONCE)
            .fetch_all(pool)
            .await?;
    Ok(rows.into_iter().map(row).collect())
}

/// What `member` missed since `last`, however much that is: the latest hint of each topic that
/// concerns them, in the order of ids. One hint per topic says as much as many.
///
/// # Errors
/// The database's.
pub async fn missed(pool: &SqlitePool, last: i64, member: i64) -> Result<Vec<HintRow>, Error> {
    let rows: Vec<(i64, i64, String)> = sqlx::query_as(
        "SELECT MAX(id), member_id, topic FROM hints
         WHERE id > $1 AND member_id IN (0, $2) GROUP BY topic ORDER BY 1",
    )
    .bind(last)
    .bind(member)
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(row).collect())
}

fn row((id, member, topic): (i64, i64, String)) -> HintRow {
    HintRow { id, member, topic }
}
