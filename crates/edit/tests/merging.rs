//! Two people's edits of one document.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use palier_contract::document::{Node, PortalDocument};
use palier_edit::{Merged, Op, Position, Role, SlotRef, Tree, apply, contains, diff, merge, moves};
use proptest::prelude::*;
use serde_json::json;
use support::{drafts, id, page, rules, tree};

fn edited(ops: &[Op]) -> PortalDocument {
    let mut tree = tree();
    for op in ops {
        apply(&mut tree, op, &rules(Role::Admin)).unwrap();
    }
    tree.to_document()
}

fn merged(mine: &[Op], theirs: &[Op]) -> (Merged, Vec<String>) {
    let merged = merge(&page(), &edited(mine), &edited(theirs)).unwrap();
    let told = merged.conflicts.iter().map(|conflict| {
        let node = conflict.node.as_ref().map_or("page", |id| id.as_str());
        format!("{node} {}", conflict.field)
    });
    let told = told.collect();
    (merged, told)
}

fn title(locale: &str, text: &str) -> Op {
    let mut value = json!({ "en": "Hi" });
    value[locale] = json!(text);
    Op::SetProp {
        id: id("hero"),
        name: "title".into(),
        breakpoint: None,
        value: Some(value),
    }
}

fn remove(name: &str) -> Op {
    Op::Remove {
        ids: vec![id(name)],
    }
}

fn into(name: &str, holder: &str) -> Op {
    Op::Move {
        ids: vec![id(name)],
        to: Position::end(SlotRef::of(&id(holder), "main")),
    }
}

#[test]
fn edits_of_different_things_are_joined() {
    let mine = [title("fr", "Salut"), into("btn", "sec"), remove("tier")];
    let span = Op::SetSpan {
        id: id("hero"),
        breakpoint: "md".into(),
        columns: Some(6),
    };
    let theirs = [
        title("en", "Hello"),
        span,
        Op::Rename {
            id: id("btn"),
            name: None,
        },
    ];
    let (merged, told) = merged(&mine, &theirs);
    assert_eq!(told, [""; 0]);
    let tree = Tree::new(merged.document).unwrap();
    let hero = &tree.node(&id("hero")).unwrap().node;
    assert_eq!(hero.props["title"], json!({ "en": "Hello", "fr": "Salut" }));
    assert_eq!(hero.span.get("md"), Some(&6));
    assert_eq!(tree.parent(&id("btn")), Some(&id("sec")));
    assert_eq!(tree.node(&id("btn")).unwrap().node.name, None);
    assert!(tree.node(&id("tier")).is_none());
}

#[test]
fn what_contradicts_is_told_and_left_as_theirs() {
    let (both, told) = merged(&[title("en", "A")], &[title("en", "B")]);
    assert_eq!(told, ["hero props/title/en"]);
    assert_eq!(both.conflicts[0].mine, Some(json!("A")));
    assert_eq!(both.document, edited(&[title("en", "B")]));
    let (_, told) = merged(&[remove("hero")], &[title("en", "B")]);
    assert_eq!(told, ["hero removed"]);
    let (_, told) = merged(&[title("en", "B")], &[remove("hero")]);
    assert_eq!(told, ["hero removed"]);
    let (_, told) = merged(&[remove("btn")], &[into("btn", "sec")]);
    assert_eq!(told, ["btn removed"]);
    let (_, told) = merged(&[into("btn", "sec")], &[remove("btn")]);
    assert_eq!(told, ["btn removed"]);
    let (_, told) = merged(&[into("btn", "sec")], &[into("btn", "shut")]);
    assert_eq!(told, ["btn place"]);
    let first = Op::Move {
        ids: vec![id("btn")],
        to: moves::first(&tree(), &id("btn")).unwrap(),
    };
    let (_, told) = merged(core::slice::from_ref(&first), core::slice::from_ref(&first));
    assert_eq!(told, [""; 0], "both moved it to one place");
    let (_, told) = merged(&[into("btn", "shut")], &[remove("shut")]);
    assert_eq!(told, ["btn place"]);
}

/// A new block called so, at the end of the page's section.
fn new(name: &str) -> Op {
    Op::Insert {
        at: Position::end(SlotRef::of(&id("sec"), "main")),
        nodes: vec![Node::new(id(name), "spacer", 1)],
    }
}

#[test]
fn who_goes_on_from_what_arrived_has_it_all() {
    let has =
        |mine: &[Op], theirs: &[Op]| contains(&page(), &edited(mine), &edited(theirs)).unwrap();
    let sent = [title("en", "A"), new("one")];
    let onward = [&sent[..], &[new("two"), remove("tier")]].concat();
    assert!(has(&onward, &sent));
    assert!(has(&sent, &sent));
    assert!(has(&sent, &[]));
    assert!(
        !has(&sent, &onward),
        "the other way round something is missing"
    );
    let taken_back = [&sent[..], &[remove("one")]].concat();
    assert!(
        !has(&taken_back, &sent),
        "whether it is to stay is for a person to say"
    );
    assert!(!has(&[title("en", "A")], &[title("en", "B")]));
    let elsewhere = [&sent[..], &[into("one", "shut")]].concat();
    assert!(!has(&elsewhere, &sent));
    let before = [&[new("nought")], &sent[..], &[new("two")]].concat();
    assert!(has(&before, &sent), "what came before it changes nothing");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn one_persons_edits_alone_are_kept_as_they_are(drafts in drafts(12)) {
        let mut tree = tree();
        for draft in &drafts {
            let op = draft.op(&tree);
            let _refused = apply(&mut tree, &op, &rules(Role::Admin));
        }
        let (base, edited) = (page(), tree.to_document());
        for merged in [merge(&base, &edited, &base), merge(&base, &base, &edited)] {
            let merged = merged.unwrap();
            prop_assert_eq!(&merged.conflicts, &[]);
            prop_assert_eq!(diff(&merged.document, &edited).unwrap(), []);
        }
        prop_assert!(contains(&base, &edited, &base).unwrap());
        prop_assert!(contains(&base, &edited, &edited).unwrap());
    }

    #[test]
    fn joining_never_panics_and_keeps_ids_unique(mine in drafts(12), theirs in drafts(12)) {
        let run = |drafts: &[support::Draft]| {
            let mut tree = tree();
            for draft in drafts {
                let op = draft.op(&tree);
                let _refused = apply(&mut tree, &op, &rules(Role::Admin));
            }
            tree.to_document()
        };
        let merged = merge(&page(), &run(&mine), &run(&theirs)).unwrap();
        prop_assert!(Tree::new(merged.document).is_ok());
    }
}
