//! Adding blocks, taking them away, moving them.

use std::collections::{BTreeMap, BTreeSet};

use palier_contract::{document::Node, ids::NodeId};

use super::{Applied, done};
use crate::{Changes, Op, Position, Refusal, SlotRef, Tree, op::has_twice, tree::MAIN};

pub(super) fn keep_empty(tree: &mut Tree, slot: &SlotRef, keep: bool) -> Result<Applied, Refusal> {
    let Some(id) = &slot.node else {
        return Ok(done(None, Changes::default())); // The page's own slot is always written.
    };
    let entry = tree.nodes.get_mut(id);
    let entry = entry.ok_or_else(|| Refusal::NoSuchBlock { id: id.clone() })?;
    let was = entry.slots.get(&slot.slot);
    if was.is_some_and(|children| !children.is_empty()) {
        let slot = slot.slot.clone();
        return Err(Refusal::NotEmpty { slot });
    }
    let was = was.is_some();
    if keep {
        entry.slots.update(&slot.slot, |_| ());
    } else {
        entry.slots.remove(&slot.slot);
    }
    let inverse = (was != keep).then(|| Op::KeepEmpty {
        slot: slot.clone(),
        keep: was,
    });
    let changes = Changes {
        slots: [slot.clone()].into(),
        ..Changes::default()
    };
    Ok(done(inverse, changes))
}

/// The index that a position means in its slot.
pub(crate) fn place(tree: &Tree, at: &Position) -> Result<usize, Refusal> {
    match &at.slot.node {
        Some(id) if tree.node(id).is_none() => {
            return Err(Refusal::NoSuchBlock { id: id.clone() });
        }
        None if at.slot.slot != MAIN => {
            return Err(Refusal::NoSuchSlot {
                kind: String::new(),
                slot: at.slot.slot.clone(),
            });
        }
        _ => {}
    }
    let children = tree.children(&at.slot);
    let Some(before) = &at.before else {
        return Ok(children.len());
    };
    let index = children.iter().position(|child| child == before);
    index.ok_or_else(|| Refusal::NoSuchPlace {
        before: before.clone(),
    })
}

fn attach(tree: &mut Tree, slot: &SlotRef, index: usize, id: NodeId) {
    let put = |list: &mut Vec<NodeId>| list.insert(index.min(list.len()), id);
    match &slot.node {
        None => put(&mut tree.root),
        Some(node) => {
            if let Some(entry) = tree.nodes.get_mut(node) {
                entry.slots.update(&slot.slot, put);
            }
        }
    }
}

/// Takes a block out of its list; an emptied slot is left out.
fn detach(tree: &mut Tree, id: &NodeId) -> Option<SlotRef> {
    let (slot, index) = tree.place_of(id)?;
    match &slot.node {
        None => {
            tree.root.remove(index);
        }
        Some(node) => {
            let entry = tree.nodes.get_mut(node)?;
            let list = entry.slots.get_mut(&slot.slot)?;
            list.remove(index);
            if list.is_empty() {
                entry.slots.remove(&slot.slot);
            }
        }
    }
    Some(slot)
}

/// Whether a slot is written though it is empty.
fn is_kept_empty(tree: &Tree, slot: &SlotRef) -> bool {
    let entry = slot.node.as_ref().and_then(|id| tree.node(id));
    let list = entry.and_then(|entry| entry.slots.get(&slot.slot));
    list.is_some_and(Vec::is_empty)
}

fn keep(slot: &SlotRef) -> Op {
    Op::KeepEmpty {
        slot: slot.clone(),
        keep: true,
    }
}

pub(super) fn insert(tree: &mut Tree, at: &Position, nodes: &[Node]) -> Result<Applied, Refusal> {
    let start = place(tree, at)?;
    tree.admit(nodes, &mut BTreeSet::new())?;
    if nodes.is_empty() {
        return Ok(done(None, Changes::default()));
    }
    let kept = is_kept_empty(tree, &at.slot);
    let mut changes = Changes::default();
    for (offset, node) in nodes.iter().enumerate() {
        let id = tree.plant(node.clone(), at.slot.clone());
        changes.added.extend(within(tree, &id));
        attach(tree, &at.slot, start.saturating_add(offset), id);
    }
    changes.slots.insert(at.slot.clone());
    let ids = nodes.iter().map(|node| node.id.clone()).collect();
    let mut inverse = vec![Op::Remove { ids }];
    inverse.extend(kept.then(|| keep(&at.slot)));
    Ok(Applied { inverse, changes })
}

