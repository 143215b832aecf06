//! A pointer from press to drop.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use palier_dnd::load::{Grip, Load};
use palier_dnd::machine::{Commit, Effect, Phase, PointerKind};
use palier_dnd::zone::{ItemKey, ZoneKey};
use support::{Hand, column, container, grid, leaf};

fn commit(effects: &[Effect<&'static str>]) -> Commit {
    let drops: Vec<&Commit> = effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Drop(commit) => Some(commit),
            _ => None,
        })
        .collect();
    assert_eq!(drops.len(), 1, "{effects:?}");
    drops[0].clone()
}

#[test]
fn a_block_dragged_below_the_next_takes_its_place() {
    let root = grid(
        0,
        vec![leaf(1, 12, 100.0), leaf(2, 12, 100.0), leaf(3, 12, 100.0)],
    );
    let mut hand = Hand::new(&root);
    hand.press(
        PointerKind::Mouse,
        Grip::Handle,
        Load::item(ItemKey(1)),
        (600.0, 50.0),
    );
    assert_eq!(hand.machine.phase(), Phase::Pressed);
    hand.go(600.0, 60.0);
    assert_eq!(hand.machine.phase(), Phase::Dragging);
    hand.go(600.0, 220.0);
    let dropped = commit(&hand.release(600.0, 220.0));
    assert_eq!(
        (dropped.zone, dropped.index, dropped.next),
        (ZoneKey(0), 1, Some(ItemKey(3)))
    );
    assert!(!dropped.unchanged && !dropped.duplicate);
    assert_eq!(hand.machine.phase(), Phase::Idle);
}

/// Puck puts it into the parent when the pointer is quick (0 of 5 with 8 moves).
#[test]
fn a_quick_drop_into_a_nested_slot_goes_where_a_slow_one_goes() {
    let inner = container(
        3,
        12,
        vec![grid(2, vec![leaf(4, 6, 80.0), leaf(5, 6, 80.0)])],
    );
    let outer = container(2, 12, vec![column(1, vec![inner])]);
    let root = grid(0, vec![leaf(1, 12, 200.0), outer]);
    let end = (620.0, 300.0);
    for moves in [0_u32, 1, 8, 20, 60] {
        let mut hand = Hand::new(&root);
        hand.press(
            PointerKind::Mouse,
            Grip::Body,
            Load::item(ItemKey(1)),
            (100.0, 100.0),
        );
        for step in 1..=moves {
            let part = f64::from(step) / f64::from(moves);
            hand.go(
                100.0 + part * (end.0 - 100.0),
                100.0 + part * (end.1 - 100.0),
            );
        }
        let dropped = commit(&hand.release(end.0, end.1));
        assert_eq!(
            (dropped.zone, dropped.index),
            (ZoneKey(2), 1),
            "{moves} moves"
        );
    }
}
