//! What is known of a member as a person, what they chose, and whether they take part: written, and
//! forgotten when they leave.

use palier_contract::stream::Topic;
use sqlx::SqliteConnection;

use super::{
    Error, boards,
    hints::{self, Audience},
};
use crate::{
    engine::{
        MemberStatus,
        calendar::{self, NEVER},
    },
    programme::Programme,
};

/// What whoever runs the programme knows of a member; `None` leaves it as it is, the empty text
/// and the birthday 0 forget it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// The only name others may see.
    pub alias: Option<String>,
    /// month × 100 + day.
    pub birthday: Option<i64>,
    /// BCP 47.
    pub locale: Option<String>,
    /// Server-side audience.
    pub segment: Option<String>,
}

/// Writes what is known of a member. A new birthday is celebrated when it comes next.
///
/// # Errors
/// [`Error::Sql`].
pub async fn set_about(
    conn: &mut SqliteConnection,
    programme: &Programme,
    id: i64,
    about: &About,
    now: i64,
) -> Result<(), Error> {
    let due = about.birthday.map(|month_day| match month_day {
        0 => NEVER,
        known => calendar::next_day_of_year(&programme.time_zone, known, now),
    });
    sqlx::query(
        "UPDATE members SET alias = COALESCE($1, alias),
           birthday = CASE WHEN $2 IS NULL THEN birthday ELSE NULLIF($2, 0) END,
           birthday_due = COALESCE($3, birthday_due),
           locale = CASE WHEN $4 IS NULL THEN locale ELSE NULLIF($4, '') END,
           segment = CASE WHEN $5 IS NULL THEN segment ELSE NULLIF($5, '') END
         WHERE id = $6",
    )
    .bind(&about.alias)
    .bind(about.birthday)
    .bind(due)
    .bind(&about.locale)
    .bind(&about.segment)
    .bind(id)
    .execute(&mut *conn)
    .await?;
    relist(conn, id, now).await
}

/// Sets what others may see: the alias, and whether the member is on leaderboards. The
/// member leaves or rejoins every list and count in the same transaction.
///
/// # Errors
/// [`Error::Sql`].
pub async fn set_privacy(
    conn: &mut SqliteConnection,
    id: i64,
    alias: &str,
    opted_out: bool,
    now: i64,
) -> Result<(), Error> {
    sqlx::query("UPDATE members SET alias = $1, opted_out = $2 WHERE id = $3")
        .bind(alias)
        .bind(i64::from(opted_out))
        .bind(id)
        .execute(&mut *conn)
        .await?;
    relist(conn, id, now).await
}

/// Keeps what a member agreed to: where it was to be read, and in which version.
///
/// # Errors
/// [`Error::Sql`].
pub async fn set_terms(
    conn: &mut SqliteConnection,
    member: i64,
    (url, version): (&str, &str),
    now: i64,
) -> Result<(), Error> {
    sqlx::query(
        "UPDATE members SET terms_url = $1, terms_version = $2, terms_at = $3 WHERE id = $4",
    )
    .bind(url)
    .bind(version)
    .bind(now)
    .bind(member)
    .execute(conn)
    .await?;
    Ok(())
}

/// Writes the further preferences; alias and opt-out have their own, see [`set_privacy`].
///
/// # Errors
/// [`Error::Sql`].
pub async fn set_preferences(
    conn: &mut SqliteConnection,
    member: i64,
    preferences: &str,
) -> Result<(), Error> {
    sqlx::query("UPDATE members SET preferences = $1 WHERE id = $2")
        .bind(preferences)
        .bind(member)
        .execute(conn)
        .await?;
    Ok(())
}

/// Sets whether a member takes part.
///
/// # Errors
/// [`Error::Sql`].
pub async fn set_status(
    conn: &mut SqliteConnection,
    id: i64,
    status: MemberStatus,
    now: i64,
) -> Result<(), Error> {
    sqlx::query("UPDATE members SET state = $1 WHERE id = $2")
        .bind(status.as_str())
        .bind(id)
        .execute(&mut *conn)
        .await?;
    relist(conn, id, now).await
}

/// Ends a membership: off every list, and everything forgotten that says who it was, but the id.
/// The books stay as they are.
///
/// # Errors
/// [`Error::Sql`].
pub async fn close(conn: &mut SqliteConnection, id: i64, now: i64) -> Result<(), Error> {
    sqlx::query(
        "UPDATE members SET alias = '', birthday = NULL, locale = NULL, segment = NULL,
           preferences = '{}', anniversary_due = $1, birthday_due = $1 WHERE id = $2",
    )
    .bind(NEVER)
    .bind(id)
    .execute(&mut *conn)
    .await?;
    for forget in [
        "UPDATE redemptions SET address = NULL, personalisation = '{}', tracking = NULL
         WHERE member_id = $1",
        "UPDATE redemption_history SET note = NULL
         WHERE redemption IN (SELECT id FROM redemptions WHERE member_id = $1)",
        "DELETE FROM quotes WHERE member_id = $1",
        "DELETE FROM idempotency WHERE member_id = $1",
        "DELETE FROM prizes_owed WHERE member_id = $1",
    ] {
        sqlx::query(forget).bind(id).execute(&mut *conn).await?;
    }
    // Rarity is a share of those who take part.
    sqlx::query(
        "UPDATE tallies SET value = value - 1 WHERE name = 'members'
           OR name IN (SELECT 'badge:' || badge FROM badges WHERE member_id = $1)",
    )
    .bind(id)
    .execute(&mut *conn)
    .await?;
    set_status(conn, id, MemberStatus::Closed, now).await
}

/// Puts a member on the leaderboards or takes them off, as what is stored of them has it.
async fn relist(conn: &mut SqliteConnection, id: i64, now: i64) -> Result<(), Error> {
    let listed: Option<i64> = sqlx::query_scalar(
        "SELECT CASE WHEN state = 'member' AND opted_out = 0 THEN 1 ELSE 0 END FROM members WHERE id = $1",
    )
    .bind(id)
    .fetch_optional(&mut *conn)
    .await?;
    boards::set_listed(conn, id, listed == Some(1)).await?;
    for topic in [Topic::Me, Topic::Leaderboards] {
        hints::push(conn, Audience::Member(id), &topic, now).await?;
    }
    Ok(())
}
