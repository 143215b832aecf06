//! Members as the engine sees them, brought up to a moment.

use sqlx::SqliteConnection;

use super::{Db, Error, members, scheduled};
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
    bring_up(db, programme, id, now).await?;
    // One state of the books for all the questions.
    let mut books = db.reader().begin().await?;
    read(&mut books, id).await
}

/// A member as they are written; see [`bring_up`].
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
pub async fn bring_up(db: &Db, programme: &Programme, id: i64, now: i64) -> Result<(), Error> {
    let mut connection = db.reader().acquire().await?;
    let due = scheduled::is_due(&mut connection, id, now).await?;
    // Given back before the writer is asked for: nobody holds two connections.
    drop(connection);
    if due {
        let mut tx = db.begin().await?;
        scheduled::settle(&mut tx, programme, id, now).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// The same within a write transaction.
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
