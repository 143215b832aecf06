//! Marks that can be tapped.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use palier_dnd::geometry::{Point, Rect, Segment};
use palier_dnd::marks::{mark, marks};
use palier_dnd::zone::{Direction, Item, ItemKey};
use proptest::prelude::*;

const SIZE: f64 = 24.0;

fn apart(one: &Point, other: &Point) -> bool {
    (one.x - other.x).abs() >= SIZE || (one.y - other.y).abs() >= SIZE
}

#[test]
fn a_mark_with_room_is_in_the_middle_of_its_line() {
    let lines = [
        Segment::level(0.0, 0.0, 600.0),
        Segment::upright(50.0, 100.0, 300.0),
    ];
    assert_eq!(
        marks(&lines, SIZE),
        [Point::new(300.0, 0.0), Point::new(50.0, 200.0)]
    );
}

#[test]
fn a_mark_leaves_low_items_alone() {
    let line = Segment::level(50.0, 10.0, 610.0);
    let below = |height: f64, left: f64| Item {
        key: ItemKey(1),
        rect: Rect::new(left, 55.0, 300.0, height),
    };
    let at = |items: &[Item], direction| mark(&line, items, direction, SIZE);
    let middle = line.middle();
    assert_eq!(at(&[below(48.0, 200.0)], Direction::Ltr), middle);
    // It is not over one that only stands below another part of the line.
    assert_eq!(at(&[below(20.0, 400.0)], Direction::Ltr), middle);
    let low = [below(47.0, 200.0)];
    assert_eq!(at(&low, Direction::Ltr), Point::new(-2.0, 50.0));
    assert_eq!(at(&low, Direction::Rtl), Point::new(622.0, 50.0));
    // Beside low items there is room enough: their middles are further away.
    let upright = Segment::upright(199.0, 55.0, 75.0);
    let beside = mark(&upright, &[below(20.0, 203.0)], Direction::Ltr, SIZE);
    assert_eq!(beside, upright.middle());
}

#[test]
fn close_lines_have_their_marks_side_by_side() {
    let lines = [0.0, 7.0, 14.0].map(|y| Segment::level(y, 0.0, 600.0));
    let xs: Vec<f64> = marks(&lines, SIZE).iter().map(|mark| mark.x).collect();
    assert_eq!(xs, [300.0, 276.0, 324.0]);
}

#[test]
fn a_line_without_room_is_marked_beyond_its_end() {
    let lines = [
        Segment::level(0.0, 0.0, 30.0),
        Segment::level(2.0, 0.0, 30.0),
    ];
    let found = marks(&lines, SIZE);
    assert!(apart(found.first().unwrap(), found.last().unwrap()));
}

proptest! {
    #![proptest_config(support::cases(100))]

    #[test]
    fn no_mark_lies_over_another(
        lines in prop::collection::vec((0.0..400.0, 0.0..400.0, 0.0..300.0, any::<bool>()), 1..30),
    ) {
        let lines: Vec<Segment> = lines
            .into_iter()
            .map(|(x, y, length, upright)| match upright {
                true => Segment::upright(x, y, y + length),
                false => Segment::level(y, x, x + length),
            })
            .collect();
        let found = marks(&lines, SIZE);
        prop_assert_eq!(found.len(), lines.len());
        for (at, mark) in found.iter().enumerate() {
            for other in found.iter().skip(at + 1) {
                prop_assert!(apart(mark, other), "{:?} {:?}", mark, other);
            }
        }
    }
}
