//! Changes of one member among many: what is wrong with one must not hold up the others.

use sqlx::{Connection as _, SqliteConnection};

use super::{Error, members};
use crate::{engine::Change, programme::Programme};

/// What became of one of many changes.
#[derive(Debug)]
pub(super) enum Tried {
    /// It was written, or there is no such member.
    Done,
    /// What is stored of the member cannot be worked with; nothing of theirs was changed.
    Failed(Error),
}

/// Changes one member as [`members::change`] does, or changes nothing of theirs; the caller's
/// transaction goes on either way.
///
/// # Errors
/// [`Error`] when the database as a whole fails, not only what it holds of that member.
pub(super) async fn try_change<T>(
    conn: &mut SqliteConnection,
    programme: &Programme,
    member: i64,
    now: i64,
    change: impl FnOnce(&mut Change<'_>) -> T,
) -> Result<Tried, Error> {
    // A savepoint: dropped without commit it takes back what was begun.
    let mut step = conn.begin().await?;
    match members::change(&mut step, programme, member, now, change).await {
        Ok(_) => {
            step.commit().await?;
            Ok(Tried::Done)
        }
        Err(error) if is_of_one_member(&error) => {
            step.rollback().await?;
            Ok(Tried::Failed(error))
        }
        Err(error) => Err(error),
    }
}

/// Whether an error lies in what is stored of one member, and not in the database as a whole.
fn is_of_one_member(error: &Error) -> bool {
    match error {
        Error::Corrupt { .. } => true,
        Error::Sql(sqlx::Error::Database(cause)) => cause.kind() != sqlx::error::ErrorKind::Other,
        Error::Sql(cause) => matches!(
            cause,
            sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_)
        ),
        Error::Newer { .. } => false,
    }
}
