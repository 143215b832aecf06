//! Writes many members at once: the same rows as [`super::members::save`], in large inserts.
//!
//! Only for filling an empty programme (demos, load tests): the engine has already run in memory,
//! and its results are written by cohort, in one transaction each.

mod cohort;
mod indexes;

use std::collections::BTreeMap;

use sqlx::{QueryBuilder, Sqlite, SqliteConnection, query_builder::Separated};

pub use cohort::{AppliedEvent, Cohort, PeriodScores, PlacedOrder, ScoreRow};
pub use indexes::{drop_indexes, make_indexes};

use super::{Error, boards, events, ledger, meta, orders};
use crate::engine::{Effects, MemberState};

/// Rows per statement; a multiple of anything would do, this keeps a statement below
/// SQLite's 32 766 parameters with the widest table.
const ROWS: usize = 400;

/// Writes a cohort. `snapshot_at` is when leaderboard movement is counted from.
///
/// # Errors
/// [`Error::Sql`]; the caller drops the transaction.
pub async fn write(
    conn: &mut SqliteConnection,
    cohort: &Cohort,
    snapshot_at: i64,
    now: i64,
) -> Result<(), Error> {
    write_members(conn, &cohort.members).await?;
    write_holdings(conn, &cohort.members).await?;
    write_recognition(conn, cohort).await?;
    write_ledger(conn, &cohort.effects).await?;
    write_events(conn, &cohort.events, now).await?;
    for placed in &cohort.orders {
        write_order(conn, placed).await?;
    }
    for period in &cohort.boards {
        write_scores(conn, period, &cohort.members, snapshot_at).await?;
    }
    write_tallies(conn, cohort).await
}

/// Counts every board anew; once, after the last cohort.
///
/// # Errors
/// [`Error::Sql`].
pub async fn count_boards(conn: &mut SqliteConnection) -> Result<(), Error> {
    let periods: Vec<i64> = sqlx::query_scalar("SELECT id FROM board_periods")
        .fetch_all(&mut *conn)
        .await?;
    for period in periods {
        boards::rebuild(conn, period).await?;
    }
    Ok(())
}

type Row<'r, 'q> = Separated<'r, Sqlite, &'q str>;

/// Inserts rows with few, long statements.
async fn insert<T>(
    conn: &mut SqliteConnection,
    head: &'static str,
    rows: impl Iterator<Item = T>,
    bind: impl Fn(&mut Row<'_, '_>, T),
) -> Result<(), Error> {
    let mut rows = rows.peekable();
    while rows.peek().is_some() {
        let mut statement: QueryBuilder<Sqlite> = QueryBuilder::new(head);
        statement.push_values(rows.by_ref().take(ROWS), |mut row, item| {
            bind(&mut row, item)
        });
        statement.build().execute(&mut *conn).await?;
    }
    Ok(())
}

async fn write_members(conn: &mut SqliteConnection, members: &[MemberState]) -> Result<(), Error> {
    let head =
        "INSERT INTO members (id, public_id, alias, state, joined_at, birthday, segment, opted_out,
        anniversary_due, birthday_due) ";
    insert(conn, head, members.iter(), |row, member| {
        row.push_bind(member.id)
            .push_bind(member.public_id.clone())
            .push_bind(member.alias.clone())
            .push_bind(member.status.as_str())
            .push_bind(member.joined_at)
            .push_bind(member.birthday)
            .push_bind(member.segment.clone())
            .push_bind(i64::from(member.opted_out))
            .push_bind(member.anniversary_due)
            .push_bind(member.birthday_due);
    })
    .await?;
    let bodies = members.iter().map(|member| {
        let body = serde_json::to_string(&member.progress)
            .map_err(|error| Error::corrupt("progress", error))?;
        Ok((member.id, body))
    });
    let bodies = bodies.collect::<Result<Vec<_>, Error>>()?;
    insert(
        conn,
        "INSERT INTO progress (member_id, body) ",
        bodies.into_iter(),
        |row, (id, body)| {
            row.push_bind(id).push_bind(body);
        },
    )
    .await
}

