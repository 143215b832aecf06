//! Which room may use which.

use crate::source::Source;

/// A room of `src/` and the rooms it may use beside itself and the contract.
const ROOMS: &[(&str, &[&str])] = &[
    ("reactive", &[]),
    ("dom", &["reactive"]),
    ("i18n", &["reactive"]),
    ("theme", &[]),
    ("style", &["dom"]),
    ("client", &[]),
    ("store", &["client", "i18n", "reactive"]),
    (
        "blocks",
        &[
            "client", "store", "style", "theme", "i18n", "dom", "reactive",
        ],
    ),
    ("app", &["client", "store", "i18n"]),
    (
        "portal",
        &[
            "client", "store", "blocks", "style", "theme", "i18n", "dom", "reactive",
        ],
    ),
    (
        "embed",
        &[
            "client", "store", "blocks", "portal", "style", "theme", "i18n", "dom", "reactive",
        ],
    ),
    (
        "gallery",
        &[
            "app", "client", "store", "blocks", "portal", "embed", "style", "theme", "i18n", "dom",
            "reactive",
        ],
    ),
    (
        "designer",
        &[
            "client", "store", "blocks", "portal", "style", "theme", "i18n", "dom", "reactive",
        ],
    ),
];

/// Every use of a room that is not to the left of the user's own.
pub(crate) fn breaches(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources {
        let Some((room, allowed)) = ROOMS.iter().find(|(room, _)| lives_in(&source.path, room))
        else {
            continue;
        };
        for (at, line) in source.code.iter().enumerate() {
            for used in rooms_named(line) {
                if used != *room && !allowed.contains(&used) {
                    found.push(format!(
                        "{}:{}: `{room}` uses `{used}`: {}",
                        source.path,
                        at + 1,
                        line.trim()
                    ));
                }
            }
        }
    }
    found
}

/// Every file of `src/` outside the rooms, so that a new room gets its row above.
pub(crate) fn homeless(sources: &[Source]) -> Vec<String> {
    let in_a_room = |path: &str| ROOMS.iter().any(|(room, _)| lives_in(path, room));
    sources
        .iter()
        .map(|source| source.path.clone())
        .filter(|path| {
            path.starts_with("src/")
                && path != "src/lib.rs"
                && !path.starts_with("src/bin/")
                && !in_a_room(path)
        })
        .collect()
}

fn lives_in(path: &str, room: &str) -> bool {
    path.strip_prefix("src/")
        .and_then(|path| path.strip_prefix(room))
        .is_some_and(|rest| rest.starts_with(['/', '.']))
}

fn rooms_named(line: &str) -> Vec<&'static str> {
    let mut named = Vec::new();
    for (at, _) in line.match_indices("crate::") {
        let rest = &line[at + "crate::".len()..];
        // `use crate::{blocks::Spec, store}` names several.
        let names: Vec<&str> = match rest.strip_prefix('{') {
            Some(group) => group
                .split([',', '}'])
                .map(|name| name.trim().split("::").next().unwrap_or(""))
                .collect(),
            None => vec![
                rest.split(|c: char| !(c.is_alphanumeric() || c == '_'))
                    .next()
                    .unwrap_or(""),
            ],
        };
        named.extend(
            ROOMS
                .iter()
                .map(|(room, _)| *room)
                .filter(|room| names.contains(room)),
        );
    }
    named
}

#[test]
fn rooms_are_found_alone_and_in_groups() {
    assert_eq!(rooms_named("use crate::client::Error;"), ["client"]);
    assert_eq!(
        rooms_named("use crate::{blocks::Spec, store};"),
        ["store", "blocks"]
    );
    assert_eq!(
        rooms_named("pub(in crate::store) fn f(x: crate::style::Sheet)"),
        ["store", "style"]
    );
    assert!(rooms_named("use crate::clientele;").is_empty());
}
