//! One block of a document: what it holds, how wide it is, who sees it, who may change it.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{When, cascade};
use crate::{Keyed, ids::NodeId, open_enum};

open_enum! {
    /// What people other than admins may not do with a block. Never inherited by the blocks
    /// within, except that removing a block removes those within it.
    pub enum Lock {
        /// Move it elsewhere.
        Move = "move",
        /// Remove it, alone or with its container.
        Remove = "remove",
        /// Change its content, its name or who sees it.
        Edit = "edit",
        /// Change its content, if they are content editors; designers may.
        EditByContentEditors = "edit_by_content_editors",
        /// Change its look: widths, visibility per breakpoint, props about style.
        Style = "style",
        /// Add blocks to its slots.
        Insert = "insert",
    }
}

/// One block of a document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Node {
    /// Never reused within a document.
    pub id: NodeId,
    /// Document type of the block, for instance `leaderboard`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Version of the block's props.
    #[serde(default = "first_version")]
    pub v: u32,
    /// The block's props, by name.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    #[cfg_attr(feature = "schema", schema(value_type = Object))]
    pub props: Map<String, Value>,
    /// What it holds, per slot.
    #[serde(default, skip_serializing_if = "Keyed::is_empty")]
    #[cfg_attr(feature = "schema", schema(no_recursion, value_type = std::collections::BTreeMap<String, Vec<Node>>))]
    pub slots: Keyed<Vec<Node>>,
    /// Columns of twelve, per breakpoint (`base`, `sm`, `md`, `lg`); absent means all twelve.
    #[serde(default, skip_serializing_if = "Keyed::is_empty")]
    #[cfg_attr(feature = "schema", schema(value_type = std::collections::BTreeMap<String, u8>))]
    pub span: Keyed<u8>,
    /// Props that differ from a breakpoint (`sm`, `md`, `lg`) on, by name; those of `base`
    /// are in `props`.
    #[serde(default, skip_serializing_if = "Keyed::is_empty")]
    #[cfg_attr(feature = "schema", schema(value_type = std::collections::BTreeMap<String, Object>))]
    pub at: Keyed<Map<String, Value>>,
    /// Whether it is left out from a breakpoint on; absent means shown.
    #[serde(default, skip_serializing_if = "Keyed::is_empty")]
    #[cfg_attr(feature = "schema", schema(value_type = std::collections::BTreeMap<String, bool>))]
    pub hidden: Keyed<bool>,
    /// What people other than admins may not do with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lock: Vec<Lock>,
    /// What the designer calls it; never shown to members.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Who sees it, and when; absent means everybody, always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// Keys that this version does not know, kept unchanged.
    #[serde(flatten)]
    #[cfg_attr(feature = "schema", schema(value_type = Object))]
    pub rest: Map<String, Value>,
}

fn first_version() -> u32 {
    1
}

impl Node {
    /// A block of that type and version with nothing said of it.
    #[must_use]
    pub fn new(id: NodeId, kind: impl Into<String>, v: u32) -> Self {
        Self {
            id,
            kind: kind.into(),
            v,
            props: Map::new(),
            slots: Keyed::new(),
            span: Keyed::new(),
            at: Keyed::new(),
            hidden: Keyed::new(),
            lock: Vec::new(),
            name: None,
            when: None,
            rest: Map::new(),
        }
    }

    /// Columns that the block is wide at a breakpoint, from 1 to 12.
    #[must_use]
    pub fn span_at(&self, breakpoint: &str) -> u8 {
        cascade(&self.span, breakpoint).map_or(12, |columns| (*columns).clamp(1, 12))
    }

    /// Whether the block is left out at a breakpoint.
    #[must_use]
    pub fn is_hidden_at(&self, breakpoint: &str) -> bool {
        cascade(&self.hidden, breakpoint).copied().unwrap_or(false)
    }

    /// A prop as it holds at a breakpoint.
    #[must_use]
    pub fn prop_at(&self, name: &str, breakpoint: &str) -> Option<&Value> {
        super::breakpoint::upward(breakpoint)
            .find_map(|step| self.at.get(step)?.get(name))
            .or_else(|| self.props.get(name))
    }
}
