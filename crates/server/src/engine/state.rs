//! One member as the engine sees them: everything a rule may look at or change.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::calendar::NEVER;
use crate::programme::CapPeriod;

/// Whether a member takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MemberStatus {
    /// Known, has not accepted the terms yet.
    Candidate,
    /// Takes part.
    Member,
    /// Sees what they have, can neither earn nor spend.
    Suspended,
    /// Has left.
    Closed,
}

impl MemberStatus {
    /// The word stored in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Candidate => "candidate",
            Self::Member => "member",
            Self::Suspended => "suspended",
            Self::Closed => "closed",
        }
    }

    /// The status a stored word means.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Candidate, Self::Member, Self::Suspended, Self::Closed]
            .into_iter()
            .find(|status| status.as_str() == word)
    }
}

/// A member with all their holdings.
#[derive(Debug, Clone, PartialEq)]
pub struct MemberState {
    /// Surrogate key; the HTTP layer never shows it.
    pub id: i64,
    /// The contract's member id.
    pub public_id: String,
    /// Shown to others.
    pub alias: String,
    /// Whether they take part.
    pub status: MemberStatus,
    /// Milliseconds since the epoch.
    pub joined_at: i64,
    /// month × 100 + day.
    pub birthday: Option<i64>,
    /// Server-side audience.
    pub segment: Option<String>,
    /// Out of every leaderboard by own choice.
    pub opted_out: bool,
    /// Next membership anniversary to celebrate.
    pub anniversary_due: i64,
    /// Next birthday to celebrate; [`NEVER`] when unknown.
    pub birthday_due: i64,
    /// By currency; a missing one is all zero.
    pub balances: BTreeMap<String, Balance>,
    /// What the balances consist of.
    pub batches: Batches,
    /// `None` until enrolled, and in programmes without tiers.
    pub tier: Option<TierState>,
    /// By badge id.
    pub badges: BTreeMap<String, HeldBadge>,
    /// Ids of completed series.
    pub completed_series: BTreeSet<String>,
    /// Counters behind caps, tiers and badges.
    pub progress: Progress,
}

impl MemberState {
    /// A member who has just been created and holds nothing.
    pub fn new(id: i64, public_id: &str, alias: &str, joined_at: i64) -> Self {
        Self {
            id,
            public_id: public_id.to_owned(),
            alias: alias.to_owned(),
            status: MemberStatus::Member,
            joined_at,
            birthday: None,
            segment: None,
            opted_out: false,
            anniversary_due: NEVER,
            birthday_due: NEVER,
            balances: BTreeMap::new(),
            batches: Batches::new(),
            tier: None,
            badges: BTreeMap::new(),
            completed_series: BTreeSet::new(),
            progress: Progress::default(),
        }
    }

    /// The balance of a currency; all zero when the member never had any.
    pub fn balance(&self, currency: &str) -> Balance {
        self.balances.get(currency).copied().unwrap_or_default()
    }

    /// The balance of a currency, to be changed; made when there is none.
    pub(super) fn balance_mut(&mut self, currency: &str) -> &mut Balance {
        self.balances.entry(currency.to_owned()).or_default()
    }

    /// Whether the member is in lists and counts of leaderboards.
    pub fn is_listed(&self) -> bool {
        self.status == MemberStatus::Member && !self.opted_out
    }
}

/// Totals of one currency; always equal to the sums over the member's batches.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Balance {
    /// Can be spent now.
    pub available: i64,
    /// Opens later.
    pub pending: i64,
    /// Spent on orders that are not confirmed yet; no longer part of `available`.
    pub reserved: i64,
    /// Ever earned.
    pub earned: i64,
    /// Ever spent, less what was given back.
    pub spent: i64,
    /// Ever expired.
    pub expired: i64,
}

/// Identifies a batch within a member: points with equal dates are one batch. The order
/// of the fields is the order of spending: first to expire first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct BatchKey {
    /// Currency id.
    pub currency: String,
    /// First instant the points are gone; [`NEVER`] if they stay.
    pub expires_at: i64,
    /// 0 once open, else when they open.
    pub available_at: i64,
}

/// What is left of points earned.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Batch {
    /// Put in.
    pub earned: i64,
    /// Left.
    pub remaining: i64,
}

/// Live batches in spending order.
pub type Batches = BTreeMap<BatchKey, Batch>;

/// Where on the ladder a member is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TierState {
    /// Tier id.
    pub tier: String,
    /// Since when.
    pub since: i64,
    /// When keeping it is decided; [`NEVER`] for the entry tier.
    pub keep_until: i64,
}

/// A badge the member has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeldBadge {
    /// Number within a numbered edition.
    pub edition: Option<i64>,
    /// When.
    pub earned_at: i64,
}

/// Counters that follow from the events and are only ever used whole.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Rule id → how often it paid in each of the latest cap periods.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub caps: BTreeMap<String, Vec<CapCount>>,
    /// Tier metric, asked for or not → month number → value; months no window can reach are dropped.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub months: BTreeMap<String, BTreeMap<i32, i64>>,
    /// Tier metric → value over the whole membership.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub lifetime: BTreeMap<String, i64>,
    /// Tiers lost of late, oldest first: what is told late may show that one was kept after all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lost: Vec<LostTier>,
    /// Badge id → value per criterion, until it is earned.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub badges: BTreeMap<String, Vec<i64>>,
}

/// A tier that was not kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LostTier {
    /// Tier id.
    pub tier: String,
    /// Since when it had been held.
    pub since: i64,
    /// When keeping it was decided.
    pub at: i64,
}

/// How often a rule paid in one cap period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CapCount {
    /// Which kind of period: 0 ever, 1 day, 2 week, 3 month.
    pub period: u8,
    /// Which one, see [`super::calendar::cap_key`].
    pub key: i32,
    /// Times paid.
    pub times: u32,
}

/// Stored number of a cap period.
pub(super) fn cap_code(period: CapPeriod) -> u8 {
    match period {
        CapPeriod::Ever => 0,
        CapPeriod::Day => 1,
        CapPeriod::Week => 2,
        CapPeriod::Month => 3,
    }
}
