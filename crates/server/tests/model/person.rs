//! What one member has, kept as plainly as it can be: lists, and sums over them.

use std::collections::{BTreeMap, BTreeSet};

use palier_server::{engine::Event, programme::TierMetric};

/// Points of one origin, as far as they are left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lot {
    pub(crate) currency: String,
    pub(crate) left: i64,
    /// When they can be spent; absent: now.
    pub(crate) opens: Option<i64>,
    /// When they are gone; absent: never.
    pub(crate) lapses: Option<i64>,
}

/// What a rule paid for an event.
#[derive(Debug, Clone)]
pub(crate) struct Paid {
    pub(crate) event: String,
    pub(crate) rule: String,
    pub(crate) currency: String,
    pub(crate) value: i64,
    pub(crate) at: i64,
    pub(crate) opens: Option<i64>,
    pub(crate) lapses: Option<i64>,
    /// What returns should have taken of it, and what they took.
    pub(crate) due: i64,
    pub(crate) taken: i64,
}

/// Something that counts towards tiers, in the month in which it happened.
#[derive(Debug, Clone)]
pub(crate) struct Counted {
    pub(crate) metric: TierMetric,
    pub(crate) month: i32,
    pub(crate) value: i64,
}

/// A time that a rule with caps paid.
#[derive(Debug, Clone)]
pub(crate) struct Use {
    pub(crate) rule: String,
    pub(crate) at: i64,
    pub(crate) is_free: bool,
}

/// A place on the ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) tier: usize,
    pub(crate) since: i64,
    /// When keeping it is decided; absent: never.
    pub(crate) keep_until: Option<i64>,
}

/// A decision that took a tier away.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Loss {
    pub(crate) tier: usize,
    pub(crate) since: i64,
    pub(crate) at: i64,
}

/// An event that was accepted, with what returns took of its money.
#[derive(Debug, Clone)]
pub(crate) struct Done {
    pub(crate) event: Event,
    pub(crate) money_back: i64,
    pub(crate) is_back: bool,
}

/// Kinds of movements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Earn,
    Spend,
    Refund,
    Expire,
    Reverse,
}

/// A member.
#[derive(Debug, Clone, Default)]
pub(crate) struct Person {
    pub(crate) joined: i64,
    pub(crate) is_hidden: bool,
    pub(crate) is_suspended: bool,
    pub(crate) birthday: Option<(i8, i8)>,
    pub(crate) next_birthday: Option<i64>,
    pub(crate) next_anniversary: i64,
    pub(crate) lots: Vec<Lot>,
    pub(crate) paid: Vec<Paid>,
    pub(crate) counted: Vec<Counted>,
    pub(crate) uses: Vec<Use>,
    pub(crate) done: Vec<Done>,
    pub(crate) place: Option<Place>,
    pub(crate) losses: Vec<Loss>,
    /// Number of the edition, and when.
    pub(crate) badges: BTreeMap<String, (Option<i64>, i64)>,
    pub(crate) series: BTreeSet<String>,
    pub(crate) moved: BTreeMap<(String, Kind), i64>,
    /// What lapsed, by the day it was to lapse on.
    pub(crate) lapsed: Vec<(String, i64, i64)>,
}

impl Person {
    /// What can be spent of a currency.
    pub(crate) fn available(&self, currency: &str) -> i64 {
        self.sum(currency, |lot| lot.opens.is_none())
    }

    /// What will open.
    pub(crate) fn pending(&self, currency: &str) -> i64 {
        self.sum(currency, |lot| lot.opens.is_some())
    }

    fn sum(&self, currency: &str, counts: impl Fn(&Lot) -> bool) -> i64 {
        let lots = self.lots.iter().filter(|lot| lot.currency == currency);
        lots.filter(|lot| counts(lot)).map(|lot| lot.left).sum()
    }

    /// Notes a movement.
    pub(crate) fn moved(&mut self, currency: &str, kind: Kind, amount: i64) {
        *self.moved.entry((currency.to_owned(), kind)).or_default() += amount;
    }

    /// All that moved of a currency, in one way.
    pub(crate) fn total(&self, currency: &str, kind: Kind) -> i64 {
        let key = (currency.to_owned(), kind);
        self.moved.get(&key).copied().unwrap_or(0)
    }

    /// Takes at most `value` from lots that fit, first to lapse first, and says of which day how much.
    pub(crate) fn take(
        &mut self,
        currency: &str,
        value: i64,
        fits: impl Fn(&Lot) -> bool,
    ) -> Vec<(Option<i64>, i64)> {
        let mut taken = Vec::new();
        let mut left = value.max(0);
        // What never lapses goes last.
        self.lots.sort_by_key(|lot| lot.lapses.unwrap_or(i64::MAX));
        for lot in &mut self.lots {
            if lot.currency == currency && fits(lot) && left > 0 {
                let part = left.min(lot.left);
                lot.left -= part;
                left -= part;
                taken.push((lot.lapses, part));
            }
        }
        self.lots.retain(|lot| lot.left > 0);
        taken
    }

    /// Lots of a currency by when they open and lapse.
    pub(crate) fn batches(&self, currency: &str) -> BTreeMap<(Option<i64>, Option<i64>), i64> {
        let mut sums = BTreeMap::new();
        for lot in self.lots.iter().filter(|lot| lot.currency == currency) {
            *sums.entry((lot.opens, lot.lapses)).or_default() += lot.left;
        }
        sums
    }
}
