//! While something is placed without dragging: gap by gap with keys, or with a tap.
//!
//! Tab is left to the page and what is carried stays carried, so that focus is neither trapped
//! nor does leaving drop anything.

use super::drag::Said;
use super::{
    Effect, Flight, Input, Key, Press, Release, Released, Scene, State, after, is_tap, land, lost,
    refuse,
};
use crate::announce::Announcement;
use crate::gap::Gap;
use crate::geometry::{Point, Vector};
use crate::keyboard::{Arrow, Spot, Walk, Walker};
use crate::load::{Grab, Grip};
use crate::target::{Answer, Held, Refusal, Target, target};
use crate::zone::{Offsets, ZoneKey};

/// Something that waits for its place.
#[derive(Debug)]
pub(super) struct Placing<R> {
    pub(super) flight: Flight,
    /// Where keys have led to; none where the load lies out of their reach.
    spot: Option<Spot>,
    target: Option<Target<R>>,
    /// Whether it was picked to be placed by pointer, so that a mouse that hovers shows where.
    /// Keys are not to be disturbed by a mouse under which the page moves.
    picked: bool,
    /// The target while a mouse hovers.
    hover: Option<Held<R>>,
    /// A tap that has begun.
    tap: Option<Press>,
    said: Said,
}

/// Takes up what has the focus, or was picked.
pub(super) fn lift<S: Scene>(
    grab: Grab,
    picked: bool,
    scene: &mut S,
    effects: &mut Vec<Effect<S::Reason>>,
) -> State<S::Reason> {
    let Some(flight) = Flight::take(grab.load.clone(), scene, effects) else {
        return State::Idle;
    };
    let said = Said::lifted(&flight, effects);
    let spot = flight.start(&grab, scene);
    let mut placing = Placing {
        target: spot.and_then(|spot| flight.target_at(spot, scene)),
        flight,
        spot,
        picked,
        hover: None,
        tap: None,
        said,
    };
    placing.show(effects);
    State::Placing(placing)
}

/// Takes up, walks one gap that makes a difference and drops.
pub(super) fn nudge<S: Scene>(
    grab: Grab,
    arrow: Arrow,
    scene: &mut S,
    effects: &mut Vec<Effect<S::Reason>>,
) {
    let mut refused = Vec::new();
    let Some(flight) = Flight::take(grab.load.clone(), scene, &mut refused) else {
        effects.append(&mut refused);
        return;
    };
    let open = flight.open(scene);
    let mut spot = flight.start(&grab, scene);
    for _ in 0..steps(&flight) {
        let Some(from) = spot else { return };
        match flight.walker(&open).walk(from, arrow) {
            Walk::Stay => return,
            Walk::Shut(slot) => {
                flight.shut(slot, scene, effects);
                return;
            }
            Walk::To(next) => spot = Some(next),
        }
        let found = spot.and_then(|spot| flight.target_at(spot, scene));
        if found.as_ref().is_some_and(|target| !target.unchanged) {
            land(effects, flight, found, Release::default());
            return;
        }
    }
}

/// How many steps leave a load behind: a walk in one direction never comes back, and passes its
/// own length, a step into and one out of each row.
fn steps(flight: &Flight) -> usize {
    2 * flight.carried.count() + 3
}

impl<R: Clone + PartialEq> Placing<R> {
    pub(super) const fn target(&self) -> Option<&Target<R>> {
        self.target.as_ref()
    }

    pub(super) fn step<S: Scene<Reason = R>>(
        mut self,
        input: Input,
        scene: &mut S,
        effects: &mut Vec<Effect<R>>,
    ) -> State<R> {
        match input {
            Input::Key(press) => return self.key(press.key, scene, effects),
            Input::Blur => return self.flight.give_up(effects),
            Input::Changed => return self.measure(scene, effects),
            Input::Down(press) => return self.press(press, effects),
            Input::Up(up) => return self.release(up, scene, effects),
            Input::Choose { zone, gap, row } => {
                return self.choose(zone, (gap, row), scene, effects);
            }
            Input::PointerCancel(_) => self.tap = None,
            Input::Move(moved) if moved.buttons == 0 && self.picked => {
                self.hover(moved.at, scene, effects);
            }
            Input::Scrolled(offsets) => self.scrolled(offsets, effects),
            _ => {}
        }
        State::Placing(self)
    }

