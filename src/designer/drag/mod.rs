//! Drag and drop over the canvas: passes pointer and key input to `palier_dnd`, and carries out
//! its effects.

mod choices;
mod hand;
mod near;
mod room;
mod say;
mod scene;
mod select;
mod take;

use std::cell::RefCell;
use std::rc::Rc;

use palier_contract::ids::NodeId;
use palier_dnd::geometry::{Point, Rect};
use palier_dnd::load::{Grip, Load};
use palier_dnd::machine::{Commit, Effect, Input, Key, KeyPress, Machine, Phase};
use palier_dnd::target::{Refusal, Target};
use palier_edit::{Intention, Position, Rules, Tree};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::Element;

use super::canvas::Canvas;
use super::session::Session;
use super::words;
use crate::reactive::RwSignal;
pub(super) use choices::Choice;
use near::Around;
pub(super) use near::{Gap, takes_any};
pub(super) use room::{Spot, insert};
use scene::{Listed, Numbers, Stage};
use select::How;
use take::grab_of;

#[wasm_bindgen(module = "/src/designer/drag/hands.js")]
extern "C" {
    fn wake(time: f64, woke: &JsValue);
    #[wasm_bindgen(js_name = scrollBy)]
    fn scroll_by(element: &Element, x: f64, y: f64);
    fn dragging(on: bool);
    /// Brings what stands there on the screen into the sight of a scroller; says whether it moved.
    fn reveal(view: &Element, top: f64, bottom: f64) -> bool;
}

/// What is to be drawn while something is carried.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Drawn {
    /// Names what is carried; empty when nothing is.
    pub(super) carried: Vec<NodeId>,
    /// What it says beside the pointer.
    pub(super) label: String,
    /// The insertion line, on the screen.
    pub(super) line: Option<Rect>,
    /// The block that it would come into, and what the part of it is called; no block for the page.
    pub(super) into: Option<(Option<NodeId>, String)>,
    /// Why not, if so.
    pub(super) reason: Option<String>,
    /// Where the pointer is; none while keys walk.
    pub(super) at: Option<(f64, f64)>,
}

struct Inner {
    machine: RefCell<Machine<String>>,
    stage: RefCell<Stage>,
    drawn: RwSignal<Drawn>,
    /// The block that was pressed last, and how a click on it selects.
    pressed: RefCell<Option<(NodeId, How)>>,
    around: RefCell<Option<Around>>,
    over: RwSignal<Option<NodeId>>,
    gap: RwSignal<Option<Gap>>,
    choices: RwSignal<Option<Vec<Choice>>>,
}

/// Drag and drop of one session.
#[derive(Clone)]
pub(super) struct Drag(Rc<Inner>);

impl Drag {
    pub(super) fn new(session: Session, canvas: Canvas) -> Self {
        let stage = Stage {
            session,
            canvas,
            numbers: Numbers::default(),
            kinds: Vec::new(),
            view: None,
            listed: Listed::default(),
            answers: RefCell::default(),
            pieces: RefCell::default(),
            rows: RefCell::default(),
        };
        let drag = Self(Rc::new(Inner {
            machine: RefCell::default(),
            stage: RefCell::new(stage),
            drawn: RwSignal::new(Drawn::default()),
            pressed: RefCell::default(),
            around: RefCell::default(),
            over: RwSignal::new(None),
            gap: RwSignal::new(None),
            choices: RwSignal::new(None),
        }));
        drag.pick_when_asked(session);
        drag.look_around(session);
        let told = drag.clone();
        session.listen(move |_, _| told.changed());
        drag
    }

    /// What the outline lists from now on.
    pub(super) fn list(&self, rows: Listed) {
        self.0.stage.borrow_mut().listed = rows;
    }

    /// What is to be drawn.
    pub(super) fn drawn(&self) -> RwSignal<Drawn> {
        self.0.drawn
    }

    /// The block under a pointer that hovers.
    pub(super) fn over(&self) -> RwSignal<Option<NodeId>> {
        self.0.over
    }

    /// The gap that a pointer that hovers is near to.
    pub(super) fn gap(&self) -> RwSignal<Option<Gap>> {
        self.0.gap
    }

    /// Whether something is carried.
    pub(super) fn is_carrying(&self) -> bool {
        matches!(
            self.0.machine.borrow().phase(),
            Phase::Dragging | Phase::Placing
        )
    }

    fn is_busy(&self) -> bool {
        self.0.machine.borrow().phase() != Phase::Idle
    }

    /// Moves what is shown beside the pointer.
    fn draw_at(&self, at: Point) {
        if self.is_busy() {
            self.draw(|drawn| drawn.at = Some((at.x, at.y)));
        }
    }

    /// A hand has let go: why something could not be taken up has been read.
    fn let_go(&self) {
        if !self.is_carrying() {
            self.draw(|drawn| *drawn = Drawn::default());
        }
    }

    fn changed(&self) {
        // While a drop is being carried out the machine is at rest, and needs no word of it.
        if self.is_carrying() {
            self.step(Input::Changed);
        }
    }

    /// Tells of a key; says whether the browser's own answer is to be prevented.
    pub(super) fn key(&self, key: Key, on: Option<&NodeId>) -> bool {
        let claimed = self.0.machine.borrow().claims(key, on.is_some());
        if claimed {
            let grab = on.map(|id| grab_of(&mut self.0.stage.borrow_mut(), id, Grip::Handle));
            self.step(Input::Key(KeyPress { key, grab }));
        }
        claimed
    }

