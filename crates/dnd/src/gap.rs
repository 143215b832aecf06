//! Gaps: where something can be inserted in a zone, and which one a point means.
//!
//! Items are grouped into lanes as they flow. Side by side, a lane's gaps are upright lines;
//! an item that fills its lane has a level line above and below. Where the flow wraps, one
//! place in the order is two places on the screen, so the gap is offered at both.

use core::ops::Range;

use crate::geometry::{Point, Rect, Segment};
use crate::zone::{Direction, Flow, Item, Layout};

/// An item alone in its lane that takes this share of the zone's width leaves no room beside
/// it: what is inserted goes above or below.
const FILLING_SHARE: f64 = 0.75;

/// How far a line at the end of a lane stands off the item. Unit: CSS px.
const STAND_OFF: f64 = 4.0;

/// Items may overlap by this much and still follow each other: layout rounds. Unit: CSS px.
const ROUNDING: f64 = 1.0;

/// A place in a zone's order, and the line that shows it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// What is inserted here comes before the item that now has this index.
    pub index: usize,
    /// The line to draw, in the coordinates of the zone's scroller.
    pub line: Segment,
    /// Which row of lines it is in, from the top; upright lines of one lane share a row.
    pub row: usize,
}

/// All gaps of one zone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gaps {
    list: Vec<Gap>,
    lanes: Vec<Lane>,
}

#[derive(Clone, Debug, PartialEq)]
struct Lane {
    top: f64,
    bottom: f64,
    gaps: Range<usize>,
}

/// An item that is laid out. `left` and `right` are mirrored where writing runs to the left,
/// so that `left` is always where the line begins.
#[derive(Clone, Copy)]
struct Laid {
    index: usize,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

/// Items that follow each other in one line.
struct Run {
    items: Range<usize>,
    top: f64,
    bottom: f64,
    filled: bool,
}

impl Gaps {
    /// The gaps of a zone that lies at `rect`. Items that are not laid out keep their index
    /// and have no gaps of their own. A zone without laid out items has one gap.
    #[must_use]
    pub fn of(rect: &Rect, flow: Flow, items: &[Item]) -> Self {
        let laid = laid(flow.direction, items);
        let runs = runs(rect, flow.layout, &laid);
        let mut build = Build {
            rect,
            direction: flow.direction,
            gaps: Self::default(),
            row: 0,
            joined: false,
        };
        if runs.is_empty() {
            build.only(items.len());
        }
        for (at, run) in runs.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| runs.get(at));
            build.run(&laid, before, run, runs.get(at + 1));
        }
        build.gaps
    }

    /// Every gap, in document order; one that is offered at both ends of a wrap is there twice.
    #[must_use]
    pub fn all(&self) -> &[Gap] {
        &self.list
    }

    /// The gap that `point` means: of the lane it is in, or else the lane nearest above or
    /// below, the line nearest to it. `point` is in the coordinates of the zone's scroller.
    #[must_use]
    pub fn nearest(&self, point: Point) -> Option<&Gap> {
        let mut best: Option<(f64, &Lane)> = None;
        for lane in &self.lanes {
            crate::work::count();
            let away = (lane.top - point.y).max(point.y - lane.bottom).max(0.0);
            if best.is_none_or(|(least, _)| away < least) {
                best = Some((away, lane));
            }
        }
        let mut nearest: Option<(f64, &Gap)> = None;
        for gap in self.list.get(best?.1.gaps.clone())? {
            crate::work::count();
            let away = if gap.line.is_upright() {
                (gap.line.from.x - point.x).abs()
            } else {
                (gap.line.from.y - point.y).abs()
            };
            if nearest.is_none_or(|(least, _)| away < least) {
                nearest = Some((away, gap));
            }
        }
        nearest.map(|(_, gap)| gap)
    }
}

fn laid(direction: Direction, items: &[Item]) -> Vec<Laid> {
    let along = |rect: &Rect| match direction {
        Direction::Ltr => (rect.x, rect.right()),
        Direction::Rtl => (-rect.right(), -rect.x),
    };
    items
        .iter()
        .enumerate()
        .filter(|(_, item)| !item.rect.is_empty())
        .map(|(index, item)| {
            let (left, right) = along(&item.rect);
            Laid {
                index,
                left,
                right,
                top: item.rect.y,
                bottom: item.rect.bottom(),
            }
        })
        .collect()
}

