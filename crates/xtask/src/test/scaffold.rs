//! What `new-block` writes is a block that works: it is made in a copy of the workspace, and tested there.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::count::Count;
use super::native::counted;
use crate::paths::{WORKSPACE, cargo, copy_folder, root, target};
use crate::process::run;

/// What is not copied: what is made, and what is not needed to compile.
const LEFT_OUT: [&str; 5] = [".git", "target", "dist", "node_modules", "test-results"];

/// The tests of everything that lists blocks.
const TESTED: [&str; 8] = [
    "--package",
    "palier-contract",
    "--package",
    "palier",
    "--lib",
    "--tests",
    "--no-fail-fast",
    "--quiet",
];

/// Makes a block in a copy, and runs the tests of the contract and the kit there.
pub(super) fn tests() -> Result<Count> {
    let copy = target()?.join("palier/scaffold");
    if copy.exists() {
        fs::remove_dir_all(&copy)?;
    }
    let made = target()?;
    let is_wanted = |path: &Path| path != made && !LEFT_OUT.iter().any(|out| path.ends_with(out));
    copy_folder(root(), &copy, &is_wanted)?;
    let mut new_block = Command::new(std::env::current_exe()?);
    new_block.args(["new-block", "trial_block"]);
    run(in_copy(&mut new_block, &copy)?)?;
    let mut tests = Command::new(cargo());
    tests.arg("test").args(TESTED).current_dir(&copy);
    let count = counted(in_copy(&mut tests, &copy)?)?;
    fs::remove_dir_all(&copy)?;
    Ok(count)
}

/// Lets a program work on the copy, with what is compiled already.
fn in_copy<'c>(command: &'c mut Command, copy: &Path) -> Result<&'c mut Command> {
    Ok(command
        .env(WORKSPACE, copy)
        .env("CARGO_TARGET_DIR", target()?))
}
