//! What validation finds in what blocks say of themselves: visibility, locks, links, references,
//! translations; and that every finding can be produced.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeSet;

use palier_contract::document::{
    BlockSchema, FindingCode as Code, Known, PortalDocument, PropKind, PropSchema, RefKind,
    References, SlotSchema, blocks, json_schema, validate,
};
use serde_json::{Value, json};

/// A block with a prop of every kind that the blocks of every kit do not use.
const GAUGE: BlockSchema = BlockSchema {
    kind: "gauge",
    steps: &[],
    slots: &[SlotSchema {
        name: "top",
        accepts: &["spacer"],
        max: Some(1),
    }],
    props: &[
        PropSchema::optional(
            "width",
            PropKind::Measure {
                min: 0,
                max: 600,
                unit: "px",
            },
        )
        .responsive(),
        PropSchema::optional("ink", PropKind::Colour),
        PropSchema::optional("tier", PropKind::Reference(RefKind::Tier)),
        PropSchema::optional(
            "links",
            PropKind::List {
                of: &[
                    PropSchema::required("text", PropKind::Texts),
                    PropSchema::optional("href", PropKind::Link),
                    PropSchema::optional("alt", PropKind::Texts),
                ],
                max: 2,
            },
        ),
    ],
    labels: None,
    narrowest: 1,
    widest: 12,
};

fn document(root: Value) -> PortalDocument {
    let json =
        json!({ "schema": 1, "id": "p", "title": { "en": "Club", "fr": "Cercle" }, "root": root });
    serde_json::from_value(json).unwrap()
}

fn found(document: &PortalDocument) -> Vec<(Code, String)> {
    let mut blocks = blocks::ALL.to_vec();
    blocks.push(GAUGE);
    let locales = ["en".to_owned(), "fr".to_owned()];
    let references = References::new()
        .with(RefKind::Board, ["weekly"])
        .with(RefKind::Tier, ["gold"]);
    let known = Known::new(&blocks, "en")
        .locales(&locales)
        .references(&references);
    let findings = validate(document, &known).into_iter();
    findings.map(|one| (one.code, one.path)).collect()
}

/// A block that is faultless but for what is given.
#[track_caller]
fn finds(block: Value, expected: &[(Code, &str)]) {
    let mut node = json!({ "id": "a", "type": "spacer" });
    node.as_object_mut()
        .unwrap()
        .extend(block.as_object().unwrap().clone());
    let expected: Vec<(Code, String)> = expected
        .iter()
        .map(|(code, path)| (*code, format!("/root/0{path}")))
        .collect();
    assert_eq!(found(&document(json!([node]))), expected, "{block}");
}

#[track_caller]
fn gauge(props: Value, expected: &[(Code, &str)]) {
    let spacer = json!([{ "id": "s", "type": "spacer" }]);
    finds(
        json!({ "type": "gauge", "props": props, "slots": { "top": spacer } }),
        expected,
    );
}

#[test]
fn visibility_is_for_breakpoints_that_exist() {
    finds(json!({ "hidden": { "base": true, "md": false } }), &[]);
    finds(
        json!({ "hidden": { "xxl": true } }),
        &[(Code::UnknownBreakpoint, "/hidden/xxl")],
    );
}

#[test]
fn only_responsive_props_differ_per_breakpoint() {
    finds(json!({ "at": { "md": { "size": "xl" } } }), &[]);
    finds(
        json!({ "at": { "md": { "size": "huge" } } }),
        &[(Code::PropInvalid, "/at/md/size")],
    );
    finds(
        json!({ "at": { "md": { "glow": 1 } } }),
        &[(Code::UnknownProp, "/at/md/glow")],
    );
    finds(
        json!({ "at": { "base": { "size": "s" } } }),
        &[(Code::UnknownBreakpoint, "/at/base")],
    );
    finds(
        json!({ "at": { "xs": { "size": "s" } } }),
        &[(Code::UnknownBreakpoint, "/at/xs")],
    );
    let title = json!({ "en": "T", "fr": "T" });
    finds(
        json!({ "type": "hero", "props": { "title": title }, "at": { "md": { "title": title } } }),
        &[(Code::NotResponsive, "/at/md/title")],
    );
}

#[test]
fn unknown_locks_and_audiences_only_warn() {
    finds(
        json!({ "lock": ["move", "remove", "edit", "style", "insert"] }),
        &[],
    );
    finds(
        json!({ "lock": ["edit", "glue"] }),
        &[(Code::UnknownLock, "/lock/1")],
    );
    let audience = json!(["anonymous", "member", "candidate", "suspended"]);
    finds(
        json!({ "when": { "audience": audience, "tiers": ["gold"] } }),
        &[],
    );
    finds(
        json!({ "when": { "audience": ["elves"] } }),
        &[(Code::UnknownAudience, "/when/audience/0")],
    );
    finds(
        json!({ "when": { "tiers": ["tin"] } }),
        &[(Code::DeadReference, "/when/tiers/0")],
    );
}

