//! Caps: how often a rule pays in a day, a week, a month, or at all.

use std::collections::BTreeSet;

use super::{
    Change, Earned,
    calendar::cap_key,
    state::{CapCount, cap_code},
};
use crate::programme::{Cap, CapPeriod, EarningRule};

/// How many periods back from the newest one counts are kept. What is told later than that comes
/// too late to be paid under a cap: nobody knows any more what was.
const KEPT: i32 = 31;

/// What [`cap_key`] grows by from one period to the next.
fn step(period: CapPeriod) -> i32 {
    if period == CapPeriod::Week { 7 } else { 1 }
}

impl Change<'_> {
    pub(super) fn within_caps(&self, rule: &EarningRule, at: i64) -> bool {
        rule.caps.iter().all(|cap| {
            self.used(rule, *cap, at)
                .is_some_and(|used| used < cap.times)
        })
    }

    /// Times `rule` has paid in the period of `cap` that `at` lies in; `None` when that is too long
    /// ago to be known.
    fn used(&self, rule: &EarningRule, cap: Cap, at: i64) -> Option<u32> {
        let counts = self.member.progress.caps.get(&rule.id);
        let period = cap_code(cap.period);
        let counts = counts.into_iter().flatten();
        let counts = counts.filter(|count| count.period == period);
        let key = cap_key(&self.programme.time_zone, cap.period, at);
        let newest = counts.clone().map(|count| count.key).max();
        if newest.is_some_and(|newest| newest - key > KEPT * step(cap.period)) {
            return None;
        }
        let mut counts = counts;
        Some(
            counts
                .find(|count| count.key == key)
                .map_or(0, |count| count.times),
        )
    }

    pub(super) fn count_caps(&mut self, rule: &EarningRule, at: i64) {
        if rule.caps.is_empty() {
            return;
        }
        let zone = &self.programme.time_zone;
        let caps = &mut self.member.progress.caps;
        let counts = caps.entry(rule.id.clone()).or_default();
        for cap in &rule.caps {
            let (period, key) = (cap_code(cap.period), cap_key(zone, cap.period, at));
            let of_it = |count: &&mut CapCount| (count.period, count.key) == (period, key);
            match counts.iter_mut().find(of_it) {
                Some(count) => count.times = count.times.saturating_add(1),
                None => counts.push(CapCount {
                    period,
                    key,
                    times: 1,
                }),
            }
            let oldest = key - KEPT * step(cap.period);
            counts.retain(|count| count.period != period || count.key >= oldest);
        }
    }

    /// What rules paid for an event is taken back: they may pay once more in its periods.
    pub(super) fn free_caps(&mut self, earned: &[Earned]) {
        let programme = self.programme;
        let zone = &programme.time_zone;
        // A rule may have paid in several currencies; it paid once.
        let paid: BTreeSet<(&str, i64)> = earned
            .iter()
            .map(|one| (one.entry.source.id.as_str(), one.entry.occurred_at))
            .collect();
        for (id, at) in paid {
            let rule = programme.rules.iter().find(|rule| rule.id == id);
            let (Some(rule), Some(counts)) = (rule, self.member.progress.caps.get_mut(id)) else {
                continue;
            };
            for cap in &rule.caps {
                let (period, key) = (cap_code(cap.period), cap_key(zone, cap.period, at));
                let of_it = |count: &&mut CapCount| (count.period, count.key) == (period, key);
                if let Some(count) = counts.iter_mut().find(of_it) {
                    count.times = count.times.saturating_sub(1);
                }
            }
        }
    }
}
