//! Tiers: up at once, down only when the keep period ends.

use palier_contract::stream::Topic;

use super::{
    Change, LostTier, MemberState, TierState,
    calendar::{NEVER, add_months, date, month_number, start_of_day},
    effects::{TierChange, TierChangeKind as Kind},
};
use crate::programme::{Programme, Requirement, Tier, TierMetric, TierWindow};

/// Where a member stands, for showing.
#[derive(Debug, Clone, PartialEq)]
pub struct TierView<'p> {
    /// The tier held; `None` before enrolment.
    pub current: Option<&'p Tier>,
    /// The tier above; `None` at the top.
    pub next: Option<&'p Tier>,
    /// What the next tier asks, and how much of it is there.
    pub requirements: Vec<(&'p Requirement, i64)>,
    /// What keeping the current tier asks when it is evaluated; empty for the entry tier.
    pub keep: Vec<(&'p Requirement, i64)>,
    /// When keeping is decided.
    pub keep_until: Option<i64>,
    /// The tier after that decision if nothing more is done.
    pub projected: Option<&'p Tier>,
}

/// Where `member` stands at `now`; the member must be settled to `now`.
pub fn tier_view<'p>(programme: &'p Programme, member: &MemberState, now: i64) -> TierView<'p> {
    let state = member.tier.as_ref();
    let position = state.and_then(|state| programme.tier_position(&state.tier));
    let current = position.and_then(|at| programme.tiers.get(at));
    let next = position.map_or(0, |at| at + 1);
    let next = programme.tiers.get(next);
    let keep_until = state
        .map(|state| whole_window(programme, state.keep_until))
        .filter(|until| *until < NEVER);
    let with_value = |requirement: &'p Requirement, at| {
        (
            requirement,
            value(programme, member, &requirement.metric, at),
        )
    };
    let required = next.map_or(&[] as &[_], |tier| &tier.requirements);
    let kept = current
        .filter(|_| keep_until.is_some())
        .map_or(&[] as &[_], Tier::keep_requirements);
    TierView {
        current,
        next,
        requirements: required
            .iter()
            .map(|requirement| with_value(requirement, now))
            .collect(),
        keep: kept
            .iter()
            .map(|requirement| with_value(requirement, keep_until.unwrap_or(now) - 1))
            .collect(),
        keep_until,
        projected: match (position, keep_until) {
            (Some(at), Some(until)) => programme
                .tiers
                .get(after_evaluation(programme, member, at, until)),
            _ => current,
        },
    }
}

/// How many decisions against a member are remembered, in case they are shown to be wrong.
const LOSSES_KEPT: usize = 4;

/// The longest window that a programme may ask for, in months.
const LONGEST_WINDOW: i32 = 60;

/// Adds to a metric, whether a tier asks for it or not: tomorrow's file may ask for another, and over
/// another window, and what members did until then counts.
pub(super) fn count(
    programme: &Programme,
    member: &mut MemberState,
    metric: &TierMetric,
    value: i64,
    at: i64,
) {
    let month = month_number(date(&programme.time_zone, at));
    let key = metric.key();
    let lifetime = member.progress.lifetime.entry(key.clone()).or_default();
    *lifetime = lifetime.saturating_add(value);
    let reach = match programme.tier_policy.window {
        TierWindow::Lifetime => 0,
        TierWindow::CalendarYear => 12,
        TierWindow::RollingMonths(months) => i32::try_from(months).unwrap_or(LONGEST_WINDOW),
    };
    let months = member.progress.months.entry(key).or_default();
    let total = months.entry(month).or_default();
    *total = total.saturating_add(value);
    // One window more than needed: keeping is evaluated as of the window's last month.
    let kept = (2 * reach).max(LONGEST_WINDOW);
    months.retain(|one, _| *one > month - kept);
}

