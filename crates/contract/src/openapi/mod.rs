//! The contract as an OpenAPI 3.1.0 document, built from the types and [`crate::operation`].
//!
//! The document is committed as `crates/contract/openapi.json`. To regenerate it: `cargo run -p
//! palier-contract --features schema --example write_openapi`.

mod details;
mod parts;
mod paths;
pub(crate) mod repairs;
mod schemas;

use serde_json::{Map, Value, json};

use crate::{CONTRACT_VERSION, operation};

/// Why the document cannot be built; both are mistakes in this crate.
#[derive(Debug)]
pub enum BuildError {
    /// An operation of [`operation::ALL`] has no details, or the other way round.
    Undescribed(String),
    /// A schema cannot be written as JSON.
    Schema(serde_json::Error),
}

impl core::fmt::Display for BuildError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Undescribed(id) => write!(
                f,
                "{id} is not both in operation::ALL and in openapi::details; add it to the other"
            ),
            Self::Schema(error) => write!(f, "a schema cannot be written: {error}"),
        }
    }
}

impl core::error::Error for BuildError {}

impl From<serde_json::Error> for BuildError {
    fn from(error: serde_json::Error) -> Self {
        Self::Schema(error)
    }
}

/// The whole document.
///
/// # Errors
/// See [`BuildError`].
pub fn document() -> Result<Value, BuildError> {
    Ok(json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Palier member portal contract",
            "version": CONTRACT_VERSION,
            "summary": "What a member portal needs from a rewards backend.",
            "description": DESCRIPTION,
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "servers": [{ "url": "/", "description": "The backend's own origin" }],
        "tags": parts::tags(),
        "paths": paths::all()?,
        "components": {
            "schemas": schemas::all()?,
            "parameters": parts::parameters(),
            "headers": parts::headers(),
            "securitySchemes": parts::security_schemes(),
        },
    }))
}

/// The document as it is committed: indented, with a line break at the end.
///
/// # Errors
/// See [`BuildError`].
pub fn text() -> Result<String, BuildError> {
    let mut document = document()?;
    document.sort_all_objects();
    let mut text = serde_json::to_string_pretty(&ordered(document))?;
    text.push('\n');
    Ok(text)
}

/// Without `preserve_order` serde_json sorts by name anyway; this states it for both.
fn ordered(document: Value) -> std::collections::BTreeMap<String, Value> {
    match document {
        Value::Object(fields) => fields.into_iter().collect(),
        _ => Map::new().into_iter().collect(),
    }
}

const DESCRIPTION: &str = "Unknown fields are ignored and unknown words of open enums \
(`x-extensible-enum`) are kept; the contract only ever grows. Integers stay within \
±(2^53-1). Times are RFC 3339 with offset. Errors are RFC 9457 problems: switch on `type`. \
A backend may offer only some of the operations: `GET /v1/portal` lists them.";

/// Every operation has details, and the other way round.
fn check_ids() -> Result<(), BuildError> {
    let table = operation::ALL.iter().map(|operation| operation.id);
    let described = details::ALL.iter().map(|details| details.id);
    table
        .clone()
        .find(|id| details::get(id).is_none())
        .or_else(|| described.clone().find(|id| operation::get(id).is_none()))
        .map_or(Ok(()), |id| Err(BuildError::Undescribed(id.to_owned())))
}
