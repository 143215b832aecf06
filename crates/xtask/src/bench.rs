//! `bench`: the browser benchmarks of `tests/bench` on the release kit.

use std::fs;

use anyhow::{Result, bail};
use pico_args::Arguments;

use crate::paths::{root, shown, target};
use crate::process::run;
use crate::setup::{Chromium, chromium, node, packages};
use crate::ui::note;

const PARTS: [&str; 3] = ["counters", "load", "host"];
const ROUNDS: u32 = 15;

/// Runs `bench`; the report goes to the terminal and to `palier/bench.md` in the target folder.
///
/// # Errors
/// When an option is unknown, when there is no release kit, when the floor draws something else
/// than the kit, and when a block is not drawn.
pub(crate) fn command(mut args: Arguments) -> Result<()> {
    let rounds = args.opt_value_from_str("--rounds")?.unwrap_or(ROUNDS);
    let only: Option<String> = args.opt_value_from_str("--only")?;
    crate::nothing_left(args)?;
    if rounds == 0 {
        bail!("--rounds 0: expected at least 1");
    }
    if let Some(name) = only.as_deref().filter(|name| !PARTS.contains(name)) {
        bail!("--only {name}: expected {}", PARTS.join(", "));
    }
    if !root().join("dist/kit/palier.js").exists() {
        bail!("dist/kit is not built: run `cargo xtask build` first");
    }
    packages()?;
    let browser = chromium()?;
    let report = target()?.join("palier/bench.md");
    fs::create_dir_all(target()?.join("palier"))?;
    let mut bench = node();
    bench
        .arg(root().join("tests/bench/run.mjs"))
        .args(["--rounds", &rounds.to_string()])
        .env("PALIER_BENCH_REPORT", &report);
    if let Some(name) = only {
        bench.args(["--only", &name]);
    }
    if let Chromium::At(path) = browser {
        bench.env("PALIER_CHROMIUM", path);
    }
    run(&mut bench)?;
    note(&format!("written to {}", shown(&report)));
    Ok(())
}
