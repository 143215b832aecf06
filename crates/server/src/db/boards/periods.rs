//! Periods of boards: begun by the first score, frozen daily, closed with prizes.

use sqlx::{Row, SqliteConnection, sqlite::SqliteRow};

use super::{Error, prizes};
use crate::{
    engine::calendar::{self, Period},
    programme::{Board, Programme},
};

/// A stored period of a board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardPeriodRow {
    /// Surrogate key.
    pub id: i64,
    /// Board id.
    pub board: String,
    /// `2026-W47`, `2026-11`, `2026-autumn`.
    pub key: String,
    /// Inclusive.
    pub starts_at: i64,
    /// Exclusive.
    pub ends_at: i64,
    /// No score changes any more.
    pub is_final: bool,
    /// Number of the latest snapshot; 0 when there is none yet.
    pub snapshot: i64,
    /// When it was taken.
    pub snapshot_at: i64,
}

/// Stored periods, in the columns that [`read`] reads.
macro_rules! period_rows {
    () => {
        "SELECT id, board, period_key, starts_at, ends_at, state, snapshot, snapshot_at FROM board_periods"
    };
}

/// The period of a board around `now`; `None` before its first score.
///
/// # Errors
/// [`Error::Sql`].
pub async fn current(
    conn: &mut SqliteConnection,
    programme: &Programme,
    board: &Board,
    now: i64,
) -> Result<Option<BoardPeriodRow>, Error> {
    match calendar::board_period(&programme.time_zone, board, now) {
        Some(period) => find(conn, &board.id, &period.key).await,
        None => Ok(None),
    }
}

/// A period by its key.
///
/// # Errors
/// [`Error::Sql`].
pub async fn find(
    conn: &mut SqliteConnection,
    board: &str,
    key: &str,
) -> Result<Option<BoardPeriodRow>, Error> {
    let row = sqlx::query(concat!(
        period_rows!(),
        " WHERE board = $1 AND period_key = $2 AND state <> 'dropped'"
    ))
    .bind(board)
    .bind(key)
    .fetch_optional(conn)
    .await?;
    Ok(row.map(read).transpose()?)
}

/// Finished periods still kept, newest first.
///
/// # Errors
/// [`Error::Sql`].
pub async fn finished(
    conn: &mut SqliteConnection,
    board: &str,
) -> Result<Vec<BoardPeriodRow>, Error> {
    let rows = sqlx::query(concat!(
        period_rows!(),
        " WHERE board = $1 AND state = 'final' ORDER BY starts_at DESC"
    ))
    .bind(board)
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(read).collect::<Result<_, _>>()?)
}

/// The period, made if it is new.
pub(in crate::db) async fn open(
    conn: &mut SqliteConnection,
    board: &str,
    period: &Period,
    now: i64,
) -> Result<Option<BoardPeriodRow>, Error> {
    if let Some(found) = find(conn, board, &period.key).await? {
        return Ok(Some(found));
    }
    sqlx::query(
        "INSERT INTO board_periods (board, period_key, starts_at, ends_at, state, snapshot, snapshot_at)
         VALUES ($1, $2, $3, $4, 'live', 0, $5) ON CONFLICT (board, period_key) DO NOTHING",
    )
    .bind(board)
    .bind(&period.key)
    .bind(period.starts_at)
    .bind(period.ends_at)
    .bind(now)
    .execute(&mut *conn)
    .await?;
    find(conn, board, &period.key).await
}

/// Gives live periods the beginnings and ends that the programme has for them now: a season may have been
/// made longer since its first score. What is closed stays closed.
///
/// # Errors
/// [`Error::Sql`].
pub async fn realign(conn: &mut SqliteConnection, programme: &Programme) -> Result<(), Error> {
    let rows = sqlx::query(concat!(period_rows!(), " WHERE state = 'live'"))
        .fetch_all(&mut *conn)
        .await?;
    for row in rows {
        let row = read(row)?;
        let Some(period) = today(programme, &row) else {
            continue;
        };
        sqlx::query("UPDATE board_periods SET starts_at = $1, ends_at = $2 WHERE id = $3")
            .bind(period.starts_at)
            .bind(period.ends_at)
            .bind(row.id)
            .execute(&mut *conn)
            .await?;
    }
    Ok(())
}

/// The period of that key as the programme has it today, if some part of it is where it was.
fn today(programme: &Programme, row: &BoardPeriodRow) -> Option<Period> {
    let board = programme.board(&row.board)?;
    let middle = row.starts_at + (row.ends_at - row.starts_at) / 2;
    let parts = [row.starts_at, middle, row.ends_at - 1];
    let around = |at| calendar::board_period(&programme.time_zone, board, at);
    let mut found = parts.into_iter().filter_map(around);
    found.find(|period| period.key == row.key)
}

