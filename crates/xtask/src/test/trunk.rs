//! The portal must also build with trunk alone, as a developer who only knows trunk would do it.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::paths::{root, target};
use crate::process::{cargo_command, find, output_of, run};
use crate::setup::{self, module};
use crate::ui::note;

/// The last version before trunk began to need a newer compiler than ours.
const VERSION: &str = "0.21.14";

/// Runs `trunk build --release`, installing trunk when it is not there.
pub(super) fn build() -> Result<()> {
    setup::for_builds()?;
    let trunk = match find("trunk") {
        Some(path) => path,
        None => installed()?,
    };
    let dist = target()?.join("palier/trunk");
    // Not optimised: whether trunk can build it is all that is asked here, and for this profile the
    // macros are compiled already.
    run(Command::new(trunk)
        .args(["build", "--release", "--cargo-profile", "dev"])
        .args(["--offline", "--dist"])
        .arg(&dist)
        .current_dir(root())
        .env("PATH", search_path()?)
        .env_remove("NO_COLOR"))?;
    let page = fs::read_to_string(dist.join("index.html")).context("trunk wrote no index.html")?;
    if !page.contains(".wasm") {
        bail!("trunk's index.html names no wasm file");
    }
    Ok(())
}

fn tools() -> Result<PathBuf> {
    Ok(target()?.join("tools"))
}

/// Trunk in our own tools folder; it is large, so it is compiled without optimisation.
fn installed() -> Result<PathBuf> {
    let root = tools()?;
    let trunk = root
        .join("bin")
        .join(format!("trunk{}", env::consts::EXE_SUFFIX));
    if !trunk.exists() {
        note(&format!(
            "installing trunk {VERSION} into {} (once; some minutes)",
            root.display()
        ));
        run(cargo_command([
            "install",
            "trunk",
            "--version",
            VERSION,
            "--locked",
            "--debug",
            // It fetches nothing here: every tool it needs is given to it.
            "--no-default-features",
            "--quiet",
        ])
        .arg("--root")
        .arg(&root)
        // Nobody debugs it, and what a debugger reads is a fifth of the work.
        .env("CARGO_PROFILE_DEV_DEBUG", "false")
        .env("CARGO_TARGET_DIR", root.join("build")))?;
        fs::remove_dir_all(root.join("build"))?;
    }
    Ok(trunk)
}

/// The search path with `wasm-bindgen` (which is this program, see `main.rs`) and the
/// `wasm-opt` of our npm packages in front, so that trunk downloads neither.
fn search_path() -> Result<OsString> {
    let shims = tools()?.join("shims");
    fs::create_dir_all(&shims)?;
    let shim = shims.join(format!("wasm-bindgen{}", env::consts::EXE_SUFFIX));
    fs::copy(env::current_exe()?, &shim).context("cannot copy xtask as wasm-bindgen")?;
    output_of(Command::new(&shim).arg("--version"))?;
    let path = env::var_os("PATH").unwrap_or_default();
    Ok(env::join_paths(
        [shims, module(".bin")]
            .into_iter()
            .chain(env::split_paths(&path)),
    )?)
}
