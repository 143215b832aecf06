//! The contract's fixtures as one file, for pages that show blocks without a backend.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Map, Value};

use crate::paths::root;

/// Every fixture of a reply by its name, for instance `balances`. Portals are left out: they are
/// documents, and no block asks for one.
pub(crate) fn all() -> Result<String> {
    let folder = root().join("crates/contract/fixtures");
    let mut all = Map::new();
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            all.insert(name(&path), read(&path)?);
        }
    }
    // Sorted by name, so that the same fixtures are always the same file.
    Ok(Value::Object(all).to_string())
}

fn name(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}

fn read(path: &Path) -> Result<Value> {
    let text = fs::read_to_string(path)?;
    serde_json::from_str(&text).with_context(|| format!("{} is no JSON", crate::paths::shown(path)))
}
