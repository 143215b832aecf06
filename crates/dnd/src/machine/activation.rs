//! How a press becomes a drag: the only place where time matters.
//!
//! | | handle | body | text |
//! |---|---|---|---|
//! | mouse, pen | first move | 5 px, or 200 ms | 200 ms without any move |
//! | touch | first move | 250 ms within 5 px | 250 ms without any move |
//!
//! A move too far, too early belongs to the page: it scrolls, or selects text. A control inside
//! a block never drags.

use super::{CLICK, Input, PointerKind, Press};
use crate::geometry::Point;
use crate::load::Grip;

/// How long a mouse holds still on a block or text. Unit: ms.
const MOUSE_HOLD_MS: f64 = 200.0;
/// How long a finger holds still. Unit: ms.
const TOUCH_HOLD_MS: f64 = 250.0;
/// How far a pointer goes to drag, or may go while it holds still. Unit: CSS px.
const REACH: f64 = 5.0;

/// When a press becomes a drag.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Rule {
    /// Once it moves at all.
    FirstMove,
    /// Once it has gone [`REACH`], or this long has passed.
    Distance { hold_ms: f64 },
    /// Once this long has passed, unless it goes further than `within` before.
    Hold { hold_ms: f64, within: f64 },
}

/// What an input means for a press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Wait,
    Lift,
    Click,
    GiveUp,
}

/// A pointer that is down.
#[derive(Debug)]
pub(super) struct Pressed {
    pub(super) press: Press,
    /// Where it is now.
    pub(super) at: Point,
    rule: Rule,
}

impl Pressed {
    /// `None` when such a press never becomes a drag or a click.
    pub(super) fn new(press: Press) -> Option<Self> {
        let touch = press.kind == PointerKind::Touch;
        let hold_ms = if touch { TOUCH_HOLD_MS } else { MOUSE_HOLD_MS };
        let rule = match press.grab.grip {
            _ if press.button != 0 => return None,
            Grip::Interactive => return None,
            Grip::Handle => Rule::FirstMove,
            Grip::Body if touch => Rule::Hold {
                hold_ms,
                within: REACH,
            },
            Grip::Body => Rule::Distance { hold_ms },
            Grip::Text => Rule::Hold {
                hold_ms,
                within: 0.0,
            },
        };
        Some(Self {
            at: press.at,
            press,
            rule,
        })
    }

    pub(super) fn wake_at_ms(&self) -> Option<f64> {
        match self.rule {
            Rule::FirstMove => None,
            Rule::Distance { hold_ms } | Rule::Hold { hold_ms, .. } => {
                Some(self.press.time_ms + hold_ms)
            }
        }
    }

    fn is_due(&self, now_ms: f64) -> bool {
        self.wake_at_ms().is_some_and(|due| now_ms >= due)
    }

    pub(super) fn judge(&mut self, input: &Input) -> Verdict {
        let pointer = self.press.pointer;
        match input {
            Input::Move(moved) if moved.pointer == pointer => {
                if moved.buttons != 1 {
                    return Verdict::GiveUp;
                }
                self.at = moved.at;
                self.on_move(moved.time_ms)
            }
            Input::Up(up) if up.pointer == pointer => {
                self.at = up.at;
                match self.rule {
                    _ if self.press.at.distance(up.at) < CLICK => Verdict::Click,
                    Rule::FirstMove | Rule::Distance { .. } => Verdict::Lift,
                    Rule::Hold { .. } => Verdict::GiveUp,
                }
            }
            Input::Woke(now_ms) if self.is_due(*now_ms) => Verdict::Lift,
            Input::Down(_) | Input::Blur => Verdict::GiveUp,
            Input::PointerCancel(id) if *id == pointer => Verdict::GiveUp,
            Input::Key(press) if press.key == super::Key::Escape => Verdict::GiveUp,
            // The page scrolls under the finger.
            Input::Scrolled(_) if self.press.kind == PointerKind::Touch => Verdict::GiveUp,
            _ => Verdict::Wait,
        }
    }

    fn on_move(&self, now_ms: f64) -> Verdict {
        let gone = self.press.at.distance(self.at);
        match self.rule {
            Rule::FirstMove if gone > 0.0 => Verdict::Lift,
            Rule::Distance { .. } if gone >= REACH => Verdict::Lift,
            Rule::FirstMove | Rule::Distance { .. } | Rule::Hold { .. } if self.is_due(now_ms) => {
                Verdict::Lift
            }
            Rule::Hold { within, .. } if gone > within => Verdict::GiveUp,
            Rule::FirstMove | Rule::Distance { .. } | Rule::Hold { .. } => Verdict::Wait,
        }
    }
}
