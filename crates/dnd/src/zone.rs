//! The zone tree: where things may be dropped, as it was when it was last measured.
//!
//! Rectangles are in the coordinates of a scroller's *content*: what `getBoundingClientRect`
//! gives, plus how far the scroller and all scrollers around it are scrolled. They stay true
//! while anything scrolls; only [`Offsets`] change.

use crate::gap::{Fit, Gap, Gaps};
use crate::geometry::{Point, Rect, Vector};
use crate::sort::{Triple, sort};

/// A slot that takes items. The caller numbers zones; numbers stay with what they name for as
/// long as a drag lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ZoneKey(pub u32);

/// A block on the canvas. Numbered like zones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemKey(pub u32);

/// Something that scrolls: a pane, or the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScrollerKey(pub u32);

/// How a zone lays out its items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// In rows that wrap, as in a 12-column grid.
    Grid,
    /// One below the other.
    Column,
}

/// Which way writing runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To the right.
    Ltr,
    /// To the left.
    Rtl,
}

/// How items follow each other in a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flow {
    /// In rows or in a column.
    pub layout: Layout,
    /// Where a row begins.
    pub direction: Direction,
}

/// An item as it lies in its zone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Item {
    /// Which block it is.
    pub key: ItemKey,
    /// Its border box; empty when it is not laid out.
    pub rect: Rect,
}

/// A slot as it was measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Zone {
    /// Which slot it is.
    pub key: ZoneKey,
    /// The block whose slot it is; none for the root of the document. The zone around this
    /// one is the zone that holds the owner.
    pub owner: Option<ItemKey>,
    /// Its border box.
    pub rect: Rect,
    /// How its items follow each other.
    pub flow: Flow,
    /// All its items in document order, also those that are not laid out.
    pub items: Vec<Item>,
    /// The innermost scroller around it. A key that names no scroller stands for the window
    /// without scrolling.
    pub scroller: ScrollerKey,
}

/// Something that scrolls, as it was measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scroller {
    /// Which one it is.
    pub key: ScrollerKey,
    /// The scroller around it.
    pub parent: Option<ScrollerKey>,
    /// The part of the screen it shows its content in, in the coordinates of the content of
    /// its parent; in client coordinates without a parent.
    pub view: Rect,
    /// The least offsets it can have: 0, but negative where it scrolls to the left.
    pub least: Vector,
    /// The greatest offsets it can have.
    pub most: Vector,
}

/// How far each scroller is scrolled: `scrollLeft` and `scrollTop`. Unit: CSS px of the
/// screen, so times the scale where the canvas is scaled by CSS.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Offsets(Vec<(ScrollerKey, Vector)>);

impl Offsets {
    /// Nothing is scrolled.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Notes how far one scroller is scrolled.
    pub fn set(&mut self, scroller: ScrollerKey, offset: Vector) {
        match self.0.iter_mut().find(|(key, _)| *key == scroller) {
            Some((_, held)) => *held = offset,
            None => self.0.push((scroller, offset)),
        }
    }

    /// The same, for writing down several in a row.
    #[must_use]
    pub fn with(mut self, scroller: ScrollerKey, offset: Vector) -> Self {
        self.set(scroller, offset);
        self
    }

    /// How far one scroller is scrolled; not at all when nothing was noted.
    #[must_use]
    pub fn of(&self, scroller: ScrollerKey) -> Vector {
        self.0
            .iter()
            .find(|(key, _)| *key == scroller)
            .map_or(Vector::default(), |(_, offset)| *offset)
    }
}

/// Where an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At {
    /// The index of its zone, for [`ZoneTree::zone`].
    pub zone: usize,
    /// Its index in the zone.
    pub position: usize,
}

/// Zones, the items in them and the scrollers around them. Zones are told by their index in
/// the order of the document: a zone comes before the zones inside it.
#[derive(Clone, Debug, Default)]
pub struct ZoneTree {
    zones: Vec<Node>,
    /// Key, zone and position; sorted.
    items: Vec<Triple>,
    /// Key and index; sorted.
    keys: Vec<Triple>,
    scrollers: Vec<Scroller>,
}

#[derive(Clone, Debug)]
struct Node {
    zone: Zone,
    /// Where the owner is.
    within: Option<At>,
    /// The zones directly inside, in document order.
    inside: Vec<usize>,
    gaps: Gaps,
}

impl ZoneTree {
    /// Builds the tree and the gaps of every zone. Zones with the same owner come in their
    /// document order, others in any. A zone whose owner is in no zone is a root; zones that
    /// hold each other are left out. Work: n log n in items and zones.
    #[must_use]
    pub fn new(zones: Vec<Zone>, scrollers: Vec<Scroller>) -> Self {
        let ordered = order::by_document(zones);
        let mut tree = Self {
            scrollers,
            ..Self::default()
        };
        for (zone, within) in ordered {
            let index = tree.zones.len();
            if let Some(around) = within.and_then(|at| tree.zones.get_mut(at.zone)) {
                around.inside.push(index);
            }
            tree.keys.push([zone.key.0 as usize, index, 0]);
            for (position, item) in zone.items.iter().enumerate() {
                tree.items.push([item.key.0 as usize, index, position]);
            }
            let gaps = Gaps::of(&zone.rect, zone.flow, &zone.items);
            tree.zones.push(Node {
                zone,
                within,
                inside: Vec::new(),
                gaps,
            });
        }
        sort(&mut tree.items);
        sort(&mut tree.keys);
        tree
    }

