//! Which room may use which, in the kit and in the reference server.

use crate::source::Source;

/// A room and the rooms it may use beside itself and the contract.
type Room = (&'static str, &'static [&'static str]);

/// Where rooms lie, and the files there that are in none.
struct House {
    root: &'static str,
    rooms: &'static [Room],
    /// What puts the rooms together.
    outside: &'static [&'static str],
}

const HOUSES: [House; 2] = [
    House {
        root: "src/",
        rooms: KIT,
        outside: &["lib.rs", "bin/"],
    },
    House {
        root: "crates/server/src/",
        rooms: SERVER,
        outside: &["lib.rs", "main.rs"],
    },
];

const KIT: &[Room] = &[
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

const SERVER: &[Room] = &[
    ("suggestion", &[]),
    ("origin", &[]),
    ("private_files", &[]),
    ("auth", &["private_files"]),
    ("blocks", &[]),
    ("locale", &[]),
    ("programme", &["origin", "suggestion"]),
    ("engine", &["programme"]),
    ("time", &["engine"]),
    ("clock", &["time"]),
    ("db", &["engine", "private_files", "programme"]),
    ("error", &["db"]),
    ("in_flight", &["error"]),
    ("words", &["error", "locale", "programme"]),
    ("alias", &["auth", "error", "words"]),
    (
        "app",
        &["auth", "clock", "db", "in_flight", "locale", "programme"],
    ),
    (
        "redeem",
        &[
            "app",
            "auth",
            "db",
            "engine",
            "error",
            "locale",
            "programme",
            "time",
            "words",
        ],
    ),
    ("demo", &["db", "engine", "programme"]),
    (
        "http",
        &[
            "alias",
            "app",
            "auth",
            "db",
            "demo",
            "engine",
            "error",
            "locale",
            "programme",
            "redeem",
            "time",
            "words",
        ],
    ),
    ("options", &["auth", "demo", "http", "origin", "suggestion"]),
    (
        "start",
        &[
            "app",
            "auth",
            "blocks",
            "clock",
            "db",
            "demo",
            "http",
            "in_flight",
            "options",
            "private_files",
            "programme",
            "time",
        ],
    ),
    (
        "operate",
        &[
            "alias",
            "auth",
            "db",
            "engine",
            "options",
            "programme",
            "redeem",
            "start",
            "suggestion",
            "time",
        ],
    ),
];

/// Every use of a room that is not to the left of the user's own.
pub(crate) fn breaches(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources {
        let Some((house, (room, allowed))) = home(&source.path) else {
            continue;
        };
        let code = source.code.join("\n");
        for (at, used) in rooms_named(&code, house.rooms) {
            if used != *room && !allowed.contains(&used) {
                let line = code[..at].matches('\n').count() + 1;
                found.push(format!("{}:{line}: `{room}` uses `{used}`", source.path));
            }
        }
    }
    found
}

/// Every file of a house outside its rooms, so that a new room gets its row above.
pub(crate) fn homeless(sources: &[Source]) -> Vec<String> {
    let is_outside = |path: &str| {
        HOUSES.iter().any(|house| {
            path.strip_prefix(house.root).is_some_and(|inside| {
                !house
                    .outside
                    .iter()
                    .any(|one| inside == *one || (one.ends_with('/') && inside.starts_with(one)))
            })
        })
    };
    sources
        .iter()
        .map(|source| source.path.clone())
        .filter(|path| is_outside(path) && home(path).is_none())
        .collect()
}

fn home(path: &str) -> Option<(&'static House, &'static Room)> {
    HOUSES.iter().find_map(|house| {
        let inside = path.strip_prefix(house.root)?;
        let room = house.rooms.iter().find(|(room, _)| {
            let rest = inside.strip_prefix(room);
            rest.is_some_and(|rest| rest.starts_with(['/', '.']))
        });
        Some((house, room?))
    })
}

/// Each room that is named after `crate::`, alone or in a group, and where.
fn rooms_named(code: &str, rooms: &[Room]) -> Vec<(usize, &'static str)> {
    let mut named = Vec::new();
    for (at, found) in code.match_indices("crate::") {
        let begin = at + found.len();
        let names = match code[begin..].strip_prefix('{') {
            Some(group) => heads(group, begin + 1),
            None => vec![(begin, head(&code[begin..]))],
        };
        named.extend(names.into_iter().filter_map(|(at, name)| {
            let room = rooms.iter().find(|(room, _)| *room == name)?;
            Some((at, room.0))
        }));
    }
    named
}

/// `use crate::{blocks::{Spec, State}, store}` names two: what begins a path of the group.
fn heads(group: &str, begin: usize) -> Vec<(usize, &str)> {
    let mut depth = 0_usize;
    let mut begins = vec![0];
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => begins.push(at + 1),
            _ => {}
        }
    }
    let path = |at: usize| {
        let blank = group[at..].len() - group[at..].trim_start().len();
        (begin + at + blank, head(&group[at + blank..]))
    };
    begins.into_iter().map(path).collect()
}

fn head(path: &str) -> &str {
    path.split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .next()
        .unwrap_or("")
}

#[test]
fn rooms_are_found_alone_and_in_groups() {
    let named = |code: &str| -> Vec<&str> {
        let found = rooms_named(code, KIT).into_iter();
        found.map(|(_, room)| room).collect()
    };
    assert_eq!(named("use crate::client::Error;"), ["client"]);
    assert_eq!(
        named("use crate::{blocks::Spec, store};"),
        ["blocks", "store"]
    );
    assert_eq!(
        named("use crate::{\n    blocks::{Spec, portal},\n    store::Load,\n};\nlet x = style;"),
        ["blocks", "store"]
    );
    assert_eq!(
        named("pub(in crate::store) fn f(x: crate::style::Sheet)"),
        ["store", "style"]
    );
    assert!(named("use crate::clientele;").is_empty());
}

#[test]
fn no_two_rooms_may_use_each_other() {
    for house in HOUSES {
        for (at, (room, allowed)) in house.rooms.iter().enumerate() {
            let left: Vec<&str> = house.rooms[..at].iter().map(|(room, _)| *room).collect();
            for used in *allowed {
                assert!(left.contains(used), "{room} before {used}");
            }
        }
    }
}
