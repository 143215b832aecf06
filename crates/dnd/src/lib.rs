//! The drag engine of the portal designer: where things may be dropped, and what the user means
//! by each move of a mouse, pen, finger or key. It knows neither the DOM nor the time; it gets
//! inputs and returns effects.
//!
//! | module | job |
//! |---|---|
//! | [`geometry`] | points, rectangles, segments |
//! | [`zone`] | the zone tree: what was measured, in coordinates that survive scrolling |
//! | [`gap`] | where something can be inserted in a zone, and which gap is nearest, lane first |
//! | [`load`] | what is carried, and how it was picked up |
//! | [`target`] | the zone and gap that a point means, steady against a trembling hand |
//! | [`outline`] | the same on the outline, by quarters of rows |
//! | [`keyboard`] | walking over gaps |
//! | [`scroll`] | auto-scroll near edges |
//! | [`machine`] | one state machine for every input |
//! | [`announce`] | announcements, as values |
//! | [`marks`] | where gaps are marked for a tap, without overlaps |
//! | [`resize`] | the handle that changes a span |
//! | [`row`] | how wide blocks become when others join their row |
//!
//! # What happens in a frame
//!
//! 1. The page coalesces `pointermove` to one [`machine::Input::Move`] per frame and hands it to
//!    [`machine::Machine::step`]. Nothing is measured then: the zone tree was measured when the
//!    drag began.
//! 2. [`zone::ZoneTree::under`] walks from the root to the deepest zone under the point; each
//!    scroller on the way only adds its offset.
//! 3. From there outwards, it takes the first zone that [`machine::Scene::accepts`];
//!    [`gap::Gaps::nearest`] takes the pointer's lane, and in it the nearest line.
//! 4. If the target has changed, it returns an [`machine::Effect::Line`] to draw and an
//!    announcement; otherwise nothing, and the page does nothing either.
//! 5. [`machine::Input::Frame`] answers with a scroll near an edge. The page scrolls and reports
//!    [`machine::Input::Scrolled`], and the line follows although the pointer has not moved.
//!
//! A move looks at the zones beside those under the point and at the lanes of one zone; it does
//! not allocate per item. The release is one more such step, with its own point, so that the drop
//! happens where the line is, or would have been.
//!
//! # What is left to the page
//!
//! Listeners on the document and the capture, `touch-action: none` on handles (and to prevent
//! `touchmove` while [`machine::Machine::phase`] is `Dragging`), the timer for
//! [`machine::Effect::WakeAt`], the ghost, the words of [`announce::Announcement`], and the
//! change of the document: it stays as it is until [`machine::Effect::Drop`].
//!
//! # Example
//!
//! ```
//! use palier_dnd::geometry::{Point, Rect};
//! use palier_dnd::load::{Grab, Grip, Load};
//! use palier_dnd::machine::{Effect, Input, Machine, Moved, PointerKind, Press, Released, Scene};
//! use palier_dnd::target::{Answer, Snapshot};
//! use palier_dnd::zone::{
//!     Direction, Flow, Item, ItemKey, Layout, Offsets, ScrollerKey, Zone, ZoneKey, ZoneTree,
//! };
//!
//! /// Two blocks of 100 px, one below the other.
//! struct Canvas;
//!
//! impl Scene for Canvas {
//!     type Reason = &'static str;
//!     fn measure(&mut self) -> Snapshot {
//!         let block = |key, y| Item { key: ItemKey(key), rect: Rect::new(0.0, y, 300.0, 100.0) };
//!         let root = Zone {
//!             key: ZoneKey(0),
//!             owner: None,
//!             rect: Rect::new(0.0, 0.0, 300.0, 200.0),
//!             flow: Flow { layout: Layout::Column, direction: Direction::Ltr },
//!             items: vec![block(1, 0.0), block(2, 100.0)],
//!             scroller: ScrollerKey(0),
//!         };
//!         let tree = ZoneTree::new(vec![root], Vec::new());
//!         Snapshot { tree, outline: None, offsets: Offsets::new() }
//!     }
//!     fn lifts(&self, _: &Load) -> Result<(), &'static str> {
//!         Ok(())
//!     }
//!     fn accepts(&self, _: &Load, _: ZoneKey) -> Answer<&'static str> {
//!         Answer::Yes
//!     }
//! }
//!
//! let mut machine = Machine::new();
//! let down = Press {
//!     pointer: 1,
//!     kind: PointerKind::Mouse,
//!     button: 0,
//!     at: Point::new(10.0, 50.0),
//!     time_ms: 0.0,
//!     grab: Grab::new(Load::item(ItemKey(1)), Grip::Handle),
//! };
//! let to = Point::new(10.0, 190.0);
//! machine.step(Input::Down(down), &mut Canvas);
//! let moved = Moved { pointer: 1, buttons: 1, at: to, time_ms: 16.0 };
//! machine.step(Input::Move(moved), &mut Canvas);
//! let up = Released { pointer: 1, at: to, alt: false };
//! let effects = machine.step(Input::Up(up), &mut Canvas);
//! let Some(Effect::Drop(commit)) = effects.first() else { unreachable!() };
//! assert_eq!((commit.zone, commit.index, commit.next), (ZoneKey(0), 1, None));
//! ```

pub mod announce;
pub mod gap;
pub mod geometry;
pub mod keyboard;
pub mod load;
pub mod machine;
pub mod marks;
pub mod outline;
pub mod resize;
pub mod row;
pub mod scroll;
#[cfg(test)]
mod search_cost;
mod search_steps;
mod sort;
pub mod target;
pub mod zone;
