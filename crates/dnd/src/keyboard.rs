//! Walking over gaps by arrow keys.
//!
//! | key | from a gap goes to |
//! |---|---|
//! | Up, Down | the nearest gap in the next row of the zone; past its end to the slot above or below, else out, beside the block whose slot it is |
//! | Right | the next gap of the row; into the container that comes next; at the end to the next slot of the block, or out |
//! | Left | the previous gap of the row; at the start to the previous slot of the block, or out |
//! | Home, End | the first or last gap of the zone |
//!
//! Right and Left change places where writing runs to the left. Zones that do not accept are
//! passed over: their inside counts as the inside of the zone around them.

use crate::gap::Gap;
use crate::load::Carried;
use crate::zone::{At, Direction, ItemKey, ZoneKey, ZoneTree};

/// A key that walks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrow {
    /// Up.
    Up,
    /// Down.
    Down,
    /// To the left of the screen.
    Left,
    /// To the right of the screen.
    Right,
    /// To the first gap of the zone.
    Home,
    /// To the last gap of the zone.
    End,
}

/// A gap: the index of its zone, and which of [`crate::gap::Gaps::all`] it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The index of the zone in the tree.
    pub zone: usize,
    /// The index of the gap in the list of the zone's gaps.
    pub entry: usize,
}

/// Where a key leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Walk {
    /// To a gap.
    To(Spot),
    /// Into a container that takes nothing: the index of its first slot.
    Shut(usize),
    /// Nowhere; there is nothing that way.
    Stay,
}

/// The gaps that can be walked to.
#[derive(Clone, Copy, Debug)]
pub struct Walker<'a> {
    tree: &'a ZoneTree,
    carried: &'a Carried,
    /// Which zones accept, by index.
    open: &'a [bool],
}

impl<'a> Walker<'a> {
    /// Walks over the gaps of the zones that `open` names, by their index.
    #[must_use]
    pub const fn new(tree: &'a ZoneTree, carried: &'a Carried, open: &'a [bool]) -> Self {
        Self {
            tree,
            carried,
            open,
        }
    }

    /// Where a walk begins: where the load lies, else after `after`, else at the end of the
    /// first zone that accepts.
    #[must_use]
    pub fn start(&self, after: Option<At>) -> Option<Spot> {
        if let Some(at) = self.carried.origin() {
            return self.entry_at(at.zone, at.position, false);
        }
        let after = after.filter(|at| self.is_open(at.zone));
        after
            .and_then(|at| self.entry_at(at.zone, at.position + 1, true))
            .or_else(|| self.last(self.siblings(None).next()?))
    }

    /// The gap before an item of a zone that accepts, or at the end of it.
    #[must_use]
    pub fn before(&self, zone: ZoneKey, next: Option<ItemKey>) -> Option<Spot> {
        let zone = self.tree.find(zone).filter(|zone| self.is_open(*zone))?;
        match next.and_then(|next| self.tree.at(next)) {
            Some(at) if at.zone == zone => self.entry_at(zone, at.position, false),
            _ => self.last(zone),
        }
    }

    /// A gap by its row, and its index in the order, of a zone that accepts.
    #[must_use]
    pub fn at_gap(&self, zone: ZoneKey, index: usize, row: usize) -> Option<Spot> {
        let zone = self.tree.find(zone).filter(|zone| self.is_open(*zone))?;
        let gaps = self.tree.gaps(zone)?.all();
        let entry = gaps
            .iter()
            .position(|gap| (gap.index, gap.row) == (index, row))?;
        Some(Spot { zone, entry })
    }

    /// Where `arrow` leads from `spot`.
    #[must_use]
    pub fn walk(&self, spot: Spot, arrow: Arrow) -> Walk {
        let rtl = self
            .tree
            .zone(spot.zone)
            .is_some_and(|zone| zone.flow.direction == Direction::Rtl);
        if !self.is_open(spot.zone) {
            return self.leave_shut(spot.zone, arrow);
        }
        let found = match (arrow, rtl) {
            (Arrow::Home, _) => self.first(spot.zone),
            (Arrow::End, _) => self.last(spot.zone),
            (Arrow::Down, _) => self.vertically(spot, true),
            (Arrow::Up, _) => self.vertically(spot, false),
            (Arrow::Right, false) | (Arrow::Left, true) => return self.forward(spot),
            (Arrow::Left, false) | (Arrow::Right, true) => self.back(spot),
        };
        found.map_or(Walk::Stay, Walk::To)
    }

