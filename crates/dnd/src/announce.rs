//! What assistive technology is told, as values: which blocks and zones, not which words.
//!
//! Each is to be spoken once, in the member's language, with names instead of keys.

use crate::gap::{Gaps, Room};
use crate::load::{Carried, Load};
use crate::target::{Refusal, Target};
use crate::zone::{At, ItemKey, ZoneKey, ZoneTree};

/// A place in the order of a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The zone.
    pub zone: ZoneKey,
    /// The place of the first block that is told of, counted from 1.
    pub position: usize,
    /// How many blocks the zone has, with those carried.
    pub count: usize,
    /// The block before; none at the start.
    pub previous: Option<ItemKey>,
    /// The block after; none at the end.
    pub next: Option<ItemKey>,
    /// Whether it comes into a row of others, of which the order says nothing.
    pub beside: bool,
}

/// Something to say.
#[derive(Clone, Debug, PartialEq)]
pub enum Announcement<R> {
    /// "Leaderboard, 2 of 6 in Main. Picked up."
    Lifted {
        /// What was taken up.
        load: Load,
        /// Where it lies; none for something new.
        place: Option<Place>,
    },
    /// "Moved to 1 of 4 in Sidebar, between Badges and Text."
    Moved {
        /// What is carried.
        load: Load,
        /// Where it would go.
        place: Place,
        /// Whether that is another zone than was told last, so that its name is to be said.
        entered: bool,
    },
    /// "No further place that way."
    Ended,
    /// "Dropped at 1 of 4 in Sidebar."
    Dropped {
        /// What was dropped.
        load: Load,
        /// Where it went.
        place: Place,
        /// Whether a copy went there.
        duplicate: bool,
    },
    /// "Cancelled, back at 2 of 6."
    Cancelled {
        /// What was carried.
        load: Load,
        /// Where it still lies; none for something new.
        back: Option<Place>,
    },
    /// "Cannot move: locked by brand admin."
    Refused {
        /// What was to be carried.
        load: Load,
        /// The zone that refused; none when the block may not be taken up at all.
        zone: Option<ZoneKey>,
        /// Why.
        reason: Refusal<R>,
    },
}

impl Place {
    /// Where a carried load lies.
    #[must_use]
    pub fn of_origin(tree: &ZoneTree, carried: &Carried) -> Option<Self> {
        let At { zone, position } = carried.origin()?;
        let held = tree.zone(zone)?;
        let key = |position: usize| held.items.get(position).map(|item| item.key);
        let gaps = tree.gaps(zone).map(Gaps::all).unwrap_or_default();
        let beside = gaps.iter().any(|gap| gap.room.holds(position));
        Some(Self {
            zone: held.key,
            position: position + 1,
            count: held.items.len(),
            previous: position.checked_sub(1).and_then(key),
            next: key(position + 1),
            beside,
        })
    }

    /// Where a target is, once what is carried has gone there; as a copy, what is carried also
    /// stays where it lies.
    #[must_use]
    pub fn of_target<R>(
        tree: &ZoneTree,
        carried: &Carried,
        target: &Target<R>,
        duplicate: bool,
    ) -> Option<Self> {
        let zone = tree.find(target.zone)?;
        let items = &tree.zone(zone)?.items;
        let key = |position: usize| items.get(position).map(|item| item.key);
        let count = items.len() + carried.count();
        let beside = matches!(target.room, Room::Beside(..));
        Some(if duplicate {
            Self {
                zone: target.zone,
                position: target.gap + 1,
                count,
                previous: target.gap.checked_sub(1).and_then(key),
                next: key(target.gap),
                beside,
            }
        } else {
            Self {
                zone: target.zone,
                position: target.index + 1,
                count: count - carried.before(zone, items.len()),
                previous: target.previous,
                next: target.next,
                beside,
            }
        })
    }
}
