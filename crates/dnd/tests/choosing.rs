//! Tap-and-place: every place that takes what was picked can be chosen by itself.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use palier_dnd::load::{Grab, Grip, Load, PaletteKey};
use palier_dnd::machine::{Effect, Input, Phase};
use palier_dnd::target::Answer;
use palier_dnd::zone::{ItemKey, ZoneKey};
use proptest::prelude::*;
use support::{Hand, Slot, any_page, column, container, grid, leaf};

/// Block 1, then a container 2 whose slot 1 holds block 4, then block 3.
fn page() -> Slot {
    let inner = container(2, 12, vec![column(1, vec![leaf(4, 12, 80.0)])]);
    grid(0, vec![leaf(1, 12, 80.0), inner, leaf(3, 12, 80.0)])
}

fn pick(hand: &mut Hand, load: Load) {
    hand.give(Input::Pick(Grab::new(load, Grip::Handle)));
}

fn choices(hand: &Hand) -> Vec<(u32, usize)> {
    let found = hand.machine.choices(&hand.stage).into_iter();
    found.map(|target| (target.zone.0, target.gap)).collect()
}

#[test]
fn all_places_but_the_own_one_can_be_chosen() {
    let mut hand = Hand::new(&page());
    pick(&mut hand, Load::item(ItemKey(1)));
    assert_eq!(choices(&hand), [(0, 2), (0, 3), (1, 0), (1, 1)]);
    let mut hand = Hand::new(&page());
    pick(&mut hand, Load::New(PaletteKey(0)));
    assert_eq!(choices(&hand).len(), 6);
}

#[test]
fn what_takes_nothing_offers_nothing() {
    let mut hand = Hand::new(&page());
    hand.stage.answer = |_, zone| match zone.0 {
        0 => Answer::Yes,
        _ => Answer::Pass("not here"),
    };
    pick(&mut hand, Load::item(ItemKey(1)));
    assert_eq!(choices(&hand), [(0, 2), (0, 3)]);
    // Nor does what a block holds take the block itself.
    let mut hand = Hand::new(&page());
    pick(&mut hand, Load::item(ItemKey(2)));
    assert!(choices(&hand).iter().all(|(zone, _)| *zone == 0));
}

#[test]
fn what_was_lifted_by_key_is_walked_not_tapped() {
    let mut hand = Hand::new(&page());
    hand.lift_by_key(Load::item(ItemKey(1)));
    assert_eq!(choices(&hand), []);
}

#[test]
fn a_choice_that_is_not_there_changes_nothing() {
    let mut hand = Hand::new(&page());
    pick(&mut hand, Load::item(ItemKey(1)));
    let effects = hand.give(Input::Choose {
        zone: ZoneKey(9),
        gap: 0,
        row: 0,
    });
    assert_eq!(effects, []);
    assert_eq!(hand.machine.phase(), Phase::Placing);
}

proptest! {
    #![proptest_config(support::cases(100))]

    #[test]
    fn what_is_chosen_is_where_it_lands((page, nth) in (any_page(), any::<prop::sample::Index>())) {
        let mut hand = Hand::new(&page);
        pick(&mut hand, Load::New(PaletteKey(0)));
        let found = hand.machine.choices(&hand.stage);
        prop_assert!(!found.is_empty());
        let wanted = nth.get(&found);
        let effects = hand.give(Input::Choose { zone: wanted.zone, gap: wanted.gap, row: wanted.row });
        let dropped = effects.iter().find_map(|effect| match effect {
            Effect::Drop(commit) => Some((commit.zone, commit.index, commit.next, commit.room)),
            _ => None,
        });
        prop_assert_eq!(dropped, Some((wanted.zone, wanted.index, wanted.next, wanted.room)));
        prop_assert_eq!(hand.machine.phase(), Phase::Idle);
    }
}
