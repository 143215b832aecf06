//! Batches: points of one currency that expire together. They open, are taken from in the order in
//! which they expire, and lapse; the balance always says their sum.

use palier_contract::stream::Topic;

use super::{
    Change, MemberState,
    effects::{EntryKind, Reason, Source},
    points::Allocation,
    state::{Batch, BatchKey},
};

impl Change<'_> {
    /// Opens a pending batch.
    pub(super) fn release(&mut self, key: &BatchKey) {
        let Some(batch) = self.member.batches.remove(key) else {
            return;
        };
        let open = self
            .member
            .batches
            .entry(BatchKey {
                available_at: 0,
                ..key.clone()
            })
            .or_default();
        open.earned += batch.earned;
        open.remaining += batch.remaining;
        let balance = self.member.balance_mut(&key.currency);
        balance.pending -= batch.remaining;
        balance.available += batch.remaining;
        self.effects.topics.extend([Topic::Balances, Topic::Ledger]);
    }

    /// Lets an open batch lapse.
    pub(super) fn expire(&mut self, key: &BatchKey) {
        let Some(batch) = self.member.batches.remove(key) else {
            return;
        };
        let balance = self.member.balance_mut(&key.currency);
        if key.available_at > 0 {
            balance.pending -= batch.remaining;
        } else {
            balance.available -= batch.remaining;
        }
        balance.expired += batch.remaining;
        let source = Source::new(Reason::Expiry, &key.currency);
        self.write_out(
            &key.currency,
            batch.remaining,
            EntryKind::Expire,
            key.expires_at,
            source,
        );
    }

    /// Takes `value` from open batches in spending order; the caller has checked the balance.
    pub(super) fn take(&mut self, currency: &str, value: i64) -> Vec<Allocation> {
        let mut parts = Vec::new();
        let mut left = value;
        let keys: Vec<BatchKey> = open_keys(self.member, currency);
        for key in keys {
            if left <= 0 {
                break;
            }
            let taken = self.take_from(&key, left);
            left -= taken;
            parts.push(Allocation {
                currency: currency.to_owned(),
                expires_at: key.expires_at,
                amount: taken,
            });
        }
        parts
    }

    /// Takes at most `value` from one batch, and says how much.
    pub(super) fn take_from(&mut self, key: &BatchKey, value: i64) -> i64 {
        let Some(batch) = self.member.batches.get_mut(key) else {
            return 0;
        };
        let taken = value.clamp(0, batch.remaining);
        batch.remaining -= taken;
        if batch.remaining == 0 {
            self.member.batches.remove(key);
        }
        let balance = self.member.balance_mut(&key.currency);
        if key.available_at > 0 {
            balance.pending -= taken;
        } else {
            balance.available -= taken;
        }
        taken
    }

    /// Puts points back into the batch of their day.
    pub(super) fn put_back(&mut self, part: &Allocation) {
        let key = BatchKey {
            currency: part.currency.clone(),
            expires_at: part.expires_at,
            available_at: 0,
        };
        let batch = self.member.batches.entry(key).or_default();
        batch.remaining += part.amount;
        batch.earned = batch.earned.max(batch.remaining);
    }
}

/// Keys of the member's open batches of a currency, in spending order.
fn open_keys(member: &MemberState, currency: &str) -> Vec<BatchKey> {
    let is_open = |(key, batch): &(&BatchKey, &Batch)| {
        key.currency == currency && key.available_at == 0 && batch.remaining > 0
    };
    member
        .batches
        .iter()
        .filter(is_open)
        .map(|(key, _)| key.clone())
        .collect()
}
