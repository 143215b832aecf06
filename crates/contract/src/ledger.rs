//! `GET /v1/me/ledger`: every movement of a member's balances, newest first.
//!
//! Query: `currency`, `kind`, `from`, `to` (RFC 3339 instants), `cursor`, `limit`.

use serde::{Deserialize, Serialize};

use crate::{
    Quantity, Timestamp,
    ids::{CurrencyId, LedgerEntryId},
    open_enum,
};

open_enum! {
    /// What moved the balance.
    pub enum LedgerKind {
        /// An earning rule.
        Earn = "earn",
        /// A redemption.
        Spend = "spend",
        /// A batch lapsed.
        Expire = "expire",
        /// An earlier entry was undone.
        Reverse = "reverse",
        /// An order was cancelled or returned.
        Refund = "refund",
        /// The programme's staff corrected something.
        Adjust = "adjust",
    }
}

open_enum! {
    /// Where an entry stands.
    pub enum LedgerStatus {
        /// It counts from `available_at` on; a `spend` that sets points aside counts at once.
        Pending = "pending",
        /// It counts.
        Posted = "posted",
        /// It was undone by a later entry.
        Reversed = "reversed",
        /// What is left of it has lapsed.
        Expired = "expired",
    }
}

/// One movement of a balance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct LedgerEntry {
    /// Which entry.
    pub id: LedgerEntryId,
    /// Which currency.
    pub currency: CurrencyId,
    /// Signed: what the entry adds to the balance. What is earned or given back adds, what is spent or
    /// lapses takes.
    pub amount: Quantity,
    /// What moved it.
    pub kind: LedgerKind,
    /// Where it stands.
    pub status: LedgerStatus,
    /// When it happened.
    pub occurred_at: Timestamp,
    /// When a pending amount is released.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub available_at: Option<Timestamp>,
    /// When the batch it created lapses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Timestamp>,
    /// The available balance right after it, which follows from the entries below; absent for pending
    /// entries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub balance_after: Option<Quantity>,
    /// What it was, in a few words in the reader's language.
    pub label: String,
    /// Why this amount, in the reader's language ("10 per euro, doubled in May").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<LedgerSource>,
    /// The entry that this one undoes, wholly or in part; never more of it than there was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reverses: Option<LedgerEntryId>,
}

/// What an entry came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct LedgerSource {
    /// `event`, `redemption`, `series`, `tier`, `schedule` or a word of the backend's own.
    #[serde(rename = "type")]
    pub kind: String,
    /// Its id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}
