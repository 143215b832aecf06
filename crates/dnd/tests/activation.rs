//! How a press becomes a drag, and how anything ends.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod support;

use palier_dnd::geometry::{Point, Vector};
use palier_dnd::load::{Grab, Grip, Load};
use palier_dnd::machine::{
    Effect, Input, Key, KeyPress, Moved, Phase, PointerKind, Press, Released,
};
use palier_dnd::zone::{ItemKey, Offsets};
use support::{Hand, PAGE, Slot, grid, leaf};

fn page() -> Slot {
    grid(
        0,
        vec![leaf(1, 12, 200.0), leaf(2, 12, 200.0), leaf(3, 12, 900.0)],
    )
}

/// What happens to a press at 100, 100.
enum Then {
    /// After so many ms, a move to so many px to the right.
    Go(f64, f64),
    /// After so many ms, the wake-up.
    Wake(f64),
}

fn phase_after(kind: PointerKind, grip: Grip, then: &[Then]) -> Phase {
    let mut hand = Hand::new(&page());
    hand.press(kind, grip, Load::item(ItemKey(1)), (100.0, 100.0));
    for then in then {
        match then {
            Then::Go(ms, px) => {
                hand.now = 1000.0 + ms;
                hand.go(100.0 + px, 100.0);
            }
            Then::Wake(ms) => {
                hand.give(Input::Woke(1000.0 + ms));
            }
        }
    }
    hand.machine.phase()
}

#[test]
fn every_rule_of_activation() {
    use Grip::{Body, Handle, Interactive, Text};
    use Phase::{Dragging, Idle, Pressed};
    use PointerKind::{Mouse, Pen, Touch};
    use Then::{Go, Wake};
    let table: [(PointerKind, Grip, &[Then], Phase); 31] = [
        (Mouse, Handle, &[], Pressed),
        (Mouse, Handle, &[Go(5.0, 0.0)], Pressed),
        (Mouse, Handle, &[Go(5.0, 1.0)], Dragging),
        (Touch, Handle, &[Go(5.0, 1.0)], Dragging),
        (Pen, Handle, &[Go(5.0, 1.0)], Dragging),
        (Mouse, Body, &[Go(20.0, 4.9)], Pressed),
        (Mouse, Body, &[Go(20.0, 5.0)], Dragging),
        (Pen, Body, &[Go(20.0, 5.0)], Dragging),
        (Mouse, Body, &[Wake(199.0)], Pressed),
        (Mouse, Body, &[Wake(200.0)], Dragging),
        (Mouse, Body, &[Go(20.0, 3.0), Wake(200.0)], Dragging),
        // The main thread was busy: the event's own time counts.
        (Mouse, Body, &[Go(300.0, 1.0)], Dragging),
        (Touch, Body, &[Wake(249.0)], Pressed),
        (Touch, Body, &[Wake(250.0)], Dragging),
        (Touch, Body, &[Go(100.0, 5.0), Wake(250.0)], Dragging),
        // A swipe belongs to the page, also when it comes to rest.
        (Touch, Body, &[Go(100.0, 5.1)], Idle),
        (Touch, Body, &[Go(100.0, 30.0), Wake(250.0)], Idle),
        (Touch, Body, &[Go(260.0, 30.0)], Dragging),
        (Mouse, Text, &[Wake(199.0)], Pressed),
        (Mouse, Text, &[Wake(200.0)], Dragging),
        // Selecting text.
        (Mouse, Text, &[Go(100.0, 0.5)], Idle),
        (Mouse, Text, &[Go(100.0, 0.0), Wake(200.0)], Dragging),
        (Pen, Text, &[Go(100.0, 1.0)], Idle),
        (Touch, Text, &[Wake(249.0)], Pressed),
        (Touch, Text, &[Wake(250.0)], Dragging),
        (Touch, Text, &[Go(100.0, 1.0)], Idle),
        (Mouse, Interactive, &[], Idle),
        (Mouse, Interactive, &[Go(300.0, 50.0)], Idle),
        (Touch, Interactive, &[Wake(500.0)], Idle),
        (Pen, Interactive, &[Go(20.0, 9.0)], Idle),
        (Mouse, Handle, &[Wake(500.0)], Pressed),
    ];
    for (row, (kind, grip, then, phase)) in table.into_iter().enumerate() {
        assert_eq!(
            phase_after(kind, grip, then),
            phase,
            "row {row}: {kind:?} {grip:?}"
        );
    }
}