/// A block and all that it holds.
fn within(tree: &Tree, id: &NodeId) -> Vec<NodeId> {
    let mut found = vec![id.clone()];
    let entry = tree.node(id);
    for child in entry
        .into_iter()
        .flat_map(|entry| entry.slots.values())
        .flatten()
    {
        found.extend(within(tree, child));
    }
    found
}

pub(crate) fn all_there(tree: &Tree, ids: &[NodeId]) -> Result<(), Refusal> {
    if let Some(id) = ids.iter().find(|id| tree.node(id).is_none()) {
        return Err(Refusal::NoSuchBlock { id: id.clone() });
    }
    if has_twice(ids) {
        let id = ids
            .iter()
            .find(|id| ids.iter().filter(|other| other == id).count() > 1);
        let id = id.cloned().unwrap_or_default();
        return Err(Refusal::DuplicateId { id });
    }
    Ok(())
}

pub(super) fn remove(tree: &mut Tree, ids: &[NodeId]) -> Result<Applied, Refusal> {
    all_there(tree, ids)?;
    let mut changes = Changes::default();
    let mut inverse = Vec::new();
    for id in ids {
        // Already gone with a block around it.
        let Some(at) = tree.position_of(id) else {
            continue;
        };
        changes.removed.extend(within(tree, id));
        detach(tree, id);
        if let Some(node) = tree.uproot(id) {
            let nodes = vec![node];
            changes.slots.insert(at.slot.clone());
            inverse.push(Op::Insert { at, nodes });
        }
    }
    let gone = core::mem::take(&mut changes.slots);
    let stays = |slot: &SlotRef| slot.node.as_ref().is_none_or(|id| tree.node(id).is_some());
    changes.slots = gone.into_iter().filter(stays).collect();
    inverse.reverse();
    Ok(Applied { inverse, changes })
}

pub(super) fn shift(tree: &mut Tree, ids: &[NodeId], to: &Position) -> Result<Applied, Refusal> {
    place(tree, to)?;
    all_there(tree, ids)?;
    if let Some(target) = &to.slot.node {
        let around = |id: &&NodeId| *id == target || tree.ancestors(target).any(|o| o == *id);
        if let Some(id) = ids.iter().find(around) {
            return Err(Refusal::InsideItself { id: id.clone() });
        }
    }
    // A place before a block that moves itself is one before the first after it that does not.
    let children = tree.children(&to.slot);
    let from = to
        .before
        .as_ref()
        .and_then(|b| children.iter().position(|child| child == b));
    let from = from.unwrap_or(children.len());
    let before = children
        .iter()
        .skip(from)
        .find(|child| !ids.contains(child))
        .cloned();
    let to = Position {
        slot: to.slot.clone(),
        before,
    };
    let start = tree.clone_lists(ids, &to.slot);
    let kept = is_kept_empty(tree, &to.slot);
    let mut inverse = Vec::new();
    for id in ids {
        let Some(back) = tree.position_of(id) else {
            continue;
        };
        detach(tree, id);
        let index = place(tree, &to).unwrap_or(usize::MAX);
        attach(tree, &to.slot, index, id.clone());
        if let Some(entry) = tree.nodes.get_mut(id) {
            entry.within = to.slot.clone();
        }
        inverse.push(Op::Move {
            ids: vec![id.clone()],
            to: back,
        });
    }
    let mut changes = Changes::default();
    for (slot, before) in start {
        if tree.children(&slot) != before {
            changes.slots.insert(slot);
        }
    }
    if changes.is_empty() {
        return Ok(done(None, changes));
    }
    inverse.reverse();
    inverse.extend(kept.then(|| keep(&to.slot)));
    Ok(Applied { inverse, changes })
}

impl Tree {
    /// The slots that a move touches, as they are before it.
    fn clone_lists(&self, ids: &[NodeId], to: &SlotRef) -> BTreeMap<SlotRef, Vec<NodeId>> {
        let from = ids
            .iter()
            .filter_map(|id| self.node(id))
            .map(|entry| &entry.within);
        from.chain([to])
            .map(|slot| (slot.clone(), self.children(slot).to_vec()))
            .collect()
    }
}
