//! Members: loaded whole, changed by the engine, saved by difference.

use std::collections::BTreeSet;

use palier_contract::stream::Topic;
use sqlx::{Row, SqliteConnection, sqlite::SqliteRow};

use super::{
    Error, boards,
    hints::{self, Audience},
    holdings, ledger, meta, sequences,
};
use crate::{
    engine::{
        Change, Effects, HeldBadge, MemberState, MemberStatus, Progress, TierState, calendar::NEVER,
    },
    programme::Programme,
};

/// Somebody who joins.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewMember {
    /// The contract's id and the token's subject.
    pub public_id: String,
    /// The only name others may see.
    pub alias: String,
    /// month × 100 + day.
    pub birthday: Option<i64>,
    /// BCP 47.
    pub locale: Option<String>,
    /// Server-side audience.
    pub segment: Option<String>,
}

/// The surrogate key behind a public id.
///
/// # Errors
/// [`Error::Sql`].
pub async fn find(conn: &mut SqliteConnection, public_id: &str) -> Result<Option<i64>, Error> {
    Ok(
        sqlx::query_scalar("SELECT id FROM members WHERE public_id = $1")
            .bind(public_id)
            .fetch_optional(conn)
            .await?,
    )
}

/// Loads a member with everything the engine may look at.
///
/// # Errors
/// [`Error::Sql`], and [`Error::Corrupt`] for a status or progress that cannot be read.
pub async fn load(conn: &mut SqliteConnection, id: i64) -> Result<Option<MemberState>, Error> {
    let row = sqlx::query(
        "SELECT id, public_id, alias, state, joined_at, birthday, segment, opted_out, anniversary_due, birthday_due
         FROM members WHERE id = $1",
    )
    .bind(id)
    .fetch_optional(&mut *conn)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let mut member = read_member(&row)?;
    member.balances = holdings::load_balances(conn, id).await?;
    member.batches = holdings::load_batches(conn, id).await?;
    member.tier = load_tier(conn, id).await?;
    let badges = sqlx::query("SELECT badge, edition, earned_at FROM badges WHERE member_id = $1");
    for row in badges.bind(id).fetch_all(&mut *conn).await? {
        let held = HeldBadge {
            edition: row.try_get(1)?,
            earned_at: row.try_get(2)?,
        };
        member.badges.insert(row.try_get(0)?, held);
    }
    let series = sqlx::query_scalar("SELECT series FROM series_completions WHERE member_id = $1");
    member.completed_series = series
        .bind(id)
        .fetch_all(&mut *conn)
        .await?
        .into_iter()
        .collect();
    let progress: Option<String> =
        sqlx::query_scalar("SELECT body FROM progress WHERE member_id = $1")
            .bind(id)
            .fetch_optional(conn)
            .await?;
    if let Some(body) = progress {
        member.progress =
            serde_json::from_str(&body).map_err(|error| Error::corrupt("progress", error))?;
    }
    Ok(Some(member))
}

fn read_member(row: &SqliteRow) -> Result<MemberState, Error> {
    let public_id: String = row.try_get("public_id")?;
    let alias: String = row.try_get("alias")?;
    let mut member = MemberState::new(
        row.try_get("id")?,
        &public_id,
        &alias,
        row.try_get("joined_at")?,
    );
    member.status = read_status(row.try_get("state")?)?;
    member.birthday = row.try_get("birthday")?;
    member.segment = row.try_get("segment")?;
    member.opted_out = row.try_get::<i64, _>("opted_out")? != 0;
    member.anniversary_due = row.try_get("anniversary_due")?;
    member.birthday_due = row.try_get("birthday_due")?;
    Ok(member)
}

/// What a stored word says of whether a member takes part.
pub(super) fn read_status(word: &str) -> Result<MemberStatus, Error> {
    MemberStatus::parse(word).ok_or_else(|| Error::corrupt("member state", word))
}

async fn load_tier(conn: &mut SqliteConnection, id: i64) -> Result<Option<TierState>, Error> {
    let row = sqlx::query("SELECT tier, since, keep_until FROM tier_states WHERE member_id = $1")
        .bind(id)
        .fetch_optional(conn)
        .await?;
    let read = |row: SqliteRow| -> Result<_, sqlx::Error> {
        Ok(TierState {
            tier: row.try_get(0)?,
            since: row.try_get(1)?,
            keep_until: row.try_get(2)?,
        })
    };
    Ok(row.map(read).transpose()?)
}