/// The value of a metric in the qualification window around `at`.
fn value(programme: &Programme, member: &MemberState, metric: &TierMetric, at: i64) -> i64 {
    let key = metric.key();
    let last = month_number(date(&programme.time_zone, at));
    let first = match programme.tier_policy.window {
        TierWindow::Lifetime => {
            return member
                .progress
                .lifetime
                .get(&key)
                .copied()
                .unwrap_or(0)
                .max(0);
        }
        TierWindow::CalendarYear => last - last.rem_euclid(12),
        TierWindow::RollingMonths(months) => {
            last + 1 - i32::try_from(months).unwrap_or(LONGEST_WINDOW)
        }
    };
    let months = member.progress.months.get(&key);
    months
        .map_or(0, |months| {
            months
                .range(first..=last)
                .fold(0_i64, |sum, (_, value)| sum.saturating_add(*value))
        })
        .max(0)
}

/// The end of a keep period that would end at `end`. A calendar year is judged whole, never on its
/// first months alone: there the period runs on to the next 1 January. Where the programme has moved to a
/// zone further east, the month that is judged ended some hours before `end`.
fn whole_window(programme: &Programme, end: i64) -> i64 {
    if end >= NEVER {
        return end;
    }
    let zone = &programme.time_zone;
    let first = date(zone, end).first_of_month();
    let end = if first == date(zone, end) {
        start_of_day(zone, first)
    } else {
        end
    };
    if programme.tier_policy.window != TierWindow::CalendarYear {
        return end;
    }
    let judged = date(zone, end - 1).first_of_year();
    start_of_day(zone, add_months(judged, 12))
}

fn meets(
    programme: &Programme,
    member: &MemberState,
    requirements: &[Requirement],
    at: i64,
) -> bool {
    requirements
        .iter()
        .all(|asks| value(programme, member, &asks.metric, at) >= asks.target)
}

/// The ladder position after the evaluation at `keep_until`.
fn after_evaluation(
    programme: &Programme,
    member: &MemberState,
    position: usize,
    keep_until: i64,
) -> usize {
    let at = keep_until - 1;
    let tiers = &programme.tiers;
    let kept = tiers
        .get(position)
        .is_some_and(|tier| meets(programme, member, tier.keep_requirements(), at));
    if kept || position == 0 {
        return position;
    }
    if programme.tier_policy.one_step_down {
        return position - 1;
    }
    let met = |index: &usize| {
        tiers
            .get(*index)
            .is_some_and(|tier| meets(programme, member, tier.keep_requirements(), at))
    };
    (0..position).rev().find(met).unwrap_or(0)
}

