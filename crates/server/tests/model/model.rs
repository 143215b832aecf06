//! A programme and its members, worked out by brute force from what `format.md` and
//! `docs/contract.md` say. It shares the reading of the programme file with the server, and no rule.

use std::collections::BTreeMap;

use palier_server::{engine::Event, programme::Programme};

use super::{
    days::Days,
    person::{Done, Kind, Lot, Person},
    turn::Turn,
};

/// What became of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Told {
    Accepted(BTreeMap<String, i64>),
    Duplicate(BTreeMap<String, i64>),
    Refused,
}

/// A period of a board.
#[derive(Debug, Clone)]
pub(crate) struct Period {
    pub(crate) ends: i64,
    pub(crate) is_closed: bool,
    pub(crate) scores: BTreeMap<String, i64>,
}

/// An order, by what it took: currency, day of lapsing, how much.
#[derive(Debug, Clone)]
pub(crate) struct Order {
    pub(crate) who: String,
    taken: Vec<(String, Option<i64>, i64)>,
    is_cancelled: bool,
}

/// The whole programme.
#[derive(Debug, Clone)]
pub(crate) struct Model {
    pub(crate) programme: Programme,
    pub(crate) days: Days,
    pub(crate) people: BTreeMap<String, Person>,
    editions: BTreeMap<String, i64>,
    /// By board and first instant.
    pub(crate) periods: BTreeMap<(String, i64), Period>,
    told: BTreeMap<String, (Event, BTreeMap<String, i64>)>,
    pub(crate) orders: Vec<Order>,
}

/// How far ahead of ours a reporter's clock may be.
const AHEAD: i64 = 5 * 60 * 1000;

impl Model {
    pub(crate) fn new(programme: Programme) -> Self {
        Self {
            days: Days(programme.time_zone.clone()),
            programme,
            people: BTreeMap::new(),
            editions: BTreeMap::new(),
            periods: BTreeMap::new(),
            told: BTreeMap::new(),
            orders: Vec::new(),
        }
    }

