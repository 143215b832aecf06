//! What is generated from the block registry is committed and fresh.
//! `PALIER_WRITE=1 cargo test --test manifest` (or `cargo xtask manifest`) writes it.

use std::fs;
use std::path::Path;

use palier::embed::manifest;

#[test]
fn generated_files_follow_the_registry() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let openapi = fs::read_to_string(root.join("crates/contract/openapi.json")).unwrap();
    let openapi = serde_json::from_str(&openapi).unwrap();
    for (path, text) in [
        ("src/embed/loader/elements.js", manifest::elements_js()),
        ("src/embed/loader/surface.js", manifest::surface_js()),
        ("src/embed/loader/palier.css", manifest::palier_css()),
        (
            "src/embed/loader/npm/package.json",
            manifest::package_json(),
        ),
        (
            "src/embed/loader/palier.react.d.ts",
            manifest::palier_react_d_ts(),
        ),
        ("docs/elements.md", manifest::elements_md()),
        (
            "src/embed/loader/palier.d.ts",
            manifest::palier_d_ts(&openapi),
        ),
        (
            "src/embed/loader/custom-elements.json",
            manifest::custom_elements_json(),
        ),
    ] {
        let file = root.join(path);
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
