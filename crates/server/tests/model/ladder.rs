//! Tiers: reached at once, kept or lost when a keep period ends.

use palier_server::programme::{Requirement, TierMetric, TierWindow};

use super::{
    person::{Counted, Loss, Place},
    turn::Turn,
};

impl Turn<'_> {
    /// Counts something towards tiers.
    pub(crate) fn count(&mut self, metric: TierMetric, value: i64, at: i64) {
        let month = self.days.month(at);
        self.person.counted.push(Counted {
            metric,
            month,
            value,
        });
    }

    /// What counts of a metric in the window that `at` lies in.
    pub(crate) fn value(&self, metric: &TierMetric, at: i64) -> i64 {
        let last = self.days.month(at);
        let first = match self.programme.tier_policy.window {
            TierWindow::Lifetime => None,
            TierWindow::CalendarYear => Some((1..=last).rev().find(|one| one % 12 == 1).unwrap()),
            TierWindow::RollingMonths(months) => Some(last + 1 - months as i32),
        };
        let is_in = |month| first.is_none_or(|first| (first..=last).contains(&month));
        let counted = self.person.counted.iter();
        let counted = counted.filter(|one| one.metric == *metric && is_in(one.month));
        counted.map(|one| one.value).sum::<i64>().max(0)
    }

    fn meets(&self, asks: &[Requirement], at: i64) -> bool {
        asks.iter()
            .all(|one| self.value(&one.metric, at) >= one.target)
    }

    /// Up to the highest tier whose requirements are met.
    pub(crate) fn lift(&mut self, at: i64) {
        let held = self.person.place.map(|place| place.tier);
        let tiers = &self.programme.tiers;
        let reached = (0..tiers.len())
            .filter(|tier| self.meets(&tiers[*tier].requirements, at))
            .max();
        if let Some(tier) = reached.filter(|tier| Some(*tier) > held) {
            // The month of the upgrade is not counted.
            let months = self.programme.tier_policy.keep_months + 1;
            self.stand(tier, at, self.keep_until(tier, at, months));
        }
    }

    /// What is told late lifts by a window that ended since, or today's.
    pub(crate) fn lift_since(&mut self, then: i64, now: i64) {
        let mut at = then;
        while at < now {
            at = (self.days.month_after(at + 1, 1) - 1).min(now);
            self.settle(at);
            self.lift(at);
        }
    }

    /// The decision at the end of a keep period.
    pub(crate) fn decide(&mut self, at: i64) {
        let held = self.person.place.unwrap();
        let tier = self.decided(held.tier, at);
        if tier != held.tier {
            self.person.losses.push(Loss {
                tier: held.tier,
                since: held.since,
                at,
            });
        }
        let since = if tier == held.tier { held.since } else { at };
        self.stand(
            tier,
            since,
            self.keep_until(tier, at, self.programme.tier_policy.keep_months),
        );
    }

    /// The tier after a decision: the same, one below, or the highest below that would be kept.
    pub(crate) fn decided(&self, held: usize, at: i64) -> usize {
        let judged = at - 1;
        let keeps = |tier: usize| {
            let tier = &self.programme.tiers[tier];
            let asks = if tier.keep.is_empty() {
                &tier.requirements
            } else {
                &tier.keep
            };
            self.meets(asks, judged)
        };
        if held == 0 || keeps(held) {
            held
        } else if self.programme.tier_policy.one_step_down {
            held - 1
        } else {
            (0..held).filter(|tier| keeps(*tier)).max().unwrap_or(0)
        }
    }

    /// Gives back a tier that was lost by a decision that what happened at `told` would have turned.
    pub(crate) fn give_back(&mut self, told: i64) {
        let held = self.person.place.unwrap().tier;
        let losses = self.person.losses.clone();
        let wrong = |loss: &Loss| {
            loss.at > told && loss.tier > held && self.decided(loss.tier, loss.at) == loss.tier
        };
        if let Some(first) = losses.iter().position(wrong) {
            let loss = losses[first];
            self.person.losses.truncate(first);
            let months = self.programme.tier_policy.keep_months;
            self.stand(
                loss.tier,
                loss.since,
                self.keep_until(loss.tier, loss.at, months),
            );
        }
    }

    fn keep_until(&self, tier: usize, at: i64, months: u32) -> Option<i64> {
        let window = self.programme.tier_policy.window;
        if tier == 0 || window == TierWindow::Lifetime {
            return None;
        }
        let end = self.days.month_after(at, months);
        Some(if window == TierWindow::CalendarYear {
            self.days.next_year(end - 1)
        } else {
            end
        })
    }

    fn stand(&mut self, tier: usize, since: i64, keep_until: Option<i64>) {
        self.person.place = Some(Place {
            tier,
            since,
            keep_until,
        });
    }
}