#[test]
fn a_condition_begins_before_it_ends() {
    let when = |from: &str, until: &str| json!({ "when": { "from": from, "until": until } });
    finds(
        when("2026-11-22T16:00:00Z", "2026-11-22T17:30:00+01:00"),
        &[],
    );
    let until = &[(Code::WhenInvalid, "/when/until")];
    finds(
        when("2026-11-22T16:00:00Z", "2026-11-22T16:30:00+01:00"),
        until,
    );
    finds(when("2026-11-22T16:00:00Z", "2026-11-22T16:00:00Z"), until);
    finds(when("2026-11-22T16:00:00Z", "tomorrow"), until);
    finds(
        json!({ "when": { "from": "2026-11-22" } }),
        &[(Code::WhenInvalid, "/when/from")],
    );
}

#[test]
fn measures_colours_and_lists_hold_what_they_should() {
    gauge(
        json!({ "width": 600, "ink": "color.accent-ink", "tier": "gold" }),
        &[],
    );
    for width in [json!(601), json!(-1), json!("10px"), json!(1.5)] {
        gauge(
            json!({ "width": width }),
            &[(Code::PropInvalid, "/props/width")],
        );
    }
    for ink in ["#ffffff", "accent", "color", "radius.base", "color.x;y"] {
        gauge(json!({ "ink": ink }), &[(Code::PropInvalid, "/props/ink")]);
    }
    let both = json!({ "en": "A", "fr": "A" });
    gauge(
        json!({ "links": [{ "text": both, "href": "/a" }, { "text": both }] }),
        &[],
    );
    let three = json!([{ "text": both }, { "text": both }, { "text": both }]);
    gauge(
        json!({ "links": three }),
        &[(Code::PropInvalid, "/props/links")],
    );
    gauge(
        json!({ "links": ["x"] }),
        &[(Code::PropInvalid, "/props/links/0")],
    );
    gauge(
        json!({ "links": [{}] }),
        &[(Code::PropMissing, "/props/links/0/text")],
    );
    gauge(
        json!({ "links": [{ "text": { "fr": "A" }, "href": "javascript:x", "x": 1 }] }),
        &[
            (Code::TextMissing, "/props/links/0/text"),
            (Code::PropInvalid, "/props/links/0/href"),
            (Code::UnknownProp, "/props/links/0/x"),
        ],
    );
    gauge(
        json!({ "links": [{ "text": both, "alt": { "en": " " } }] }),
        &[(Code::AltMissing, "/props/links/0/alt")],
    );
}

#[test]
fn a_picture_without_alternative_is_told_apart() {
    finds(
        json!({ "type": "image", "props": { "src": "/a.svg" } }),
        &[(Code::AltMissing, "/props/alt")],
    );
    finds(
        json!({ "type": "image", "props": { "src": "/a.svg", "alt": { "en": "" } } }),
        &[(Code::AltMissing, "/props/alt")],
    );
    // What only decorates needs none, unless it leads somewhere.
    for alt in [json!(null), json!({}), json!({ "en": "" })] {
        let mut props = json!({ "src": "/a.svg", "decorative": true, "alt": alt });
        if alt.is_null() {
            props.as_object_mut().unwrap().remove("alt");
        }
        finds(json!({ "type": "image", "props": props }), &[]);
        props["href"] = json!("/rewards");
        finds(
            json!({ "type": "image", "props": props }),
            &[(Code::AltMissing, "/props/alt")],
        );
    }
}

#[test]
fn links_are_safe_and_lead_somewhere() {
    let button = |href: &str| {
        let label = json!({ "en": "Go", "fr": "Va" });
        json!({ "id": "b", "type": "button", "props": { "label": label, "href": href } })
    };
    let place = json!({ "id": "a", "type": "section", "props": { "anchor": "rewards" },
        "slots": { "main": [{ "id": "s", "type": "spacer" }] } });
    for good in [
        "https://a.example",
        "/a#b",
        "mailto:a@a.example",
        "tel:+331",
        "#rewards",
    ] {
        assert_eq!(found(&document(json!([button(good), place]))), [], "{good}");
    }
    for bad in [
        "#",
        "#a b",
        "javascript:alert(1)",
        "//a.example",
        "http://a.example",
        "",
    ] {
        let expected = [(Code::PropInvalid, "/root/0/props/href".to_owned())];
        assert_eq!(
            found(&document(json!([button(bad), place]))),
            expected,
            "{bad}"
        );
    }
    let expected = [(Code::DeadLink, "/root/0/props/href".to_owned())];
    assert_eq!(
        found(&document(json!([button("#prizes"), place]))),
        expected
    );
    let mut again = place.clone();
    again["id"] = json!("c");
    again["slots"]["main"][0]["id"] = json!("d");
    let expected = [(Code::DuplicateAnchor, "/root/1/props/anchor".to_owned())];
    assert_eq!(found(&document(json!([place, again]))), expected);
}

