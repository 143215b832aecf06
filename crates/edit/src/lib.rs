//! Editing a portal document: pure, without a screen, the same for a hand, a script and a server.
//!
//! | to | use |
//! |---|---|
//! | hold a document while it is edited | [`Tree`] |
//! | change it, or learn why that may not be | [`Op`] through [`apply`], with [`Rules`] |
//! | edit with undo, selection and a count of what is not saved | [`Editor`] |
//! | find where a block may go | [`moves`] |
//! | copy, paste, duplicate | [`clipboard`] |
//! | compare two documents | [`diff`](diff()) |
//! | hold a saved document to somebody's role | [`permits`](permits()) |
//! | join two people's edits of one document | [`merge`](merge()) |
//! | whether one edit goes on from another | [`contains`] |
//!
//! Nothing here panics, whatever the document, the ops or the text on the clipboard; and
//! whatever is refused has changed nothing.

mod adopt;
mod apply;
mod changes;
mod check;
pub mod clipboard;
mod diff;
mod editor;
mod history;
mod ids;
mod merge;
pub mod moves;
mod op;
mod permits;
mod refusal;
mod rules;
mod tree;
mod veil;

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
