//! One state machine for mouse, touch, pen and keys.
//!
//! It gets what happened and returns what to do; it never asks for the time and holds nothing of
//! the page. A drag ends with exactly one of [`Effect::Drop`] and [`Effect::Cancel`].

mod activation;
mod drag;
mod input;
mod output;
mod placing;

pub use input::{Input, Key, KeyPress, Moved, PointerKind, Press, Released};
pub use output::{Commit, Effect};

use crate::announce::Announcement;
use crate::gap::{Fit, Gap};
use crate::geometry::Point;
use crate::load::{Carried, Grab, Grip, Load};
use crate::target::{Answer, Refusal, Snapshot, Target};
use crate::zone::{Zone, ZoneKey};
use activation::{Pressed, Verdict};
use drag::Drag;
use placing::Placing;

/// A press that goes less far than this is a click. Unit: CSS px.
pub const CLICK: f64 = 5.0;

/// What the machine asks of the document and the page.
pub trait Scene {
    /// Why something is not allowed.
    type Reason: Clone + PartialEq;

    /// Measures every zone and scroller; asked when something is lifted and when the document
    /// or the layout has changed meanwhile.
    fn measure(&mut self) -> Snapshot;

    /// Whether the load may be taken up at all.
    ///
    /// # Errors
    ///
    /// The reason why not, for instance a lock.
    fn lifts(&self, load: &Load) -> Result<(), Self::Reason>;

    /// Whether a zone takes the load. Not asked of zones inside the load itself.
    fn accepts(&self, load: &Load, zone: ZoneKey) -> Answer<Self::Reason>;

    /// Whether there is room for the load at a gap; asked of every gap when something is lifted.
    /// Where rows hold any number of blocks of any width, there is.
    fn fits(&self, _load: &Load, _zone: &Zone, _gap: &Gap) -> Fit {
        Fit::AsIs
    }
}

/// What the machine is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Nothing.
    Idle,
    /// A pointer is down and may become a drag.
    Pressed,
    /// A pointer drags.
    Dragging,
    /// Something was taken up by key, or to be placed by a tap.
    Placing,
}

/// The state of a drag, from the press to the drop.
#[derive(Debug)]
pub struct Machine<R> {
    state: State<R>,
}

#[derive(Debug)]
enum State<R> {
    Idle,
    Pressed(Pressed),
    Dragging(Drag<R>),
    Placing(Placing<R>),
}

/// What is carried, and what it is carried over.
#[derive(Debug)]
struct Flight {
    load: Load,
    carried: Carried,
    shot: Snapshot,
}

impl<R> Default for Machine<R> {
    fn default() -> Self {
        Self { state: State::Idle }
    }
}

impl<R: Clone + PartialEq> Machine<R> {
    /// A machine at rest.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// What it is doing.
    #[must_use]
    pub const fn phase(&self) -> Phase {
        match self.state {
            State::Idle => Phase::Idle,
            State::Pressed(_) => Phase::Pressed,
            State::Dragging(_) => Phase::Dragging,
            State::Placing(_) => Phase::Placing,
        }
    }

    /// Where the load would go now.
    #[must_use]
    pub const fn target(&self) -> Option<&Target<R>> {
        match &self.state {
            State::Dragging(drag) => drag.target(),
            State::Placing(placing) => placing.target(),
            State::Idle | State::Pressed(_) => None,
        }
    }

    /// What is carried.
    #[must_use]
    pub const fn load(&self) -> Option<&Load> {
        match &self.state {
            State::Dragging(drag) => Some(&drag.flight.load),
            State::Placing(placing) => Some(&placing.flight.load),
            State::Idle | State::Pressed(_) => None,
        }
    }

    /// Every place that what was picked may go to, other than where it is: what a tap can choose.
    /// None unless something was taken up to be placed by a pointer.
    pub fn choices<S: Scene<Reason = R>>(&self, scene: &S) -> Vec<Target<R>> {
        match &self.state {
            State::Placing(placing) => placing.choices(scene),
            State::Idle | State::Pressed(_) | State::Dragging(_) => Vec::new(),
        }
    }

