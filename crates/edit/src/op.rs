//! What can be done to a document.

use std::collections::BTreeSet;

use palier_contract::{
    document::{Lock, Node, PortalDocument, When},
    ids::NodeId,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{Position, SlotRef};

/// One change of a document, addressed by ids and names of slots.
///
/// Ops are plain data: they can be logged, sent and replayed. On the wire each is an object
/// with its name under `op`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "op", rename_all = "snake_case")]
pub enum Op {
    /// Adds blocks, in this order.
    Insert {
        /// Where.
        at: Position,
        /// Which, with all that they hold. Their ids must be new.
        nodes: Vec<Node>,
    },
    /// Takes blocks away, with all that they hold.
    Remove {
        /// Which.
        ids: Vec<NodeId>,
    },
    /// Takes blocks somewhere else, in this order.
    Move {
        /// Which.
        ids: Vec<NodeId>,
        /// Where to.
        to: Position,
    },
    /// Sets a prop.
    SetProp {
        /// Of which block.
        id: NodeId,
        /// Which prop.
        name: String,
        /// From which breakpoint on; `None` or `base` for every one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        breakpoint: Option<String>,
        /// The new value; `None` to leave it out.
        #[serde(default, skip_serializing_if = "Option::is_none", with = "present")]
        value: Option<Value>,
    },
    /// Sets how wide a block is.
    SetSpan {
        /// Which block.
        id: NodeId,
        /// From which breakpoint on.
        breakpoint: String,
        /// Columns of twelve; `None` for as many as at the breakpoint before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        columns: Option<u8>,
    },
    /// Leaves a block out, or shows it.
    SetHidden {
        /// Which block.
        id: NodeId,
        /// From which breakpoint on.
        breakpoint: String,
        /// Whether it is left out; `None` for the same as at the breakpoint before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        hidden: Option<bool>,
    },
    /// Sets who sees a block, and when.
    SetWhen {
        /// Which block.
        id: NodeId,
        /// The condition; `None` for everybody, always.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        when: Option<When>,
    },
    /// Sets what people other than admins may not do with a block.
    SetLock {
        /// Which block.
        id: NodeId,
        /// All of its locks.
        lock: Vec<Lock>,
    },
    /// Gives a block a name for designers.
    Rename {
        /// Which block.
        id: NodeId,
        /// Its name; `None` for that of its type.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name: Option<String>,
    },
    /// Sets the page's title in one language.
    SetTitle {
        /// BCP 47.
        locale: String,
        /// The title; `None` to leave it out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<String>,
    },
    /// Sets a token of the theme.
    SetToken {
        /// Its name, for instance `color.accent`.
        name: String,
        /// Its value; `None` for that of the preset.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        value: Option<String>,
    },
    /// Holds a token, or lets go of it: only admins change a token that is held.
    LockToken {
        /// Its name.
        name: String,
        /// Whether it is held.
        locked: bool,
    },
    /// Sets whether the page is light or dark.
    SetScheme {
        /// `light`, `dark`, `auto`; `None` for the preset's.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        scheme: Option<String>,
    },
    /// Sets what the theme starts from.
    SetPreset {
        /// Its name.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        preset: Option<String>,
    },
    /// Puts another document in place of this one: a template, an import, a revision.
    Replace {
        /// The other one.
        document: Box<PortalDocument>,
    },
    /// Writes down that a slot is empty, or leaves that out. It changes nothing that can be
    /// seen; undoing needs it to give back the same bytes.
    KeepEmpty {
        /// A slot with no blocks in it.
        slot: SlotRef,
        /// Whether it is written.
        keep: bool,
    },
}

/// `null` is a value that a prop can have; only an absent value means none.
mod present {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use serde_json::Value;

    pub(super) fn serialize<S: Serializer>(
        value: &Option<Value>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        value.as_ref().unwrap_or(&Value::Null).serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<Value>, D::Error> {
        Value::deserialize(from).map(Some)
    }
}

/// What a setting op sets: two ops with the same target undo each other.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Target(&'static str, String, String, String);

impl Op {
    /// What is set; `None` for ops that add, take away, or move.
    pub(crate) fn target(&self) -> Option<Target> {
        let of = |what, id: &str, name: &str, at: &str| {
            Some(Target(what, id.into(), name.into(), at.into()))
        };
        match self {
            Self::SetProp {
                id,
                name,
                breakpoint,
                ..
            } => {
                let at = breakpoint.as_deref().unwrap_or("base");
                of("prop", id.as_str(), name, at)
            }
            Self::SetSpan { id, breakpoint, .. } => of("span", id.as_str(), "", breakpoint),
            Self::SetHidden { id, breakpoint, .. } => of("hidden", id.as_str(), "", breakpoint),
            Self::SetWhen { id, .. } => of("when", id.as_str(), "", ""),
            Self::SetLock { id, .. } => of("lock", id.as_str(), "", ""),
            Self::Rename { id, .. } => of("name", id.as_str(), "", ""),
            Self::SetTitle { locale, .. } => of("title", "", locale, ""),
            Self::SetToken { name, .. } => of("token", "", name, ""),
            Self::LockToken { name, .. } => of("token lock", "", name, ""),
            Self::SetScheme { .. } => of("scheme", "", "", ""),
            Self::SetPreset { .. } => of("preset", "", "", ""),
            Self::Insert { .. }
            | Self::Remove { .. }
            | Self::Move { .. }
            | Self::Replace { .. }
            | Self::KeepEmpty { .. } => None,
        }
    }
}

/// Whether any of these occurs twice.
pub(crate) fn has_twice(ids: &[NodeId]) -> bool {
    let mut seen = BTreeSet::new();
    !ids.iter().all(|id| seen.insert(id))
}
