//! Reading a stored document, whatever its age. Never panics; never drops what it does not know.

use core::fmt;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{
    BlockSchema, Node, PortalDocument, SCHEMA,
    migrate::{self, MigrationError},
};
use crate::ids::NodeId;

/// A document, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// The document in this version's form.
    pub document: PortalDocument,
    /// Whether steps had to be run. Write it back only after the designer has edited it.
    pub migrated: bool,
    /// Why it must not be edited, if so.
    pub read_only: Option<ReadOnly>,
}

/// Why a document can be shown but not edited: writing it back would lose something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadOnly {
    /// The envelope is of a newer version.
    NewerSchema {
        /// The document's version.
        found: u32,
    },
    /// A block is of a newer version.
    NewerBlock {
        /// Which block.
        node: NodeId,
        /// Its version.
        found: u32,
        /// The version that this kit knows.
        known: u32,
    },
}

impl fmt::Display for ReadOnly {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NewerSchema { found } => write!(
                f,
                "the document is of version {found}, this kit knows {SCHEMA}; update the kit to edit it"
            ),
            Self::NewerBlock { node, found, known } => write!(
                f,
                "block {node} is of version {found}, this kit knows {known}; update the kit to edit it"
            ),
        }
    }
}

/// Why a document cannot be read at all.
#[derive(Debug)]
pub enum LoadError {
    /// It is not JSON, or a field is not what it should be; line and column are in the error.
    Malformed(serde_json::Error),
    /// `schema` is missing, or no whole number from 1.
    NoSchema,
    /// It is too old to be brought up to date as it stands.
    Migration(MigrationError),
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(error) => write!(f, "the portal document cannot be read: {error}"),
            Self::NoSchema => write!(
                f,
                "the portal document has no version; write \"schema\": {SCHEMA} at its top"
            ),
            Self::Migration(error) => {
                write!(
                    f,
                    "the portal document cannot be brought up to date: {error}"
                )
            }
        }
    }
}

impl core::error::Error for LoadError {
    fn source(&self) -> Option<&(dyn core::error::Error + 'static)> {
        match self {
            Self::Malformed(error) => Some(error),
            Self::NoSchema => None,
            Self::Migration(error) => Some(error),
        }
    }
}

/// Reads a document and brings it up to date.
///
/// # Errors
/// [`LoadError::Malformed`] when it is not JSON or a field is of the wrong shape,
/// [`LoadError::NoSchema`] when `schema` is missing or below 1, [`LoadError::Migration`] when
/// a step does not find what it expects.
pub fn load(json: &str, known: &[BlockSchema]) -> Result<Loaded, LoadError> {
    let stored: Value = serde_json::from_str(json).map_err(LoadError::Malformed)?;
    let found = stored.get("schema").and_then(Value::as_u64);
    let found = found
        .filter(|found| *found >= 1)
        .ok_or(LoadError::NoSchema)?;
    let current = bring_up_to_date(stored.clone(), found, known).map_err(LoadError::Migration)?;
    let migrated = current != stored;
    // Line and column are told of the text as it was given.
    let as_given = || serde_json::from_str::<PortalDocument>(json);
    let document = match migrated {
        true => reread(&current).map_err(|error| as_given().err().unwrap_or(error)),
        false => as_given(),
    }
    .map_err(LoadError::Malformed)?;
    let read_only = newer_envelope(&document).or_else(|| newer_block(&document.root, known));
    Ok(Loaded {
        document,
        migrated,
        read_only,
    })
}

/// A value as what it stands for, read by its text: so each type has one compiled reader, instead of one
/// for texts and one for values.
///
/// # Errors
/// When it is of another shape; the error's line and column are of no use.
pub fn reread<T: DeserializeOwned>(value: &Value) -> Result<T, serde_json::Error> {
    serde_json::from_str(&value.to_string())
}

fn bring_up_to_date(
    stored: Value,
    found: u64,
    known: &[BlockSchema],
) -> Result<Value, MigrationError> {
    if found > u64::from(SCHEMA) {
        return Ok(stored);
    }
    let mut current = migrate::run(migrate::ENVELOPE, found, stored)?;
    if let Some(fields) = current.as_object_mut() {
        fields.insert("schema".into(), SCHEMA.into());
    }
    if let Some(root) = current.get_mut("root").and_then(Value::as_array_mut) {
        migrate::run_blocks(root, known, "/root")?;
    }
    Ok(current)
}

fn newer_envelope(document: &PortalDocument) -> Option<ReadOnly> {
    (document.schema > SCHEMA).then_some(ReadOnly::NewerSchema {
        found: document.schema,
    })
}

fn newer_block(nodes: &[Node], known: &[BlockSchema]) -> Option<ReadOnly> {
    nodes.iter().find_map(|node| {
        let schema = known.iter().find(|block| block.kind == node.kind);
        match schema.filter(|schema| node.v > schema.v()) {
            Some(schema) => Some(ReadOnly::NewerBlock {
                node: node.id.clone(),
                found: node.v,
                known: schema.v(),
            }),
            None => node
                .slots
                .values()
                .find_map(|slot| newer_block(slot, known)),
        }
    })
}
