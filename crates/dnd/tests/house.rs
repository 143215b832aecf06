//! The engine is for any page: it depends on nothing.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

#[test]
fn the_engine_depends_on_nothing() {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let text = fs::read_to_string(manifest).unwrap();
    let found: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with('[') && line.contains("dependencies"))
        .filter(|line| *line != "[dev-dependencies]")
        .collect();
    assert!(found.is_empty(), "leave the engine without {found:?}");
}
