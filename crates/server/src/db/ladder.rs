//! Members under whom the programme file has changed the ladder: its tiers, or whether they are for ever.

use sqlx::{QueryBuilder, Sqlite, SqliteConnection};

use super::{
    Db, Error, meta,
    savepoint::{Tried, try_change},
};
use crate::{
    engine::{Change, calendar::NEVER},
    programme::{Programme, TierWindow},
};

/// Members placed per transaction.
const BATCH: i64 = 100;

/// Under which name it is kept what ladder the members stand on.
const KEPT: &str = "ladder";

/// Finds a place for everybody whose tier the programme does not have, or has for ever no more; gives for
/// how many. Walks all members, once for each change of the ladder. Whoever cannot be placed is said in the
/// log.
///
/// # Errors
/// [`Error`] when the database as a whole fails; what was done stays, and the rest is done the next time.
pub async fn place_members(db: &Db, programme: &Programme, now: i64) -> Result<u64, Error> {
    let ladder = written(programme);
    let mut tx = db.begin().await?;
    if meta::get(&mut tx, KEPT).await?.as_ref() == Some(&ladder) {
        return Ok(0);
    }
    drop(tx);
    let (mut placed, mut last) = (0, 0);
    loop {
        let mut tx = db.begin().await?;
        let found = misplaced(&mut tx, programme, last).await?;
        let Some(newest) = found.last() else {
            meta::set(&mut tx, KEPT, &ladder).await?;
            tx.commit().await?;
            return Ok(placed);
        };
        last = *newest;
        for member in found {
            let place = |change: &mut Change<'_>| change.find_place(now);
            match try_change(&mut tx, programme, member, now, place).await? {
                Tried::Done => placed += 1,
                Tried::Failed(error) => {
                    tracing::error!(%error, member, "a member has no place on the changed ladder");
                }
            }
        }
        tx.commit().await?;
    }
}

/// What of a ladder decides whether members still stand on it.
fn written(programme: &Programme) -> String {
    let ids: Vec<&str> = programme
        .tiers
        .iter()
        .map(|tier| tier.id.as_str())
        .collect();
    let kind = if is_for_ever(programme) {
        "lifetime"
    } else {
        "decided"
    };
    format!("{kind} {}", ids.join(" "))
}

fn is_for_ever(programme: &Programme) -> bool {
    programme.tier_policy.window == TierWindow::Lifetime
}

/// Some of them, after member `last`.
async fn misplaced(
    conn: &mut SqliteConnection,
    programme: &Programme,
    last: i64,
) -> Result<Vec<i64>, Error> {
    let mut ids = programme.tiers.iter().map(|tier| tier.id.as_str());
    let Some(entry) = ids.next() else {
        return Ok(Vec::new());
    };
    let mut query: QueryBuilder<Sqlite> = QueryBuilder::new(
        "SELECT m.id FROM members AS m LEFT JOIN tier_states AS t ON t.member_id = m.id
         WHERE m.state IN ('member', 'suspended') AND m.id > ",
    );
    query.push_bind(last);
    query.push(" AND (t.tier IS NULL OR t.tier NOT IN (");
    query.push_bind(entry);
    for id in ids {
        query.push(", ").push_bind(id);
    }
    query.push(")");
    if !is_for_ever(programme) {
        query.push(" OR t.keep_until >= ").push_bind(NEVER);
        query.push(" AND t.tier <> ").push_bind(entry);
    }
    query.push(") ORDER BY m.id LIMIT ").push_bind(BATCH);
    Ok(query.build_query_scalar().fetch_all(conn).await?)
}
