//! What holds for every op on every document.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use std::collections::BTreeSet;

use palier_contract::{document::write, ids::NodeId};
use palier_edit::{Editor, Op, Role, Tree, apply};
use proptest::prelude::*;
use support::{bytes, demos, drafts, page, rules, tree};

const ROLES: [Role; 3] = [Role::Admin, Role::Designer, Role::ContentEditor];

fn ids_are_unique(tree: &Tree) -> bool {
    let walked = tree.walk(&[]);
    let distinct: BTreeSet<&NodeId> = walked.iter().collect();
    distinct.len() == walked.len() && walked.len() == tree.len()
}

#[test]
fn a_tree_gives_back_the_bytes_that_it_was_made_of() {
    for (name, document) in demos().chain([("page", page())]) {
        let before = write(&document).unwrap();
        let tree = Tree::new(document).unwrap();
        assert_eq!(bytes(&tree), before, "{name}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn undoing_an_op_gives_back_the_same_bytes(drafts in drafts(40), role in prop::sample::select(&ROLES)) {
        let (mut tree, rules) = (tree(), rules(role));
        for draft in &drafts {
            let op = draft.op(&tree);
            let before = tree.clone();
            match apply(&mut tree, &op, &rules) {
                Ok(done) => {
                    prop_assert!(ids_are_unique(&tree), "{op:?}");
                    prop_assert_eq!(done.changes.is_empty(), bytes(&tree) == bytes(&before), "{:?}", op);
                    let after = bytes(&tree);
                    let mut editor = Editor::new(before.clone(), rules.clone());
                    editor.perform("x", vec![op.clone()]).unwrap();
                    prop_assert_eq!(bytes(editor.tree()), after);
                    editor.undo();
                    prop_assert_eq!(bytes(editor.tree()), bytes(&before), "{:?}", op);
                }
                Err(_) => prop_assert_eq!(&tree, &before, "refused, yet changed: {:?}", op),
            }
        }
    }

    #[test]
    fn an_op_is_the_same_after_a_journey_as_text(drafts in drafts(12)) {
        let tree = tree();
        for draft in &drafts {
            let op = draft.op(&tree);
            let text = serde_json::to_string(&op).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Op>(&text).unwrap(), &op, "{}", text);
        }
    }

    #[test]
    fn performing_many_ops_does_all_or_nothing(drafts in drafts(6)) {
        let mut editor = Editor::new(tree(), rules(Role::Designer));
        let ops: Vec<Op> = drafts.iter().map(|draft| draft.op(editor.tree())).collect();
        let before = bytes(editor.tree());
        let would = editor.would(&ops).is_ok();
        let done = editor.perform("many", ops).is_ok();
        prop_assert_eq!(would, done);
        if !done {
            prop_assert_eq!(bytes(editor.tree()), before);
            prop_assert_eq!(editor.can_undo(), None);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn five_hundred_random_ops_are_undone_and_redone_byte_for_byte(drafts in drafts(1200)) {
        let mut editor = Editor::new(tree(), rules(Role::Admin));
        let start = bytes(editor.tree());
        let mut states = vec![start.clone()];
        for draft in &drafts {
            let op = draft.op(editor.tree());
            let changed = editor.perform("x", vec![op]).is_ok_and(|changes| !changes.is_empty());
            if changed {
                states.push(bytes(editor.tree()));
            }
            if states.len() > 500 {
                break;
            }
        }
        for state in states.iter().rev().skip(1) {
            prop_assert!(editor.undo().is_some());
            prop_assert_eq!(&bytes(editor.tree()), state);
        }
        prop_assert!(editor.undo().is_none() && !editor.is_dirty());
        for state in states.iter().skip(1) {
            prop_assert!(editor.redo().is_some());
            prop_assert_eq!(&bytes(editor.tree()), state);
        }
        prop_assert!(editor.redo().is_none());
    }
}
