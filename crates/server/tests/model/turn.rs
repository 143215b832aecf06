//! What the rules say happens to one member: by what they do, and by time.

use std::collections::BTreeMap;

use palier_server::{
    engine::Event,
    programme::{
        Amount, BoardMetric, Condition, CriterionMeasure, Earn, EarningRule, Multiplier, Programme,
        TierMetric, Trigger,
    },
};

use super::{
    days::Days,
    person::{Kind, Lot, Paid, Person, Use},
};

/// How far back a cap remembers, in its periods.
const CAP_MEMORY: u32 = 31;

/// A member, while something happens to them.
pub(crate) struct Turn<'a> {
    pub(crate) programme: &'a Programme,
    pub(crate) days: &'a Days,
    pub(crate) person: &'a mut Person,
    /// How many of each numbered badge are given.
    pub(crate) editions: &'a mut BTreeMap<String, i64>,
    /// Board, when, how much.
    pub(crate) scores: Vec<(String, i64, i64)>,
    /// What an event brought, by currency.
    pub(crate) brought: BTreeMap<String, i64>,
}

/// Points to give.
pub(crate) struct Gift<'a> {
    pub(crate) currency: &'a str,
    pub(crate) value: i64,
    pub(crate) at: i64,
    pub(crate) pending_days: u32,
    pub(crate) from: Option<(&'a str, &'a str)>,
}

