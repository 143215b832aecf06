//! What a member held after each of their movements, told in the order in which they happened.

use std::collections::{BTreeMap, BTreeSet};

/// A movement, as far as balances rest on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Movement {
    /// Orders movements of one instant.
    pub id: i64,
    /// Currency id.
    pub currency: String,
    /// Signed.
    pub amount: i64,
    /// When it happened.
    pub occurred_at: i64,
    /// When pending points open.
    pub available_at: Option<i64>,
    /// The movement it undoes, or the rest of it.
    pub reverses: Option<i64>,
    /// The movement it takes a part of back.
    pub part_of: Option<i64>,
}

/// Balances while movements are taken one by one.
#[derive(Debug)]
pub(super) struct RunningBalance {
    /// Movements before this are in `held` from the beginning.
    from: (i64, i64),
    held: BTreeMap<String, i64>,
    /// What is pending of each currency, by when it opens and by movement.
    pending: BTreeMap<String, BTreeMap<(i64, i64), i64>>,
    /// Which movements were undone so far.
    undone: BTreeSet<i64>,
}

impl RunningBalance {
    /// Begins before the movement at `from`, with what was held then.
    pub(super) fn new(held: Vec<(String, i64)>, from: (i64, i64)) -> Self {
        Self {
            from,
            held: held.into_iter().collect(),
            pending: BTreeMap::new(),
            undone: BTreeSet::new(),
        }
    }

    /// Takes the next movement; those before the beginning only count as pending or undone.
    pub(super) fn take(&mut self, movement: &Movement) {
        if (movement.occurred_at, movement.id) >= self.from {
            let held = self.held.entry(movement.currency.clone()).or_default();
            *held = held.saturating_add(movement.amount);
        }
        if let Some(undone) = movement.reverses {
            self.undone.insert(undone);
            for pending in self.pending.values_mut() {
                pending.retain(|(_, id), _| *id != undone);
            }
        }
        if let Some(part_of) = movement.part_of {
            let pending = self.pending.values_mut().flatten();
            if let Some((_, left)) = pending.into_iter().find(|((_, id), _)| *id == part_of) {
                *left = left.saturating_add(movement.amount);
            }
        }
        // What is told late may have been undone before it happened.
        if let Some(opens) = movement
            .available_at
            .filter(|_| !self.undone.contains(&movement.id))
        {
            let pending = self.pending.entry(movement.currency.clone()).or_default();
            pending.insert((opens, movement.id), movement.amount);
        }
    }

    /// What is held after the movement taken last, pending points included, and how much of it is
    /// pending.
    pub(super) fn after(&mut self, movement: &Movement) -> (i64, i64) {
        let held = self.held.get(&movement.currency).copied().unwrap_or(0);
        let Some(pending) = self.pending.get_mut(&movement.currency) else {
            return (held, 0);
        };
        *pending = pending.split_off(&(movement.occurred_at + 1, i64::MIN));
        (held, pending.values().sum())
    }
}
