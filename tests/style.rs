//! The generated sheets, read back: nothing of the sources is lost, everything is scoped.
//!
//! `cargo xtask styles` checks its input; this looks at its output, with the sources only
//! counted, so that an error in one is not repeated in the other.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot read its files fails"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A sheet: its source, its class and its generated text.
struct Sheet {
    source: PathBuf,
    class: String,
    css: String,
}

impl Sheet {
    fn stem(&self) -> String {
        self.source
            .file_stem()
            .unwrap()
            .to_string_lossy()
            .into_owned()
    }

    fn source_css(&self) -> String {
        without_comments(&fs::read_to_string(&self.source).unwrap())
    }
}

/// Every source of a scoped sheet, with what `src/style/sheets.rs` makes of it.
fn sheets() -> Vec<Sheet> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let generated = fs::read_to_string(root.join("src/style/sheets.rs")).unwrap();
    let mut sheets = Vec::new();
    for folder in ["style/blocks", "style/designer"] {
        let Ok(entries) = fs::read_dir(root.join(folder)) else {
            continue;
        };
        for source in entries
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|e| e == "css"))
        {
            let name = source.file_stem().unwrap().to_string_lossy().to_uppercase();
            let (_, constant) = generated
                .split_once(&format!("pub const {name}: Sheet"))
                .unwrap_or_else(|| {
                    panic!(
                        "{} has no constant: run `cargo xtask styles`",
                        source.display()
                    )
                });
            let class = between(constant, "class: \"", "\",").to_owned();
            let css = between(constant, "css: ", ",\n}")
                .trim_start_matches('r')
                .trim_matches('#')
                .trim_matches('"')
                .to_owned();
            sheets.push(Sheet { source, class, css });
        }
    }
    assert!(!sheets.is_empty(), "there are no sheets at all");
    sheets
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    text.split_once(before)
        .and_then(|(_, rest)| rest.split_once(after))
        .unwrap()
        .0
}

fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    first
        + &parts
            .map(|part| part.split_once("*/").unwrap().1)
            .collect::<String>()
}

/// The text before each `{`, outside strings, from the `{`, `}` or `;` before it.
fn heads(css: &str) -> Vec<String> {
    let (mut heads, mut head, mut quote) = (Vec::new(), String::new(), None);
    for c in css.chars() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '{') => {
                heads.push(head.trim().to_owned());
                head.clear();
                continue;
            }
            (None, '}' | ';') => {
                head.clear();
                continue;
            }
            _ => {}
        }
        head.push(c);
    }
    heads
}

/// The selectors that must be scoped: no at-rules, no steps of keyframes, no nested `&`.
fn selectors(css: &str) -> Vec<String> {
    let step = |head: &str| {
        head.split(',')
            .all(|part| matches!(part.trim(), "from" | "to") || part.trim().ends_with('%'))
    };
    heads(css)
        .into_iter()
        .filter(|head| !head.starts_with('@') && !step(head) && !head.contains('&'))
        .collect()
}

/// Splits at commas outside brackets and strings.
fn parts(selector: &str) -> Vec<String> {
    let (mut parts, mut depth, mut quote) = (vec![String::new()], 0_i32, None);
    for c in selector.chars() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '(' | '[') => depth += 1,
            (None, ')' | ']') => depth -= 1,
            (None, ',') if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        parts.last_mut().unwrap().push(c);
    }
    parts
}

#[test]
fn as_many_rules_come_out_as_go_in() {
    for sheet in sheets() {
        let source = sheet.source_css();
        // Rules without a declaration are left out on purpose.
        let empty = heads(&source).len()
            - heads(
                &source
                    .split_whitespace()
                    .collect::<String>()
                    .replace("{}", ""),
            )
            .len();
        assert_eq!(
            heads(&sheet.css).len(),
            heads(&source).len() - empty,
            "{}",
            sheet.source.display()
        );
    }
}

#[test]
fn every_part_of_every_selector_carries_the_class() {
    for sheet in sheets() {
        let scope = format!(".{}", sheet.class);
        for selector in selectors(&sheet.css) {
            for part in parts(&selector) {
                assert!(
                    part.contains(&scope),
                    "{}: `{part}` of `{selector}` is not scoped",
                    sheet.source.display()
                );
            }
        }
    }
}

#[test]
fn classes_are_made_from_the_stem_and_differ() {
    let mut seen = BTreeSet::new();
    for sheet in sheets() {
        assert_eq!(
            sheet.class,
            format!("palier-{}", sheet.stem().replace('_', "-"))
        );
        assert!(
            seen.insert(sheet.class.clone()),
            "{} stands twice",
            sheet.class
        );
    }
}

#[test]
fn keyframes_begin_with_the_stem() {
    for sheet in sheets() {
        let stem = sheet.stem().replace('_', "-");
        for name in heads(&sheet.css)
            .iter()
            .filter_map(|head| head.strip_prefix("@keyframes "))
        {
            let own = name.strip_prefix("palier-").unwrap_or(name);
            assert!(
                own.starts_with(&stem),
                "{}: @keyframes {name}",
                sheet.source.display()
            );
        }
    }
}

/// A class that no view draws is dead weight in every brand's page.
#[test]
fn every_class_of_a_sheet_is_drawn() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut views = String::new();
    collect(&root.join("src"), &mut views);
    let mut dead = Vec::new();
    for sheet in sheets() {
        let classes: BTreeSet<String> = heads(&sheet.source_css())
            .iter()
            .flat_map(|head| classes(head))
            .collect();
        dead.extend(
            classes
                .into_iter()
                .filter(|class| !views.contains(class.as_str()))
                .map(|class| format!("{}: .{class}", sheet.source.display())),
        );
    }
    assert!(
        dead.is_empty(),
        "no view names these classes:\n  {}",
        dead.join("\n  ")
    );
}

fn collect(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, text);
        } else if !path.ends_with("sheets.rs")
            && path.extension().is_some_and(|e| e == "rs" || e == "js")
        {
            text.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

fn classes(selector: &str) -> Vec<String> {
    if selector.starts_with('@') {
        return Vec::new();
    }
    let name = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    selector
        .match_indices('.')
        .map(|(at, _)| {
            selector[at + 1..]
                .chars()
                .take_while(|c| name(*c))
                .collect::<String>()
        })
        .filter(|class| class.starts_with(|c: char| c.is_alphabetic()))
        .collect()
}
