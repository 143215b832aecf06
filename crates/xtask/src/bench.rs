//! `bench`: the browser benchmarks of `tests/bench` on the release kit.

use std::fs;

use anyhow::{Result, bail};
use pico_args::Arguments;

use crate::paths::{root, shown, target};
use crate::process::run;
use crate::setup::{Chromium, chromium, node, packages, peers};
use crate::ui::note;

/// What is measured, and how often unless `--rounds` says otherwise.
const PARTS: &[(&str, u32)] = &[
    ("counters", 15),
    ("load", 15),
    ("host", 15),
    ("designer", 5),
];

/// Runs `bench`; the report goes to the terminal and to `palier/bench.md` in the target folder.
///
/// # Errors
/// When an option is unknown, when there is no release, when the floor draws something else than
/// the kit, and when a block is not drawn.
pub(crate) fn command(mut args: Arguments) -> Result<()> {
    let rounds: Option<u32> = args.opt_value_from_str("--rounds")?;
    let only: Option<String> = args.opt_value_from_str("--only")?;
    crate::nothing_left(args)?;
    if rounds == Some(0) {
        bail!("--rounds 0: expected at least 1");
    }
    let chosen = chosen(only.as_deref())?;
    packages()?;
    if chosen.iter().any(|(part, _)| *part == "designer") {
        peers()?;
    }
    let browser = chromium()?;
    let report = target()?.join("palier/bench.md");
    fs::create_dir_all(target()?.join("palier"))?;
    let mut bench = node();
    bench
        .arg(root().join("tests/bench/run.mjs"))
        .env("PALIER_BENCH_REPORT", &report);
    for (part, usual) in chosen {
        let rounds = rounds.unwrap_or(*usual);
        bench.arg(format!("{part}={rounds}"));
    }
    if let Chromium::At(path) = browser {
        bench.env("PALIER_CHROMIUM", path);
    }
    run(&mut bench)?;
    note(&format!("written to {}", shown(&report)));
    Ok(())
}

/// The part called `only`, or all of them; what they measure must have been built.
fn chosen(only: Option<&str>) -> Result<Vec<&'static (&'static str, u32)>> {
    let chosen: Vec<_> = PARTS
        .iter()
        .filter(|(part, _)| only.is_none_or(|only| only == *part))
        .collect();
    if chosen.is_empty() {
        let parts: Vec<_> = PARTS.iter().map(|(part, _)| *part).collect();
        bail!("--only takes one of {}", parts.join(", "));
    }
    for (part, _) in &chosen {
        let built = match *part {
            "designer" => "dist/designer/index.html",
            _ => "dist/kit/palier.js",
        };
        if !root().join(built).exists() {
            bail!("{built} is not built: run `cargo xtask build` first");
        }
    }
    Ok(chosen)
}
