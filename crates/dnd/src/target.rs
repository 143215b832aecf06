//! Which gap of which zone a point means.
//!
//! A pure function of the tree, the offsets and the point, with one memory: once the target
//! has changed, it stays until the pointer is [`HYSTERESIS`] px away from where that happened,
//! so that a trembling hand on a boundary changes it once. Nothing here knows the time.

use crate::gap::{Gap, Room};
use crate::geometry::{Point, Segment, Vector};
use crate::load::{Carried, Load};
use crate::outline::Outline;
use crate::zone::{At, ItemKey, Offsets, ZoneKey, ZoneTree};

/// The rim of a zone that belongs to the zone around it, so that there is a way to drop beside
/// a block that is all slot. Unit: CSS px.
pub const BORDER: f64 = 7.0;

/// How far a pointer has to go before a target that just changed may change again. Unit: CSS px.
pub const HYSTERESIS: f64 = 4.0;

/// Whether a zone takes a load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer<R> {
    /// It does.
    Yes,
    /// It does not, but a zone around it may. For zones that are not meant for such a load: a
    /// section carried over the slot of another section goes beside that section. The reason
    /// is shown when no zone around accepts either.
    Pass(R),
    /// It does not, and the pointer means this zone: it is full, or locked.
    No(R),
}

impl<R> From<Result<(), R>> for Answer<R> {
    fn from(result: Result<(), R>) -> Self {
        match result {
            Ok(()) => Self::Yes,
            Err(reason) => Self::Pass(reason),
        }
    }
}

/// Why nothing can be dropped somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal<R> {
    /// A block cannot be put into itself.
    Itself,
    /// What the caller answered.
    Reason(R),
}

/// Where a load would go.
#[derive(Clone, Debug, PartialEq)]
pub struct Target<R> {
    /// The zone.
    pub zone: ZoneKey,
    /// The gap, in terms of the items as they are: before the item that has this index.
    /// What a copy is inserted at.
    pub gap: usize,
    /// Which row of gaps it is in, as [`Gap::row`]; 0 on the outline.
    pub row: usize,
    /// Where it comes to stand.
    pub room: Room,
    /// The index of the first carried block afterwards: what is carried leaves first.
    pub index: usize,
    /// The item that comes before it afterwards.
    pub previous: Option<ItemKey>,
    /// The item that comes after it afterwards: insert before this one, or at the end.
    pub next: Option<ItemKey>,
    /// The line to draw, in client coordinates as they are now.
    pub line: Segment,
    /// Whether everything lies there already, as wide as it is, so that dropping changes nothing.
    pub unchanged: bool,
    /// Why it cannot be dropped here; none when it can. The line is then one of refusal.
    pub refusal: Option<Refusal<R>>,
}

/// What a target is looked for in: all that was measured, and how far it has been scrolled.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    /// The canvas.
    pub tree: ZoneTree,
    /// The same document as a list, where one is shown.
    pub outline: Option<Outline>,
    /// How far everything is scrolled now.
    pub offsets: Offsets,
}

impl<R> Target<R> {
    /// Whether it can be dropped here.
    #[must_use]
    pub const fn is_accepted(&self) -> bool {
        self.refusal.is_none()
    }
}

/// The target that `at`, a client point, means. `None` outside of all zones.
pub fn find<R>(
    shot: &Snapshot,
    carried: &Carried,
    at: Point,
    mut accepts: impl FnMut(ZoneKey) -> Answer<R>,
) -> Option<Target<R>> {
    if let Some(outline) = shot.outline.as_ref().filter(|list| list.shows(shot, at)) {
        return outline.target(shot, carried, at, accepts);
    }
    let chain = shot.tree.under(at, &shot.offsets, BORDER);
    let mut refused: Option<(usize, Refusal<R>)> = None;
    for zone in chain.into_iter().rev() {
        if carried.owns(zone) {
            refused = Some((zone, Refusal::Itself));
            break;
        }
        match accepts(shot.tree.zone(zone)?.key) {
            Answer::Yes => return nearest(shot, carried, zone, at, None),
            Answer::Pass(reason) => {
                refused.get_or_insert((zone, Refusal::Reason(reason)));
            }
            Answer::No(reason) => {
                refused = Some((zone, Refusal::Reason(reason)));
                break;
            }
        }
    }
    let (zone, refusal) = refused?;
    nearest(shot, carried, zone, at, Some(refusal))
}

