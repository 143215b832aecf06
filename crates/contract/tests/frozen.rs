//! Documents of every version there ever was: each is frozen, and opens for good.
//!
//! `documents/frozen/` holds one per envelope and one per block type and version, written with
//! everything that the version could say. Whoever adds a step freezes the version it leads to,
//! and never touches those that are there.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::{collections::BTreeSet, fs, path::Path};

use palier_contract::document::{
    BlockSchema, Known, Loaded, MigrationError, PortalDocument, ReadOnly, SCHEMA, blocks, load,
    validate, write,
};
use serde_json::{Value, json};

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents/frozen")
}

fn frozen(name: &str) -> String {
    fs::read_to_string(folder().join(format!("{name}.json")))
        .unwrap_or_else(|_| panic!("freeze a document of {name}, with everything it can say"))
}

/// Every frozen version: its name, and the name of the version it is brought to.
fn versions() -> Vec<(String, String)> {
    let envelope = (1..=SCHEMA).map(|v| (format!("schema_v{v}"), format!("schema_v{SCHEMA}")));
    let of = |block: &BlockSchema| {
        let (kind, now) = (block.kind, block.v());
        (1..=now).map(move |v| (format!("{kind}_v{v}"), format!("{kind}_v{now}")))
    };
    envelope.chain(blocks::ALL.iter().flat_map(of)).collect()
}

fn opened(text: &str, name: &str) -> Loaded {
    let loaded = load(text, blocks::ALL).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(loaded.read_only, None, "{name}");
    loaded
}

fn assert_faultless(document: &PortalDocument, name: &str) {
    let locales = ["en".to_owned(), "fr".to_owned()];
    let known = Known::new(blocks::ALL, "en").locales(&locales);
    let faults: Vec<String> = validate(document, &known)
        .iter()
        .map(ToString::to_string)
        .collect();
    assert!(faults.is_empty(), "{name}: {faults:?}");
}

#[test]
fn every_version_is_frozen_and_nothing_else_is() {
    let known: BTreeSet<String> = versions().into_iter().map(|(name, _)| name).collect();
    let there: BTreeSet<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| {
            entry
                .unwrap()
                .path()
                .file_stem()
                .unwrap()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    assert_eq!(there, known);
}

#[test]
fn every_version_opens_is_brought_up_to_date_once_validates_and_is_written_as_the_latest() {
    for (name, latest) in versions() {
        let text = frozen(&name);
        let loaded = opened(&text, &name);
        assert_eq!(loaded.migrated, name != latest, "{name}");
        assert_faultless(&loaded.document, &name);
        let written = write(&loaded.document).unwrap();
        assert_eq!(
            written,
            frozen(&latest),
            "{name} is another document than {latest}"
        );
        let again = opened(&written, &name);
        assert!(!again.migrated, "{name} was brought up to date twice");
        assert_eq!(again.document, loaded.document, "{name}");
    }
}

/// A frozen document says everything its version could, or it protects little.
#[test]
fn the_latest_frozen_version_of_a_block_uses_every_prop_of_it() {
    for block in blocks::ALL {
        let name = format!("{}_v{}", block.kind, block.v());
        let document = opened(&frozen(&name), &name).document;
        let said: BTreeSet<&str> = document.root[0].props.keys().map(String::as_str).collect();
        let props: BTreeSet<&str> = block.props.iter().map(|prop| prop.name).collect();
        assert_eq!(said, props, "{name}");
        let responsive = block.props.iter().any(|prop| prop.responsive);
        assert_eq!(!document.root[0].at.is_empty(), responsive, "{name}");
    }
}

#[test]
fn a_newer_version_of_anything_is_shown_and_not_edited_and_says_why() {
    let newer = |text: &str, from: String, to: String| text.replacen(&from, &to, 1);
    for block in blocks::ALL {
        let (kind, known) = (block.kind, block.v());
        let text = newer(
            &frozen(&format!("{kind}_v{known}")),
            format!("\"type\": \"{kind}\",\n      \"v\": {known}"),
            format!("\"type\": \"{kind}\",\n      \"v\": {}", known + 1),
        );
        let loaded = load(&text, blocks::ALL).unwrap();
        let reason = loaded
            .read_only
            .clone()
            .unwrap_or_else(|| panic!("{kind} may be edited"));
        let expected = ReadOnly::NewerBlock {
            node: "a".into(),
            found: known + 1,
            known,
        };
        assert_eq!(reason, expected);
        assert!(reason.to_string().contains("update the kit"), "{reason}");
        assert_eq!(write(&loaded.document).unwrap(), text, "{kind}");
    }
    let text = newer(
        &frozen(&format!("schema_v{SCHEMA}")),
        format!("\"schema\": {SCHEMA}"),
        format!("\"schema\": {}", SCHEMA + 1),
    );
    let loaded = load(&text, blocks::ALL).unwrap();
    assert_eq!(
        loaded.read_only,
        Some(ReadOnly::NewerSchema { found: SCHEMA + 1 })
    );
    assert_eq!(write(&loaded.document).unwrap(), text);
}

fn one_more(mut block: Value) -> Result<Value, MigrationError> {
    let size = block["props"]["size"].as_i64().unwrap_or(0);
    block["props"]["size"] = json!(size + 1);
    Ok(block)
}

/// A step that would be noticed if it ran twice.
#[test]
fn no_step_runs_twice_however_often_a_document_is_saved() {
    const COUNTER: BlockSchema = BlockSchema {
        kind: "counter",
        steps: &[one_more, one_more],
        slots: &[],
        props: &[],
        labels: None,
        narrowest: 1,
        widest: 12,
    };
    for (v, sizes) in [(1, 2), (2, 1), (3, 0)] {
        let stored = json!({ "schema": 1, "id": "p", "title": {}, "root": [
            { "id": "a", "type": "counter", "v": v, "props": { "size": 0 } }] });
        let mut text = stored.to_string();
        for time in 0..3 {
            let loaded = load(&text, &[COUNTER]).unwrap();
            assert_eq!(loaded.migrated, time == 0 && v < 3, "v {v}, time {time}");
            assert_eq!(
                loaded.document.root[0].props["size"], sizes,
                "v {v}, time {time}"
            );
            assert_eq!(loaded.document.root[0].v, 3);
            text = write(&loaded.document).unwrap();
        }
    }
}
