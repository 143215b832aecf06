//! Gaps: which there are, and which one a point means.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod support;

use palier_dnd::gap::{Fit, Gap, Gaps, Room};
use palier_dnd::geometry::{Point, Rect, Segment};
use palier_dnd::load::{Carried, Load};
use palier_dnd::target::{Answer, Snapshot, Target, find};
use palier_dnd::zone::{Direction, Flow, Item, ItemKey, Layout, ZoneTree};
use proptest::prelude::*;
use support::{WIDTH, any_page, grid, keys, leaf, point, whole, zones};

fn gaps(rect: Rect, layout: Layout, rects: &[Rect]) -> Gaps {
    let items: Vec<Item> = rects
        .iter()
        .enumerate()
        .map(|(key, rect)| Item {
            key: ItemKey(u32::try_from(key).unwrap()),
            rect: *rect,
        })
        .collect();
    let direction = Direction::Ltr;
    Gaps::of(&rect, Flow { layout, direction }, &items)
}

fn at(gaps: &Gaps, x: f64, y: f64) -> usize {
    gaps.nearest(Point::new(x, y), false).unwrap().index
}

#[test]
fn an_empty_zone_has_one_gap() {
    for layout in [Layout::Grid, Layout::Column] {
        let gaps = gaps(Rect::new(0.0, 0.0, 300.0, 60.0), layout, &[]);
        assert_eq!(gaps.all().len(), 1);
        assert_eq!(at(&gaps, 299.0, 1.0), 0);
    }
}

#[test]
fn blocks_that_are_not_laid_out_keep_their_index() {
    let hidden = Rect::default();
    let shown = |y| Rect::new(0.0, y, 300.0, 50.0);
    let zone = Rect::new(0.0, 0.0, 300.0, 120.0);
    let gaps = gaps(
        zone,
        Layout::Column,
        &[hidden, shown(0.0), hidden, shown(60.0)],
    );
    let indices: Vec<usize> = gaps.all().iter().map(|gap| gap.index).collect();
    assert_eq!(indices, [1, 3, 4]);
}

/// Two rows of two: the place between them is at the end of the first, at the start of the second,
/// and in a row of its own between both.
#[test]
fn a_wrap_is_offered_at_both_line_ends_and_between_them() {
    let cell = |x, y| Rect::new(x, y, 140.0, 50.0);
    let rects = [
        cell(10.0, 10.0),
        cell(160.0, 10.0),
        cell(10.0, 70.0),
        cell(160.0, 70.0),
    ];
    let gaps = gaps(Rect::new(0.0, 0.0, 310.0, 130.0), Layout::Grid, &rects);
    let ends: Vec<&Gap> = gaps.all().iter().filter(|gap| gap.index == 2).collect();
    assert_eq!(ends.len(), 3);
    assert!(ends[0].line.from.x > 300.0 && ends[0].line.from.y == 10.0);
    assert_eq!(ends[1].line, Segment::level(65.0, 10.0, 300.0));
    assert!(ends[2].line.from.x < 10.0 && ends[2].line.from.y == 70.0);
    let rooms: Vec<Room> = ends.iter().map(|gap| gap.room).collect();
    assert_eq!(rooms, [Room::Beside(0, 2), Room::Own, Room::Beside(2, 4)]);
    for (x, y, index) in [
        (20.0, 30.0, 0),
        (140.0, 30.0, 1),
        (170.0, 30.0, 1),
        (290.0, 30.0, 2),
        (20.0, 90.0, 2),
        (155.0, 90.0, 3),
        (300.0, 90.0, 4),
        // At the edge of a row, above or below all of it.
        (290.0, 12.0, 0),
        (20.0, 58.0, 2),
        // Below everything, what comes last.
        (20.0, 129.0, 4),
    ] {
        assert_eq!(at(&gaps, x, y), index, "{x}, {y}");
    }
}

/// A high neighbour ends nearer to the pointer, but the pointer's own row wins.
#[test]
fn the_own_row_wins_over_a_nearer_line_of_another() {
    let rects = [
        Rect::new(0.0, 0.0, 100.0, 40.0),
        Rect::new(100.0, 0.0, 100.0, 200.0),
        Rect::new(0.0, 210.0, 140.0, 40.0),
    ];
    let gaps = gaps(Rect::new(0.0, 0.0, 400.0, 250.0), Layout::Grid, &rects);
    assert_eq!(at(&gaps, 8.0, 190.0), 0);
    assert_eq!(at(&gaps, 8.0, 222.0), 2);
}

