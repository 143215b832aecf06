//! Node.js and the npm packages of `tests/web`: esbuild, wasm-opt and Playwright.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::paths::{root, shown, target};
use crate::process::{output_of, run};
use crate::ui::step;

/// The oldest Node.js that esbuild, binaryen and Playwright all run on.
const OLDEST_NODE: u32 = 20;
const HOW_TO_GET_NODE: &str =
    "Palier's build and tests need Node.js 20 or newer with npm: https://nodejs.org";

/// The folder of the npm packages and browser tests.
pub(crate) fn web_folder() -> PathBuf {
    root().join("tests/web")
}

/// Node.js, in the folder of the browser tests.
pub(crate) fn node() -> Command {
    let mut command = Command::new("node");
    command.current_dir(web_folder());
    command
}

/// A file of an installed npm package.
pub(crate) fn module(path: &str) -> PathBuf {
    web_folder().join("node_modules").join(path)
}

/// Checks Node.js and installs the npm packages when the lock file has changed since.
pub(crate) fn packages() -> Result<()> {
    packages_of(&web_folder(), "npm-installed")
}

/// The same for the packages that only the bench of the designer needs: what it is compared with.
pub(crate) fn peers() -> Result<()> {
    packages_of(&root().join("tests/bench/designer"), "npm-installed-peers")
}

fn packages_of(folder: &Path, stamp: &str) -> Result<()> {
    check_node()?;
    let lock_file = folder.join("package-lock.json");
    let lock = fs::read_to_string(&lock_file).with_context(|| {
        format!(
            "{} is missing; it belongs to the repository",
            shown(&lock_file)
        )
    })?;
    let stamp = target()?.join("palier").join(stamp);
    let installed = fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock);
    // npm writes this file last, so that a cancelled installation is told from a whole one.
    if installed && folder.join("node_modules/.package-lock.json").exists() {
        return Ok(());
    }
    step(&format!("Installing the npm packages of {}", shown(folder)));
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    run(Command::new(npm)
        .args(["ci", "--loglevel=error"])
        .current_dir(folder))
    .context(HOW_TO_GET_NODE)?;
    fs::create_dir_all(target()?.join("palier"))?;
    fs::write(stamp, lock)?;
    Ok(())
}

fn check_node() -> Result<()> {
    let version = output_of(node().arg("--version")).context(HOW_TO_GET_NODE)?;
    let major = version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|m| m.parse::<u32>().ok());
    match major {
        Some(major) if major >= OLDEST_NODE => Ok(()),
        _ => bail!("{HOW_TO_GET_NODE} (this is {})", version.trim()),
    }
}
