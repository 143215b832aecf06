//! What a move costs, in steps of the search.

use crate::geometry::{Point, Rect};
use crate::load::{Carried, Load};
use crate::search_steps;
use crate::target::{Answer, Snapshot, find};
use crate::zone::{
    Direction, Flow, Item, ItemKey, Layout, Offsets, ScrollerKey, Zone, ZoneKey, ZoneTree,
};

/// `sections` sections in a column, each with a slot of `blocks` blocks, two in a row.
fn page(sections: u32, blocks: u32) -> Snapshot {
    let flow = |layout| Flow {
        layout,
        direction: Direction::Ltr,
    };
    let high = f64::from(blocks.div_ceil(2)) * 50.0;
    let mut zones = Vec::new();
    let mut items = Vec::new();
    for section in 0..sections {
        let top = f64::from(section) * high;
        let owner = ItemKey(100_000 + section);
        items.push(Item {
            key: owner,
            rect: Rect::new(0.0, top, 1000.0, high),
        });
        let block = |index: u32| Item {
            key: ItemKey(section * blocks + index),
            rect: Rect::new(
                f64::from(index % 2) * 500.0,
                top + f64::from(index / 2) * 50.0,
                490.0,
                40.0,
            ),
        };
        zones.push(Zone {
            key: ZoneKey(1 + section),
            owner: Some(owner),
            rect: Rect::new(0.0, top, 1000.0, high),
            flow: flow(Layout::Grid),
            items: (0..blocks).map(block).collect(),
            scroller: ScrollerKey(0),
        });
    }
    zones.push(Zone {
        key: ZoneKey(0),
        owner: None,
        rect: Rect::new(0.0, 0.0, 1000.0, high * f64::from(sections)),
        flow: flow(Layout::Column),
        items,
        scroller: ScrollerKey(0),
    });
    Snapshot {
        tree: ZoneTree::new(zones, Vec::new()),
        outline: None,
        offsets: Offsets::new(),
    }
}

/// The most steps any of many points took.
fn dearest(shot: &Snapshot) -> usize {
    let carried = Carried::new(&Load::item(ItemKey(0)), &shot.tree);
    let bottom = shot.tree.zone(0).map_or(0.0, |zone| zone.rect.bottom());
    let mut most = 0;
    search_steps::taken();
    for step in 0..200 {
        let part = f64::from(step) / 200.0;
        let at = Point::new(10.0 + 900.0 * part, bottom * part);
        let target = find::<()>(shot, &carried, at, |_| Answer::Yes);
        assert!(target.is_some());
        most = most.max(search_steps::taken());
    }
    most
}

#[test]
fn a_move_costs_no_more_than_the_zones_beside_and_the_rows_of_one() {
    // 1 root, 20 sections of 25 rows, 3 gaps in a row, one above it and one below.
    let most = dearest(&page(20, 50));
    assert!((1..=1 + 20 + 25 + 5).contains(&most), "{most} steps");
}

#[test]
fn twice_the_blocks_is_at_most_twice_the_work() {
    let (once, twice) = (dearest(&page(1, 500)), dearest(&page(1, 1000)));
    assert!(twice <= 2 * once, "{once} then {twice} steps");
    let (once, twice) = (dearest(&page(500, 2)), dearest(&page(1000, 2)));
    assert!(twice <= 2 * once, "{once} then {twice} steps");
}
