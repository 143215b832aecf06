//! What validation finds: each document here has one fault, which is found where it is.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use palier_contract::{
    document::{
        BlockSchema, FindingCode as Code, Known, PortalDocument, Severity, SlotSchema, TokenKind,
        blocks, validate,
    },
    fixtures,
};
use serde_json::{Value, json};

const KNOWN: Known<'static> = Known::new(blocks::ALL, "en");

fn document(root: Value) -> PortalDocument {
    let json = json!({ "schema": 1, "id": "p", "title": { "en": "Club" }, "root": root });
    serde_json::from_value(json).unwrap()
}

fn themed(theme: Value) -> PortalDocument {
    let json =
        json!({ "schema": 1, "id": "p", "title": { "en": "Club" }, "theme": theme, "root": [] });
    serde_json::from_value(json).unwrap()
}

fn found(document: &PortalDocument, known: &Known<'_>) -> Vec<(Code, String)> {
    let findings = validate(document, known).into_iter();
    findings
        .map(|finding| (finding.code, finding.path))
        .collect()
}

#[track_caller]
fn finds(document: &PortalDocument, code: Code, path: &str) {
    assert_eq!(found(document, &KNOWN), [(code, path.to_owned())]);
}

fn block(id: &str, kind: &str) -> Value {
    json!({ "id": id, "type": kind })
}

fn with(kind: &str, props: Value) -> PortalDocument {
    document(json!([{ "id": "a", "type": kind, "props": props }]))
}

#[test]
fn the_demo_portals_are_faultless() {
    for name in ["portals/grove", "portals/arcade", "portals/guild"] {
        let document = serde_json::from_str(fixtures::get(name).unwrap()).unwrap();
        assert_eq!(validate(&document, &KNOWN), [], "{name}");
    }
}

#[test]
fn an_id_used_twice_is_an_error() {
    let twice = document(json!([
        block("a", "member-header"),
        block("a", "tier-progress")
    ]));
    finds(&twice, Code::DuplicateId, "/root/1/id");
    finds(
        &document(json!([block("", "tier-progress")])),
        Code::EmptyId,
        "/root/0/id",
    );
}

#[test]
fn a_fourth_level_of_slots_is_too_deep() {
    let nest = |depth: usize| {
        (0..depth).rev().fold(block("leaf", "tier-progress"), |inner, level| {
            json!({ "id": format!("s{level}"), "type": "section", "slots": { "main": [inner] } })
        })
    };
    assert_eq!(found(&document(json!([nest(3)])), &KNOWN), []);
    let path = "/root/0/slots/main/0/slots/main/0/slots/main/0/slots/main/0";
    finds(&document(json!([nest(4)])), Code::TooDeep, path);
}

#[test]
fn spans_go_from_one_to_twelve() {
    for (columns, faulty) in [(0, true), (1, false), (12, false), (13, true)] {
        let span = json!([{ "id": "a", "type": "tier-progress", "span": { "md": columns } }]);
        let codes = found(&document(span), &KNOWN);
        let expected = [(Code::SpanOutOfRange, "/root/0/span/md".to_owned())];
        assert_eq!(codes, expected[..usize::from(faulty)], "{columns}");
    }
    let span = json!([{ "id": "a", "type": "tier-progress", "span": { "huge": 3 } }]);
    finds(
        &document(span),
        Code::UnknownBreakpoint,
        "/root/0/span/huge",
    );
}

#[test]
fn an_unknown_block_only_warns() {
    let unknown = document(json!([block("a", "hologram-wall")]));
    finds(&unknown, Code::UnknownBlock, "/root/0/type");
    assert_eq!(validate(&unknown, &KNOWN)[0].severity, Severity::Warning);
}

#[test]
fn a_block_of_a_newer_version_is_not_judged() {
    let newer = json!([{ "id": "a", "type": "hero", "v": 9, "props": { "sky": 1 } }]);
    assert_eq!(found(&document(newer), &KNOWN), []);
}

#[test]
fn slots_take_what_they_say_and_no_more() {
    const STAND: BlockSchema = BlockSchema {
        kind: "stand",
        steps: &[],
        slots: &[SlotSchema {
            name: "top",
            accepts: &["hero"],
            max: Some(1),
        }],
        props: &[],
        labels: None,
        narrowest: 1,
        widest: 12,
    };
    let known = Known::new(&[STAND, blocks::TIER_PROGRESS], "en");
    let stand = |slots: Value| document(json!([{ "id": "s", "type": "stand", "slots": slots }]));
    let refused = stand(json!({ "top": [block("a", "tier-progress")] }));
    assert_eq!(
        found(&refused, &known),
        [(Code::SlotRefuses, "/root/0/slots/top/0".into())]
    );
    let unknown = stand(json!({ "bottom/left": [] }));
    let expected = (Code::UnknownSlot, "/root/0/slots/bottom~1left".into());
    assert!(found(&unknown, &known).contains(&expected));
    let full = stand(json!({ "top": [block("a", "hero"), block("b", "hero")] }));
    assert_eq!(
        found(&full, &known)[0],
        (Code::SlotFull, "/root/0/slots/top".into())
    );
}

