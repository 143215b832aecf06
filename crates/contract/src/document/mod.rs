//! The portal document: what a designer edits, a server stores and a portal draws.
//!
//! An ordered, nested tree of blocks. A slot is a 12-column grid; a block has a span per
//! breakpoint and no x or y, so DOM order = visual order = reading order = keyboard order.
//! Unknown block types, props and keys are kept and written back untouched.
//!
//! | to | use |
//! |---|---|
//! | read a stored document, whatever its age | [`load`] |
//! | write one, the same bytes for the same document | [`write`](write()) |
//! | find what a designer should fix | [`validate`] |
//! | describe a block | [`BlockSchema`]; those of the kit's own blocks are in [`blocks`] |
//! | let a page declare its own block | [`declare()`] |

mod address;
mod block;
pub mod blocks;
mod breakpoint;
mod check;
mod declare;
mod finding;
mod instant;
#[cfg(feature = "schema")]
mod json_schema;
mod load;
mod migrate;
mod node;
mod props;
mod references;
mod token;
mod validate;
mod when;
mod write;

pub use address::{is_anchor, is_safe_link, is_safe_media};
pub use block::{BlockSchema, SlotSchema};
pub use breakpoint::{BREAKPOINTS, cascade};
pub use declare::{DeclarationError, Declared, declare};
pub use finding::{Finding, FindingCode, Severity};
#[cfg(feature = "schema")]
pub use json_schema::json_schema;
pub use load::{LoadError, Loaded, ReadOnly, load, reread};
pub use migrate::{MigrationError, Step};
pub use node::{Lock, Node};
pub use props::{Labels, PropKind, PropSchema, RefKind, SPACES, label};
pub use references::References;
pub use token::TokenKind;
pub use validate::{Known, validate};
pub use when::When;
pub use write::{into_text, write};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{Keyed, ids::PortalId};

/// Version of the envelope that this crate reads and writes.
pub const SCHEMA: u32 = 1;
/// Deepest nesting of slots.
pub const MAX_DEPTH: usize = 3;

/// Text in several languages: BCP 47 tag → text.
pub type TextMap = Keyed<String>;

/// A portal document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PortalDocument {
    /// Version of the envelope; see [`SCHEMA`].
    pub schema: u32,
    /// Which portal.
    pub id: PortalId,
    /// Its title per language.
    #[cfg_attr(feature = "schema", schema(value_type = std::collections::BTreeMap<String, String>))]
    pub title: TextMap,
    /// How it looks.
    #[serde(default)]
    pub theme: Theme,
    /// The blocks of the page, in order.
    pub root: Vec<Node>,
    /// Keys that this version does not know, kept unchanged.
    #[serde(flatten)]
    #[cfg_attr(feature = "schema", schema(value_type = Object))]
    pub rest: Map<String, Value>,
}

/// How a portal looks: typed tokens, never CSS text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Theme {
    /// A preset to start from.
    #[serde(default, rename = "ref", skip_serializing_if = "Option::is_none")]
    pub preset: Option<String>,
    /// `light`, `dark` or `auto`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheme: Option<String>,
    /// Token name → value, for instance `color.accent` → `#0a5c36`.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(value_type = std::collections::BTreeMap<String, String>))]
    pub tokens: Keyed<String>,
    /// Names of tokens that the brand has locked: only admins change them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub locked: Vec<String>,
    /// Keys that this version does not know, kept unchanged.
    #[serde(flatten)]
    #[cfg_attr(feature = "schema", schema(value_type = Object))]
    pub rest: Map<String, Value>,
}
