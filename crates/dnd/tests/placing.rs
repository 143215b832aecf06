//! Without dragging: keys, taps and nudges give the drops that a pointer gives.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod support;

use palier_dnd::announce::Announcement;
use palier_dnd::gap::Room;
use palier_dnd::geometry::{Point, Vector};
use palier_dnd::keyboard::Arrow;
use palier_dnd::load::{Grab, Grip, Load, PaletteKey};
use palier_dnd::machine::{Commit, Effect, Input, Key, Moved, Phase, PointerKind, Press, Released};
use palier_dnd::target::{Answer, Refusal};
use palier_dnd::zone::{ItemKey, Offsets, ZoneKey};
use proptest::prelude::*;
use support::{Hand, PAGE, Slot, any_page, column, container, grid, keys, leaf};

type Effects = Vec<Effect<&'static str>>;

fn commit(effects: &Effects) -> Option<Commit> {
    effects.iter().find_map(|effect| match effect {
        Effect::Drop(commit) => Some(commit.clone()),
        _ => None,
    })
}

/// Block 1, then a container 2 whose slot 1 holds block 4, then block 3.
fn page() -> Slot {
    let inner = container(2, 12, vec![column(1, vec![leaf(4, 12, 80.0)])]);
    grid(0, vec![leaf(1, 12, 80.0), inner, leaf(3, 12, 80.0)])
}

fn walk(hand: &mut Hand, arrows: &[Arrow]) -> Effects {
    let step = |arrow: &Arrow| hand.key(Key::Walk(*arrow));
    arrows.iter().flat_map(step).collect()
}

#[test]
fn space_lifts_arrows_walk_and_space_drops() {
    let mut hand = Hand::new(&page());
    let load = Load::item(ItemKey(1));
    let lifted = hand.lift_by_key(load.clone());
    assert_eq!(lifted.first(), Some(&Effect::Lift(load.clone())));
    assert_eq!(hand.machine.phase(), Phase::Placing);
    walk(&mut hand, &[Arrow::Right, Arrow::Down]);
    let dropped = commit(&hand.key(Key::Space)).unwrap();
    let expected = Commit {
        load,
        zone: ZoneKey(1),
        room: Room::Any,
        index: 1,
        next: None,
        duplicate: false,
        unchanged: false,
    };
    assert_eq!(dropped, expected);
    assert_eq!(hand.machine.phase(), Phase::Idle);
}

#[test]
fn escape_and_blur_cancel_and_leave_nothing() {
    for end in [key(Key::Escape), Input::Blur] {
        let mut hand = Hand::new(&page());
        hand.lift_by_key(Load::item(ItemKey(1)));
        walk(&mut hand, &[Arrow::Down]);
        assert_eq!(hand.give(end).first(), Some(&Effect::Cancel));
        assert_eq!(hand.machine.phase(), Phase::Idle);
        assert_eq!(hand.key(Key::Space), []);
    }
}

fn key(key: Key) -> Input {
    Input::Key(palier_dnd::machine::KeyPress { key, grab: None })
}

#[test]
fn tab_neither_drops_nor_cancels() {
    let mut hand = Hand::new(&page());
    hand.lift_by_key(Load::item(ItemKey(1)));
    assert_eq!(hand.key(Key::Tab), []);
    assert_eq!(hand.machine.phase(), Phase::Placing);
}

#[test]
fn every_step_is_told_and_a_change_of_zone_with_its_name() {
    let mut hand = Hand::new(&page());
    hand.lift_by_key(Load::item(ItemKey(1)));
    let effects = walk(&mut hand, &[Arrow::End, Arrow::Up, Arrow::Up, Arrow::Right]);
    let told: Vec<(ZoneKey, usize, usize, bool)> = effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Announce(Announcement::Moved { place, entered, .. }) => {
                Some((place.zone, place.position, place.count, *entered))
            }
            _ => None,
        })
        .collect();
    assert_eq!(
        told,
        [
            (ZoneKey(0), 3, 3, false),
            (ZoneKey(0), 2, 3, false),
            (ZoneKey(0), 1, 3, false),
            (ZoneKey(1), 1, 2, true)
        ]
    );
}

#[test]
fn a_container_that_takes_nothing_says_why() {
    let mut hand = Hand::new(&page());
    hand.stage.answer = |_, zone| match zone.0 {
        0 => Answer::Yes,
        _ => Answer::No("full"),
    };
    hand.lift_by_key(Load::item(ItemKey(1)));
    let effects = walk(&mut hand, &[Arrow::Right]);
    assert!(effects.contains(&Effect::Refuse(Refusal::Reason("full"))));
    assert_eq!(hand.machine.target().unwrap().zone, ZoneKey(0));
}

