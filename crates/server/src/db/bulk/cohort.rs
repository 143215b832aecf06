//! What a cohort of new members leaves behind, to be written at once.

use std::collections::BTreeMap;

use palier_contract::redemption::RedemptionState;

use crate::{
    db::orders::{NewCode, NewOrder},
    engine::{Allocation, Effects, Event, MemberState, Outcome, calendar::Period},
};

/// An accepted event and what it brought.
#[derive(Debug, Clone)]
pub struct AppliedEvent {
    /// Surrogate key of the member.
    pub member: i64,
    /// As reported.
    pub event: Event,
    /// What it brought.
    pub outcome: Outcome,
}

/// An order with everything that belongs to it.
#[derive(Debug, Clone)]
pub struct PlacedOrder {
    /// The order.
    pub order: NewOrder,
    /// What paid for it.
    pub paid: Vec<Allocation>,
    /// States in order with their instants; never empty.
    pub states: Vec<(RedemptionState, i64)>,
    /// The shipment, as the contract's JSON.
    pub tracking: Option<String>,
    /// The code handed out.
    pub code: Option<NewCode>,
}

/// A member's score in a period.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ScoreRow {
    /// Score.
    pub score: i64,
    /// When it was last raised.
    pub reached_at: i64,
    /// Score at the snapshot; `None`: not on the board then.
    pub then: Option<i64>,
}

/// Scores of one period of a board.
#[derive(Debug, Clone)]
pub struct PeriodScores {
    /// Board id.
    pub board: String,
    /// Which period.
    pub period: Period,
    /// Whether prizes have been paid.
    pub is_final: bool,
    /// Surrogate key → score.
    pub scores: BTreeMap<i64, ScoreRow>,
}

/// Everything one cohort of new members leaves behind.
#[derive(Debug, Default)]
pub struct Cohort {
    /// The members as they are now.
    pub members: Vec<MemberState>,
    /// (member, effects), scores and topics already taken out.
    pub effects: Vec<(i64, Effects)>,
    /// Accepted events.
    pub events: Vec<AppliedEvent>,
    /// Orders.
    pub orders: Vec<PlacedOrder>,
    /// Leaderboard scores.
    pub boards: Vec<PeriodScores>,
}
