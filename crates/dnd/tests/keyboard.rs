//! Walking over gaps, and dropping there.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use std::collections::BTreeSet;

use palier_dnd::gap::Room;
use palier_dnd::keyboard::{Arrow, Spot, Walk, Walker};
use palier_dnd::load::{Carried, Load};
use palier_dnd::zone::{Direction, ItemKey, ZoneKey};
use proptest::prelude::*;
use support::{Slot, any_page, column, container, grid, keys, leaf, whole};

const ARROWS: [Arrow; 6] = [
    Arrow::Up,
    Arrow::Down,
    Arrow::Left,
    Arrow::Right,
    Arrow::Home,
    Arrow::End,
];

/// A gap by the key of its zone and its index.
type Place = (u32, usize);

/// The gaps that a walk can come to, and those there are; by zone and index.
type Places = BTreeSet<(usize, usize)>;

fn reached(walker: &Walker<'_>, start: Spot) -> Places {
    let mut seen = vec![start];
    let mut next = 0;
    while next < seen.len() {
        for arrow in ARROWS {
            if let Walk::To(spot) = walker.walk(seen[next], arrow)
                && !seen.contains(&spot)
            {
                seen.push(spot);
            }
        }
        next += 1;
    }
    seen.iter()
        .map(|spot| (spot.zone, walker.gap(*spot).unwrap().index))
        .collect()
}

fn there_are(
    page: &Slot,
    direction: Direction,
    load: Option<Load>,
    shut: &[bool],
) -> (Places, Places) {
    let shot = whole(page, direction);
    let carried = load.map_or_else(Carried::default, |load| load.carried(&shot.tree).unwrap().1);
    let open: Vec<bool> = (0..shot.tree.len())
        .map(|zone| !shut.get(zone).copied().unwrap_or(false))
        .collect();
    let walker = Walker::new(&shot.tree, &carried, &open);
    let expected: Places = (0..shot.tree.len())
        .filter(|zone| open[*zone] && !carried.owns(*zone))
        .flat_map(|zone| {
            let gaps = shot.tree.gaps(zone).unwrap().all();
            gaps.iter().map(move |gap| (zone, gap.index))
        })
        .collect();
    let start = walker.start(None);
    let mut found = start.map_or_else(Places::new, |start| reached(&walker, start));
    // Where the load lies is a place to begin, though nothing else may come there.
    found.retain(|(zone, _)| open[*zone]);
    (found, expected)
}

fn walk_from(
    page: &Slot,
    direction: Direction,
    from: (u32, usize),
    arrows: &[Arrow],
) -> Option<(u32, usize)> {
    let shot = whole(page, direction);
    let carried = Carried::default();
    let open = vec![true; shot.tree.len()];
    let walker = Walker::new(&shot.tree, &carried, &open);
    let zone = shot.tree.find(ZoneKey(from.0)).unwrap();
    let gaps = shot.tree.gaps(zone).unwrap().all();
    let entry = gaps.iter().rposition(|gap| gap.index == from.1).unwrap();
    let mut spot = Spot { zone, entry };
    for arrow in arrows {
        match walker.walk(spot, *arrow) {
            Walk::To(next) => spot = next,
            Walk::Shut(_) => panic!("everything is open"),
            Walk::Stay => return None,
        }
    }
    let zone = shot.tree.zone(spot.zone).unwrap().key.0;
    Some((zone, walker.gap(spot).unwrap().index))
}

/// Main beside a sidebar below a banner: `2` holds `3` and `4`, `5` holds `6`.
fn page() -> Slot {
    let main = container(
        12,
        6,
        vec![column(1, vec![leaf(13, 12, 60.0), leaf(14, 12, 60.0)])],
    );
    let side = container(15, 6, vec![column(2, vec![leaf(16, 12, 136.0)])]);
    let pair = container(20, 12, vec![grid(3, vec![]), grid(4, vec![])]);
    grid(0, vec![leaf(11, 12, 80.0), main, side, pair])
}

