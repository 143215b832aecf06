//! The radix tree of counts under every rank.

use sqlx::{QueryBuilder, Sqlite, SqliteConnection};

use super::Error;

/// Bits below the buckets of each level, finest first.
const SHIFTS: [i64; 4] = [0, 8, 16, 24];

/// Which counts of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counts {
    /// Those of now.
    Live,
    /// Those of the latest snapshot, which movement is counted from.
    Snapshot,
}

impl Counts {
    /// The column `frozen`.
    fn frozen(self) -> i64 {
        i64::from(self == Self::Snapshot)
    }
}

/// Moves one member from one score to another, or on to or off the board. A score of nought is
/// off the board.
pub(super) async fn move_member(
    conn: &mut SqliteConnection,
    period: i64,
    counts: Counts,
    from: Option<i64>,
    to: Option<i64>,
) -> Result<(), Error> {
    let counted = |score: Option<i64>| score.filter(|score| *score > 0);
    let bucket = |score: Option<i64>, shift: i64| counted(score).map(|score| score >> shift);
    let mut rows = Vec::new();
    for (level, shift) in (0_i64..).zip(SHIFTS) {
        let (left, joined) = (bucket(from, shift), bucket(to, shift));
        if left != joined {
            rows.extend(left.map(|bucket| (level, bucket, -1_i64)));
            rows.extend(joined.map(|bucket| (level, bucket, 1)));
        }
    }
    if rows.is_empty() {
        return Ok(());
    }
    let mut insert: QueryBuilder<Sqlite> =
        QueryBuilder::new("INSERT INTO board_counts (period_id, frozen, level, bucket, members) ");
    insert.push_values(rows, |mut row, (level, bucket, delta)| {
        row.push_bind(period)
            .push_bind(counts.frozen())
            .push_bind(level)
            .push_bind(bucket)
            .push_bind(delta);
    });
    insert.push(
        " ON CONFLICT (period_id, frozen, level, bucket)
          DO UPDATE SET members = board_counts.members + excluded.members",
    );
    insert.build().execute(conn).await?;
    Ok(())
}

/// Sums, level by level, who is above the score within the bucket of the level over it.
pub const SQL_RANK: &str = "SELECT COALESCE(SUM(part), 0) FROM (
    SELECT SUM(members) AS part FROM board_counts
      WHERE period_id = $1 AND frozen = $2 AND level = 3 AND bucket > $3
    UNION ALL
    SELECT SUM(members) AS part FROM board_counts
      WHERE period_id = $1 AND frozen = $2 AND level = 2 AND bucket > $4 AND bucket <= $5
    UNION ALL
    SELECT SUM(members) AS part FROM board_counts
      WHERE period_id = $1 AND frozen = $2 AND level = 1 AND bucket > $6 AND bucket <= $7
    UNION ALL
    SELECT SUM(members) AS part FROM board_counts
      WHERE period_id = $1 AND frozen = $2 AND level = 0 AND bucket > $8 AND bucket <= $9
  ) AS parts";

/// The rank a score has now: one more than the listed members above it.
///
/// # Errors
/// [`Error::Sql`].
pub async fn rank_of(conn: &mut SqliteConnection, period: i64, score: i64) -> Result<i64, Error> {
    rank(conn, period, Counts::Live, score).await
}

/// The rank a score had in the latest snapshot.
///
/// # Errors
/// [`Error::Sql`].
pub async fn rank_then(conn: &mut SqliteConnection, period: i64, score: i64) -> Result<i64, Error> {
    rank(conn, period, Counts::Snapshot, score).await
}

async fn rank(
    conn: &mut SqliteConnection,
    period: i64,
    counts: Counts,
    score: i64,
) -> Result<i64, Error> {
    let last_within = |shift: i64| ((score >> shift) << 8) + 255;
    let above: i64 = sqlx::query_scalar(SQL_RANK)
        .bind(period)
        .bind(counts.frozen())
        .bind(score >> 24)
        .bind(score >> 16)
        .bind(last_within(24))
        .bind(score >> 8)
        .bind(last_within(16))
        .bind(score)
        .bind(last_within(8))
        .fetch_one(conn)
        .await?;
    Ok(above + 1)
}

/// How many listed members are on the board.
///
/// # Errors
/// [`Error::Sql`].
pub async fn members_on(conn: &mut SqliteConnection, period: i64) -> Result<i64, Error> {
    let members = sqlx::query_scalar(
        "SELECT COALESCE(SUM(members), 0) FROM board_counts WHERE period_id = $1 AND frozen = 0 AND level = 3",
    )
    .bind(period)
    .fetch_one(conn)
    .await?;
    Ok(members)
}

/// Counts anew from the scores, for a bulk load that wrote scores alone.
pub(in crate::db) async fn rebuild(conn: &mut SqliteConnection, period: i64) -> Result<(), Error> {
    sqlx::query("DELETE FROM board_counts WHERE period_id = $1")
        .bind(period)
        .execute(&mut *conn)
        .await?;
    sqlx::query(
        "INSERT INTO board_counts (period_id, frozen, level, bucket, members)
         SELECT period_id, 0, 0, score, COUNT(*) FROM board_scores
         WHERE period_id = $1 AND listed = 1 AND score > 0 GROUP BY period_id, score",
    )
    .bind(period)
    .execute(&mut *conn)
    .await?;
    sqlx::query(
        "INSERT INTO board_counts (period_id, frozen, level, bucket, members)
         SELECT period_id, 1, 0, snapshot_score, COUNT(*) FROM board_scores
         WHERE period_id = $1 AND listed = 1 AND snapshot_score > 0 GROUP BY period_id, snapshot_score",
    )
    .bind(period)
    .execute(&mut *conn)
    .await?;
    for level in 1_i64..=3 {
        sqlx::query(
            "INSERT INTO board_counts (period_id, frozen, level, bucket, members)
             SELECT period_id, frozen, $2, bucket >> 8, SUM(members) FROM board_counts
             WHERE period_id = $1 AND level = $2 - 1 GROUP BY period_id, frozen, bucket >> 8",
        )
        .bind(period)
        .bind(level)
        .execute(&mut *conn)
        .await?;
    }
    Ok(())
}