impl Change<'_> {
    /// Lifts the member to the highest tier met at `at`.
    pub(super) fn upgrade(&mut self, at: i64) {
        let programme = self.programme;
        let current = self
            .member
            .tier
            .as_ref()
            .and_then(|state| programme.tier_position(&state.tier));
        let member = &*self.member;
        let met = |(index, tier): &(usize, &Tier)| {
            current.is_none_or(|held| *index > held)
                && meets(programme, member, &tier.requirements, at)
        };
        let reached = programme.tiers.iter().enumerate().rev().find(met);
        if let Some((index, tier)) = reached {
            let kind = if current.is_none() {
                Kind::Join
            } else {
                Kind::Upgrade
            };
            self.move_to(index, tier, kind, at);
        }
    }

    /// Finds the member's place on a ladder that the programme file has changed: who holds none of its
    /// tiers gets the highest that they meet, and a tier that was for ever, where now tiers are decided on,
    /// has a keep period as if it had been reached at `now`.
    pub fn find_place(&mut self, now: i64) {
        let programme = self.programme;
        let held = self.member.tier.as_ref();
        match held.and_then(|state| programme.tier_position(&state.tier)) {
            None => self.upgrade(now),
            Some(0) => {}
            Some(_) => {
                let keep_until = self.keep_until(Kind::Upgrade, now);
                if let Some(state) = &mut self.member.tier
                    && state.keep_until >= NEVER
                {
                    state.keep_until = keep_until;
                    self.effects.topics.insert(Topic::Tier);
                }
            }
        }
    }

    /// Decides at the end of the keep period whether the tier stays.
    pub(super) fn evaluate_keeping(&mut self, at: i64) {
        let programme = self.programme;
        let due = whole_window(programme, at);
        if let Some(state) = self.member.tier.as_mut().filter(|_| due > at) {
            // The date is from before the programme counted in calendar years.
            state.keep_until = due;
            return;
        }
        let at = due;
        let held = self
            .member
            .tier
            .as_ref()
            .and_then(|state| programme.tier_position(&state.tier));
        // A tier that the programme no longer has: begin again from the bottom.
        let position = held.unwrap_or(0);
        let after = held.map_or(0, |at_position| {
            after_evaluation(programme, self.member, at_position, at)
        });
        let Some(tier) = programme.tiers.get(after) else {
            // No tiers any more: nothing is left to evaluate.
            if let Some(state) = self.member.tier.as_mut() {
                state.keep_until = NEVER;
            }
            return;
        };
        let kind = if held.is_some() && after == position {
            Kind::Prolong
        } else {
            self.note_loss(at);
            Kind::Downgrade
        };
        self.move_to(after, tier, kind, at);
    }

    fn note_loss(&mut self, at: i64) {
        let Some(held) = &self.member.tier else {
            return;
        };
        let lost = &mut self.member.progress.lost;
        lost.push(LostTier {
            tier: held.tier.clone(),
            since: held.since,
            at,
        });
        let surplus = lost.len().saturating_sub(LOSSES_KEPT);
        lost.drain(..surplus);
    }

    /// Gives a tier back that was lost by a decision on a window in which something happened, told
    /// only now, that would have kept it. Its next period is judged as if it had been kept then.
    pub(super) fn restore(&mut self, told: i64) -> Option<String> {
        let programme = self.programme;
        let held = self.member.tier.as_ref();
        let held = held.and_then(|state| programme.tier_position(&state.tier));
        let kept = |lost: &LostTier| {
            let index = programme.tier_position(&lost.tier)?;
            let tier = programme.tiers.get(index)?;
            let asks = tier.keep_requirements();
            let higher = lost.at > told && Some(index) > held;
            (higher && meets(programme, self.member, asks, lost.at - 1)).then_some((index, tier))
        };
        let lost = &self.member.progress.lost;
        let mut found = lost.iter().enumerate();
        let (place, index, tier) =
            found.find_map(|(place, lost)| kept(lost).map(|(index, tier)| (place, index, tier)))?;
        // What was lost after it would not have been lost.
        let lost = self
            .member
            .progress
            .lost
            .split_off(place)
            .into_iter()
            .next()?;
        self.move_to(index, tier, Kind::Prolong, lost.at);
        if let Some(state) = &mut self.member.tier {
            state.since = lost.since;
        }
        Some(lost.tier)
    }

    fn move_to(&mut self, index: usize, tier: &Tier, kind: Kind, at: i64) {
        let from = self.member.tier.take();
        let since = from
            .as_ref()
            .filter(|_| kind == Kind::Prolong)
            .map_or(at, |state| state.since);
        let keep_until = if index == 0 {
            NEVER
        } else {
            self.keep_until(kind, at)
        };
        self.member.tier = Some(TierState {
            tier: tier.id.clone(),
            since,
            keep_until,
        });
        let from = from.map(|state| state.tier);
        self.effects.tier_changes.push(TierChange {
            kind,
            from,
            to: tier.id.clone(),
            at,
        });
        self.effects.topics.insert(Topic::Tier);
    }

    fn keep_until(&self, kind: Kind, at: i64) -> i64 {
        let programme = self.programme;
        if programme.tier_policy.window == TierWindow::Lifetime {
            return NEVER;
        }
        let zone = &programme.time_zone;
        let first = date(zone, at).first_of_month();
        // An evaluation falls on a month's first instant, which belongs to the new period; the
        // month of an upgrade is not counted.
        let evaluated = kind != Kind::Upgrade && start_of_day(zone, first) == at;
        let months = i64::from(programme.tier_policy.keep_months) + i64::from(!evaluated);
        whole_window(programme, start_of_day(zone, add_months(first, months)))
    }
}
