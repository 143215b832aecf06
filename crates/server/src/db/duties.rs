//! What time brings, done in small transactions by a ticker: points open and expire,
//! tiers are evaluated, occasions celebrated, leaderboards frozen and closed. Every duty
//! looks at what is due, so a missed tick or a stopped server only delays it.

use sqlx::SqliteConnection;

use super::{Db, Error, boards, hints, idempotency, members};
use crate::{
    engine::{Change, calendar},
    programme::Programme,
};

/// Members settled per transaction: short enough not to keep a redemption waiting.
const BATCH: i64 = 100;

/// Hints are kept this long for streams that resume.
const HINTS_KEPT_MS: i64 = 24 * 3600 * 1000;

/// Answers to `Idempotency-Key`s are kept this long.
const ANSWERS_KEPT_MS: i64 = 7 * 24 * 3600 * 1000;

/// What a round of duties did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Done {
    /// Members for whom time brought something.
    pub members: u64,
    /// Leaderboard periods closed.
    pub closed: u64,
    /// Leaderboard snapshots taken.
    pub snapshots: u64,
}

/// Does everything that is due at `now`.
///
/// # Errors
/// [`Error::Sql`]; what was done before stays done.
pub async fn run(db: &Db, programme: &Programme, now: i64) -> Result<Done, Error> {
    let mut done = Done {
        members: settle_due(db, programme, now).await?,
        ..Done::default()
    };
    loop {
        let mut tx = db.begin().await?;
        let closed = boards::close_due(&mut tx, programme, now).await?;
        tx.commit().await?;
        if !closed {
            break;
        }
        done.closed += 1;
    }
    drop_old_boards(db).await?;
    done.snapshots = take_snapshots(db, programme, now).await?;
    let mut tx = db.begin().await?;
    hints::prune(&mut tx, now - HINTS_KEPT_MS).await?;
    idempotency::prune(&mut tx, now - ANSWERS_KEPT_MS).await?;
    sqlx::query("DELETE FROM quotes WHERE expires_at < $1")
        .bind(now - HINTS_KEPT_MS)
        .execute(&mut *tx)
        .await?;
    tx.commit().await?;
    Ok(done)
}

/// Brings one member up to `now`; call it before showing or changing what they have.
///
/// # Errors
/// [`Error`].
pub async fn settle(
    conn: &mut SqliteConnection,
    programme: &Programme,
    member: i64,
    now: i64,
) -> Result<(), Error> {
    if is_due(conn, member, now).await? {
        members::change(conn, programme, member, now, |change| change.settle(now)).await?;
    }
    Ok(())
}

/// Whether time has brought something to a member that is not written yet. Reads only,
/// so that a read request can decide whether it must write.
///
/// # Errors
/// [`Error::Sql`].
pub async fn is_due(conn: &mut SqliteConnection, member: i64, now: i64) -> Result<bool, Error> {
    let due: i64 = sqlx::query_scalar(
        "SELECT CASE WHEN
           EXISTS (SELECT 1 FROM batches WHERE member_id = $1
                   AND (expires_at <= $2 OR (available_at > 0 AND available_at <= $2)))
           OR EXISTS (SELECT 1 FROM tier_states WHERE member_id = $1 AND keep_until <= $2)
           OR EXISTS (SELECT 1 FROM members WHERE id = $1 AND (birthday_due <= $2 OR anniversary_due <= $2))
         THEN 1 ELSE 0 END",
    )
    .bind(member)
    .bind(now)
    .fetch_one(conn)
    .await?;
    Ok(due == 1)
}

async fn settle_due(db: &Db, programme: &Programme, now: i64) -> Result<u64, Error> {
    let mut settled = 0;
    loop {
        let mut tx = db.begin().await?;
        let due = due_members(&mut tx, now).await?;
        if due.is_empty() {
            return Ok(settled);
        }
        for member in due {
            members::change(
                &mut tx,
                programme,
                member,
                now,
                |change: &mut Change<'_>| change.settle(now),
            )
            .await?;
            settled += 1;
        }
        tx.commit().await?;
    }
}

async fn due_members(conn: &mut SqliteConnection, now: i64) -> Result<Vec<i64>, Error> {
    // One index seek per kind of due date.
    let due = sqlx::query_scalar(
        "SELECT member_id FROM (
           SELECT * FROM (SELECT member_id FROM batches WHERE remaining > 0 AND expires_at <= $1 LIMIT $2) AS a
           UNION SELECT * FROM (SELECT member_id FROM batches WHERE available_at > 0 AND available_at <= $1 LIMIT $2) AS b
           UNION SELECT * FROM (SELECT member_id FROM tier_states WHERE keep_until <= $1 LIMIT $2) AS c
           UNION SELECT * FROM (SELECT id AS member_id FROM members WHERE birthday_due <= $1 LIMIT $2) AS d
           UNION SELECT * FROM (SELECT id AS member_id FROM members WHERE anniversary_due <= $1 LIMIT $2) AS e
         ) AS due LIMIT $2",
    )
    .bind(now)
    .bind(BATCH)
    .fetch_all(conn)
    .await?;
    Ok(due)
}

async fn drop_old_boards(db: &Db) -> Result<(), Error> {
    loop {
        let mut tx = db.begin().await?;
        let more = boards::drop_some(&mut tx).await?;
        tx.commit().await?;
        if !more {
            return Ok(());
        }
    }
}

/// Freezes each live period once a day, at the first tick after local midnight.
async fn take_snapshots(db: &Db, programme: &Programme, now: i64) -> Result<u64, Error> {
    let zone = &programme.time_zone;
    let today = calendar::start_of_day(zone, calendar::date(zone, now));
    let mut taken = 0;
    let mut tx = db.begin().await?;
    let due: Vec<i64> = sqlx::query_scalar(
        "SELECT id FROM board_periods WHERE state = 'live' AND snapshot_at < $1",
    )
    .bind(today)
    .fetch_all(&mut *tx)
    .await?;
    for period in due {
        boards::snapshot(&mut tx, period, now).await?;
        taken += 1;
    }
    tx.commit().await?;
    Ok(taken)
}
