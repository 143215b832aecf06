//! `POST /v1/events`: what the brand's systems report, each id once.

use sqlx::{Row, SqliteConnection};

use super::{Error, ledger, members};
use crate::{
    engine::{Event, Outcome, Refusal, TakenBack},
    programme::Programme,
};

/// An accepted event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ingested {
    /// What it brought.
    pub outcome: Outcome,
    /// Surrogate key of the member, for live hints.
    pub member_id: i64,
    /// The event had been accepted before; nothing was changed now.
    pub replayed: bool,
}

/// Why an event was not accepted.
#[derive(Debug, thiserror::Error)]
pub enum IngestError {
    /// The rules refuse it; nothing was written if the transaction is dropped.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] Error),
}

impl From<sqlx::Error> for IngestError {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(error.into())
    }
}

/// Applies an event with all its consequences, within the caller's write transaction. A
/// repeated id with equal content gives the first answer again.
///
/// # Errors
/// [`IngestError::Refused`] with the exact reason; the caller drops the transaction.
pub async fn ingest(
    conn: &mut SqliteConnection,
    programme: &Programme,
    event: &Event,
    now: i64,
) -> Result<Ingested, IngestError> {
    let print = fingerprint(event)?;
    if let Some(first) = earlier(conn, &event.id, print).await? {
        return Ok(first);
    }
    let unknown = || Refusal::UnknownMember(event.member.clone());
    let id = members::find(conn, &event.member)
        .await?
        .ok_or_else(unknown)?;
    let taken_back = match &event.reverses {
        None => TakenBack::default(),
        Some(original) => taken_back(conn, id, original, event.amount)
            .await?
            .ok_or_else(|| Refusal::NotReversible(original.clone()))?,
    };
    let applied = members::change(conn, programme, id, now, |change| {
        change.apply(event, &taken_back, now)
    })
    .await?;
    let outcome = applied.ok_or_else(unknown)??;
    // A return keeps the money that it took.
    let money = match &event.reverses {
        Some(_) => taken_back.money(event.amount),
        None => event.amount.unwrap_or(0),
    };
    let accepted = Accepted {
        member: id,
        event,
        money,
        fingerprint: print,
        outcome: &outcome,
        received_at: now,
    };
    store(conn, &accepted).await?;
    Ok(Ingested {
        outcome,
        member_id: id,
        replayed: false,
    })
}

async fn earlier(
    conn: &mut SqliteConnection,
    id: &str,
    print: i64,
) -> Result<Option<Ingested>, IngestError> {
    let row = sqlx::query("SELECT member_id, fingerprint, outcome FROM events WHERE id = $1")
        .bind(id)
        .fetch_optional(conn)
        .await?;
    let Some(row) = row else { return Ok(None) };
    if row.try_get::<i64, _>(1)? != print {
        return Err(Refusal::IdReused(id.to_owned()).into());
    }
    let outcome = serde_json::from_str(row.try_get::<&str, _>(2)?)
        .map_err(|error| Error::corrupt("event outcome", error))?;
    Ok(Some(Ingested {
        outcome,
        member_id: row.try_get(0)?,
        replayed: true,
    }))
}

/// What a member's event counted for; `None` when there is no such event, when it was taken back
/// wholly already, or takes back another itself. `amount` stands in for the money of events accepted
/// before that was kept.
async fn taken_back(
    conn: &mut SqliteConnection,
    member: i64,
    event: &str,
    amount: Option<i64>,
) -> Result<Option<TakenBack>, Error> {
    let found: Option<(i64, Option<i64>, i64, i64)> = sqlx::query_as(
        "SELECT original.occurred_at, original.amount, COUNT(back.id), COALESCE(SUM(back.amount), 0)
         FROM events AS original LEFT JOIN events AS back ON back.reverses = original.id
         WHERE original.id = $1 AND original.member_id = $2 AND original.reverses IS NULL
         GROUP BY original.id",
    )
    .bind(event)
    .bind(member)
    .fetch_optional(&mut *conn)
    .await?;
    let Some((occurred_at, kept, returns, before)) = found else {
        return Ok(None);
    };
    // Nobody knows parts of what was not kept: it went back at once.
    if returns > 0 && kept.is_none_or(|whole| before >= whole) {
        return Ok(None);
    }
    let whole = kept.or(amount).unwrap_or(0);
    Ok(Some(TakenBack {
        earned: ledger::earned_by_event(conn, member, event).await?,
        amount: whole,
        before,
        occurred_at,
    }))
}

/// An event as it is stored.
struct Accepted<'a> {
    /// Surrogate key.
    member: i64,
    event: &'a Event,
    /// What of its amount counted.
    money: i64,
    fingerprint: i64,
    outcome: &'a Outcome,
    received_at: i64,
}

async fn store(conn: &mut SqliteConnection, accepted: &Accepted<'_>) -> Result<(), Error> {
    let event = accepted.event;
    let outcome = serde_json::to_string(accepted.outcome)
        .map_err(|error| Error::corrupt("event outcome", error))?;
    sqlx::query(
        "INSERT INTO events (id, member_id, kind, occurred_at, received_at, fingerprint, outcome,
           amount, reverses)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(&event.id)
    .bind(accepted.member)
    .bind(&event.kind)
    .bind(event.occurred_at)
    .bind(accepted.received_at)
    .bind(accepted.fingerprint)
    .bind(outcome)
    .bind(accepted.money)
    .bind(&event.reverses)
    .execute(conn)
    .await?;
    Ok(())
}

/// A 64-bit FNV-1a hash of the event's content: it guards against mistakes of the
/// reporter, not against forgery, which the API key does.
pub(super) fn fingerprint(event: &Event) -> Result<i64, Error> {
    let bytes = serde_json::to_vec(event).map_err(|error| Error::corrupt("event", error))?;
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    Ok(i64::from_ne_bytes(hash.to_ne_bytes()))
}
