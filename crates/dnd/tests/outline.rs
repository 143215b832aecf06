//! Dropping on the outline.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod support;

use palier_dnd::geometry::{Point, Rect, Vector};
use palier_dnd::load::{Carried, Grip, Load};
use palier_dnd::machine::{Effect, PointerKind};
use palier_dnd::outline::{Outline, Row, RowOf};
use palier_dnd::target::{Answer, Refusal, Snapshot, find};
use palier_dnd::zone::{Direction, ItemKey, Offsets, Scroller, ScrollerKey, ZoneKey, ZoneTree};
use support::{Hand, PAGE, Slot, column, container, grid, leaf, zones};

const PANEL: ScrollerKey = ScrollerKey(9);
const LEFT: f64 = 3000.0;

/// Block 1; section 2 with slots 1 (blocks 3 and section 4 with slot 2: block 5) and 3 (empty);
/// block 6.
fn page() -> Slot {
    let deep = container(4, 12, vec![column(2, vec![leaf(5, 12, 40.0)])]);
    let slots = vec![column(1, vec![leaf(3, 12, 40.0), deep]), column(3, vec![])];
    grid(
        0,
        vec![
            leaf(1, 12, 40.0),
            container(2, 12, slots),
            leaf(6, 12, 40.0),
        ],
    )
}

/// The rows of it, 40 px high and indented by 20 px; slots have no rows of their own, but for
/// the empty one.
fn rows() -> Vec<Row> {
    let of = [
        (RowOf::Item(ItemKey(1)), 0),
        (RowOf::Item(ItemKey(2)), 0),
        (RowOf::Item(ItemKey(3)), 1),
        (RowOf::Item(ItemKey(4)), 1),
        (RowOf::Item(ItemKey(5)), 2),
        (RowOf::Zone(ZoneKey(3)), 1),
        (RowOf::Item(ItemKey(6)), 0),
    ];
    of.into_iter()
        .zip(0..)
        .map(|((of, level), row)| Row {
            of,
            level,
            rect: Rect::new(LEFT, f64::from(row) * 40.0, 200.0, 40.0),
            open: matches!(row, 1 | 3),
        })
        .collect()
}

fn shot(direction: Direction, scrolled: f64) -> Snapshot {
    let panel = Scroller {
        key: PANEL,
        parent: None,
        view: Rect::new(LEFT, 0.0, 200.0, 400.0),
        least: Vector::default(),
        most: Vector::new(0.0, 100.0),
    };
    Snapshot {
        tree: ZoneTree::new(zones(&page(), Direction::Ltr), vec![panel]),
        outline: Some(Outline {
            rows: rows(),
            indent: 20.0,
            direction,
            rect: Rect::new(LEFT, 0.0, 200.0, 280.0),
            scroller: PANEL,
        }),
        offsets: Offsets::new().with(PANEL, Vector::new(0.0, scrolled)),
    }
}

/// Zone and gap that a point of a row means, `x` px from the start of the list.
fn at(row: f64, part: f64, x: f64) -> (u32, usize) {
    let y = (row + part) * 40.0;
    let ltr = find::<()>(
        &shot(Direction::Ltr, 0.0),
        &Carried::default(),
        Point::new(LEFT + x, y),
        |_| Answer::Yes,
    )
    .unwrap();
    let mirrored = Point::new(LEFT + 200.0 - x, y);
    let rtl = find::<()>(
        &shot(Direction::Rtl, 0.0),
        &Carried::default(),
        mirrored,
        |_| Answer::Yes,
    )
    .unwrap();
    assert_eq!((ltr.zone, ltr.gap), (rtl.zone, rtl.gap));
    (ltr.zone.0, ltr.gap)
}