#[test]
fn a_zone_that_takes_nothing_back_is_only_left() {
    let mut hand = Hand::new(&page());
    hand.stage.answer = |_, zone| match zone.0 {
        0 => Answer::Pass("type"),
        _ => Answer::Yes,
    };
    hand.lift_by_key(Load::item(ItemKey(3)));
    assert!(hand.machine.target().unwrap().unchanged);
    walk(&mut hand, &[Arrow::Up]);
    assert_eq!(hand.machine.target().unwrap().zone, ZoneKey(0));
    hand.key(Key::Escape);
    hand.lift_by_key(Load::item(ItemKey(1)));
    walk(&mut hand, &[Arrow::Down]);
    assert_eq!(hand.machine.target().unwrap().zone, ZoneKey(1));
}

#[test]
fn a_nudge_moves_by_one_at_once() {
    let table = [
        (3, Arrow::Up, Some((0, 1))),
        (1, Arrow::Down, Some((0, 1))),
        (1, Arrow::Right, None),
        (1, Arrow::Up, None),
        (3, Arrow::Home, Some((0, 0))),
        (3, Arrow::End, None),
        (4, Arrow::Left, Some((0, 1))),
        (4, Arrow::Down, Some((0, 2))),
        (1, Arrow::End, Some((0, 2))),
    ];
    for (item, arrow, to) in table {
        let mut hand = Hand::new(&page());
        let grab = Grab::new(Load::item(ItemKey(item)), Grip::Body);
        let effects = hand.give(Input::Nudge { grab, arrow });
        let dropped = commit(&effects).map(|commit| (commit.zone.0, commit.index));
        assert_eq!(dropped, to, "{item} {arrow:?}: {effects:?}");
        assert_eq!(hand.machine.phase(), Phase::Idle);
    }
}

fn tap(hand: &mut Hand, from: Point, to: Point) -> Effects {
    let mut effects = hand.give(Input::Down(Press {
        pointer: 9,
        kind: PointerKind::Touch,
        button: 0,
        at: from,
        time_ms: 0.0,
        grab: Grab::new(Load::item(ItemKey(3)), Grip::Body),
    }));
    effects.extend(hand.give(Input::Up(Released {
        pointer: 9,
        at: to,
        alt: false,
    })));
    effects
}

#[test]
fn what_is_picked_is_placed_by_a_tap_not_by_a_swipe() {
    let mut hand = Hand::new(&page());
    let grab = Grab::new(Load::New(PaletteKey(1)), Grip::Body).after(Some(ItemKey(1)));
    hand.give(Input::Pick(grab));
    assert_eq!(hand.machine.target().unwrap().gap, 1);
    let at = Point::new(600.0, 20.0);
    let swipe = tap(&mut hand, at, Point::new(600.0, 90.0));
    assert_eq!(swipe, []);
    assert_eq!(hand.machine.phase(), Phase::Placing);
    let dropped = commit(&tap(&mut hand, at, at)).unwrap();
    assert_eq!((dropped.zone, dropped.index), (ZoneKey(0), 0));
}

#[test]
fn a_mouse_that_hovers_shows_where_a_picked_block_goes_but_leaves_keys_alone() {
    for (picked, gap) in [(true, 3), (false, 0)] {
        let mut hand = Hand::new(&page());
        let grab = Grab::new(Load::item(ItemKey(1)), Grip::Body);
        if picked {
            hand.give(Input::Pick(grab));
        } else {
            hand.lift_by_key(grab.load);
        }
        hand.give(Input::Move(Moved {
            pointer: 1,
            buttons: 0,
            at: Point::new(600.0, 320.0),
            time_ms: 0.0,
        }));
        assert_eq!(hand.machine.target().unwrap().gap, gap, "picked: {picked}");
    }
}

#[test]
fn the_line_of_a_walk_goes_along_with_the_page() {
    let mut hand = Hand::new(&page());
    hand.lift_by_key(Load::item(ItemKey(1)));
    walk(&mut hand, &[Arrow::End]);
    let before = hand.machine.target().unwrap().line.from.y;
    hand.give(Input::Scrolled(
        Offsets::new().with(PAGE, Vector::new(0.0, 30.0)),
    ));
    assert_eq!(hand.machine.target().unwrap().line.from.y, before - 30.0);
}

