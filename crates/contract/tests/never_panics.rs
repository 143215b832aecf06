//! No input makes a decoder panic, and what is read is written back stably.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod types;

use palier_contract::{
    document::{Known, blocks, load, validate, write},
    fixtures,
};
use proptest::prelude::*;
use serde_json::Value;
use types::TYPES;

const KNOWN: Known<'static> = Known::new(blocks::ALL, "en");

/// Gives `text` to every decoder. Where one accepts it, what it writes must be read again as
/// the same thing.
fn feed_every_decoder(text: &str) {
    for (name, round_trip, _) in TYPES {
        if let Ok(written) = round_trip(text) {
            let again = round_trip(&written.to_string());
            assert_eq!(again.ok(), Some(written), "{name} of {text}");
        }
    }
    if let Ok(loaded) = load(text, blocks::ALL) {
        let _findings = validate(&loaded.document, &KNOWN);
        let once = write(&loaded.document).unwrap();
        let twice = write(&load(&once, blocks::ALL).unwrap().document).unwrap();
        assert_eq!(once, twice);
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<i32>().prop_map(|n| Value::from(f64::from(n) / 64.0)),
        ".{0,12}".prop_map(Value::from),
    ];
    let key = prop_oneof![
        3 => ".{0,8}",
        7 => prop::sample::select(KEYS).prop_map(String::from),
    ];
    leaf.prop_recursive(5, 40, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(key.clone(), inner, 0..8)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// Names that mean something to some type, so that random objects get past the first field.
const KEYS: &[&str] = &[
    "id",
    "type",
    "state",
    "items",
    "as_of",
    "next_cursor",
    "schema",
    "title",
    "root",
    "props",
    "slots",
    "span",
    "v",
    "theme",
    "tokens",
    "amount",
    "currency",
    "value",
    "eligibility",
    "series",
];

/// A fixture in which one value, anywhere, was replaced.
fn spoilt_fixture() -> impl Strategy<Value = String> {
    let fixture = prop::sample::select(fixtures::ALL);
    (fixture, any::<prop::sample::Index>(), any_json()).prop_map(|((_, json), at, value)| {
        let mut document: Value = serde_json::from_str(json).unwrap();
        let mut countdown = at.index(count(&document));
        replace(&mut document, &mut countdown, &value);
        document.to_string()
    })
}

fn children(value: &mut Value) -> Vec<&mut Value> {
    match value {
        Value::Array(items) => items.iter_mut().collect(),
        Value::Object(fields) => fields.values_mut().collect(),
        _ => Vec::new(),
    }
}

fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(count).sum::<usize>(),
        Value::Object(fields) => fields.values().map(count).sum(),
        _ => 0,
    }
}

fn replace(value: &mut Value, countdown: &mut usize, with: &Value) -> bool {
    if *countdown == 0 {
        *value = with.clone();
        return true;
    }
    *countdown -= 1;
    children(value)
        .into_iter()
        .any(|child| replace(child, countdown, with))
}

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        feed_every_decoder(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn arbitrary_json_never_panics(value in any_json()) {
        feed_every_decoder(&value.to_string());
    }

    #[test]
    fn a_reply_with_one_value_spoilt_never_panics(text in spoilt_fixture()) {
        feed_every_decoder(&text);
    }

    #[test]
    fn a_reply_cut_anywhere_is_an_error(
        (name, json) in prop::sample::select(fixtures::ALL),
        at in any::<prop::sample::Index>(),
    ) {
        let whole = json.trim_end();
        let end = (0..=at.index(whole.len())).rev().find(|i| whole.is_char_boundary(*i)).unwrap();
        prop_assert!((types::row_of(name).1)(&whole[..end]).is_err());
        feed_every_decoder(&whole[..end]);
    }
}

#[test]
fn nesting_without_end_is_an_error_not_a_crash() {
    for (open, close) in [
        ("[", "]"),
        ("{\"root\":[", "]}"),
        ("{\"slots\":{\"main\":[", "]}}"),
    ] {
        feed_every_decoder(&format!("{}{}", open.repeat(20_000), close.repeat(20_000)));
    }
}