#[test]
fn references_name_what_the_backend_has() {
    let board = |board: &str| json!({ "type": "leaderboard", "props": { "board": board, "period": "any" } });
    finds(board("weekly"), &[]);
    finds(board("default"), &[]);
    finds(board("daily"), &[(Code::DeadReference, "/props/board")]);
}

#[test]
fn a_text_lacks_no_language_of_the_programme() {
    finds(
        json!({ "type": "hero", "props": { "title": { "en": "Hi" } } }),
        &[(Code::TranslationMissing, "/props/title")],
    );
    let mut page = document(json!([]));
    page.title.remove("fr");
    assert_eq!(found(&page), [(Code::TranslationMissing, "/title".into())]);
}

#[test]
fn slots_that_are_shown_hold_something() {
    finds(
        json!({ "type": "section" }),
        &[(Code::SlotEmpty, "/slots/main")],
    );
    let both = json!({ "en": "A", "fr": "A" });
    finds(
        json!({ "type": "tabs", "props": { "labels": [{ "text": both }] }, "slots": {
            "tab2": [{ "id": "s", "type": "spacer" }] } }),
        &[
            (Code::SlotEmpty, "/slots/tab1"),
            (Code::SlotUnlabelled, "/slots/tab2"),
        ],
    );
}

/// A document for every code, and the path is where another test looks.
#[test]
fn every_finding_can_be_produced() {
    let mut page = document(json!([
        { "id": "a", "type": "hologram", "span": { "md": 13, "xl": 3 }, "lock": ["glue"],
          "when": { "audience": ["elves"], "from": "soon", "tiers": ["tin"] } },
        { "id": "a", "type": "leaderboard", "props": { "limit": 0, "glow": 1 } },
        { "id": "", "type": "hero", "props": { "text": { "fr": "x" } }, "at": { "md": { "text": {} } } },
        { "id": "b", "type": "image", "props": { "src": "/a.svg" } },
        { "id": "c", "type": "gauge", "slots": { "side": [], "top": [
            { "id": "d", "type": "hero" }, { "id": "e", "type": "spacer" }] } },
        { "id": "f", "type": "section", "props": { "anchor": "x", "title": { "en": "x" } } },
        { "id": "g", "type": "section", "props": { "anchor": "x" }, "slots": { "main": [
            { "id": "g1", "type": "section", "slots": { "main": [
                { "id": "g2", "type": "section", "slots": { "main": [
                    { "id": "g3", "type": "section", "slots": { "main": [
                        { "id": "g4", "type": "spacer" }] } }] } }] } }] } },
        { "id": "h", "type": "button", "props": { "href": "#nowhere" } },
        { "id": "i", "type": "tabs", "props": { "labels": [] }, "slots": { "tab1": [{ "id": "j", "type": "spacer" }] } }
    ]));
    page.theme = serde_json::from_value(json!({ "scheme": "sepia", "tokens": {
        "color.accent": "green", "mood": "1", "font.body": "url(x)" }, "locked": ["mood"] }))
    .unwrap();
    let words: BTreeSet<&str> = found(&page).iter().map(|(code, _)| code.word()).collect();
    let missing: Vec<&str> = Code::ALL
        .iter()
        .map(|code| code.word())
        .filter(|word| !words.contains(word))
        .collect();
    assert_eq!(missing, [""; 0]);
    let distinct: BTreeSet<&str> = Code::ALL.iter().map(|code| code.word()).collect();
    assert_eq!(distinct.len(), Code::ALL.len());
}

#[test]
fn the_json_schema_knows_the_new_kinds() {
    let mut all = blocks::ALL.to_vec();
    all.push(GAUGE);
    let schema = json_schema(&all).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let page = |props: Value| {
        serde_json::to_value(document(
            json!([{ "id": "a", "type": "gauge", "props": props }]),
        ))
        .unwrap()
    };
    for good in [
        json!({ "width": 3 }),
        json!({ "ink": "color.ink" }),
        json!({ "links": [{ "text": {} , "href": "#x" }] }),
    ] {
        assert!(validator.is_valid(&page(good.clone())), "{good}");
    }
    for bad in [
        json!({ "width": 601 }),
        json!({ "ink": "red" }),
        json!({ "links": [{}] }),
        json!({ "links": [{ "text": {}, "href": "javascript:x" }] }),
    ] {
        assert!(!validator.is_valid(&page(bad.clone())), "{bad}");
    }
}
