//! What all blocks have in common: a heading, the states that are not the block's own, and
//! reporting to the host.

mod attempt;
mod compact;
mod fault;
mod joining;
mod phase;
mod refusal;
mod report;
mod retry;
mod said;
mod sign_in;
mod trouble;
mod view;

pub(crate) use attempt::Attempt;
pub use compact::{Compact, compact};
pub(crate) use fault::{tell_fault, tell_unknown};
pub(crate) use joining::{is_request, join_here};
pub use phase::{Phase, Subject};
pub(crate) use refusal::{reason, refusal};
pub(crate) use report::detail;
pub(crate) use retry::retry;
pub(crate) use said::{status_line, tell_while};
pub(crate) use sign_in::{has_left, join, join_page, left, sign_in};
pub(crate) use trouble::{notice, state};
pub use view::{Frame, frame};
