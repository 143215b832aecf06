//! Undo by intention, selection, and what is not saved.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use palier_edit::{Editor, Intention, Op, Position, Role, SlotRef, clipboard};
use serde_json::json;
use support::{bytes, id, random, rules, tree};

fn editor() -> Editor {
    Editor::new(tree(), rules(Role::Designer))
}

fn typed(text: &str) -> Op {
    Op::SetProp {
        id: id("hero"),
        name: "title".into(),
        breakpoint: None,
        value: Some(json!({ "en": text })),
    }
}

fn burst() -> Intention {
    Intention::new("type").burst("hero/title/en")
}

fn duplicate(editor: &mut Editor, seed: u64) {
    let (tree, rules) = (editor.tree(), editor.rules());
    let copies = clipboard::duplicate(
        tree,
        &[id("sec")],
        &rules.blocks,
        rules.role,
        &mut random(seed),
    );
    let ops = copies
        .into_iter()
        .map(|(_, node)| Op::Insert {
            at: Position::end(SlotRef::page()),
            nodes: vec![node],
        })
        .collect();
    editor.perform("duplicate", ops).unwrap();
}

#[test]
fn two_duplicates_take_two_undos() {
    let mut editor = editor();
    duplicate(&mut editor, 1);
    duplicate(&mut editor, 2);
    assert_eq!(editor.tree().children(&SlotRef::page()).len(), 7);
    editor.undo();
    assert_eq!(editor.tree().children(&SlotRef::page()).len(), 6);
    editor.undo();
    assert!(!editor.is_dirty());
}

#[test]
fn a_burst_of_typing_is_one_intention_until_it_is_settled() {
    let mut editor = editor();
    let start = bytes(editor.tree());
    for text in ["B", "Be", "Bet", "Bett"] {
        editor.perform(burst(), vec![typed(text)]).unwrap();
    }
    editor.settle();
    editor.perform(burst(), vec![typed("Better")]).unwrap();
    editor.undo();
    assert_eq!(
        editor.tree().node(&id("hero")).unwrap().node.props["title"]["en"],
        "Bett"
    );
    editor.undo();
    assert_eq!(bytes(editor.tree()), start);
    assert_eq!(editor.can_undo(), None);
    editor.redo();
    assert_eq!(
        editor.tree().node(&id("hero")).unwrap().node.props["title"]["en"],
        "Bett"
    );
}

#[test]
fn a_burst_ends_with_another_field_another_intention_or_another_selection() {
    let interruptions: [fn(&mut Editor); 4] = [
        |editor| {
            let other = Intention::new("type").burst("hero/text/en");
            let op = Op::SetTitle {
                locale: "en".into(),
                text: Some("T".into()),
            };
            editor.perform(other, vec![op]).unwrap();
        },
        |editor| {
            editor
                .perform("scheme", vec![Op::SetScheme { scheme: None }])
                .unwrap();
        },
        |editor| assert!(editor.select(vec![id("sec")])),
        |editor| {
            editor.undo();
            editor.redo();
        },
    ];
    for interrupt in interruptions {
        let mut editor = editor();
        editor.perform(burst(), vec![typed("a")]).unwrap();
        interrupt(&mut editor);
        editor.perform(burst(), vec![typed("ab")]).unwrap();
        editor.undo();
        assert_eq!(
            editor.tree().node(&id("hero")).unwrap().node.props["title"]["en"],
            "a"
        );
    }
}

#[test]
fn a_burst_that_was_settled_goes_on_unless_something_else_was_done() {
    let mut editor = editor();
    let start = bytes(editor.tree());
    editor.perform(burst(), vec![typed("a")]).unwrap();
    editor.settle();
    editor.resume("hero/title/en");
    editor.perform(burst(), vec![typed("ab")]).unwrap();
    editor.undo();
    assert_eq!(bytes(editor.tree()), start);

    editor.perform(burst(), vec![typed("a")]).unwrap();
    editor
        .perform(
            "scheme",
            vec![Op::SetScheme {
                scheme: Some("dark".into()),
            }],
        )
        .unwrap();
    editor.resume("hero/title/en");
    editor.perform(burst(), vec![typed("ab")]).unwrap();
    editor.undo();
    assert_eq!(
        editor.tree().node(&id("hero")).unwrap().node.props["title"]["en"],
        "a"
    );
}

