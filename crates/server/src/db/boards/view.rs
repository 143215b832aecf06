//! The top of a board, and a member's surroundings.

use sqlx::{Row, SqliteConnection, sqlite::SqliteRow};

use super::{Error, counts, periods::BoardPeriodRow};

/// One line of a board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardRow {
    /// Competition rank: ties share it, and the ranks after them are skipped. `None` for
    /// a member who is in no list.
    pub rank: Option<i64>,
    /// Rank in the latest snapshot; `None` when not on the board then.
    pub rank_then: Option<i64>,
    /// Surrogate key.
    pub member_id: i64,
    /// The contract's id.
    pub public_id: String,
    /// The only name to show.
    pub alias: String,
    /// Tier held, if any.
    pub tier: Option<String>,
    /// Score.
    pub score: i64,
    /// Which of equal scores stands first: minus the instant it was reached.
    pub tiebreak: i64,
}

/// A place in a board's order, whoever stands there now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// Score.
    pub score: i64,
    /// See [`BoardRow::tiebreak`].
    pub tiebreak: i64,
    /// Surrogate key.
    pub member_id: i64,
}

impl BoardRow {
    /// Where the line stands.
    pub fn position(&self) -> Position {
        Position {
            score: self.score,
            tiebreak: self.tiebreak,
            member_id: self.member_id,
        }
    }
}

/// Lines of boards, in the columns that [`places`] reads. A macro, for a statement is a text known when
/// the server is built.
macro_rules! lines {
    () => {
        "SELECT s.member_id, m.public_id, m.alias, t.tier, s.score, s.tiebreak, s.listed, s.snapshot, s.snapshot_score
  FROM board_scores AS s JOIN members AS m ON m.id = s.member_id
  LEFT JOIN tier_states AS t ON t.member_id = s.member_id"
    };
}

/// Page of the board from the top. Parameters: period, limit.
pub const SQL_TOP: &str = concat!(
    lines!(),
    " WHERE s.period_id = $1 AND s.listed = 1 AND s.score > 0
  ORDER BY s.score DESC, s.tiebreak DESC, s.member_id DESC LIMIT $2",
);

/// Those directly above a place, nearest first. Parameters: period, limit, score, tiebreak, member.
pub const SQL_ABOVE: &str = concat!(
    lines!(),
    " WHERE s.period_id = $1 AND s.listed = 1 AND (s.score, s.tiebreak, s.member_id) > ($3, $4, $5)
  ORDER BY s.score, s.tiebreak, s.member_id LIMIT $2",
);

/// Those directly below a place, nearest first. Parameters as for [`SQL_ABOVE`].
pub const SQL_BELOW: &str = concat!(
    lines!(),
    " WHERE s.period_id = $1 AND s.listed = 1 AND s.score > 0
    AND (s.score, s.tiebreak, s.member_id) < ($3, $4, $5)
  ORDER BY s.score DESC, s.tiebreak DESC, s.member_id DESC LIMIT $2",
);

/// A member's own line. Parameters: period, member.
pub const SQL_OWN: &str = concat!(lines!(), " WHERE s.period_id = $1 AND s.member_id = $2",);

/// The best `limit` members.
///
/// # Errors
/// [`Error::Sql`].
pub async fn top(
    conn: &mut SqliteConnection,
    period: &BoardPeriodRow,
    limit: i64,
) -> Result<Vec<BoardRow>, Error> {
    let rows = sqlx::query(SQL_TOP)
        .bind(period.id)
        .bind(limit)
        .fetch_all(&mut *conn)
        .await?;
    ranked(conn, period, places(rows)?).await
}

/// The member with `reach` members above and below, best first, and more on one side where the
/// other ends before; empty when the member has no listed score.
///
/// # Errors
/// [`Error::Sql`].
pub async fn around(
    conn: &mut SqliteConnection,
    period: &BoardPeriodRow,
    member: i64,
    reach: i64,
) -> Result<Vec<BoardRow>, Error> {
    let Some(own) = own_place(conn, period.id, member)
        .await?
        .filter(Place::is_ranked)
    else {
        return Ok(Vec::new());
    };
    let at = own.row.position();
    let rest = |rows: &[Place]| 2 * reach - i64::try_from(rows.len()).unwrap_or(2 * reach);
    let mut rows = neighbours(conn, SQL_ABOVE, period.id, at, reach).await?;
    let below = neighbours(conn, SQL_BELOW, period.id, at, rest(&rows)).await?;
    if rest(&below) > reach {
        rows = neighbours(conn, SQL_ABOVE, period.id, at, rest(&below)).await?;
    }
    rows.reverse();
    rows.push(own);
    rows.extend(below);
    ranked(conn, period, rows).await
}

