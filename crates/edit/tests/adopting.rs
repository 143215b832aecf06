//! Going on with what somebody else has saved: theirs stays, and what was done here can be undone.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod support;

use palier_contract::{
    document::{Node, PortalDocument},
    ids::NodeId,
};
use palier_edit::{Change, Editor, Op, Position, Role, SlotRef, Tree, apply, diff, merge};
use proptest::prelude::*;
use serde_json::{Value, json};
use support::{Draft, bytes, drafts, from, id, page, rules, tree};

fn editor() -> Editor {
    Editor::new(tree(), rules(Role::Admin))
}

fn edited(ops: &[Op]) -> PortalDocument {
    let mut tree = tree();
    for op in ops {
        apply(&mut tree, op, &rules(Role::Admin)).unwrap();
    }
    tree.to_document()
}

/// Joins what was done here with what they did to the same document.
fn join(editor: &mut Editor, theirs: &PortalDocument) {
    let merged = merge(&page(), &editor.document(), theirs).unwrap();
    let theirs = diff(&page(), theirs).unwrap();
    editor.adopt(merged.document, &theirs).unwrap();
}

fn title(text: &str) -> Op {
    Op::SetProp {
        id: id("hero"),
        name: "title".into(),
        breakpoint: None,
        value: Some(json!({ "en": text })),
    }
}

fn span(name: &str, columns: u8) -> Op {
    Op::SetSpan {
        id: id(name),
        breakpoint: "md".into(),
        columns: Some(columns),
    }
}

fn new(name: &str, holder: Option<&str>) -> Op {
    let slot = holder.map_or_else(SlotRef::page, |holder| SlotRef::of(&id(holder), "main"));
    Op::Insert {
        at: Position::end(slot),
        nodes: vec![Node::new(id(name), "section", 1)],
    }
}

fn undo_all(editor: &mut Editor) -> usize {
    std::iter::from_fn(|| editor.undo()).count()
}

#[test]
fn what_was_done_here_is_undone_and_theirs_stays() {
    let mut editor = editor();
    for text in ["One", "Two"] {
        editor.perform("type", vec![title(text)]).unwrap();
    }
    editor.undo();
    editor.select(vec![id("hero")]);
    let theirs = edited(&[new("theirs", None), span("sec", 5)]);
    join(&mut editor, &theirs);
    assert!(editor.is_dirty(), "whoever knows that it is saved says so");
    assert_eq!(editor.selection(), [id("hero")]);
    editor.saved(editor.state());
    editor.undo();
    assert!(editor.is_dirty(), "the document is none that was saved");
    assert_eq!(editor.document(), theirs);
    assert!(editor.redo().is_some() && editor.redo().is_some());
    let hero = &editor.tree().node(&id("hero")).unwrap().node;
    assert_eq!(hero.props["title"]["en"], "Two");
    assert!(editor.tree().node(&id("theirs")).is_some());
}

#[test]
fn nobody_takes_back_what_somebody_else_has_made_of_the_same() {
    let mine: [&[Op]; 4] = [
        &[title("Mine")],
        &[new("mine", None)],
        &[title("Theirs")],
        &[span("btn", 4)],
    ];
    let mut removed = edited(&[]);
    removed.root.retain(|node| node.id != id("btn"));
    let theirs = [
        edited(&[title("Theirs")]),
        edited(&[new("mine", None), new("inner", Some("mine"))]),
        edited(&[title("Theirs")]),
        removed,
    ];
    for (mine, theirs) in mine.iter().zip(theirs) {
        let mut editor = editor();
        editor.perform("before", vec![span("sec", 3)]).unwrap();
        editor.perform("mine", mine.to_vec()).unwrap();
        join(&mut editor, &theirs);
        assert_eq!(editor.can_undo(), Some("before"), "{mine:?}");
        undo_all(&mut editor);
        assert_eq!(editor.document(), theirs, "{mine:?}");
    }
}

#[test]
fn what_went_before_something_that_stays_done_stays_done_with_it() {
    let mut editor = editor();
    editor.perform("make", vec![new("mine", None)]).unwrap();
    editor.perform("widen", vec![span("mine", 6)]).unwrap();
    editor.perform("type", vec![title("Mine")]).unwrap();
    let mut theirs = editor.document();
    let at = theirs.root.iter().position(|node| node.id == id("mine"));
    theirs.root[at.unwrap()].span.insert("md".into(), 9);
    editor.adopt(theirs, &[]).unwrap();
    assert_eq!(undo_all(&mut editor), 1);
    let mine = &editor.tree().node(&id("mine")).unwrap().node;
    assert_eq!(mine.span.get("md"), Some(&9));
}

#[test]
fn only_what_differs_is_drawn_again() {
    let mut editor = editor();
    let theirs = edited(&[new("theirs", Some("sec")), span("hero", 5)]);
    let changes = editor.adopt(theirs, &[]).unwrap();
    assert!(!changes.all && !changes.theme);
    assert_eq!(changes.added, [id("theirs")].into());
    assert_eq!(changes.slots, [SlotRef::of(&id("sec"), "main")].into());
    assert_eq!(changes.nodes.keys().collect::<Vec<_>>(), [&id("hero")]);
}

