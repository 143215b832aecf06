//! `POST /v1/events`: what the brand's systems report. Earning rules turn it into points.

use serde::{Deserialize, Serialize};

use crate::{
    Amount, Keyed, Quantity, Timestamp,
    ids::{EventId, MemberId},
    open_enum,
};

/// Something a member did. Idempotent by `id`: sent twice, it counts once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Event {
    /// Chosen by the sender.
    pub id: EventId,
    /// What happened: a trigger of the programme, for instance `purchase`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Who did it.
    pub member: MemberId,
    /// When it happened.
    pub occurred_at: Timestamp,
    /// Money spent, in minor units of the programme's currency. In an event that `reverses` another:
    /// how much of its money goes back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Quantity>,
    /// The event that this one undoes (a returned purchase). Its points, and its money as far as
    /// tiers count it, no longer count, from when it happened. With an `amount` it undoes that
    /// part, and the same share of each entry, rounded down; further parts may follow until
    /// nothing is left. Without one it undoes the rest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reverses: Option<EventId>,
    /// Anything else that earning rules use.
    #[serde(default, skip_serializing_if = "Keyed::is_empty")]
    #[cfg_attr(feature = "schema", schema(value_type = std::collections::BTreeMap<String, String>))]
    pub properties: Keyed<String>,
}

open_enum! {
    /// How an event was processed.
    pub enum EventOutcome {
        /// It counted.
        Accepted = "accepted",
        /// It had already been counted.
        Duplicate = "duplicate",
    }
}

/// The answer to a reported event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct EventReceipt {
    /// Which event.
    pub id: EventId,
    /// How it was processed.
    pub outcome: EventOutcome,
    /// What it earned, per currency; empty if caps were reached.
    pub earned: Vec<Amount>,
}
