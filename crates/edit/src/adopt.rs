//! Going on with what somebody else has saved: what is to be drawn again, and what can still be
//! taken back.

use std::collections::BTreeSet;

use palier_contract::{document::Node, ids::NodeId};

use crate::{
    Change, Changes, Field, Op, SlotRef, Tree, apply::commit, editor::apply_all, history::Done,
};

/// What is drawn again where these differences led to `after`.
pub(crate) fn redrawn(found: &[Change], after: &Tree) -> Changes {
    let mut changes = Changes::default();
    let mut slots: BTreeSet<&SlotRef> = BTreeSet::new();
    for change in found {
        match change {
            Change::Added { id, to, .. } => {
                changes.added.insert(id.clone());
                slots.insert(&to.0);
            }
            Change::Removed { id, from, .. } => {
                changes.removed.insert(id.clone());
                slots.insert(&from.0);
            }
            Change::Moved { from, to, .. } => slots.extend([&from.0, &to.0]),
            Change::Changed { id, fields, .. } => {
                if fields.iter().any(|field| field == "type" || field == "v") {
                    return Changes::of_all();
                }
                let fields = fields.iter().map(|field| field_of(field)).collect();
                changes.nodes.insert(id.clone(), fields);
            }
            Change::Theme { .. } => changes.theme = true,
            Change::Title { .. } => changes.title = true,
        }
    }
    let stood = |slot: &&SlotRef| {
        let node = slot.node.as_ref();
        node.is_none_or(|id| after.node(id).is_some() && !changes.added.contains(id))
    };
    changes.slots = slots.into_iter().filter(stood).cloned().collect();
    changes
}

fn field_of(field: &str) -> Field {
    match field.split('/').next() {
        Some("span") => Field::Span,
        Some("hidden") => Field::Hidden,
        Some("when") => Field::When,
        Some("lock") => Field::Lock,
        Some("name") => Field::Name,
        _ => Field::Props,
    }
}

/// Of entries that are undone (or redone) one after the other, beginning in `tree`, those that still
/// can be without taking anything of `theirs` back.
pub(crate) fn survivors(mut tree: Tree, theirs: &[Change], entries: Vec<Done>) -> Vec<Done> {
    let mut held: Vec<Touch> = theirs.iter().flat_map(touches_of).collect();
    let mut survivors = Vec::new();
    for done in entries {
        match undo_beside(&mut tree, &done.inverse, &held) {
            Ok(()) => survivors.push(done),
            // It stays done: whatever went before it is no longer at hand, either.
            Err(touches) => held.extend(touches),
        }
    }
    survivors
}

/// Does ops, if all of them fit and none is about what is held; else gives what they are about.
fn undo_beside(tree: &mut Tree, ops: &[Op], held: &[Touch]) -> Result<(), Vec<Touch>> {
    let mut back: Vec<Op> = Vec::new();
    let mut about = Vec::new();
    let mut fits = true;
    for op in ops {
        let touches = touches(tree, op);
        fits = fits && !touches.iter().any(|one| held.iter().any(|o| one.meets(o)));
        about.extend(touches);
        if !fits {
            continue;
        }
        match commit(tree, op) {
            Ok(applied) => drop(back.splice(0..0, applied.inverse)),
            // Nothing that can be seen: somebody has put a block into the slot.
            Err(_) if matches!(op, Op::KeepEmpty { .. }) => {}
            Err(_) => fits = false,
        }
    }
    if fits {
        return Ok(());
    }
    apply_all(tree, &back);
    Err(about)
}

/// What an edit is about.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Touch {
    /// Everything.
    Whole,
    /// A block: whether it is there, and all that it says.
    Block(NodeId),
    /// Something that a block, or the page, says of itself, as [`Change`] names it; or its place.
    Field(Option<NodeId>, String),
}

/// Names the place of a block; no field is called so.
const PLACE: &str = "";

impl Touch {
    fn meets(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Whole, _) | (_, Self::Whole) => true,
            (Self::Block(one), Self::Field(other, _))
            | (Self::Field(other, _), Self::Block(one)) => other.as_ref() == Some(one),
            (one, other) => one == other,
        }
    }

    fn of(id: &NodeId, field: impl Into<String>) -> Vec<Self> {
        vec![Self::Field(Some(id.clone()), field.into())]
    }
}

fn touches_of(change: &Change) -> Vec<Touch> {
    let page = |fields: &[String], path: &str| {
        let named = fields.iter().map(|field| format!("{path}{field}"));
        named.map(|field| Touch::Field(None, field)).collect()
    };
    match change {
        Change::Added { id, .. } | Change::Removed { id, .. } => vec![Touch::Block(id.clone())],
        Change::Moved { id, .. } => Touch::of(id, PLACE),
        Change::Changed { id, fields, .. } => fields
            .iter()
            .flat_map(|field| Touch::of(id, field.as_str()))
            .collect(),
        Change::Theme { fields } => page(fields, ""),
        Change::Title { locales } => page(locales, "title/"),
    }
}

fn touches(tree: &Tree, op: &Op) -> Vec<Touch> {
    let page = |field: String| vec![Touch::Field(None, field)];
    match op {
        Op::Insert { nodes, .. } => {
            let mut found = Vec::new();
            touches_of_new(nodes, &mut found);
            found
        }
        Op::Remove { ids } => ids.iter().flat_map(|id| within(tree, id)).collect(),
        Op::Move { ids, .. } => ids.iter().flat_map(|id| Touch::of(id, PLACE)).collect(),
        Op::SetProp {
            id,
            name,
            breakpoint,
            ..
        } => match breakpoint.as_deref().filter(|at| *at != "base") {
            Some(at) => Touch::of(id, format!("at/{at}/{name}")),
            None => Touch::of(id, format!("props/{name}")),
        },
        Op::SetSpan { id, breakpoint, .. } => Touch::of(id, format!("span/{breakpoint}")),
        Op::SetHidden { id, breakpoint, .. } => Touch::of(id, format!("hidden/{breakpoint}")),
        Op::SetWhen { id, .. } => Touch::of(id, "when"),
        Op::SetLock { id, .. } => Touch::of(id, "lock"),
        Op::Rename { id, .. } => Touch::of(id, "name"),
        Op::SetTitle { locale, .. } => page(format!("title/{locale}")),
        Op::SetToken { name, .. } => page(format!("tokens/{name}")),
        Op::LockToken { .. } => page("locked".to_owned()),
        Op::SetScheme { .. } => page("scheme".to_owned()),
        Op::SetPreset { .. } => page("ref".to_owned()),
        Op::Replace { .. } => vec![Touch::Whole],
        Op::KeepEmpty { .. } => Vec::new(),
    }
}

fn touches_of_new(nodes: &[Node], found: &mut Vec<Touch>) {
    for node in nodes {
        found.push(Touch::Block(node.id.clone()));
        node.slots
            .values()
            .for_each(|inner| touches_of_new(inner, found));
    }
}

/// A block and all that it holds now, whoever put it there.
fn within(tree: &Tree, id: &NodeId) -> Vec<Touch> {
    let mut found = vec![Touch::Block(id.clone())];
    if let Some(node) = tree.subtree(id) {
        node.slots
            .values()
            .for_each(|inner| touches_of_new(inner, &mut found));
    }
    found
}
