//! The handle that changes a span.

#![allow(clippy::float_cmp, reason = "the figures are exact")]

mod support;

use palier_dnd::resize::{SpanHandle, SpanLimits};
use palier_dnd::zone::Direction;
use proptest::prelude::*;

/// Columns of 80 px with gutters of 20 px.
fn handle(direction: Direction, min: u8, max: u8) -> SpanHandle {
    SpanHandle {
        start: 100.0,
        grid_width: 1180.0,
        gutter: 20.0,
        direction,
        limits: SpanLimits { min, max },
    }
}

#[test]
fn the_nearest_column_end_is_taken() {
    let any = handle(Direction::Ltr, 1, 12);
    for (x, span) in [
        (-900.0, 1),
        (100.0, 1),
        (180.0, 1),
        (229.0, 1),
        (231.0, 2),
        (280.0, 2),
        (780.0, 7),
        (1280.0, 12),
        (9000.0, 12),
    ] {
        assert_eq!(any.span_at(x), span, "{x}");
    }
}

#[test]
fn limits_hold_for_pointer_and_keys() {
    let some = handle(Direction::Ltr, 3, 8);
    assert_eq!((some.span_at(0.0), some.span_at(9000.0)), (3, 8));
    assert_eq!((some.limits.step(3, -1), some.limits.step(8, 1)), (3, 8));
    assert_eq!((some.limits.step(5, -1), some.limits.step(5, 1)), (4, 6));
}

#[test]
fn limits_that_make_no_sense_do_no_harm() {
    for (min, max, span, nearest) in [(9, 3, 5, 9), (0, 0, 5, 1), (40, 90, 5, 12), (1, 90, 99, 12)]
    {
        assert_eq!(
            SpanLimits { min, max }.nearest(span),
            nearest,
            "{min} to {max}"
        );
    }
    let flat = SpanHandle {
        grid_width: 0.0,
        gutter: 0.0,
        ..handle(Direction::Ltr, 1, 12)
    };
    assert_eq!(flat.span_at(500.0), 12);
}

proptest! {
    #![proptest_config(support::cases(300))]

    #[test]
    fn a_handle_at_the_end_of_a_span_means_that_span(
        span in 1..=12_u8,
        rtl: bool,
        width in 200.0..3000.0,
        gutter in 0.0..16.0,
    ) {
        let direction = if rtl { Direction::Rtl } else { Direction::Ltr };
        let handle = SpanHandle { grid_width: width, gutter, ..handle(direction, 1, 12) };
        prop_assert_eq!(handle.span_at(handle.x_of(span)), span);
        prop_assert!((handle.width_of(12) - width).abs() < 1e-6);
    }

    #[test]
    fn a_mirrored_grid_mirrors_the_span(x in -100.0..1500.0) {
        let ltr = handle(Direction::Ltr, 2, 11).span_at(100.0 + x);
        let rtl = handle(Direction::Rtl, 2, 11).span_at(100.0 - x);
        prop_assert_eq!(ltr, rtl);
    }
}
