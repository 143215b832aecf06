//! Drag and drop over the canvas: tells `palier_dnd` what hands and keys do, and does what it asks.

mod choices;
mod hand;
mod near;
mod say;
mod scene;

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::{GetUntracked, RwSignal, Set};
use palier_contract::ids::NodeId;
use palier_dnd::geometry::{Point, Rect};
use palier_dnd::load::{Grab, Grip, Load, PaletteKey};
use palier_dnd::machine::{Commit, Effect, Input, Key, KeyPress, Machine, Phase};
use palier_dnd::target::{Refusal, Target};
use palier_edit::{Intention, Position};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::Element;

use super::canvas::Canvas;
use super::commands;
use super::session::Session;
pub(super) use choices::Choice;
use near::Around;
pub(super) use near::{Gap, takes_any};
use scene::{Numbers, Stage};

#[wasm_bindgen(module = "/src/designer/drag/hands.js")]
extern "C" {
    fn wake(time: f64, woke: &JsValue);
    #[wasm_bindgen(js_name = scrollBy)]
    fn scroll_by(element: &Element, x: f64, y: f64);
    fn dragging(on: bool);
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

/// How a click selects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    /// That block and no other.
    Alone,
    /// As well, or no longer.
    Toggle,
    /// All from the block that has the focus to that one.
    Range,
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
            answers: RefCell::default(),
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
        if self.is_carrying() {
            self.draw(|drawn| drawn.at = Some((at.x, at.y)));
        }
    }

    fn changed(&self) {
        // While a drop is being carried out the machine is at rest, and needs no word of it.
        if self.is_carrying() {
            self.step(Input::Changed);
        }
    }

    /// What a press on a block, or on a palette item, would take up.
    fn grab(&self, source: &str, at: Point, grip: Grip) -> Option<Grab> {
        let mut stage = self.0.stage.borrow_mut();
        if let Some(kind) = source.strip_prefix("new:") {
            return Some(Grab::new(Load::New(fresh(&mut stage, kind)), grip));
        }
        let id = match source {
            "" => stage.canvas.at(at.x, at.y)?,
            id => NodeId::from(id),
        };
        Some(grab_of(&mut stage, &id, grip))
    }

    /// Takes up new blocks of a type, to be placed by keys or by a tap.
    pub(super) fn pick_new(&self, kind: &str) {
        let grab = {
            let mut stage = self.0.stage.borrow_mut();
            let selected = stage.session.selection.get_untracked();
            let after = selected.last().map(|id| stage.numbers.item(id));
            Grab::new(Load::New(fresh(&mut stage, kind)), Grip::Handle).after(after)
        };
        self.step(Input::Pick(grab));
    }

    /// Takes up a block, with the selection if it is part of it, to be placed by keys or a tap.
    fn pick(&self, id: &NodeId) {
        let grab = grab_of(&mut self.0.stage.borrow_mut(), id, Grip::Handle);
        self.step(Input::Pick(grab));
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
            Effect::Line(target) => self.line(target.as_ref()),
            Effect::Refuse(refusal) => self.draw(|drawn| drawn.reason = Some(reason(refusal))),
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
        self.draw(|drawn| {
            drawn.line = line;
            drawn.reason = reason;
        });
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

    fn select(&self, load: &Load) {
        let stage = self.0.stage.borrow();
        match load {
            Load::Items(keys) => {
                let session = stage.session;
                match self.0.pressed.borrow().as_ref() {
                    Some((id, How::Alone)) => session.select(vec![id.clone()]),
                    Some((id, How::Toggle)) => session.toggle(id),
                    Some((id, How::Range)) => range(session, id),
                    None => session.select(stage.ids(keys)),
                }
            }
            Load::New(key) => {
                let kind = usize::try_from(key.0)
                    .ok()
                    .and_then(|index| stage.kinds.get(index))
                    .cloned();
                let session = stage.session;
                drop(stage);
                if let Some(kind) = kind {
                    commands::insert(session, "insert", super::starters::block(session, &kind));
                }
            }
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
                let ops = stage.ops(&commit.load, Position { slot, before }, commit.duplicate);
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
            session.attempt(Intention::new(name).select(select), ops);
        }
    }
}

fn reason(refusal: Refusal<String>) -> String {
    match refusal {
        Refusal::Itself => String::new(),
        Refusal::Reason(words) => words,
    }
}

fn fresh(stage: &mut Stage, kind: &str) -> PaletteKey {
    let known = stage.kinds.iter().position(|known| known == kind);
    let index = known.unwrap_or_else(|| {
        stage.kinds.push(kind.to_owned());
        stage.kinds.len() - 1
    });
    PaletteKey(u32::try_from(index).unwrap_or(u32::MAX))
}

/// Selects from the block that has the focus to `to`, within a slot; else `to` as well.
pub(super) fn range(session: Session, to: &NodeId) {
    let selected = session.selection.get_untracked();
    let between = session.read(|tree, _| {
        let (slot, from) = tree.place_of(selected.first()?)?;
        let (other, until) = tree.place_of(to)?;
        (slot == other).then(|| {
            let between = tree.children(&slot).iter();
            let (least, most) = (from.min(until), from.max(until));
            let mut ids: Vec<NodeId> = between
                .skip(least)
                .take(most.saturating_sub(least).saturating_add(1))
                .cloned()
                .collect();
            // The first has the focus.
            if until < from {
                ids.reverse();
            }
            ids
        })
    });
    match between {
        Some(ids) => session.select(ids),
        None => session.toggle(to),
    }
}

/// A block, with the whole selection when it is part of it.
fn grab_of(stage: &mut Stage, id: &NodeId, grip: Grip) -> Grab {
    let selected = stage.session.selection.get_untracked();
    let ids = if selected.contains(id) {
        selected
    } else {
        vec![id.clone()]
    };
    let keys = ids.iter().map(|id| stage.numbers.item(id)).collect();
    Grab::new(Load::Items(keys), grip)
}
