//! Returns: an event is taken back, wholly or in part.

use palier_server::programme::TierMetric;

use super::{
    person::{Kind, Paid},
    turn::Turn,
};

impl Turn<'_> {
    /// Takes `money` of an event back at `at`.
    pub(crate) fn back(&mut self, place: usize, money: i64, at: i64) {
        self.settle(at);
        self.brought.clear();
        let original = self.person.done[place].event.clone();
        let whole = original.amount.unwrap_or(0);
        self.person.done[place].money_back += money;
        let so_far = self.person.done[place].money_back;
        let is_rest = so_far == whole;
        for one in 0..self.person.paid.len() {
            if self.person.paid[one].event == original.id {
                // The same share of each entry as of the money, rounded down.
                let value = self.person.paid[one].value;
                let due = if whole == 0 {
                    value
                } else {
                    value * so_far / whole
                };
                self.reverse(one, due);
            }
        }
        self.count(TierMetric::Spend, -money, original.occurred_at);
        if is_rest {
            self.free(&original.id);
        }
    }

    /// Takes from where it lies, then, for what was spent, from what lapses first; never what lapsed.
    fn reverse(&mut self, one: usize, due: i64) {
        let paid: Paid = self.person.paid[one].clone();
        let Paid {
            currency,
            at,
            opens,
            lapses,
            ..
        } = paid.clone();
        let more = due - paid.due;
        let gone = self.person.lapsed.iter();
        let gone = gone.filter(|(of, day, _)| *of == currency && Some(*day) == lapses);
        // What earlier returns did not take was what had lapsed.
        let gone = gone.map(|(_, _, value)| value).sum::<i64>() - (paid.due - paid.taken);
        let sum = |parts: Vec<(Option<i64>, i64)>| parts.iter().map(|part| part.1).sum::<i64>();
        let mut taken = sum(self.person.take(&currency, more, |lot| {
            lot.lapses == lapses && lot.opens.is_some() && lot.opens == opens
        }));
        taken += sum(self.person.take(&currency, more - taken, |lot| {
            lot.lapses == lapses && lot.opens.is_none()
        }));
        let spent = more - taken - gone.max(0);
        taken += sum(self
            .person
            .take(&currency, spent, |lot| lot.opens.is_none()));
        self.person.moved(&currency, Kind::Reverse, -taken);
        *self.brought.entry(currency.clone()).or_default() -= taken;
        if self.programme.currency(&currency).unwrap().qualifying {
            self.count(TierMetric::Earned(currency.clone()), -more, at);
        }
        self.score(&currency, -more, at);
        self.person.paid[one].due = due;
        self.person.paid[one].taken += taken;
    }

    /// The rules that paid may pay once more in its periods.
    fn free(&mut self, event: &str) {
        let paid: Vec<(String, i64)> = self
            .person
            .paid
            .iter()
            .filter(|paid| paid.event == event)
            .map(|paid| (paid.rule.clone(), paid.at))
            .collect();
        let mut freed = Vec::new();
        for (rule, at) in paid {
            if freed.contains(&rule) {
                continue;
            }
            let mut uses = self.person.uses.iter_mut();
            if let Some(used) = uses.find(|one| one.rule == rule && one.at == at && !one.is_free) {
                used.is_free = true;
            }
            freed.push(rule);
        }
    }
}
