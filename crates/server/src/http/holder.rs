//! Members as the engine sees them, brought up to the moment of the request.

use super::{App, Error, Outcome};
use crate::{
    db::{Tx, members},
    engine::{Change, MemberState, World},
};

/// The member with everything that time has brought since the last duty. Nothing is
/// written: a read never waits for the writer, and the duty will write the same.
///
/// # Errors
/// [`Error::Internal`] when the member vanished or what is stored cannot be read.
pub(crate) async fn settled(app: &App, id: i64, now: i64) -> Outcome<MemberState> {
    let mut connection = app.db.reader().acquire().await?;
    let mut member = members::load(&mut connection, id)
        .await?
        .ok_or_else(|| Error::internal("a member vanished while being read"))?;
    Change::new(&app.programme, &mut member, &mut World::default()).settle(now);
    Ok(member)
}

/// The same within a write transaction, and written.
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
