//! The sizes of what was built, and the budgets they must keep.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::paths::{root, shown};
use crate::process::output_of;
use crate::setup::node;

/// One built file. Unit: bytes.
#[derive(Debug)]
pub(crate) struct Size {
    file: PathBuf,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

#[derive(Deserialize)]
struct Budgets {
    budgets: Vec<Budget>,
}

/// What some files may weigh together after brotli at quality 11.
#[derive(Deserialize)]
struct Budget {
    name: String,
    /// Paths below `dist/` with at most one `*`; of several matches the heaviest counts,
    /// because a page loads one (of the locales, say). What is called `…rest-…` is only meant by a
    /// pattern that says so.
    files: Vec<String>,
    /// Unit: bytes. Absent when the sum is only reported.
    max: Option<u64>,
    /// Where we want to be, in bytes: told when it is missed, while `max` keeps what was reached.
    goal: Option<u64>,
}

impl Size {
    /// Its path below `dist/`, with `/`.
    pub(crate) fn name(&self) -> String {
        slashed(&self.file)
    }
}

/// Writes `.br` and `.gz` beside every file below `folder`.
pub(crate) fn compress(folder: &Path) -> Result<()> {
    let script = root().join("crates/xtask/js/compress.mjs");
    output_of(node().arg(script).args(files(folder)?))?;
    Ok(())
}

/// The sizes of what is below `dist`, with its compressed twins.
pub(crate) fn measured(dist: &Path) -> Result<Vec<Size>> {
    let bytes = |file: &Path, twin: &str| {
        let path = format!("{}{twin}", file.display());
        fs::metadata(&path)
            .map(|data| data.len())
            .with_context(|| format!("{path} is missing: run `cargo xtask build`"))
    };
    files(dist)?
        .iter()
        .map(|file| {
            let (raw, gzip, brotli) = (bytes(file, "")?, bytes(file, ".gz")?, bytes(file, ".br")?);
            Ok(Size {
                file: file.strip_prefix(dist)?.to_path_buf(),
                raw,
                gzip,
                brotli,
            })
        })
        .collect()
}

fn files(dist: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    collect(dist, &mut files).with_context(|| format!("cannot read {}", shown(dist)))?;
    files.sort();
    Ok(files)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if !path.extension().is_some_and(|e| e == "br" || e == "gz") {
            files.push(path);
        }
    }
    Ok(())
}

/// Prints the sizes as a table.
pub(crate) fn print(sizes: &[Size]) {
    println!(
        "\n    {:<44}{:>10}{:>10}{:>10}",
        "bytes", "raw", "gzip", "brotli"
    );
    for Size {
        file,
        raw,
        gzip,
        brotli,
    } in sizes
    {
        println!("    {:<44}{raw:>10}{gzip:>10}{brotli:>10}", slashed(file));
    }
    println!();
}

/// Holds the sizes of what was `built` to `tests/bench/budgets.json`.
///
/// # Errors
/// Names every budget that is exceeded, with its files.
pub(crate) fn check(sizes: &[Size], built: impl Fn(&str) -> bool) -> Result<()> {
    let path = root().join("tests/bench/budgets.json");
    let text =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", shown(&path)))?;
    let Budgets { budgets } = serde_json::from_str(&text).with_context(|| shown(&path))?;
    let mut over = Vec::new();
    let whole = |budget: &&Budget| budget.files.iter().all(|file| built(file));
    for budget in budgets.iter().filter(whole) {
        let sum = weigh(budget, sizes)?;
        if let Some(goal) = budget.goal.filter(|goal| sum > *goal) {
            println!(
                "    {}: {} B over its goal of {goal} B",
                budget.name,
                sum - goal
            );
        }
        match budget.max {
            Some(max) if sum > max => {
                over.push(format!(
                    "{} weighs {sum} B brotli, its budget is {max} B ({})",
                    budget.name,
                    budget.files.join(", ")
                ));
            }
            Some(max) => println!("    {:<44}{sum:>10} of {max} B brotli", budget.name),
            None => println!("    {:<44}{sum:>10} B brotli, no budget", budget.name),
        }
    }
    println!();
    if !over.is_empty() {
        bail!(
            "over budget:\n  {}\n(budgets: {}; `cargo xtask profile` sorts anew what a first opening needs)",
            over.join("\n  "),
            shown(&path)
        );
    }
    Ok(())
}

fn weigh(budget: &Budget, sizes: &[Size]) -> Result<u64> {
    let mut sum = 0;
    for pattern in &budget.files {
        let heaviest = sizes
            .iter()
            .filter(|size| fits(pattern, &slashed(&size.file)))
            .map(|size| size.brotli)
            .max();
        sum += heaviest.with_context(|| {
            format!(
                "budget `{}`: nothing built is called {pattern}",
                budget.name
            )
        })?;
    }
    Ok(sum)
}

fn fits(pattern: &str, file: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == file,
        Some((front, back)) => {
            file.len() >= front.len() + back.len()
                && file.starts_with(front)
                && file.ends_with(back)
                // The second part of a wasm is a file of its own, and has a pattern of its own.
                && !file[front.len()..].starts_with("rest-")
        }
    }
}

fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(file: &str, brotli: u64) -> Size {
        Size {
            file: file.into(),
            raw: 0,
            gzip: 0,
            brotli,
        }
    }

    #[test]
    fn the_heaviest_match_of_each_pattern_counts() {
        let budget = Budget {
            name: "kit".into(),
            files: vec!["kit/a.js".into(), "kit/m-*.json".into()],
            max: None,
            goal: None,
        };
        let sizes = [
            size("kit/a.js", 5),
            size("kit/m-en.json", 2),
            size("kit/m-fr.json", 3),
            size("kit/m-rest-0a.json", 30),
            size("x/a.js", 9),
        ];
        assert_eq!(weigh(&budget, &sizes).unwrap(), 8);
    }

    #[test]
    fn a_budget_for_nothing_is_an_error() {
        let budget = Budget {
            name: "kit".into(),
            files: vec!["kit/gone.js".into()],
            max: Some(1),
            goal: None,
        };
        assert!(
            weigh(&budget, &[size("kit/a.js", 1)])
                .unwrap_err()
                .to_string()
                .contains("gone.js")
        );
    }
}