fn nearest<R>(
    shot: &Snapshot,
    carried: &Carried,
    zone: usize,
    at: Point,
    refusal: Option<Refusal<R>>,
) -> Option<Target<R>> {
    let scroller = shot.tree.zone(zone)?.scroller;
    let by = shot.tree.offset(scroller, &shot.offsets);
    let within = carried.covers(&shot.tree, zone, at + by);
    let gap = shot.tree.gaps(zone)?.nearest(at + by, within)?;
    let line = gap.line.shifted(Vector::new(-by.x, -by.y));
    target(&shot.tree, carried, zone, Gap { line, ..*gap }, refusal)
}

/// The target at a gap of the zone with this index; its line is in client coordinates.
pub(crate) fn target<R>(
    tree: &ZoneTree,
    carried: &Carried,
    index: usize,
    place: Gap,
    refusal: Option<Refusal<R>>,
) -> Option<Target<R>> {
    let zone = tree.zone(index)?;
    let gap = place.index;
    let stays = |position: &usize| {
        !carried.holds(At {
            zone: index,
            position: *position,
        })
    };
    let key = |position: usize| zone.items.get(position).map(|item| item.key);
    Some(Target {
        zone: zone.key,
        gap,
        row: place.row,
        room: place.room,
        index: gap - carried.before(index, gap).min(gap),
        previous: (0..gap).rev().find(stays).and_then(key),
        next: (gap..zone.items.len()).find(stays).and_then(key),
        line: place.line,
        unchanged: carried.rests_at(index, gap) && !place.resizes,
        refusal,
    })
}

/// A target that is held while the pointer trembles.
#[derive(Clone, Debug)]
pub struct Held<R> {
    target: Option<Target<R>>,
    /// Where the pointer was when the target last changed.
    anchor: Point,
    offsets: Offsets,
}

/// What a new point did to a held target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Nothing.
    None,
    /// The line moved on the screen; the place is the same.
    Line,
    /// Another place, or another answer.
    Place,
}

impl<R: PartialEq> Held<R> {
    /// Holds the target at the point where a drag begins.
    #[must_use]
    pub fn new(target: Option<Target<R>>, at: Point, offsets: Offsets) -> Self {
        Self {
            target,
            anchor: at,
            offsets,
        }
    }

    /// The target.
    #[must_use]
    pub const fn target(&self) -> Option<&Target<R>> {
        self.target.as_ref()
    }

    /// Goes on to a new point. The target is looked for afresh unless the pointer is still
    /// close to where it last changed and nothing has been scrolled since the last point.
    pub fn retarget(
        &mut self,
        shot: &Snapshot,
        carried: &Carried,
        at: Point,
        accepts: impl FnMut(ZoneKey) -> Answer<R>,
    ) -> Change {
        let scrolled = self.offsets != shot.offsets;
        if !scrolled && self.anchor.distance(at) < HYSTERESIS {
            return Change::None;
        }
        if scrolled {
            self.offsets.clone_from(&shot.offsets);
        }
        let found = find(shot, carried, at, accepts);
        let change = self.compare(found.as_ref());
        if change != Change::None {
            self.target = found;
            if change == Change::Place || !scrolled {
                self.anchor = at;
            }
        }
        change
    }

    fn compare(&self, found: Option<&Target<R>>) -> Change {
        let place = |target: &Target<R>| (target.zone, target.gap, target.row);
        let same_place = self.target.as_ref().map(place) == found.map(place)
            && self.target.as_ref().map(|held| &held.refusal) == found.map(|found| &found.refusal);
        match (same_place, self.target.as_ref() == found) {
            (_, true) => Change::None,
            (true, false) => Change::Line,
            (false, false) => Change::Place,
        }
    }
}

impl Load {
    /// Puts the load in order and looks it up; see [`Load::in_order`].
    #[must_use]
    pub fn carried(self, tree: &ZoneTree) -> Option<(Self, Carried)> {
        let load = self.in_order(tree)?;
        let carried = Carried::new(&load, tree);
        Some((load, carried))
    }
}