async fn write_holdings(conn: &mut SqliteConnection, members: &[MemberState]) -> Result<(), Error> {
    let balances = members.iter().flat_map(|member| {
        member
            .balances
            .iter()
            .map(|(currency, held)| (member.id, currency, held))
    });
    let head = "INSERT INTO balances (member_id, currency, available, pending, reserved, earned, spent, expired) ";
    insert(conn, head, balances, |row, (id, currency, held)| {
        row.push_bind(id)
            .push_bind(currency.clone())
            .push_bind(held.available)
            .push_bind(held.pending)
            .push_bind(held.reserved)
            .push_bind(held.earned)
            .push_bind(held.spent)
            .push_bind(held.expired);
    })
    .await?;
    let batches = members.iter().flat_map(|member| {
        member
            .batches
            .iter()
            .map(|(key, batch)| (member.id, key, batch))
    });
    let head =
        "INSERT INTO batches (member_id, currency, available_at, expires_at, earned, remaining) ";
    insert(conn, head, batches, |row, (id, key, batch)| {
        row.push_bind(id)
            .push_bind(key.currency.clone())
            .push_bind(key.available_at)
            .push_bind(key.expires_at)
            .push_bind(batch.earned)
            .push_bind(batch.remaining);
    })
    .await
}

/// Tiers, badges, completed series.
async fn write_recognition(conn: &mut SqliteConnection, cohort: &Cohort) -> Result<(), Error> {
    let tiers = cohort
        .members
        .iter()
        .filter_map(|member| member.tier.as_ref().map(|tier| (member.id, tier)));
    insert(
        conn,
        "INSERT INTO tier_states (member_id, tier, since, keep_until) ",
        tiers,
        |row, (id, tier)| {
            row.push_bind(id)
                .push_bind(tier.tier.clone())
                .push_bind(tier.since)
                .push_bind(tier.keep_until);
        },
    )
    .await?;
    let changes = cohort
        .effects
        .iter()
        .flat_map(|(id, effects)| effects.tier_changes.iter().map(move |change| (*id, change)));
    let head = "INSERT INTO tier_history (member_id, change, from_tier, to_tier, at) ";
    insert(conn, head, changes, |row, (id, change)| {
        row.push_bind(id)
            .push_bind(change.kind.as_str())
            .push_bind(change.from.clone())
            .push_bind(change.to.clone())
            .push_bind(change.at);
    })
    .await?;
    let badges = cohort.members.iter().flat_map(|member| {
        member
            .badges
            .iter()
            .map(|(badge, held)| (member.id, badge, held))
    });
    insert(
        conn,
        "INSERT INTO badges (member_id, badge, edition, earned_at) ",
        badges,
        |row, (id, badge, held)| {
            row.push_bind(id)
                .push_bind(badge.clone())
                .push_bind(held.edition)
                .push_bind(held.earned_at);
        },
    )
    .await?;
    let series = cohort
        .effects
        .iter()
        .flat_map(|(id, effects)| effects.series.iter().map(move |done| (*id, done)));
    let head = "INSERT INTO series_completions (member_id, series, completed_at) ";
    insert(conn, head, series, |row, (id, (series, at))| {
        row.push_bind(id).push_bind(series.clone()).push_bind(*at);
    })
    .await
}

async fn write_ledger(
    conn: &mut SqliteConnection,
    effects: &[(i64, Effects)],
) -> Result<(), Error> {
    let entries = effects
        .iter()
        .flat_map(|(id, effects)| effects.ledger.iter().map(move |entry| (*id, entry)));
    let rows = entries.map(|(id, entry)| Ok((id, entry, ledger::detail(entry)?)));
    let rows = rows.collect::<Result<Vec<_>, Error>>()?;
    let head = "INSERT INTO ledger (id, member_id, currency, amount, kind, occurred_at, available_at, expires_at,
        balance_after, reason_code, source_type, source_id, event_id, detail, reverses, part_of) ";
    insert(conn, head, rows.into_iter(), |row, (id, entry, detail)| {
        row.push_bind(entry.id)
            .push_bind(id)
            .push_bind(entry.currency.clone())
            .push_bind(entry.amount)
            .push_bind(entry.kind.as_str())
            .push_bind(entry.occurred_at)
            .push_bind(entry.available_at)
            .push_bind(entry.expires_at)
            .push_bind(entry.balance_after)
            .push_bind(entry.source.reason.as_str())
            .push_bind(entry.source.reason.source_kind())
            .push_bind(entry.source.id.clone())
            .push_bind(entry.event_id.clone())
            .push_bind(detail)
            .push_bind(entry.reverses)
            .push_bind(entry.part_of);
    })
    .await
}