/// Loads a member, lets `change` work on them under the engine, and saves the result;
/// `None` when there is no such member. The caller's transaction makes it one step: to
/// undo what a failed `change` did before it failed, drop the transaction.
///
/// # Errors
/// [`Error`] of the database.
pub async fn change<T>(
    conn: &mut SqliteConnection,
    programme: &Programme,
    id: i64,
    now: i64,
    change: impl FnOnce(&mut Change<'_>) -> T,
) -> Result<Option<T>, Error> {
    let Some(before) = load(conn, id).await? else {
        return Ok(None);
    };
    let sequences_before = sequences::load(conn).await?;
    let (mut after, mut sequences) = (before.clone(), sequences_before.clone());
    let mut running = Change::new(programme, &mut after, &mut sequences);
    let result = change(&mut running);
    let effects = running.effects;
    save(conn, programme, &before, &after, &effects, now).await?;
    sequences::save(conn, &sequences_before, &sequences).await?;
    Ok(Some(result))
}

/// Writes the difference between two states of a member, and the effects of the change.
///
/// # Errors
/// [`Error::Sql`].
pub async fn save(
    conn: &mut SqliteConnection,
    programme: &Programme,
    before: &MemberState,
    after: &MemberState,
    effects: &Effects,
    now: i64,
) -> Result<(), Error> {
    let id = after.id;
    for entry in &effects.ledger {
        ledger::append(conn, id, entry).await?;
    }
    holdings::save_batches(conn, id, &before.batches, &after.batches).await?;
    holdings::save_balances(conn, id, &before.balances, &after.balances).await?;
    save_tier(conn, before, after, effects).await?;
    save_badges(conn, after, effects).await?;
    if before.progress != after.progress {
        save_progress(conn, id, &after.progress).await?;
    }
    if (before.anniversary_due, before.birthday_due) != (after.anniversary_due, after.birthday_due)
    {
        sqlx::query("UPDATE members SET anniversary_due = $1, birthday_due = $2 WHERE id = $3")
            .bind(after.anniversary_due)
            .bind(after.birthday_due)
            .bind(id)
            .execute(&mut *conn)
            .await?;
    }
    for score in &effects.scores {
        boards::add_score(conn, programme, after, score, now).await?;
    }
    for topic in topics(before, after, effects) {
        hints::push(conn, Audience::Member(id), &topic, now).await?;
    }
    Ok(())
}

/// What shows the change: besides the engine's own topics, whatever else names balance, tier or score.
fn topics(before: &MemberState, after: &MemberState, effects: &Effects) -> BTreeSet<Topic> {
    let tier = |state: &MemberState| state.tier.as_ref().map(|one| one.tier.clone());
    let mut topics = effects.topics.clone();
    if before.balances != after.balances {
        topics.insert(Topic::Rewards);
    }
    if tier(before) != tier(after) {
        topics.extend([Topic::Me, Topic::Rewards]);
    }
    if !effects.scores.is_empty() {
        topics.insert(Topic::Leaderboards);
    }
    topics
}

async fn save_tier(
    conn: &mut SqliteConnection,
    before: &MemberState,
    after: &MemberState,
    effects: &Effects,
) -> Result<(), Error> {
    if let Some(tier) = after.tier.as_ref().filter(|_| before.tier != after.tier) {
        sqlx::query(
            "INSERT INTO tier_states (member_id, tier, since, keep_until) VALUES ($1, $2, $3, $4)
             ON CONFLICT (member_id) DO UPDATE SET tier = excluded.tier, since = excluded.since,
               keep_until = excluded.keep_until",
        )
        .bind(after.id)
        .bind(&tier.tier)
        .bind(tier.since)
        .bind(tier.keep_until)
        .execute(&mut *conn)
        .await?;
    }
    for change in &effects.tier_changes {
        sqlx::query("INSERT INTO tier_history (member_id, change, from_tier, to_tier, at) VALUES ($1, $2, $3, $4, $5)")
            .bind(after.id)
            .bind(change.kind.as_str())
            .bind(&change.from)
            .bind(&change.to)
            .bind(change.at)
            .execute(&mut *conn)
            .await?;
    }
    Ok(())
}

async fn save_badges(
    conn: &mut SqliteConnection,
    after: &MemberState,
    effects: &Effects,
) -> Result<(), Error> {
    for badge in &effects.badges {
        let Some(held) = after.badges.get(badge) else {
            continue;
        };
        sqlx::query(
            "INSERT INTO badges (member_id, badge, edition, earned_at) VALUES ($1, $2, $3, $4)",
        )
        .bind(after.id)
        .bind(badge)
        .bind(held.edition)
        .bind(held.earned_at)
        .execute(&mut *conn)
        .await?;
        meta::add_tally(conn, &format!("badge:{badge}"), 1).await?;
    }
    for (series, at) in &effects.series {
        sqlx::query(
            "INSERT INTO series_completions (member_id, series, completed_at) VALUES ($1, $2, $3)",
        )
        .bind(after.id)
        .bind(series)
        .bind(at)
        .execute(&mut *conn)
        .await?;
    }
    Ok(())
}

async fn save_progress(
    conn: &mut SqliteConnection,
    id: i64,
    progress: &Progress,
) -> Result<(), Error> {
    let body =
        serde_json::to_string(progress).map_err(|error| Error::corrupt("progress", error))?;
    sqlx::query(
        "INSERT INTO progress (member_id, body) VALUES ($1, $2)
         ON CONFLICT (member_id) DO UPDATE SET body = excluded.body",
    )
    .bind(id)
    .bind(body)
    .execute(conn)
    .await?;
    Ok(())
}

/// Enrols somebody: entry tier and welcome points included. Gives the surrogate key.
///
/// # Errors
/// [`Error::Sql`]; also when the public id is taken.
pub async fn enrol(
    conn: &mut SqliteConnection,
    programme: &Programme,
    new: &NewMember,
    now: i64,
) -> Result<i64, Error> {
    let id: i64 = sqlx::query_scalar(
        "INSERT INTO members (public_id, alias, state, joined_at, birthday, locale, segment, anniversary_due, birthday_due)
         VALUES ($1, $2, 'member', $3, $4, $5, $6, $7, $7) RETURNING id",
    )
    .bind(&new.public_id)
    .bind(&new.alias)
    .bind(now)
    .bind(new.birthday)
    .bind(&new.locale)
    .bind(&new.segment)
    .bind(NEVER)
    .fetch_one(&mut *conn)
    .await?;
    meta::add_tally(conn, "members", 1).await?;
    change(conn, programme, id, now, |change| change.enrol()).await?;
    Ok(id)
}