    fn step(&self, input: Input) {
        let offers = matches!(input, Input::Pick(_) | Input::Changed);
        let effects = {
            let mut stage = self.0.stage.borrow_mut();
            self.0.machine.borrow_mut().step(input, &mut *stage)
        };
        for effect in effects {
            self.answer(effect);
        }
        self.offer(offers);
    }

    fn answer(&self, effect: Effect<String>) {
        match effect {
            Effect::WakeAt(time) => {
                let drag = self.clone();
                let woke = Closure::once_into_js(move |now: f64| drag.step(Input::Woke(now)));
                wake(time, &woke);
            }
            Effect::Lift(load) => self.lift(&load),
            Effect::Line(target) => {
                self.line(target.as_ref());
                self.keep_in_sight();
            }
            // Beside the pointer; whoever uses keys is told in the line at the foot.
            Effect::Refuse(refusal) => self.draw(|drawn| {
                drawn.reason = drawn.at.map(|_| reason(refusal));
            }),
            Effect::ScrollBy(step) => {
                let by = step.by;
                let tree = (step.scroller == scene::TREE).then(scene::outline);
                self.scroll(tree, by.x, by.y);
            }
            Effect::Drop(commit) => {
                self.clear();
                self.commit(&commit);
            }
            Effect::Cancel => self.clear(),
            Effect::Select(load) => self.select(&load),
            Effect::Announce(announcement) => {
                let stage = self.0.stage.borrow();
                let said = say::words(&stage, &announcement);
                stage.session.say(said);
            }
        }
    }

    fn draw(&self, change: impl FnOnce(&mut Drawn)) {
        let mut drawn = self.0.drawn.get_untracked();
        change(&mut drawn);
        if drawn != self.0.drawn.get_untracked() {
            self.0.drawn.set(drawn);
        }
    }

    fn lift(&self, load: &Load) {
        dragging(true);
        let (carried, label) = {
            let stage = self.0.stage.borrow();
            let carried = match load {
                Load::Items(keys) => stage.ids(keys),
                Load::New(_) => Vec::new(),
            };
            (carried, say::load(&stage, load))
        };
        self.draw(|drawn| {
            drawn.carried = carried;
            drawn.label = label;
        });
    }

    fn line(&self, target: Option<&Target<String>>) {
        let line = target.map(|target| {
            let segment = target.line;
            let (from, to) = (segment.from, segment.to);
            Rect::new(
                from.x.min(to.x),
                from.y.min(to.y),
                (to.x - from.x).abs(),
                (to.y - from.y).abs(),
            )
        });
        let reason = target.and_then(|target| target.refusal.clone()).map(reason);
        let into = target.and_then(|target| {
            let stage = self.0.stage.borrow();
            let slot = stage.numbers.slot(target.zone)?;
            let name =
                |tree: &Tree, rules: &Rules| words::slot(tree, rules, slot, stage.session.i18n);
            Some((slot.node.clone(), stage.session.read(name)))
        });
        self.draw(|drawn| {
            drawn.line = line;
            drawn.into = into;
            drawn.reason = reason;
        });
    }

    /// The line that keys lead to is never out of sight; a pointer scrolls by itself.
    fn keep_in_sight(&self) {
        let drawn = self.0.drawn.get_untracked();
        let (Some(line), None) = (drawn.line, drawn.at) else {
            return;
        };
        let view = self.0.stage.borrow().view.clone();
        if view.is_some_and(|view| reveal(&view, line.y, line.y + line.height)) {
            self.scrolled();
        }
    }

    fn clear(&self) {
        dragging(false);
        self.0.drawn.set(Drawn::default());
    }

    fn scroll(&self, tree: Option<Option<Element>>, x: f64, y: f64) {
        let view = tree.unwrap_or_else(|| self.0.stage.borrow().view.clone());
        if let Some(view) = view {
            scroll_by(&view, x, y);
            self.scrolled();
        }
    }

    fn scrolled(&self) {
        if self.is_carrying() {
            let offsets = self.0.stage.borrow().offsets();
            self.step(Input::Scrolled(offsets));
        }
    }

    fn commit(&self, commit: &Commit) {
        if commit.unchanged {
            return;
        }
        let planned = {
            let stage = self.0.stage.borrow();
            let before = commit.next.and_then(|key| stage.numbers.id(key)).cloned();
            stage.numbers.slot(commit.zone).cloned().map(|slot| {
                let at = Position { slot, before };
                let room = commit.room;
                let ops = stage.ops(&commit.load, Spot { at, room }, commit.duplicate);
                (stage.session, ops)
            })
        };
        if let Some((session, ops)) = planned {
            let name = match (&commit.load, commit.duplicate) {
                (Load::New(_), _) => "insert",
                (_, true) => "duplicate",
                (_, false) => "move",
            };
            let select = ops.iter().flat_map(say::subjects).collect();
            let done = session.perform(Intention::new(name).select(select), ops);
            if done.is_ok() && name == "insert" {
                session.view.make_room();
            }
        }
    }
}

fn reason(refusal: Refusal<String>) -> String {
    match refusal {
        Refusal::Itself => String::new(),
        Refusal::Reason(words) => words,
    }
}