async fn write_events(
    conn: &mut SqliteConnection,
    applied: &[AppliedEvent],
    now: i64,
) -> Result<(), Error> {
    let rows = applied.iter().map(|one| {
        let outcome = serde_json::to_string(&one.outcome)
            .map_err(|error| Error::corrupt("event outcome", error))?;
        Ok((one, events::fingerprint(&one.event)?, outcome))
    });
    let rows = rows.collect::<Result<Vec<_>, Error>>()?;
    let head = "INSERT INTO events (id, member_id, kind, occurred_at, received_at, fingerprint, outcome, amount, reverses) ";
    insert(
        conn,
        head,
        rows.into_iter(),
        |row, (one, print, outcome)| {
            row.push_bind(one.event.id.clone())
                .push_bind(one.member)
                .push_bind(one.event.kind.clone())
                .push_bind(one.event.occurred_at)
                .push_bind(now)
                .push_bind(print)
                .push_bind(outcome)
                .push_bind(one.event.amount.unwrap_or(0))
                .push_bind(one.event.reverses.clone());
        },
    )
    .await
}

async fn write_order(conn: &mut SqliteConnection, placed: &PlacedOrder) -> Result<(), Error> {
    let mut states = placed.states.iter();
    let Some((first, _)) = states.next() else {
        return Ok(());
    };
    orders::create(conn, &placed.order, first, &placed.paid).await?;
    // Before the states that make it void.
    if let Some(code) = &placed.code {
        orders::add_code(conn, &placed.order.id, code).await?;
    }
    for (state, at) in states {
        orders::advance(conn, &placed.order.id, state, *at, None).await?;
    }
    if let Some(tracking) = &placed.tracking {
        orders::set_tracking(conn, &placed.order.id, tracking).await?;
    }
    Ok(())
}

async fn write_scores(
    conn: &mut SqliteConnection,
    scores: &PeriodScores,
    members: &[MemberState],
    snapshot_at: i64,
) -> Result<(), Error> {
    let Some(row) = boards::open(conn, &scores.board, &scores.period, snapshot_at).await? else {
        return Ok(());
    };
    sqlx::query(
        "UPDATE board_periods SET state = $1, snapshot = 1, snapshot_at = $2 WHERE id = $3",
    )
    .bind(if scores.is_final { "final" } else { "live" })
    .bind(snapshot_at)
    .bind(row.id)
    .execute(&mut *conn)
    .await?;
    let head = "INSERT INTO board_scores (period_id, member_id, score, tiebreak, listed, snapshot, snapshot_score) ";
    let scored = members
        .iter()
        .filter_map(|member| Some((member, scores.scores.get(&member.id)?)));
    insert(conn, head, scored, |line, (member, score)| {
        line.push_bind(row.id)
            .push_bind(member.id)
            .push_bind(score.score)
            .push_bind(-score.reached_at)
            .push_bind(i64::from(member.is_listed()))
            .push_bind(1_i64)
            .push_bind(score.then);
    })
    .await
}

async fn write_tallies(conn: &mut SqliteConnection, cohort: &Cohort) -> Result<(), Error> {
    let mut holders: BTreeMap<&str, i64> = BTreeMap::new();
    for badge in cohort
        .members
        .iter()
        .flat_map(|member| member.badges.keys())
    {
        *holders.entry(badge).or_default() += 1;
    }
    meta::add_tally(
        conn,
        "members",
        i64::try_from(cohort.members.len()).unwrap_or(i64::MAX),
    )
    .await?;
    for (badge, count) in holders {
        meta::add_tally(conn, &format!("badge:{badge}"), count).await?;
    }
    Ok(())
}
