//! How wide blocks become when others come into their row.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use palier_dnd::resize::SpanLimits;
use palier_dnd::row::{Member, Spans, alone, beside};
use proptest::prelude::*;

fn any(span: u8) -> Member {
    let limits = SpanLimits::default();
    Member { span, limits }
}

fn held(span: u8, min: u8, max: u8) -> Member {
    let limits = SpanLimits { min, max };
    Member { span, limits }
}

/// A row by itself, and what comes to its end.
fn at_end(row: &[Member], new: &[Member]) -> Option<(Vec<u8>, Vec<u8>)> {
    let found = beside(row, 0..row.len(), row.len(), new);
    found.map(|Spans { row, new }| (row, new))
}

#[test]
fn it_takes_what_is_free_else_the_row_is_shared_out() {
    let rows: [(&[u8], u8, &[u8], u8); 12] = [
        (&[6], 12, &[6], 6),
        (&[6], 4, &[6], 4),
        (&[4, 4], 12, &[4, 4], 4),
        (&[6, 6], 12, &[4, 4], 4),
        (&[6, 6], 3, &[4, 4], 4),
        (&[8, 4], 12, &[5, 3], 4),
        (&[8], 12, &[8], 4),
        // Two columns are no room while there could be more.
        (&[5, 5], 12, &[4, 4], 4),
        (&[5, 5], 2, &[5, 5], 2),
        (&[4, 4, 4], 12, &[3, 3, 3], 3),
        (&[3, 3, 3, 3], 12, &[3, 3, 2, 2], 2),
        (&[2, 2, 2, 2, 2], 12, &[2, 2, 2, 2, 2], 2),
    ];
    for (row, new, kept, gets) in rows {
        let row: Vec<Member> = row.iter().copied().map(any).collect();
        let found = at_end(&row, &[any(new)]);
        assert_eq!(found, Some((kept.to_vec(), vec![gets])), "{row:?} {new}");
    }
}

#[test]
fn nothing_becomes_narrower_or_wider_than_it_may() {
    let board = held(6, 5, 12);
    assert_eq!(
        at_end(&[board, any(6)], &[any(12)]),
        Some((vec![5, 4], vec![3]))
    );
    // One that may not be changed keeps its width; two of them leave no room.
    let fixed = held(6, 6, 6);
    assert_eq!(
        at_end(&[fixed, any(6)], &[any(12)]),
        Some((vec![6, 3], vec![3]))
    );
    assert_eq!(at_end(&[fixed, fixed], &[any(12)]), None);
    assert_eq!(at_end(&[any(6)], &[held(12, 12, 12)]), None);
    assert_eq!(
        at_end(&[any(6), any(6)], &[held(12, 7, 12)]),
        Some((vec![3, 2], vec![7]))
    );
}

#[test]
fn several_share_what_is_free() {
    let two = [any(12), any(12)];
    assert_eq!(at_end(&[any(6)], &two), Some((vec![6], vec![3, 3])));
    assert_eq!(
        at_end(&[any(6), any(6)], &two),
        Some((vec![3, 3], vec![3, 3]))
    );
}

#[test]
fn what_begins_a_row_does_not_slip_into_the_one_before() {
    // Half a row is free above: four columns would go there.
    let flow = [any(6), any(8), any(4)];
    let found = beside(&flow, 1..3, 1, &[any(4)]);
    assert_eq!(found, None);
    let full = [any(12), any(8), any(4)];
    let found = beside(&full, 1..3, 1, &[any(4)]).unwrap();
    assert_eq!((found.row, found.new), (vec![5, 3], vec![4]));
}

#[test]
fn a_row_of_its_own_is_whole_only_where_others_would_come_beside_it() {
    for (flow, at, new, expected) in [
        (vec![12, 12], 1, 6, 6),
        (vec![6], 1, 6, 12),
        (vec![6, 6], 0, 6, 12),
        (vec![6, 6, 6, 6], 2, 6, 12),
        (vec![9, 12], 1, 3, 12),
        (vec![9, 12], 1, 4, 4),
        (vec![], 0, 4, 4),
    ] {
        let flow: Vec<Member> = flow.into_iter().map(any).collect();
        assert_eq!(alone(&flow, at, &[any(new)]), [expected], "{flow:?} {at}");
    }
}

proptest! {
    #[test]
    fn a_row_never_becomes_wider_than_the_grid(
        row in prop::collection::vec((1..=6_u8, 1..=6_u8), 1..8),
        new in prop::collection::vec((1..=12_u8, 1..=6_u8), 1..4),
        at: prop::sample::Index,
    ) {
        let member = |(span, min): (u8, u8)| held(span.max(min), min, 12);
        let new: Vec<Member> = new.into_iter().map(member).collect();
        let mut used = 0;
        let row: Vec<Member> = row
            .into_iter()
            .map(member)
            .take_while(|one| { used += one.span; used <= 12 })
            .collect();
        let at = at.index(row.len() + 1);
        if let Some(found) = beside(&row, 0..row.len(), at, &new) {
            let all: Vec<u8> = found.row.iter().chain(&found.new).copied().collect();
            prop_assert!(all.iter().sum::<u8>() <= 12, "{all:?}");
            for (span, member) in all.iter().zip(row.iter().chain(&new)) {
                prop_assert!(*span >= member.limits.min);
            }
        } else {
            let least: u8 = row.iter().chain(&new).map(|one| one.limits.min).sum();
            prop_assert!(least > 12);
        }
    }
}