/// Remembers today's ranks of a period; movement is counted from here.
///
/// # Errors
/// [`Error::Sql`].
pub async fn snapshot(conn: &mut SqliteConnection, period: i64, at: i64) -> Result<(), Error> {
    sqlx::query("DELETE FROM board_counts WHERE period_id = $1 AND frozen = 1")
        .bind(period)
        .execute(&mut *conn)
        .await?;
    sqlx::query(
        "INSERT INTO board_counts (period_id, frozen, level, bucket, members)
         SELECT period_id, 1, level, bucket, members FROM board_counts
         WHERE period_id = $1 AND frozen = 0 AND members > 0",
    )
    .bind(period)
    .execute(&mut *conn)
    .await?;
    sqlx::query("UPDATE board_periods SET snapshot = snapshot + 1, snapshot_at = $2 WHERE id = $1")
        .bind(period)
        .bind(at)
        .execute(conn)
        .await?;
    Ok(())
}

/// Live periods whose movement is counted from before `today`.
///
/// # Errors
/// [`Error::Sql`].
pub async fn due_for_snapshot(conn: &mut SqliteConnection, today: i64) -> Result<Vec<i64>, Error> {
    Ok(
        sqlx::query_scalar(
            "SELECT id FROM board_periods WHERE state = 'live' AND snapshot_at < $1",
        )
        .bind(today)
        .fetch_all(conn)
        .await?,
    )
}

/// Closes the oldest period that has ended: pays its prizes, makes it final, and marks the
/// periods that are kept no longer for [`drop_some`]. False when there was none. A winner who
/// cannot be paid holds nothing up: the prize is owed, see [`super::pay_owed`].
///
/// # Errors
/// [`Error::Sql`].
pub async fn close_due(
    conn: &mut SqliteConnection,
    programme: &Programme,
    now: i64,
) -> Result<bool, Error> {
    let row = sqlx::query(concat!(
        period_rows!(),
        " WHERE state = 'live' AND ends_at <= $1 ORDER BY ends_at LIMIT 1"
    ))
    .bind(now)
    .fetch_optional(&mut *conn)
    .await?;
    let Some(period) = row.map(read).transpose()? else {
        return Ok(false);
    };
    sqlx::query("UPDATE board_periods SET state = 'final' WHERE id = $1")
        .bind(period.id)
        .execute(&mut *conn)
        .await?;
    // A board the programme no longer has is closed without prizes and keeps no history.
    let Some(board) = programme.board(&period.board) else {
        mark_dropped(conn, period.id).await?;
        return Ok(true);
    };
    prizes::pay(conn, programme, board, &period, now).await?;
    for old in finished(conn, &board.id)
        .await?
        .iter()
        .skip(usize::try_from(board.history).unwrap_or(1))
    {
        mark_dropped(conn, old.id).await?;
    }
    Ok(true)
}

async fn mark_dropped(conn: &mut SqliteConnection, period: i64) -> Result<(), Error> {
    sqlx::query("UPDATE board_periods SET state = 'dropped' WHERE id = $1")
        .bind(period)
        .execute(conn)
        .await?;
    Ok(())
}

/// Scores deleted at a time: a million in one transaction would keep a redemption waiting.
const DROPPED_AT_ONCE: i64 = 5_000;

/// Deletes some of what belongs to periods that are kept no longer. False when nothing
/// was left to delete.
///
/// # Errors
/// [`Error::Sql`].
pub async fn drop_some(conn: &mut SqliteConnection) -> Result<bool, Error> {
    let period: Option<i64> =
        sqlx::query_scalar("SELECT id FROM board_periods WHERE state = 'dropped' LIMIT 1")
            .fetch_optional(&mut *conn)
            .await?;
    let Some(period) = period else {
        return Ok(false);
    };
    let scores = sqlx::query(
        "DELETE FROM board_scores WHERE period_id = $1 AND member_id IN
           (SELECT member_id FROM board_scores WHERE period_id = $1 LIMIT $2)",
    )
    .bind(period)
    .bind(DROPPED_AT_ONCE)
    .execute(&mut *conn)
    .await?;
    if scores.rows_affected() == 0 {
        for table in [
            "DELETE FROM board_counts WHERE period_id = $1",
            "DELETE FROM board_periods WHERE id = $1",
        ] {
            sqlx::query(table).bind(period).execute(&mut *conn).await?;
        }
    }
    Ok(true)
}

fn read(row: SqliteRow) -> Result<BoardPeriodRow, sqlx::Error> {
    Ok(BoardPeriodRow {
        id: row.try_get(0)?,
        board: row.try_get(1)?,
        key: row.try_get(2)?,
        starts_at: row.try_get(3)?,
        ends_at: row.try_get(4)?,
        is_final: row.try_get::<&str, _>(5)? == "final",
        snapshot: row.try_get(6)?,
        snapshot_at: row.try_get(7)?,
    })
}
