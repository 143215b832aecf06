//! Block types that a page brings of its own: what a declaration may say, and what is told when
//! it says something else.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use palier_contract::document::{
    Declared, FindingCode as Code, Known, PortalDocument, PropKind, RefKind, blocks, declare,
    label, load, validate, write,
};
use serde_json::{Value, json};

fn offer() -> Value {
    json!({
        "type": "acme-offer",
        "element": "acme-offer-card",
        "label": { "en": "Offer", "fr": "Offre" },
        "icon": "M4 4h16v16H4z",
        "columns": { "min": 3, "max": 8 },
        "slots": [{ "name": "main", "accepts": ["rich-text"], "max": 2 }],
        "props": [
            { "name": "title", "kind": "text", "label": { "en": "Headline" }, "required": true },
            { "name": "words", "kind": "rich-text" },
            { "name": "picture", "kind": "image" },
            { "name": "more", "kind": "link" },
            { "name": "place", "kind": "anchor" },
            { "name": "loud", "kind": "boolean", "default": true },
            { "name": "ground", "kind": "color" },
            { "name": "room", "kind": "space", "default": "m" },
            { "name": "percent", "kind": "number", "min": 0, "max": 90, "unit": "%", "default": 10, "field": "acme-slider" },
            { "name": "places", "kind": "number", "min": 1, "max": 9 },
            { "name": "tone", "kind": "choice", "responsive": true, "default": "calm",
              "options": ["calm", { "value": "bold", "label": { "en": "Bold", "fr": "Fort" } }] },
            { "name": "board", "kind": "reference", "to": "leaderboard" },
            { "name": "steps", "kind": "list", "max": 3, "of": [{ "name": "text", "kind": "text", "required": true }] },
            { "name": "button", "kind": "group", "of": [{ "name": "href", "kind": "link" }] },
        ],
    })
}

fn declared() -> Declared {
    declare(&offer(), blocks::ALL).unwrap()
}

#[test]
fn every_kind_of_prop_can_be_declared() {
    let Declared {
        schema,
        element,
        label: name,
        icon,
    } = declared();
    assert_eq!(
        (schema.kind, element, icon),
        ("acme-offer", "acme-offer-card", Some("M4 4h16v16H4z"))
    );
    assert_eq!(
        (label(name, "fr-CH"), label(name, "de")),
        (Some("Offre"), Some("Offer"))
    );
    assert_eq!((schema.narrowest, schema.widest, schema.v()), (3, 8, 1));
    assert!(schema.slots[0].takes("rich-text") && !schema.slots[0].takes("hero"));
    assert_eq!(schema.slots[0].max, Some(2));
    let title = schema.prop("title").unwrap();
    assert!(title.required && matches!(title.kind, PropKind::Texts));
    assert_eq!(label(title.label, "en"), Some("Headline"));
    let fields = ["title", "percent"].map(|name| schema.prop(name).unwrap().field);
    assert_eq!(fields, [None, Some("acme-slider")]);
    let tone = schema.prop("tone").unwrap();
    assert!(tone.responsive && tone.style && matches!(tone.kind, PropKind::Word(["calm", "bold"])));
    assert_eq!(
        (tone.options[0], label(tone.options[1], "fr")),
        (&[][..], Some("Fort"))
    );
    let defaults =
        ["loud", "room", "percent", "tone"].map(|name| schema.prop(name).unwrap().default);
    assert_eq!(
        defaults,
        [Some("true"), Some("m"), Some("10"), Some("calm")]
    );
    assert!(matches!(
        schema.prop("percent").unwrap().kind,
        PropKind::Measure {
            min: 0,
            max: 90,
            unit: "%"
        }
    ));
    assert!(matches!(
        schema.prop("board").unwrap().kind,
        PropKind::Reference(RefKind::Board)
    ));
    assert!(matches!(
        schema.prop("steps").unwrap().kind,
        PropKind::List { max: 3, .. }
    ));
    assert_eq!(schema.props.len(), 14);
}

#[test]
fn a_short_declaration_is_enough() {
    let Declared {
        schema,
        element,
        label: name,
        icon,
    } = declare(&json!({ "type": "acme-map", "label": "Map" }), blocks::ALL).unwrap();
    assert_eq!((schema.kind, element, icon), ("acme-map", "acme-map", None));
    assert_eq!(
        (label(name, "fr"), schema.narrowest, schema.widest),
        (Some("Map"), 1, 12)
    );
}

/// Puts `value` at `pointer`; takes away what is there for null.
fn changed(pointer: &str, value: Value) -> Value {
    let mut json = offer();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let fields = json
        .pointer_mut(parent)
        .and_then(Value::as_object_mut)
        .unwrap();
    match value {
        Value::Null => drop(fields.remove(name)),
        value => drop(fields.insert(name.to_owned(), value)),
    }
    json
}

