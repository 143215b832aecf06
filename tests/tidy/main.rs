//! Keeps the house in order: what a reviewer would otherwise have to look for.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read the sources fails"
)]

mod directions;
mod locks;
mod rules;
mod source;

use std::fs;
use std::path::Path;

use rules::Rule;
use source::Source;

/// Longer files do more than one job. Unit: lines.
const LONGEST_FILE: usize = 400;

/// Files written by a command, or tables of data.
const GENERATED: [&str; 3] = [
    "src/style/sheets.rs",
    "src/i18n/keys.rs",
    "src/blocks/icon_paths.rs",
];

#[track_caller]
fn none(breaches: &[String], advice: &str) {
    assert!(
        breaches.is_empty(),
        "\n{advice}:\n  {}\n",
        breaches.join("\n  ")
    );
}

#[track_caller]
fn hold(rule: &Rule) {
    hold_of(rule, &source::all());
}

/// Rules about what a browser is told hold for scripts as well.
#[track_caller]
fn hold_of(rule: &Rule, sources: &[Source]) {
    none(&rule.breaches(sources), rule.advice);
}

fn paths(sources: Vec<Source>, breaks: impl Fn(&Source) -> bool) -> Vec<String> {
    sources
        .into_iter()
        .filter(|source| breaks(source))
        .map(|source| source.path)
        .collect()
}

#[test]
fn every_file_begins_with_its_one_job() {
    let silent = paths(source::all(), |source| !source.text.starts_with("//!"));
    none(&silent, "begin the file with `//!` and its one job");
}

#[test]
fn no_file_is_too_long() {
    let long: Vec<String> = source::all()
        .iter()
        .filter(|source| !GENERATED.contains(&source.path.as_str()))
        .map(|source| (source.text.lines().count(), &source.path))
        .filter(|(lines, _)| *lines > LONGEST_FILE)
        .map(|(lines, path)| format!("{path}: {lines} lines"))
        .collect();
    none(
        &long,
        &format!("split what is longer than {LONGEST_FILE} lines"),
    );
}

#[test]
fn rooms_use_only_rooms_to_their_left() {
    none(
        &directions::breaches(&source::all()),
        "data flows one way (see src/lib.rs); move the shared part to the lower room",
    );
}

#[test]
fn every_file_lives_in_a_room() {
    none(
        &directions::homeless(&source::all()),
        "put the file in a room, or give its room a row in tests/tidy/directions.rs",
    );
}

#[test]
fn shipped_code_does_not_panic() {
    hold(&rules::PANICS);
}

#[test]
fn nothing_is_drawn_from_markup_text() {
    hold_of(&rules::MARKUP, &source::shipped());
}

#[test]
fn lists_do_not_leak() {
    hold(&rules::LEAKING_LISTS);
}

#[test]
fn views_carry_no_style_attributes() {
    hold(&rules::STYLE_ATTRIBUTES);
}

#[test]
fn blocks_do_not_fetch() {
    hold(&rules::FETCHING_BLOCKS);
}

#[test]
fn style_sheets_have_one_room() {
    hold_of(&rules::STYLE_SHEETS, &source::shipped());
}

#[test]
fn parts_are_sought_among_others() {
    hold_of(&rules::LONE_PARTS, &source::shipped());
}

#[test]
fn shadow_roots_have_two_rooms() {
    hold_of(&rules::SHADOW_ROOTS, &source::shipped());
}

/// A view without a scope class escapes its sheet; only a view of components alone may.
#[test]
fn views_of_blocks_carry_their_scope() {
    let mut bare = Vec::new();
    for source in source::all()
        .iter()
        .filter(|source| source.path.starts_with("src/blocks/"))
    {
        let code = source.code.join("\n");
        for (at, found) in code.match_indices("view! {") {
            let view = code[at + found.len()..].trim_start();
            let draws_elements = !view.starts_with('}') && !only_components(view);
            if draws_elements && !view.starts_with("class =") {
                bare.push(format!("{}:{}", source.path, code[..at].lines().count()));
            }
        }
    }
    none(&bare, "begin the view with `class = scope,`");
}

/// Whether a view's text has no lower-case tag up to its closing brace.
fn only_components(view: &str) -> bool {
    let mut depth = 0_i32;
    let end = view.find(|c: char| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        depth < 0
    });
    let body = &view[..end.unwrap_or(view.len())];
    !body
        .match_indices('<')
        .any(|(at, _)| body[at + 1..].starts_with(|c: char| c.is_ascii_lowercase()))
}

#[test]
fn the_contract_knows_no_browser_and_no_database() {
    let manifest = fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/contract/Cargo.toml"),
    )
    .unwrap();
    let found: Vec<String> = [
        "leptos",
        "web-sys",
        "js-sys",
        "wasm-bindgen",
        "sqlx",
        "axum",
    ]
    .iter()
    .filter(|package| manifest.lines().any(|line| line.starts_with(*package)))
    .map(|package| format!("crates/contract/Cargo.toml: {package}"))
    .collect();
    none(&found, "the contract is for everyone: leave it without");
}

#[test]
fn every_message_is_used() {
    let sources = source::all();
    let keys = sources
        .iter()
        .find(|source| source.path == "src/i18n/keys.rs")
        .unwrap();
    let users: Vec<&Source> = sources
        .iter()
        .filter(|source| source.path.starts_with("src/") && source.path != keys.path)
        .collect();
    let unused: Vec<String> = keys
        .code
        .iter()
        .filter_map(|line| line.strip_prefix("pub const ")?.split_once(": Key"))
        .map(|(key, _)| key.to_owned())
        .filter(|key| {
            !users
                .iter()
                .any(|source| source.code.iter().any(|line| names(line, key)))
        })
        .collect();
    none(
        &unused,
        "remove the message from src/i18n/<locale>/*.json and run `cargo xtask messages`",
    );
}

fn names(line: &str, word: &str) -> bool {
    let part_of_word = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        !line[..at].ends_with(part_of_word) && !line[at + word.len()..].starts_with(part_of_word)
    })
}

#[test]
fn rules_find_what_they_look_for() {
    let breaking = [
        (&rules::PANICS, "src/x/a.rs", "let a = b.unwrap();"),
        (
            &rules::MARKUP,
            "src/x/a.rs",
            "element.set_inner_html(text);",
        ),
        (&rules::LEAKING_LISTS, "src/x/a.rs", "<For each=rows"),
        (
            &rules::STYLE_ATTRIBUTES,
            "src/x/a.rs",
            "<p style=\"top:0\">",
        ),
        (
            &rules::FETCHING_BLOCKS,
            "src/blocks/a.rs",
            "use crate::client::Client;",
        ),
        (
            &rules::STYLE_SHEETS,
            "src/blocks/a.rs",
            "CssStyleSheet::new()",
        ),
        (
            &rules::SHADOW_ROOTS,
            "src/blocks/a.rs",
            "host.attach_shadow(&init)",
        ),
        (&rules::MARKUP, "src/x/a.js", "place.innerHTML = text"),
        (&rules::LONE_PARTS, "src/x/a.rs", "\"[part=heading]\""),
        (
            &rules::STYLE_SHEETS,
            "src/designer/a.js",
            "root.adoptedStyleSheets.push(sheet)",
        ),
        (
            &rules::SHADOW_ROOTS,
            "src/blocks/a.js",
            "host.attachShadow({ mode: 'open' })",
        ),
    ];
    for (rule, path, line) in breaking {
        let source = Source {
            path: path.to_owned(),
            text: String::new(),
            code: vec![line.to_owned()],
        };
        assert_eq!(rule.breaches(&[source]).len(), 1, "{line}");
    }
}
