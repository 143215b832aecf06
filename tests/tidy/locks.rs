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
    let lock = read("tests/web/package-lock.json");
    let resolved = lock.matches("\"resolved\": ").count();
    assert!(resolved > 5, "the lock is read");
    assert_eq!(
        lock.matches(PACKAGES).count(),
        resolved,
        "from the registry alone"
    );
    assert_eq!(lock.matches("\"integrity\": \"sha512-").count(), resolved);
}
