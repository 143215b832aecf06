//! What the machine asks for.

use crate::announce::Announcement;
use crate::gap::Room;
use crate::load::Load;
use crate::scroll::ScrollBy;
use crate::target::{Refusal, Target};
use crate::zone::{ItemKey, ZoneKey};

/// A drop: take what is carried out of the document, then insert it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// What goes there, in document order.
    pub load: Load,
    /// The zone it goes to.
    pub zone: ZoneKey,
    /// Where it comes to stand.
    pub room: Room,
    /// The index of its first block in the zone, once what is carried has been taken out; a
    /// copy takes nothing out.
    pub index: usize,
    /// The block it is inserted before; none at the end. Says the same as `index`.
    pub next: Option<ItemKey>,
    /// Whether a copy goes there and the original stays.
    pub duplicate: bool,
    /// Whether the document stays as it is, so that nothing is to be recorded.
    pub unchanged: bool,
}

/// Something to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect<R> {
    /// Give [`super::Input::Woke`] at this time, on the clock of the events. Unit: ms.
    WakeAt(f64),
    /// Something was taken up: capture the pointer, show the ghost.
    Lift(Load),
    /// Draw this line; none takes the line away.
    Line(Option<Target<R>>),
    /// Show why it cannot be taken up, entered or dropped.
    Refuse(Refusal<R>),
    /// Scroll, then report [`super::Input::Scrolled`].
    ScrollBy(ScrollBy),
    /// The drag is over: take line and ghost away and change the document.
    Drop(Commit),
    /// The drag is over: take line and ghost away; the focus goes back to what was carried.
    Cancel,
    /// It was a click.
    Select(Load),
    /// Say this.
    Announce(Announcement<R>),
}
