//! `setup`: installs what the other commands need, once; says what only a person can install.

mod chromium;
mod node;

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use pico_args::Arguments;

use crate::paths::root;
use crate::process::{find, output_of, run};
use crate::ui::{note, step};

pub(crate) use chromium::{Chromium, chromium};
pub(crate) use node::{module, node, packages, peers};

/// Where the kit runs.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Runs `setup`.
pub(crate) fn command(args: Arguments) -> Result<()> {
    crate::nothing_left(args)?;
    for_builds()?;
    match chromium()? {
        Chromium::At(path) => note(&format!("browser for the tests: {}", path.display())),
        Chromium::Playwrights => note("browser for the tests: Playwright's own"),
    }
    Ok(())
}

/// What `build`, `serve` and `test` need.
pub(crate) fn for_builds() -> Result<()> {
    packages()?;
    wasm_target()
}

fn wasm_target() -> Result<()> {
    if std_is_there()? {
        return Ok(());
    }
    let rustup = find("rustup").with_context(|| {
        format!("Rust cannot build for {WASM_TARGET}. Install rustup (https://rustup.rs), or this target with the tool that installed Rust")
    })?;
    step(&format!("Installing the Rust target {WASM_TARGET}"));
    run(Command::new(rustup)
        .args(["target", "add", WASM_TARGET])
        .current_dir(root()))
}

fn std_is_there() -> Result<bool> {
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".into());
    let sysroot = output_of(
        Command::new(rustc)
            .args(["--print", "sysroot"])
            .current_dir(root()),
    )?;
    Ok(Path::new(sysroot.trim())
        .join("lib/rustlib")
        .join(WASM_TARGET)
        .join("lib")
        .is_dir())
}
