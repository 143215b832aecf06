//! Members brought up to a moment before they are shown or changed: what time has brought them is
//! written first.

use sqlx::SqliteConnection;

use super::{Db, Error, members};
use crate::{engine::MemberState, programme::Programme};

/// The member with everything that time has brought up to `now`.
///
/// # Errors
/// [`Error::Corrupt`] when the member vanished or what is stored cannot be read.
pub async fn settled(
    db: &Db,
    programme: &Programme,
    id: i64,
    now: i64,
) -> Result<MemberState, Error> {
    ensure_settled(db, programme, id, now).await?;
    // One state of the books for all the questions.
    let mut books = db.reader().begin().await?;
    read(&mut books, id).await
}

/// A member as they are written; see [`ensure_settled`].
///
/// # Errors
/// As [`settled`].
pub async fn read(conn: &mut SqliteConnection, id: i64) -> Result<MemberState, Error> {
    members::load(conn, id)
        .await?
        .ok_or_else(|| Error::corrupt("member", "vanished while being read"))
}

/// Writes what time has brought to a member since the last duty, so that every resource
/// tells the same. Only then does a read wait for the writer.
///
/// # Errors
/// [`Error`].
pub async fn ensure_settled(
    db: &Db,
    programme: &Programme,
    id: i64,
    now: i64,
) -> Result<(), Error> {
    let mut connection = db.reader().acquire().await?;
    let due = is_due(&mut connection, id, now).await?;
    // Given back before the writer is asked for: nobody holds two connections.
    drop(connection);
    if !due {
        return Ok(());
    }
    let mut tx = db.begin().await?;
    // Another request may have written it while this one waited.
    if is_due(&mut tx, id, now).await? {
        members::change(&mut tx, programme, id, now, |change| change.settle(now)).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// The member brought up to `now`, within a write transaction.
///
/// # Errors
/// As [`settled`].
pub async fn settle(
    tx: &mut SqliteConnection,
    programme: &Programme,
    id: i64,
    now: i64,
) -> Result<MemberState, Error> {
    members::change(tx, programme, id, now, |change| {
        change.settle(now);
        change.member.clone()
    })
    .await?
    .ok_or_else(|| Error::corrupt("member", "vanished while being changed"))
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
