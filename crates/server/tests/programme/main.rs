//! Programme files: the demo's, small ones, and ones with mistakes.
#![cfg(test)]

mod file;
mod mistakes;

use palier_server::programme::{FileErrors, Programme};

/// 2026-11-22T12:00:00Z.
const NOW: i64 = 1_795_348_800_000;

fn errors(text: &str) -> Vec<String> {
    match Programme::from_toml("club.toml", text, NOW) {
        Ok(_) => Vec::new(),
        Err(FileErrors(errors)) => errors.iter().map(ToString::to_string).collect(),
    }
}
