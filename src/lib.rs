//! Palier: a member-portal widget kit.
//!
//! Data flows one way: each module may use only those to its left.
//!
//! ```text
//! contract ──> client ──> store ──> blocks ──> { portal | embed | designer }
//! ```
//!
//! | code that | belongs in |
//! |---|---|
//! | names a wire field | `crates/contract` |
//! | names a URL, a header or a status code | [`client`] |
//! | survives a route change | [`store`] |
//! | draws pixels or ARIA for a member | [`blocks`] |
//! | names a tag or an attribute | [`embed`] |
//! | walks a portal document | [`portal`] |
//! | edits a portal document | `crates/edit` decides, [`designer`] shows |
//! | names a token, or measures a contrast | [`theme`] |
//! | words, counts or dates something | [`i18n`] |
//! | makes elements, attributes or listeners | [`dom`]; the signals they follow are in [`reactive`] |
//! | is for people who use the blocks in a Leptos app | [`app`] |
//! | shows every block in every state | [`gallery`] |
//! | touches a style sheet | [`style`]; before the WASM has loaded, `src/embed/loader` |
//!
//! Rules of the house, and what is deliberately absent:
//!
//! - Blocks never fetch; they get a [`store::Load`] and draw all of its states.
//! - The embed and portal artefacts contain no byte of the designer.
//! - Every element on a page shares one WASM instance, one store, one request per resource, one
//!   live connection.
//! - Reading a document or a reply never panics: unknown block types, enum words and fields
//!   survive.
//! - The server decides and explains; a block never computes whether a member may do something,
//!   and money is never optimistic.
//! - The contract carries no HTML; rich text is a typed tree, drawn as text nodes.
//! - A function that acquires a listener, timer, observer or request releases it in its own
//!   `on_cleanup`.
//! - No `unwrap`, `expect`, indexing or `panic!`: in WASM a panic ends the page's kit.
//! - Artefacts (`src/bin/`) sit over this rlib: a crate that is both `cdylib` and `rlib` silently
//!   loses link-time optimisation.
//! - One stem per thing: `points_history` (module, css, messages, test), `PointsHistory`
//!   (component), `points-history` (document type), `<palier-points-history>` (tag).

pub mod app;
pub mod blocks;
pub mod client;
pub mod designer;
pub mod dom;
pub mod embed;
pub mod gallery;
pub mod i18n;
pub mod portal;
pub mod reactive;
pub mod store;
pub mod style;
pub mod theme;

/// The program of the README is one that compiles.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
