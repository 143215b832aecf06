//! Whether an edited document, as a whole, holds to somebody's role and to the locks: what a
//! server asks when it is sent a document and not the ops that made it.

use std::collections::BTreeSet;

use palier_contract::{
    document::{BlockSchema, Lock, Node, PortalDocument, PropSchema, Theme},
    ids::NodeId,
};
use serde_json::{Map, Value};

use crate::{
    Entry, Refusal, Role, SlotRef, Tree, check::is_content,
    inherited_visibility::InheritedVisibility,
};

/// Whether somebody of that role may make `after` of `before`.
///
/// Both should have been read by [`palier_contract::document::load`] with the same blocks, so
/// that a migration is nobody's edit. Of blocks whose type is not known, a content editor may
/// change nothing: there is no telling what is a text.
///
/// # Errors
/// The first thing that they may not do.
pub fn permits(
    role: Role,
    before: &PortalDocument,
    after: &PortalDocument,
    blocks: &[BlockSchema],
) -> Result<(), Refusal> {
    if role == Role::Admin {
        return Ok(());
    }
    let (before, after) = (Tree::new(before.clone())?, Tree::new(after.clone())?);
    permits_trees(role, &before, &after, blocks)
}

pub(crate) fn permits_trees(
    role: Role,
    before: &Tree,
    after: &Tree,
    blocks: &[BlockSchema],
) -> Result<(), Refusal> {
    let comparing = Comparing {
        role,
        before,
        after,
        blocks,
    };
    match role {
        Role::Admin => Ok(()),
        Role::Designer => comparing.design(),
        Role::ContentEditor => comparing.content(),
    }
}

struct Comparing<'a> {
    role: Role,
    before: &'a Tree,
    after: &'a Tree,
    blocks: &'a [BlockSchema],
}

