//! `POST /v1/events`: what the brand's systems report.

use std::{collections::BTreeMap, sync::Arc};

use axum::{Json, extract::State};
use palier_contract::{
    Amount, Quantity,
    event::{Event, EventOutcome, EventReceipt},
};

use super::{body::Body, caller::Brand};
use crate::{
    app::App,
    db::events::{IngestError, ingest},
    engine::{self, OutcomeEntry, Refusal},
    error::{Error, Fault, FaultCode, Outcome},
};

/// The property that says how many items an event is about.
const QUANTITY: &str = "quantity";
/// Where it is in an event.
const IN_QUANTITY: &str = "/properties/quantity";
/// Longest id of an event.
const MAX_ID_CHARS: u32 = 200;

/// Applies an event, once per id.
pub(super) async fn report(
    State(app): State<Arc<App>>,
    _: Brand,
    Body { value: event, .. }: Body<Event>,
) -> Outcome<Json<EventReceipt>> {
    let known = read(event)?;
    let mut tx = app.db.begin().await?;
    let ingested = ingest(&mut tx, &app.programme, &known, app.now())
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

/// # Errors
/// [`Error::Invalid`] naming every field that can't be taken as it stands.
fn read(event: Event) -> Outcome<engine::Event> {
    let mut faults = Vec::new();
    if let Some(code) = fault_of_id(event.id.as_str()) {
        faults.push(Fault::new("/id", code));
    }
    let occurred_at = event.occurred_at.0.parse::<jiff::Timestamp>();
    if occurred_at.is_err() {
        let code = FaultCode::Malformed("an RFC 3339 instant".to_owned());
        faults.push(Fault::new("/occurred_at", code));
    }
    let mut properties = event.properties;
    let quantity = properties.remove(QUANTITY).map(|text| text.parse());
    if matches!(quantity, Some(Err(_))) {
        let code = FaultCode::Malformed("a whole number".to_owned());
        faults.push(Fault::new(IN_QUANTITY, code));
    }
    match (occurred_at, quantity.transpose(), faults.is_empty()) {
        (Ok(occurred_at), Ok(quantity), true) => Ok(engine::Event {
            id: event.id.0,
            member: event.member.0,
            kind: event.kind,
            occurred_at: occurred_at.as_millisecond(),
            amount: event.amount.map(Quantity::get),
            quantity,
            properties: properties.into_iter().collect(),
            reverses: event.reverses.map(|id| id.0),
        }),
        _ => Err(Error::Invalid(faults)),
    }
}

fn fault_of_id(id: &str) -> Option<FaultCode> {
    if id.trim().is_empty() {
        return Some(FaultCode::Required);
    }
    if id.contains(char::is_control) {
        return Some(FaultCode::Malformed(
            "text without control characters".to_owned(),
        ));
    }
    let length = u32::try_from(id.chars().count()).unwrap_or(u32::MAX);
    (length > MAX_ID_CHARS).then_some(FaultCode::TooLong(MAX_ID_CHARS))
}

fn fault(pointer: &str, code: FaultCode) -> Error {
    Error::Invalid(vec![Fault::new(pointer, code)])
}

fn refused(error: IngestError) -> Error {
    let refusal = match error {
        IngestError::Database(error) => return error.into(),
        IngestError::Refused(refusal) => refusal,
    };
    let words = sentence(&refusal.to_string());
    let refused = |word| FaultCode::Refused(word, words);
    match refusal {
        Refusal::UnknownKind { .. } => fault("/type", refused("unknown")),
        Refusal::UnknownMember(_) => fault("/member", FaultCode::Unknown),
        Refusal::NotActive(_) => fault("/member", refused("not_active")),
        Refusal::InFuture => fault("/occurred_at", refused("in_future")),
        Refusal::BeforeJoining => fault("/occurred_at", refused("before_joining")),
        Refusal::BeforeOriginal(_) => fault("/occurred_at", refused("before_original")),
        Refusal::OutOfRange(field) => {
            let pointer = if field == QUANTITY {
                IN_QUANTITY.to_owned()
            } else {
                format!("/{field}")
            };
            fault(&pointer, FaultCode::OutOfRange(0, Quantity::MAX.get()))
        }
        Refusal::IdReused(_) => fault("/id", FaultCode::Mismatch),
        Refusal::TooMuchBack { .. } => fault("/amount", refused("out_of_range")),
        Refusal::NotReversible(_) => fault("/reverses", refused("not_reversible")),
    }
}

fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|letter| letter.to_uppercase());
    let first = first.into_iter().flatten();
    first.chain(letters).chain(['.']).collect()
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
