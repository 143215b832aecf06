//! What is refused, to whom, and with which facts.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use palier_contract::document::{BlockSchema, Lock, Node, PortalDocument, SlotSchema, blocks};
use palier_edit::{Op, Position, Refusal, Role, Rules, SlotRef, Tree, apply, permits};
use serde_json::json;
use support::{at, bytes, from, id, page, rules, tree};

fn insert(slot: SlotRef, node: Node) -> Op {
    let at = Position::end(slot);
    let nodes = vec![node];
    Op::Insert { at, nodes }
}

fn shift(name: &str, slot: SlotRef) -> Op {
    Op::Move {
        ids: vec![id(name)],
        to: Position::end(slot),
    }
}

fn set(name: &str, prop: &str, breakpoint: Option<&str>) -> Op {
    Op::SetProp {
        id: id(name),
        name: prop.into(),
        breakpoint: breakpoint.map(str::to_owned),
        value: Some(json!("s")),
    }
}

fn main_of(name: &str) -> SlotRef {
    SlotRef::of(&id(name), "main")
}

/// The refusal's word; `done` when there is none.
fn end(op: &Op, rules: &Rules) -> &'static str {
    let mut tree = tree();
    let before = bytes(&tree);
    match apply(&mut tree, op, rules) {
        Ok(_) => "done",
        Err(refusal) => {
            assert_eq!(bytes(&tree), before, "refused, yet changed: {op:?}");
            assert!(!refusal.to_string().is_empty());
            refusal.word()
        }
    }
}

#[test]
fn every_op_is_held_to_role_and_locks() {
    let remove = |name: &str| Op::Remove {
        ids: vec![id(name)],
    };
    let node = || Node::new(id("new"), "spacer", 1);
    let lock = Op::SetLock {
        id: id("sec"),
        lock: vec![Lock::Move],
    };
    let token = |name: &str| Op::SetToken {
        name: name.into(),
        value: None,
    };
    let span = |name: &str| Op::SetSpan {
        id: id(name),
        breakpoint: "md".into(),
        columns: Some(6),
    };
    let rename = |name: &str| Op::Rename {
        id: id(name),
        name: Some("N".into()),
    };
    let hide = |name: &str| Op::SetHidden {
        id: id(name),
        breakpoint: "base".into(),
        hidden: Some(true),
    };
    let when = |name: &str| Op::SetWhen {
        id: id(name),
        when: Some(Default::default()),
    };
    let title = Op::SetTitle {
        locale: "en".into(),
        text: Some("T".into()),
    };
    for (op, admin, designer, editor) in [
        (remove("btn"), "done", "done", "role"),
        (remove("hero"), "done", "locked", "role"),
        (shift("hero", main_of("sec")), "done", "locked", "role"),
        (insert(main_of("shut"), node()), "done", "locked", "role"),
        (shift("btn", main_of("shut")), "done", "locked", "role"),
        (set("sec", "title", None), "done", "done", "done"),
        (set("sec", "padding", None), "done", "done", "role"),
        (set("text", "text", None), "done", "locked", "locked"),
        (set("shut", "padding", Some("md")), "done", "locked", "role"),
        (set("board", "limit", None), "done", "done", "role"),
        (span("sec"), "done", "done", "role"),
        (span("shut"), "done", "locked", "role"),
        (rename("btn"), "done", "done", "role"),
        (rename("text"), "done", "locked", "role"),
        (hide("sec"), "done", "done", "role"),
        (hide("shut"), "done", "locked", "role"),
        (when("btn"), "done", "done", "role"),
        // It holds a text that is locked against editing.
        (when("cols"), "done", "locked", "role"),
        (when("sec"), "done", "locked", "role"),
        (lock, "done", "role", "role"),
        (token("color.accent"), "done", "token_locked", "role"),
        (token("color.ink"), "done", "done", "role"),
        (title, "done", "done", "role"),
        (
            Op::LockToken {
                name: "color.ink".into(),
                locked: true,
            },
            "done",
            "role",
            "role",
        ),
    ] {
        let ends = [Role::Admin, Role::Designer, Role::ContentEditor].map(|r| end(&op, &rules(r)));
        assert_eq!(ends, [admin, designer, editor], "{op:?}");
    }
}

