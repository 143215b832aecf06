//! How a release is compiled: with a standard library made for size, where that can be had.
//!
//! Rust's prebuilt library is made for speed, and formats a message for every panic. Built along
//! with the kit, without messages (`panic=immediate-abort`), it is 7 % of the kit's bytes less.
//! Both need `RUSTC_BOOTSTRAP`, as they are unstable; no source of ours uses anything unstable,
//! so the same code builds on plain stable Rust, and does where the library's source is missing.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::paths::{root, target};
use crate::process::{find, output_of, run, succeeds};
use crate::setup::WASM_TARGET;
use crate::ui::{note, step};

/// Unstable compiler flags: no panic messages or places, and of `Debug` no more than names and texts.
const SILENT: [&str; 4] = [
    "-Zunstable-options",
    "-Cpanic=immediate-abort",
    "-Zlocation-detail=none",
    // Messages for developers name what they are about with `{:?}`: texts must stay.
    "-Zfmt-debug=shallow",
];

/// A quarter of the stack of `.cargo/config.toml`, whose unoptimised builds need more: every page that embeds
/// the kit pays for it, and the deepest reading there is (64 levels of JSON) takes 13 KB
/// of it: the test of nested replies in `tests/web/embed-requests.spec.js`.
const STACK: &str = "-Clink-arg=-zstack-size=32768";

/// The standard library that a release is compiled with.
pub(super) enum StandardLibrary {
    /// Built along with the kit, in that target folder.
    Built(PathBuf),
    /// The one that came with the compiler.
    Prebuilt,
}

impl StandardLibrary {
    /// The smallest that can be had on this machine; installs the library's source if it can.
    pub(super) fn smallest() -> Result<Self> {
        if let Some(obstacle) = obstacle()? {
            note(&format!("{obstacle}: the kit becomes some 7 % larger"));
            return Ok(Self::Prebuilt);
        }
        Ok(Self::Built(target()?.join("palier/lean")))
    }

    /// Cargo's target folder.
    pub(super) fn target(&self) -> Result<&Path> {
        match self {
            Self::Built(folder) => Ok(folder),
            Self::Prebuilt => target(),
        }
    }

    /// Has cargo compile with it.
    pub(super) fn apply(&self, cargo: &mut Command) -> Result<()> {
        let mut flags = without_paths()?;
        flags.push(STACK.to_owned());
        if let Self::Built(folder) = self {
            flags.extend(SILENT.map(str::to_owned));
            cargo
                .env("RUSTC_BOOTSTRAP", "1")
                .arg("-Zbuild-std=std,panic_abort")
                .arg("-Zbuild-std-features=optimize_for_size")
                .arg("--target-dir")
                .arg(folder);
        }
        // Joined by cargo with the flags of `.cargo/config.toml`.
        let flags = serde_json::to_string(&flags)?;
        cargo.args([
            "--config",
            &format!("target.{WASM_TARGET}.rustflags={flags}"),
        ]);
        Ok(())
    }
}

/// Why the library cannot be built here; `None` when it can.
fn obstacle() -> Result<Option<&'static str>> {
    let mut probe = rustc();
    probe.env("RUSTC_BOOTSTRAP", "1").args(SILENT).args([
        "--print",
        "cfg",
        "--target",
        WASM_TARGET,
    ]);
    if !succeeds(&mut probe) {
        return Ok(Some("this compiler does not know panic=immediate-abort"));
    }
    if source_is_there()? {
        return Ok(None);
    }
    if let Some(rustup) = find("rustup") {
        step("Installing the source of Rust's standard library");
        let mut add = Command::new(rustup);
        // Without it the build goes on, so a failure is no error.
        drop(run(add
            .args(["component", "add", "rust-src"])
            .current_dir(root())));
    }
    Ok((!source_is_there()?)
        .then_some("the source of Rust's standard library is missing (rust-src)"))
}

fn rustc() -> Command {
    let mut rustc = Command::new(std::env::var("RUSTC").unwrap_or_else(|_| "rustc".into()));
    rustc.current_dir(root());
    rustc
}

fn sysroot() -> Result<PathBuf> {
    let sysroot = output_of(rustc().args(["--print", "sysroot"]))?;
    Ok(PathBuf::from(sysroot.trim()))
}

fn source_is_there() -> Result<bool> {
    Ok(sysroot()?
        .join("lib/rustlib/src/rust/library/std/Cargo.toml")
        .is_file())
}

/// Paths of the builder's machine would make every build another one, and tell who made it.
fn without_paths() -> Result<Vec<String>> {
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let known = [
        (home, "cargo"),
        (Some(sysroot()?), "rust"),
        (Some(root().to_path_buf()), "palier"),
    ];
    Ok(known
        .into_iter()
        .filter_map(|(path, name)| Some(format!("--remap-path-prefix={}={name}", path?.display())))
        .collect())
}
