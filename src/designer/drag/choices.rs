//! Tap-and-place: what was picked may be put down on any of these marks.

use palier_dnd::gap::Room;
use palier_dnd::geometry::{Point, Rect, Segment};
use palier_dnd::load::Load;
use palier_dnd::machine::{Input, Key, KeyPress};
use palier_dnd::marks::marks;
use palier_dnd::zone::ZoneKey;
use palier_edit::Position;
use wasm_bindgen::prelude::wasm_bindgen;

use super::Drag;
use super::scene::Stage;
use crate::designer::find::places;
use crate::designer::session::Session;
use crate::designer::shell::{focus_canvas, watch};
use crate::i18n::keys;
use crate::reactive::{RwSignal, untrack};

#[wasm_bindgen(module = "/src/designer/drag/hands.js")]
extern "C" {
    #[wasm_bindgen(js_name = markSize)]
    fn mark_size() -> f64;
}

/// A gap that takes what was picked.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::designer) struct Choice {
    zone: ZoneKey,
    gap: usize,
    row: usize,
    /// The middle of its mark, from the page's corner.
    pub(in crate::designer) at: Point,
    /// "After Leaderboard, in Section".
    pub(in crate::designer) label: String,
}

impl Drag {
    /// Takes up the selection whenever that is asked for; asked for again, puts it back.
    pub(super) fn pick_when_asked(&self, session: Session) {
        let drag = self.clone();
        watch(move || {
            if session.view.picked.get() > 0 {
                // What the engine reads while it picks is not what this waits for.
                untrack(|| drag.pick_or_put_back(session));
            }
        });
    }

    fn pick_or_put_back(&self, session: Session) {
        if self.is_carrying() {
            return self.put_back();
        }
        if let Some(id) = session.selection.get_untracked().first() {
            self.pick(id);
            focus_canvas();
        }
    }

    /// Gives up what is being carried.
    pub(in crate::designer) fn put_back(&self) {
        self.step(Input::Key(KeyPress {
            key: Key::Escape,
            grab: None,
        }));
        focus_canvas();
    }

    /// Where what was picked may go; `None` while nothing is picked.
    pub(in crate::designer) fn choices(&self) -> RwSignal<Option<Vec<Choice>>> {
        self.0.choices
    }

    /// Puts what was picked there.
    pub(in crate::designer) fn choose(&self, choice: &Choice) {
        self.step(Input::Choose {
            zone: choice.zone,
            gap: choice.gap,
            row: choice.row,
        });
        focus_canvas();
    }

    /// Brings the marks up to date, after an input.
    pub(super) fn offer(&self, asked: bool) {
        let known = self.0.choices;
        if !self.is_carrying() {
            if known.get_untracked().is_some() {
                known.set(None);
            }
        } else if asked {
            known.set(self.found());
        }
    }

    fn found(&self) -> Option<Vec<Choice>> {
        let (machine, stage) = (self.0.machine.borrow(), self.0.stage.borrow());
        let targets = machine.choices(&*stage);
        let page = stage.canvas.origin()?;
        let view = stage.view_box();
        let lines: Vec<Segment> = targets
            .iter()
            .map(|target| page.line(&seen(&target.line, &view)))
            .collect();
        let moving = match machine.load() {
            Some(Load::Items(keys)) => stage.ids(keys),
            _ => Vec::new(),
        };
        let found = targets.iter().zip(marks(&lines, mark_size()));
        let found = found.filter_map(|(target, at)| {
            let place = Position {
                slot: stage.numbers.slot(target.zone)?.clone(),
                before: target.next.and_then(|key| stage.numbers.id(key)).cloned(),
            };
            Some(Choice {
                zone: target.zone,
                gap: target.gap,
                row: target.row,
                at,
                label: label(&stage, &place, target.room, &moving),
            })
        });
        Some(found.collect())
    }
}

/// The part of a line that is in view, so that its mark is; the whole of one that is not.
fn seen(line: &Segment, view: &Rect) -> Segment {
    let part = Segment {
        from: Point::new(line.from.x.max(view.x), line.from.y.max(view.y)),
        to: Point::new(line.to.x.min(view.right()), line.to.y.min(view.bottom())),
    };
    match part.from.x <= part.to.x && part.from.y <= part.to.y {
        true => part,
        false => *line,
    }
}

fn label(
    stage: &Stage,
    at: &Position,
    room: Room,
    moving: &[palier_contract::ids::NodeId],
) -> String {
    let session = stage.session;
    let place = session.read(|tree, rules| places::gap(session, tree, rules, at, moving));
    match room {
        Room::Beside(..) => session
            .i18n
            .with(keys::DESIGNER_BESIDE, &[("place", &place)]),
        _ => place,
    }
}