#[test]
fn a_document_that_is_none_leaves_all_as_it_was() {
    let mut editor = editor();
    editor.perform("type", vec![title("Mine")]).unwrap();
    let before = bytes(editor.tree());
    let mut twice = page();
    twice.root.push(twice.root[0].clone());
    assert!(editor.adopt(twice, &[]).is_err());
    assert_eq!(
        (bytes(editor.tree()), editor.can_undo()),
        (before, Some("type"))
    );
}

fn run(editor: &mut Editor, drafts: &[Draft]) {
    for (turn, draft) in drafts.iter().enumerate() {
        let op = draft.op(editor.tree());
        let _refused = editor.perform("x", vec![op]);
        // Some of it is to be done again.
        if turn % 5 == 4 {
            editor.undo();
        }
    }
}

fn theirs(drafts: &[Draft]) -> PortalDocument {
    let mut other = editor();
    run(&mut other, drafts);
    other.document()
}

/// Whether `result` has what `theirs` made of `base`, down to single languages of a text.
fn has(base: Option<&Value>, theirs: Option<&Value>, result: Option<&Value>) -> bool {
    if theirs == base || theirs == result {
        return true;
    }
    let none = json!({});
    // A map without keys is left out.
    let [base, theirs, result] =
        [base, theirs, result].map(|value| value.unwrap_or(&none).as_object());
    let (Some(base), Some(theirs), Some(result)) = (base, theirs, result) else {
        return false;
    };
    let mut names = theirs.keys().chain(base.keys());
    names.all(|name| has(base.get(name), theirs.get(name), result.get(name)))
}

fn has_all(theirs: &PortalDocument, result: &Tree) -> Result<(), TestCaseError> {
    let (base, there) = (tree(), Tree::new(theirs.clone()).unwrap());
    let said = |tree: &Tree, id: &NodeId| Some(json!(tree.node(id)?.node));
    for change in diff(&page(), theirs).unwrap() {
        match &change {
            Change::Added { id, .. } => prop_assert!(result.node(id).is_some(), "{change:?}"),
            Change::Removed { id, .. } => prop_assert!(result.node(id).is_none(), "{change:?}"),
            Change::Moved { id, .. } => {
                let place = |tree: &Tree| tree.node(id).map(|entry| entry.within.clone());
                prop_assert_eq!(place(result), place(&there), "{:?}", change);
            }
            Change::Changed { id, .. } => {
                let [base, there, is] = [&base, &there, result].map(|tree| said(tree, id));
                prop_assert!(
                    has(base.as_ref(), there.as_ref(), is.as_ref()),
                    "{change:?}"
                );
            }
            Change::Theme { .. } | Change::Title { .. } => {
                let [base, there, is] = [&base, &there, result].map(|tree| json!(tree.page()));
                prop_assert!(has(Some(&base), Some(&there), Some(&is)), "{change:?}");
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn whatever_is_undone_theirs_stays_and_redoing_gives_the_same_bytes(mine in drafts(25), other in drafts(12)) {
        let mut editor = editor();
        run(&mut editor, &mine);
        let theirs = theirs(&other);
        join(&mut editor, &theirs);
        let joined = bytes(editor.tree());
        let mut turns = 0;
        while editor.redo().is_some() {
            turns += 1;
            has_all(&theirs, editor.tree())?;
        }
        for _ in 0..turns {
            editor.undo();
        }
        prop_assert_eq!(&bytes(editor.tree()), &joined);
        let mut turns = 0;
        while editor.undo().is_some() {
            turns += 1;
            has_all(&theirs, editor.tree())?;
        }
        for _ in 0..turns {
            editor.redo();
        }
        prop_assert_eq!(&bytes(editor.tree()), &joined);
    }

    #[test]
    fn nothing_is_forgotten_for_what_it_has_nothing_to_do_with(mine in drafts(40)) {
        let mut editor = editor();
        for draft in &mine {
            let op = draft.op(editor.tree());
            // A whole document is about everything.
            if !matches!(op, Op::Replace { .. }) {
                let _refused = editor.perform("x", vec![op]);
            }
        }
        let mut theirs = page();
        theirs.title.insert("theirs".into(), "Elsewhere".into());
        join(&mut editor, &theirs);
        undo_all(&mut editor);
        prop_assert_eq!(editor.document(), theirs);
    }

    #[test]
    fn what_is_drawn_again_is_what_differs(other in drafts(12)) {
        let mut editor = editor();
        let theirs = theirs(&other);
        let before = editor.tree().clone();
        let changes = editor.adopt(theirs.clone(), &[]).unwrap();
        let is_same = diff(&before.to_document(), &theirs).unwrap().is_empty();
        prop_assert_eq!(changes.is_empty(), is_same);
        prop_assert!(!changes.all);
        for id in before.walk(&[]) {
            let said = |tree: &Tree| tree.node(&id).map(|entry| entry.node.clone());
            let drawn = changes.removed.contains(&id) || changes.nodes.contains_key(&id);
            prop_assert_eq!(drawn, said(&before) != said(editor.tree()), "{}", id);
        }
    }
}

#[test]
fn a_page_without_blocks_is_adopted_too() {
    let mut editor = editor();
    let empty = from(json!({ "schema": 1, "id": "p", "title": {}, "root": [] }));
    let changes = editor.adopt(empty, &[]).unwrap();
    assert_eq!(changes.removed.len(), tree().len());
    assert!(editor.tree().is_empty());
}
