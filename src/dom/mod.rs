//! Draws blocks' elements: a small layer between Leptos' reactive system and the page.
//!
//! Blocks are not written with `view!`, because every element of a `view!` is a type of its own
//! and costs a member about 1.8 KB of WASM (measured: one board, its frame and controls were 166
//! KB brotli). Here elements are data: [`el`] spells a tree into one string, JavaScript builds it
//! in one call, and what changes is bound to signals by plain closures. Signals and memos are
//! those of [`crate::reactive`], over Leptos' graph and owners, and [`crate::blocks`] offers
//! every block as a Leptos component.
//!
//! ```
//! use palier::dom::{El, el};
//! use palier::reactive::RwSignal;
//!
//! fn counter() -> El {
//!     let count = RwSignal::new(0);
//!     el("p", "counter")
//!         .child(el("button", "").attr("type", "button").text("More").on("click", move |_| count.update(|n| *n += 1)))
//!         .text_of(move || count.get().to_string())
//! }
//! ```

mod build;
mod mount;

pub use crate::reactive::{memo, watch};
pub(crate) use build::scoped;
pub use build::{Dom, El, el, later, nothing};
pub use mount::{Mounted, closest, focus, key_of, mount, value_of};
pub(crate) use mount::{add, show};
