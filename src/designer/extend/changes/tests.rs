//! Changes that are read, refused for what they say, and refused for what they would do.

use palier_contract::document::{Lock, Node, blocks};
use palier_contract::ids::NodeId;
use palier_edit::{Refusal, Role, Rules, SlotRef, Tree, apply};
use serde_json::{Value, json};

use super::{Fault, Plan, plan};

fn tree() -> Tree {
    let spacer = |id: &str| json!({ "id": id, "type": "spacer", "v": 1 });
    let document = json!({ "schema": 1, "id": "p", "title": {}, "root": [
        { "id": "h", "type": "hero", "v": 1, "props": { "title": { "en": "A" } } },
        { "id": "s", "type": "section", "v": 1, "slots": { "main": [spacer("x"), spacer("y")] } },
        { "id": "l", "type": "spacer", "v": 1, "lock": ["move", "remove"] },
    ]});
    Tree::new(serde_json::from_value(document).unwrap()).unwrap()
}

fn read(changes: &Value, role: Role) -> Result<Plan, Fault> {
    let count = std::cell::Cell::new(0);
    let starter = move |kind: &str| {
        let block = blocks::ALL.iter().find(|block| block.kind == kind)?;
        count.set(count.get() + 1);
        Some(Node::new(
            NodeId::from(format!("new{}", count.get())),
            kind,
            block.v(),
        ))
    };
    plan(&changes.to_string(), &tree(), &Rules::new(role), &starter)
}

/// The blocks in reading order once it is done.
fn after(changes: &Value) -> String {
    let (mut tree, rules) = (tree(), Rules::new(Role::Designer));
    for op in read(changes, Role::Designer).unwrap().ops {
        apply(&mut tree, &op, &rules).unwrap();
    }
    let walked = tree.walk(&rules.blocks);
    let walked: Vec<&str> = walked.iter().map(NodeId::as_str).collect();
    walked.join(" ")
}

#[test]
fn places_are_named_by_a_neighbour_or_by_what_holds_them() {
    let new = |place: Value| {
        let mut change = json!({ "op": "insert", "block": { "type": "spacer" } });
        change
            .as_object_mut()
            .unwrap()
            .extend(place.as_object().unwrap().clone());
        after(&json!([change]))
    };
    assert_eq!(new(json!({})), "h s x y l new1");
    assert_eq!(new(json!({ "before": "h" })), "new1 h s x y l");
    assert_eq!(new(json!({ "after": "x" })), "h s x new1 y l");
    assert_eq!(new(json!({ "into": "s" })), "h s x y new1 l");
    assert_eq!(
        new(json!({ "into": "s", "slot": "main" })),
        "h s x y new1 l"
    );
}

#[test]
fn each_change_sees_what_those_before_it_did() {
    let changes = json!([
        { "op": "remove", "ids": ["x"] },
        { "op": "move", "ids": ["h"], "after": "y" },
        { "op": "insert", "after": "h", "block": { "type": "spacer" } },
        { "op": "insert", "after": "h", "block": { "type": "spacer" } },
    ]);
    assert_eq!(after(&changes), "s y h new2 new1 l");
    let gone = read(
        &json!([{ "op": "remove", "ids": ["x"] }, { "op": "rename", "id": "x" }]),
        Role::Admin,
    );
    let expected = Fault::Malformed("[1].id: there is no block \"x\"".to_owned());
    assert_eq!(gone.unwrap_err(), expected);
}

#[test]
fn a_block_comes_with_what_it_holds_and_its_ids_are_told() {
    let change = json!([{ "op": "insert", "before": "s", "block": {
        "type": "section", "name": "Offers",
        "slots": { "main": [{ "type": "hero", "props": { "title": { "en": "B" } } }] },
    }}]);
    let done = read(&change, Role::Designer).unwrap();
    let mut tree = tree();
    for op in &done.ops {
        apply(&mut tree, op, &Rules::new(Role::Designer)).unwrap();
    }
    let [id] = done.added.as_slice() else {
        panic!("{:?}", done.added);
    };
    assert_eq!(tree.node(id).unwrap().node.name.as_deref(), Some("Offers"));
    let [inner] = tree.children(&SlotRef::of(id, "main")) else {
        panic!("one block is in it");
    };
    let hero = &tree.node(inner).unwrap().node;
    assert_eq!(hero.props.get("title"), Some(&json!({ "en": "B" })));
}

