//! Where things are: the workspace, and cargo's target directory.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use anyhow::{Context, Result, bail};

/// Names another checkout to work on: `test` scaffolds a block in a copy.
pub(crate) const WORKSPACE: &str = "PALIER_WORKSPACE";

/// The root of the workspace.
pub(crate) fn root() -> &'static Path {
    static ROOT: OnceLock<PathBuf> = OnceLock::new();
    ROOT.get_or_init(|| match std::env::var_os(WORKSPACE) {
        Some(named) => PathBuf::from(named),
        None => Path::new(env!("CARGO_MANIFEST_DIR"))
            .ancestors()
            .nth(2)
            .expect("xtask lives two folders below the root")
            .to_path_buf(),
    })
}

/// Cargo's target directory: `CARGO_TARGET_DIR`, cargo's configuration, or `target`.
pub(crate) fn target() -> Result<&'static Path> {
    static TARGET: OnceLock<PathBuf> = OnceLock::new();
    if let Some(found) = TARGET.get() {
        return Ok(found);
    }
    let output = Command::new(cargo())
        .args(["metadata", "--no-deps", "--format-version=1"])
        .current_dir(root())
        .output()
        .context("cannot run `cargo metadata`")?;
    if !output.status.success() {
        bail!(
            "`cargo metadata` failed:\n{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout)?;
    let folder = metadata["target_directory"]
        .as_str()
        .context("cargo named no target directory")?;
    Ok(TARGET.get_or_init(|| PathBuf::from(folder)))
}

/// The cargo that runs us, so that a nested build uses the same toolchain.
pub(crate) fn cargo() -> String {
    std::env::var("CARGO").unwrap_or_else(|_| "cargo".into())
}

/// The files in `folder` that end in `.extension`, by name; none when there is no such folder.
pub(crate) fn files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot list {}", shown(folder)))? {
        let path = entry?.path();
        if path.extension().is_some_and(|e| e == extension) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Copies what `is_wanted` of a folder, and of the folders in it, into another.
pub(crate) fn copy_folder(from: &Path, to: &Path, is_wanted: &dyn Fn(&Path) -> bool) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot list {}", shown(from)))? {
        let entry = entry?;
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if !is_wanted(&from) {
            continue;
        }
        if entry.file_type()?.is_dir() {
            copy_folder(&from, &to, is_wanted)?;
        } else {
            fs::copy(&from, &to).with_context(|| format!("cannot write {}", to.display()))?;
        }
    }
    Ok(())
}

/// A path as a person reads it: from the root of the workspace, with `/`.
pub(crate) fn shown(path: &Path) -> String {
    path.strip_prefix(root())
        .unwrap_or(path)
        .to_string_lossy()
        .replace('\\', "/")
}

/// The file name without its extension.
pub(crate) fn stem(path: &Path) -> Result<&str> {
    path.file_stem()
        .and_then(|s| s.to_str())
        .with_context(|| format!("{}: the name is not readable text", shown(path)))
}
