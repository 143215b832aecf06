//! Where blocks may go; copying, pasting and telling documents apart.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use palier_contract::document::{Lock, blocks};
use palier_edit::{Change, Op, Role, SlotRef, Tree, apply, clipboard, diff, fresh_id, moves};
use serde_json::{Value, json};
use support::{bytes, id, page, random, rules, tree};

#[test]
fn a_page_is_read_in_the_order_of_its_slots() {
    let tree = tree();
    let walked: Vec<String> = tree
        .walk(blocks::ALL)
        .iter()
        .map(ToString::to_string)
        .collect();
    // `start` before `end`, though not in the alphabet.
    let expected = "hero sec cols board text tier odd mist tabs img shut btn";
    assert_eq!(walked.join(" "), expected);
    assert_eq!((tree.depth(&id("tier")), tree.depth(&id("hero"))), (2, 0));
    let picked = tree.outermost(
        &[id("btn"), id("tier"), id("sec"), id("ghost")],
        blocks::ALL,
    );
    assert_eq!(picked, [id("sec"), id("btn")]);
}

#[test]
fn the_menu_moves_where_its_words_say() {
    let root = |tree: &Tree| {
        tree.children(&SlotRef::page())
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(" ")
    };
    let go = |to: Option<palier_edit::Position>, who: &str| {
        let mut tree = tree();
        let op = Op::Move {
            ids: vec![id(who)],
            to: to.unwrap(),
        };
        apply(&mut tree, &op, &rules(Role::Admin)).unwrap();
        root(&tree)
    };
    let tree = tree();
    assert_eq!(
        go(moves::up(&tree, &id("sec")), "sec"),
        "sec hero tabs shut btn"
    );
    assert_eq!(
        go(moves::down(&tree, &id("sec")), "sec"),
        "hero tabs sec shut btn"
    );
    assert_eq!(
        go(moves::down(&tree, &id("shut")), "shut"),
        "hero sec tabs btn shut"
    );
    assert_eq!(
        go(moves::first(&tree, &id("btn")), "btn"),
        "btn hero sec tabs shut"
    );
    assert_eq!(
        go(moves::last(&tree, &id("hero")), "hero"),
        "sec tabs shut btn hero"
    );
    assert_eq!(
        go(moves::out(&tree, &id("img")), "img"),
        "hero sec tabs img shut btn"
    );
    for nowhere in [
        moves::up(&tree, &id("hero")),
        moves::first(&tree, &id("hero")),
        moves::down(&tree, &id("btn")),
        moves::last(&tree, &id("btn")),
        moves::out(&tree, &id("btn")),
        moves::up(&tree, &id("ghost")),
    ] {
        assert_eq!(nowhere, None);
    }
    let into = moves::into(&tree, &rules(Role::Designer), &id("shut"));
    let slots: Vec<String> = into.into_iter().map(|to| to.slot.slot).collect();
    assert_eq!(slots, ["tab1", "tab2"]);
}

#[test]
fn every_target_that_is_offered_is_one_that_works() {
    let (tree, rules) = (tree(), rules(Role::Designer));
    for who in ["sec", "cols", "board", "btn", "odd", "mist", "tabs"] {
        let targets = moves::targets(&tree, &rules, &[id(who)]);
        assert!(!targets.is_empty(), "{who}");
        for target in targets {
            let mut tree = tree.clone();
            let to = target.position.clone();
            let op = Op::Move {
                ids: vec![id(who)],
                to,
            };
            let done = apply(&mut tree, &op, &rules).unwrap();
            assert!(!done.changes.is_empty(), "{who} stays at {target:?}");
            let place = (target.position.slot.clone(), target.index);
            assert_eq!(tree.place_of(&id(who)), Some(place));
            assert_eq!(tree.children(&target.position.slot).len(), target.count);
        }
    }
    assert_eq!(
        moves::targets(&tree, &rules, &[id("hero")]),
        [],
        "it is locked"
    );
    let within = |slot: &SlotRef| slot.node == Some(id("sec"));
    assert!(
        !moves::targets(&tree, &rules, &[id("sec")])
            .iter()
            .any(|t| within(&t.position.slot))
    );
}

