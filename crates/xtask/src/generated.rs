//! Files that are generated and committed: written, or held to what would be written.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use pico_args::Arguments;

use crate::paths::shown;

/// What is done about a generated file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// It is written.
    Write,
    /// It must be what would be written.
    Check,
}

impl Mode {
    /// Reads `--check`.
    pub(crate) fn read(args: &mut Arguments) -> Self {
        if args.contains("--check") {
            Self::Check
        } else {
            Self::Write
        }
    }
}

/// Writes the file that `cargo xtask COMMAND` generates, or checks it.
///
/// # Errors
/// With [`Mode::Check`], when the file is not what would be written.
pub(crate) fn write(path: &Path, text: &str, mode: Mode, command: &str) -> Result<()> {
    let old = fs::read_to_string(path).ok();
    if old.as_deref() == Some(text) {
        return Ok(());
    }
    if mode == Mode::Check {
        bail!(
            "{} is stale: run `cargo xtask {command}` and commit the result",
            shown(path)
        );
    }
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(path, text).with_context(|| format!("cannot write {}", shown(path)))?;
    println!("wrote {}", shown(path));
    Ok(())
}
