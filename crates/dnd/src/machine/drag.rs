//! While a pointer drags.

use super::activation::Pressed;
use super::{
    CLICK, Effect, Flight, Input, Key, Moved, Release, Released, Scene, State, land, lost,
};
use crate::announce::{Announcement, Place};
use crate::geometry::Point;
use crate::scroll::AutoScroll;
use crate::target::{Change, Held, Target};
use crate::zone::ZoneKey;

/// A drag by a pointer.
#[derive(Debug)]
pub(super) struct Drag<R> {
    pub(super) flight: Flight,
    held: Held<R>,
    pressed: Pressed,
    at: Point,
    /// Whether it has gone far enough, or scrolled, not to be a click.
    moved: bool,
    said: Said,
    auto: AutoScroll,
}

/// What was said last, so that nothing is said twice.
#[derive(Debug, Default)]
pub(super) struct Said {
    place: Option<(ZoneKey, usize, bool)>,
    refused: bool,
}

/// Takes up what was pressed.
pub(super) fn lift<S: Scene>(
    pressed: Pressed,
    scene: &mut S,
    effects: &mut Vec<Effect<S::Reason>>,
) -> State<S::Reason> {
    let at = pressed.at;
    let load = pressed.press.grab.load.clone();
    let Some(flight) = Flight::take(load, scene, effects) else {
        return State::Idle;
    };
    let said = Said::lifted(&flight, effects);
    let target = flight.find(at, scene);
    let mut drag = Drag {
        held: Held::new(target, at, flight.shot.offsets.clone()),
        moved: pressed.press.at.distance(at) >= CLICK,
        flight,
        pressed,
        at,
        said,
        auto: AutoScroll::default(),
    };
    drag.show(Change::Place, effects);
    State::Dragging(drag)
}

impl<R: Clone + PartialEq> Drag<R> {
    pub(super) const fn target(&self) -> Option<&Target<R>> {
        self.held.target()
    }

    pub(super) fn step<S: Scene<Reason = R>>(
        mut self,
        input: Input,
        scene: &mut S,
        effects: &mut Vec<Effect<R>>,
    ) -> State<R> {
        let mine = self.pressed.press.pointer;
        match input {
            Input::Move(Moved {
                pointer,
                buttons: 1,
                at,
                ..
            }) if pointer == mine => self.go(at, scene, effects),
            Input::Up(up) if up.pointer == mine => {
                self.release(up, scene, effects);
                return State::Idle;
            }
            Input::Scrolled(offsets) => {
                self.moved |= self.flight.shot.offsets != offsets;
                self.flight.shot.offsets = offsets;
                self.go(self.at, scene, effects);
            }
            Input::Frame(now_ms) => {
                let shot = &self.flight.shot;
                let scrolls = self.auto.frame(&shot.tree, &shot.offsets, self.at, now_ms);
                effects.extend(scrolls.into_iter().map(Effect::ScrollBy));
            }
            Input::Changed => return self.measure(scene, effects),
            // Another button, or none: its release was not told.
            Input::Move(Moved { pointer, .. }) | Input::PointerCancel(pointer)
                if pointer == mine =>
            {
                return self.flight.give_up(effects);
            }
            Input::Key(press) if press.key == Key::Escape => return self.flight.give_up(effects),
            Input::Down(_) | Input::Blur => return self.flight.give_up(effects),
            _ => {}
        }
        State::Dragging(self)
    }

    fn go<S: Scene<Reason = R>>(&mut self, at: Point, scene: &S, effects: &mut Vec<Effect<R>>) {
        let change = self.retarget(at, scene);
        self.show(change, effects);
    }

    fn retarget<S: Scene<Reason = R>>(&mut self, at: Point, scene: &S) -> Change {
        self.at = at;
        self.moved |= self.pressed.press.at.distance(at) >= CLICK;
        let Flight {
            load,
            carried,
            shot,
        } = &self.flight;
        self.held
            .retarget(shot, carried, at, |zone| scene.accepts(load, zone))
    }

    fn show(&mut self, change: Change, effects: &mut Vec<Effect<R>>) {
        if change == Change::None {
            return;
        }
        effects.push(Effect::Line(self.held.target().cloned()));
        if let (Change::Place, Some(target)) = (change, self.held.target()) {
            self.said.target(&self.flight, target, effects);
        }
    }

    /// The release counts by its own point: moves may have been left out.
    fn release<S: Scene<Reason = R>>(
        mut self,
        up: Released,
        scene: &S,
        effects: &mut Vec<Effect<R>>,
    ) {
        let change = self.retarget(up.at, scene);
        if !self.moved {
            let load = self.flight.load.clone();
            effects.push(Effect::Cancel);
            effects.push(Effect::Select(load));
            return;
        }
        let release = Release {
            copy: up.alt,
            refusal_said: self.said.refused && change != Change::Place,
        };
        let target = self.held.target().cloned();
        land(effects, self.flight, target, release);
    }

    fn measure<S: Scene<Reason = R>>(
        self,
        scene: &mut S,
        effects: &mut Vec<Effect<R>>,
    ) -> State<R> {
        match self.flight.measured_again(scene) {
            Ok(flight) => {
                let target = flight.find(self.at, scene);
                let same = self.held.target() == target.as_ref();
                let held = Held::new(target, self.at, flight.shot.offsets.clone());
                let mut drag = Self {
                    flight,
                    held,
                    ..self
                };
                if !same {
                    drag.show(Change::Place, effects);
                }
                State::Dragging(drag)
            }
            Err(load) => lost(load, effects),
        }
    }
}

impl Said {
    /// Whether the last that was said is why not.
    pub(super) const fn refused(&self) -> bool {
        self.refused
    }

    /// Says that something was taken up.
    pub(super) fn lifted<R>(flight: &Flight, effects: &mut Vec<Effect<R>>) -> Self {
        let place = Place::of_origin(&flight.shot.tree, &flight.carried);
        effects.push(Effect::Lift(flight.load.clone()));
        effects.push(Effect::Announce(Announcement::Lifted {
            load: flight.load.clone(),
            place,
        }));
        Self {
            place: place.map(|place| (place.zone, place.position, place.beside)),
            refused: false,
        }
    }

    /// Says where the load would go now, or why it would not, unless that was said last.
    pub(super) fn target<R: Clone>(
        &mut self,
        flight: &Flight,
        target: &Target<R>,
        effects: &mut Vec<Effect<R>>,
    ) {
        if let Some(reason) = target.refusal.clone() {
            self.refused = true;
            self.place = None;
            effects.push(Effect::Announce(Announcement::Refused {
                load: flight.load.clone(),
                zone: Some(target.zone),
                reason,
            }));
            return;
        }
        self.refused = false;
        let tree = &flight.shot.tree;
        let Some(place) = Place::of_target(tree, &flight.carried, target, false) else {
            return;
        };
        let told = Some((place.zone, place.position, place.beside));
        if self.place == told {
            return;
        }
        let entered = self.place.is_none_or(|(zone, ..)| zone != place.zone);
        self.place = told;
        effects.push(Effect::Announce(Announcement::Moved {
            load: flight.load.clone(),
            place,
            entered,
        }));
    }
}