proptest! {
    #![proptest_config(support::cases(300))]

    /// A block walked somewhere and dropped there, and the same block dragged to the line that
    /// was shown there, give the same drop.
    #[test]
    fn keys_and_pointer_drop_alike(
        page in any_page(),
        pick: prop::sample::Index,
        arrows in prop::collection::vec(
            prop::sample::select(vec![
                Arrow::Up, Arrow::Down, Arrow::Down, Arrow::Left, Arrow::Right, Arrow::Right,
                Arrow::Home, Arrow::End,
            ]),
            0..20,
        ),
    ) {
        let all = keys(&page);
        prop_assume!(!all.is_empty());
        let load = Load::item(*pick.get(&all));
        let mut hand = Hand::new(&page);
        hand.stage.shot = support::whole(&page, palier_dnd::zone::Direction::Ltr);
        hand.lift_by_key(load.clone());
        walk(&mut hand, &arrows);
        let line = hand.machine.target().unwrap().line.middle();
        let by_key = commit(&hand.key(Key::Enter));
        prop_assert!(by_key.is_some());
        // From outside, so that the way is never a click.
        hand.press(PointerKind::Mouse, Grip::Handle, load, (-50.0, -50.0));
        hand.go(line.x, line.y);
        let by_pointer = commit(&hand.release(line.x, line.y));
        prop_assert_eq!(by_key, by_pointer);
    }

    /// Whatever is told in whatever order: what is lifted ends once, and nothing else does.
    #[test]
    fn what_is_lifted_ends_exactly_once(
        page in any_page(),
        inputs in prop::collection::vec(any_input(), 1..60),
        refusing: bool,
    ) {
        let mut hand = Hand::new(&page);
        if refusing {
            hand.stage.answer = |_, zone| match zone.0 % 3 {
                0 => Answer::Yes,
                1 => Answer::Pass("type"),
                _ => Answer::No("full"),
            };
        }
        let mut lifted = false;
        for input in inputs {
            for effect in hand.give(input) {
                match effect {
                    Effect::Lift(_) => {
                        prop_assert!(!lifted);
                        lifted = true;
                    }
                    Effect::Cancel | Effect::Drop(_) if lifted => lifted = false,
                    // A nudge takes up and drops in one.
                    Effect::Drop(_) => {}
                    Effect::Cancel => prop_assert!(false, "cancelled without a lift"),
                    _ => {}
                }
            }
            let carries = matches!(hand.machine.phase(), Phase::Dragging | Phase::Placing);
            prop_assert_eq!(carries, lifted);
        }
    }
}

fn any_input() -> impl Strategy<Value = Input> {
    let at = || (-50..2500_i32, -50..900_i32).prop_map(|(x, y)| Point::new(x.into(), y.into()));
    let pointer = || 1..3_i32;
    let time = || (0..2000_u32).prop_map(f64::from);
    let arrow = || {
        prop::sample::select(vec![
            Arrow::Up,
            Arrow::Down,
            Arrow::Left,
            Arrow::Right,
            Arrow::Home,
            Arrow::End,
        ])
    };
    let load = prop_oneof![
        prop::collection::vec((0..20_u32).prop_map(ItemKey), 1..4).prop_map(Load::Items),
        (0..3_u32).prop_map(|key| Load::New(PaletteKey(key))),
    ];
    let grip = prop::sample::select(vec![
        Grip::Handle,
        Grip::Body,
        Grip::Text,
        Grip::Interactive,
    ]);
    let grab = (load, grip)
        .prop_map(|(load, grip)| Grab::new(load, grip))
        .boxed();
    let kind = prop::sample::select(vec![
        PointerKind::Mouse,
        PointerKind::Touch,
        PointerKind::Pen,
    ]);
    let press = (pointer(), kind, 0..2_i16, at(), time(), grab.clone()).prop_map(
        |(pointer, kind, button, at, time_ms, grab)| {
            Input::Down(Press {
                pointer,
                kind,
                button: button / 2,
                at,
                time_ms,
                grab,
            })
        },
    );
    let moved = (
        pointer(),
        prop::sample::select(vec![1_u16, 1, 1, 1, 0, 3]),
        at(),
        time(),
    );
    let key = prop_oneof![
        3 => arrow().prop_map(Key::Walk),
        1 => prop::sample::select(vec![Key::Space, Key::Enter, Key::Escape, Key::Tab]),
    ];
    prop_oneof![
        3 => press,
        6 => moved.prop_map(|(pointer, buttons, at, time_ms)| Input::Move(Moved {
            pointer, buttons, at, time_ms,
        })),
        2 => (pointer(), at(), any::<bool>()).prop_map(|(pointer, at, alt)| Input::Up(Released {
            pointer, at, alt,
        })),
        4 => (key, prop::option::of(grab.clone())).prop_map(|(key, grab)| Input::Key(
            palier_dnd::machine::KeyPress { key, grab },
        )),
        1 => pointer().prop_map(Input::PointerCancel),
        2 => time().prop_map(Input::Woke),
        2 => time().prop_map(Input::Frame),
        1 => at().prop_map(|at| Input::Scrolled(Offsets::new().with(PAGE, Vector::new(0.0, at.y)))),
        1 => Just(Input::Blur),
        1 => Just(Input::Changed),
        1 => grab.clone().prop_map(Input::Pick),
        1 => (grab, arrow()).prop_map(|(grab, arrow)| Input::Nudge { grab, arrow }),
    ]
}