#[test]
fn an_op_that_makes_no_sense_is_refused_with_its_reason() {
    let span = |columns| Op::SetSpan {
        id: id("board"),
        breakpoint: "md".into(),
        columns: Some(columns),
    };
    let mut deep = Node::new(id("d1"), "section", 1);
    let mut inner = Node::new(id("d2"), "section", 1);
    inner
        .slots
        .insert("main".into(), vec![Node::new(id("d3"), "spacer", 1)]);
    deep.slots.insert("main".into(), vec![inner]);
    let start = SlotRef::of(&id("cols"), "start");
    for (op, word) in [
        (
            shift("sec", SlotRef::of(&id("cols"), "end")),
            "inside_itself",
        ),
        (shift("sec", main_of("sec")), "inside_itself"),
        (shift("ghost", SlotRef::page()), "no_such_block"),
        (shift("btn", main_of("ghost")), "no_such_block"),
        (
            shift("btn", SlotRef::of(&id("cols"), "middle")),
            "no_such_slot",
        ),
        (shift("btn", SlotRef::of(&id("tabs"), "tab2")), "done"),
        (
            shift("btn", SlotRef::of(&id("tabs"), "tab3")),
            "no_such_slot",
        ),
        (
            shift(
                "btn",
                SlotRef {
                    node: None,
                    slot: "side".into(),
                },
            ),
            "no_such_slot",
        ),
        (
            shift("btn", SlotRef::of(&id("odd"), "right")),
            "unknown_block",
        ),
        (
            Op::Move {
                ids: vec![id("btn")],
                to: at(SlotRef::page(), Some("tier")),
            },
            "no_such_place",
        ),
        (
            Op::Move {
                ids: vec![id("btn"), id("btn")],
                to: Position::end(SlotRef::page()),
            },
            "duplicate_id",
        ),
        (
            insert(SlotRef::page(), Node::new(id("btn"), "spacer", 1)),
            "duplicate_id",
        ),
        (
            insert(SlotRef::page(), Node::new(id(""), "spacer", 1)),
            "empty_id",
        ),
        (insert(start, deep), "too_deep"),
        (set("btn", "glow", None), "unknown_prop"),
        (set("odd", "z", None), "unknown_block"),
        (set("sec", "title", Some("md")), "not_responsive"),
        (set("sec", "padding", Some("xxl")), "unknown_breakpoint"),
        (span(2), "span_out_of_range"),
        (span(13), "span_out_of_range"),
        (span(3), "done"),
        (
            Op::KeepEmpty {
                slot: main_of("sec"),
                keep: false,
            },
            "not_empty",
        ),
    ] {
        assert_eq!(end(&op, &rules(Role::Admin)), word, "{op:?}");
    }
}

#[test]
fn an_id_that_was_removed_is_never_used_again() {
    let (mut tree, rules) = (tree(), rules(Role::Admin));
    apply(
        &mut tree,
        &Op::Remove {
            ids: vec![id("btn")],
        },
        &rules,
    )
    .unwrap();
    let again = insert(SlotRef::page(), Node::new(id("btn"), "spacer", 1));
    let refusal = apply(&mut tree, &again, &rules).unwrap_err();
    assert_eq!(refusal, Refusal::DuplicateId { id: id("btn") });
}

