//! What a pointer that only hovers is near to: a block, and a gap where one could be added.
//!
//! The page is measured once for many hovers: until something on it moves, or the page itself
//! stands elsewhere on the screen.

use std::rc::Rc;

use palier_contract::ids::NodeId;
use palier_dnd::geometry::{Point, Segment, Vector};
use palier_dnd::machine::Scene;
use palier_dnd::marks;
use palier_dnd::target::{BORDER, Snapshot};
use palier_edit::{Op, Position};

use super::Drag;
use super::room::{Piece, Spot};
use super::scene::{Stage, VIEW};
use crate::designer::canvas::{Frame, Origin};
use crate::designer::session::Session;
use crate::designer::shell::watch;
use crate::designer::starters;
use crate::designer::view::Mode;

/// How far beside a gap's line a pointer is still near to it. Unit: CSS px.
const REACH: f64 = 10.0;

/// How large a plus is. Unit: CSS px.
const PLUS: f64 = 24.0;

/// A gap on the page.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::designer) struct Gap {
    /// What is inserted here goes there.
    pub(in crate::designer) spot: Spot,
    /// Its line.
    pub(in crate::designer) line: Frame,
    /// The middle of its plus.
    pub(in crate::designer) plus: Point,
}

/// What was measured, and where the page's corner was then in the content of the view.
pub(super) struct Around {
    shot: Snapshot,
    corner: Point,
}

impl Drag {
    /// Forgets what was measured whenever something on the page moves.
    pub(super) fn look_around(&self, session: Session) {
        let drag = self.clone();
        watch(move || {
            session.moved.track();
            session.view.mode.track();
            drag.0.around.borrow_mut().take();
            drag.leave();
        });
    }

    /// Shows what is under a pointer that hovers.
    pub(super) fn hover(&self, at: Point) {
        let session = self.0.stage.borrow().session;
        if session.view.mode.get_untracked() == Mode::Try {
            return;
        }
        let (block, gap) = self.near_to(at).unwrap_or_default();
        if self.0.over.get_untracked() != block {
            self.0.over.set(block);
        }
        let known = self.0.gap.get_untracked();
        if known == gap {
            return;
        }
        let is_open = |gap: &Gap| {
            known.as_ref().is_some_and(|known| known.spot == gap.spot)
                || takes_any(session, &gap.spot.at)
        };
        self.0.gap.set(gap.filter(is_open));
    }

    /// The pointer is elsewhere.
    pub(super) fn leave(&self) {
        if self.0.over.get_untracked().is_some() {
            self.0.over.set(None);
        }
        if self.0.gap.get_untracked().is_some() {
            self.0.gap.set(None);
        }
    }

    fn near_to(&self, at: Point) -> Option<(Option<NodeId>, Option<Gap>)> {
        let mut stage = self.0.stage.borrow_mut();
        let mut around = self.0.around.borrow_mut();
        let page = stage.canvas.origin()?;
        let offsets = stage.offsets();
        let corner = page.at + offsets.of(VIEW);
        if around
            .as_ref()
            .is_none_or(|known| known.corner.distance(corner) > 0.5)
        {
            let mut shot = stage.measure();
            let any: Rc<[Piece]> = Rc::new([Piece::any()]);
            shot.tree
                .fit(|zone, gap| stage.fit(zone, gap, || any.clone()));
            *around = Some(Around { shot, corner });
        }
        let shot = &mut around.as_mut()?.shot;
        shot.offsets = offsets;
        Some((block(&stage, shot, at), gap(&stage, shot, at, page)))
    }
}

/// The innermost block under a point.
fn block(stage: &Stage, shot: &Snapshot, at: Point) -> Option<NodeId> {
    let zone = *shot.tree.under(at, &shot.offsets, 0.0).last()?;
    let held = shot.tree.zone(zone)?;
    let point = at + shot.tree.offset(held.scroller, &shot.offsets);
    let item = held.items.iter().find(|item| item.rect.contains(point));
    let key = item.map(|item| item.key).or(held.owner)?;
    stage.numbers.id(key).cloned()
}

/// The gap that a point is near to, of the innermost slot that has one. An empty slot says by
/// itself where to add.
fn gap(stage: &Stage, shot: &Snapshot, at: Point, page: Origin) -> Option<Gap> {
    let chain = shot.tree.under(at, &shot.offsets, BORDER);
    chain.into_iter().rev().find_map(|index| {
        let zone = shot.tree.zone(index)?;
        let by = shot.tree.offset(zone.scroller, &shot.offsets);
        let gap = shot.tree.gaps(index)?.nearest(at + by, false)?;
        if zone.items.is_empty() || !is_near(&gap.line, at + by) {
            return None;
        }
        let before = zone.items.get(gap.index).map(|item| item.key);
        let before = before.and_then(|key| stage.numbers.id(key)).cloned();
        let slot = stage.numbers.slot(zone.key)?.clone();
        let line = gap.line.shifted(Vector::new(-by.x, -by.y));
        let plus = marks::mark(&gap.line, &zone.items, zone.flow.direction, PLUS);
        Some(Gap {
            spot: Spot {
                at: Position { slot, before },
                room: gap.room,
            },
            line: page.frame(&line),
            plus: page.point(plus + Vector::new(-by.x, -by.y)),
        })
    })
}

fn is_near(line: &Segment, at: Point) -> bool {
    let along = |from: f64, to: f64, at: f64| (from - REACH..=to + REACH).contains(&at);
    along(line.from.x, line.to.x, at.x) && along(line.from.y, line.to.y, at.y)
}

/// Whether a block of some type may be put there.
pub(in crate::designer) fn takes_any(session: Session, at: &Position) -> bool {
    session.blocks().iter().any(|block| {
        let op = Op::Insert {
            at: at.clone(),
            nodes: starters::block(session, block.kind),
        };
        session.editor(|editor| editor.would(&[op]).is_ok())
    })
}
