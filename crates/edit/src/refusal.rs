//! Why something may not be done: the facts, for whoever words them.

use core::fmt;

use palier_contract::{document::Lock, ids::NodeId};

use crate::Role;

/// Why an op was refused. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
    /// The document is of a newer version than is known here: it is only shown.
    ReadOnly,
    /// People of this role do not do that.
    Role {
        /// Theirs.
        role: Role,
    },
    /// The block is locked against it.
    Locked {
        /// Which block.
        id: NodeId,
        /// Its document type.
        kind: String,
        /// Which lock.
        lock: Lock,
    },
    /// The brand holds the token.
    TokenLocked {
        /// Its name.
        name: String,
    },
    /// There is no block of that id.
    NoSuchBlock {
        /// The id.
        id: NodeId,
    },
    /// The block has no such slot, or does not show it.
    NoSuchSlot {
        /// Document type of the block; empty for the page.
        kind: String,
        /// Name of the slot.
        slot: String,
    },
    /// The neighbour that names the place is not in that slot.
    NoSuchPlace {
        /// The neighbour.
        before: NodeId,
    },
    /// The slot does not take blocks of that type.
    SlotRefuses {
        /// Document type of the block that was refused.
        kind: String,
        /// Document type of the block whose slot it is.
        within: String,
        /// Name of the slot.
        slot: String,
        /// The types that it takes.
        accepts: Vec<String>,
    },
    /// The slot would hold more than it may.
    SlotFull {
        /// Document type of the block whose slot it is.
        within: String,
        /// Name of the slot.
        slot: String,
        /// Most blocks that it holds.
        max: usize,
    },
    /// Slots would nest deeper than they may.
    TooDeep {
        /// How deep.
        depth: usize,
        /// How deep they may.
        max: usize,
    },
    /// A block cannot be within itself.
    InsideItself {
        /// Which one.
        id: NodeId,
    },
    /// The id is taken, was in the document before, or is named twice.
    DuplicateId {
        /// The id.
        id: NodeId,
    },
    /// A block has no id.
    EmptyId,
    /// The type of the block is not known here, so its props cannot be judged.
    UnknownBlock {
        /// Its document type.
        kind: String,
    },
    /// The block is of a newer version than is known here.
    NewerBlock {
        /// Its document type.
        kind: String,
        /// Its version.
        found: u32,
        /// The version known here.
        known: u32,
    },
    /// The block has no such prop.
    UnknownProp {
        /// Document type of the block.
        kind: String,
        /// Name of the prop.
        prop: String,
    },
    /// The prop is the same at every width.
    NotResponsive {
        /// Document type of the block.
        kind: String,
        /// Name of the prop.
        prop: String,
    },
    /// There is no such breakpoint.
    UnknownBreakpoint {
        /// Its name.
        breakpoint: String,
    },
    /// The block cannot be that wide or narrow.
    SpanOutOfRange {
        /// So many columns were asked for.
        columns: u8,
        /// At least so many.
        min: u8,
        /// At most so many.
        max: u8,
    },
    /// The document is of a newer version than is known here, or is another portal's.
    OtherDocument,
    /// The text holds no blocks of a portal.
    NoBlocks,
    /// The text holds blocks that cannot be read.
    Malformed {
        /// What the reader says, in English.
        detail: String,
    },
    /// The slot holds blocks, so it is written anyway.
    NotEmpty {
        /// Name of the slot.
        slot: String,
    },
}

impl Refusal {
    /// A stable word for programs, and for finding the sentence in a reader's language.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::ReadOnly => "read_only",
            Self::Role { .. } => "role",
            Self::Locked { .. } => "locked",
            Self::TokenLocked { .. } => "token_locked",
            Self::NoSuchBlock { .. } => "no_such_block",
            Self::NoSuchSlot { .. } => "no_such_slot",
            Self::NoSuchPlace { .. } => "no_such_place",
            Self::SlotRefuses { .. } => "slot_refuses",
            Self::SlotFull { .. } => "slot_full",
            Self::TooDeep { .. } => "too_deep",
            Self::InsideItself { .. } => "inside_itself",
            Self::DuplicateId { .. } => "duplicate_id",
            Self::EmptyId => "empty_id",
            Self::UnknownBlock { .. } => "unknown_block",
            Self::NewerBlock { .. } => "newer_block",
            Self::UnknownProp { .. } => "unknown_prop",
            Self::NotResponsive { .. } => "not_responsive",
            Self::UnknownBreakpoint { .. } => "unknown_breakpoint",
            Self::SpanOutOfRange { .. } => "span_out_of_range",
            Self::OtherDocument => "other_document",
            Self::NoBlocks => "no_blocks",
            Self::Malformed { .. } => "malformed",
            Self::NotEmpty { .. } => "not_empty",
        }
    }
}

impl fmt::Display for Refusal {
    /// In English, for logs and for problems of the server.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ReadOnly => write!(f, "the document is of a newer version; it is only shown"),
            Self::Role { role } => write!(f, "a {} may not do that", role.word()),
            Self::Locked { kind, lock, .. } => write!(f, "this {kind} is locked: {lock}"),
            Self::TokenLocked { name } => write!(f, "the brand holds {name}"),
            Self::NoSuchBlock { id } => write!(f, "there is no block {id}"),
            Self::NoSuchSlot { kind, slot } if kind.is_empty() => {
                write!(f, "the page has no slot {slot:?}")
            }
            Self::NoSuchSlot { kind, slot } => write!(f, "{kind} has no slot {slot:?}"),
            Self::NoSuchPlace { before } => write!(f, "the block {before} is not in that slot"),
            Self::SlotRefuses {
                kind,
                within,
                slot,
                accepts,
            } => {
                let accepts = accepts.join(", ");
                write!(f, "{slot} of {within} takes {accepts}, not {kind}")
            }
            Self::SlotFull { within, slot, max } => {
                write!(f, "{slot} of {within} holds at most {max} blocks")
            }
            Self::TooDeep { depth, max } => {
                write!(f, "blocks would be {depth} deep; the limit is {max}")
            }
            Self::InsideItself { .. } => write!(f, "a block cannot be put into itself"),
            Self::DuplicateId { id } => write!(f, "the id {id} was used before"),
            Self::EmptyId => write!(f, "a block has no id"),
            Self::UnknownBlock { kind } => write!(f, "the block type {kind:?} is not known"),
            Self::NewerBlock { kind, found, known } => {
                write!(f, "this {kind} is of version {found}; {known} is known")
            }
            Self::UnknownProp { kind, prop } => write!(f, "{kind} has no {prop}"),
            Self::NotResponsive { kind, prop } => {
                write!(f, "{prop} of {kind} is the same at every width")
            }
            Self::UnknownBreakpoint { breakpoint } => {
                write!(f, "there is no breakpoint {breakpoint:?}")
            }
            Self::SpanOutOfRange { columns, min, max } => {
                write!(f, "{columns} columns; give {min} to {max}")
            }
            Self::OtherDocument => {
                write!(f, "the document is another portal's, or of a newer version")
            }
            Self::NoBlocks => write!(f, "there are no blocks of a portal in that"),
            Self::Malformed { detail } => write!(f, "the blocks cannot be read: {detail}"),
            Self::NotEmpty { slot } => write!(f, "{slot} holds blocks"),
        }
    }
}

impl core::error::Error for Refusal {}