    /// The gap of a spot.
    #[must_use]
    pub fn gap(&self, spot: Spot) -> Option<&'a Gap> {
        self.tree.gaps(spot.zone)?.all().get(spot.entry)
    }

    /// Off a zone that does not accept what lies in it, to the next or previous one that does.
    fn leave_shut(&self, zone: usize, arrow: Arrow) -> Walk {
        let mut open = (0..self.tree.len()).filter(|zone| self.is_open(*zone));
        let found = match arrow {
            Arrow::Down | Arrow::Right => open.find(|other| *other > zone),
            Arrow::Up | Arrow::Left => open.take_while(|other| *other < zone).last(),
            Arrow::Home | Arrow::End => None,
        };
        let found = found.and_then(|zone| self.first(zone));
        found.map_or(Walk::Stay, Walk::To)
    }

    fn vertically(&self, spot: Spot, down: bool) -> Option<Spot> {
        self.in_next_row(spot, down)
            .or_else(|| self.stacked_slot(spot.zone, down))
            .or_else(|| self.out(spot.zone, down))
    }

    /// The nearest gap in the next row.
    fn in_next_row(&self, spot: Spot, down: bool) -> Option<Spot> {
        let from = self.gap(spot)?;
        let x = from.line.middle().x;
        let gaps = self.tree.gaps(spot.zone)?.all();
        let mut best: Option<(usize, f64, usize)> = None;
        for (entry, gap) in gaps.iter().enumerate() {
            let rows = if down {
                gap.row.checked_sub(from.row)
            } else {
                from.row.checked_sub(gap.row)
            };
            let Some(rows) = rows.filter(|rows| *rows > 0) else {
                continue;
            };
            let away = (gap.line.middle().x - x).abs();
            if best.is_none_or(|(least, nearest, _)| (rows, away) < (least, nearest)) {
                best = Some((rows, away, entry));
            }
        }
        let zone = spot.zone;
        best.map(|(_, _, entry)| Spot { zone, entry })
    }

    fn stacked_slot(&self, zone: usize, down: bool) -> Option<Spot> {
        let rect = self.tree.zone(zone)?.rect;
        let next = self.neighbour(zone, down)?;
        let other = self.tree.zone(next)?.rect;
        if down {
            (other.y >= rect.bottom() - 1.0).then(|| self.first(next))?
        } else {
            (other.bottom() <= rect.y + 1.0).then(|| self.last(next))?
        }
    }

    /// Out of a zone: to the row above or below the block that holds it, else right beside it.
    fn out(&self, zone: usize, down: bool) -> Option<Spot> {
        let Some(around) = self.around(zone) else {
            let next = self.neighbour(zone, down)?;
            return if down {
                self.first(next)
            } else {
                self.last(next)
            };
        };
        let beside = self.beside(around, down)?;
        let upright = self.gap(beside).is_some_and(|gap| gap.line.is_upright());
        let further = upright.then(|| self.in_next_row(beside, down)).flatten();
        further.or(Some(beside))
    }

    fn forward(&self, spot: Spot) -> Walk {
        let Some(gap) = self.gap(spot) else {
            return Walk::Stay;
        };
        let next = Spot {
            entry: spot.entry + 1,
            ..spot
        };
        let along = self.gap(next).filter(|next| next.row == gap.row);
        let mut shut = None;
        if along.is_some() || !gap.line.is_upright() {
            let at = At {
                zone: spot.zone,
                position: gap.index,
            };
            if let Some(inside) = self.siblings(Some(at)).next().and_then(|z| self.first(z)) {
                return Walk::To(inside);
            }
            shut = self.tree.slots(at).next();
        }
        if along.is_some() {
            return Walk::To(next);
        }
        if let Some(slot) = shut.filter(|slot| !self.carried.owns(*slot)) {
            return Walk::Shut(slot);
        }
        self.sideways_out(spot).map_or(Walk::Stay, Walk::To)
    }

    /// To the next slot, or past the block when it stands in a row.
    fn sideways_out(&self, spot: Spot) -> Option<Spot> {
        if let Some(next) = self.neighbour(spot.zone, true) {
            return self.level_with(spot, next, true);
        }
        let beside = self.beside(self.around(spot.zone)?, true)?;
        self.gap(beside)?.line.is_upright().then_some(beside)
    }

    fn back(&self, spot: Spot) -> Option<Spot> {
        let gap = self.gap(spot)?;
        let previous = spot.entry.checked_sub(1).map(|entry| Spot {
            entry,
            zone: spot.zone,
        });
        let along = previous.filter(|previous| {
            self.gap(*previous)
                .is_some_and(|other| other.row == gap.row)
        });
        along
            .or_else(|| self.level_with(spot, self.neighbour(spot.zone, false)?, false))
            .or_else(|| self.beside(self.around(spot.zone)?, false))
    }

    /// The gap of another zone that is level with a spot; of several, the one at the side that
    /// is come from.
    fn level_with(&self, spot: Spot, zone: usize, forward: bool) -> Option<Spot> {
        let y = self.gap(spot)?.line.middle().y;
        let mut best: Option<(f64, usize)> = None;
        for (entry, gap) in self.tree.gaps(zone)?.all().iter().enumerate() {
            let away = (gap.line.middle().y - y).abs();
            let nearer = best.is_none_or(|(least, _)| away < least || (!forward && away <= least));
            if nearer {
                best = Some((away, entry));
            }
        }
        best.map(|(_, entry)| Spot { zone, entry })
    }

    /// The gap right before or after an item, at the item's own side of a wrap.
    fn beside(&self, at: At, after: bool) -> Option<Spot> {
        self.entry_at(at.zone, at.position + usize::from(after), after)
    }

    /// The entry of gap `index`: where there are several, the first or the last of them. An
    /// item that is not laid out has no gap of its own; the next one stands for it.
    fn entry_at(&self, zone: usize, index: usize, first: bool) -> Option<Spot> {
        let gaps = self.tree.gaps(zone)?.all();
        let from = gaps.iter().position(|gap| gap.index >= index);
        let from = from.or(gaps.len().checked_sub(1))?;
        let index = gaps.get(from)?.index;
        let entry = if first {
            from
        } else {
            gaps.iter().rposition(|gap| gap.index == index)?
        };
        Some(Spot { zone, entry })
    }

    fn first(&self, zone: usize) -> Option<Spot> {
        let gaps = self.tree.gaps(zone)?.all();
        (!gaps.is_empty()).then_some(Spot { zone, entry: 0 })
    }

    fn last(&self, zone: usize) -> Option<Spot> {
        let entry = self.tree.gaps(zone)?.all().len().checked_sub(1)?;
        Some(Spot { zone, entry })
    }

    fn is_open(&self, zone: usize) -> bool {
        self.open.get(zone) == Some(&true) && !self.carried.owns(zone)
    }

    /// The item, in the nearest zone around that accepts, that a zone is inside of.
    fn around(&self, zone: usize) -> Option<At> {
        self.tree.owners(zone).find(|at| self.is_open(at.zone))
    }

    /// The zones that accept with nothing that accepts between them and this item; without an
    /// item, those that nothing that accepts is around.
    fn siblings(&self, within: Option<At>) -> impl Iterator<Item = usize> + '_ {
        (0..self.tree.len()).filter(move |zone| self.is_open(*zone) && self.around(*zone) == within)
    }

    /// The slot of the same item after or before this one.
    fn neighbour(&self, zone: usize, after: bool) -> Option<usize> {
        let mut siblings = self.siblings(self.around(zone));
        if after {
            siblings.find(|other| *other > zone)
        } else {
            siblings.take_while(|other| *other < zone).last()
        }
    }
}
