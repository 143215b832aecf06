//! Marks that can be tapped.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use palier_dnd::geometry::{Point, Segment};
use palier_dnd::marks::marks;
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