#[test]
fn props_hold_what_they_should() {
    finds(
        &with("leaderboard", json!({ "limit": 0 })),
        Code::PropInvalid,
        "/root/0/props/limit",
    );
    finds(
        &with("leaderboard", json!({ "view": "side" })),
        Code::PropInvalid,
        "/root/0/props/view",
    );
    finds(
        &with("leaderboard", json!({ "glow": 1 })),
        Code::UnknownProp,
        "/root/0/props/glow",
    );
    finds(
        &with("hero", json!({})),
        Code::PropMissing,
        "/root/0/props/title",
    );
    finds(
        &with("hero", json!({ "title": "Hi" })),
        Code::PropInvalid,
        "/root/0/props/title",
    );
    let french = json!({ "title": { "fr": "Salut" } });
    finds(
        &with("hero", french),
        Code::TextMissing,
        "/root/0/props/title",
    );
}

#[test]
fn media_come_from_https_or_the_same_site() {
    let hero = |image: &str| with("hero", json!({ "title": { "en": "Hi" }, "image": image }));
    for good in ["/media/a.svg", "https://cdn.example/a.png"] {
        assert_eq!(found(&hero(good), &KNOWN), [], "{good}");
    }
    let bad = [
        "//cdn.example/a",
        "http://cdn.example/a",
        "javascript:alert(1)",
        "a.svg",
        "/\\x.example",
        "data:,x",
    ];
    for bad in bad {
        finds(&hero(bad), Code::PropInvalid, "/root/0/props/image");
    }
}

#[test]
fn a_link_that_runs_script_is_refused() {
    let text = |href: &str| {
        let link = json!([{ "kind": "paragraph", "children": [{ "kind": "link", "text": "x", "href": href }] }]);
        with("rich-text", json!({ "text": { "en": link } }))
    };
    for good in [
        "https://a.example",
        "/docs",
        "mailto:a@a.example",
        "tel:+33",
    ] {
        assert_eq!(found(&text(good), &KNOWN), [], "{good}");
    }
    for bad in [
        "javascript:alert(1)",
        " javascript:x",
        "data:text/html,x",
        "vbscript:x",
    ] {
        finds(&text(bad), Code::PropInvalid, "/root/0/props/text");
    }
}

#[test]
fn a_page_needs_a_title_in_the_default_language() {
    let mut document = document(json!([]));
    document.title = [("en".to_owned(), " ".to_owned())].into();
    finds(&document, Code::TextMissing, "/title/en");
}

#[test]
fn tokens_are_typed_values() {
    for (name, value) in [
        ("color.accent", "#1F6b4a"),
        ("radius.base", "0"),
        ("radius.base", "0.75rem"),
        ("motion.base", "200ms"),
        ("density", "1.1"),
        ("font.body", "Georgia, 'Times New Roman', serif"),
        ("font.body", "Noto Sans العربية"),
    ] {
        assert_eq!(
            found(&themed(json!({ "tokens": { name: value } })), &KNOWN),
            [],
            "{name}: {value}"
        );
    }
    for (name, value) in [
        ("color.accent", "green"),
        ("color.accent", "#12345"),
        ("color.accent", "#12345é"),
        ("radius.base", "-1px"),
        ("radius.base", "1e3px"),
        ("radius.base", "12"),
        ("radius.base", "calc(1px)"),
        ("motion.base", "fast"),
        ("density", "NaN"),
        ("density", ".5"),
        ("font.body", "'open"),
        ("font.body", ""),
    ] {
        let path = format!("/theme/tokens/{name}");
        finds(
            &themed(json!({ "tokens": { name: value } })),
            Code::TokenInvalid,
            &path,
        );
    }
    finds(
        &themed(json!({ "tokens": { "mood": "1" } })),
        Code::UnknownToken,
        "/theme/tokens/mood",
    );
    finds(
        &themed(json!({ "scheme": "sepia" })),
        Code::SchemeInvalid,
        "/theme/scheme",
    );
}

#[test]
fn css_text_is_refused_in_every_token() {
    let texts = [
        "url(https://a.example)",
        "URL (x);",
        "red;color:blue",
        "x}body{",
        "\\75rl(",
        "var(--x)",
        "/**/",
    ];
    for name in [
        "color.accent",
        "font.body",
        "radius.base",
        "density",
        "mood",
    ] {
        for text in texts {
            let path = format!("/theme/tokens/{name}");
            finds(
                &themed(json!({ "tokens": { name: text } })),
                Code::CssText,
                &path,
            );
        }
    }
}

#[test]
fn what_a_token_admits_cannot_leave_its_declaration() {
    for kind in [
        TokenKind::Colour,
        TokenKind::Dimension,
        TokenKind::Duration,
        TokenKind::Number,
        TokenKind::FontFamily,
    ] {
        for mark in [';', '{', '}', '(', ')', '\\', ':', '<', '@', '/', '\n'] {
            for value in [
                format!("#1f6b4{mark}"),
                format!("1{mark}px"),
                format!("a{mark}b"),
            ] {
                assert!(!kind.admits(&value), "{kind:?} admits {value:?}");
            }
        }
    }
}

#[test]
fn what_cannot_be_shown_is_an_error_and_what_is_unfinished_a_warning() {
    for code in [
        Code::DeadLink,
        Code::DeadReference,
        Code::AltMissing,
        Code::WhenInvalid,
        Code::DuplicateAnchor,
    ] {
        assert_eq!(code.severity(), Severity::Error, "{code:?}");
    }
    for code in [
        Code::SlotEmpty,
        Code::TranslationMissing,
        Code::UnknownLock,
        Code::NotResponsive,
    ] {
        assert_eq!(code.severity(), Severity::Warning, "{code:?}");
    }
}
