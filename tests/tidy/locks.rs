//! What is built from elsewhere: named by version and hash, from the public registries alone.

use std::fs;
use std::path::Path;

use crate::none;

const CRATES: &str = "registry+https://github.com/rust-lang/crates.io-index";
const PACKAGES: &str = "\"resolved\": \"https://registry.npmjs.org/";

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

#[test]
fn every_crate_is_held_by_its_hash() {
    let lock = read("Cargo.lock");
    let odd = |package: &&str| {
        let source = package
            .lines()
            .find_map(|line| line.strip_prefix("source = "));
        source.is_some_and(|source| {
            source.trim_matches('"') != CRATES || !package.contains("\nchecksum = ")
        })
    };
    let packages: Vec<&str> = lock.split("[[package]]").skip(1).collect();
    assert!(packages.len() > 100, "the lock is read");
    let odd: Vec<String> = packages
        .into_iter()
        .filter(odd)
        .map(str::to_owned)
        .collect();
    none(&odd, "take it from crates.io, with its checksum");
}

#[test]
fn every_npm_package_is_held_by_its_hash() {
    for path in [
        "tests/web/package-lock.json",
        "tests/bench/designer/package-lock.json",
    ] {
        let lock = read(path);
        let packages = lock.matches("\"node_modules/").count();
        assert!(packages > 5, "{path} is read");
        let held = lock.matches("\"integrity\": \"sha512-").count();
        assert_eq!(held, packages, "{path}: each by its hash");
        // Where it comes from is left to whoever installs it, but never a place of its own.
        let named = lock.matches("\"resolved\": ").count();
        assert_eq!(lock.matches(PACKAGES).count(), named, "{path}");
    }
}