#[test]
fn a_block_is_made_wider_and_narrower_as_far_as_it_goes() {
    let (mut tree, rules) = (tree(), rules(Role::Designer));
    assert_eq!(moves::wider(&tree, &rules, &id("tier"), "lg"), None);
    let mut steps = 0;
    while let Some(op) = moves::narrower(&tree, &rules, &id("tier"), "lg") {
        apply(&mut tree, &op, &rules).unwrap();
        steps += 1;
    }
    assert_eq!(
        (steps, tree.node(&id("tier")).unwrap().node.span_at("lg")),
        (9, 3)
    );
    assert_eq!(tree.node(&id("tier")).unwrap().node.span_at("md"), 12);
    // What `md` says holds at `lg` too.
    let op = moves::wider(&tree, &rules, &id("sec"), "lg").unwrap();
    assert_eq!(
        op,
        Op::SetSpan {
            id: id("sec"),
            breakpoint: "lg".into(),
            columns: Some(8)
        }
    );
}

#[test]
fn what_is_pasted_is_what_was_copied_with_ids_of_its_own() {
    let tree = tree();
    let text = clipboard::copy(&tree, &[id("board"), id("btn"), id("sec")], blocks::ALL);
    let pasted = clipboard::paste(&text, &tree, blocks::ALL, Role::Admin, &mut random(3)).unwrap();
    let kinds: Vec<&str> = pasted.iter().map(|node| node.kind.as_str()).collect();
    assert_eq!(kinds, ["section", "button"]);
    let again = serde_json::to_string(&pasted).unwrap();
    for old in tree.walk(&[]) {
        assert!(
            !again.contains(&format!("\"id\":\"{old}\"")),
            "{old} came along"
        );
    }
    let strip = |mut value: Value| {
        fn clean(value: &mut Value) {
            match value {
                Value::Object(fields) => {
                    fields.remove("id");
                    fields.values_mut().for_each(clean);
                }
                Value::Array(items) => items.iter_mut().for_each(clean),
                _ => {}
            }
        }
        clean(&mut value);
        value
    };
    let original =
        serde_json::to_value([tree.subtree(&id("sec")), tree.subtree(&id("btn"))]).unwrap();
    assert_eq!(
        strip(serde_json::to_value(&pasted).unwrap()),
        strip(original)
    );
}

#[test]
fn a_designer_pastes_without_locks() {
    let tree = tree();
    let text = clipboard::copy(&tree, &[id("hero")], blocks::ALL);
    for (role, locks) in [(Role::Designer, 0), (Role::Admin, 2)] {
        let pasted = clipboard::paste(&text, &tree, blocks::ALL, role, &mut random(3)).unwrap();
        assert_eq!(pasted[0].lock.len(), locks);
    }
    assert_eq!(
        tree.node(&id("hero")).unwrap().node.lock,
        [Lock::Move, Lock::Remove]
    );
}