#[test]
fn a_slot_that_is_choosy_says_what_it_takes_and_how_many() {
    const STAND: BlockSchema = BlockSchema {
        kind: "stand",
        steps: &[],
        slots: &[SlotSchema {
            name: "top",
            accepts: &["spacer"],
            max: Some(1),
        }],
        props: &[],
        labels: None,
        narrowest: 1,
        widest: 12,
    };
    let document = from(json!({ "schema": 1, "id": "p", "title": {}, "root": [
        { "id": "s", "type": "stand" }, { "id": "a", "type": "spacer" }, { "id": "b", "type": "spacer" },
        { "id": "h", "type": "hero" } ] }));
    let mut rules = rules(Role::Designer);
    rules.blocks = vec![STAND, blocks::SPACER, blocks::HERO];
    let mut tree = Tree::new(document).unwrap();
    let top = || SlotRef::of(&id("s"), "top");
    let refusal = apply(&mut tree, &shift("h", top()), &rules).unwrap_err();
    let accepts = vec!["spacer".to_owned()];
    let expected = Refusal::SlotRefuses {
        kind: "hero".into(),
        within: "stand".into(),
        slot: "top".into(),
        accepts,
    };
    assert_eq!(refusal, expected);
    apply(&mut tree, &shift("a", top()), &rules).unwrap();
    let refusal = apply(&mut tree, &shift("b", top()), &rules).unwrap_err();
    let expected = Refusal::SlotFull {
        within: "stand".into(),
        slot: "top".into(),
        max: 1,
    };
    assert_eq!(refusal, expected);
    // What is there may be put where it is.
    assert!(
        apply(&mut tree, &shift("a", top()), &rules)
            .unwrap()
            .changes
            .is_empty()
    );
}

#[test]
fn a_block_of_a_newer_version_is_not_edited() {
    let document = from(json!({ "schema": 1, "id": "p", "title": {}, "root": [
        { "id": "a", "type": "spacer", "v": 9 } ] }));
    let mut tree = Tree::new(document).unwrap();
    let refusal = apply(&mut tree, &set("a", "size", None), &rules(Role::Admin)).unwrap_err();
    assert_eq!(refusal.word(), "newer_block");
}

#[test]
fn another_portals_document_does_not_replace_this_one() {
    let mut other = page();
    other.id = "q".into();
    let replace = Op::Replace {
        document: Box::new(other),
    };
    assert_eq!(end(&replace, &rules(Role::Admin)), "other_document");
    let mut without = page();
    without.root.remove(0);
    let replace = Op::Replace {
        document: Box::new(without),
    };
    assert_eq!(end(&replace, &rules(Role::Admin)), "done");
    assert_eq!(end(&replace, &rules(Role::Designer)), "locked");
    assert_eq!(end(&replace, &rules(Role::ContentEditor)), "role");
}

#[test]
fn a_locked_token_that_is_inherited_holds_its_preset() {
    let theme = |tokens: &str| {
        let json = format!(
            r#"{{"schema":1,"id":"p","title":{{}},"root":[],"theme":{{"ref":"harbour",
            "tokens":{tokens},"locked":["color.accent","color.accent-light","color.accent-dark"]}}}}"#
        );
        serde_json::from_str(&json).unwrap()
    };
    let other = Op::SetPreset {
        preset: Some("ember".into()),
    };
    let same = Op::SetPreset {
        preset: Some("harbour".into()),
    };
    for (tokens, expected) in [
        ("{}", "token_locked"),
        (r##"{"color.ink":"#111111"}"##, "token_locked"),
        (r##"{"color.accent-light":"#0b5f74"}"##, "done"),
        (r##"{"color.accent":"#0b5f74"}"##, "done"),
    ] {
        let before: PortalDocument = theme(tokens);
        let mut tree = Tree::new(before.clone()).unwrap();
        assert!(apply(&mut tree.clone(), &same, &rules(Role::Designer)).is_ok());
        let refused = apply(&mut tree.clone(), &other, &rules(Role::Designer)).err();
        let code = refused.map_or("done", |refusal| refusal.word());
        assert_eq!(code, expected, "{tokens}");
        apply(&mut tree, &other, &rules(Role::Admin)).unwrap();
        let sent = permits(Role::Designer, &before, &tree.to_document(), blocks::ALL);
        assert_eq!(sent.is_ok(), expected == "done", "{tokens}");
    }
}
