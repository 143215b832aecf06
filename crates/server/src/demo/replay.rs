//! Replays what members did through the rules engine, in the order of time.

use std::collections::BTreeMap;

use super::{
    orders::{self, Shop},
    people::{Act, HOUR, Person},
};
use crate::{
    db::bulk::{AppliedEvent, Cohort, PeriodScores, ScoreRow},
    engine::{
        self, Change, Earned, Effects, Event, LedgerEntry, MemberState, Reason, Score, Sequences,
        Source, TakenBack, calendar, lapsed,
    },
    programme::Programme,
};

/// Until when a cohort lives, in milliseconds since the epoch.
#[derive(Clone, Copy)]
pub(super) struct Period {
    pub(super) now: i64,
    /// Leaderboard movement is counted from here.
    pub(super) snapshot_at: i64,
    /// Pays prizes as the periods of boards end; only right when the cohort is the whole programme.
    pub(super) closes: bool,
}

/// A replay of one cohort.
pub(super) struct Replay<'p> {
    programme: &'p Programme,
    period: Period,
    sequences: &'p mut Sequences,
    shop: &'p mut Shop,
    members: Vec<MemberState>,
    effects: Vec<Effects>,
    events: Vec<AppliedEvent>,
    orders: Vec<crate::db::bulk::PlacedOrder>,
    /// By (end, board), so that the next to close comes first.
    boards: BTreeMap<(i64, String), PeriodScores>,
}

/// What happens at an instant of the replay.
enum Moment {
    Enrol,
    Act(Act),
    Order(usize),
}

impl<'p> Replay<'p> {
    pub(super) fn new(
        programme: &'p Programme,
        sequences: &'p mut Sequences,
        shop: &'p mut Shop,
        period: Period,
    ) -> Self {
        Self {
            programme,
            period,
            sequences,
            shop,
            members: Vec::new(),
            effects: Vec::new(),
            events: Vec::new(),
            orders: Vec::new(),
            boards: BTreeMap::new(),
        }
    }

    /// Lives through everything up to now. `advanced` is told the share done, in percent.
    pub(super) fn run(mut self, people: Vec<Person>, advanced: &mut dyn FnMut(u8)) -> Cohort {
        let mut timeline = self.timeline(people);
        timeline.sort_by_key(|(at, member, _)| (*at, *member));
        let total = timeline.len().max(1);
        for (done, (at, member, moment)) in timeline.into_iter().enumerate() {
            self.close_until(at);
            match moment {
                Moment::Enrol => self
                    .change(member, |change| change.enrol())
                    .unwrap_or_default(),
                Moment::Act(Act::Event(event)) => self.event(member, event),
                Moment::Act(Act::Redeem(start)) => self.redeem(member, start, at),
                Moment::Order(index) => self.order(member, index, at),
            }
            if done % 5000 == 0 {
                advanced(u8::try_from(done * 100 / total).unwrap_or(100));
            }
        }
        self.close_until(self.period.now);
        let now = self.period.now;
        for member in 0..self.members.len() {
            self.change(member, |change| change.settle(now));
        }
        self.into_cohort()
    }

    fn timeline(&mut self, people: Vec<Person>) -> Vec<(i64, usize, Moment)> {
        let mut timeline = Vec::new();
        for (index, person) in people.into_iter().enumerate() {
            let joined_at = person.member.joined_at;
            timeline.push((joined_at, index, Moment::Enrol));
            let lived = person
                .acts
                .into_iter()
                .filter(|(at, _)| (joined_at..=self.period.now).contains(at));
            timeline.extend(lived.map(|(at, act)| (at, index, Moment::Act(act))));
            if person.member.public_id == "orders" {
                let orders = orders::EVERY_STATE.iter().enumerate();
                timeline.extend(orders.map(|(order, (_, hours, _))| {
                    (self.period.now - hours * HOUR, index, Moment::Order(order))
                }));
            }
            self.members.push(person.member);
            self.effects.push(Effects::default());
        }
        timeline
    }