#[test]
fn null_leaves_a_prop_out_and_a_name_too() {
    let changes = json!([
        { "op": "set", "id": "h", "props": { "title": null } },
        { "op": "rename", "id": "h", "name": null },
    ]);
    let ops = read(&changes, Role::Admin).unwrap().ops;
    let (mut tree, rules) = (tree(), Rules::new(Role::Admin));
    for op in &ops {
        apply(&mut tree, op, &rules).unwrap();
    }
    assert!(tree.node(&NodeId::from("h")).unwrap().node.props.is_empty());
}

#[test]
fn what_cannot_be_read_is_named_with_its_place() {
    for (change, place) in [
        (json!(3), "[0]: expected an object"),
        (json!({ "op": "paint" }), "[0].op: expected one of"),
        (
            json!({ "op": "remove", "ids": [] }),
            "[0].ids: expected a list",
        ),
        (
            json!({ "op": "remove", "ids": ["q"] }),
            "[0].ids[0]: there is no block \"q\"",
        ),
        (
            json!({ "op": "rename", "id": "h", "nam": "A" }),
            "[0].nam: expected only id, name",
        ),
        (
            json!({ "op": "set", "id": "h" }),
            "[0].props: expected an object",
        ),
        (
            json!({ "op": "set", "id": "h", "props": { "tilte": { "en": "A" } } }),
            "[0].props.tilte: hero has no such prop",
        ),
        (
            json!({ "op": "set", "id": "h", "props": { "title": 4 } }),
            "[0].props.title: title should be a text per language",
        ),
        (
            json!({ "op": "set", "id": "h", "props": { "button": { "href": "javascript:1" } } }),
            "[0].props.button.href: href should be an https:",
        ),
        (
            json!({ "op": "insert", "block": { "type": "acme-none" } }),
            "[0].block.type: there is no block type \"acme-none\"",
        ),
        (
            json!({ "op": "insert", "block": { "type": "section", "slots": { "main": [{}] } } }),
            "[0].block.slots.main[0].type: expected a text",
        ),
        (
            json!({ "op": "insert", "before": "h", "after": "h", "block": { "type": "spacer" } }),
            "[0]: expected only one of",
        ),
        (
            json!({ "op": "move", "ids": ["h"], "into": "x" }),
            "[0].into: \"x\" holds no blocks",
        ),
        (
            json!({ "op": "move", "ids": ["h"], "slot": "main" }),
            "[0].slot: expected into",
        ),
    ] {
        match read(&json!([change]), Role::Admin) {
            Err(Fault::Malformed(words)) => assert!(words.starts_with(place), "{words}"),
            other => panic!("{place}: {other:?}"),
        }
    }
}

#[test]
fn roles_locks_and_slots_hold_for_commands_too() {
    let refused = |change: Value, role| match read(&json!([change]), role) {
        Err(Fault::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    };
    let removed = json!({ "op": "remove", "ids": ["l"] });
    assert!(read(&json!([removed]), Role::Admin).is_ok());
    assert!(matches!(
        refused(removed, Role::Designer),
        Refusal::Locked {
            lock: Lock::Remove,
            ..
        }
    ));
    let added = json!({ "op": "insert", "block": { "type": "spacer" } });
    assert!(matches!(
        refused(added, Role::ContentEditor),
        Refusal::Role { .. }
    ));
    let inside = json!({ "op": "move", "ids": ["s"], "into": "s" });
    assert!(matches!(
        refused(inside, Role::Admin),
        Refusal::InsideItself { .. }
    ));
    let narrow = json!({ "op": "set", "id": "h", "at": "md", "props": { "title": { "en": "B" } } });
    assert!(matches!(
        refused(narrow, Role::Admin),
        Refusal::NotResponsive { .. }
    ));
}