impl Comparing<'_> {
    fn role(&self) -> Refusal {
        Refusal::Role { role: self.role }
    }

    fn design(&self) -> Result<(), Refusal> {
        self.tokens(self.before.theme(), self.after.theme())?;
        for (id, old) in &self.before.nodes {
            let new = self
                .after
                .node(id)
                .filter(|new| new.node.kind == old.node.kind);
            let Some(new) = new else {
                unlocked(old, Lock::Remove)?;
                continue;
            };
            self.design_of(old, new)?;
        }
        for slot in self.slots() {
            self.order(&slot)?;
            self.insertions(&slot)?;
        }
        Ok(())
    }

    fn tokens(&self, before: &Theme, after: &Theme) -> Result<(), Refusal> {
        let set = |theme: &Theme| theme.locked.iter().cloned().collect::<BTreeSet<_>>();
        if set(before) != set(after) {
            return Err(self.role());
        }
        if before.preset != after.preset
            && let Some(name) = inherited(before)
        {
            return Err(Refusal::TokenLocked { name: name.clone() });
        }
        let differs = |name: &&String| before.tokens.get(name) != after.tokens.get(name);
        match before.locked.iter().find(differs) {
            Some(name) => Err(Refusal::TokenLocked { name: name.clone() }),
            None => Ok(()),
        }
    }

    /// A block that is still there: what it says of itself, and which slot it is in.
    fn design_of(&self, old: &Entry, new: &Entry) -> Result<(), Refusal> {
        if old.within != new.within {
            unlocked(old, Lock::Move)?;
        }
        let (was, is) = (&old.node, &new.node);
        let schema = self.blocks.iter().find(|block| block.kind == was.kind);
        let is_style = |name: &str| {
            let prop = schema.and_then(|schema| schema.prop(name));
            prop.is_some_and(|prop| prop.style)
        };
        let styled = differing(&was.props, &is.props).any(is_style);
        let worded = differing(&was.props, &is.props).any(|name| !is_style(name));
        if was.span != is.span || was.hidden != is.hidden || was.at != is.at || styled {
            unlocked(old, Lock::Style)?;
        }
        let said = (&was.name, &was.when, was.v, &was.rest);
        if said != (&is.name, &is.when, is.v, &is.rest) || worded {
            unlocked(old, Lock::Edit)?;
        }
        if !was.lock.is_empty() {
            let was = InheritedVisibility::of(self.before, &old.within);
            let is = InheritedVisibility::of(self.after, &new.within);
            was.locks_against(&is)
                .try_for_each(|lock| unlocked(old, lock))?;
        }
        if was.lock == is.lock {
            Ok(())
        } else {
            Err(self.role())
        }
    }

    /// Every slot that holds something before or after.
    fn slots(&self) -> BTreeSet<SlotRef> {
        let entries = self.before.nodes.values().chain(self.after.nodes.values());
        entries.map(|entry| entry.within.clone()).collect()
    }

    /// Blocks locked against moving stay in order among themselves: if they do, the others
    /// are those that were moved.
    fn order(&self, slot: &SlotRef) -> Result<(), Refusal> {
        let held = |id: &&NodeId| {
            let lock = |tree: &Tree| {
                let entry = tree.node(id).filter(|entry| entry.within == *slot);
                entry.map(|entry| entry.node.lock.contains(&Lock::Move))
            };
            lock(self.before) == Some(true) && lock(self.after).is_some()
        };
        let old = self.before.children(slot).iter().filter(held);
        let new = self.after.children(slot).iter().filter(held);
        let moved = old.zip(new).find(|(old, new)| old != new);
        let moved = moved.and_then(|(id, _)| self.before.node(id));
        moved.map_or(Ok(()), |entry| unlocked(entry, Lock::Move))
    }

    fn insertions(&self, slot: &SlotRef) -> Result<(), Refusal> {
        let Some(holder) = slot.node.as_ref().and_then(|id| self.before.node(id)) else {
            return Ok(());
        };
        let was_there = |id: &NodeId| self.before.node(id).is_some_and(|e| e.within == *slot);
        if self.after.children(slot).iter().all(was_there) {
            return Ok(());
        }
        unlocked(holder, Lock::Insert)
    }

    fn content(&self) -> Result<(), Refusal> {
        let (before, after) = (self.before, self.after);
        let shape = |tree: &Tree| {
            let nodes = tree.nodes.iter();
            let slots = nodes.map(|(id, entry)| (id.clone(), entry.slots.clone()));
            slots.collect::<Vec<_>>()
        };
        if before.page != after.page || before.root != after.root || shape(before) != shape(after) {
            return Err(self.role());
        }
        for (id, old) in &before.nodes {
            let new = after.node(id).ok_or_else(|| self.role())?;
            if old.node != new.node {
                self.content_of(old, &new.node)?;
            }
        }
        Ok(())
    }

    fn content_of(&self, old: &Entry, new: &Node) -> Result<(), Refusal> {
        let mut same = new.clone();
        same.props = old.node.props.clone();
        if same != old.node {
            return Err(self.role());
        }
        let schema = self.blocks.iter().find(|block| block.kind == new.kind);
        let schema = schema.filter(|schema| new.v <= schema.v()).ok_or_else(|| {
            let kind = new.kind.clone();
            Refusal::UnknownBlock { kind }
        })?;
        let props = &old.node.props;
        for name in differing(props, &new.props) {
            let allowed =
                |prop: &PropSchema| is_content(prop, props.get(name), new.props.get(name));
            if !schema.prop(name).is_some_and(allowed) {
                return Err(self.role());
            }
        }
        // As for an op: whether the role may do it at all comes before what is locked.
        unlocked(old, Lock::Edit)?;
        unlocked(old, Lock::EditByContentEditors)
    }
}

/// A locked token of which the document itself says nothing: with another preset it would be
/// another.
pub(crate) fn inherited(theme: &Theme) -> Option<&String> {
    theme.locked.iter().find(|name| {
        let plain = name
            .strip_suffix("-light")
            .or_else(|| name.strip_suffix("-dark"))
            .unwrap_or(name);
        // A colour may be said once, or per scheme.
        let said = ["", "-light", "-dark"].map(|suffix| [plain, suffix].concat());
        !said.iter().any(|name| theme.tokens.contains_key(name))
    })
}

fn unlocked(entry: &Entry, lock: Lock) -> Result<(), Refusal> {
    if !entry.node.lock.contains(&lock) {
        return Ok(());
    }
    let (id, kind) = (entry.node.id.clone(), entry.node.kind.clone());
    Err(Refusal::Locked { id, kind, lock })
}

/// Names of the fields whose values are not the same.
pub(crate) fn differing<'m>(
    before: &'m Map<String, Value>,
    after: &'m Map<String, Value>,
) -> impl Iterator<Item = &'m str> {
    let gone = before.keys().filter(|name| !after.contains_key(*name));
    let changed = after
        .iter()
        .filter(|(name, value)| before.get(*name) != Some(value));
    gone.chain(changed.map(|(name, _)| name))
        .map(String::as_str)
}
