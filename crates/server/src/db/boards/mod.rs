//! Leaderboards that do not slow down with their size.
//!
//! `board_scores` is ordered by an index, so the top and the surroundings of a member are index
//! seeks. A rank is never counted over members: `board_counts` holds a radix tree of how many
//! listed members have a score in each bucket of 2⁰, 2⁸, 2¹⁶ and 2²⁴, kept in the same
//! transaction as the scores; a rank is the sum of at most 256 rows per level (of the top level:
//! one row per 2²⁴ points in use). Ties share a rank ("1224").
//!
//! Movement compares with a snapshot, which is a copy of the counts, not of the members: each row
//! remembers the score it had in the snapshot once it changes after it.
//!
//! A row whose score fell to zero stays, since movement is counted from it, but is on no list, in
//! no count, and wins nothing: a member who gave everything back has not taken part.

mod counts;
mod periods;
mod prizes;
mod view;

use sqlx::{Row, SqliteConnection};

pub use counts::{SQL_RANK, members_on, rank_of, rank_then};
pub use periods::{
    BoardPeriodRow, close_due, current, drop_some, due_for_snapshot, find, finished, realign,
    snapshot,
};
pub use prizes::pay_owed;
pub use view::{
    BoardRow, Position, SQL_ABOVE, SQL_BELOW, SQL_OWN, SQL_TOP, after, around, gap_above, own, top,
};

pub(super) use counts::rebuild;
pub(super) use periods::open;

use counts::Counts;

use super::Error;
use crate::{
    engine::{MemberState, Score, calendar},
    programme::Programme,
};

/// Adds to a member's score on the board's period around `score.at`. A period that is
/// final stays as it is, a score never falls below zero, and who is at zero is on no list.
///
/// # Errors
/// [`Error::Sql`].
pub async fn add_score(
    conn: &mut SqliteConnection,
    programme: &Programme,
    member: &MemberState,
    score: &Score,
    now: i64,
) -> Result<(), Error> {
    let Some(board) = programme.board(&score.board) else {
        return Ok(());
    };
    let Some(period) = calendar::board_period(&programme.time_zone, board, score.at) else {
        return Ok(());
    };
    // A period that ended without a score, or was dropped, is not begun by a late event:
    // it would be closed, and its prizes paid, a second time.
    let live = if period.ends_at <= now {
        periods::find(conn, &board.id, &period.key).await?
    } else {
        periods::open(conn, &board.id, &period, now).await?
    };
    let Some(live) = live.filter(|row| !row.is_final) else {
        return Ok(());
    };
    let held = row_of(conn, live.id, member.id).await?;
    let before = held.as_ref().map(|row| row.score);
    let after = before
        .unwrap_or(0)
        .saturating_add(score.delta)
        .clamp(0, calendar::NEVER);
    if before == Some(after) || (before.is_none() && after == 0) {
        return Ok(());
    }
    let (snapshot, snapshot_score) = match &held {
        Some(row) if row.snapshot == live.snapshot => (row.snapshot, row.snapshot_score),
        Some(row) => (live.snapshot, Some(row.score)),
        None => (live.snapshot, None),
    };
    let listed = held.as_ref().map_or(member.is_listed(), |row| row.listed);
    sqlx::query(
        "INSERT INTO board_scores (period_id, member_id, score, tiebreak, listed, snapshot, snapshot_score)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (period_id, member_id) DO UPDATE SET score = excluded.score, tiebreak = excluded.tiebreak,
           snapshot = excluded.snapshot, snapshot_score = excluded.snapshot_score",
    )
    .bind(live.id)
    .bind(member.id)
    .bind(after)
    .bind(-score.at)
    .bind(i64::from(listed))
    .bind(snapshot)
    .bind(snapshot_score)
    .execute(&mut *conn)
    .await?;
    if listed {
        counts::move_member(conn, live.id, Counts::Live, before, Some(after)).await?;
    }
    Ok(())
}

/// Takes a member out of, or back into, every list and count. Their own score stays and
/// goes on growing.
///
/// # Errors
/// [`Error::Sql`].
pub async fn set_listed(
    conn: &mut SqliteConnection,
    member: i64,
    listed: bool,
) -> Result<(), Error> {
    let changed: Vec<(i64, i64, Option<i64>)> = sqlx::query_as(
        "SELECT s.period_id, s.score,
           CASE WHEN s.snapshot = p.snapshot THEN s.snapshot_score ELSE s.score END
         FROM board_scores AS s JOIN board_periods AS p ON p.id = s.period_id
         WHERE s.member_id = $1 AND s.listed <> $2",
    )
    .bind(member)
    .bind(i64::from(listed))
    .fetch_all(&mut *conn)
    .await?;
    sqlx::query("UPDATE board_scores SET listed = $1 WHERE member_id = $2 AND listed <> $1")
        .bind(i64::from(listed))
        .bind(member)
        .execute(&mut *conn)
        .await?;
    for (period, score, then) in changed {
        for (counts, held) in [(Counts::Live, Some(score)), (Counts::Snapshot, then)] {
            let (from, to) = if listed { (None, held) } else { (held, None) };
            counts::move_member(conn, period, counts, from, to).await?;
        }
    }
    Ok(())
}

/// A member's stored row of a period.
struct ScoreRow {
    score: i64,
    listed: bool,
    snapshot: i64,
    snapshot_score: Option<i64>,
}

async fn row_of(
    conn: &mut SqliteConnection,
    period: i64,
    member: i64,
) -> Result<Option<ScoreRow>, Error> {
    let row = sqlx::query(
        "SELECT score, listed, snapshot, snapshot_score FROM board_scores WHERE period_id = $1 AND member_id = $2",
    )
    .bind(period)
    .bind(member)
    .fetch_optional(conn)
    .await?;
    let read = |row: sqlx::sqlite::SqliteRow| -> Result<_, sqlx::Error> {
        Ok(ScoreRow {
            score: row.try_get(0)?,
            listed: row.try_get::<i64, _>(1)? != 0,
            snapshot: row.try_get(2)?,
            snapshot_score: row.try_get(3)?,
        })
    };
    Ok(row.map(read).transpose()?)
}
