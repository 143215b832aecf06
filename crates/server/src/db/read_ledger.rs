//! Reads a member's ledger page by page.

use sqlx::{Row, SqliteConnection, sqlite::SqliteRow};

use super::Error;

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
    /// Grows with time.
    pub id: i64,
    /// Currency id.
    pub currency: String,
    /// Signed.
    pub amount: i64,
    /// The contract's kind.
    pub kind: String,
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
    /// The entry it undoes.
    pub reverses: Option<i64>,
    /// Whether a later entry undoes it.
    pub is_reversed: bool,
    /// The reward, when the source is an order.
    pub reward: Option<String>,
}

/// A page, newest first, of entries before `before`.
///
/// # Errors
/// The database's.
pub async fn page(
    conn: &mut SqliteConnection,
    member: i64,
    filter: &Filter,
    before: i64,
    limit: i64,
) -> Result<Vec<LedgerRow>, Error> {
    let rows = sqlx::query(
        "SELECT l.id, l.currency, l.amount, l.kind, l.occurred_at, l.available_at, l.expires_at,
           l.balance_after,
           (SELECT COALESCE(SUM(p.amount), 0) FROM ledger AS p
            WHERE p.member_id = l.member_id AND p.currency = l.currency AND p.id <= l.id
              AND p.available_at > l.occurred_at
              AND NOT EXISTS (SELECT 1 FROM ledger AS b WHERE b.reverses = p.id AND b.id <= l.id)),
           l.reason_code, l.source_type, l.source_id, l.event_id, l.detail, l.reverses,
           EXISTS (SELECT 1 FROM ledger AS b WHERE b.reverses = l.id),
           (SELECT r.reward FROM redemptions AS r
            WHERE l.source_type = 'redemption' AND r.id = l.source_id)
         FROM ledger AS l
         WHERE l.member_id = $1 AND l.id < $2
           AND ($3 IS NULL OR l.currency = $3) AND ($4 IS NULL OR l.kind = $4)
           AND ($5 IS NULL OR l.occurred_at >= $5) AND ($6 IS NULL OR l.occurred_at < $6)
         ORDER BY l.id DESC LIMIT $7",
    )
    .bind(member)
    .bind(before)
    .bind(&filter.currency)
    .bind(&filter.kind)
    .bind(filter.from)
    .bind(filter.to)
    .bind(limit)
    .fetch_all(conn)
    .await?;
    Ok(rows.iter().map(read).collect::<Result<_, _>>()?)
}

fn read(row: &SqliteRow) -> Result<LedgerRow, sqlx::Error> {
    Ok(LedgerRow {
        id: row.try_get(0)?,
        currency: row.try_get(1)?,
        amount: row.try_get(2)?,
        kind: row.try_get(3)?,
        occurred_at: row.try_get(4)?,
        available_at: row.try_get(5)?,
        expires_at: row.try_get(6)?,
        balance_after: row.try_get(7)?,
        pending_after: row.try_get(8)?,
        reason: row.try_get(9)?,
        source_type: row.try_get(10)?,
        source_id: row.try_get(11)?,
        event_id: row.try_get(12)?,
        detail: row.try_get(13)?,
        reverses: row.try_get(14)?,
        is_reversed: row.try_get::<i64, _>(15)? != 0,
        reward: row.try_get(16)?,
    })
}
