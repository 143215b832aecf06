//! Takes earnings back.

use super::{
    Change, Earned,
    calendar::NEVER,
    effects::{EntryKind, LedgerEntry, Source},
    state::BatchKey,
    tiers,
};
use crate::programme::TierMetric;

impl Change<'_> {
    /// Takes back an earning: from its own batch first, then, for what was spent of it, from what
    /// expires first. What has lapsed is gone already and is not taken a second time. A member who
    /// has spent it keeps a balance of zero, never below.
    pub fn reverse(&mut self, earned: &Earned, at: i64, event_id: &str) {
        let entry = &earned.entry;
        let open = BatchKey {
            currency: entry.currency.clone(),
            expires_at: entry.expires_at.unwrap_or(NEVER),
            available_at: 0,
        };
        // A return told late may be from before its points opened, which they have done since.
        let pending = BatchKey {
            available_at: entry.available_at.unwrap_or(0),
            ..open.clone()
        };
        let mut taken = self.take_from(&pending, entry.amount);
        taken += self.take_from(&open, entry.amount - taken);
        let gone = earned.lapsed + lapsed(&self.effects.ledger, entry);
        let rest = (entry.amount - taken - gone)
            .min(self.member.balance(&entry.currency).available)
            .max(0);
        taken += self
            .take(&entry.currency, rest)
            .iter()
            .map(|part| part.amount)
            .sum::<i64>();
        let programme = self.programme;
        if programme
            .currency(&entry.currency)
            .is_some_and(|currency| currency.qualifying)
        {
            let metric = TierMetric::Earned(entry.currency.clone());
            tiers::count(
                programme,
                self.member,
                &metric,
                -entry.amount,
                entry.occurred_at,
            );
        }
        self.score_earned(&entry.currency, -entry.amount, entry.occurred_at);
        let source = Source::new("reversal", "event", event_id);
        let plain = Self::plain(&entry.currency, -taken, EntryKind::Reverse, at, source);
        self.write(LedgerEntry {
            event_id: Some(event_id.to_owned()),
            reverses: Some(entry.id),
            ..plain
        });
    }
}

/// How much `ledger` says has lapsed of what was earned to lapse together with `earned`: at most so
/// much of `earned` itself. Points with the same dates are one batch, and nobody can tell whose
/// part of it was spent and whose lapsed; the member has the benefit.
pub fn lapsed<'a>(ledger: impl IntoIterator<Item = &'a LedgerEntry>, earned: &LedgerEntry) -> i64 {
    let with_it = |entry: &&LedgerEntry| {
        entry.kind == EntryKind::Expire
            && entry.currency == earned.currency
            && Some(entry.occurred_at) == earned.expires_at
    };
    ledger
        .into_iter()
        .filter(with_it)
        .map(|entry| -entry.amount)
        .sum()
}
