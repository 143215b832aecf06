//! Auto-scroll: how strongly an edge pulls, how fast, and which scroller.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::float_cmp,
    reason = "a test fails by panicking; the figures are exact"
)]

mod support;

use palier_dnd::geometry::{Point, Rect, Vector};
use palier_dnd::scroll::{AutoScroll, EASE_MS, FRAME_MOST_MS, SPEED, ScrollBy, pull, step};
use palier_dnd::zone::{Offsets, Scroller, ScrollerKey, ZoneTree};
use proptest::prelude::*;

/// Side of the view, distance from its lower edge, pull.
#[test]
fn the_band_is_a_quarter_of_the_side_and_no_more_than_180_px() {
    for (side, from_edge, strength) in [
        (400.0, 100.0, 0.0),
        (400.0, 75.0, 0.5),
        (400.0, 50.0, 1.0),
        (400.0, 0.0, 1.0),
        (2000.0, 180.0, 0.0),
        (2000.0, 135.0, 0.5),
        (2000.0, 90.0, 1.0),
        (400.0, -1.0, 0.0),
    ] {
        let view = Rect::new(0.0, 0.0, side, side);
        let middle = side / 2.0;
        let down = pull(Point::new(middle, side - from_edge), &view);
        assert_eq!(down, Vector::new(0.0, strength), "{from_edge} of {side}");
        let left = pull(Point::new(from_edge, middle), &view);
        assert_eq!(
            left,
            Vector::new(0.0 - strength, 0.0),
            "{from_edge} of {side}"
        );
    }
}

#[test]
fn the_speed_does_not_depend_on_the_frame_rate() {
    let far = |frames: u32| {
        let dt = 1000.0 / f64::from(frames);
        let each = step(Vector::new(0.0, 1.0), dt, EASE_MS);
        f64::from(frames) * each.y
    };
    for frames in [60, 90, 120, 144, 240] {
        assert!((far(frames) - SPEED).abs() < 1e-6, "{frames} a second");
    }
    // A slow frame makes no jump.
    let slow = step(Vector::new(0.0, 1.0), 500.0, EASE_MS).y;
    assert!((slow - 15.0).abs() < 1e-9);
}

#[test]
fn the_speed_rises_for_400_ms() {
    let after = |elapsed| step(Vector::new(0.0, 1.0), 1000.0 / 60.0, elapsed).y;
    assert_eq!(after(0.0), 1.0);
    assert!((after(100.0) - 3.75).abs() < 1e-9);
    assert!((after(200.0) - 7.5).abs() < 1e-9);
    assert!((after(400.0) - 15.0).abs() < 1e-9);
    assert_eq!(after(4000.0), after(400.0));
}

proptest! {
    #![proptest_config(support::cases(500))]

    #[test]
    fn a_step_is_at_least_a_px_and_never_beyond_full_speed(
        pull in -1.0..1.0,
        dt in 1.2..100.0,
        elapsed in 0.0..1000.0,
    ) {
        let by = step(Vector::new(pull, 0.0), dt, elapsed).x;
        let most = (SPEED * f64::min(dt, FRAME_MOST_MS) / 1000.0).max(1.0);
        prop_assert!(pull == 0.0 || by.abs() >= 1.0);
        prop_assert!(by.abs() <= most + 1e-9);
        prop_assert!(by * pull >= 0.0);
    }
}

const PAGE: ScrollerKey = ScrollerKey(1);
const PANE: ScrollerKey = ScrollerKey(2);

/// A page of 800 by 600 px that can go 500 px down; in it a pane of 400 by 400 px, at its lower
/// edge, that can go 300 px down and 50 px to the left.
fn tree() -> ZoneTree {
    let page = Scroller {
        key: PAGE,
        parent: None,
        view: Rect::new(0.0, 0.0, 800.0, 600.0),
        least: Vector::default(),
        most: Vector::new(0.0, 500.0),
    };
    let pane = Scroller {
        key: PANE,
        parent: Some(PAGE),
        view: Rect::new(0.0, 200.0, 400.0, 400.0),
        least: Vector::new(-50.0, 0.0),
        most: Vector::new(0.0, 300.0),
    };
    ZoneTree::new(Vec::new(), vec![page, pane])
}

/// What is scrolled in a frame long after the pointer came to `at`.
fn settled(pane: Vector, page: Vector, at: Point) -> Vec<ScrollBy> {
    let offsets = Offsets::new().with(PAGE, page).with(PANE, pane);
    let mut auto = AutoScroll::default();
    let tree = tree();
    for frame in 0..100 {
        auto.frame(&tree, &offsets, at, f64::from(frame) * 16.0);
    }
    auto.frame(&tree, &offsets, at, 1600.0)
}

#[test]
fn the_innermost_scroller_goes_first_and_the_next_when_it_is_at_its_end() {
    let at = Point::new(200.0, 590.0);
    let keys = |pane: f64, page: f64| -> Vec<ScrollerKey> {
        let (pane, page) = (Vector::new(0.0, pane), Vector::new(0.0, page));
        settled(pane, page, at)
            .iter()
            .map(|by| by.scroller)
            .collect()
    };
    assert_eq!(keys(0.0, 0.0), [PANE]);
    assert_eq!(keys(300.0, 0.0), [PAGE]);
    // The page scrolled by 500 has taken the pane from under the pointer.
    assert_eq!(keys(300.0, 500.0), []);
}

#[test]
fn each_axis_goes_to_the_innermost_scroller_that_can() {
    let at = Point::new(5.0, 595.0);
    let by = settled(Vector::new(0.0, 300.0), Vector::default(), at);
    let keys: Vec<(ScrollerKey, bool, bool)> = by
        .iter()
        .map(|by| (by.scroller, by.by.x < 0.0, by.by.y > 0.0))
        .collect();
    assert_eq!(keys, [(PANE, true, false), (PAGE, false, true)]);
}

#[test]
fn nothing_scrolls_beyond_its_end() {
    let by = settled(
        Vector::new(0.0, 297.0),
        Vector::default(),
        Point::new(200.0, 590.0),
    );
    assert_eq!(by[0].by, Vector::new(0.0, 3.0));
}

#[test]
fn the_first_frame_and_an_interrupted_one_make_no_jump() {
    let (tree, offsets) = (tree(), Offsets::new());
    let mut auto = AutoScroll::default();
    let edge = Point::new(200.0, 590.0);
    assert_eq!(auto.frame(&tree, &offsets, edge, 0.0), []);
    let far: f64 = (1..=24)
        .flat_map(|frame| auto.frame(&tree, &offsets, edge, f64::from(frame) * FRAME_MOST_MS))
        .map(|by| by.by.y)
        .sum();
    // 400 ms at a speed that rises from nothing: half the way of full speed.
    assert!((150.0..=200.0).contains(&far), "{far} px");
    auto.frame(&tree, &offsets, Point::new(200.0, 400.0), 500.0);
    let again = auto.frame(&tree, &offsets, edge, 516.0);
    assert_eq!(again[0].by.y, 1.0);
}
