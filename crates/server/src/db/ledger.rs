//! The ledger: written once, never changed.

use sqlx::{Row, SqliteConnection};

use super::Error;
use crate::engine::{Earned, EntryKind, LedgerEntry, Reason, Source};

/// Appends an entry to a member's ledger.
///
/// # Errors
/// [`Error::Sql`]; also when the entry it reverses is reversed already.
pub async fn append(
    conn: &mut SqliteConnection,
    member: i64,
    entry: &LedgerEntry,
) -> Result<(), Error> {
    sqlx::query(
        "INSERT INTO ledger (id, member_id, currency, amount, kind, occurred_at, available_at, expires_at,
           balance_after, reason_code, source_type, source_id, event_id, detail, reverses, part_of)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
    )
    .bind(entry.id)
    .bind(member)
    .bind(&entry.currency)
    .bind(entry.amount)
    .bind(entry.kind.as_str())
    .bind(entry.occurred_at)
    .bind(entry.available_at)
    .bind(entry.expires_at)
    .bind(entry.balance_after)
    .bind(entry.source.reason.as_str())
    .bind(entry.source.reason.source_kind())
    .bind(&entry.source.id)
    .bind(&entry.event_id)
    .bind(detail(entry)?)
    .bind(entry.reverses)
    .bind(entry.part_of)
    .execute(conn)
    .await?;
    Ok(())
}

/// The stored form of an entry's calculation; `None` when there is nothing to tell.
pub(super) fn detail(entry: &LedgerEntry) -> Result<Option<String>, Error> {
    if entry.steps.is_empty() {
        return Ok(None);
    }
    serde_json::to_string(&entry.steps)
        .map(Some)
        .map_err(|error| Error::corrupt("ledger detail", error))
}

/// What rules paid for a member's event and nothing has taken back wholly yet. What badges paid
/// stays: the badge stays too.
///
/// # Errors
/// [`Error::Sql`].
pub async fn earned_by_event(
    conn: &mut SqliteConnection,
    member: i64,
    event_id: &str,
) -> Result<Vec<Earned>, Error> {
    let rows = sqlx::query(
        "SELECT id, currency, amount, occurred_at, available_at, expires_at, balance_after,
           (SELECT COALESCE(-SUM(gone.amount), 0) FROM ledger AS gone
            WHERE gone.member_id = earned.member_id AND gone.currency = earned.currency
              AND gone.kind = 'expire'
              AND COALESCE(gone.expires_at, gone.occurred_at) = earned.expires_at),
           (SELECT COALESCE(-SUM(part.amount), 0) FROM ledger AS part WHERE part.part_of = earned.id),
           source_id
         FROM ledger AS earned
         WHERE member_id = $1 AND event_id = $2 AND kind = 'earn' AND source_type = 'rule'
           AND NOT EXISTS (SELECT 1 FROM ledger AS back WHERE back.reverses = earned.id)
         ORDER BY id",
    )
    .bind(member)
    .bind(event_id)
    .fetch_all(conn)
    .await?;
    let read = |row: sqlx::sqlite::SqliteRow| -> Result<_, sqlx::Error> {
        let rule: &str = row.try_get(9)?;
        let entry = LedgerEntry {
            id: row.try_get(0)?,
            currency: row.try_get(1)?,
            amount: row.try_get(2)?,
            kind: EntryKind::Earn,
            occurred_at: row.try_get(3)?,
            available_at: row.try_get(4)?,
            expires_at: row.try_get(5)?,
            balance_after: row.try_get(6)?,
            source: Source::new(Reason::Rule, rule),
            event_id: Some(event_id.to_owned()),
            steps: Vec::new(),
            reverses: None,
            part_of: None,
        };
        Ok(Earned {
            entry,
            lapsed: row.try_get(7)?,
            taken: row.try_get(8)?,
        })
    };
    Ok(rows.into_iter().map(read).collect::<Result<_, _>>()?)
}
