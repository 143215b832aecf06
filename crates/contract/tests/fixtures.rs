//! Every canonical example is exactly what its type writes.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod types;

use palier_contract::fixtures;
use serde_json::Value;
use types::row_of;

#[test]
fn every_fixture_is_what_its_type_writes() {
    for (name, json) in fixtures::ALL {
        let written = (row_of(name).1)(json).unwrap_or_else(|e| panic!("{name}: {e}"));
        let canonical: Value = serde_json::from_str(json).unwrap();
        assert_eq!(written, canonical, "{name}");
    }
}

#[test]
fn every_file_of_the_folder_is_listed() {
    let mut listed: Vec<String> = fixtures::ALL.iter().map(|(n, _)| (*n).into()).collect();
    let mut found = names_in("", "");
    found.extend(names_in("portals", "portals/"));
    listed.sort();
    found.sort();
    assert_eq!(listed, found);
}

fn names_in(folder: &str, prefix: &str) -> Vec<String> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    std::fs::read_dir(root.join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "json"))
        .map(|path| format!("{prefix}{}", path.file_stem().unwrap().to_string_lossy()))
        .collect()
}

#[test]
fn unknown_fields_are_ignored_wherever_they_stand() {
    for (name, json) in fixtures::ALL {
        if name.starts_with("portals/") {
            continue; // A document keeps what it does not know; see tests/document.rs.
        }
        let canonical: Value = serde_json::from_str(json).unwrap();
        let mut richer = canonical.clone();
        add_a_field_everywhere(&mut richer, name);
        let written = (row_of(name).1)(&richer.to_string()).unwrap();
        assert_eq!(written, canonical, "{name}");
    }
}

/// Maps whose keys are data, where a new key is not an unknown field.
fn is_a_map(key: &str) -> bool {
    matches!(key, "actions" | "properties" | "title" | "tokens")
}

fn add_a_field_everywhere(value: &mut Value, key: &str) {
    match value {
        Value::Array(items) => items
            .iter_mut()
            .for_each(|item| add_a_field_everywhere(item, key)),
        Value::Object(fields) => {
            fields
                .iter_mut()
                .for_each(|(key, field)| add_a_field_everywhere(field, key));
            if !is_a_map(key) {
                fields.insert("x_newer".into(), serde_json::json!({ "deep": [1] }));
            }
        }
        _ => {}
    }
}
