//! What an event, a date or a payment means under a programme's rules. Pure: it changes a
//! [`MemberState`] in memory and says in [`Effects`] what else to write. The server's requests,
//! its scheduled work and the demo's replay all go through here, so no rule exists twice.
//!
//! When an event is applied, the order is: time first ([`Change::settle`]), then counters,
//! earning rules, badges, series, and last the tier, so that a rule sees the tier the member had
//! when they acted. After a late event, the time since then is applied again, which may complete
//! a tier that the event alone did not.

mod apply;
mod badges;
mod batches;
pub mod calendar;
mod caps;
mod effects;
mod points;
mod prizes;
mod reversal;
mod rules;
mod state;
mod tiers;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub use apply::{Event, Outcome, OutcomeEntry, Refusal};
pub use effects::{
    Effects, EntryKind, LedgerEntry, Reason, Score, Source, Step, TierChange, TierChangeKind,
};
pub use points::{Allocation, Credit, Short};
pub use prizes::{last_paid_rank, prizes};
pub use reversal::{Earned, TakenBack, lapsed};
pub use state::{
    Balance, Batch, BatchKey, Batches, CapCount, HeldBadge, LostTier, MemberState, MemberStatus,
    Progress, TierState,
};
pub use tiers::{TierView, tier_view};

use crate::programme::Programme;

/// Numbers shared by all members; the caller loads them before and stores them after.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sequences {
    /// The id the next ledger entry gets.
    pub next_ledger_id: i64,
    /// Badge id → numbers given so far, for numbered editions.
    pub editions: BTreeMap<String, i64>,
}

impl Sequences {
    fn take_ledger_id(&mut self) -> i64 {
        let id = self.next_ledger_id;
        self.next_ledger_id += 1;
        id
    }

    /// The next number of an edition; `None` once `max` are given.
    fn take_edition(&mut self, badge: &str, max: Option<u32>) -> Option<i64> {
        let given = self.editions.entry(badge.to_owned()).or_insert(0);
        if max.is_some_and(|max| *given >= i64::from(max)) {
            return None;
        }
        *given += 1;
        Some(*given)
    }
}

/// One change to one member, while it is made.
#[derive(Debug)]
pub struct Change<'a> {
    /// The rules.
    pub programme: &'a Programme,
    /// The member changed.
    pub member: &'a mut MemberState,
    /// Shared numbers.
    pub sequences: &'a mut Sequences,
    /// What to write besides the member.
    pub effects: Effects,
}

impl<'a> Change<'a> {
    /// Begins a change.
    pub fn new(
        programme: &'a Programme,
        member: &'a mut MemberState,
        sequences: &'a mut Sequences,
    ) -> Self {
        Self {
            programme,
            member,
            sequences,
            effects: Effects::default(),
        }
    }
}
