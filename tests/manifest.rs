//! What is generated from the block registry is committed and fresh.
//! `PALIER_WRITE=1 cargo test --test manifest` (or `cargo xtask manifest`) writes it.

use std::fs;
use std::path::Path;

use palier::embed::manifest;

#[test]
fn generated_files_follow_the_registry() {
    for (path, text) in [
        ("src/embed/loader/elements.js", manifest::elements_js()),
        ("docs/elements.md", manifest::elements_md()),
    ] {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        if std::env::var_os("PALIER_WRITE").is_some() {
            fs::write(&file, &text).unwrap();
        }
        let committed = fs::read_to_string(&file).unwrap_or_default();
        assert!(
            committed == text,
            "{path} is stale: run `cargo xtask manifest`"
        );
    }
}
