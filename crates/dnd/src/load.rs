//! What is carried: blocks of the document, or something new from the palette.

use crate::geometry::Point;
use crate::sort::{Triple, sort};
use crate::zone::{At, ItemKey, ZoneTree};

/// A kind of block in the palette, numbered by the caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PaletteKey(pub u32);

/// What a drag carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Load {
    /// Blocks of the document. As a drag begins they are put in document order, and blocks
    /// inside other carried blocks are left out: those come along anyway.
    Items(Vec<ItemKey>),
    /// A new block.
    New(PaletteKey),
}

/// What is carried, by where it lies in a tree.
#[derive(Clone, Debug, Default)]
pub struct Carried {
    /// In document order, by zone and position.
    places: Vec<Triple>,
    /// Whether a zone is inside something carried, by its index.
    own: Vec<bool>,
    /// How many blocks come to where it is dropped.
    count: usize,
    origin: Option<At>,
}

impl Load {
    /// One block.
    #[must_use]
    pub fn item(key: ItemKey) -> Self {
        Self::Items(vec![key])
    }

    /// The load as the document has it: known blocks only, in document order, none twice, none
    /// inside another. `None` when no block is left.
    #[must_use]
    pub fn in_order(self, tree: &ZoneTree) -> Option<Self> {
        let Self::Items(keys) = self else {
            return Some(self);
        };
        let places = places(&keys, tree);
        let mut found = Vec::new();
        for root in tree.roots() {
            outermost(tree, root, &places, &mut found);
        }
        (!found.is_empty()).then_some(Self::Items(found))
    }
}

/// Where items are, by zone and position; sorted.
fn places(keys: &[ItemKey], tree: &ZoneTree) -> Vec<Triple> {
    let found = keys.iter().filter_map(|key| tree.at(*key));
    let mut places: Vec<Triple> = found.map(|at| [at.zone, at.position, 0]).collect();
    sort(&mut places);
    places
}

/// Collects what is at `places` in document order, without what is inside of it.
fn outermost(tree: &ZoneTree, zone: usize, places: &[Triple], found: &mut Vec<ItemKey>) {
    let items = tree.zone(zone).map(|zone| zone.items.as_slice());
    for (position, item) in items.unwrap_or_default().iter().enumerate() {
        if places.binary_search(&[zone, position, 0]).is_ok() {
            found.push(item.key);
            continue;
        }
        for slot in tree.slots(At { zone, position }) {
            outermost(tree, slot, places, found);
        }
    }
}

impl Carried {
    /// Looks up a load that is in order.
    #[must_use]
    pub fn new(load: &Load, tree: &ZoneTree) -> Self {
        let Load::Items(keys) = load else {
            return Self {
                places: Vec::new(),
                own: vec![false; tree.len()],
                count: 1,
                origin: None,
            };
        };
        let places = places(keys, tree);
        let mut own: Vec<bool> = Vec::with_capacity(tree.len());
        for zone in 0..tree.len() {
            // Zones around come before, so theirs is known.
            let inside = tree.within(zone).is_some_and(|at| {
                own.get(at.zone) == Some(&true)
                    || places.binary_search(&[at.zone, at.position, 0]).is_ok()
            });
            own.push(inside);
        }
        Self {
            places,
            own,
            count: keys.len(),
            origin: keys.first().and_then(|key| tree.at(*key)),
        }
    }

    /// Whether the zone is inside something carried, where nothing can be dropped.
    #[must_use]
    pub fn owns(&self, zone: usize) -> bool {
        self.own.get(zone) == Some(&true)
    }

    /// Whether the item at a place is carried.
    #[must_use]
    pub fn holds(&self, at: At) -> bool {
        self.places
            .binary_search(&[at.zone, at.position, 0])
            .is_ok()
    }

    /// How many blocks are carried.
    #[must_use]
    pub fn count(&self) -> usize {
        self.count
    }

    /// How many carried items lie in a zone, before position `end`.
    #[must_use]
    pub fn before(&self, zone: usize, end: usize) -> usize {
        let from = self.places.partition_point(|place| *place < [zone, 0, 0]);
        let to = self.places.partition_point(|place| *place < [zone, end, 0]);
        to - from
    }

    /// Whether inserting at gap `index` of a zone would leave everything as it is: all that is
    /// carried lies there already, in one piece.
    #[must_use]
    pub fn rests_at(&self, zone: usize, index: usize) -> bool {
        let (Some([first_zone, first, _]), Some([last_zone, last, _])) =
            (self.places.first(), self.places.last())
        else {
            return false;
        };
        *first_zone == zone
            && *last_zone == zone
            && last - first + 1 == self.places.len()
            && (*first..=last + 1).contains(&index)
    }

    /// Whether a point, in the coordinates of the zone's scroller, is over something carried that
    /// lies in a zone.
    #[must_use]
    pub fn covers(&self, tree: &ZoneTree, zone: usize, point: Point) -> bool {
        let from = self.places.partition_point(|place| *place < [zone, 0, 0]);
        let here = self.places.iter().skip(from);
        here.take_while(|place| place.first() == Some(&zone))
            .filter_map(|[_, position, _]| {
                let position = *position;
                tree.item(At { zone, position })
            })
            .any(|item| item.rect.contains(point))
    }

    /// Where the first carried item lies.
    #[must_use]
    pub fn origin(&self) -> Option<At> {
        self.origin
    }
}

/// Where a press began, which decides how it becomes a drag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grip {
    /// A handle made for dragging, or a palette item.
    Handle,
    /// The block itself.
    Body,
    /// Text that can be edited, where a press usually selects.
    Text,
    /// A control inside the block: a link, a button, a field, a player. Never drags.
    Interactive,
}

/// What can be taken up, and from where.
#[derive(Clone, Debug, PartialEq)]
pub struct Grab {
    /// What would be carried: the whole selection when the block is part of it.
    pub load: Load,
    /// What the press began on.
    pub grip: Grip,
    /// For something new taken up by key: the block after which the walk begins. Without it,
    /// the walk begins at the end of the first zone that accepts.
    pub after: Option<ItemKey>,
}

impl Grab {
    /// Takes up `load` by `grip`.
    #[must_use]
    pub const fn new(load: Load, grip: Grip) -> Self {
        Self {
            load,
            grip,
            after: None,
        }
    }

    /// The same, with where a walk by key begins.
    #[must_use]
    pub const fn after(mut self, item: Option<ItemKey>) -> Self {
        self.after = item;
        self
    }
}