    /// What was measured last, while something is carried.
    #[must_use]
    pub const fn snapshot(&self) -> Option<&Snapshot> {
        match &self.state {
            State::Dragging(drag) => Some(&drag.flight.shot),
            State::Placing(placing) => Some(&placing.flight.shot),
            State::Idle | State::Pressed(_) => None,
        }
    }

    /// Whether the browser's own answer to a key is to be prevented. Never for Tab: focus may
    /// go elsewhere while something is carried.
    #[must_use]
    pub const fn claims(&self, key: Key, on_block: bool) -> bool {
        match (&self.state, key) {
            (_, Key::Tab) => false,
            (State::Placing(_), _) => true,
            (State::Dragging(_) | State::Pressed(_), Key::Escape) => true,
            (State::Idle, Key::Space | Key::Enter) => on_block,
            _ => false,
        }
    }

    /// Takes one input and says what to do, in this order.
    pub fn step<S: Scene<Reason = R>>(&mut self, input: Input, scene: &mut S) -> Vec<Effect<R>> {
        let mut effects = Vec::new();
        let state = core::mem::replace(&mut self.state, State::Idle);
        self.state = match state {
            State::Idle => idle(input, scene, &mut effects),
            State::Pressed(pressed) => press(pressed, &input, scene, &mut effects),
            State::Dragging(drag) => drag.step(input, scene, &mut effects),
            State::Placing(placing) => placing.step(input, scene, &mut effects),
        };
        effects
    }
}

fn idle<S: Scene>(
    input: Input,
    scene: &mut S,
    effects: &mut Vec<Effect<S::Reason>>,
) -> State<S::Reason> {
    let picked = matches!(input, Input::Pick(_));
    match input {
        Input::Down(press) => begin(press, effects),
        Input::Key(KeyPress {
            key: Key::Space | Key::Enter,
            grab: Some(grab),
        })
        | Input::Pick(grab)
            if grab.grip != Grip::Interactive =>
        {
            placing::lift(grab, picked, scene, effects)
        }
        Input::Nudge { grab, arrow } => {
            placing::nudge(grab, arrow, scene, effects);
            State::Idle
        }
        _ => State::Idle,
    }
}

fn begin<R>(press: Press, effects: &mut Vec<Effect<R>>) -> State<R> {
    let Some(pressed) = Pressed::new(press) else {
        return State::Idle;
    };
    effects.extend(pressed.wake_at_ms().map(Effect::WakeAt));
    State::Pressed(pressed)
}

fn press<S: Scene>(
    mut pressed: Pressed,
    input: &Input,
    scene: &mut S,
    effects: &mut Vec<Effect<S::Reason>>,
) -> State<S::Reason> {
    match pressed.judge(input) {
        Verdict::Wait => {
            if matches!(input, Input::Woke(_)) {
                // A timer on a coarser clock than the events'.
                effects.extend(pressed.wake_at_ms().map(Effect::WakeAt));
            }
            State::Pressed(pressed)
        }
        Verdict::GiveUp => State::Idle,
        Verdict::Click => {
            effects.push(Effect::Select(pressed.press.grab.load));
            State::Idle
        }
        Verdict::Lift => {
            let state = drag::lift(pressed, scene, effects);
            match (state, input) {
                // So quick that no move was reported in between.
                (State::Dragging(drag), Input::Up(_)) => drag.step(input.clone(), scene, effects),
                (state, _) => state,
            }
        }
    }
}

impl Flight {
    /// Takes a load up. `None` when it is refused, which is then said, or no longer there.
    fn take<S: Scene>(
        load: Load,
        scene: &mut S,
        effects: &mut Vec<Effect<S::Reason>>,
    ) -> Option<Self> {
        let shot = scene.measure();
        let (load, carried) = load.carried(&shot.tree)?;
        if let Err(reason) = scene.lifts(&load) {
            refuse(effects, load, None, Refusal::Reason(reason));
            return None;
        }
        Some(Self::over(load, carried, shot, scene))
    }