/// As where rows are centred.
#[test]
fn a_block_below_begins_a_row_even_further_to_the_right() {
    let rects = [
        Rect::new(0.0, 0.0, 100.0, 40.0),
        Rect::new(150.0, 60.0, 100.0, 40.0),
    ];
    let gaps = gaps(Rect::new(0.0, 0.0, 400.0, 100.0), Layout::Grid, &rects);
    let rows: Vec<(usize, usize)> = gaps.all().iter().map(|gap| (gap.index, gap.row)).collect();
    let expected = [(0, 0), (0, 1), (1, 1), (1, 2), (1, 3), (2, 3), (2, 4)];
    assert_eq!(rows, expected);
    assert_eq!(at(&gaps, 240.0, 20.0), 1);
    assert_eq!(at(&gaps, 10.0, 80.0), 1);
}

#[test]
fn a_block_that_fills_its_row_has_lines_above_and_below() {
    let rects = [
        Rect::new(0.0, 0.0, 400.0, 100.0),
        Rect::new(0.0, 110.0, 190.0, 100.0),
        Rect::new(210.0, 110.0, 190.0, 100.0),
    ];
    let gaps = gaps(Rect::new(0.0, 0.0, 400.0, 210.0), Layout::Grid, &rects);
    let drawn: Vec<(usize, bool)> = gaps
        .all()
        .iter()
        .map(|gap| (gap.index, gap.line.is_upright()))
        .collect();
    assert_eq!(
        drawn,
        [
            (0, false),
            (1, false),
            (1, true),
            (2, true),
            (3, true),
            (3, false)
        ]
    );
    assert_eq!(at(&gaps, 390.0, 20.0), 0);
    assert_eq!(at(&gaps, 10.0, 80.0), 1);
}

/// Where the row has no room, what is over it goes above or below; over what is carried, nothing
/// but its row is meant.
#[test]
fn gaps_without_room_are_left_out() {
    let inner = grid(9, vec![leaf(1, 6, 100.0), leaf(2, 6, 100.0)]);
    let mut tree = ZoneTree::new(zones(&inner, Direction::Ltr), Vec::new());
    let over = tree.item(tree.at(ItemKey(2)).unwrap()).unwrap().rect;
    let low = Point::new(over.x + 5.0, over.bottom() - 2.0);
    let room = |tree: &ZoneTree, within| {
        let gap = *tree.gaps(0).unwrap().nearest(low, within).unwrap();
        (gap.index, gap.room, gap.resizes)
    };
    assert_eq!(room(&tree, false), (2, Room::Own, false));
    assert_eq!(room(&tree, true), (1, Room::Beside(0, 2), false));
    tree.fit(|_, gap| match gap.room {
        Room::Beside(..) => Fit::No,
        _ => Fit::Resized,
    });
    assert_eq!(tree.gaps(0).unwrap().all().len(), 2);
    assert_eq!(room(&tree, true), (2, Room::Own, true));
}

#[test]
fn zones_may_come_in_any_order() {
    let inner = support::container(2, 12, vec![grid(7, vec![leaf(3, 6, 40.0)])]);
    let root = grid(9, vec![leaf(1, 12, 40.0), inner]);
    let mut given = zones(&root, Direction::Ltr);
    given.reverse();
    let tree = ZoneTree::new(given, Vec::new());
    let order: Vec<u32> = (0..tree.len())
        .map(|zone| tree.zone(zone).unwrap().key.0)
        .collect();
    assert_eq!(order, [9, 7]);
    assert_eq!(tree.within(1).map(|at| at.position), Some(1));
}

/// What a document is after a drop: take out what is carried, insert it before `next`.
fn committed(order: &[ItemKey], carried: &[ItemKey], target: &Target<()>) -> Vec<ItemKey> {
    let mut after: Vec<ItemKey> = order.to_vec();
    after.retain(|key| !carried.contains(key));
    let at = target.next.map_or(after.len(), |next| {
        after.iter().position(|key| *key == next).unwrap()
    });
    after.splice(at..at, carried.iter().copied());
    after
}

fn taken(shot: &Snapshot, keys: Vec<ItemKey>) -> Option<(Vec<ItemKey>, Carried)> {
    let (load, carried) = Load::Items(keys).carried(&shot.tree)?;
    let Load::Items(keys) = load else { return None };
    Some((keys, carried))
}

