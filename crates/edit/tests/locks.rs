//! Locks: what they keep from disappearing, and that editor and server agree.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use palier_contract::document::blocks;
use palier_edit::{Op, Position, Role, SlotRef, Tree, apply, permits};
use serde_json::json;
use support::{from, id, rules, tree};

fn shift(name: &str, slot: SlotRef) -> Op {
    Op::Move {
        ids: vec![id(name)],
        to: Position::end(slot),
    }
}

fn main_of(name: &str) -> SlotRef {
    SlotRef::of(&id(name), "main")
}

#[test]
fn what_the_ops_allow_the_server_permits() {
    // The two are written apart: one looks at an op, the other at its result.
    use proptest::{prelude::*, test_runner::TestRunner};
    let mut runner = TestRunner::new(ProptestConfig::with_cases(300));
    let roles = prop::sample::select(vec![Role::Designer, Role::ContentEditor]);
    let starts = prop::sample::select(vec![tree(), guarded()]);
    let outcome = runner.run(
        &(support::drafts(25), roles, starts),
        |(drafts, role, start)| {
            let mut tree = start;
            for draft in &drafts {
                let op = draft.op(&tree);
                let before = tree.to_document();
                if apply(&mut tree, &op, &rules(role)).is_ok() {
                    let allowed = permits(role, &before, &tree.to_document(), blocks::ALL);
                    prop_assert_eq!(allowed, Ok(()), "{:?}", op);
                }
            }
            Ok(())
        },
    );
    outcome.unwrap();
}

/// A page on which a block that nobody but an admin may touch is in a section, and another
/// section can be seen by nobody.
fn guarded() -> Tree {
    Tree::new(from(json!({ "schema": 1, "id": "p", "title": {}, "root": [
        { "id": "sec", "type": "section", "slots": { "main": [
            { "id": "cols", "type": "columns", "slots": { "start": [{ "id": "fee", "type": "rich-text",
                "lock": ["move", "remove", "edit", "style", "insert"] }] } }] } },
        { "id": "dark", "type": "section", "hidden": { "base": true }, "slots": { "main": [] } },
        { "id": "own", "type": "rich-text", "lock": ["edit_by_content_editors"] },
        { "id": "late", "type": "section", "when": { "audience": ["candidate"] }, "slots": { "main": [] } },
        { "id": "open", "type": "section", "slots": { "main": [] } } ] })))
    .unwrap()
}

#[test]
fn a_locked_block_does_not_disappear_with_what_holds_it() {
    let hide = |name: &str, hidden| Op::SetHidden {
        id: id(name),
        breakpoint: "md".into(),
        hidden: Some(hidden),
    };
    let when = |name: &str| Op::SetWhen {
        id: id(name),
        when: Some(serde_json::from_value(json!({ "audience": ["candidate"] })).unwrap()),
    };
    for (op, word) in [
        (hide("cols", true), "locked"),
        (hide("sec", true), "locked"),
        (hide("open", true), "done"),
        (hide("dark", false), "done"),
        (when("cols"), "locked"),
        (when("sec"), "locked"),
        (when("open"), "done"),
        (shift("cols", main_of("dark")), "locked"),
        (shift("cols", main_of("late")), "locked"),
        (shift("cols", main_of("open")), "done"),
        (shift("sec", SlotRef::page()), "done"),
    ] {
        let before = guarded();
        let said = apply(&mut before.clone(), &op, &rules(Role::Designer));
        assert_eq!(said.map_or_else(|no| no.word(), |_| "done"), word, "{op:?}");
        // The server sees but the document that comes of it.
        let mut after = before.clone();
        apply(&mut after, &op, &rules(Role::Admin)).unwrap();
        let (before, after) = (before.to_document(), after.to_document());
        let sent = permits(Role::Designer, &before, &after, blocks::ALL);
        assert_eq!(
            sent.map_or_else(|no| no.word(), |()| "done"),
            word,
            "{op:?}"
        );
    }
}

#[test]
fn a_lock_for_content_editors_leaves_designers_their_way() {
    let words = |text: &str| Some(json!({ "en": text }));
    let set = |name: &str, prop: &str, value| Op::SetProp {
        id: id(name),
        name: prop.into(),
        breakpoint: None,
        value,
    };
    let page = || {
        Tree::new(from(json!({ "schema": 1, "id": "p", "title": {}, "root": [
            { "id": "law", "type": "image", "props": { "src": "/a.svg", "alt": { "en": "A" } },
                "lock": ["edit_by_content_editors"] },
            { "id": "both", "type": "image", "props": { "alt": { "en": "A" } },
                "lock": ["edit", "edit_by_content_editors"] },
            { "id": "free", "type": "image", "props": { "alt": { "en": "A" } } } ] })))
        .unwrap()
    };
    for (op, designer, editor) in [
        (set("law", "alt", words("B")), "done", "locked"),
        (set("law", "src", Some(json!("/b.svg"))), "done", "locked"),
        (set("both", "alt", words("B")), "locked", "locked"),
        (set("free", "alt", words("B")), "done", "done"),
        (shift("law", SlotRef::page()), "done", "role"),
    ] {
        for (role, expected) in [
            (Role::Admin, "done"),
            (Role::Designer, designer),
            (Role::ContentEditor, editor),
        ] {
            let said = apply(&mut page(), &op, &rules(role));
            let said = said.map_or_else(|no| no.word(), |_| "done");
            assert_eq!(said, expected, "{role:?}: {op:?}");
            let mut after = page();
            apply(&mut after, &op, &rules(Role::Admin)).unwrap();
            let sent = permits(
                role,
                &page().to_document(),
                &after.to_document(),
                blocks::ALL,
            );
            let sent = sent.map_or_else(|no| no.word(), |()| "done");
            assert_eq!(sent, expected, "sent by {role:?}: {op:?}");
        }
    }
}
