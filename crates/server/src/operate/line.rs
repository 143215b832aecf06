//! The command line of `palier-server` with its commands: options in one heap, words in another.

use super::command::{Command, CommandError, Line};
use crate::options::{OptionError, Options};

/// Why a command line cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    /// An option cannot be taken.
    #[error(transparent)]
    Option(#[from] OptionError),
    /// The command cannot be read.
    #[error(transparent)]
    Command(#[from] CommandError),
}

/// Reads a command line that may name a command; of the rest [`Options::read`] tells.
///
/// # Errors
/// [`LineError`] naming what cannot be taken.
pub fn read(
    arguments: impl Iterator<Item = String>,
    environment: impl Fn(&str) -> Option<String>,
) -> Result<(Options, Option<Command>), LineError> {
    let line = Line::split(arguments)?;
    // Before the command is read: `member --help` is no mistake.
    let options = Options::read(line.options.iter().cloned(), environment)?;
    Ok((options, line.command()?))
}
