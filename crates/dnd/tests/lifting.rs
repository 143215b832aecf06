//! Where keys lead what was just lifted: past what changes nothing, and no further than there is room.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use palier_dnd::announce::Announcement;
use palier_dnd::keyboard::Arrow;
use palier_dnd::load::Load;
use palier_dnd::machine::{Commit, Effect, Key};
use palier_dnd::zone::ItemKey;
use support::{Hand, grid, leaf};

type Effects = Vec<Effect<&'static str>>;

fn commit(effects: &Effects) -> Option<Commit> {
    effects.iter().find_map(|effect| match effect {
        Effect::Drop(commit) => Some(commit.clone()),
        _ => None,
    })
}

fn walk(hand: &mut Hand, arrows: &[Arrow]) -> Effects {
    let step = |arrow: &Arrow| hand.key(Key::Walk(*arrow));
    arrows.iter().flat_map(step).collect()
}

#[test]
fn the_first_step_leads_elsewhere_and_the_way_back_home() {
    let plain = || {
        grid(
            0,
            vec![leaf(1, 12, 80.0), leaf(2, 12, 80.0), leaf(3, 12, 80.0)],
        )
    };
    for (arrows, expected) in [
        (vec![Arrow::Down], Some(2)),
        (vec![Arrow::Down, Arrow::Up], None),
        (vec![Arrow::Down, Arrow::Up, Arrow::Up], Some(0)),
        (vec![Arrow::Up], Some(0)),
        (vec![Arrow::Up, Arrow::Down], None),
        (vec![Arrow::Up, Arrow::Down, Arrow::Down], Some(2)),
    ] {
        let mut hand = Hand::new(&plain());
        hand.lift_by_key(Load::item(ItemKey(2)));
        walk(&mut hand, &arrows);
        let dropped = commit(&hand.key(Key::Space)).unwrap();
        let moved = (!dropped.unchanged).then_some(dropped.index);
        assert_eq!(moved, expected, "{arrows:?}");
    }
}

#[test]
fn where_there_is_no_further_place_that_is_told_each_time() {
    let mut hand = Hand::new(&grid(0, vec![leaf(1, 12, 80.0), leaf(2, 12, 80.0)]));
    hand.lift_by_key(Load::item(ItemKey(2)));
    let ended: Effects = vec![Effect::Announce(Announcement::Ended)];
    for arrow in [Arrow::Down, Arrow::Right, Arrow::End, Arrow::Down] {
        assert_eq!(walk(&mut hand, &[arrow]), ended, "{arrow:?}");
    }
    // What it is about has not changed.
    assert!(commit(&hand.key(Key::Space)).unwrap().unchanged);
}