    /// How many zones there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.zones.len()
    }

    /// Whether there is nothing to drop on.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.zones.is_empty()
    }

    /// A zone by its index.
    #[must_use]
    pub fn zone(&self, index: usize) -> Option<&Zone> {
        self.zones.get(index).map(|node| &node.zone)
    }

    /// The gaps of a zone.
    #[must_use]
    pub fn gaps(&self, index: usize) -> Option<&Gaps> {
        self.zones.get(index).map(|node| &node.gaps)
    }

    /// Leaves out the gaps in which a load has no room; see [`Gap::resizes`].
    pub fn fit(&mut self, mut fits: impl FnMut(&Zone, &Gap) -> Fit) {
        for Node { zone, gaps, .. } in &mut self.zones {
            gaps.fit(|gap| fits(zone, gap));
        }
    }

    /// The index of a zone.
    #[must_use]
    pub fn find(&self, key: ZoneKey) -> Option<usize> {
        lookup(&self.keys, key.0).map(|[_, index, _]| *index)
    }

    /// Where an item is.
    #[must_use]
    pub fn at(&self, item: ItemKey) -> Option<At> {
        let [_, zone, position] = *lookup(&self.items, item.0)?;
        Some(At { zone, position })
    }

    /// The item at a place.
    #[must_use]
    pub fn item(&self, at: At) -> Option<&Item> {
        self.zone(at.zone)?.items.get(at.position)
    }

    /// Where the owner of a zone is: the zone around it, and the position therein.
    #[must_use]
    pub fn within(&self, zone: usize) -> Option<At> {
        self.zones.get(zone)?.within
    }

    /// The slots of an item, in document order.
    pub fn slots(&self, at: At) -> impl Iterator<Item = usize> + '_ {
        let inside = self.zones.get(at.zone).map(|node| node.inside.as_slice());
        let inside = inside.unwrap_or_default();
        let position = |zone: &usize| self.within(*zone).map(|at| at.position);
        let from = inside.partition_point(|zone| position(zone) < Some(at.position));
        inside
            .iter()
            .skip(from)
            .copied()
            .take_while(move |zone| self.within(*zone) == Some(at))
    }

    /// What stands around an item or a zone, from the inside out: the owner of the zone, the
    /// owner of the zone that is in, and so on.
    pub fn owners(&self, zone: usize) -> impl Iterator<Item = At> + '_ {
        core::iter::successors(self.within(zone), |at| self.within(at.zone))
    }

    /// The zones under `point`, from the root inwards. `border` px of a zone's rim belong to
    /// the zone around it. What a scroller does not show is not under any point.
    #[must_use]
    pub fn under(&self, point: Point, offsets: &Offsets, border: f64) -> Vec<usize> {
        let mut chain: Vec<usize> = Vec::new();
        let hit = |index: &usize| {
            crate::search_steps::count();
            self.zones.get(*index).is_some_and(|node| {
                let rect = match node.within {
                    // The rims of a low zone would leave nothing of it to be hit.
                    Some(_) => node
                        .zone
                        .rect
                        .inset(border.min(node.zone.rect.height / 4.0)),
                    None => node.zone.rect,
                };
                let scroller = node.zone.scroller;
                rect.contains(point + self.offset(scroller, offsets))
                    && self.shows(scroller, point, offsets)
            })
        };
        let mut next = self.roots().filter(hit).last();
        while let Some(zone) = next {
            chain.push(zone);
            // The last of several is painted above the others.
            next = self
                .zones
                .get(zone)
                .and_then(|node| node.inside.iter().rev().copied().find(hit));
        }
        chain
    }

    /// The zones that are in no other, in document order.
    pub fn roots(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.zones.len()).filter(|index| self.within(*index).is_none())
    }

    /// What to add to a client point to get a point of the scroller's content: its own offset
    /// and those of all scrollers around it.
    #[must_use]
    pub fn offset(&self, scroller: ScrollerKey, offsets: &Offsets) -> Vector {
        self.around(scroller)
            .fold(Vector::default(), |sum, scroller| {
                sum + offsets.of(scroller.key)
            })
    }

    /// Where a scroller's view is on the screen.
    #[must_use]
    pub fn view(&self, scroller: &Scroller, offsets: &Offsets) -> Rect {
        let by = scroller
            .parent
            .map_or(Vector::default(), |parent| self.offset(parent, offsets));
        scroller.view.shifted(Vector::new(-by.x, -by.y))
    }

    /// Whether the scroller, and every scroller around it, shows what is at a client point.
    #[must_use]
    pub fn shows(&self, scroller: ScrollerKey, point: Point, offsets: &Offsets) -> bool {
        self.around(scroller)
            .all(|scroller| self.view(scroller, offsets).contains(point))
    }

    /// All scrollers.
    #[must_use]
    pub fn scrollers(&self) -> &[Scroller] {
        &self.scrollers
    }

    /// A scroller and those around it, from the inside out. Empty when the key names none.
    pub fn around(&self, scroller: ScrollerKey) -> impl Iterator<Item = &Scroller> + '_ {
        let named = |key: ScrollerKey| self.scrollers.iter().find(|held| held.key == key);
        core::iter::successors(named(scroller), move |held| held.parent.and_then(named))
            // No more than there are, should they name each other in a ring.
            .take(self.scrollers.len())
    }
}

/// The first of the sorted triples with a key.
fn lookup(list: &[Triple], key: u32) -> Option<&Triple> {
    let key = key as usize;
    let at = list.partition_point(|[held, ..]| *held < key);
    list.get(at).filter(|[held, ..]| *held == key)
}

mod order;
