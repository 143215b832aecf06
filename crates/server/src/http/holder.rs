//! Members as the engine sees them, brought up to the moment of the request.

use super::{App, Error, Outcome};
use crate::{
    db::{Tx, duties, members},
    engine::MemberState,
};

/// The member with everything that time has brought up to `now`.
///
/// # Errors
/// [`Error::Internal`] when the member vanished or what is stored cannot be read.
pub(crate) async fn settled(app: &App, id: i64, now: i64) -> Outcome<MemberState> {
    bring_up(app, id, now).await?;
    let mut connection = app.db.reader().acquire().await?;
    members::load(&mut connection, id)
        .await?
        .ok_or_else(|| Error::internal("a member vanished while being read"))
}

/// Writes what time has brought to a member since the last duty, so that every resource
/// tells the same. Only then does a read wait for the writer.
///
/// # Errors
/// The database's.
pub(crate) async fn bring_up(app: &App, id: i64, now: i64) -> Outcome<()> {
    let mut connection = app.db.reader().acquire().await?;
    let due = duties::is_due(&mut connection, id, now).await?;
    // Given back before the writer is asked for: nobody holds two connections.
    drop(connection);
    if due {
        let mut tx = app.db.begin().await?;
        duties::settle(&mut tx, &app.programme, id, now).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// The same within a write transaction.
///
/// # Errors
/// As [`settled`].
pub(crate) async fn settle(app: &App, tx: &mut Tx, id: i64, now: i64) -> Outcome<MemberState> {
    members::change(tx, &app.programme, id, now, |change| {
        change.settle(now);
        change.member.clone()
    })
    .await?
    .ok_or_else(|| Error::internal("a member vanished while being changed"))
}
