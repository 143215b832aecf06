//! Mistakes in a programme file, each with its place.

use std::fmt;

use super::source::{SyntaxError, position};

/// One mistake in a programme file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileError {
    /// As given when loading.
    pub file: String,
    /// From 1; 0 when the file could not be read.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// Key path, e.g. `rewards[3].prices[0].currency`; empty for the whole file.
    pub path: String,
    /// What is wrong and what would be right.
    pub message: String,
}

impl fmt::Display for FileError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(out, "{}: ", self.file)?,
            line => write!(out, "{}:{line}:{}: ", self.file, self.column)?,
        }
        if !self.path.is_empty() {
            write!(out, "{}: ", self.path)?;
        }
        write!(out, "{}", self.message)
    }
}

/// All mistakes of one file, in file order; never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileErrors(pub Vec<FileError>);

impl fmt::Display for FileErrors {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.0.iter().enumerate() {
            if index > 0 {
                writeln!(out)?;
            }
            write!(out, "{error}")?;
        }
        Ok(())
    }
}

impl std::error::Error for FileErrors {}

impl FileErrors {
    pub(super) fn unreadable(file: &str, error: &std::io::Error) -> Self {
        let message = format!("cannot read the programme file: {error}");
        Self(vec![FileError {
            file: file.to_owned(),
            line: 0,
            column: 0,
            path: String::new(),
            message,
        }])
    }

    pub(super) fn garbled(file: &str, error: &std::string::FromUtf8Error) -> Self {
        let readable = error.utf8_error().valid_up_to();
        let text = String::from_utf8_lossy(error.as_bytes());
        let message = "is not UTF-8 from here on; save the file as UTF-8".to_owned();
        Self::placed(file, &text, vec![(readable, String::new(), message)])
    }

    pub(super) fn syntax(file: &str, text: &str, errors: Vec<SyntaxError>) -> Self {
        let found = errors
            .into_iter()
            .map(|error| (error.at, String::new(), error.message));
        Self::placed(file, text, found.collect())
    }

    /// From (byte offset, key path, message), in any order.
    pub(super) fn placed(file: &str, text: &str, mut found: Vec<(usize, String, String)>) -> Self {
        found.sort();
        found.dedup();
        let place = |(at, path, message)| {
            let (line, column) = position(text, at);
            FileError {
                file: file.to_owned(),
                line,
                column,
                path,
                message,
            }
        };
        Self(found.into_iter().map(place).collect())
    }
}