#[test]
fn quarters_of_a_row_mean_before_into_and_after() {
    for (row, part, x, place) in [
        // A block that takes nothing has halves.
        (0.0, 0.4, 5.0, (0, 0)),
        (0.0, 0.6, 5.0, (0, 1)),
        // A section: before, into at its end, and first inside as its inside comes below.
        (1.0, 0.2, 5.0, (0, 1)),
        (1.0, 0.3, 5.0, (1, 2)),
        (1.0, 0.7, 5.0, (1, 2)),
        (1.0, 0.8, 5.0, (1, 0)),
        (2.0, 0.4, 5.0, (1, 0)),
        (2.0, 0.6, 5.0, (1, 1)),
        (3.0, 0.5, 5.0, (2, 1)),
        (3.0, 0.9, 5.0, (2, 0)),
        (6.0, 0.9, 5.0, (0, 3)),
        // The row of an empty slot is that slot.
        (5.0, 0.1, 5.0, (3, 0)),
        (5.0, 0.9, 5.0, (3, 0)),
    ] {
        assert_eq!(at(row, part, x), place, "row {row} at {part}");
    }
}

#[test]
fn below_the_last_row_of_levels_x_picks_the_level() {
    // Row 4 is level 2; the row below is level 1, so that levels 2 and 1 end or go on here.
    assert_eq!(at(4.0, 0.9, 150.0), (2, 1));
    assert_eq!(at(4.0, 0.9, 45.0), (2, 1));
    assert_eq!(at(4.0, 0.9, 35.0), (1, 2));
    assert_eq!(at(4.0, 0.9, 2.0), (1, 2));
}

#[test]
fn the_line_is_indented_to_its_level() {
    let line = |part: f64, x: f64| {
        let at = Point::new(LEFT + x, (4.0 + part) * 40.0);
        find::<()>(&shot(Direction::Ltr, 0.0), &Carried::default(), at, |_| {
            Answer::Yes
        })
        .unwrap()
        .line
    };
    assert_eq!(line(0.9, 150.0).from, Point::new(LEFT + 40.0, 200.0));
    assert_eq!(line(0.9, 2.0).from, Point::new(LEFT + 20.0, 200.0));
}

#[test]
fn a_panel_that_is_scrolled_shows_other_rows() {
    let point = Point::new(LEFT + 5.0, 5.0);
    let found = find::<()>(
        &shot(Direction::Ltr, 80.0),
        &Carried::default(),
        point,
        |_| Answer::Yes,
    );
    let target = found.unwrap();
    assert_eq!((target.zone, target.gap), (ZoneKey(1), 0));
    assert_eq!(target.line.from.y, 0.0);
}

#[test]
fn of_several_slots_the_first_that_accepts_is_meant() {
    let middle = Point::new(LEFT + 5.0, 60.0);
    let accepts = |zone: ZoneKey| match zone.0 {
        1 => Answer::No("full"),
        _ => Answer::Yes,
    };
    let found = find(
        &shot(Direction::Ltr, 0.0),
        &Carried::default(),
        middle,
        accepts,
    )
    .unwrap();
    assert_eq!((found.zone, found.refusal), (ZoneKey(3), None));
    let all = |_| Answer::No("locked");
    let found = find(&shot(Direction::Ltr, 0.0), &Carried::default(), middle, all).unwrap();
    assert_eq!(found.refusal, Some(Refusal::Reason("locked")));
}

#[test]
fn a_section_cannot_be_put_into_itself() {
    let shot = shot(Direction::Ltr, 0.0);
    let (_, carried) = Load::item(ItemKey(2)).carried(&shot.tree).unwrap();
    for y in [60.0, 100.0, 180.0, 220.0] {
        let at = Point::new(LEFT + 50.0, y);
        let found = find::<()>(&shot, &carried, at, |_| Answer::Yes).unwrap();
        assert_eq!(found.refusal, Some(Refusal::Itself), "at {y}");
    }
}

#[test]
fn a_block_dragged_from_the_canvas_drops_on_the_outline() {
    let mut hand = Hand::new(&page());
    hand.stage.shot = shot(Direction::Ltr, 0.0);
    assert_ne!(PAGE, PANEL);
    hand.press(
        PointerKind::Mouse,
        Grip::Handle,
        Load::item(ItemKey(1)),
        (600.0, 30.0),
    );
    hand.go(600.0, 40.0);
    hand.go(LEFT + 5.0, 114.0);
    let effects = hand.release(LEFT + 5.0, 114.0);
    let dropped = effects.iter().find_map(|effect| match effect {
        Effect::Drop(commit) => Some((commit.zone, commit.index, commit.next)),
        _ => None,
    });
    assert_eq!(dropped, Some((ZoneKey(1), 1, Some(ItemKey(4)))));
}
