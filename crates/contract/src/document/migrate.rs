//! Bringing an old document up to date, in memory.
//!
//! A step is a pure function from one version to the next. `schema` counts the envelope's,
//! `v` a block's. A step is never changed once released; every one has a frozen document in
//! `tests/documents/` that it must still bring to the same result.

use core::fmt;

use serde_json::Value;

use super::{BlockSchema, finding::below};

/// Makes the next version of a document, or of a block.
pub type Step = fn(Value) -> Result<Value, MigrationError>;

/// Steps of the envelope: the first makes schema 2 of schema 1. There are none yet.
pub(super) const ENVELOPE: &[Step] = &[];

/// Why a document cannot be brought up to date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MigrationError {
    /// Where, as a JSON pointer into the document.
    pub path: String,
    /// What the step expected to find there.
    pub expected: &'static str,
}

impl fmt::Display for MigrationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, expected } = self;
        write!(
            f,
            "{path}: expected {expected}; mend it by hand, then open it again"
        )
    }
}

impl core::error::Error for MigrationError {}

/// Runs the steps that a value of version `from` (counted from 1) still needs.
pub(super) fn run(steps: &[Step], from: u64, value: Value) -> Result<Value, MigrationError> {
    let done = usize::try_from(from.saturating_sub(1)).unwrap_or(usize::MAX);
    steps
        .iter()
        .skip(done)
        .try_fold(value, |value, step| step(value))
}

/// Brings every known block below `nodes` up to date.
pub(super) fn run_blocks(
    nodes: &mut [Value],
    known: &[BlockSchema],
    path: &str,
) -> Result<(), MigrationError> {
    for (index, node) in nodes.iter_mut().enumerate() {
        let path = format!("{path}/{index}");
        run_block(node, known, &path)?;
        let slots = node.get_mut("slots").and_then(Value::as_object_mut);
        for (name, children) in slots.into_iter().flatten() {
            if let Some(children) = children.as_array_mut() {
                run_blocks(children, known, &below(&below(&path, "slots"), name))?;
            }
        }
    }
    Ok(())
}

fn run_block(node: &mut Value, known: &[BlockSchema], path: &str) -> Result<(), MigrationError> {
    let kind = node.get("type").and_then(Value::as_str);
    let schema = known.iter().find(|block| Some(block.kind) == kind);
    let from = node.get("v").map_or(Some(1), Value::as_u64);
    let (Some(schema), Some(from)) = (schema, from) else {
        return Ok(()); // Unknown blocks stay as they are; a bad `v` is named when decoding.
    };
    if from >= u64::from(schema.v()) {
        return Ok(());
    }
    let mut migrated = run(schema.steps, from, node.take()).map_err(|error| MigrationError {
        path: format!("{path}{}", error.path),
        ..error
    })?;
    if let Some(fields) = migrated.as_object_mut() {
        fields.insert("v".into(), schema.v().into());
    }
    *node = migrated;
    Ok(())
}
