//! `POST /v1/events`: what the brand's systems report. Earning rules turn it into points.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    Amount, Quantity, Timestamp,
    ids::{EventId, MemberId},
    open_enum,
};

/// Something a member did. Idempotent by `id`: sent twice, it counts once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Event {
    /// Chosen by the sender.
    pub id: EventId,
    /// What happened, a trigger of the programme, for instance `purchase`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Who did it.
    pub member: MemberId,
    /// When it happened.
    pub occurred_at: Timestamp,
    /// Money spent, in minor units of the programme's currency; of an event that `reverses` another,
    /// how much of its money goes back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Quantity>,
    /// The event that this one undoes (a returned purchase): its points, and its money as far as
    /// tiers look at it, count no more, from when it happened. With an `amount` it undoes that part,
    /// and the same share of each entry, rounded down; further parts may follow until nothing is
    /// left. Without one it undoes the rest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reverses: Option<EventId>,
    /// Anything else that rules look at.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub properties: BTreeMap<String, String>,
}

open_enum! {
    /// What became of an event.
    pub enum EventOutcome {
        /// It counted.
        Accepted = "accepted",
        /// It had counted before.
        Duplicate = "duplicate",
    }
}

/// The answer to a reported event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct EventReceipt {
    /// Which event.
    pub id: EventId,
    /// What became of it.
    pub outcome: EventOutcome,
    /// What it earned, per currency; empty when caps were reached.
    pub earned: Vec<Amount>,
}
