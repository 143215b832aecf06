//! Earning rules: which of them an event sets off, and what each pays.

use super::{
    Change, Event,
    calendar::date,
    effects::{Reason, Score, Source, Step},
    points::Credit,
};
use crate::programme::{BoardMetric, Condition, Earn, EarningRule, Multiplier, Trigger};

/// Whether every condition holds for an event.
pub(super) fn holds(conditions: &[Condition], event: &Event) -> bool {
    conditions.iter().all(|condition| match condition {
        Condition::MinAmount(least) => event.amount.is_some_and(|amount| amount >= *least),
        Condition::MinQuantity(least) => event.quantity.unwrap_or(1) >= *least,
        Condition::Property { name, equals } => event.properties.get(name) == Some(equals),
    })
}

impl Change<'_> {
    /// Runs every rule with this trigger; `event` carries what happened.
    pub(super) fn run_rules(&mut self, trigger: &Trigger, event: &Event) {
        let programme = self.programme;
        let at = event.occurred_at;
        for rule in programme
            .rules
            .iter()
            .filter(|rule| rule.trigger == *trigger)
        {
            let due = rule.window.contains(at) && holds(&rule.conditions, event);
            if due && self.within_caps(rule, at) && self.pay_rule(rule, event) {
                self.count_caps(rule, at);
            }
        }
    }

    /// Pays what a rule gives for an event; false when that is nothing.
    fn pay_rule(&mut self, rule: &EarningRule, event: &Event) -> bool {
        let mut paid = false;
        for earn in &rule.earn {
            let base = base_value(earn, event);
            let steps = self.compose(rule, earn.currency(), base, event.occurred_at);
            let value = steps.last().map_or(base, |step| step.value);
            if value <= 0 {
                continue;
            }
            paid = true;
            let credited = Credit {
                currency: earn.currency().to_owned(),
                value,
                at: event.occurred_at,
                pending_days: rule.pending_days,
                source: Source::new(reason(&rule.trigger), &rule.id),
                event_id: (!event.id.is_empty()).then(|| event.id.clone()),
                // A single step would only repeat the amount.
                steps: if steps.len() > 1 { steps } else { Vec::new() },
            };
            self.score_earned(earn.currency(), value, event.occurred_at);
            self.credit(credited);
        }
        paid
    }

    /// Base, then each multiplier in file order, then the tier's bonus; each rounds down.
    fn compose(&self, rule: &EarningRule, currency: &str, base: i64, at: i64) -> Vec<Step> {
        let programme = self.programme;
        let mut value = base;
        let mut steps = vec![Step {
            step: "base".to_owned(),
            id: rule.id.clone(),
            percent: None,
            value,
        }];
        let tier = self
            .member
            .tier
            .as_ref()
            .and_then(|state| programme.tier(&state.tier));
        for multiplier in &programme.multipliers {
            if self.applies(multiplier, rule, currency, at) {
                value = scale(value, multiplier.percent);
                let id = multiplier.id.clone();
                steps.push(Step {
                    step: "multiplier".to_owned(),
                    id,
                    percent: Some(multiplier.percent),
                    value,
                });
            }
        }
        if let Some(tier) = tier.filter(|tier| rule.tier_bonus && tier.bonus_percent > 0) {
            let percent = 100 + tier.bonus_percent;
            value = scale(value, percent);
            steps.push(Step {
                step: "tier".to_owned(),
                id: tier.id.clone(),
                percent: Some(percent),
                value,
            });
        }
        steps
    }

    /// Whether a multiplier is for what a rule pays the member in a currency at that time.
    fn applies(
        &self,
        multiplier: &Multiplier,
        rule: &EarningRule,
        currency: &str,
        at: i64,
    ) -> bool {
        let is_of_rule = if multiplier.rules.is_empty() {
            matches!(rule.trigger, Trigger::Event(_))
        } else {
            multiplier.rules.contains(&rule.id)
        };
        let only = multiplier.currency.as_deref();
        let is_of_tier = || {
            let held = self.member.tier.as_ref();
            let tiers = &multiplier.tiers;
            tiers.is_empty() || held.is_some_and(|held| tiers.contains(&held.tier))
        };
        let weekday = || date(&self.programme.time_zone, at).weekday();
        let is_of_day = || {
            let days = &multiplier.weekdays;
            days.is_empty() || days.contains(&weekday().to_monday_one_offset())
        };
        is_of_rule
            && only.is_none_or(|only| only == currency)
            && multiplier.window.contains(at)
            && is_of_tier()
            && is_of_day()
    }

    /// Adds what rules earn to the boards that rank it; a negative value takes it back.
    pub(super) fn score_earned(&mut self, currency: &str, value: i64, at: i64) {
        let counts =
            |metric: &_| matches!(metric, BoardMetric::Earned(counted) if counted == currency);
        self.score(counts, value, at);
    }

    /// Adds an event to the boards that count its kind.
    pub(super) fn score_event(&mut self, event: &Event) {
        let counts =
            |metric: &_| matches!(metric, BoardMetric::Events(kind) if *kind == event.kind);
        self.score(counts, 1, event.occurred_at);
    }

    /// Adds to the member's score on the boards with such a metric that they take part in.
    fn score(&mut self, counts: impl Fn(&BoardMetric) -> bool, delta: i64, at: i64) {
        let programme = self.programme;
        for board in &programme.boards {
            let takes_part = board.segment.is_none() || board.segment == self.member.segment;
            if takes_part && counts(&board.metric) {
                self.effects.scores.push(Score {
                    board: board.id.clone(),
                    delta,
                    at,
                });
            }
        }
    }
}

/// At most what the contract can say.
fn base_value(earn: &Earn, event: &Event) -> i64 {
    let value = match earn {
        Earn::Fixed(amount) => amount.value,
        Earn::PerSpend { amount, per } => {
            let full_steps = event.amount.unwrap_or(0).max(0) / (*per).max(1);
            full_steps.saturating_mul(amount.value)
        }
        Earn::PerItem(amount) => event
            .quantity
            .unwrap_or(1)
            .max(0)
            .saturating_mul(amount.value),
    };
    value.min(super::calendar::NEVER)
}

fn scale(value: i64, percent: u32) -> i64 {
    let scaled = i128::from(value) * i128::from(percent) / 100;
    i64::try_from(scaled)
        .unwrap_or(i64::MAX)
        .min(super::calendar::NEVER)
}

fn reason(trigger: &Trigger) -> Reason {
    match trigger {
        Trigger::Event(_) => Reason::Rule,
        Trigger::Enrolment => Reason::Enrolment,
        Trigger::Birthday => Reason::Birthday,
        Trigger::Anniversary => Reason::Anniversary,
    }
}
