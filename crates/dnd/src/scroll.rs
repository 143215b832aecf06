//! Auto-scroll: how far to scroll this frame while something is held near an edge.
//!
//! The figures follow Atlassian's pragmatic-drag-and-drop.

use crate::geometry::{Point, Rect, Vector};
use crate::sort::{Triple, sort};
use crate::zone::{Offsets, ScrollerKey, ZoneTree};

/// The share of a side that is its edge band.
pub const BAND_SHARE: f64 = 0.25;
/// No band is wider. Unit: CSS px.
pub const BAND_MOST: f64 = 180.0;
/// The greatest speed. Unit: CSS px per second.
pub const SPEED: f64 = 900.0;
/// A frame counts for no more than this, so that a slow one makes no jump. Unit: ms.
pub const FRAME_MOST_MS: f64 = 1000.0 / 60.0;
/// How long the speed rises after the pointer has come into a band of a scroller. Unit: ms.
pub const EASE_MS: f64 = 400.0;

/// How strongly a point pulls at a view, from -1 (to the left, up) to 1: nothing outside of the
/// edge bands and outside of the view, all from half a band inwards to the edge.
#[must_use]
pub fn pull(point: Point, view: &Rect) -> Vector {
    if !view.contains(point) {
        return Vector::default();
    }
    Vector::new(
        pull_along(point.x - view.x, view.width),
        pull_along(point.y - view.y, view.height),
    )
}

fn pull_along(at: f64, side: f64) -> f64 {
    let band = (side * BAND_SHARE).min(BAND_MOST);
    if band <= 0.0 {
        return 0.0;
    }
    let strength = |from_edge: f64| ((band - from_edge) / (band / 2.0)).clamp(0.0, 1.0);
    strength(side - at) - strength(at)
}

/// How far to scroll in a frame. `dt_ms` is the time since the last frame, `elapsed_ms` since
/// the pointer came into the band. At least 1 px wherever there is a pull and time has passed.
#[must_use]
pub fn step(pull: Vector, dt_ms: f64, elapsed_ms: f64) -> Vector {
    let seconds = dt_ms.clamp(0.0, FRAME_MOST_MS) / 1000.0;
    let ease = (elapsed_ms / EASE_MS).clamp(0.0, 1.0);
    let along = |pull: f64| {
        if pull == 0.0 || seconds == 0.0 {
            return 0.0;
        }
        (SPEED * seconds * ease * pull.abs())
            .max(1.0)
            .copysign(pull)
    };
    Vector::new(along(pull.x), along(pull.y))
}

/// A scroll to carry out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScrollBy {
    /// What to scroll.
    pub scroller: ScrollerKey,
    /// How far. Never beyond its ends.
    pub by: Vector,
}

/// Remembers since when the pointer has been in the bands of which scrollers.
#[derive(Clone, Debug, Default)]
pub struct AutoScroll {
    last_ms: Option<f64>,
    engaged: Vec<(ScrollerKey, f64)>,
}

impl AutoScroll {
    /// What to scroll in the frame at `now_ms`, with the pointer at `at` in client coordinates.
    /// The innermost scroller that can still go there takes each axis.
    pub fn frame(
        &mut self,
        tree: &ZoneTree,
        offsets: &Offsets,
        at: Point,
        now_ms: f64,
    ) -> Vec<ScrollBy> {
        let dt = self.last_ms.map_or(0.0, |last| now_ms - last);
        self.last_ms = Some(now_ms);
        let mut free = (true, true);
        let mut found = Vec::new();
        let mut pulled = Vec::new();
        for key in inside_out(tree, offsets, at) {
            let Some(scroller) = tree.around(key).next() else {
                continue;
            };
            let mut pull = pull(at, &tree.view(scroller, offsets));
            let offset = offsets.of(key);
            let room = |pull: f64, at: f64, least: f64, most: f64| {
                (pull > 0.0 && at < most) || (pull < 0.0 && at > least)
            };
            if !free.0 || !room(pull.x, offset.x, scroller.least.x, scroller.most.x) {
                pull.x = 0.0;
            }
            if !free.1 || !room(pull.y, offset.y, scroller.least.y, scroller.most.y) {
                pull.y = 0.0;
            }
            if pull == Vector::default() {
                continue;
            }
            free = (free.0 && pull.x == 0.0, free.1 && pull.y == 0.0);
            let since = self.since(key, now_ms);
            pulled.push((key, since));
            let by = step(pull, dt, now_ms - since);
            let by = Vector::new(
                by.x.max(scroller.least.x - offset.x)
                    .min(scroller.most.x - offset.x),
                by.y.max(scroller.least.y - offset.y)
                    .min(scroller.most.y - offset.y),
            );
            if by != Vector::default() {
                found.push(ScrollBy { scroller: key, by });
            }
        }
        self.engaged = pulled;
        found
    }

    fn since(&self, key: ScrollerKey, now_ms: f64) -> f64 {
        self.engaged
            .iter()
            .find(|(held, _)| *held == key)
            .map_or(now_ms, |(_, since)| *since)
    }
}

/// The scrollers that show `at`, those with more scrollers around them first.
fn inside_out(tree: &ZoneTree, offsets: &Offsets, at: Point) -> Vec<ScrollerKey> {
    let scrollers = tree.scrollers();
    let mut shown: Vec<Triple> = scrollers
        .iter()
        .enumerate()
        .filter(|(_, scroller)| tree.shows(scroller.key, at, offsets))
        .map(|(index, scroller)| [tree.around(scroller.key).count(), index, 0])
        .collect();
    sort(&mut shown);
    let key = |[_, index, _]: &Triple| scrollers.get(*index).map(|scroller| scroller.key);
    shown.iter().rev().filter_map(key).collect()
}