impl Turn<'_> {
    /// Brings the member to `until`: everything at its own instant, in the order of time.
    pub(crate) fn settle(&mut self, until: i64) {
        while let Some((at, what)) = self.first_due().filter(|(at, _)| *at <= until) {
            match what {
                0 => self.open(at),
                1 => self.lapse(at),
                2 => self.decide(at),
                3 => {
                    let (month, day) = self.person.birthday.unwrap();
                    self.person.next_birthday = Some(self.days.next_yearly(month, day, at));
                    self.celebrate(&Trigger::Birthday, at);
                }
                _ => {
                    let joined = self.days.of(self.person.joined);
                    let next = self.days.next_yearly(joined.month(), joined.day(), at);
                    self.person.next_anniversary = next;
                    self.celebrate(&Trigger::Anniversary, at);
                }
            }
        }
    }

    /// The first thing that time brings; of those of one instant, points open first, then lapse,
    /// then tiers are decided on, then birthdays and anniversaries are celebrated.
    fn first_due(&self) -> Option<(i64, u8)> {
        let mut due = vec![(self.person.next_anniversary, 4)];
        due.extend(self.person.next_birthday.map(|at| (at, 3)));
        let place = self.person.place.as_ref();
        due.extend(place.and_then(|place| place.keep_until).map(|at| (at, 2)));
        for lot in &self.person.lots {
            due.extend(lot.opens.map(|at| (at, 0)));
            due.extend(lot.lapses.map(|at| (at, 1)));
        }
        due.into_iter().min()
    }

    fn open(&mut self, at: i64) {
        for lot in &mut self.person.lots {
            if lot.opens.is_some_and(|opens| opens <= at) {
                lot.opens = None;
            }
        }
    }

    fn lapse(&mut self, at: i64) {
        let gone = |lot: &Lot| lot.lapses.is_some_and(|lapses| lapses <= at);
        for lot in self.person.lots.clone().into_iter().filter(gone) {
            self.person.moved(&lot.currency, Kind::Expire, -lot.left);
            let day = lot.lapses.unwrap();
            self.person.lapsed.push((lot.currency, day, lot.left));
        }
        self.person.lots.retain(|lot| !gone(lot));
    }

    fn celebrate(&mut self, what: &Trigger, at: i64) {
        let event = Event {
            occurred_at: at,
            ..Event::default()
        };
        if !self.person.is_suspended {
            self.rules(what, &event);
            self.lift(at);
        }
    }

    /// Everything that an event sets off, told at `now`.
    pub(crate) fn happens(&mut self, event: &Event, now: i64) {
        let at = event.occurred_at;
        self.settle(at);
        self.brought.clear();
        self.count(TierMetric::Events(event.kind.clone()), 1, at);
        self.count(TierMetric::Spend, event.amount.unwrap_or(0), at);
        for board in &self.programme.boards {
            if board.metric == BoardMetric::Events(event.kind.clone()) {
                self.scores.push((board.id.clone(), at, 1));
            }
        }
        self.rules(&Trigger::Event(event.kind.clone()), event);
        self.collect(event);
        let brought = self.brought.clone();
        self.lift(at);
        self.give_back(at);
        self.lift_since(at, now);
        self.brought = brought;
    }

    /// Runs the rules that something sets off.
    pub(crate) fn rules(&mut self, what: &Trigger, event: &Event) {
        let at = event.occurred_at;
        for rule in &self.programme.rules {
            let applies = rule.trigger == *what && within(&rule.window, at);
            if !applies || !hold(&rule.conditions, event) || self.is_capped(rule, at) {
                continue;
            }
            let mut has_paid = false;
            for earn in &rule.earn {
                let (amount, times) = match earn {
                    Earn::Fixed(amount) => (amount, 1),
                    Earn::PerSpend { amount, per } => (amount, event.amount.unwrap_or(0) / per),
                    Earn::PerItem(amount) => (amount, event.quantity.unwrap_or(1)),
                };
                let value = self.grown(rule, &amount.currency, amount.value * times, at);
                if value > 0 {
                    has_paid = true;
                    self.score(&amount.currency, value, at);
                    self.give(Gift {
                        currency: &amount.currency,
                        value,
                        at,
                        pending_days: rule.pending_days,
                        from: Some((&event.id, &rule.id)),
                    });
                }
            }
            if has_paid && !rule.caps.is_empty() {
                self.person.uses.push(Use {
                    rule: rule.id.clone(),
                    at,
                    is_free: false,
                });
            }
        }
    }

    /// Whether a cap forbids the rule to pay once more.
    fn is_capped(&self, rule: &EarningRule, at: i64) -> bool {
        let uses: Vec<&Use> = self
            .person
            .uses
            .iter()
            .filter(|one| one.rule == rule.id)
            .collect();
        rule.caps.iter().any(|cap| {
            let same = |one: &&&Use| {
                let start = |at| self.days.cap_start(cap.period, at);
                start(one.at) == start(at) && !one.is_free
            };
            let newest = uses.iter().map(|one| one.at).max().unwrap_or(at);
            let count = uses.iter().filter(same).count();
            count >= cap.times as usize
                || self.days.caps_between(cap.period, at, newest) > CAP_MEMORY
        })
    }

    /// The base with each multiplier, then with the tier's bonus; each step rounds down.
    fn grown(&self, rule: &EarningRule, currency: &str, base: i64, at: i64) -> i64 {
        let tier = self
            .person
            .place
            .map(|place| &self.programme.tiers[place.tier]);
        let applies = |one: &&Multiplier| {
            let by_event = matches!(rule.trigger, Trigger::Event(_));
            let names = |ids: &[String], id: &str| ids.iter().any(|one| one == id);
            (names(&one.rules, &rule.id) || one.rules.is_empty() && by_event)
                && one.currency.as_ref().is_none_or(|only| only == currency)
                && within(&one.window, at)
                && (one.weekdays.is_empty() || one.weekdays.contains(&self.days.weekday(at)))
                && (one.tiers.is_empty() || tier.is_some_and(|tier| names(&one.tiers, &tier.id)))
        };
        let factors = self.programme.multipliers.iter().filter(applies);
        let value = factors.fold(base, |value, one| value * i64::from(one.percent) / 100);
        let bonus = tier
            .filter(|_| rule.tier_bonus)
            .map_or(0, |tier| tier.bonus_percent);
        value * (100 + i64::from(bonus)) / 100
    }

    /// Adds what rules pay to the boards that rank it.
    pub(crate) fn score(&mut self, currency: &str, value: i64, at: i64) {
        for board in &self.programme.boards {
            if board.metric == BoardMetric::Earned(currency.to_owned()) {
                self.scores.push((board.id.clone(), at, value));
            }
        }
    }

    /// Gives points.
    pub(crate) fn give(&mut self, gift: Gift<'_>) {
        let Gift {
            currency,
            value,
            at,
            pending_days,
            from,
        } = gift;
        let kind = self.programme.currency(currency).unwrap();
        let lapses = self.days.lapses(kind.expiry, at);
        let opens = (pending_days > 0).then(|| self.days.start_after(at, pending_days));
        if kind.qualifying {
            self.count(TierMetric::Earned(currency.to_owned()), value, at);
        }
        self.person.moved(currency, Kind::Earn, value);
        *self.brought.entry(currency.to_owned()).or_default() += value;
        self.person.lots.push(Lot {
            currency: currency.to_owned(),
            left: value,
            opens,
            lapses,
        });
        if let Some((event, rule)) = from.filter(|(event, _)| !event.is_empty()) {
            self.person.paid.push(Paid {
                event: event.to_owned(),
                rule: rule.to_owned(),
                currency: currency.to_owned(),
                value,
                at,
                opens,
                lapses,
                due: 0,
                taken: 0,
            });
        }
    }

    fn give_all(&mut self, amounts: &[Amount], at: i64) {
        for amount in amounts {
            self.give(Gift {
                currency: &amount.currency,
                value: amount.value,
                at,
                pending_days: 0,
                from: None,
            });
        }
    }

    /// A prize: it may lift its winner.
    pub(crate) fn prize(&mut self, amounts: &[Amount], at: i64) {
        self.give_all(amounts, at);
        self.lift(at);
    }

    /// Gives badges whose criteria are met by all that was told and happened in their windows.
    fn collect(&mut self, event: &Event) {
        let at = event.occurred_at;
        for series in &self.programme.series {
            if !within(&series.window, at) {
                continue;
            }
            let before = self.person.badges.len();
            for badge in &series.badges {
                let concerned = badge
                    .criteria
                    .iter()
                    .any(|one| one.event == event.kind && hold(&one.conditions, event));
                let is_open =
                    within(&badge.window, at) && !self.person.badges.contains_key(&badge.id);
                let counted = |one: &&Event| {
                    within(&badge.window, one.occurred_at)
                        && within(&series.window, one.occurred_at)
                };
                let told = self.person.done.iter().filter(|done| !done.is_back);
                let told: Vec<&Event> = told.map(|done| &done.event).filter(counted).collect();
                let met = badge.criteria.iter().all(|asks| {
                    let fits =
                        |one: &&&Event| one.kind == asks.event && hold(&asks.conditions, one);
                    let value = |one: &&Event| match asks.measure {
                        CriterionMeasure::Count => 1,
                        CriterionMeasure::Amount => one.amount.unwrap_or(0),
                        CriterionMeasure::Quantity => one.quantity.unwrap_or(1),
                    };
                    told.iter().filter(fits).map(value).sum::<i64>() >= asks.target
                });
                if !concerned || !is_open || !met {
                    continue;
                }
                let mut number = None;
                if let Some(edition) = badge.edition {
                    let given = self.editions.entry(badge.id.clone()).or_default();
                    if edition.max.is_some_and(|max| *given >= i64::from(max)) {
                        continue;
                    }
                    *given += 1;
                    number = Some(*given);
                }
                self.person.badges.insert(badge.id.clone(), (number, at));
                self.give_all(&badge.reward, at);
            }
            let is_whole = series
                .badges
                .iter()
                .all(|badge| self.person.badges.contains_key(&badge.id));
            let is_new = self.person.badges.len() > before;
            if is_whole && is_new && self.person.series.insert(series.id.clone()) {
                self.give_all(&series.completion, at);
            }
        }
    }
}

pub(crate) fn within(window: &palier_server::programme::Window, at: i64) -> bool {
    window.starts_at.is_none_or(|start| start <= at) && window.ends_at.is_none_or(|end| at < end)
}

fn hold(conditions: &[Condition], event: &Event) -> bool {
    conditions.iter().all(|condition| match condition {
        Condition::MinAmount(least) => event.amount.unwrap_or(-1) >= *least,
        Condition::MinQuantity(least) => event.quantity.unwrap_or(1) >= *least,
        Condition::Property { name, equals } => event.properties.get(name) == Some(equals),
    })
}
