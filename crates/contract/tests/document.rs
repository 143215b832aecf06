//! Portal documents: read whatever their age, written the same every time, nothing lost.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use palier_contract::{
    document::{
        BlockSchema, LoadError, MigrationError, PortalDocument, PropKind, PropSchema, ReadOnly,
        blocks, load, write,
    },
    fixtures,
};
use serde_json::{Value, json};

const MIXED: &str = include_str!("documents/newer_neighbours.json");
const OLD: &str = include_str!("documents/leaderboard_v1.json");
const OLD_MIGRATED: &str = include_str!("documents/leaderboard_v3.json");

/// A leaderboard with a past: version 1 said `rows`, version 2 `limit`, version 3 wants a view.
const LEADERBOARD_3: BlockSchema = BlockSchema {
    kind: "leaderboard",
    steps: &[rows_become_limit, top_is_said],
    slots: &[],
    props: &[PropSchema::optional("limit", PropKind::Integer(1, 100))],
    labels: None,
    narrowest: 1,
    widest: 12,
};

fn props(block: &mut Value) -> Result<&mut serde_json::Map<String, Value>, MigrationError> {
    block
        .get_mut("props")
        .and_then(Value::as_object_mut)
        .ok_or(MigrationError {
            path: "/props".into(),
            expected: "an object",
        })
}

fn rows_become_limit(mut block: Value) -> Result<Value, MigrationError> {
    let props = props(&mut block)?;
    if let Some(rows) = props.remove("rows") {
        props.insert("limit".into(), rows);
    }
    Ok(block)
}

fn top_is_said(mut block: Value) -> Result<Value, MigrationError> {
    props(&mut block)?.insert("view".into(), "top".into());
    Ok(block)
}

#[test]
fn every_demo_portal_is_saved_as_it_was_loaded() {
    for name in ["portals/grove", "portals/arcade", "portals/guild"] {
        let json = fixtures::get(name).unwrap();
        let loaded = load(json, blocks::ALL).unwrap();
        assert_eq!(
            (loaded.migrated, &loaded.read_only),
            (false, &None),
            "{name}"
        );
        assert_eq!(write(&loaded.document).unwrap(), json, "{name}");
    }
}

#[test]
fn unknown_blocks_props_and_keys_survive_byte_for_byte() {
    let loaded = load(MIXED, blocks::ALL).unwrap();
    assert_eq!(loaded.read_only, None);
    assert_eq!(write(&loaded.document).unwrap(), MIXED);
}

#[test]
fn a_document_in_any_order_of_keys_is_written_in_one() {
    let shuffled = r#"{"root":[{"span":{},"type":"hero","props":{"z":1,"a":{"d":1,"c":2}},"id":"b1"}],
        "title":{"en":"T"},"x":{"z":1,"a":2},"id":"p","theme":{},"schema":1}"#;
    let once = write(&load(shuffled, blocks::ALL).unwrap().document).unwrap();
    let twice = write(&load(&once, blocks::ALL).unwrap().document).unwrap();
    assert_eq!(once, twice);
    let place = |key: &str| once.find(key).unwrap();
    assert!(place("\"schema\"") < place("\"id\"") && place("\"root\"") < place("\"x\""));
    assert!(place("\"c\"") < place("\"d\""));
}

#[test]
fn an_old_block_is_brought_up_to_date_step_by_step() {
    let loaded = load(OLD, &[blocks::SECTION, LEADERBOARD_3]).unwrap();
    assert!(loaded.migrated);
    assert_eq!(write(&loaded.document).unwrap(), OLD_MIGRATED);
}

#[test]
fn a_migrated_document_is_not_migrated_again() {
    let loaded = load(OLD_MIGRATED, &[blocks::SECTION, LEADERBOARD_3]).unwrap();
    assert!(!loaded.migrated);
}

#[test]
fn a_field_of_an_old_document_that_cannot_be_read_is_told_by_its_line() {
    let broken = OLD.replacen(
        "\"rows\": 5",
        "\"rows\": 5\n            },\n            \"lock\": {\n",
        1,
    );
    assert_ne!(broken, OLD);
    let error = load(&broken, &[blocks::SECTION, LEADERBOARD_3]).unwrap_err();
    let LoadError::Malformed(error) = error else {
        panic!("another error: {error}");
    };
    let line = broken
        .lines()
        .position(|line| line.contains("\"lock\""))
        .unwrap()
        + 1;
    assert_eq!(error.line(), line, "{error}");
}

