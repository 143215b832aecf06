//! `test`: every check there is, each with its own count, and a summary.

mod browser;
mod count;
mod native;
mod report;
mod scaffold;
mod trunk;

use std::time::Instant;

use anyhow::{Result, bail};
use pico_args::Arguments;

use crate::build::{self, Profile};
use crate::generated::Mode;
use crate::ui::{note, step};
use crate::{messages, setup, styles};
use count::Count;

/// What the steps are told.
pub(super) struct Context {
    /// How the browser's files are built for the browser tests.
    profile: Profile,
    /// Passed on to Playwright: file names, `--grep`…
    playwright: Vec<String>,
}

struct Step {
    /// What `--only` names; several steps may share it.
    group: &'static str,
    title: &'static str,
    run: fn(&Context) -> Result<Count>,
}

const STEPS: &[Step] = &[
    Step {
        group: "format",
        title: "Formatting",
        run: |_| native::format(),
    },
    Step {
        group: "lint",
        title: "Clippy",
        run: |_| native::lint(),
    },
    Step {
        group: "generated",
        title: "Generated styles are fresh",
        run: |_| Count::one(styles::run(Mode::Check)),
    },
    Step {
        group: "generated",
        title: "Generated message keys are fresh",
        run: |_| Count::one(messages::run(Mode::Check)),
    },
    Step {
        group: "native",
        title: "Native tests",
        run: |_| native::tests(),
    },
    Step {
        group: "new-block",
        title: "A new block compiles and passes",
        run: |_| scaffold::tests(),
    },
    Step {
        group: "build",
        title: "Browser build and budgets",
        run: |_| Count::one(build_release()),
    },
    Step {
        group: "web",
        title: "Browser tests",
        run: browser::tests,
    },
    Step {
        group: "trunk",
        title: "The portal builds with trunk",
        run: |_| Count::one(trunk::build()),
    },
];

/// Runs `test [--only GROUP] [--dev] [-- PLAYWRIGHT ARGUMENTS]`.
pub(crate) fn command(args: Arguments) -> Result<()> {
    let mut words = args.finish();
    let playwright = match words.iter().position(|word| word == "--") {
        Some(at) => words
            .split_off(at)
            .into_iter()
            .skip(1)
            .map(|w| w.to_string_lossy().into_owned())
            .collect(),
        None => Vec::new(),
    };
    let mut args = Arguments::from_vec(words);
    let only: Option<String> = args.opt_value_from_str("--only")?;
    let profile = if args.contains("--dev") {
        Profile::Dev
    } else {
        Profile::Release
    };
    crate::nothing_left(args)?;
    let steps: Vec<&Step> = STEPS
        .iter()
        .filter(|step| only.as_ref().is_none_or(|only| only == step.group))
        .collect();
    if steps.is_empty() {
        let mut groups: Vec<_> = STEPS.iter().map(|step| step.group).collect();
        groups.dedup();
        bail!(
            "there is no group `{}`; the groups are {}",
            only.unwrap_or_default(),
            groups.join(", ")
        );
    }
    run(
        &steps,
        &Context {
            profile,
            playwright,
        },
    )
}

fn run(steps: &[&Step], context: &Context) -> Result<()> {
    let mut rows = Vec::new();
    for Step { title, run, .. } in steps {
        step(title);
        let begun = Instant::now();
        let count = run(context).unwrap_or_else(|error| {
            println!("error: {error:#}");
            Count::of_error(&error)
        });
        rows.push((*title, count, begun.elapsed().as_secs()));
    }
    step("Summary");
    for (title, Count { passed, failed, .. }, seconds) in &rows {
        let mark = if *failed == 0 { "ok  " } else { "FAIL" };
        note(&format!(
            "{mark} {title:<34}{passed:>6} passed{failed:>6} failed{seconds:>6} s"
        ));
    }
    let total = rows
        .iter()
        .fold(Count::default(), |sum, (_, count, _)| sum + count.clone());
    for failure in &total.failures {
        println!("failed: {failure}");
    }
    println!("{} passed, {} failed", total.passed, total.failed);
    if total.failed > 0 {
        // The lines above say what failed; one more message would only hide the last of them.
        std::process::exit(1);
    }
    Ok(())
}

fn build_release() -> Result<()> {
    setup::for_builds()?;
    build::run(Profile::Release)?;
    build::check_budgets()
}
