//! The wire contract between Palier's kit and any backend that implements it.
//!
//! | module | what crosses the wire |
//! |---|---|
//! | [`portal`] | `GET /v1/portal`: programme, currencies, capabilities |
//! | [`member`] | `/v1/me`, `/v1/me/preferences` |
//! | [`balance`], [`ledger`] | what a member holds, and where it came from |
//! | [`reward`], [`redemption`] | what it buys, and the order that follows |
//! | [`tier`], [`badge`], [`leaderboard`] | status and recognition |
//! | [`document`], [`revision`] | the portal document that a designer edits and a portal draws |
//! | [`operation`] | every operation: method, path, who may call it |
//! | [`event`], [`stream`] | what brands report, and the hints that pages receive |
//! | [`problem`] | every error, after RFC 9457 |
//! | `openapi` | all of it as OpenAPI 3.1, behind the feature `schema` |
//! | `fixtures` | an example of each, behind the feature `fixtures` |
//!
//! Three rules hold everywhere. Unknown *fields* are ignored; unknown *enum values* are kept as
//! `Unknown(text)` and written back as they came ([`open`]); integers stay within ±(2⁵³−1),
//! because a browser cannot tell larger ones apart (RFC 7493, [`Quantity`]).
//!
//! This crate does not depend on leptos, web-sys or sqlx.

pub mod actions;
pub mod badge;
pub mod balance;
pub mod demo;
pub mod document;
pub mod event;
#[cfg(feature = "fixtures")]
pub mod fixtures;
pub mod ids;
pub mod keyed;
pub mod leaderboard;
pub mod ledger;
pub mod member;
pub mod open;
#[cfg(feature = "schema")]
pub mod openapi;
pub mod operation;
pub mod page;
pub mod portal;
pub mod problem;
pub mod quantity;
pub mod redemption;
pub mod revision;
pub mod reward;
pub mod rich_text;
pub mod shared;
pub mod stream;
pub mod theme;
pub mod tier;
pub mod wire;

pub use actions::Actions;
pub use keyed::Keyed;
pub use page::Page;
pub use quantity::{OutOfRange, Quantity};
pub use shared::{Action, Amount, Media, MediaKind, Timestamp, Verdict, VerdictState, Window};

/// Version of the contract that this crate speaks; the first path segment is its major.
pub const CONTRACT_VERSION: &str = "1.0";