    /// See [`super::Machine::choices`].
    pub(super) fn choices<S: Scene<Reason = R>>(&self, scene: &S) -> Vec<Target<R>> {
        let tree = &self.flight.shot.tree;
        let open = match self.picked {
            true => self.flight.open(scene),
            false => Vec::new(),
        };
        let zones = open.iter().enumerate().filter(|(_, is_open)| **is_open);
        let spots = zones.flat_map(|(zone, _)| {
            let count = tree.gaps(zone).map_or(0, |gaps| gaps.all().len());
            (0..count).map(move |entry| Spot { zone, entry })
        });
        let found = spots.filter_map(|spot| self.flight.target_at(spot, scene));
        found.filter(|target| !target.unchanged).collect()
    }

    /// Drops at a gap that was pointed out by itself.
    fn choose<S: Scene<Reason = R>>(
        self,
        zone: ZoneKey,
        (gap, row): (usize, usize),
        scene: &S,
        effects: &mut Vec<Effect<R>>,
    ) -> State<R> {
        let open = self.flight.open(scene);
        let spot = self.flight.walker(&open).at_gap(zone, gap, row);
        let target = spot.and_then(|spot| self.flight.target_at(spot, scene));
        if target.is_none() {
            return State::Placing(self);
        }
        land(effects, self.flight, target, Release::default());
        State::Idle
    }

    fn key<S: Scene<Reason = R>>(
        mut self,
        key: Key,
        scene: &S,
        effects: &mut Vec<Effect<R>>,
    ) -> State<R> {
        match key {
            Key::Escape => return self.flight.give_up(effects),
            Key::Space | Key::Enter => {
                let release = Release {
                    refusal_said: self.said.refused(),
                    ..Release::default()
                };
                land(effects, self.flight, self.target, release);
                return State::Idle;
            }
            Key::Tab => {}
            Key::Walk(arrow) => self.walk(arrow, scene, effects),
        }
        State::Placing(self)
    }

    fn walk<S: Scene<Reason = R>>(
        &mut self,
        arrow: Arrow,
        scene: &S,
        effects: &mut Vec<Effect<R>>,
    ) {
        let open = self.flight.open(scene);
        let walker = self.flight.walker(&open);
        let Some(from) = self.spot.or_else(|| walker.start(None)) else {
            return;
        };
        let rests = |target: Option<&Target<R>>| target.is_some_and(|target| target.unchanged);
        let rested = rests(self.target.as_ref());
        let mut at = from;
        // A block below what is carried is entered from between the two, without a step there.
        if rested
            && matches!(arrow, Arrow::Left | Arrow::Right)
            && let Walk::To(next) = walker.walk(from, Arrow::Down)
            && rests(self.flight.target_at(next, scene).as_ref())
        {
            at = next;
        }
        for _ in 0..steps(&self.flight) {
            match walker.walk(at, arrow) {
                Walk::To(next) if next != at => at = next,
                Walk::To(_) | Walk::Stay => break,
                Walk::Shut(slot) => return self.flight.shut(slot, scene, effects),
            }
            let found = self.flight.target_at(at, scene);
            // The gaps around what is carried are one place: it stays where it lies.
            if rested && rests(found.as_ref()) {
                continue;
            }
            self.spot = Some(at);
            self.target = found;
            self.hover = None;
            return self.show(effects);
        }
        effects.push(Effect::Announce(Announcement::Ended));
    }

    /// Shows where a tap would place; outside of all zones, the last place stays.
    fn hover<S: Scene<Reason = R>>(&mut self, at: Point, scene: &S, effects: &mut Vec<Effect<R>>) {
        let flight = &self.flight;
        let held = match &mut self.hover {
            Some(held) => {
                held.retarget(&flight.shot, &flight.carried, at, |zone| {
                    scene.accepts(&flight.load, zone)
                });
                held
            }
            None => {
                let offsets = flight.shot.offsets.clone();
                let held = Held::new(flight.find(at, scene), at, offsets);
                self.hover.insert(held)
            }
        };
        let Some(target) = held
            .target()
            .filter(|held| self.target.as_ref() != Some(*held))
        else {
            return;
        };
        self.target = Some(target.clone());
        let open = self.flight.open(scene);
        let walker = self.flight.walker(&open);
        let spot = walker.at_gap(target.zone, target.gap, target.row);
        self.spot = spot.or(self.spot);
        self.show(effects);
    }

