//! Dropping on the outline: the document as a list of rows, indented by depth.
//!
//! The top quarter of a row means before it, the bottom quarter after it, the middle into it.
//! Where several levels end below one row, the pointer's x picks the level.

use crate::gap::Gap;
use crate::geometry::{Point, Rect, Segment, Vector};
use crate::load::Carried;
use crate::target::{Answer, Refusal, Snapshot, Target, target};
use crate::zone::{Direction, ItemKey, ScrollerKey, ZoneKey};

/// What a row stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowOf {
    /// A block.
    Item(ItemKey),
    /// A slot of the block above, or the root of the document.
    Zone(ZoneKey),
}

/// A row of the outline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// What it stands for.
    pub of: RowOf,
    /// How deep it is indented, from 0.
    pub level: u32,
    /// Its box across the whole list, in the coordinates of the scroller's content.
    pub rect: Rect,
    /// Whether rows of its inside come below it.
    pub open: bool,
}

/// The rows that are drawn, from top to bottom.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// The rows. When only those in view are drawn, give one more below them.
    pub rows: Vec<Row>,
    /// How much each level is indented. Unit: CSS px.
    pub indent: f64,
    /// Which way writing runs.
    pub direction: Direction,
    /// The box of the list, in the coordinates of the scroller's content.
    pub rect: Rect,
    /// The innermost scroller around it.
    pub scroller: ScrollerKey,
}

/// Where in the document a point on the outline leads.
struct Spot {
    /// The zones it may go to, by index, with the gap: the first that accepts is taken.
    places: Vec<(usize, usize)>,
    line: Segment,
}

impl Outline {
    /// Whether `at`, a client point, is on the outline.
    #[must_use]
    pub fn shows(&self, shot: &Snapshot, at: Point) -> bool {
        let by = shot.tree.offset(self.scroller, &shot.offsets);
        self.rect.contains(at + by) && shot.tree.shows(self.scroller, at, &shot.offsets)
    }

    /// The target `at`, a client point, means. Rows are explicit, so that no other zone is
    /// looked for when this one refuses; of several slots of a block, the first that accepts
    /// is taken.
    pub fn target<R>(
        &self,
        shot: &Snapshot,
        carried: &Carried,
        at: Point,
        mut accepts: impl FnMut(ZoneKey) -> Answer<R>,
    ) -> Option<Target<R>> {
        let by = shot.tree.offset(self.scroller, &shot.offsets);
        let spot = self.spot(shot, at + by)?;
        let line = spot.line.shifted(Vector::new(-by.x, -by.y));
        let gap = |index| Gap::listed(index, line);
        let mut refused: Option<((usize, usize), Refusal<R>)> = None;
        for place in spot.places {
            if carried.owns(place.0) {
                refused.get_or_insert((place, Refusal::Itself));
                continue;
            }
            match accepts(shot.tree.zone(place.0)?.key) {
                Answer::Yes => return target(&shot.tree, carried, place.0, gap(place.1), None),
                Answer::Pass(reason) | Answer::No(reason) => {
                    refused.get_or_insert((place, Refusal::Reason(reason)));
                }
            }
        }
        let (place, refusal) = refused?;
        target(&shot.tree, carried, place.0, gap(place.1), Some(refusal))
    }

    fn spot(&self, shot: &Snapshot, at: Point) -> Option<Spot> {
        let below = self.rows.partition_point(|row| row.rect.bottom() < at.y);
        let index = below.min(self.rows.len().checked_sub(1)?);
        let row = self.rows.get(index)?;
        let next = self.rows.get(index + 1);
        let part = (at.y - row.rect.y) / row.rect.height.max(1.0);
        match row.of {
            RowOf::Zone(zone) => self.inside_zone(shot, row, zone),
            RowOf::Item(item) => {
                let has_slots = shot.tree.slots(shot.tree.at(item)?).next().is_some();
                let (top, bottom) = if has_slots { (0.25, 0.75) } else { (0.5, 0.5) };
                if part < top {
                    self.before(shot, row, item)
                } else if part < bottom {
                    self.inside_item(shot, row, item)
                } else {
                    self.after(shot, index, next, at.x)
                }
            }
        }
    }

    fn before(&self, shot: &Snapshot, row: &Row, item: ItemKey) -> Option<Spot> {
        let at = shot.tree.at(item)?;
        Some(Spot {
            places: vec![(at.zone, at.position)],
            line: self.line(row.rect.y, row.rect, row.level),
        })
    }

    fn inside_item(&self, shot: &Snapshot, row: &Row, item: ItemKey) -> Option<Spot> {
        let end = |zone: usize| Some((zone, shot.tree.zone(zone)?.items.len()));
        let places = shot.tree.slots(shot.tree.at(item)?).filter_map(end);
        Some(Spot {
            places: places.collect(),
            line: self.line(row.rect.bottom(), row.rect, row.level + 1),
        })
    }

    fn inside_zone(&self, shot: &Snapshot, row: &Row, zone: ZoneKey) -> Option<Spot> {
        let index = shot.tree.find(zone)?;
        let gap = if row.open {
            0
        } else {
            shot.tree.zone(index)?.items.len()
        };
        Some(Spot {
            places: vec![(index, gap)],
            line: self.line(row.rect.bottom(), row.rect, row.level + 1),
        })
    }

    /// Below a row: first inside it when its inside is shown there, else after it, or after
    /// one of the blocks that end with it.
    fn after(&self, shot: &Snapshot, index: usize, next: Option<&Row>, x: f64) -> Option<Spot> {
        let row = self.rows.get(index)?;
        if let Some(inside) = next.filter(|next| next.level > row.level) {
            let place = match inside.of {
                RowOf::Item(item) => shot.tree.at(item).map(|at| (at.zone, at.position))?,
                RowOf::Zone(zone) => (shot.tree.find(zone)?, 0),
            };
            return Some(Spot {
                places: vec![place],
                line: self.line(row.rect.bottom(), row.rect, inside.level),
            });
        }
        let least = next.map_or(0, |next| next.level);
        let mut best: Option<(u32, &Row, ItemKey)> = None;
        let mut level = row.level + 1;
        let wanted = self.level_at(row, x);
        for ending in self.rows.get(..=index)?.iter().rev() {
            if ending.level >= level {
                continue;
            }
            level = ending.level;
            if level < least {
                break;
            }
            if let RowOf::Item(item) = ending.of
                && best.is_none_or(|(held, ..)| held > wanted)
            {
                best = Some((level, ending, item));
            }
        }
        let (level, _, item) = best?;
        let at = shot.tree.at(item)?;
        Some(Spot {
            places: vec![(at.zone, at.position + 1)],
            line: self.line(row.rect.bottom(), row.rect, level),
        })
    }

    /// The level whose indentation `x` is at.
    fn level_at(&self, row: &Row, x: f64) -> u32 {
        let from_start = match self.direction {
            Direction::Ltr => x - row.rect.x,
            Direction::Rtl => row.rect.right() - x,
        };
        // The conversion saturates, at 0 too.
        (from_start / self.indent.max(1.0)) as u32
    }

    fn line(&self, y: f64, row: Rect, level: u32) -> Segment {
        let start = (f64::from(level) * self.indent).min(row.width);
        match self.direction {
            Direction::Ltr => Segment::level(y, row.x + start, row.right()),
            Direction::Rtl => Segment::level(y, row.x, row.right() - start),
        }
    }
}
