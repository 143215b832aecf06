//! Reads beside the boards: who hides their name, how far the next place is.

use std::collections::BTreeSet;

use sqlx::{QueryBuilder, Sqlite, SqliteConnection};

use super::Error;

/// Which of these members are shown without a name.
///
/// # Errors
/// The database's.
pub async fn hidden(conn: &mut SqliteConnection, members: &[i64]) -> Result<BTreeSet<i64>, Error> {
    if members.is_empty() {
        return Ok(BTreeSet::new());
    }
    // Most preferences are empty; only the others are worth a look.
    let mut query: QueryBuilder<Sqlite> = QueryBuilder::new(
        "SELECT id FROM members WHERE preferences LIKE '%\"leaderboard_hidden_name\":true%' AND id IN (",
    );
    let mut ids = query.separated(", ");
    for member in members {
        ids.push_bind(*member);
    }
    query.push(")");
    let found: Vec<i64> = query.build_query_scalar().fetch_all(conn).await?;
    Ok(found.into_iter().collect())
}

/// By how much the next better score of a period is ahead of `score`; `None` at the top.
///
/// # Errors
/// The database's.
pub async fn gap_above(
    conn: &mut SqliteConnection,
    period: i64,
    score: i64,
) -> Result<Option<i64>, Error> {
    let above: Option<i64> = sqlx::query_scalar(
        "SELECT score FROM board_scores WHERE period_id = $1 AND listed = 1 AND score > $2
         ORDER BY score LIMIT 1",
    )
    .bind(period)
    .bind(score)
    .fetch_optional(conn)
    .await?;
    Ok(above.map(|above| above - score))
}
