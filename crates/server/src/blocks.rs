//! The block types that drafts are held to: every portal's, and those that the brand declares.

use std::path::Path;

use palier_contract::document::{BlockSchema, blocks, declare};
use serde_json::Value;

/// Why the declarations of `--blocks` cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum BlocksError {
    /// The file cannot be read.
    #[error("{0}")]
    File(#[from] std::io::Error),
    /// It is no JSON list.
    #[error("expected a JSON list of declarations: {0}")]
    Json(#[from] serde_json::Error),
    /// A declaration says something else than expected, there.
    #[error("[{0}]: {1}")]
    Declaration(usize, String),
}

/// Every block type there is; `path` names the brand's own.
///
/// # Errors
/// [`BlocksError`], with the declaration that is wrong.
pub fn load(path: Option<&Path>) -> Result<Vec<BlockSchema>, BlocksError> {
    let mut known = blocks::ALL.to_vec();
    let Some(path) = path else {
        return Ok(known);
    };
    let declarations: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(path)?)?;
    for (index, declaration) in declarations.iter().enumerate() {
        let declared = declare(declaration, &known).map_err(|errors| {
            let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
            BlocksError::Declaration(index, errors.join("; "))
        })?;
        known.push(declared.schema);
    }
    Ok(known)
}
