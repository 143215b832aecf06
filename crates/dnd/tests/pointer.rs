//! A pointer from press to drop.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod support;

use palier_dnd::announce::{Announcement, Place};
use palier_dnd::geometry::{Point, Vector};
use palier_dnd::load::{Grip, Load, PaletteKey};
use palier_dnd::machine::{Commit, Effect, Input, Key, Phase, PointerKind, Released};
use palier_dnd::target::{Answer, Refusal};
use palier_dnd::zone::{Direction, ItemKey, Offsets, ZoneKey};
use support::{Hand, PAGE, Slot, column, container, grid, leaf};

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
    let end = (1220.0, 300.0);
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

fn three() -> Slot {
    grid(0, (1..=3).map(|key| leaf(key, 12, 100.0)).collect())
}

/// Presses the handle of `load` at its middle and goes to where it is dropped.
fn dragging(hand: &mut Hand, load: Load, from: f64, to: f64) -> Vec<Effect<&'static str>> {
    let mut effects = hand.press(PointerKind::Mouse, Grip::Handle, load, (600.0, from));
    effects.extend(hand.go(600.0, from + 1.0));
    effects.extend(hand.go(600.0, to));
    effects
}

fn said(effects: &[Effect<&'static str>]) -> Vec<Announcement<&'static str>> {
    let announcement = |effect: &Effect<&'static str>| match effect {
        Effect::Announce(announcement) => Some(announcement.clone()),
        _ => None,
    };
    effects.iter().filter_map(announcement).collect()
}

fn at(position: usize, count: usize, previous: Option<u32>, next: Option<u32>) -> Place {
    Place {
        zone: ZoneKey(0),
        position,
        count,
        previous: previous.map(ItemKey),
        next: next.map(ItemKey),
        beside: false,
    }
}

#[test]
fn a_drag_is_told_once_each() {
    let mut hand = Hand::new(&three());
    let load = Load::item(ItemKey(1));
    let mut effects = dragging(&mut hand, load.clone(), 50.0, 220.0);
    effects.extend(hand.go(600.0, 230.0));
    effects.extend(hand.release(600.0, 230.0));
    let place = at(2, 3, Some(2), Some(3));
    assert_eq!(
        said(&effects),
        [
            Announcement::Lifted {
                load: load.clone(),
                place: Some(at(1, 3, None, Some(2)))
            },
            Announcement::Moved {
                load: load.clone(),
                place,
                entered: false
            },
            Announcement::Dropped {
                load,
                place,
                duplicate: false
            },
        ]
    );
}

#[test]
fn a_cancel_tells_where_the_block_is_back() {
    let mut hand = Hand::new(&three());
    let load = Load::item(ItemKey(2));
    dragging(&mut hand, load.clone(), 150.0, 20.0);
    let effects = hand.key(Key::Escape);
    let back = Some(at(2, 3, Some(1), Some(3)));
    assert_eq!(said(&effects), [Announcement::Cancelled { load, back }]);
}

#[test]
fn a_release_outside_cancels() {
    let mut hand = Hand::new(&three());
    let effects = dragging(&mut hand, Load::item(ItemKey(2)), 150.0, 790.0);
    assert_eq!(effects.last(), Some(&Effect::Line(None)));
    assert_eq!(hand.release(600.0, 790.0).first(), Some(&Effect::Cancel));
}

#[test]
fn the_release_counts_by_its_own_point() {
    let mut hand = Hand::new(&three());
    dragging(&mut hand, Load::item(ItemKey(1)), 50.0, 220.0);
    assert_eq!(commit(&hand.release(600.0, 350.0)).index, 2);
}

#[test]
fn alt_at_release_drops_a_copy_where_the_line_is() {
    for (to, index, next) in [(220.0, 2, Some(3)), (20.0, 0, Some(1)), (350.0, 3, None)] {
        let mut hand = Hand::new(&three());
        dragging(&mut hand, Load::item(ItemKey(1)), 50.0, to);
        let dropped = commit(&hand.give(Input::Up(Released {
            pointer: 1,
            at: Point::new(600.0, to),
            alt: true,
        })));
        assert!(dropped.duplicate && !dropped.unchanged);
        assert_eq!((dropped.index, dropped.next), (index, next.map(ItemKey)));
    }
}

#[test]
fn a_new_block_is_never_a_copy() {
    let mut hand = Hand::new(&three());
    let load = Load::New(PaletteKey(5));
    dragging(&mut hand, load.clone(), 790.0, 220.0);
    let dropped = commit(&hand.give(Input::Up(Released {
        pointer: 1,
        at: Point::new(600.0, 220.0),
        alt: true,
    })));
    assert_eq!(
        (dropped.load, dropped.index, dropped.duplicate),
        (load, 2, false)
    );
}

#[test]
fn several_blocks_go_as_one_in_document_order() {
    let mut hand = Hand::new(&three());
    let load = Load::Items(vec![ItemKey(3), ItemKey(1)]);
    dragging(&mut hand, load, 50.0, 220.0);
    let dropped = commit(&hand.release(600.0, 220.0));
    let in_order = Load::Items(vec![ItemKey(1), ItemKey(3)]);
    assert_eq!(
        (dropped.load, dropped.index, dropped.next),
        (in_order, 1, None)
    );
}

#[test]
fn a_block_that_stays_where_it_is_changes_nothing() {
    let mut hand = Hand::new(&three());
    dragging(&mut hand, Load::item(ItemKey(2)), 150.0, 180.0);
    let dropped = commit(&hand.release(600.0, 180.0));
    assert!(dropped.unchanged);
    assert_eq!(dropped.index, 1);
}

#[test]
fn a_refusal_shows_a_line_and_drops_nothing() {
    let mut hand = Hand::new(&three());
    hand.stage.answer = |_, _| Answer::No("full");
    let load = Load::item(ItemKey(1));
    let mut effects = dragging(&mut hand, load.clone(), 50.0, 220.0);
    let target = hand.machine.target().unwrap();
    assert_eq!(target.refusal, Some(Refusal::Reason("full")));
    assert!(target.line.to.x > target.line.from.x);
    effects.extend(hand.release(600.0, 220.0));
    assert!(effects.contains(&Effect::Refuse(Refusal::Reason("full"))));
    assert!(effects.contains(&Effect::Cancel));
    assert!(
        !effects
            .iter()
            .any(|effect| matches!(effect, Effect::Drop(_)))
    );
    let told = said(&effects);
    let refused = Announcement::Refused {
        load,
        zone: Some(ZoneKey(0)),
        reason: Refusal::Reason("full"),
    };
    assert!(told.contains(&refused), "{told:?}");
}

#[test]
fn a_locked_block_is_not_taken_up() {
    let mut hand = Hand::new(&three());
    hand.stage.lifts = Err("locked");
    let effects = dragging(&mut hand, Load::item(ItemKey(1)), 50.0, 220.0);
    let reason = Refusal::Reason("locked");
    assert_eq!(effects.first(), Some(&Effect::Refuse(reason)));
    let refused = Announcement::Refused {
        load: Load::item(ItemKey(1)),
        zone: None,
        reason,
    };
    assert_eq!(said(&effects), [refused]);
    assert_eq!(hand.machine.phase(), Phase::Idle);
}

#[test]
fn a_document_that_changes_meanwhile_is_measured_again() {
    let mut hand = Hand::new(&three());
    dragging(&mut hand, Load::item(ItemKey(3)), 350.0, 20.0);
    let fewer = grid(0, vec![leaf(2, 12, 100.0), leaf(3, 12, 100.0)]);
    hand.stage.shot = support::shot(&fewer, Direction::Ltr);
    hand.give(Input::Changed);
    let dropped = commit(&hand.release(600.0, 20.0));
    assert_eq!((dropped.index, dropped.next), (0, Some(ItemKey(2))));
}

#[test]
fn a_block_that_is_removed_meanwhile_ends_the_drag() {
    let mut hand = Hand::new(&three());
    dragging(&mut hand, Load::item(ItemKey(3)), 350.0, 20.0);
    hand.stage.shot = support::shot(&grid(0, vec![leaf(2, 12, 100.0)]), Direction::Ltr);
    let effects = hand.give(Input::Changed);
    assert_eq!(effects.first(), Some(&Effect::Cancel));
    assert_eq!(hand.machine.phase(), Phase::Idle);
}

#[test]
fn held_at_an_edge_the_page_scrolls_to_its_end_and_the_line_follows() {
    let blocks = (0..100).map(|key| leaf(key, 12, 90.0)).collect();
    let mut hand = Hand::new(&grid(0, blocks));
    dragging(&mut hand, Load::item(ItemKey(0)), 50.0, 795.0);
    let most = hand.stage.shot.tree.scrollers()[0].most.y;
    assert!(most > 9000.0);
    let (mut now, mut scrolled, mut lines) = (5000.0, 0.0, 0);
    while scrolled < most {
        let mut by = 0.0;
        for effect in hand.give(Input::Frame(now)) {
            let Effect::ScrollBy(scroll) = effect else {
                unreachable!("a frame only scrolls")
            };
            by = scroll.by.y;
        }
        assert!((0.0..=15.001).contains(&by), "{by} px in a frame");
        scrolled += by;
        now += 1000.0 / 60.0;
        assert!(now < 25_000.0, "stuck at {scrolled} of {most}");
        let effects = hand.give(Input::Scrolled(
            Offsets::new().with(PAGE, Vector::new(0.0, scrolled)),
        ));
        lines += usize::from(
            effects
                .iter()
                .any(|effect| matches!(effect, Effect::Line(_))),
        );
    }
    assert!(lines > 500, "{lines} lines");
    assert_eq!(hand.give(Input::Frame(now)), []);
    assert_eq!(commit(&hand.release(600.0, 795.0)).index, 99);
}
