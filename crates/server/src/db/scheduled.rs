//! What time brings, done in small transactions by a ticker: points open and expire,
//! codes lapse, tiers are evaluated, occasions celebrated, leaderboards frozen and closed. Every duty
//! looks at what is due, so a missed tick or a stopped server only delays it.

use std::collections::BTreeSet;

use palier_contract::{redemption::RedemptionState, stream::Topic};
use sqlx::SqliteConnection;

use super::{
    Db, Error, boards,
    hints::{self, Audience},
    idempotency, orders, quotes,
    savepoint::{Tried, try_change},
};
use crate::{
    engine::{Change, calendar},
    programme::Programme,
};

/// Members settled per transaction: short enough not to keep a redemption waiting.
const BATCH: i64 = 100;

/// Hints are kept this long for streams that resume.
const HINTS_KEPT_MS: i64 = 24 * 3600 * 1000;

/// Quotes are kept this long after they lapsed. Nobody can use them then; a day leaves them for
/// whoever looks into what a member was promised.
const QUOTES_KEPT_MS: i64 = 24 * 3600 * 1000;

/// What a round of duties did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Done {
    /// Members for whom time brought something.
    pub members: u64,
    /// Leaderboard periods closed.
    pub closed: u64,
    /// Leaderboard snapshots taken.
    pub snapshots: u64,
}

/// Does everything that is due at `now`. A duty that fails keeps none of the others from
/// being tried.
///
/// # Errors
/// The first duty's [`Error`]; what the others did stays done.
pub async fn run(db: &Db, programme: &Programme, now: i64) -> Result<Done, Error> {
    let members = settle_due(db, programme, now).await;
    let closed = close_boards(db, programme, now).await;
    let owed = pay_owed_prizes(db, programme, now).await;
    let dropped = drop_old_boards(db).await;
    let snapshots = take_snapshots(db, programme, now).await;
    let lapsed = let_codes_lapse(db, now).await;
    let is_new = [&closed, &snapshots].map(|count| matches!(count, Ok(1..)));
    let told = tell_boards(db, is_new.contains(&true), now).await;
    let forgotten = forget(db, now).await;
    let done = Done {
        members: members?,
        closed: closed?,
        snapshots: snapshots?,
    };
    owed.and(dropped)
        .and(lapsed)
        .and(told)
        .and(forgotten)
        .map(|()| done)
}

async fn close_boards(db: &Db, programme: &Programme, now: i64) -> Result<u64, Error> {
    let mut count = 0;
    loop {
        let mut tx = db.begin().await?;
        let closed = boards::close_due(&mut tx, programme, now).await?;
        tx.commit().await?;
        if !closed {
            return Ok(count);
        }
        count += 1;
    }
}

async fn pay_owed_prizes(db: &Db, programme: &Programme, now: i64) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    boards::pay_owed(&mut tx, programme, now).await?;
    tx.commit().await?;
    Ok(())
}

/// Has everybody read the leaderboards again, when they show something else than at the last round.
async fn tell_boards(db: &Db, is_new: bool, now: i64) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    if !hints::spread_boards(&mut tx, now).await? && is_new {
        hints::push(&mut tx, Audience::Everybody, &Topic::Leaderboards, now).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Orders whose code lapsed unused, some at a time.
async fn let_codes_lapse(db: &Db, now: i64) -> Result<(), Error> {
    loop {
        let mut tx = db.begin().await?;
        let due = orders::lapsed(&mut tx, now, BATCH).await?;
        if due.is_empty() {
            return Ok(());
        }
        for (order, member, at) in due {
            orders::advance(&mut tx, &order, &RedemptionState::Expired, at, None).await?;
            hints::push(&mut tx, Audience::Member(member), &Topic::Redemptions, now).await?;
        }
        tx.commit().await?;
    }
}

/// Hints, answers and quotes that nobody will ask for again.
async fn forget(db: &Db, now: i64) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    hints::prune(&mut tx, now - HINTS_KEPT_MS).await?;
    idempotency::prune(&mut tx, now - idempotency::KEPT_SECONDS * 1000).await?;
    quotes::prune(&mut tx, now - QUOTES_KEPT_MS).await?;
    tx.commit().await?;
    Ok(())
}

