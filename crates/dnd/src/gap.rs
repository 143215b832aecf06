//! Gaps: where something can be inserted in a zone, and which one a point means.
//!
//! Items are grouped into lanes as they flow. Side by side, a lane has upright lines, for what
//! comes into its row; between lanes there are level lines, for what gets a row of its own. One
//! place in the order is therefore up to three places on the screen: at the end of a row, below
//! it, and at the start of the next one.

use core::ops::Range;

use crate::geometry::{Point, Rect, Segment};
use crate::zone::{Direction, Flow, Item, Layout};

/// An item alone in its lane that takes this share of the zone's width leaves no room beside
/// it: what is inserted goes above or below.
const FILLING_SHARE: f64 = 0.75;

/// How far a line at the end of a lane stands off the item. Unit: CSS px.
const STAND_OFF: f64 = 4.0;

/// How far from the upper and lower edge of a lane the level line there is meant, and at most what
/// share of its height. Unit: CSS px.
const EDGE: f64 = 8.0;
const EDGE_SHARE: f64 = 0.25;

/// Items may overlap by this much and still follow each other: layout rounds. Unit: CSS px.
const ROUNDING: f64 = 1.0;

/// In which row of blocks something comes to stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Room {
    /// In whichever the flow has it.
    #[default]
    Any,
    /// In one of its own.
    Own,
    /// In the row of the items from one index up to, and without, another.
    Beside(usize, usize),
}

impl Room {
    /// Whether it is the row of the item with this index.
    #[must_use]
    pub const fn holds(self, item: usize) -> bool {
        matches!(self, Self::Beside(from, to) if from <= item && item < to)
    }
}

/// Whether there is that room for a load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// There is none.
    No,
    /// There is, with every block as wide as it is.
    AsIs,
    /// There is, with blocks that become wider or narrower.
    Resized,
}

/// A place in a zone's order, and the line that shows it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// What is inserted here comes before the item that now has this index.
    pub index: usize,
    /// The line to draw, in the coordinates of the zone's scroller.
    pub line: Segment,
    /// Which row of lines it is in, from the top; upright lines of one lane share a row. With the
    /// index, names the gap.
    pub row: usize,
    /// Where what is inserted here comes to stand.
    pub room: Room,
    /// Whether blocks become wider or narrower for the load that it was asked for.
    pub resizes: bool,
}

impl Gap {
    /// A place in the order alone, as a list shows it.
    #[must_use]
    pub(crate) const fn listed(index: usize, line: Segment) -> Self {
        Self {
            index,
            line,
            row: 0,
            room: Room::Any,
            resizes: false,
        }
    }
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
            flow,
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

    /// Every gap, in document order.
    #[must_use]
    pub fn all(&self) -> &[Gap] {
        &self.list
    }

    /// The gap that `point` means: of the lane it is in, or else the lane nearest above or
    /// below, the line nearest to it. The level lines of items side by side are meant near the
    /// edges of their lane only; not even there when `within`, which tells that the point is over
    /// something that is being carried. `point` is in the coordinates of the zone's scroller.
    #[must_use]
    pub fn nearest(&self, point: Point, within: bool) -> Option<&Gap> {
        let mut best: Option<(f64, &Lane)> = None;
        for lane in &self.lanes {
            crate::search_steps::count();
            let away = (lane.top - point.y).max(point.y - lane.bottom).max(0.0);
            if best.is_none_or(|(least, _)| away < least) {
                best = Some((away, lane));
            }
        }
        let (_, lane) = best?;
        let edge = EDGE.min(EDGE_SHARE * (lane.bottom - lane.top));
        let inside = within || (lane.top + edge..=lane.bottom - edge).contains(&point.y);
        let mut nearest: Option<((bool, f64), &Gap)> = None;
        for gap in self.list.get(lane.gaps.clone())? {
            crate::search_steps::count();
            let upright = gap.line.is_upright();
            let away = if upright {
                (gap.line.from.x - point.x).abs()
            } else {
                (gap.line.from.y - point.y).abs()
            };
            // Of the other kind only where there is none of this one.
            let away = (upright != inside, away);
            if nearest.is_none_or(|(least, _)| away < least) {
                nearest = Some((away, gap));
            }
        }
        nearest.map(|(_, gap)| gap)
    }