#[test]
fn arrows_lead_where_they_point() {
    use Arrow::{Down, End, Home, Left, Right, Up};
    let table: [(Place, &[Arrow], Option<Place>); 27] = [
        // Down the page, over rows.
        ((0, 0), &[Down], Some((0, 1))),
        ((0, 0), &[Up], None),
        ((0, 0), &[Right], None),
        // Into a row, and below it.
        ((0, 0), &[Down, Down], Some((0, 2))),
        ((0, 1), &[Down], Some((0, 3))),
        ((0, 2), &[Up], Some((0, 1))),
        ((0, 2), &[Down], Some((0, 3))),
        // Right enters what comes next in the row.
        ((0, 1), &[Right], Some((1, 0))),
        ((1, 0), &[Down], Some((1, 1))),
        ((1, 2), &[Down], Some((0, 3))),
        ((1, 0), &[Up], Some((0, 1))),
        // At the end it comes out again, into the next gap of the row.
        ((1, 1), &[Right], Some((0, 2))),
        ((0, 2), &[Right], Some((2, 0))),
        ((2, 0), &[Right], Some((0, 3))),
        // Left comes out before.
        ((2, 1), &[Left], Some((0, 2))),
        ((0, 2), &[Left], Some((0, 1))),
        ((1, 2), &[Left], Some((0, 1))),
        // Slots of one block follow each other.
        ((0, 3), &[Right], Some((3, 0))),
        ((3, 0), &[Right], Some((4, 0))),
        ((3, 0), &[Down], Some((4, 0))),
        ((4, 0), &[Down], Some((0, 4))),
        ((4, 0), &[Up], Some((3, 0))),
        ((4, 0), &[Left], Some((3, 0))),
        ((3, 0), &[Left], Some((0, 3))),
        ((0, 2), &[Home], Some((0, 0))),
        ((0, 2), &[End], Some((0, 4))),
        ((1, 1), &[End], Some((1, 2))),
    ];
    for (from, arrows, to) in table {
        let found = walk_from(&page(), Direction::Ltr, from, arrows);
        assert_eq!(found, to, "{from:?} {arrows:?}");
        let mirrored: Vec<Arrow> = arrows
            .iter()
            .map(|arrow| match arrow {
                Left => Right,
                Right => Left,
                other => *other,
            })
            .collect();
        let found = walk_from(&page(), Direction::Rtl, from, &mirrored);
        assert_eq!(found, to, "{from:?} {mirrored:?} from right to left");
    }
}

proptest! {
    #![proptest_config(support::cases(300))]

    #[test]
    fn every_gap_is_reached(page in any_page(), rtl: bool) {
        let direction = if rtl { Direction::Rtl } else { Direction::Ltr };
        let (found, expected) = there_are(&page, direction, None, &[]);
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn every_gap_that_accepts_is_reached_and_no_other(
        page in any_page(),
        pick: prop::sample::Index,
        shut in prop::collection::vec(prop::bool::weighted(0.3), 0..12),
    ) {
        let all = keys(&page);
        prop_assume!(!all.is_empty());
        let load = Load::item(*pick.get(&all));
        let (found, expected) = there_are(&page, Direction::Ltr, Some(load), &shut);
        prop_assert_eq!(found, expected);
    }
}

/// Each way to stand at one place of the order is a gap of its own.
#[test]
fn down_a_wrap_leads_below_the_row_and_then_into_the_next() {
    let halves = |keys: [u32; 4]| keys.map(|key| leaf(key, 6, 60.0)).to_vec();
    let shot = whole(&grid(0, halves([1, 2, 3, 4])), Direction::Ltr);
    let (carried, open) = (Carried::default(), [true]);
    let walker = Walker::new(&shot.tree, &carried, &open);
    let gap = |spot| walker.gap(spot).unwrap();
    let mut spot = walker.at_gap(ZoneKey(0), 2, 1).unwrap();
    let mut seen = vec![(gap(spot).index, gap(spot).room)];
    while let Walk::To(next) = walker.walk(spot, Arrow::Down) {
        spot = next;
        seen.push((gap(spot).index, gap(spot).room));
    }
    let (one, two) = (Room::Beside(0, 2), Room::Beside(2, 4));
    assert_eq!(seen, [(2, one), (2, Room::Own), (3, two), (4, Room::Own)]);
}

#[test]
fn a_new_block_begins_after_the_selection() {
    let shot = whole(&page(), Direction::Ltr);
    let load = Load::New(palier_dnd::load::PaletteKey(1));
    let (_, carried) = load.carried(&shot.tree).unwrap();
    let open = vec![true; shot.tree.len()];
    let walker = Walker::new(&shot.tree, &carried, &open);
    let place = |spot: Option<Spot>| {
        let spot = spot.unwrap();
        (spot.zone, walker.gap(spot).unwrap().index)
    };
    assert_eq!(place(walker.start(shot.tree.at(ItemKey(13)))), (1, 1));
    assert_eq!(place(walker.start(None)), (0, 4));
}