#[test]
fn a_press_asks_to_be_woken_when_it_would_become_a_drag() {
    for (kind, grip, wake) in [
        (PointerKind::Mouse, Grip::Handle, None),
        (PointerKind::Mouse, Grip::Body, Some(1200.0)),
        (PointerKind::Mouse, Grip::Text, Some(1200.0)),
        (PointerKind::Touch, Grip::Handle, None),
        (PointerKind::Touch, Grip::Body, Some(1250.0)),
        (PointerKind::Mouse, Grip::Interactive, None),
    ] {
        let mut hand = Hand::new(&page());
        let effects = hand.press(kind, grip, Load::item(ItemKey(1)), (100.0, 100.0));
        let expected: Vec<Effect<&str>> = wake.map(Effect::WakeAt).into_iter().collect();
        assert_eq!(effects, expected, "{kind:?} {grip:?}");
    }
}

#[test]
fn a_wake_up_that_comes_early_is_asked_for_again() {
    let mut hand = Hand::new(&page());
    hand.press(
        PointerKind::Touch,
        Grip::Body,
        Load::item(ItemKey(1)),
        (100.0, 100.0),
    );
    assert_eq!(hand.give(Input::Woke(1249.9)), [Effect::WakeAt(1250.0)]);
    hand.give(Input::Woke(1250.0));
    assert_eq!(hand.machine.phase(), Phase::Dragging);
}

#[test]
fn another_button_takes_nothing_up() {
    let mut hand = Hand::new(&page());
    hand.give(Input::Down(Press {
        pointer: 1,
        kind: PointerKind::Mouse,
        button: 2,
        at: Point::new(100.0, 100.0),
        time_ms: 0.0,
        grab: Grab::new(Load::item(ItemKey(1)), Grip::Handle),
    }));
    assert_eq!(hand.machine.phase(), Phase::Idle);
}

#[test]
fn a_click_selects_and_never_drags() {
    let load = Load::item(ItemKey(1));
    for (kind, grip, moves) in [
        (PointerKind::Mouse, Grip::Body, &[3.0][..]),
        (PointerKind::Touch, Grip::Body, &[]),
        (PointerKind::Mouse, Grip::Text, &[]),
        // Lifted at the first move, yet not further than a click goes.
        (PointerKind::Mouse, Grip::Handle, &[1.0, 4.0, 2.0]),
        (PointerKind::Touch, Grip::Handle, &[2.0]),
    ] {
        let mut hand = Hand::new(&page());
        let mut effects = hand.press(kind, grip, load.clone(), (100.0, 100.0));
        for px in moves {
            effects.extend(hand.go(100.0 + px, 100.0));
        }
        effects.extend(hand.release(103.0, 100.0));
        assert_eq!(
            effects.last(),
            Some(&Effect::Select(load.clone())),
            "{grip:?}"
        );
        let dropped = effects
            .iter()
            .any(|effect| matches!(effect, Effect::Drop(_)));
        assert!(!dropped, "{grip:?}");
        assert_eq!(hand.machine.phase(), Phase::Idle);
    }
}

#[test]
fn a_press_that_went_far_and_back_is_no_click() {
    let mut hand = Hand::new(&page());
    hand.press(
        PointerKind::Mouse,
        Grip::Handle,
        Load::item(ItemKey(1)),
        (100.0, 100.0),
    );
    hand.go(100.0, 300.0);
    hand.go(100.0, 100.0);
    let effects = hand.release(100.0, 100.0);
    assert!(
        !effects
            .iter()
            .any(|effect| matches!(effect, Effect::Select(_)))
    );
}