/// The member's own line, unranked when not listed or at nought; `None` without a score.
///
/// # Errors
/// [`Error::Sql`].
pub async fn own(
    conn: &mut SqliteConnection,
    period: &BoardPeriodRow,
    member: i64,
) -> Result<Option<BoardRow>, Error> {
    let Some(place) = own_place(conn, period.id, member).await? else {
        return Ok(None);
    };
    if !place.is_ranked() {
        return Ok(Some(place.row));
    }
    Ok(ranked(conn, period, vec![place]).await?.pop())
}

/// A line with what its order and movement rest on.
struct Place {
    row: BoardRow,
    listed: bool,
    snapshot: i64,
    snapshot_score: Option<i64>,
}

impl Place {
    /// Whether it is in lists and counts: who has nothing any more, after a return, is in none.
    fn is_ranked(&self) -> bool {
        self.listed && self.row.score > 0
    }
}

fn places(rows: Vec<SqliteRow>) -> Result<Vec<Place>, Error> {
    let read = |row: SqliteRow| -> Result<Place, sqlx::Error> {
        let line = BoardRow {
            rank: None,
            rank_then: None,
            member_id: row.try_get(0)?,
            public_id: row.try_get(1)?,
            alias: row.try_get(2)?,
            tier: row.try_get(3)?,
            score: row.try_get(4)?,
            tiebreak: row.try_get(5)?,
        };
        Ok(Place {
            row: line,
            listed: row.try_get::<i64, _>(6)? != 0,
            snapshot: row.try_get(7)?,
            snapshot_score: row.try_get(8)?,
        })
    };
    Ok(rows.into_iter().map(read).collect::<Result<_, _>>()?)
}

async fn own_place(
    conn: &mut SqliteConnection,
    period: i64,
    member: i64,
) -> Result<Option<Place>, Error> {
    let row = sqlx::query(SQL_OWN)
        .bind(period)
        .bind(member)
        .fetch_optional(conn)
        .await?;
    Ok(places(row.into_iter().collect())?.pop())
}

async fn neighbours(
    conn: &mut SqliteConnection,
    sql: &'static str,
    period: i64,
    position: Position,
    reach: i64,
) -> Result<Vec<Place>, Error> {
    let rows = sqlx::query(sql)
        .bind(period)
        .bind(reach)
        .bind(position.score)
        .bind(position.tiebreak)
        .bind(position.member_id)
        .fetch_all(conn)
        .await?;
    places(rows)
}

/// Gives consecutive lines their ranks: the tree is asked for the first two distinct
/// scores, from then on the position tells.
async fn ranked(
    conn: &mut SqliteConnection,
    period: &BoardPeriodRow,
    places: Vec<Place>,
) -> Result<Vec<BoardRow>, Error> {
    let mut lines: Vec<BoardRow> = Vec::with_capacity(places.len());
    // Rank of the current score, and how many lines so far share it when all do.
    let mut shared: Option<(i64, i64, Option<i64>)> = None;
    for place in places {
        let score = place.row.score;
        let (rank, sharing) = match shared {
            Some((last, rank, sharing)) if last == score => (rank, sharing.map(|count| count + 1)),
            Some((_, rank, Some(count))) => (rank + count, Some(1)),
            Some(_) => (counts::rank_of(conn, period.id, score).await?, Some(1)),
            // The first line may stand in the middle of a tie.
            None => (counts::rank_of(conn, period.id, score).await?, None),
        };
        shared = Some((score, rank, sharing));
        let then = if place.snapshot == period.snapshot {
            place.snapshot_score
        } else {
            Some(score)
        };
        let rank_then = match then {
            Some(score) if score > 0 && period.snapshot > 0 => {
                Some(counts::rank_then(conn, period.id, score).await?)
            }
            _ => None,
        };
        lines.push(BoardRow {
            rank: Some(rank),
            rank_then,
            ..place.row
        });
    }
    Ok(lines)
}

/// The `limit` members below a position.
///
/// # Errors
/// [`Error::Sql`].
pub async fn after(
    conn: &mut SqliteConnection,
    period: &BoardPeriodRow,
    position: Position,
    limit: i64,
) -> Result<Vec<BoardRow>, Error> {
    let rows = neighbours(conn, SQL_BELOW, period.id, position, limit).await?;
    ranked(conn, period, rows).await
}

/// By how much the next better score of a period is ahead of `score`; `None` at the top.
///
/// # Errors
/// [`Error::Sql`].
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