    /// Leaves out the gaps in which there is no room, and notes in which blocks are resized.
    pub(crate) fn fit(&mut self, mut fits: impl FnMut(&Gap) -> Fit) {
        let mut kept = Vec::with_capacity(self.list.len() + 1);
        let mut list = Vec::with_capacity(self.list.len());
        for gap in &self.list {
            kept.push(list.len());
            match fits(gap) {
                Fit::No => {}
                fit => list.push(Gap {
                    resizes: fit == Fit::Resized,
                    ..*gap
                }),
            }
        }
        kept.push(list.len());
        let now = |at: usize| kept.get(at).copied().unwrap_or(list.len());
        for lane in &mut self.lanes {
            lane.gaps = now(lane.gaps.start)..now(lane.gaps.end);
        }
        self.list = list;
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
    flow: Flow,
    gaps: Gaps,
    row: usize,
    /// Whether the last line drawn is also the line above the run that comes next.
    joined: bool,
}

impl Build<'_> {
    fn only(&mut self, index: usize) {
        let middle = self.rect.y + self.rect.height / 2.0;
        let inner = self.rect.inset(STAND_OFF);
        let line = Segment::level(middle, inner.x, inner.right());
        self.gap(index, line, Room::Any);
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
        let joined = core::mem::take(&mut self.joined);
        let start = self.gaps.list.len() - usize::from(joined);
        if !joined {
            let least = before.map(|before| f64::midpoint(before.bottom, run.top));
            let y = (run.top - STAND_OFF).max(least.unwrap_or(self.rect.y));
            self.level(first.index, y, across(items));
        }
        if !run.filled {
            self.uprights(items, end, run);
        }
        self.below(laid, end, run, after);
        self.gaps.lanes.push(Lane {
            top: run.top,
            bottom: run.bottom,
            gaps: start..self.gaps.list.len(),
        });
    }

    fn uprights(&mut self, items: &[Laid], end: usize, run: &Run) {
        let (Some(first), Some(last)) = (items.first(), items.last()) else {
            return;
        };
        let room = Room::Beside(first.index, last.index + 1);
        self.upright(first.index, first.left - STAND_OFF, run, room);
        for (one, next) in items.iter().zip(items.iter().skip(1)) {
            self.upright(next.index, f64::midpoint(one.right, next.left), run, room);
        }
        self.upright(end, last.right + STAND_OFF, run, room);
        self.row += 1;
    }

    /// The line below a run; where the next one follows below, it is also the line above that.
    fn below(&mut self, laid: &[Laid], end: usize, run: &Run, after: Option<&Run>) {
        let mut ends = across(laid.get(run.items.clone()).unwrap_or_default());
        let next = after.and_then(|after| laid.get(after.items.clone()));
        let middle = after.map(|after| f64::midpoint(run.bottom, after.top));
        let follows = after.is_some_and(|after| after.top >= run.bottom - ROUNDING);
        let y = match (middle, next) {
            (Some(middle), Some(next)) if follows => {
                let (left, right) = across(next);
                ends = (ends.0.min(left), ends.1.max(right));
                self.joined = true;
                middle
            }
            _ => (run.bottom + STAND_OFF).min(middle.unwrap_or(self.rect.bottom())),
        };
        self.level(end, y, ends);
    }

    fn level(&mut self, index: usize, y: f64, (left, right): (f64, f64)) {
        let y = y.min(self.rect.bottom()).max(self.rect.y);
        let (left, right) = match self.flow.direction {
            Direction::Ltr => (left, right),
            Direction::Rtl => (-right, -left),
        };
        let room = match self.flow.layout {
            Layout::Grid => Room::Own,
            Layout::Column => Room::Any,
        };
        self.gap(index, Segment::level(y, left, right), room);
        self.row += 1;
    }

    fn upright(&mut self, index: usize, along: f64, run: &Run, room: Room) {
        let x = match self.flow.direction {
            Direction::Ltr => along,
            Direction::Rtl => -along,
        };
        let x = x.min(self.rect.right()).max(self.rect.x);
        self.gap(index, Segment::upright(x, run.top, run.bottom), room);
    }

    fn gap(&mut self, index: usize, line: Segment, room: Room) {
        self.gaps.list.push(Gap {
            row: self.row,
            room,
            ..Gap::listed(index, line)
        });
    }
}

/// From where to where items side by side reach.
fn across(items: &[Laid]) -> (f64, f64) {
    let ends = items.iter().map(|item| (item.left, item.right));
    let wider = |(left, right): (f64, f64), (l, r): (f64, f64)| (left.min(l), right.max(r));
    ends.reduce(wider).unwrap_or_default()
}