#[test]
fn a_text_that_is_something_else_is_refused() {
    let tree = tree();
    for (text, word) in [
        (String::new(), "no_blocks"),
        ("hello".into(), "no_blocks"),
        (r#"{"nodes":[]}"#.into(), "no_blocks"),
        (
            r#"{"palier":"palier-blocks","schema":1,"nodes":[]}"#.into(),
            "no_blocks",
        ),
        (
            r#"{"palier":"palier-blocks","schema":1,"nodes":[{"id":5}]}"#.into(),
            "malformed",
        ),
        (
            r#"{"palier":"palier-blocks","schema":9,"nodes":[{"id":"a","type":"hero"}]}"#.into(),
            "other_document",
        ),
        (
            r#"{"palier":"palier-blocks","schema":1,"nodes":[{"id":"a","type":"hero","v":9}]}"#
                .into(),
            "newer_block",
        ),
        ("[".repeat(100_000), "no_blocks"),
        (" ".repeat(3_000_000), "no_blocks"),
    ] {
        let refusal = clipboard::paste(&text, &tree, blocks::ALL, Role::Admin, &mut random(1));
        assert_eq!(refusal.unwrap_err().word(), word, "{text:.60}");
    }
}

#[test]
fn a_poor_source_of_randomness_still_gives_new_ids() {
    let mut tree = tree();
    let mut constant = || 7_u64;
    for _ in 0..3 {
        let nodes =
            clipboard::duplicate(&tree, &[id("sec")], blocks::ALL, Role::Admin, &mut constant);
        let nodes = nodes.into_iter().map(|(_, node)| node).collect();
        let op = Op::Insert {
            at: palier_edit::Position::end(SlotRef::page()),
            nodes,
        };
        apply(&mut tree, &op, &rules(Role::Admin)).unwrap();
    }
    assert_eq!(tree.len(), 12 + 3 * 7);
    assert!(!tree.is_used(&fresh_id(&tree, &mut constant)));
}

#[test]
fn a_difference_is_told_once_and_as_what_it_is() {
    let before = page();
    let mut tree = tree();
    let rules = rules(Role::Admin);
    for op in [
        Op::Move {
            ids: vec![id("btn")],
            to: moves::first(&tree, &id("btn")).unwrap(),
        },
        Op::Remove {
            ids: vec![id("tier")],
        },
        Op::SetSpan {
            id: id("sec"),
            breakpoint: "lg".into(),
            columns: Some(4),
        },
        Op::SetProp {
            id: id("sec"),
            name: "padding".into(),
            breakpoint: Some("md".into()),
            value: None,
        },
        Op::SetTitle {
            locale: "fr".into(),
            text: None,
        },
        Op::SetToken {
            name: "color.ink".into(),
            value: Some("#000000".into()),
        },
        Op::Insert {
            at: palier_edit::Position::end(SlotRef::of(&id("shut"), "main")),
            nodes: vec![palier_contract::document::Node::new(id("new"), "spacer", 1)],
        },
    ] {
        apply(&mut tree, &op, &rules).unwrap();
    }
    let page_slot = SlotRef::page;
    let found = diff(&before, &tree.to_document()).unwrap();
    let expected = [
        Change::Title {
            locales: vec!["fr".into()],
        },
        Change::Theme {
            fields: vec!["tokens/color.ink".into()],
        },
        Change::Removed {
            id: id("tier"),
            kind: "tier-progress".into(),
            from: (SlotRef::of(&id("cols"), "end"), 0),
        },
        Change::Moved {
            id: id("btn"),
            kind: "button".into(),
            from: (page_slot(), 4),
            to: (page_slot(), 0),
        },
        Change::Changed {
            id: id("sec"),
            kind: "section".into(),
            fields: vec!["span/lg".into(), "at/md/padding".into()],
        },
        Change::Added {
            id: id("new"),
            kind: "spacer".into(),
            to: (SlotRef::of(&id("shut"), "main"), 0),
        },
    ];
    assert_eq!(found, expected);
    assert_eq!(diff(&before, &before).unwrap(), []);
}

#[test]
fn a_document_whose_ids_clash_is_not_taken() {
    let twice = json!({ "schema": 1, "id": "p", "title": {}, "root": [
        { "id": "a", "type": "hero" }, { "id": "s", "type": "section", "slots": { "main": [{ "id": "a", "type": "hero" }] } } ] });
    assert_eq!(
        Tree::new(support::from(twice)).unwrap_err().word(),
        "duplicate_id"
    );
    let none =
        json!({ "schema": 1, "id": "p", "title": {}, "root": [{ "id": "", "type": "hero" }] });
    assert_eq!(
        Tree::new(support::from(none)).unwrap_err().word(),
        "empty_id"
    );
    assert_eq!(bytes(&tree()), bytes(&tree()));
}
