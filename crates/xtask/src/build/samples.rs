//! What the designer fetches when it is asked for: the contract's fixtures, by which it shows blocks
//! without a backend, and its ready-made portals and sections.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Map, Value};

use crate::paths::root;

/// Every fixture of a reply by its name, for instance `balances`. Portals are left out: they are
/// documents, and no block asks for one.
pub(crate) fn fixtures() -> Result<String> {
    of(&["crates/contract/fixtures"])
}

/// Every ready-made portal and section by its name, for instance `classic`.
pub(crate) fn templates() -> Result<String> {
    of(&[
        "src/designer/templates/portals",
        "src/designer/templates/sections",
    ])
}

fn of(folders: &[&str]) -> Result<String> {
    let mut all = Map::new();
    for folder in folders {
        for entry in fs::read_dir(root().join(folder))? {
            let path = entry?.path();
            if path
                .extension()
                .is_some_and(|extension| extension == "json")
            {
                all.insert(name(&path), read(&path)?);
            }
        }
    }
    // Sorted by name, so that the same contents are always the same file.
    Ok(Value::Object(all).to_string())
}

fn name(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}

fn read(path: &Path) -> Result<Value> {
    let text = fs::read_to_string(path)?;
    serde_json::from_str(&text)
        .with_context(|| format!("{} is not JSON", crate::paths::shown(path)))
}
