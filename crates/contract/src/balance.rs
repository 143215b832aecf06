//! `GET /v1/me/balances`: what the member holds, per currency, with every batch.

use serde::{Deserialize, Serialize};

use crate::{Quantity, Timestamp, ids::CurrencyId};

/// All balances of a member at one instant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Balances {
    /// When the server read them.
    pub as_of: Timestamp,
    /// One per currency of the programme, in the programme's order.
    pub balances: Vec<Balance>,
}

/// What a member holds in one currency. The kit shows these numbers; it never adds them up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Balance {
    /// Which currency.
    pub currency: CurrencyId,
    /// Can be spent now. Negative if something already spent was reversed.
    pub available: Quantity,
    /// Earned but not yet released; the sum of `pending_batches`.
    pub pending: Quantity,
    /// Set aside for orders in progress.
    pub reserved: Quantity,
    /// Earned since enrolment.
    pub lifetime_earned: Quantity,
    /// Spent since enrolment.
    pub lifetime_spent: Quantity,
    /// Lapsed since enrolment.
    pub lifetime_expired: Quantity,
    /// Every batch that will lapse, soonest first.
    #[serde(default)]
    pub expiring: Vec<ExpiringBatch>,
    /// Every batch that will be released, soonest first.
    #[serde(default)]
    pub pending_batches: Vec<PendingBatch>,
}

/// An amount that lapses on a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ExpiringBatch {
    /// How much is left of it.
    pub amount: Quantity,
    /// When it lapses.
    pub at: Timestamp,
}

/// An amount that becomes available on a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PendingBatch {
    /// How much.
    pub amount: Quantity,
    /// When it is released.
    pub available_at: Timestamp,
    /// What it is for, in the reader's language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}
