//! The checks that need no browser: format, lints, native tests.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use super::count::Count;
use crate::process::{cargo_command, run};

/// Every file is as rustfmt writes it.
pub(super) fn format() -> Result<Count> {
    Count::one(run(&mut cargo_command(["fmt", "--all", "--check"])))
}

/// Clippy has nothing to say.
pub(super) fn lint() -> Result<Count> {
    crate::setup::for_builds()?;
    Count::one(run(&mut cargo_command([
        "clippy",
        "--quiet",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ])))
}

/// All native tests of the workspace.
pub(super) fn tests() -> Result<Count> {
    counted(&mut cargo_command([
        "test",
        "--workspace",
        "--no-fail-fast",
    ]))
}

/// Runs a `cargo test`, showing what it writes, and counts.
pub(super) fn counted(cargo: &mut Command) -> Result<Count> {
    let mut child = cargo
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot start cargo")?;
    let output = child.stdout.take().context("cargo gave no output")?;
    let mut text = String::new();
    for line in BufReader::new(output).lines() {
        let line = line?;
        println!("{line}");
        text.push_str(&line);
        text.push('\n');
    }
    let mut count = Count::of_cargo_test(&text);
    // Something that does not compile has no result line.
    if !child.wait()?.success() && count.failed == 0 {
        count.failed = 1;
    }
    Ok(count)
}