#[test]
fn a_step_that_finds_something_else_says_where() {
    let broken = OLD.replace("{\n              \"rows\": 5\n            }", "5");
    let error = load(&broken, &[blocks::SECTION, LEADERBOARD_3]).unwrap_err();
    let LoadError::Migration(error) = error else {
        panic!("another error: {error}");
    };
    assert_eq!(error.path, "/root/0/slots/main/0/props");
}

#[test]
fn a_newer_envelope_is_read_only_with_its_reason() {
    let newer = fixtures::get("portals/grove").unwrap();
    let newer = newer.replacen("\"schema\": 1", "\"schema\": 4", 1);
    let loaded = load(&newer, blocks::ALL).unwrap();
    assert_eq!(loaded.read_only, Some(ReadOnly::NewerSchema { found: 4 }));
    assert!(
        loaded
            .read_only
            .unwrap()
            .to_string()
            .contains("update the kit")
    );
    assert_eq!(write(&loaded.document).unwrap(), newer);
}

#[test]
fn a_newer_block_deep_inside_makes_the_document_read_only() {
    let newer = OLD.replacen("\"v\": 2", "\"v\": 9", 1);
    let reason = load(&newer, &[blocks::SECTION, LEADERBOARD_3])
        .unwrap()
        .read_only;
    let expected = ReadOnly::NewerBlock {
        node: "b3".into(),
        found: 9,
        known: 3,
    };
    assert_eq!(reason, Some(expected));
}

#[test]
fn a_document_without_version_says_what_to_write() {
    for json in ["{}", "[]", "null", r#"{"schema":0}"#, r#"{"schema":"1"}"#] {
        let error = load(json, blocks::ALL).unwrap_err();
        assert!(matches!(error, LoadError::NoSchema), "{json}");
        assert!(error.to_string().contains("\"schema\": 1"));
    }
}

#[test]
fn a_field_of_the_wrong_shape_is_named_with_its_line() {
    let json = "{\"schema\":1,\"id\":\"p\",\"title\":{},\n\"root\":[{\"id\":\"b\",\"type\":7}]}";
    let error = load(json, blocks::ALL).unwrap_err();
    assert!(error.to_string().contains("line 2"), "{error}");
}

#[test]
fn what_a_block_says_of_itself_is_written_in_one_order() {
    let text = r##"{"schema":1,"id":"p","title":{},"theme":{"locked":["color.ink","color.accent","color.ink"]},
        "root":[{"when":{"until":"2026-01-01T00:00:00Z","z":1,"audience":["member"]},"name":"N","lock":["move"],
        "hidden":{"md":false,"base":true},"at":{"md":{"b":1,"a":2},"lg":{}},"span":{"base":6},"type":"spacer","id":"a"}]}"##;
    let once = write(&load(text, blocks::ALL).unwrap().document).unwrap();
    let places: Vec<usize> = [
        "\"span\"",
        "\"at\"",
        "\"hidden\"",
        "\"lock\"",
        "\"name\"",
        "\"when\"",
    ]
    .iter()
    .map(|key| once.find(key).unwrap())
    .collect();
    assert!(places.is_sorted(), "{once}");
    assert!(
        !once.contains("\"lg\""),
        "an empty set of props says nothing"
    );
    assert_eq!(once.matches("color.ink").count(), 1);
    assert_eq!(
        write(&load(&once, blocks::ALL).unwrap().document).unwrap(),
        once
    );
}

#[test]
fn values_hold_from_their_breakpoint_on() {
    let page: PortalDocument = serde_json::from_value(json!({
        "schema": 1, "id": "p", "title": {}, "root": [{
            "id": "a", "type": "spacer", "props": { "size": "s" }, "at": { "md": { "size": "l" } },
            "span": { "sm": 6 }, "hidden": { "base": true, "lg": false } }],
    }))
    .unwrap();
    let node = &page.root[0];
    for (breakpoint, size, span, hidden) in [
        ("base", "s", 12, true),
        ("sm", "s", 6, true),
        ("md", "l", 6, true),
        ("lg", "l", 6, false),
    ] {
        assert_eq!(
            node.prop_at("size", breakpoint).unwrap(),
            size,
            "{breakpoint}"
        );
        assert_eq!(
            (node.span_at(breakpoint), node.is_hidden_at(breakpoint)),
            (span, hidden)
        );
    }
}