proptest! {
    #![proptest_config(support::cases(400))]

    #[test]
    fn the_line_is_at_the_index_that_results(
        page in any_page(),
        picks in prop::collection::vec(any::<prop::sample::Index>(), 1..4),
        share in (0.0..1.0, 0.0..1.0),
    ) {
        let shot = whole(&page, Direction::Ltr);
        let all = keys(&page);
        prop_assume!(!all.is_empty());
        let picked = picks.iter().map(|pick| *pick.get(&all)).collect();
        let (keys, carried) = taken(&shot, picked).unwrap();
        let target = find::<()>(&shot, &carried, point(&shot, share), |_| Answer::Yes).unwrap();
        let zone = shot.tree.find(target.zone).unwrap();
        if carried.owns(zone) {
            prop_assert!(!target.is_accepted());
            return Ok(());
        }
        prop_assert!(target.is_accepted());
        let items = &shot.tree.zone(zone).unwrap().items;
        let order: Vec<ItemKey> = items.iter().map(|item| item.key).collect();
        let after = committed(&order, &keys, &target);
        prop_assert_eq!(after.get(target.index), keys.first());
        let previous = target.index.checked_sub(1).map(|index| after[index]);
        prop_assert_eq!(previous, target.previous);
        prop_assert_eq!(after.get(target.index + keys.len()).copied(), target.next);
        prop_assert_eq!(after == order, target.unchanged);
    }

    #[test]
    fn a_point_on_a_line_means_that_line(page in any_page()) {
        let shot = whole(&page, Direction::Ltr);
        for zone in 0..shot.tree.len() {
            let gaps = shot.tree.gaps(zone).unwrap();
            for gap in gaps.all() {
                let found = gaps.nearest(gap.line.middle(), false).unwrap();
                prop_assert_eq!(found.index, gap.index);
            }
        }
    }

    #[test]
    fn a_line_lies_between_its_neighbours(page in any_page()) {
        let shot = whole(&page, Direction::Ltr);
        for zone in 0..shot.tree.len() {
            let items = &shot.tree.zone(zone).unwrap().items;
            for gap in shot.tree.gaps(zone).unwrap().all() {
                let middle = gap.line.middle();
                let before = gap.index.checked_sub(1).map(|index| items[index].rect);
                let after = items.get(gap.index).map(|item| item.rect);
                let beside = |rect: &Rect| rect.y < gap.line.to.y && rect.bottom() > gap.line.from.y;
                if gap.line.is_upright() {
                    let before = before.filter(beside);
                    let after = after.filter(beside);
                    prop_assert!(before.is_none_or(|rect| middle.x >= rect.right()));
                    prop_assert!(after.is_none_or(|rect| middle.x <= rect.x));
                    prop_assert!(before.is_some() || after.is_some());
                } else {
                    prop_assert!(before.is_none_or(|rect| middle.y >= rect.bottom()));
                    prop_assert!(after.is_none_or(|rect| middle.y <= rect.y));
                }
            }
        }
    }

    #[test]
    fn a_mirrored_page_and_point_give_the_mirrored_line(
        page in any_page(),
        share in (0.0..1.0, 0.0..1.0),
    ) {
        let (ltr, rtl) = (whole(&page, Direction::Ltr), whole(&page, Direction::Rtl));
        let nothing = Carried::default();
        let at = point(&ltr, share);
        let there = find::<()>(&ltr, &nothing, at, |_| Answer::Yes).unwrap();
        let mirrored = Point::new(WIDTH - at.x, at.y);
        let here = find::<()>(&rtl, &nothing, mirrored, |_| Answer::Yes).unwrap();
        prop_assert_eq!((here.zone, here.gap), (there.zone, there.gap));
        let [left, right] = [here.line.from, here.line.to].map(|end| WIDTH - end.x);
        prop_assert_eq!(
            (left.min(right), left.max(right)),
            (there.line.from.x, there.line.to.x)
        );
    }

    #[test]
    fn what_is_carried_is_in_document_order_without_what_comes_along(
        page in any_page(),
        picks in prop::collection::vec(any::<prop::sample::Index>(), 1..12),
    ) {
        let shot = whole(&page, Direction::Ltr);
        let all = keys(&page);
        prop_assume!(!all.is_empty());
        let picked: Vec<ItemKey> = picks.iter().map(|pick| *pick.get(&all)).collect();
        let (carried, _) = taken(&shot, picked.clone()).unwrap();
        let inside = |key: ItemKey| {
            let at = shot.tree.at(key).unwrap();
            let mut owners = shot.tree.owners(at.zone);
            owners.any(|at| picked.contains(&shot.tree.item(at).unwrap().key))
        };
        let expected: Vec<ItemKey> = all
            .iter()
            .copied()
            .filter(|key| picked.contains(key) && !inside(*key))
            .collect();
        prop_assert_eq!(carried, expected);
    }
}