#[test]
fn undoing_and_redoing_select_what_was_selected() {
    let mut editor = editor();
    editor.select(vec![id("btn")]);
    let remove = vec![Op::Remove {
        ids: vec![id("btn")],
    }];
    let intention = Intention::new("remove").select(vec![id("shut"), id("ghost")]);
    let changes = editor.perform(intention, remove).unwrap();
    assert!(changes.removed.contains(&id("btn")) && changes.slots.contains(&SlotRef::page()));
    assert_eq!(editor.selection(), [id("shut")]);
    editor.undo();
    assert_eq!(editor.selection(), [id("btn")]);
    editor.redo();
    assert_eq!(editor.selection(), [id("shut")]);
}

#[test]
fn what_is_saved_is_known_through_undo_and_redo() {
    let mut editor = editor();
    editor.perform("a", vec![typed("a")]).unwrap();
    let state = editor.state();
    editor.perform("b", vec![typed("b")]).unwrap();
    editor.saved(state);
    assert!(editor.is_dirty(), "b came after what was saved");
    editor.undo();
    assert!(!editor.is_dirty());
    editor.undo();
    assert!(editor.is_dirty());
    editor.perform("c", vec![typed("c")]).unwrap();
    editor.undo();
    assert!(
        editor.is_dirty(),
        "another past than the one that was saved"
    );
    assert_eq!(editor.edits(), 6);
}

#[test]
fn a_refused_intention_leaves_nothing_behind() {
    let mut editor = editor();
    editor.select(vec![id("btn")]);
    let before = bytes(editor.tree());
    let ops = vec![
        typed("x"),
        Op::Remove {
            ids: vec![id("btn")],
        },
        Op::Remove {
            ids: vec![id("hero")],
        },
    ];
    assert_eq!(editor.would(&ops).unwrap_err().word(), "locked");
    assert_eq!(editor.perform("many", ops).unwrap_err().word(), "locked");
    assert_eq!(bytes(editor.tree()), before);
    assert_eq!(
        (editor.can_undo(), editor.selection()),
        (None, &[id("btn")][..])
    );
}

#[test]
fn what_changes_nothing_is_no_entry() {
    let mut editor = editor();
    let same = Op::SetSpan {
        id: id("sec"),
        breakpoint: "md".into(),
        columns: Some(7),
    };
    let stay = Op::Move {
        ids: vec![id("sec")],
        to: editor.tree().position_of(&id("sec")).unwrap(),
    };
    assert!(
        editor
            .perform("nothing", vec![same, stay])
            .unwrap()
            .is_empty()
    );
    assert_eq!((editor.can_undo(), editor.edits()), (None, 0));
}

#[test]
fn the_history_forgets_what_is_older_than_five_hundred() {
    let mut editor = editor();
    for n in 0..510 {
        editor.perform("type", vec![typed(&n.to_string())]).unwrap();
    }
    let mut undone = 0;
    while editor.undo().is_some() {
        undone += 1;
    }
    assert_eq!(undone, 500);
    assert_eq!(
        editor.tree().node(&id("hero")).unwrap().node.props["title"]["en"],
        "9"
    );
}

#[test]
fn what_undo_and_redo_would_do_is_told_before_they_do_it() {
    let mut editor = editor();
    assert_eq!(editor.undo_ops(), &[]);
    assert_eq!(editor.redo_ops(), &[]);
    editor.perform("type", vec![typed("One")]).unwrap();
    let mut other = Editor::new(editor.tree().clone(), rules(Role::Designer));
    other.perform("undo", editor.undo_ops().to_vec()).unwrap();
    editor.undo();
    assert_eq!(bytes(other.tree()), bytes(editor.tree()));
    assert_eq!(editor.redo_ops(), &[typed("One")]);
    assert_eq!(editor.undo_ops(), &[]);
}