    /// Does something to a member, then writes their scores.
    pub(crate) fn turn<T>(
        &mut self,
        who: &str,
        now: i64,
        act: impl FnOnce(&mut Turn<'_>) -> T,
    ) -> T {
        let person = self.people.get_mut(who).unwrap();
        let mut turn = Turn {
            programme: &self.programme,
            days: &self.days,
            person,
            editions: &mut self.editions,
            scores: Vec::new(),
            brought: BTreeMap::new(),
        };
        let done = act(&mut turn);
        for (board, at, value) in std::mem::take(&mut turn.scores) {
            self.score(&board, who, at, value, now);
        }
        done
    }

    /// A period counts until it is closed; once it has ended, only if it had begun.
    fn score(&mut self, board: &str, who: &str, at: i64, value: i64, now: i64) {
        let kind = &self.programme.board(board).unwrap().period;
        let (starts, ends) = self.days.board(kind, at);
        let key = (board.to_owned(), starts);
        if !self.periods.contains_key(&key) && ends <= now {
            return;
        }
        let period = self.periods.entry(key).or_insert(Period {
            ends,
            is_closed: false,
            scores: BTreeMap::new(),
        });
        if !period.is_closed {
            let score = period.scores.entry(who.to_owned()).or_default();
            *score = (*score + value).max(0);
        }
    }

    pub(crate) fn join(&mut self, who: &str, birthday: Option<(i8, i8)>, at: i64) {
        let joined = self.days.of(at);
        let person = Person {
            joined: at,
            birthday,
            next_birthday: birthday.map(|(month, day)| self.days.next_yearly(month, day, at)),
            next_anniversary: self.days.next_yearly(joined.month(), joined.day(), at),
            ..Person::default()
        };
        self.people.insert(who.to_owned(), person);
        self.turn(who, at, |turn| {
            turn.lift(at);
            let event = Event {
                occurred_at: at,
                ..Event::default()
            };
            turn.rules(&palier_server::programme::Trigger::Enrolment, &event);
            turn.lift(at);
        });
    }

    /// A report arrives at `now`.
    pub(crate) fn tell(&mut self, event: &Event, now: i64) -> Told {
        if let Some((first, brought)) = self.told.get(&event.id) {
            let is_same = first == event;
            return if is_same {
                Told::Duplicate(brought.clone())
            } else {
                Told::Refused
            };
        }
        let Some(person) = self.people.get(&event.member) else {
            return Told::Refused;
        };
        if person.is_suspended && event.reverses.is_none() {
            return Told::Refused;
        }
        let is_known = self.programme.events.contains(&event.kind);
        if !is_known || event.occurred_at > now + AHEAD || event.occurred_at < person.joined {
            return Told::Refused;
        }
        let original = match &event.reverses {
            None => None,
            Some(id) => match self.returnable(&event.member, id, event) {
                Some(part) => Some(part),
                None => return Told::Refused,
            },
        };
        let event = event.clone();
        let brought = self.turn(&event.member.clone(), now, |turn| {
            turn.person.done.push(Done {
                event: event.clone(),
                money_back: 0,
                is_back: original.is_some(),
            });
            match original {
                None => turn.happens(&event, now),
                Some((place, money)) => turn.back(place, money, event.occurred_at),
            }
            std::mem::take(&mut turn.brought)
        });
        let brought: BTreeMap<String, i64> = brought
            .into_iter()
            .filter(|(_, value)| *value != 0)
            .collect();
        self.told.insert(event.id.clone(), (event, brought.clone()));
        Told::Accepted(brought)
    }

    /// Which event a return takes back, and how much of its money; `None` when it may not.
    fn returnable(&self, who: &str, id: &str, back: &Event) -> Option<(usize, i64)> {
        let done = &self.people[who].done;
        let place = done.iter().position(|one| one.event.id == id)?;
        let original = &done[place];
        let returns: Vec<&Done> = done
            .iter()
            .filter(|one| one.event.reverses.as_deref() == Some(id))
            .collect();
        let whole = original.event.amount.unwrap_or(0);
        let left = whole - original.money_back;
        let money = back.amount.unwrap_or(left);
        let is_gone = !returns.is_empty() && left == 0;
        let fits = money <= left && (money > 0 || left == 0);
        let is_late = back.occurred_at >= original.event.occurred_at;
        (!original.is_back && !is_gone && fits && is_late).then_some((place, money))
    }

    /// Redeems for a price; gives whether it went through.
    pub(crate) fn redeem(&mut self, who: &str, price: usize, now: i64) -> bool {
        if self.people[who].is_suspended {
            return false;
        }
        let amounts = self.programme.rewards[0].prices[price].amounts.clone();
        let taken = self.turn(who, now, |turn| {
            turn.settle(now);
            let suffices = |one: &palier_server::programme::Amount| {
                turn.person.available(&one.currency) >= one.value
            };
            if !amounts.iter().all(suffices) {
                return None;
            }
            let mut all = Vec::new();
            for one in &amounts {
                let parts = turn
                    .person
                    .take(&one.currency, one.value, |lot| lot.opens.is_none());
                turn.person.moved(&one.currency, Kind::Spend, -one.value);
                all.extend(
                    parts
                        .into_iter()
                        .map(|(lapses, value)| (one.currency.clone(), lapses, value)),
                );
            }
            Some(all)
        });
        let is_done = taken.is_some();
        self.orders.extend(taken.map(|taken| Order {
            who: who.to_owned(),
            taken,
            is_cancelled: false,
        }));
        is_done
    }

    /// Calls an order off: everything comes back with its day, and what is past its day lapses.
    pub(crate) fn cancel(&mut self, order: usize, now: i64) {
        if self.people[&self.orders[order].who].is_suspended {
            return;
        }
        let order = &mut self.orders[order];
        if std::mem::replace(&mut order.is_cancelled, true) {
            return;
        }
        let (who, taken) = (order.who.clone(), order.taken.clone());
        self.turn(&who, now, |turn| {
            for (currency, lapses, value) in taken {
                turn.person.moved(&currency, Kind::Refund, value);
                turn.person.lots.push(Lot {
                    currency,
                    left: value,
                    opens: None,
                    lapses,
                });
            }
            turn.settle(now);
        });
    }

    /// What time brings to everybody: settled, boards that ended closed with their prizes.
    pub(crate) fn sweep(&mut self, now: i64) {
        let names: Vec<String> = self.people.keys().cloned().collect();
        for who in &names {
            self.turn(who, now, |turn| turn.settle(now));
        }
        let mut ended: Vec<_> = self
            .periods
            .iter()
            .filter(|(_, period)| !period.is_closed && period.ends <= now)
            .map(|(key, period)| (period.ends, key.clone()))
            .collect();
        ended.sort();
        for (_, key) in ended {
            self.close(&key, now);
        }
    }

    fn close(&mut self, key: &(String, i64), now: i64) {
        self.periods.get_mut(key).unwrap().is_closed = true;
        let ranks = self.ranks(&self.periods[key]);
        let prizes = self.programme.board(&key.0).unwrap().prizes.clone();
        for (who, (rank, _)) in ranks {
            let won = prizes.iter().find(|one| one.from <= rank && rank <= one.to);
            if let Some(prize) = won {
                self.turn(&who, now, |turn| turn.prize(&prize.amounts, now));
            }
        }
    }

    /// Rank and score of everybody who scored and is shown: one more than those who are better.
    pub(crate) fn ranks(&self, period: &Period) -> BTreeMap<String, (u32, i64)> {
        let is_shown = |who: &str| {
            let person = &self.people[who];
            !person.is_hidden && !person.is_suspended
        };
        let scores = period.scores.iter();
        let shown: Vec<(&String, i64)> = scores
            .filter(|(who, score)| **score > 0 && is_shown(who))
            .map(|(who, score)| (who, *score))
            .collect();
        let rank = |score: i64| 1 + shown.iter().filter(|(_, one)| *one > score).count();
        shown
            .iter()
            .map(|(who, score)| ((*who).clone(), (rank(*score) as u32, *score)))
            .collect()
    }
}
