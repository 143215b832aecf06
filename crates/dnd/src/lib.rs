//! The drag engine of the portal designer: where things may be dropped, and what a hand, a pen,
//! a finger or a key means by what it does. It knows no DOM and no clock; it is told, and answers.
//!
//! | module | job |
//! |---|---|
//! | [`geometry`] | points, rectangles, segments |
//! | [`zone`] | the zone tree: what was measured, in coordinates that survive scrolling |
//! | [`gap`] | where something can be inserted in a zone, and which gap is nearest, lane first |
//! | [`load`] | what is carried, and what it was taken up by |
//! | [`target`] | the zone and gap a point means, held while the hand trembles |
//! | [`outline`] | the same on the outline, by quarters of rows |
//! | [`keyboard`] | walking over gaps |
//! | [`scroll`] | auto-scroll near edges |
//! | [`machine`] | one state machine for every input |
//! | [`announce`] | what is said, as values |
//! | [`resize`] | the handle that changes a span |

pub mod announce;
pub mod gap;
pub mod geometry;
pub mod keyboard;
pub mod load;
pub mod machine;
pub mod outline;
pub mod resize;
pub mod scroll;
pub mod target;
#[cfg(test)]
mod target_work;
mod work;
pub mod zone;
