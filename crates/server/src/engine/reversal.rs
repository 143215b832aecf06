//! Takes events back, wholly or in part.

use super::{
    Change, Event, Refusal,
    calendar::NEVER,
    effects::{EntryKind, LedgerEntry, Reason, Source},
    state::BatchKey,
    tiers,
};
use crate::programme::TierMetric;

/// What a rule paid for an event.
#[derive(Debug, Clone, PartialEq)]
pub struct Earned {
    /// As it was written.
    pub entry: LedgerEntry,
    /// How much has lapsed of what was earned to lapse with it. See [`lapsed`].
    pub lapsed: i64,
    /// How much returns before this one took.
    pub taken: i64,
}

/// An earlier event of the same member, as far as it can be taken back.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TakenBack {
    /// What rules paid for it and nothing has taken back wholly yet.
    pub earned: Vec<Earned>,
    /// Its money in minor units; 0 without any.
    pub amount: i64,
    /// How much of that returns before this one took back.
    pub before: i64,
    /// When it happened; decides the window that loses the money.
    pub occurred_at: i64,
}

/// The part of an event that one return takes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    /// Money in minor units.
    money: i64,
    /// All that returns have taken with this one, of the whole.
    so_far: (i64, i64),
    /// All that returns before this one had taken, of the whole.
    before: (i64, i64),
}

impl TakenBack {
    /// The money that a return of `amount` takes: all that is left, unless it says less.
    pub fn money(&self, amount: Option<i64>) -> i64 {
        amount.unwrap_or_else(|| self.left())
    }

    fn left(&self) -> i64 {
        (self.amount - self.before).max(0)
    }

    /// The part that a return of `amount` takes of the event `id`.
    ///
    /// # Errors
    /// [`Refusal::TooMuchBack`] for nothing, and for more than is left.
    pub(super) fn part(&self, id: &str, amount: Option<i64>) -> Result<Part, Refusal> {
        let (money, left) = (self.money(amount), self.left());
        if money > left || (money == 0 && left > 0) {
            return Err(Refusal::TooMuchBack {
                event: id.to_owned(),
                left,
            });
        }
        Ok(if self.amount == 0 {
            // What has no money goes back at once.
            Part {
                money,
                so_far: (1, 1),
                before: (0, 1),
            }
        } else {
            Part {
                money,
                so_far: (self.before + money, self.amount),
                before: (self.before, self.amount),
            }
        })
    }
}

impl Part {
    fn is_rest(&self) -> bool {
        self.so_far.0 == self.so_far.1
    }
}

/// A share of `value`, rounded down in the member's favour.
fn share(value: i64, (part, whole): (i64, i64)) -> i64 {
    let share = i128::from(value) * i128::from(part) / i128::from(whole.max(1));
    i64::try_from(share).unwrap_or(value)
}

impl Change<'_> {
    /// Takes back what an event brought, or a part of it.
    pub(super) fn take_back(&mut self, taken_back: &TakenBack, part: Part, event: &Event) {
        for earned in &taken_back.earned {
            self.reverse(earned, part, event.occurred_at, &event.id);
        }
        self.count_money(-part.money, taken_back.occurred_at);
        if part.is_rest() {
            self.free_caps(&taken_back.earned);
        }
    }

    /// Takes back a part of an earning: from its own batch first, then, for what was spent of it,
    /// from what expires first. What has lapsed is gone already and is not taken a second time. A
    /// member who has spent it keeps a balance of zero, never below.
    fn reverse(&mut self, earned: &Earned, part: Part, at: i64, event_id: &str) {
        let entry = &earned.entry;
        let due_before = share(entry.amount, part.before);
        let due = share(entry.amount, part.so_far) - due_before;
        if due == 0 && !part.is_rest() {
            return;
        }
        let gone = earned.lapsed + lapsed(&self.effects.ledger, entry);
        // What earlier returns were due and did not take was reckoned against what had lapsed.
        let gone = (gone - (due_before - earned.taken)).max(0);
        let taken = self.recover(entry, due, gone);
        self.uncount(entry, due);
        let source = Source::new(Reason::Reversal, event_id);
        let plain = Self::plain(&entry.currency, -taken, EntryKind::Reverse, at, source);
        self.write(LedgerEntry {
            event_id: Some(event_id.to_owned()),
            reverses: Some(entry.id).filter(|_| part.is_rest()),
            part_of: Some(entry.id).filter(|_| !part.is_rest()),
            ..plain
        });
    }

    /// Takes `due` of what was earned out of the member's batches, where `gone` of it are not there
    /// any more; gives what was taken.
    fn recover(&mut self, entry: &LedgerEntry, due: i64, gone: i64) -> i64 {
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
        let mut taken = self.take_from(&pending, due);
        taken += self.take_from(&open, due - taken);
        let rest = (due - taken - gone)
            .min(self.member.balance(&entry.currency).available)
            .max(0);
        let others = self.take(&entry.currency, rest);
        taken + others.iter().map(|part| part.amount).sum::<i64>()
    }

    /// Takes what was earned out of what tiers and boards count.
    fn uncount(&mut self, entry: &LedgerEntry, value: i64) {
        let programme = self.programme;
        let currency = programme.currency(&entry.currency);
        if currency.is_some_and(|currency| currency.qualifying) {
            let metric = TierMetric::Earned(entry.currency.clone());
            tiers::count(programme, self.member, &metric, -value, entry.occurred_at);
        }
        self.score_earned(&entry.currency, -value, entry.occurred_at);
    }
}

/// How much `ledger` says has lapsed of what was earned to lapse together with `earned`: at most so
/// much of `earned` itself. Points with the same dates are one batch, and nobody can tell whose
/// part of it was spent and whose lapsed; the member has the benefit.
pub fn lapsed<'a>(ledger: impl IntoIterator<Item = &'a LedgerEntry>, earned: &LedgerEntry) -> i64 {
    let with_it = |entry: &&LedgerEntry| {
        entry.kind == EntryKind::Expire
            && entry.currency == earned.currency
            && Some(entry.expires_at.unwrap_or(entry.occurred_at)) == earned.expires_at
    };
    ledger
        .into_iter()
        .filter(with_it)
        .map(|entry| -entry.amount)
        .sum()
}
