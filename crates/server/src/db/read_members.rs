//! Reads members' own rows.

use std::collections::BTreeSet;

use sqlx::{QueryBuilder, Sqlite, SqliteConnection, SqliteExecutor};

use super::{Error, members::read_status};
use crate::engine::MemberStatus;

/// A member's own row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberRow {
    /// Surrogate key; never leaves the server.
    pub id: i64,
    /// The contract's id.
    pub public_id: String,
    /// The name others see.
    pub alias: String,
    /// Whether they take part.
    pub status: MemberStatus,
    /// When they enrolled, milliseconds since the epoch.
    pub joined_at: i64,
    /// Out of every leaderboard.
    pub opted_out: bool,
    /// Further preferences, JSON.
    pub preferences: String,
}

impl MemberRow {
    /// Takes part, or did until suspended.
    pub fn is_enrolled(&self) -> bool {
        matches!(self.status, MemberStatus::Member | MemberStatus::Suspended)
    }

    /// May see but not act.
    pub fn is_suspended(&self) -> bool {
        self.status == MemberStatus::Suspended
    }

    /// Has left.
    pub fn is_closed(&self) -> bool {
        self.status == MemberStatus::Closed
    }
}

type Columns = (i64, String, String, String, i64, i64, String);

/// The member of this contract id, in whatever state. Whoever changes what it says reads it
/// in the transaction of the change: another request may have written in between.
///
/// # Errors
/// [`Error::Sql`], and [`Error::Corrupt`] for a status that cannot be read.
pub async fn by_public_id<'e>(
    on: impl SqliteExecutor<'e>,
    id: &str,
) -> Result<Option<MemberRow>, Error> {
    let row: Option<Columns> = sqlx::query_as(
        "SELECT id, public_id, alias, state, joined_at, opted_out, preferences
         FROM members WHERE public_id = $1",
    )
    .bind(id)
    .fetch_optional(on)
    .await?;
    row.map(read).transpose()
}

fn read(row: Columns) -> Result<MemberRow, Error> {
    let (id, public_id, alias, state, joined_at, opted_out, preferences) = row;
    Ok(MemberRow {
        id,
        public_id,
        alias,
        status: read_status(&state)?,
        joined_at,
        opted_out: opted_out != 0,
        preferences,
    })
}

/// Which of these members are shown without a name on leaderboards.
///
/// # Errors
/// [`Error::Sql`].
pub async fn hidden_names(
    conn: &mut SqliteConnection,
    members: &[i64],
) -> Result<BTreeSet<i64>, Error> {
    if members.is_empty() {
        return Ok(BTreeSet::new());
    }
    // Most preferences are empty; only the others are worth a look.
    let mut query: QueryBuilder<Sqlite> = QueryBuilder::new(
        "SELECT id FROM members WHERE preferences LIKE '%\"leaderboard_hidden_name\":true%' AND id IN (",
    );
    let mut ids = query.separated(", ");
    for member in members {
        ids.push_bind(*member);
    }
    query.push(")");
    let found: Vec<i64> = query.build_query_scalar().fetch_all(conn).await?;
    Ok(found.into_iter().collect())
}
