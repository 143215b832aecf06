//! `POST /v1/events`: what the brand's systems report.

use std::{collections::BTreeMap, sync::Arc};

use axum::{Json, extract::State};
use palier_contract::{
    Amount, Quantity,
    event::{Event, EventOutcome, EventReceipt},
};

use super::{App, Error, Fault, FaultCode, Outcome, body::Body, caller::Brand, now};
use crate::{
    db::events::{IngestError, ingest},
    engine::{self, OutcomeEntry, Refusal},
};

/// The property that says how many items an event is about.
const QUANTITY: &str = "quantity";

/// Applies an event, once per id.
pub(super) async fn report(
    State(app): State<Arc<App>>,
    _: Brand,
    Body { value: event, .. }: Body<Event>,
) -> Outcome<Json<EventReceipt>> {
    let known = read(event)?;
    let mut tx = app.db.begin().await?;
    let ingested = ingest(&mut tx, &app.programme, &known, now())
        .await
        .map_err(refused)?;
    tx.commit().await?;
    Ok(Json(EventReceipt {
        id: known.id.into(),
        outcome: if ingested.replayed {
            EventOutcome::Duplicate
        } else {
            EventOutcome::Accepted
        },
        earned: earned(&ingested.outcome.entries),
    }))
}

fn read(event: Event) -> Outcome<engine::Event> {
    let occurred_at = event
        .occurred_at
        .0
        .parse::<jiff::Timestamp>()
        .map_err(|_| {
            fault(
                "/occurred_at",
                FaultCode::Malformed("an RFC 3339 instant".to_owned()),
            )
        })?
        .as_millisecond();
    if event.id.as_str().is_empty() || event.id.as_str().len() > 200 {
        return Err(fault("/id", FaultCode::TooLong(200)));
    }
    let mut properties = event.properties;
    let quantity = match properties.remove(QUANTITY) {
        None => None,
        Some(text) => Some(text.parse().map_err(|_| {
            fault(
                "/properties/quantity",
                FaultCode::Malformed("a whole number".to_owned()),
            )
        })?),
    };
    Ok(engine::Event {
        id: event.id.0,
        member: event.member.0,
        kind: event.kind,
        occurred_at,
        amount: event.amount.map(Quantity::get),
        quantity,
        properties,
        reverses: event.reverses.map(|id| id.0),
    })
}

fn fault(pointer: &str, code: FaultCode) -> Error {
    Error::Invalid(vec![Fault::new(pointer, code)])
}

fn refused(error: IngestError) -> Error {
    let refusal = match error {
        IngestError::Database(error) => return error.into(),
        IngestError::Refused(refusal) => refusal,
    };
    let words = FaultCode::Malformed(refusal.to_string());
    match refusal {
        Refusal::UnknownKind { .. } => fault("/type", words),
        Refusal::UnknownMember(_) => fault("/member", FaultCode::Unknown),
        Refusal::NotActive(_) => fault("/member", words),
        Refusal::InFuture | Refusal::BeforeJoining => fault("/occurred_at", words),
        Refusal::OutOfRange(field) => fault(
            &format!("/{field}"),
            FaultCode::OutOfRange(0, Quantity::MAX.get()),
        ),
        Refusal::IdReused(_) => fault("/id", FaultCode::Mismatch),
        Refusal::NotReversible(_) => fault("/reverses", words),
    }
}

/// What an event brought, per currency.
fn earned(entries: &[OutcomeEntry]) -> Vec<Amount> {
    let mut sums = BTreeMap::<&str, i64>::new();
    for entry in entries {
        let sum = sums.entry(&entry.currency).or_default();
        *sum = sum.saturating_add(entry.amount);
    }
    sums.into_iter()
        .map(|(currency, value)| Amount {
            currency: currency.into(),
            value: Quantity::saturating(value),
        })
        .collect()
}
