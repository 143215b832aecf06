//! Points in, points out: credits, spending and refunds, always with their line of the ledger. What
//! becomes of the batches they lie in is in `batches`; balances are changed in these two and nowhere
//! else. What takes an earning back is in `reversal`.

use palier_contract::stream::Topic;

use super::{
    Change,
    calendar::{NEVER, add_days, date, expires_at, start_of_day},
    effects::{EntryKind, LedgerEntry, Reason, Source, Step},
    state::{Balance, BatchKey},
    tiers,
};
use crate::programme::{Amount, TierMetric};

/// Points to give.
#[derive(Debug, Clone)]
pub struct Credit {
    /// Currency id.
    pub currency: String,
    /// From 1.
    pub value: i64,
    /// When it was earned.
    pub at: i64,
    /// Days until it can be spent.
    pub pending_days: u32,
    /// Why.
    pub source: Source,
    /// The event behind it.
    pub event_id: Option<String>,
    /// How the amount came about.
    pub steps: Vec<Step>,
}

/// Part of a payment, by the expiry of the points it took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allocation {
    /// Currency id.
    pub currency: String,
    /// Expiry of the points taken.
    pub expires_at: i64,
    /// How many.
    pub amount: i64,
}

/// A member lacks points.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("short of {missing} {currency}")]
pub struct Short {
    /// Currency id.
    pub currency: String,
    /// How many are missing.
    pub missing: i64,
}

impl Change<'_> {
    /// Gives points. They count towards tiers if the currency qualifies. An unknown
    /// currency gives nothing: a loaded programme has none. Nobody earns more in all than the contract
    /// can say, whatever was reported.
    pub fn credit(&mut self, mut credit: Credit) {
        let programme = self.programme;
        let Some(currency) = programme.currency(&credit.currency) else {
            return;
        };
        let room = NEVER - self.member.balance(&credit.currency).earned;
        credit.value = credit.value.min(room);
        if credit.value <= 0 {
            return;
        }
        let zone = &programme.time_zone;
        let expires_at = expires_at(zone, currency.expiry, credit.at);
        let opens = (credit.pending_days > 0).then(|| {
            start_of_day(
                zone,
                add_days(date(zone, credit.at), i64::from(credit.pending_days)),
            )
        });
        if currency.qualifying {
            let metric = TierMetric::Earned(credit.currency.clone());
            tiers::count(programme, self.member, &metric, credit.value, credit.at);
        }
        let key = BatchKey {
            currency: credit.currency.clone(),
            expires_at,
            available_at: opens.unwrap_or(0),
        };
        let batch = self.member.batches.entry(key).or_default();
        batch.earned = batch.earned.saturating_add(credit.value);
        batch.remaining = batch.remaining.saturating_add(credit.value);
        let balance = self.member.balance_mut(&credit.currency);
        balance.earned = balance.earned.saturating_add(credit.value);
        let side = if opens.is_some() {
            &mut balance.pending
        } else {
            &mut balance.available
        };
        *side = side.saturating_add(credit.value);
        self.write(LedgerEntry {
            id: 0,
            currency: credit.currency,
            amount: credit.value,
            kind: EntryKind::Earn,
            occurred_at: credit.at,
            available_at: opens,
            expires_at: (expires_at < NEVER).then_some(expires_at),
            balance_after: 0,
            source: credit.source,
            event_id: credit.event_id,
            steps: credit.steps,
            reverses: None,
            part_of: None,
        });
    }

    /// Pays `amounts` from available points, first to expire first, and reserves them
    /// until the order is confirmed (see [`Change::confirm_spent`]).
    ///
    /// # Errors
    /// [`Short`] for the first currency that does not suffice; nothing is changed then.
    pub fn spend(
        &mut self,
        amounts: &[Amount],
        at: i64,
        source: &Source,
    ) -> Result<Vec<Allocation>, Short> {
        for amount in amounts {
            let missing = amount.value - self.member.balance(&amount.currency).available;
            if missing > 0 {
                return Err(Short {
                    currency: amount.currency.clone(),
                    missing,
                });
            }
        }
        let mut allocations = Vec::new();
        for amount in amounts {
            allocations.extend(self.take(&amount.currency, amount.value));
            let balance = self.member.balance_mut(&amount.currency);
            balance.spent += amount.value;
            balance.reserved += amount.value;
            self.write_out(
                &amount.currency,
                amount.value,
                EntryKind::Spend,
                at,
                source.clone(),
            );
        }
        Ok(allocations)
    }

    /// The order was confirmed: what it cost is no longer reserved.
    pub fn confirm_spent(&mut self, amounts: &[Amount]) {
        for amount in amounts {
            let balance = self.member.balance_mut(&amount.currency);
            balance.reserved = (balance.reserved - amount.value).max(0);
        }
        self.effects.topics.insert(Topic::Balances);
    }

    /// Gives a payment back with its original expiry; what would have expired meanwhile lapses as
    /// soon as it is back. `was_reserved`: the order had not been confirmed.
    pub fn refund(
        &mut self,
        allocations: &[Allocation],
        was_reserved: bool,
        at: i64,
        source: &Source,
    ) {
        for part in allocations {
            let lapses = part.expires_at <= at;
            if !lapses {
                self.put_back(part);
            }
            let balance = self.member.balance_mut(&part.currency);
            balance.available += part.amount;
            balance.spent = (balance.spent - part.amount).max(0);
            if was_reserved {
                balance.reserved = (balance.reserved - part.amount).max(0);
            }
            let expires_at = (part.expires_at < NEVER).then_some(part.expires_at);
            self.write(LedgerEntry {
                expires_at,
                ..Self::plain(
                    &part.currency,
                    part.amount,
                    EntryKind::Refund,
                    at,
                    source.clone(),
                )
            });
            if lapses {
                self.lapse_late(part, at);
            }
        }
    }

    /// Lets points lapse that came back at `at`, after their day. They were not there to lapse before.
    fn lapse_late(&mut self, part: &Allocation, at: i64) {
        let balance = self.member.balance_mut(&part.currency);
        balance.available -= part.amount;
        balance.expired += part.amount;
        let source = Source::new(Reason::Expiry, &part.currency);
        self.write(LedgerEntry {
            expires_at: Some(part.expires_at),
            ..Self::plain(&part.currency, -part.amount, EntryKind::Expire, at, source)
        });
    }

    pub(super) fn write_out(
        &mut self,
        currency: &str,
        value: i64,
        kind: EntryKind,
        at: i64,
        source: Source,
    ) {
        self.write(Self::plain(currency, -value, kind, at, source));
    }

    pub(super) fn plain(
        currency: &str,
        amount: i64,
        kind: EntryKind,
        at: i64,
        source: Source,
    ) -> LedgerEntry {
        LedgerEntry {
            id: 0,
            currency: currency.to_owned(),
            amount,
            kind,
            occurred_at: at,
            available_at: None,
            expires_at: None,
            balance_after: 0,
            source,
            event_id: None,
            steps: Vec::new(),
            reverses: None,
            part_of: None,
        }
    }

    /// Numbers an entry, notes the balance after it, and keeps it.
    pub(super) fn write(&mut self, entry: LedgerEntry) {
        let Balance {
            available, pending, ..
        } = self.member.balance(&entry.currency);
        let id = self.sequences.take_ledger_id();
        self.effects.ledger.push(LedgerEntry {
            id,
            balance_after: available.saturating_add(pending),
            ..entry
        });
        self.effects.topics.extend([Topic::Balances, Topic::Ledger]);
    }
}
