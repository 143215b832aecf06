//! Reads members' own rows.

use sqlx::{SqliteExecutor, SqlitePool};

use super::Error;

/// A member's own row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberRow {
    /// Surrogate key; never leaves the server.
    pub id: i64,
    /// The contract's id.
    pub public_id: String,
    /// The name others see.
    pub alias: String,
    /// `candidate`, `member`, `suspended` or `closed`.
    pub state: String,
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
        matches!(self.state.as_str(), "member" | "suspended")
    }

    /// May see but not act.
    pub fn is_suspended(&self) -> bool {
        self.state == "suspended"
    }

    /// Has left.
    pub fn is_closed(&self) -> bool {
        self.state == "closed"
    }
}

type Columns = (i64, String, String, String, i64, i64, String);

/// The member of this contract id, in whatever state. Whoever changes what it says reads it
/// in the transaction of the change: another request may have written in between.
///
/// # Errors
/// The database's.
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
    Ok(row.map(
        |(id, public_id, alias, state, joined_at, opted_out, preferences)| MemberRow {
            id,
            public_id,
            alias,
            state,
            joined_at,
            opted_out: opted_out != 0,
            preferences,
        },
    ))
}

/// The id of the member's tier.
///
/// # Errors
/// The database's.
pub async fn tier(pool: &SqlitePool, member: i64) -> Result<Option<String>, Error> {
    Ok(
        sqlx::query_scalar("SELECT tier FROM tier_states WHERE member_id = $1")
            .bind(member)
            .fetch_optional(pool)
            .await?,
    )
}
