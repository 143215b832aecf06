//! Tests of the rules engine: a small programme and the ways to act in it.

mod badges;
mod calendar;
mod changes;
mod earning;
mod points;
mod returns;
mod tiers;

use super::{Change, Effects, Event, MemberState, Outcome, Reason, Refusal, Sequences, TakenBack};
use crate::programme::Programme;

/// 2026-11-02T00:00:00Z, a Monday.
pub(super) const MONDAY: i64 = 1_793_577_600_000;
pub(super) const HOUR: i64 = 3_600_000;
pub(super) const DAY: i64 = 24 * HOUR;

const CLUB: &str = r##"
id = "club"
name = { en = "Club" }
time_zone = "UTC"
locales = ["en"]
money = "EUR"
events = ["purchase", "visit", "review"]
currencies = [
  { id = "points", name = { en = "Points" }, unit = { en = { other = "points" } }, qualifying = true, expiry = { kind = "after", days = 30 } },
  { id = "gems", name = { en = "Gems" }, unit = { en = { other = "gems" } } },
]
rules = [
  { id = "buy", event = "purchase", name = { en = "Buy" }, description = { en = "Buy" }, per_spend = { earn = { points = 1 }, per = 100 }, pending_days = 3, tier_bonus = true },
  { id = "drop-in", event = "visit", name = { en = "Visit" }, description = { en = "Visit" }, earn = { points = 10, gems = 1 }, caps = [{ period = "day" }, { period = "week", times = 2 }] },
  { id = "say", event = "review", name = { en = "Review" }, description = { en = "Review" }, earn = { points = 33 } },
  { id = "birthday", trigger = "birthday", name = { en = "Birthday" }, description = { en = "Birthday" }, earn = { points = 50 } },
  { id = "year", trigger = "anniversary", name = { en = "Year" }, description = { en = "Year" }, earn = { points = 70 } },
]
multipliers = [
  { id = "half-more", name = { en = "x1.5" }, percent = 150, rules = ["say"], window = { starts_at = "2026-11-10", ends_at = "2026-11-20" } },
  { id = "sundays", name = { en = "x2" }, percent = 200, rules = ["say"], weekdays = ["sunday"] },
]
tier_policy = { window = "rolling_months", months = 3, keep_months = 2 }
tiers = [
  { id = "low", name = { en = "Low" } },
  { id = "mid", name = { en = "Mid" }, bonus_percent = 10, requirements = [{ earned = "points", target = 100, label = { en = "Points" } }] },
  { id = "top", name = { en = "Top" }, bonus_percent = 50, requirements = [{ earned = "points", target = 300, label = { en = "Points" } }, { events = "purchase", target = 2, label = { en = "Purchases" } }] },
]
series = [
  { id = "first", name = { en = "First" }, completion = { gems = 5 }, badges = [
    { id = "visitor", name = { en = "Visitor" }, description = { en = "Two visits" }, criteria = [{ event = "visit", target = 2, label = { en = "Visits" } }] },
    { id = "spender", name = { en = "Spender" }, description = { en = "50 euros" }, edition = { max = 2 }, reward = { points = 7 }, criteria = [{ event = "purchase", measure = "amount", target = 5000, label = { en = "Spent" } }] },
  ] },
]
boards = [{ id = "week", name = { en = "Week" }, earned = "points", period = "week" }]
"##;

pub(super) fn club() -> Programme {
    Programme::from_toml("club.toml", CLUB, MONDAY).unwrap()
}

/// A member of the small programme, with everything they have caused.
pub(super) struct Player<'p> {
    pub(super) programme: &'p Programme,
    pub(super) member: MemberState,
    pub(super) sequences: Sequences,
    pub(super) effects: Effects,
    events: u32,
}

impl<'p> Player<'p> {
    /// Joins at [`MONDAY`].
    pub(super) fn new(programme: &'p Programme) -> Self {
        let member = MemberState::new(1, "ann", "Ann", MONDAY);
        let sequences = Sequences {
            next_ledger_id: 1,
            ..Sequences::default()
        };
        let mut player = Self {
            programme,
            member,
            sequences,
            effects: Effects::default(),
            events: 0,
        };
        player.change(|change| change.enrol());
        player
    }

    pub(super) fn change<T>(&mut self, run: impl FnOnce(&mut Change<'_>) -> T) -> T {
        let mut change = Change::new(self.programme, &mut self.member, &mut self.sequences);
        change.effects = std::mem::take(&mut self.effects);
        let result = run(&mut change);
        self.effects = change.effects;
        result
    }

    pub(super) fn event(&mut self, kind: &str, amount: Option<i64>, at: i64) -> Event {
        self.events += 1;
        let id = format!("e{}", self.events);
        Event {
            id,
            member: "ann".into(),
            kind: kind.into(),
            occurred_at: at,
            amount,
            ..Event::default()
        }
    }

    pub(super) fn does(
        &mut self,
        kind: &str,
        amount: Option<i64>,
        at: i64,
    ) -> Result<Outcome, Refusal> {
        let event = self.event(kind, amount, at);
        self.change(|change| change.apply(&event, &TakenBack::default(), at))
    }

    pub(super) fn settle(&mut self, at: i64) {
        self.change(|change| change.settle(at));
    }

    pub(super) fn points(&self) -> (i64, i64) {
        let balance = self.member.balance("points");
        (balance.available, balance.pending)
    }

    /// How often something was booked for that reason.
    pub(super) fn times(&self, reason: Reason) -> usize {
        let entries = self.effects.ledger.iter();
        entries
            .filter(|entry| entry.source.reason == reason)
            .count()
    }

    pub(super) fn tier(&self) -> &str {
        &self.member.tier.as_ref().unwrap().tier
    }
}
