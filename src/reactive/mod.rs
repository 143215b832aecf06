//! Signals and memos that cost few bytes: Leptos' reactive graph in one type-erased form.
//!
//! Leptos compiles its graph again for every type that a signal or a memo holds; in the kit, with
//! some seventy such types, that was a fifth of the WASM. Here the graph only ever sees a trigger
//! ([`RwSignal`], [`RcSignal`]) or a number ([`Memo`]), and the value lies beside it. Owners,
//! tracking and clean-up are Leptos' own, and effects ([`watch`]) are subscribers of its graph, so these
//! signals and Leptos' are read side by side in one effect, and a Leptos view may read what a block's
//! store gives.
//!
//! | type | holds | lives as long as |
//! |---|---|---|
//! | [`RwSignal`], `Copy` | a value that anybody can set | the owner under which it was created |
//! | [`RcSignal`] | the same | its last clone |
//! | [`Memo`], `Copy` | a value computed from others; notifies only when it differs | its owner |
//! | [`Signal`], `Copy` | nothing: computes at each read | its owner |
//! | [`StoredValue`], `Copy` | a value that notifies nobody | its owner |

mod call;
mod effect;
mod memo;
mod place;
mod runner;
mod signal;
mod stored;
mod turn;

pub use leptos::prelude::{Owner, on_cleanup, untrack};

pub(crate) use call::{Call, Take};
pub(crate) use effect::own;
pub use effect::{watch, watch_later};
pub use memo::{Memo, memo};
pub use signal::{RcSignal, RwSignal, Signal};
pub use stored::StoredValue;
pub use turn::turn;
