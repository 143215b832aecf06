//! Prizes of finished periods: paid when the period is closed, or later to who could not be paid.

use sqlx::SqliteConnection;

use super::{BoardPeriodRow, Error};
use crate::{
    db::savepoint::{Tried, try_change},
    engine::{Reason, Source, last_paid_rank, prizes},
    programme::{Amount, Board, Prize, Programme},
};

/// Pays everybody who won something. Who cannot be paid is said in the log and owed the prize.
///
/// # Errors
/// [`Error`] when the database as a whole fails.
pub(super) async fn pay(
    conn: &mut SqliteConnection,
    programme: &Programme,
    board: &Board,
    period: &BoardPeriodRow,
    now: i64,
) -> Result<(), Error> {
    for (member, prize) in winners(conn, board, period.id).await? {
        let source = Source::new(Reason::Prize, &board.id);
        let tried = try_change(conn, programme, member, now, |change| {
            change.grant(&prize.amounts, &source, now)
        });
        if let Tried::Failed(error) = tried.await? {
            tracing::error!(%error, member, board = board.id, period = period.key, "a prize could not be paid; it is owed");
            owe(conn, period, member, &prize.amounts, now).await?;
        }
    }
    Ok(())
}

async fn owe(
    conn: &mut SqliteConnection,
    period: &BoardPeriodRow,
    member: i64,
    amounts: &[Amount],
    now: i64,
) -> Result<(), Error> {
    let amounts =
        serde_json::to_string(amounts).map_err(|error| Error::corrupt("prize owed", error))?;
    sqlx::query(
        "INSERT INTO prizes_owed (board, period_key, member_id, amounts, since)
         VALUES ($1, $2, $3, $4, $5)",
    )
    .bind(&period.board)
    .bind(&period.key)
    .bind(member)
    .bind(amounts)
    .bind(now)
    .execute(conn)
    .await?;
    Ok(())
}

/// Tries again to pay what is owed since earlier; gives how many were paid now. Who still cannot
/// be paid was said in the log when it began, and stays owed.
///
/// # Errors
/// [`Error`] when the database as a whole fails.
pub async fn pay_owed(
    conn: &mut SqliteConnection,
    programme: &Programme,
    now: i64,
) -> Result<u64, Error> {
    let owed: Vec<(i64, String, i64, String)> = sqlx::query_as(
        "SELECT id, board, member_id, amounts FROM prizes_owed WHERE since < $1 ORDER BY id",
    )
    .bind(now)
    .fetch_all(&mut *conn)
    .await?;
    let mut paid = 0;
    for (id, board, member, amounts) in owed {
        let amounts: Vec<Amount> =
            serde_json::from_str(&amounts).map_err(|error| Error::corrupt("prize owed", error))?;
        let source = Source::new(Reason::Prize, &board);
        let tried = try_change(conn, programme, member, now, |change| {
            change.grant(&amounts, &source, now)
        });
        if let Tried::Done = tried.await? {
            sqlx::query("DELETE FROM prizes_owed WHERE id = $1")
                .bind(id)
                .execute(&mut *conn)
                .await?;
            tracing::info!(member, board, "a prize that was owed is paid");
            paid += 1;
        }
    }
    Ok(paid)
}

/// The listed members who win something. A tie on the last paid rank may be long, so
/// the score of that rank is looked up first. Nobody wins with nothing.
async fn winners<'b>(
    conn: &mut SqliteConnection,
    board: &'b Board,
    period: i64,
) -> Result<Vec<(i64, &'b Prize)>, Error> {
    let last = last_paid_rank(board);
    if last == 0 {
        return Ok(Vec::new());
    }
    let least: Option<i64> = sqlx::query_scalar(
        "SELECT score FROM board_scores WHERE period_id = $1 AND listed = 1 AND score > 0
         ORDER BY score DESC, tiebreak DESC, member_id DESC LIMIT 1 OFFSET $2",
    )
    .bind(period)
    .bind(last - 1)
    .fetch_optional(&mut *conn)
    .await?;
    let best: Vec<(i64, i64)> = sqlx::query_as(
        "SELECT member_id, score FROM board_scores WHERE period_id = $1 AND listed = 1 AND score >= $2
         ORDER BY score DESC, tiebreak DESC, member_id DESC",
    )
    .bind(period)
    .bind(least.unwrap_or(1))
    .fetch_all(conn)
    .await?;
    Ok(prizes(board, &best))
}
