//! Badges and series: counts over events, numbered editions, completion.

use palier_contract::stream::Topic;

use super::{Change, Event, HeldBadge, Source, effects::Reason, points::Credit, rules};
use crate::programme::{Amount, Badge, Criterion, CriterionMeasure, Series};

impl Change<'_> {
    /// Counts an event towards every open badge and gives those that are complete.
    pub(super) fn collect(&mut self, event: &Event) {
        let programme = self.programme;
        for series in programme
            .series
            .iter()
            .filter(|series| series.window.contains(event.occurred_at))
        {
            let mut earned = false;
            for badge in &series.badges {
                earned |= self.advance(badge, event);
            }
            if earned {
                self.complete(series, event.occurred_at);
            }
        }
    }

    /// Counts an event towards one badge; true when that earned it.
    fn advance(&mut self, badge: &Badge, event: &Event) -> bool {
        let concerns = |criterion: &Criterion| {
            criterion.event == event.kind && rules::holds(&criterion.conditions, event)
        };
        let open =
            badge.window.contains(event.occurred_at) && !self.member.badges.contains_key(&badge.id);
        if !open || !badge.criteria.iter().any(concerns) {
            return false;
        }
        let values = self
            .member
            .progress
            .badges
            .entry(badge.id.clone())
            .or_default();
        values.resize(badge.criteria.len(), 0);
        for (value, criterion) in values.iter_mut().zip(&badge.criteria) {
            if concerns(criterion) {
                *value = value.saturating_add(measured(criterion.measure, event));
            }
        }
        self.effects.topics.insert(Topic::Badges);
        let met = values
            .iter()
            .zip(&badge.criteria)
            .all(|(value, criterion)| *value >= criterion.target);
        met && self.award(badge, event)
    }

    /// Gives a badge whose criteria are met; false when its edition is exhausted.
    fn award(&mut self, badge: &Badge, event: &Event) -> bool {
        let at = event.occurred_at;
        let edition = match badge.edition {
            None => None,
            Some(edition) => match self.sequences.take_edition(&badge.id, edition.max) {
                None => return false,
                number => number,
            },
        };
        self.member.progress.badges.remove(&badge.id);
        self.member.badges.insert(
            badge.id.clone(),
            HeldBadge {
                edition,
                earned_at: at,
            },
        );
        self.effects.badges.push(badge.id.clone());
        self.pay(
            &badge.reward,
            &Source::new(Reason::Badge, &badge.id),
            at,
            Some(&event.id),
        );
        true
    }

    /// Pays a series' completion once all of its badges are held.
    fn complete(&mut self, series: &Series, at: i64) {
        let whole = series
            .badges
            .iter()
            .all(|badge| self.member.badges.contains_key(&badge.id));
        if whole && self.member.completed_series.insert(series.id.clone()) {
            self.effects.series.push((series.id.clone(), at));
            self.pay(
                &series.completion,
                &Source::new(Reason::Series, &series.id),
                at,
                None,
            );
        }
    }

    /// Gives plain amounts outside the earning rules, such as a prize; a tier they lead to
    /// is reached at once.
    pub fn grant(&mut self, amounts: &[Amount], source: &Source, at: i64) {
        self.pay(amounts, source, at, None);
        self.upgrade(at);
    }

    /// Gives plain amounts, at once and without multipliers.
    fn pay(&mut self, amounts: &[Amount], source: &Source, at: i64, event_id: Option<&str>) {
        for amount in amounts {
            self.credit(Credit {
                currency: amount.currency.clone(),
                value: amount.value,
                at,
                pending_days: 0,
                source: source.clone(),
                event_id: event_id.map(str::to_owned),
                steps: Vec::new(),
            });
        }
    }
}

fn measured(measure: CriterionMeasure, event: &Event) -> i64 {
    match measure {
        CriterionMeasure::Count => 1,
        CriterionMeasure::Amount => event.amount.unwrap_or(0),
        CriterionMeasure::Quantity => event.quantity.unwrap_or(1),
    }
}
