//! What the machine is told.

use crate::geometry::Point;
use crate::keyboard::Arrow;
use crate::load::Grab;
use crate::zone::{Offsets, ZoneKey};

/// What made a pointer event: its `pointerType`. Never decided by device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointerKind {
    /// A mouse, and whatever is unknown.
    Mouse,
    /// A finger.
    Touch,
    /// A pen; treated like a mouse.
    Pen,
}

/// A pointer went down on something that can be taken up.
#[derive(Clone, Debug, PartialEq)]
pub struct Press {
    /// Its `pointerId`.
    pub pointer: i32,
    /// Its kind.
    pub kind: PointerKind,
    /// Its `button`; only 0 takes anything up.
    pub button: i16,
    /// Where, in client coordinates.
    pub at: Point,
    /// When: the event's `timeStamp`. Unit: ms.
    pub time_ms: f64,
    /// What it went down on.
    pub grab: Grab,
}

/// A pointer moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moved {
    /// Its `pointerId`.
    pub pointer: i32,
    /// Its `buttons`: 1 while only the first is down. Another button pressed meanwhile is
    /// reported by a move, not by another `pointerdown`.
    pub buttons: u16,
    /// Where, in client coordinates.
    pub at: Point,
    /// The event's `timeStamp`. Unit: ms.
    pub time_ms: f64,
}

/// A pointer was released.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Released {
    /// Its `pointerId`.
    pub pointer: i32,
    /// Where, in client coordinates.
    pub at: Point,
    /// Whether Alt was held: drop a copy.
    pub alt: bool,
}

/// A key the machine knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Lifts and drops.
    Space,
    /// Lifts and drops.
    Enter,
    /// Cancels.
    Escape,
    /// Does nothing here.
    Tab,
    /// Walks.
    Walk(Arrow),
}

/// A key went down.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyPress {
    /// Which.
    pub key: Key,
    /// What has the focus, when it can be taken up.
    pub grab: Option<Grab>,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// `pointerdown`.
    Down(Press),
    /// `pointermove`. Moves may be coalesced to one per frame.
    Move(Moved),
    /// `pointerup`.
    Up(Released),
    /// `pointercancel`, or the capture was lost, of the pointer with this id.
    PointerCancel(i32),
    /// `keydown`.
    Key(KeyPress),
    /// The moment asked for by [`super::Effect::WakeAt`] has come. Unit: ms. One that comes
    /// late, early or after the press is over does no harm.
    Woke(f64),
    /// A frame is about to be drawn while a pointer drags; scrolls near edges. Unit: ms.
    Frame(f64),
    /// Something scrolled: how far everything is scrolled now.
    Scrolled(Offsets),
    /// The window lost the focus, or was hidden.
    Blur,
    /// The document or its layout changed: what was measured no longer holds.
    Changed,
    /// Takes something up to be placed by a tap or by keys, from a menu.
    Pick(Grab),
    /// One of [`super::Machine::choices`] was tapped: what was picked goes there.
    Choose {
        /// The zone.
        zone: ZoneKey,
        /// The gap in it, as [`crate::target::Target::gap`] counts them.
        gap: usize,
        /// Which row of gaps it is in, as [`crate::target::Target::row`].
        row: usize,
    },
    /// Moves something by one gap that makes a difference, and drops it there.
    Nudge {
        /// What.
        grab: Grab,
        /// Where to.
        arrow: Arrow,
    },
}