fn key(key: Key) -> Input {
    Input::Key(KeyPress { key, grab: None })
}

fn moved(pointer: i32, buttons: u16) -> Input {
    Input::Move(Moved {
        pointer,
        buttons,
        at: Point::new(120.0, 300.0),
        time_ms: 1100.0,
    })
}

fn second_pointer() -> Input {
    Input::Down(Press {
        pointer: 2,
        kind: PointerKind::Touch,
        button: 0,
        at: Point::new(300.0, 300.0),
        time_ms: 1100.0,
        grab: Grab::new(Load::item(ItemKey(2)), Grip::Handle),
    })
}

fn every_cancel() -> Vec<(&'static str, Input)> {
    vec![
        ("Escape", key(Key::Escape)),
        ("pointercancel", Input::PointerCancel(1)),
        ("blur", Input::Blur),
        ("a second button", moved(1, 3)),
        ("a release that was not told", moved(1, 0)),
        ("a second pointer", second_pointer()),
    ]
}

/// What a release and all that may come late do after a cancel: nothing.
fn leaves_nothing(hand: &mut Hand, name: &str) {
    assert_eq!(hand.machine.phase(), Phase::Idle, "{name}");
    assert_eq!(hand.machine.target(), None, "{name}");
    assert_eq!(hand.machine.load(), None, "{name}");
    let late = [
        moved(1, 1),
        Input::Woke(9000.0),
        Input::Frame(9000.0),
        Input::Scrolled(Offsets::new()),
        Input::Changed,
        Input::PointerCancel(1),
        key(Key::Escape),
        Input::Blur,
        Input::Up(Released {
            pointer: 1,
            at: Point::new(120.0, 300.0),
            alt: false,
        }),
    ];
    for input in late {
        assert_eq!(hand.give(input), [], "{name}");
    }
}

#[test]
fn every_cancel_of_a_drag_leaves_nothing() {
    for (name, input) in every_cancel() {
        let mut hand = Hand::new(&page());
        hand.press(
            PointerKind::Mouse,
            Grip::Handle,
            Load::item(ItemKey(1)),
            (100.0, 100.0),
        );
        hand.go(100.0, 300.0);
        assert_eq!(hand.machine.phase(), Phase::Dragging, "{name}");
        let effects = hand.give(input);
        assert_eq!(effects.first(), Some(&Effect::Cancel), "{name}");
        assert!(
            matches!(effects.get(1), Some(Effect::Announce(_))),
            "{name}"
        );
        assert_eq!(effects.len(), 2, "{name}");
        leaves_nothing(&mut hand, name);
    }
}

#[test]
fn every_cancel_of_a_press_is_silent() {
    let scrolled = Input::Scrolled(Offsets::new().with(PAGE, Vector::new(0.0, 9.0)));
    let also = [("the page scrolls under a finger", scrolled)];
    for (name, input) in every_cancel().into_iter().chain(also) {
        let mut hand = Hand::new(&page());
        hand.press(
            PointerKind::Touch,
            Grip::Body,
            Load::item(ItemKey(1)),
            (100.0, 100.0),
        );
        assert_eq!(hand.give(input), [], "{name}");
        leaves_nothing(&mut hand, name);
    }
}

#[test]
fn keys_that_are_not_ours_are_left_to_the_page() {
    let mut hand = Hand::new(&page());
    assert!(hand.machine.claims(Key::Space, true));
    assert!(!hand.machine.claims(Key::Space, false));
    assert!(!hand.machine.claims(Key::Escape, true));
    hand.lift_by_key(Load::item(ItemKey(1)));
    assert!(
        hand.machine
            .claims(Key::Walk(palier_dnd::keyboard::Arrow::Up), false)
    );
    assert!(!hand.machine.claims(Key::Tab, true));
}