    fn over<S: Scene>(load: Load, carried: Carried, mut shot: Snapshot, scene: &S) -> Self {
        shot.tree.fit(|zone, gap| scene.fits(&load, zone, gap));
        Self {
            load,
            carried,
            shot,
        }
    }

    /// Measures again, after the document has changed. `None` when nothing carried is left.
    fn measured_again<S: Scene>(self, scene: &mut S) -> Result<Self, Load> {
        let shot = scene.measure();
        match self.load.clone().carried(&shot.tree) {
            Some((load, carried)) => Ok(Self::over(load, carried, shot, scene)),
            None => Err(self.load),
        }
    }

    fn find<S: Scene>(&self, at: Point, scene: &S) -> Option<Target<S::Reason>> {
        crate::target::find(&self.shot, &self.carried, at, |zone| {
            scene.accepts(&self.load, zone)
        })
    }
}

fn refuse<R: Clone>(
    effects: &mut Vec<Effect<R>>,
    load: Load,
    zone: Option<ZoneKey>,
    reason: Refusal<R>,
) {
    effects.push(Effect::Refuse(reason.clone()));
    effects.push(Effect::Announce(Announcement::Refused {
        load,
        zone,
        reason,
    }));
}

impl Flight {
    /// Ends it where it began, and says so.
    fn give_up<R>(self, effects: &mut Vec<Effect<R>>) -> State<R> {
        cancel(effects, self);
        State::Idle
    }
}

/// Ends a flight whose load is no longer there.
fn lost<R>(load: Load, effects: &mut Vec<Effect<R>>) -> State<R> {
    effects.push(Effect::Cancel);
    effects.push(Effect::Announce(Announcement::Cancelled {
        load,
        back: None,
    }));
    State::Idle
}

/// Ends a flight that goes nowhere, and says so.
fn cancel<R>(effects: &mut Vec<Effect<R>>, flight: Flight) {
    effects.push(Effect::Cancel);
    let back = crate::announce::Place::of_origin(&flight.shot.tree, &flight.carried);
    effects.push(Effect::Announce(Announcement::Cancelled {
        load: flight.load,
        back,
    }));
}

/// How something is let go.
#[derive(Clone, Copy, Debug, Default)]
struct Release {
    /// Blocks stay where they are, and copies of them are dropped.
    copy: bool,
    /// Why the target refuses them was said last, and is not said again.
    refusal_said: bool,
}

/// Ends a flight where a target is: drops, or says why not.
fn land<R: Clone>(
    effects: &mut Vec<Effect<R>>,
    flight: Flight,
    target: Option<Target<R>>,
    release: Release,
) {
    let Some(target) = target else {
        cancel(effects, flight);
        return;
    };
    if let Some(reason) = target.refusal {
        if release.refusal_said {
            effects.push(Effect::Refuse(reason));
        } else {
            refuse(effects, flight.load.clone(), Some(target.zone), reason);
        }
        cancel(effects, flight);
        return;
    }
    let duplicate = release.copy && matches!(flight.load, Load::Items(_));
    let place =
        crate::announce::Place::of_target(&flight.shot.tree, &flight.carried, &target, duplicate);
    let Some(place) = place else {
        cancel(effects, flight);
        return;
    };
    effects.push(Effect::Drop(Commit {
        load: flight.load.clone(),
        zone: target.zone,
        room: target.room,
        index: place.position.saturating_sub(1),
        next: place.next,
        duplicate,
        unchanged: target.unchanged && !duplicate,
    }));
    effects.push(Effect::Announce(Announcement::Dropped {
        load: flight.load,
        place,
        duplicate,
    }));
}

/// The press of a grab that was taken up without a pointer.
fn is_tap(press: &Press, released: &Released) -> bool {
    press.pointer == released.pointer && press.at.distance(released.at) < CLICK
}

/// Where a grab by key begins.
fn after(grab: &Grab, flight: &Flight) -> Option<crate::zone::At> {
    flight.shot.tree.at(grab.after?)
}