fn runs(rect: &Rect, layout: Layout, laid: &[Laid]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut last_left = 0.0;
    for (at, item) in laid.iter().enumerate() {
        let goes_on = layout == Layout::Grid
            && runs.last().is_some_and(|run| {
                item.top < run.bottom - ROUNDING && item.left > last_left + ROUNDING
            });
        last_left = item.left;
        match runs.last_mut() {
            Some(run) if goes_on => {
                run.items.end = at + 1;
                run.top = run.top.min(item.top);
                run.bottom = run.bottom.max(item.bottom);
                run.filled = false;
            }
            _ => runs.push(Run {
                items: at..at + 1,
                top: item.top,
                bottom: item.bottom,
                filled: layout == Layout::Column
                    || item.right - item.left >= FILLING_SHARE * rect.width,
            }),
        }
    }
    runs
}

struct Build<'a> {
    rect: &'a Rect,
    direction: Direction,
    gaps: Gaps,
    row: usize,
    /// The last line drawn is also the line above the run that comes next.
    joined: bool,
}

impl Build<'_> {
    fn only(&mut self, index: usize) {
        let middle = self.rect.y + self.rect.height / 2.0;
        let inner = self.rect.inset(STAND_OFF);
        self.gaps.list.push(Gap {
            index,
            line: Segment::level(middle, inner.x, inner.right()),
            row: 0,
        });
        self.gaps.lanes.push(Lane {
            top: self.rect.y,
            bottom: self.rect.bottom(),
            gaps: 0..1,
        });
    }

    fn run(&mut self, laid: &[Laid], before: Option<&Run>, run: &Run, after: Option<&Run>) {
        let items = laid.get(run.items.clone()).unwrap_or_default();
        let following = laid.get(run.items.end);
        let (Some(first), Some(last)) = (items.first(), items.last()) else {
            return;
        };
        let end = following.map_or(last.index + 1, |next| next.index);
        let start = self.gaps.list.len();
        if run.filled {
            let joined = core::mem::take(&mut self.joined);
            if !joined {
                let least = before.map(|before| f64::midpoint(before.bottom, run.top));
                let y = (run.top - STAND_OFF).max(least.unwrap_or(self.rect.y));
                self.level(first.index, y, (first.left, first.right));
            }
            let mut across = (last.left, last.right);
            if let (Some(next), Some(true)) = (following, after.map(|after| after.filled)) {
                across = (across.0.min(next.left), across.1.max(next.right));
                self.joined = true;
            }
            let middle = after.map(|after| f64::midpoint(run.bottom, after.top));
            let y = match middle {
                Some(middle) if self.joined => middle,
                _ => (run.bottom + STAND_OFF).min(middle.unwrap_or(self.rect.bottom())),
            };
            self.level(end, y, across);
            self.lane(run, start - usize::from(joined));
        } else {
            self.upright(first.index, first.left - STAND_OFF, run);
            for (one, next) in items.iter().zip(items.iter().skip(1)) {
                self.upright(next.index, f64::midpoint(one.right, next.left), run);
            }
            self.upright(end, last.right + STAND_OFF, run);
            self.row += 1;
            self.lane(run, start);
        }
    }

    fn lane(&mut self, run: &Run, start: usize) {
        self.gaps.lanes.push(Lane {
            top: run.top,
            bottom: run.bottom,
            gaps: start..self.gaps.list.len(),
        });
    }

    fn level(&mut self, index: usize, y: f64, (left, right): (f64, f64)) {
        let y = y.min(self.rect.bottom()).max(self.rect.y);
        let (left, right) = match self.direction {
            Direction::Ltr => (left, right),
            Direction::Rtl => (-right, -left),
        };
        self.gaps.list.push(Gap {
            index,
            line: Segment::level(y, left, right),
            row: self.row,
        });
        self.row += 1;
    }

    fn upright(&mut self, index: usize, along: f64, run: &Run) {
        let x = match self.direction {
            Direction::Ltr => along,
            Direction::Rtl => -along,
        };
        let x = x.min(self.rect.right()).max(self.rect.x);
        self.gaps.list.push(Gap {
            index,
            line: Segment::upright(x, run.top, run.bottom),
            row: self.row,
        });
    }
}
