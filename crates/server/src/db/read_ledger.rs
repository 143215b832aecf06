//! Reads a member's ledger page by page.

use std::collections::BTreeMap;

use palier_contract::ledger::LedgerKind;
use sqlx::{Connection as _, Row, SqliteConnection, sqlite::SqliteRow};

use super::{
    Error,
    running_balance::{Movement, RunningBalance},
};

/// What a page is filtered by; `None` is everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Currency id.
    pub currency: Option<String>,
    /// The contract's kind.
    pub kind: Option<String>,
    /// First instant within.
    pub from: Option<i64>,
    /// First instant after.
    pub to: Option<i64>,
}

/// One line with what its words rest on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerRow {
    /// Grows with each posting.
    pub id: i64,
    /// Currency id.
    pub currency: String,
    /// Signed.
    pub amount: i64,
    /// What moved the balance.
    pub kind: LedgerKind,
    /// When it happened.
    pub occurred_at: i64,
    /// When pending points open.
    pub available_at: Option<i64>,
    /// When what was earned lapses.
    pub expires_at: Option<i64>,
    /// Available and pending after it.
    pub balance_after: i64,
    /// How much of that was pending.
    pub pending_after: i64,
    /// Stable reason.
    pub reason: String,
    /// What `source_id` names.
    pub source_type: String,
    /// Id of what caused it.
    pub source_id: String,
    /// The event behind it.
    pub event_id: Option<String>,
    /// JSON: how the amount came about.
    pub detail: Option<String>,
    /// The entry it undoes, wholly or in part.
    pub reverses: Option<i64>,
    /// Whether a later entry undoes it, or the rest of it.
    pub is_reversed: bool,
    /// The reward, when the source is an order.
    pub reward: Option<String>,
}

/// Lines of a page, without their running balances. Parameters: member, id, currency, kind, from,
/// to, limit, instant.
pub const SQL_LINES: &str =
    "SELECT l.id, l.currency, l.amount, l.kind, l.occurred_at, l.available_at, l.expires_at,
       l.reason_code, l.source_type, l.source_id, l.event_id, l.detail, COALESCE(l.reverses, l.part_of),
       EXISTS (SELECT 1 FROM ledger AS b WHERE b.reverses = l.id),
       (SELECT r.reward FROM redemptions AS r
        WHERE l.source_type = 'redemption' AND r.id = l.source_id)
     FROM ledger AS l
     WHERE l.member_id = $1 AND (l.occurred_at, l.id) < ($8, $2)
       AND ($3 IS NULL OR l.currency = $3) AND ($4 IS NULL OR l.kind = $4)
       AND ($5 IS NULL OR l.occurred_at >= $5) AND ($6 IS NULL OR l.occurred_at < $6)
     ORDER BY l.occurred_at DESC, l.id DESC LIMIT $7";

/// What was held of each currency before a place. Parameters: member, instant, id.
pub const SQL_BEFORE: &str = "SELECT currency, SUM(amount) FROM ledger
     WHERE member_id = $1 AND (occurred_at, id) < ($2, $3) GROUP BY currency";

/// The movements from one place to another, and those before that were still pending there or
/// undid something. Parameters: member, instant and id of the first, instant and id of the last.
pub const SQL_BETWEEN: &str =
    "SELECT id, currency, amount, occurred_at, available_at, reverses, part_of FROM ledger
     WHERE member_id = $1 AND (occurred_at, id) <= ($4, $5)
       AND ((occurred_at, id) >= ($2, $3) OR available_at > $2 OR reverses IS NOT NULL
         OR part_of IS NOT NULL)
     ORDER BY occurred_at, id";

/// A page, newest first by when things happened, of entries before `(instant, id)`.
///
/// What is told late takes its place among what happened, and the running balance with it: the
/// sum of what had happened by then, whatever the order in which it became known. The history is
/// summed up once for a page, at its oldest line, and added to from there on.
///
/// # Errors
/// The database's.
pub async fn page(
    conn: &mut SqliteConnection,
    member: i64,
    filter: &Filter,
    (instant, id): (i64, i64),
    limit: i64,
) -> Result<Vec<LedgerRow>, Error> {
    // One state of the books for all the questions.
    let mut books = conn.begin().await?;
    let rows = sqlx::query(SQL_LINES)
        .bind(member)
        .bind(id)
        .bind(&filter.currency)
        .bind(&filter.kind)
        .bind(filter.from)
        .bind(filter.to)
        .bind(limit)
        .bind(instant)
        .fetch_all(&mut *books)
        .await?;
    let mut lines: Vec<LedgerRow> = rows.iter().map(read).collect::<Result<_, _>>()?;
    balance(&mut books, member, &mut lines).await?;
    Ok(lines)
}

/// Gives each line of a page, newest first, what was held after it.
async fn balance(
    conn: &mut SqliteConnection,
    member: i64,
    lines: &mut [LedgerRow],
) -> Result<(), Error> {
    let (Some(last), Some(first)) = (lines.first(), lines.last()) else {
        return Ok(());
    };
    let (from, to) = ((first.occurred_at, first.id), (last.occurred_at, last.id));
    let held: Vec<(String, i64)> = sqlx::query_as(SQL_BEFORE)
        .bind(member)
        .bind(from.0)
        .bind(from.1)
        .fetch_all(&mut *conn)
        .await?;
    let movements = sqlx::query(SQL_BETWEEN)
        .bind(member)
        .bind(from.0)
        .bind(from.1)
        .bind(to.0)
        .bind(to.1)
        .fetch_all(conn)
        .await?;
    let mut wanted: BTreeMap<i64, &mut LedgerRow> =
        lines.iter_mut().map(|line| (line.id, line)).collect();
    let mut running = RunningBalance::new(held, from);
    for row in &movements {
        let movement = read_movement(row)?;
        running.take(&movement);
        if let Some(line) = wanted.get_mut(&movement.id) {
            (line.balance_after, line.pending_after) = running.after(&movement);
        }
    }
    Ok(())
}

fn read_movement(row: &SqliteRow) -> Result<Movement, sqlx::Error> {
    Ok(Movement {
        id: row.try_get(0)?,
        currency: row.try_get(1)?,
        amount: row.try_get(2)?,
        occurred_at: row.try_get(3)?,
        available_at: row.try_get(4)?,
        reverses: row.try_get(5)?,
        part_of: row.try_get(6)?,
    })
}

fn read(row: &SqliteRow) -> Result<LedgerRow, sqlx::Error> {
    Ok(LedgerRow {
        id: row.try_get(0)?,
        currency: row.try_get(1)?,
        amount: row.try_get(2)?,
        kind: LedgerKind::from(row.try_get::<&str, _>(3)?),
        occurred_at: row.try_get(4)?,
        available_at: row.try_get(5)?,
        expires_at: row.try_get(6)?,
        balance_after: 0,
        pending_after: 0,
        reason: row.try_get(7)?,
        source_type: row.try_get(8)?,
        source_id: row.try_get(9)?,
        event_id: row.try_get(10)?,
        detail: row.try_get(11)?,
        reverses: row.try_get(12)?,
        is_reversed: row.try_get::<i64, _>(13)? != 0,
        reward: row.try_get(14)?,
    })
}
