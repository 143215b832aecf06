//! Editing a portal document: pure, without a user interface, the same for people, scripts and
//! servers.
//!
//! | to | use |
//! |---|---|
//! | hold a document while it is edited | [`Tree`] |
//! | change it, or learn why that is not allowed | [`Op`] through [`apply`], with [`Rules`] |
//! | edit with undo, selection and a count of unsaved changes | [`Editor`] |
//! | find where a block may go | [`moves`] |
//! | copy, paste, duplicate | [`clipboard`] |
//! | compare two documents | [`diff`](diff()) |
//! | check whether somebody's role permits a change | [`permits`](permits()) |
//! | merge two people's edits of one document | [`merge`](merge()) |
//! | tell whether one edit continues another | [`contains`] |
//!
//! Nothing here panics, whatever the document, the ops or the text on the clipboard, and nothing
//! that is refused changes the document.

mod adopt;
mod apply;
mod changes;
mod check;
pub mod clipboard;
mod diff;
mod editor;
mod history;
mod ids;
mod inherited_visibility;
mod merge;
pub mod moves;
mod op;
mod permits;
mod refusal;
mod rules;
mod tree;

pub use apply::{Applied, apply};
pub use changes::{Changes, Field};
pub use diff::{Change, diff};
pub use editor::Editor;
pub use history::Intention;
pub use ids::{Random, fresh_id};
pub use merge::{Conflict, Merged, contains, merge};
pub use op::Op;
pub use permits::permits;
pub use refusal::Refusal;
pub use rules::{Role, Rules};
pub use tree::{Entry, MAIN, Position, SlotRef, Tree};
