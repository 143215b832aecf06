//! What all blocks have in common: a heading, the states that are not the block's own, and
//! telling the host how it goes.

mod phase;
mod refusal;
mod retry;
mod sign_in;
mod view;

pub use phase::{Phase, Subject};
pub(crate) use refusal::refusal;
pub(crate) use retry::retry;
pub(crate) use sign_in::{join, sign_in};
pub use view::{Frame, frame};
pub(crate) use view::{detail, notice, state};
