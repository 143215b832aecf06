//! Every developer command of Palier: `cargo xtask <command>`.

mod bench;
mod build;
mod generated;
mod messages;
mod new_block;
mod paths;
mod process;
mod serve;
mod server;
mod setup;
mod site;
mod sizes;
mod split;
mod styles;
mod test;
mod ui;
mod wasm_bindgen;
mod wasm_file;

use std::process::ExitCode;

use anyhow::{Result, bail};
use pico_args::Arguments;

const HELP: &str = "\
cargo xtask <command>

Every day
  serve     build everything and serve it on http://127.0.0.1:8787
              --port N  --data DIR  --database URL  --programme FILE
              --reset  --release  --members N
  test      run every check
              --only format|lint|generated|native|new-block|build|web|trunk for one group of them,
              --dev to run browser tests on a development build,
              -- ARGS for Playwright (file names, --grep …)
  build     make dist/, print sizes and check budgets
              --dev for a quick build, --only kit|portal|gallery|designer for one artefact
  setup     install what the other commands need

After a change
  new-block NAME
            write the files of a new block and add it to the lists
  styles    style/**/*.css -> src/style/sheets.rs; --check only compares
  manifest  the block registry -> tags, typings and docs/elements.md
  messages  src/i18n/**/*.json -> src/i18n/keys.rs; --check only compares
  profile   open every release page and record which functions it does not run:
            they load in a second part

To check and measure
  conformance --base-url URL ...
            run the contract's scenarios against any backend
  bench     the release kit beside a page without it, exact counters, what it costs its host page,
            and the designer beside Puck
              --rounds N  --only load|counters|host|designer
  sizes     the release wasm by crate
              --functions for functions too, NAME for another binary than `embed`
";

fn main() -> ExitCode {
    let result = if wasm_bindgen::is_our_name() {
        wasm_bindgen::command()
    } else {
        run(Arguments::from_env())
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut args: Arguments) -> Result<()> {
    let command = args.subcommand()?;
    if command.as_deref() != Some("conformance") && args.contains(["-h", "--help"]) {
        print!("{HELP}");
        return Ok(());
    }
    match command.as_deref() {
        Some("conformance") => conformance(args),
        Some("manifest") => {
            nothing_left(args)?;
            manifest()
        }
        Some("new-block") => new_block::command(args),
        Some("profile") => split::command(args),
        Some("sizes") => sizes::command(args),
        Some("styles") => styles::command(args),
        Some("bench") => bench::command(args),
        Some("build") => build::command(args),
        Some("serve") => serve::command(args),
        Some("test") => test::command(args),
        Some("setup") => setup::command(args),
        Some("messages") => messages::command(args),
        None => {
            print!("{HELP}");
            Ok(())
        }
        Some(other) => bail!("there is no command `{other}`\n\n{HELP}"),
    }
}

/// Writes what other languages know of the blocks. The kit's own test does it, since only
/// the kit knows its registry and nobody else should have to compile it.
fn manifest() -> Result<()> {
    process::run(
        process::cargo_command(["test", "--package", "palier", "--test", "manifest"])
            .env("PALIER_WRITE", "1"),
    )
}

/// Passes everything on; the runner has its own help.
fn conformance(args: Arguments) -> Result<()> {
    let mut cargo = process::cargo_command(["run", "--package", "palier-conformance", "--"]);
    process::run(cargo.args(args.finish()))
}

/// Refuses what a command has not read, so that a mistyped option is not ignored.
pub(crate) fn nothing_left(args: Arguments) -> Result<()> {
    let left = args.finish();
    match left.first() {
        None => Ok(()),
        Some(first) => bail!(
            "`{}` is not an option of this command; `cargo xtask --help` lists them",
            first.to_string_lossy()
        ),
    }
}