    /// One change through the engine; its effects are kept, its scores counted.
    fn change<T>(&mut self, index: usize, run: impl FnOnce(&mut Change<'_>) -> T) -> Option<T> {
        let member = self.members.get_mut(index)?;
        let mut change = Change::new(self.programme, member, self.sequences);
        let result = run(&mut change);
        let mut effects = change.effects;
        let id = member.id;
        for score in effects.scores.drain(..) {
            self.score(id, &score);
        }
        let kept = self.effects.get_mut(index)?;
        kept.ledger.append(&mut effects.ledger);
        kept.tier_changes.append(&mut effects.tier_changes);
        kept.series.append(&mut effects.series);
        Some(result)
    }

    fn event(&mut self, member: usize, event: Event) {
        let now = event.occurred_at;
        let taken_back = event.reverses.as_deref();
        let taken_back = taken_back.map(|id| self.taken_back(member, id));
        let taken_back = taken_back.unwrap_or_default();
        let applied = self.change(member, |change| change.apply(&event, &taken_back, now));
        let id = self.members.get(member).map(|state| state.id);
        if let (Some(Ok(outcome)), Some(id)) = (applied, id) {
            self.events.push(AppliedEvent {
                member: id,
                event,
                outcome,
            });
        }
    }

    /// What an earlier event of a member counted for.
    fn taken_back(&self, member: usize, event: &str) -> TakenBack {
        let entries = self
            .effects
            .get(member)
            .map_or(&[] as &[_], |effects| &effects.ledger);
        let paid = |entry: &&LedgerEntry| {
            entry.event_id.as_deref() == Some(event) && entry.source.reason.source_kind() == "rule"
        };
        let earned = |entry: &LedgerEntry| Earned {
            entry: entry.clone(),
            lapsed: lapsed(entries, entry),
            taken: 0,
        };
        // Things are given back soon after.
        let original = self.events.iter().rev().find(|one| one.event.id == event);
        TakenBack {
            earned: entries.iter().filter(paid).map(earned).collect(),
            amount: original.and_then(|one| one.event.amount).unwrap_or(0),
            before: 0,
            occurred_at: original.map_or(0, |one| one.event.occurred_at),
        }
    }

    fn redeem(&mut self, member: usize, start: u64, at: i64) {
        self.change(member, |change| change.settle(at));
        let Some(state) = self.members.get(member) else {
            return;
        };
        let Some((reward, price, variant)) = self.shop.choose(self.programme, state, start, at)
        else {
            return;
        };
        let states = orders::progress(reward, at, self.period.now);
        self.place(member, |shop, change| {
            shop.place(change, (reward, price, variant), &states, at)
        });
    }

    fn order(&mut self, member: usize, index: usize, at: i64) {
        self.change(member, |change| change.settle(at));
        let Some((reward, _, states)) = orders::EVERY_STATE.get(index) else {
            return;
        };
        let Some(state) = self.members.get(member) else {
            return;
        };
        let Some(picked) = self.shop.pick(self.programme, state, reward) else {
            return;
        };
        let states = orders::timed(states, at);
        self.place(member, |shop, change| {
            shop.place(change, picked, &states, at)
        });
    }

    fn place(
        &mut self,
        member: usize,
        place: impl FnOnce(&mut Shop, &mut Change<'_>) -> Option<crate::db::bulk::PlacedOrder>,
    ) {
        let mut shop = std::mem::take(self.shop);
        let placed = self.change(member, |change| place(&mut shop, change));
        *self.shop = shop;
        self.orders.extend(placed.flatten());
    }

    fn score(&mut self, member: i64, score: &Score) {
        let programme = self.programme;
        let Some(board) = programme.board(&score.board) else {
            return;
        };
        let Some(period) = calendar::board_period(&programme.time_zone, board, score.at) else {
            return;
        };
        let key = (period.ends_at, board.id.clone());
        // What is taken back from a period that is over changes nothing there.
        if score.delta < 0 && self.boards.get(&key).is_none_or(|scores| scores.is_final) {
            return;
        }
        let scores = self.boards.entry(key).or_insert_with(|| PeriodScores {
            board: board.id.clone(),
            period,
            is_final: false,
            scores: BTreeMap::new(),
        });
        let row: &mut ScoreRow = scores.scores.entry(member).or_default();
        row.score = (row.score + score.delta).max(0);
        row.reached_at = row.reached_at.max(score.at);
        if score.at < self.period.snapshot_at {
            row.then = Some(row.score);
        }
    }

    /// Ends the periods that are over by `at`: prizes, then only as many kept as the
    /// programme keeps.
    fn close_until(&mut self, at: i64) {
        if !self.period.closes {
            return;
        }
        while let Some(key) = self
            .boards
            .iter()
            .find(|(_, scores)| !scores.is_final)
            .map(|(key, _)| key.clone())
        {
            if key.0 > at {
                return;
            }
            self.close(&key);
        }
    }

    fn close(&mut self, key: &(i64, String)) {
        let programme = self.programme;
        let (Some(board), Some(scores)) = (programme.board(&key.1), self.boards.get_mut(key))
        else {
            return;
        };
        scores.is_final = true;
        let first = self.members.first().map_or(0, |member| member.id);
        let index = |id: i64| usize::try_from(id - first).ok();
        let members = &self.members;
        let listed = |id: &i64| {
            index(*id)
                .and_then(|at| members.get(at))
                .is_some_and(MemberState::is_listed)
        };
        let mut best: Vec<(i64, i64, i64)> = scores
            .scores
            .iter()
            .filter(|(id, _)| listed(id))
            .map(|(id, one)| (one.score, -one.reached_at, *id))
            .collect();
        best.sort_unstable_by(|a, b| b.cmp(a));
        let best: Vec<(i64, i64)> = best.into_iter().map(|(score, _, id)| (id, score)).collect();
        let source = Source::new(Reason::Prize, &board.id);
        let at = key.0;
        for (id, prize) in engine::prizes(board, &best) {
            let Some(member) = index(id) else { continue };
            self.change(member, |change| {
                change.settle(at);
                change.grant(&prize.amounts, &source, at);
            });
        }
        self.drop_old(&board.id, usize::try_from(board.history).unwrap_or(1));
    }

    fn drop_old(&mut self, board: &str, kept: usize) {
        let finals = self
            .boards
            .iter()
            .rev()
            .filter(|((_, id), scores)| id == board && scores.is_final);
        let old: Vec<(i64, String)> = finals.skip(kept).map(|(key, _)| key.clone()).collect();
        for key in old {
            self.boards.remove(&key);
        }
    }

    fn into_cohort(mut self) -> Cohort {
        if !self.period.closes {
            // The rest is closed in the database; what would be deleted there is not written.
            for board in &self.programme.boards {
                let kept = usize::try_from(board.history).unwrap_or(1) + 1;
                let own = self.boards.keys().rev().filter(|(_, id)| *id == board.id);
                let old: Vec<(i64, String)> = own.skip(kept).cloned().collect();
                for key in old {
                    self.boards.remove(&key);
                }
            }
        }
        let ids: Vec<i64> = self.members.iter().map(|member| member.id).collect();
        Cohort {
            members: self.members,
            effects: ids.into_iter().zip(self.effects).collect(),
            events: self.events,
            orders: self.orders,
            boards: self.boards.into_values().collect(),
        }
    }
}