    /// The line goes along with what it lies on.
    fn scrolled(&mut self, offsets: Offsets, effects: &mut Vec<Effect<R>>) {
        let shot = &mut self.flight.shot;
        let was = core::mem::replace(&mut shot.offsets, offsets);
        let Some(target) = &mut self.target else {
            return;
        };
        let zone = shot.tree.find(target.zone);
        let Some(zone) = zone.and_then(|zone| shot.tree.zone(zone)) else {
            return;
        };
        let before = Point::default() + shot.tree.offset(zone.scroller, &was);
        let now = Point::default() + shot.tree.offset(zone.scroller, &shot.offsets);
        if before != now {
            target.line = target.line.shifted(before - now);
            effects.push(Effect::Line(self.target.clone()));
        }
    }

    fn show(&mut self, effects: &mut Vec<Effect<R>>) {
        effects.push(Effect::Line(self.target.clone()));
        if let Some(target) = &self.target {
            self.said.target(&self.flight, target, effects);
        }
    }

    fn press(mut self, press: Press, effects: &mut Vec<Effect<R>>) -> State<R> {
        if self.tap.is_some() || press.button != 0 {
            return self.flight.give_up(effects);
        }
        if press.grab.grip != Grip::Interactive {
            self.tap = Some(press);
        }
        State::Placing(self)
    }

    fn release<S: Scene<Reason = R>>(
        mut self,
        up: Released,
        scene: &S,
        effects: &mut Vec<Effect<R>>,
    ) -> State<R> {
        let tapped = self.tap.take().is_some_and(|press| is_tap(&press, &up));
        if !tapped {
            return State::Placing(self);
        }
        let target = self.flight.find(up.at, scene);
        let release = Release {
            copy: up.alt,
            ..Release::default()
        };
        land(effects, self.flight, target, release);
        State::Idle
    }

    fn measure<S: Scene<Reason = R>>(
        self,
        scene: &mut S,
        effects: &mut Vec<Effect<R>>,
    ) -> State<R> {
        let held = self
            .target
            .as_ref()
            .map(|target| (target.zone, target.next));
        match self.flight.measured_again(scene) {
            Ok(flight) => {
                let open = flight.open(scene);
                let walker = flight.walker(&open);
                let spot = held
                    .and_then(|(zone, next)| walker.before(zone, next))
                    .or_else(|| walker.start(None));
                let mut placing = Self {
                    target: spot.and_then(|spot| flight.target_at(spot, scene)),
                    hover: None,
                    flight,
                    spot,
                    ..self
                };
                placing.show(effects);
                State::Placing(placing)
            }
            Err(load) => lost(load, effects),
        }
    }
}

impl Flight {
    fn walker<'a>(&'a self, open: &'a [bool]) -> Walker<'a> {
        Walker::new(&self.shot.tree, &self.carried, open)
    }

    /// Which zones accept the load, by index.
    fn open<S: Scene>(&self, scene: &S) -> Vec<bool> {
        (0..self.shot.tree.len())
            .map(|zone| {
                !self.carried.owns(zone)
                    && self.shot.tree.zone(zone).is_some_and(|zone| {
                        matches!(scene.accepts(&self.load, zone.key), Answer::Yes)
                    })
            })
            .collect()
    }

    fn start<S: Scene>(&self, grab: &Grab, scene: &S) -> Option<Spot> {
        let open = self.open(scene);
        self.walker(&open).start(after(grab, self))
    }

    /// The target at a spot. Where the load lies already it may stay, even if nothing else
    /// may come there.
    fn target_at<S: Scene>(&self, spot: Spot, scene: &S) -> Option<Target<S::Reason>> {
        let tree = &self.shot.tree;
        let zone = tree.zone(spot.zone)?;
        let gap = tree.gaps(spot.zone)?.all().get(spot.entry)?;
        let by = tree.offset(zone.scroller, &self.shot.offsets);
        let line = gap.line.shifted(Vector::new(-by.x, -by.y));
        let place = Gap { line, ..*gap };
        let mut found = target(tree, &self.carried, spot.zone, place, None)?;
        if !found.unchanged
            && let Answer::Pass(reason) | Answer::No(reason) = scene.accepts(&self.load, zone.key)
        {
            found.refusal = Some(Refusal::Reason(reason));
        }
        Some(found)
    }

    /// Says why a container cannot be entered.
    fn shut<S: Scene>(&self, slot: usize, scene: &S, effects: &mut Vec<Effect<S::Reason>>) {
        let Some(zone) = self.shot.tree.zone(slot) else {
            return;
        };
        if let Answer::Pass(reason) | Answer::No(reason) = scene.accepts(&self.load, zone.key) {
            let reason = Refusal::Reason(reason);
            refuse(effects, self.load.clone(), Some(zone.key), reason);
        }
    }
}