#[test]
fn each_mistake_is_told_with_its_place_and_what_would_do() {
    for (pointer, value, told) in [
        (
            "/type",
            json!("offer"),
            "type: expected lower-case letters, digits and hyphens, with one hyphen",
        ),
        (
            "/type",
            json!("rich-text"),
            "type: expected a type that is not taken",
        ),
        (
            "/type",
            json!("palier-offer"),
            "type: expected a type that is not taken",
        ),
        ("/type", Value::Null, "type: expected lower-case"),
        (
            "/element",
            json!("div"),
            "element: expected the name of a custom element",
        ),
        ("/label", Value::Null, "label: expected a text"),
        ("/label", json!({ "en": 7 }), "label: expected a text"),
        (
            "/icon",
            json!("<svg onload=alert(1)>"),
            "icon: expected SVG path data",
        ),
        (
            "/columns",
            json!({ "min": 9, "max": 4 }),
            "columns.max: expected at least min, which is 9",
        ),
        (
            "/columns",
            json!({ "min": 0 }),
            "columns.min: expected a whole number from 1 to 12",
        ),
        ("/colums", json!({}), "colums: expected only type, element"),
        ("/slots", json!({ "main": {} }), "slots: expected a list"),
        (
            "/slots/0/name",
            json!("a b"),
            "slots[0].name: expected letters",
        ),
        (
            "/slots/0/max",
            json!(0),
            "slots[0].max: expected a whole number from 1 to 1000",
        ),
        (
            "/props/0/kind",
            json!("texts"),
            "props[0].kind: expected one of text, rich-text",
        ),
        (
            "/props/0/name",
            json!("Title"),
            "props[0].name: expected lower-case",
        ),
        (
            "/props/0/name",
            json!("words"),
            "props[1].name: expected another name",
        ),
        (
            "/props/0/max",
            json!(3),
            "props[0].max: expected only name, kind",
        ),
        (
            "/props/0/required",
            json!("yes"),
            "props[0].required: expected true or false",
        ),
        (
            "/props/0/default",
            json!("Hi"),
            "props[0].default: expected a value of this kind, or none",
        ),
        (
            "/props/8/max",
            json!("ten"),
            "props[8].max: expected a whole number from 0",
        ),
        (
            "/props/8/field",
            json!("slider"),
            "props[8].field: expected the name of a custom element",
        ),
        (
            "/props/8/default",
            json!(91),
            "props[8].default: expected a value of this kind",
        ),
        (
            "/props/10/options",
            json!(["calm"]),
            "props[10].options: expected a list of at least two words",
        ),
        (
            "/props/11/to",
            json!("board"),
            "props[11].to: expected one of leaderboard",
        ),
        (
            "/props/12/of",
            json!([]),
            "props[12].of: expected a list of at least one prop",
        ),
        (
            "/props/12/of",
            json!([{ "name": "a" }]),
            "props[12].of[0].kind: expected one of",
        ),
    ] {
        let errors = declare(&changed(pointer, value.clone()), blocks::ALL).unwrap_err();
        let told_all: Vec<String> = errors.iter().map(ToString::to_string).collect();
        assert!(
            told_all[0].starts_with(told),
            "{pointer} {value}: {told_all:?}"
        );
    }
    let errors = declare(&json!("acme-offer"), blocks::ALL).unwrap_err();
    assert!(
        errors[0]
            .to_string()
            .starts_with("expected an object of type")
    );
}

#[test]
fn all_mistakes_are_told_at_once() {
    let json =
        json!({ "type": "x", "props": [{ "kind": "no" }, { "kind": "number", "name": "n" }] });
    let errors = declare(&json, blocks::ALL).unwrap_err();
    let paths: Vec<&str> = errors.iter().map(|error| error.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "type",
            "label",
            "props[0].kind",
            "props[1].min",
            "props[1].max"
        ]
    );
}

#[test]
fn a_declared_block_is_validated_like_any_other() {
    let mut known = blocks::ALL.to_vec();
    known.push(declared().schema);
    let page = |props: Value| -> PortalDocument {
        serde_json::from_value(json!({ "schema": 1, "id": "p", "title": { "en": "T" }, "root": [
            { "id": "a", "type": "acme-offer", "props": props, "slots": { "main": [{ "id": "b", "type": "hero", "props": { "title": { "en": "H" } } }] } }] }))
        .unwrap()
    };
    let found = |props: Value, known: &[_]| -> Vec<(Code, String)> {
        let document = page(props);
        let findings = validate(&document, &Known::new(known, "en")).into_iter();
        findings
            .map(|finding| (finding.code, finding.path))
            .collect()
    };
    let refused = (Code::SlotRefuses, "/root/0/slots/main/0".to_owned());
    let at = |name: &str| format!("/root/0/props/{name}");
    assert_eq!(
        found(json!({ "title": { "en": "A" } }), &known),
        std::slice::from_ref(&refused)
    );
    assert_eq!(
        found(
            json!({ "percent": 91, "more": "javascript:alert(1)" }),
            &known
        ),
        [
            (Code::PropMissing, at("title")),
            (Code::PropInvalid, at("more")),
            (Code::PropInvalid, at("percent")),
            refused
        ]
    );
    // Whoever does not know it only warns: it may be the page's own.
    assert_eq!(
        found(json!({}), blocks::ALL),
        [(Code::UnknownBlock, "/root/0/type".to_owned())]
    );
}

#[test]
fn a_document_with_a_declared_block_is_kept_byte_for_byte_by_whoever_does_not_know_it() {
    let mut known = blocks::ALL.to_vec();
    known.push(declared().schema);
    let text = write(&serde_json::from_value(json!({ "schema": 1, "id": "p", "title": {}, "root": [
        { "id": "a", "type": "acme-offer", "v": 1, "props": { "title": { "en": "A" }, "kept": [1, null] } }] })).unwrap()).unwrap();
    for blocks in [blocks::ALL, &known[..]] {
        let loaded = load(&text, blocks).unwrap();
        assert_eq!((loaded.migrated, loaded.read_only), (false, None));
        assert_eq!(write(&loaded.document).unwrap(), text);
    }
}