/// Settles everybody who is due. A member whose rows cannot be worked with is said in the log and
/// left as they are; the others do not wait for them.
async fn settle_due(db: &Db, programme: &Programme, now: i64) -> Result<u64, Error> {
    let mut settled = 0;
    let mut failed = BTreeSet::new();
    loop {
        let mut tx = db.begin().await?;
        // As many more as have failed: those stay due, and must not fill the whole batch.
        let limit = BATCH + i64::try_from(failed.len()).unwrap_or(BATCH);
        let mut due = due_members(&mut tx, now, limit).await?;
        due.retain(|member| !failed.contains(member));
        if due.is_empty() {
            return Ok(settled);
        }
        for member in due {
            let settle = |change: &mut Change<'_>| change.settle(now);
            match try_change(&mut tx, programme, member, now, settle).await? {
                Tried::Done => settled += 1,
                Tried::Failed(error) => {
                    tracing::error!(%error, member, "a member could not be settled");
                    failed.insert(member);
                }
            }
        }
        tx.commit().await?;
    }
}

/// Members to whom time brings something by `$1`, `$2` at the most. One index seek per kind of due date; the
/// plus keeps SQLite from walking all batches there are by member, as it would for `DISTINCT` with a
/// limit that it does not know yet.
const DUE_MEMBERS: &str = "
    SELECT member_id FROM (
      SELECT * FROM (SELECT DISTINCT +member_id AS member_id FROM batches WHERE remaining > 0 AND expires_at <= $1 LIMIT $2) AS a
      UNION SELECT * FROM (SELECT DISTINCT +member_id FROM batches WHERE available_at > 0 AND available_at <= $1 LIMIT $2) AS b
      UNION SELECT * FROM (SELECT member_id FROM tier_states WHERE keep_until <= $1 LIMIT $2) AS c
      UNION SELECT * FROM (SELECT id AS member_id FROM members WHERE birthday_due <= $1 LIMIT $2) AS d
      UNION SELECT * FROM (SELECT id AS member_id FROM members WHERE anniversary_due <= $1 LIMIT $2) AS e
    ) AS due LIMIT $2";

async fn due_members(conn: &mut SqliteConnection, now: i64, limit: i64) -> Result<Vec<i64>, Error> {
    let due = sqlx::query_scalar(DUE_MEMBERS);
    Ok(due.bind(now).bind(limit).fetch_all(conn).await?)
}

async fn drop_old_boards(db: &Db) -> Result<(), Error> {
    loop {
        let mut tx = db.begin().await?;
        let more = boards::drop_some(&mut tx).await?;
        tx.commit().await?;
        if !more {
            return Ok(());
        }
    }
}

/// Freezes each live period once a day, at the first tick after local midnight.
async fn take_snapshots(db: &Db, programme: &Programme, now: i64) -> Result<u64, Error> {
    let zone = &programme.time_zone;
    let today = calendar::start_of_day(zone, calendar::date(zone, now));
    let mut taken = 0;
    let mut tx = db.begin().await?;
    for period in boards::due_for_snapshot(&mut tx, today).await? {
        boards::snapshot(&mut tx, period, now).await?;
        taken += 1;
    }
    tx.commit().await?;
    Ok(taken)
}

#[cfg(test)]
mod tests {
    use super::DUE_MEMBERS;
    use crate::db::tests::Scratch;

    /// The duties look every few seconds, with the writer in hand.
    #[tokio::test]
    async fn who_is_due_is_found_without_walking_everybody() {
        let scratch = Scratch::new("due").await;
        let steps = scratch.query_plan(DUE_MEMBERS, &[5, 100]).await;
        let walks = |step: &&String| {
            let mut all = ["batches", "members", "tier_states"].iter();
            all.any(|table| step.starts_with(&format!("SCAN {table}")))
        };
        assert_eq!(steps.iter().find(walks), None, "{steps:#?}");
    }
}
