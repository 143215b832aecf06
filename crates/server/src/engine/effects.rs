//! What a change brings about besides the member's new state.

use std::collections::BTreeSet;

use palier_contract::stream::Topic;
use serde::{Deserialize, Serialize};

/// Everything to be written together with the member's new state.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Effects {
    /// In the order they happened.
    pub ledger: Vec<LedgerEntry>,
    /// In the order they happened.
    pub tier_changes: Vec<TierChange>,
    /// Badge ids newly earned.
    pub badges: Vec<String>,
    /// Series newly completed, with the instant.
    pub series: Vec<(String, i64)>,
    /// Points on leaderboards.
    pub scores: Vec<Score>,
    /// Topics whose data changed, for live hints.
    pub topics: BTreeSet<Topic>,
}

/// One line of the ledger; never changed once written.
#[derive(Debug, Clone, PartialEq)]
pub struct LedgerEntry {
    /// Unique, growing with time of writing.
    pub id: i64,
    /// Currency id.
    pub currency: String,
    /// Signed.
    pub amount: i64,
    /// What kind of movement.
    pub kind: EntryKind,
    /// When it happened.
    pub occurred_at: i64,
    /// When pending points open.
    pub available_at: Option<i64>,
    /// When what was earned is gone; of what lapsed later than that, when it should have.
    pub expires_at: Option<i64>,
    /// Available and pending after it.
    pub balance_after: i64,
    /// Why.
    pub source: Source,
    /// The event behind it.
    pub event_id: Option<String>,
    /// How the amount came about; empty when it is simply what the source pays.
    pub steps: Vec<Step>,
    /// The entry this one takes back, or the rest of it.
    pub reverses: Option<i64>,
    /// The entry this one takes a part of back.
    pub part_of: Option<i64>,
}

/// Kinds of ledger entries, the contract's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryKind {
    /// Points in.
    Earn,
    /// Points out for a reward.
    Spend,
    /// Points lapsed.
    Expire,
    /// Points back from a cancelled order.
    Refund,
    /// An earning taken back.
    Reverse,
    /// By hand.
    Adjust,
}

impl EntryKind {
    /// The word stored and sent.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Earn => "earn",
            Self::Spend => "spend",
            Self::Expire => "expire",
            Self::Refund => "refund",
            Self::Reverse => "reverse",
            Self::Adjust => "adjust",
        }
    }
}

/// Why points moved. The words are stable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// An earning rule paid for an event.
    Rule,
    /// One paid for joining.
    Enrolment,
    /// One paid for a birthday.
    Birthday,
    /// One paid for a year of membership.
    Anniversary,
    /// A badge was earned.
    Badge,
    /// A series was completed.
    Series,
    /// A leaderboard's prize was won.
    Prize,
    /// An order was paid.
    Redemption,
    /// An order was paid back.
    Refund,
    /// Points lapsed.
    Expiry,
    /// What an event earned was taken back.
    Reversal,
}

impl Reason {
    /// The word stored and sent.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Rule => "rule",
            Self::Enrolment => "enrolment",
            Self::Birthday => "birthday",
            Self::Anniversary => "anniversary",
            Self::Badge => "badge",
            Self::Series => "series",
            Self::Prize => "prize",
            Self::Redemption => "redemption",
            Self::Refund => "refund",
            Self::Expiry => "expiry",
            Self::Reversal => "reversal",
        }
    }

    /// What kind of thing the id of such a [`Source`] names.
    pub fn source_kind(self) -> &'static str {
        match self {
            Self::Rule | Self::Enrolment | Self::Birthday | Self::Anniversary => "rule",
            Self::Badge => "badge",
            Self::Series => "series",
            Self::Prize => "board",
            Self::Redemption | Self::Refund => "redemption",
            Self::Expiry => "currency",
            Self::Reversal => "event",
        }
    }
}

/// Why points moved, and what caused it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Why.
    pub reason: Reason,
    /// The id of what caused it; see [`Reason::source_kind`].
    pub id: String,
}

impl Source {
    /// Shorthand.
    pub fn new(reason: Reason, id: &str) -> Self {
        Self {
            reason,
            id: id.to_owned(),
        }
    }
}

/// One step of the calculation of an amount, told to the member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// `base`, `multiplier` or `tier`.
    pub step: String,
    /// Id of the rule, multiplier or tier.
    pub id: String,
    /// Hundredths applied; absent for the base.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<u32>,
    /// The amount after this step.
    pub value: i64,
}

/// A move on the tier ladder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TierChange {
    /// Which way.
    pub kind: TierChangeKind,
    /// Tier before.
    pub from: Option<String>,
    /// Tier after.
    pub to: String,
    /// When.
    pub at: i64,
}

/// Which way a member moved on the tier ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TierChangeKind {
    /// On to the ladder.
    Join,
    /// To a higher tier.
    Upgrade,
    /// To a lower tier, at the end of a keep period.
    Downgrade,
    /// The same tier for another keep period.
    Prolong,
}

impl TierChangeKind {
    /// The word stored in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Join => "join",
            Self::Upgrade => "upgrade",
            Self::Downgrade => "downgrade",
            Self::Prolong => "prolong",
        }
    }
}

/// Points on a leaderboard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// Board id.
    pub board: String,
    /// Added to the member's score, may be negative.
    pub delta: i64,
    /// When it was earned; decides the period.
    pub at: i64,
}
