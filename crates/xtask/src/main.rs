//! Every developer command of Palier: `cargo xtask <command>`.

mod build;
mod messages;
mod paths;
mod process;
mod setup;
mod styles;
mod ui;

use std::process::ExitCode;

use anyhow::{Result, bail};
use pico_args::Arguments;

const HELP: &str = "\
cargo xtask <command>

  styles [--check]      style/**/*.css     -> src/style/sheets.rs
  messages [--check]    src/i18n/**/*.json -> src/i18n/keys.rs
";

fn main() -> ExitCode {
    match run(Arguments::from_env()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut args: Arguments) -> Result<()> {
    let command = args.subcommand()?;
    if args.contains(["-h", "--help"]) {
        print!("{HELP}");
        return Ok(());
    }
    match command.as_deref() {
        Some("styles") => styles::command(args),
        Some("build") => build::command(args),
        Some("setup") => setup::command(args),
        Some("messages") => messages::command(args),
        None => {
            print!("{HELP}");
            Ok(())
        }
        Some(other) => bail!("there is no command `{other}`\n\n{HELP}"),
    }
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
