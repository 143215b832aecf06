//! What rules and locks say to an op, before anything is changed.

use std::collections::BTreeSet;

use palier_contract::{
    document::{BREAKPOINTS, BlockSchema, Lock, MAX_DEPTH, Node, PropSchema, SCHEMA},
    ids::NodeId,
};
use serde_json::Value;

use crate::{
    Entry, Op, Position, Refusal, Role, Rules, SlotRef, Tree,
    apply::{all_there, place},
    inherited_visibility::InheritedVisibility,
    tree::MAIN,
};

/// Whether the op may be done.
///
/// # Errors
/// The reason why not.
pub(crate) fn check(tree: &Tree, op: &Op, rules: &Rules) -> Result<(), Refusal> {
    if rules.read_only {
        return Err(Refusal::ReadOnly);
    }
    let checking = Checking { tree, rules };
    if rules.role == Role::ContentEditor {
        checking.content(op)?;
    }
    match op {
        Op::Insert { at, nodes } => checking.insert(at, nodes),
        Op::Remove { ids } => checking.remove(ids),
        Op::Move { ids, to } => checking.shift(ids, to),
        Op::SetProp {
            id,
            name,
            breakpoint,
            ..
        } => checking.prop(id, name, breakpoint.as_deref()),
        Op::SetSpan {
            id,
            breakpoint,
            columns,
        } => checking.span(id, breakpoint, *columns),
        Op::SetHidden { id, breakpoint, .. } => {
            checking.breakpoint(breakpoint)?;
            checking.unlocked_within(id, &Lock::Style)
        }
        Op::SetWhen { id, .. } => checking.unlocked_within(id, &Lock::Edit),
        Op::Rename { id, .. } => checking.unlocked(checking.entry(id)?, Lock::Edit),
        Op::SetLock { id, .. } => {
            checking.entry(id)?;
            checking.admin()
        }
        Op::SetToken { name, .. } => checking.token(name),
        Op::LockToken { .. } => checking.admin(),
        Op::Replace { document } => checking.replace(document),
        Op::KeepEmpty { slot, .. } => {
            checking.may_hold(slot, &[], 0, 0)?;
            match tree.children(slot) {
                [] => Ok(()),
                _ => Err(Refusal::NotEmpty {
                    slot: slot.slot.clone(),
                }),
            }
        }
        Op::SetPreset { preset } => checking.preset(preset.as_deref()),
        Op::SetTitle { .. } | Op::SetScheme { .. } => Ok(()),
    }
}

struct Checking<'a> {
    tree: &'a Tree,
    rules: &'a Rules,
}

impl<'a> Checking<'a> {
    fn entry(&self, id: &NodeId) -> Result<&'a Entry, Refusal> {
        let found = self.tree.node(id);
        found.ok_or_else(|| Refusal::NoSuchBlock { id: id.clone() })
    }

    fn role(&self) -> Refusal {
        Refusal::Role {
            role: self.rules.role,
        }
    }

    fn admin(&self) -> Result<(), Refusal> {
        match self.rules.role {
            Role::Admin => Ok(()),
            Role::Designer | Role::ContentEditor => Err(self.role()),
        }
    }

    fn unlocked(&self, entry: &Entry, lock: Lock) -> Result<(), Refusal> {
        if self.rules.role != Role::Admin && entry.node.lock.contains(&lock) {
            let (id, kind) = (entry.node.id.clone(), entry.node.kind.clone());
            return Err(Refusal::Locked { id, kind, lock });
        }
        Ok(())
    }

    /// The schema of a block whose props can be judged.
    fn schema(&self, node: &Node) -> Result<&'a BlockSchema, Refusal> {
        let kind = node.kind.clone();
        match self.rules.block(&node.kind) {
            None => Err(Refusal::UnknownBlock { kind }),
            Some(schema) if node.v > schema.v() => Err(Refusal::NewerBlock {
                kind,
                found: node.v,
                known: schema.v(),
            }),
            Some(schema) => Ok(schema),
        }
    }

    /// What a content editor is held to beyond what holds for everybody.
    fn content(&self, op: &Op) -> Result<(), Refusal> {
        let Op::SetProp {
            id,
            name,
            breakpoint: None,
            value,
        } = op
        else {
            return Err(self.role());
        };
        let entry = self.entry(id)?;
        let node = &entry.node;
        let schema = self.schema(node)?;
        let before = node.props.get(name);
        match schema.prop(name) {
            Some(prop) if is_content(prop, before, value.as_ref()) => {
                self.unlocked(entry, Lock::EditByContentEditors)
            }
            Some(_) => Err(self.role()),
            None => Err(unknown_prop(schema, name)),
        }
    }

    fn prop(&self, id: &NodeId, name: &str, breakpoint: Option<&str>) -> Result<(), Refusal> {
        let entry = self.entry(id)?;
        let schema = self.schema(&entry.node)?;
        let Some(prop) = schema.prop(name) else {
            // What has no effect may still be taken away.
            return match entry.node.props.contains_key(name) {
                true => self.unlocked(entry, Lock::Edit),
                false => Err(unknown_prop(schema, name)),
            };
        };
        let lock = if prop.style { Lock::Style } else { Lock::Edit };
        self.unlocked(entry, lock)?;
        let Some(breakpoint) = breakpoint.filter(|breakpoint| *breakpoint != "base") else {
            return Ok(());
        };
        self.breakpoint(breakpoint)?;
        if !prop.responsive {
            let (kind, prop) = (schema.kind.to_owned(), name.to_owned());
            return Err(Refusal::NotResponsive { kind, prop });
        }
        Ok(())
    }

    fn breakpoint(&self, breakpoint: &str) -> Result<(), Refusal> {
        if BREAKPOINTS.contains(&breakpoint) {
            Ok(())
        } else {
            let breakpoint = breakpoint.to_owned();
            Err(Refusal::UnknownBreakpoint { breakpoint })
        }
    }

    fn span(&self, id: &NodeId, breakpoint: &str, columns: Option<u8>) -> Result<(), Refusal> {
        let entry = self.entry(id)?;
        self.breakpoint(breakpoint)?;
        let (min, max) = self.rules.widths(&entry.node.kind);
        if let Some(columns) = columns.filter(|columns| !(min..=max).contains(columns)) {
            return Err(Refusal::SpanOutOfRange { columns, min, max });
        }
        self.unlocked(entry, Lock::Style)
    }

    fn token(&self, name: &str) -> Result<(), Refusal> {
        let held = self.tree.theme().locked.iter().any(|locked| locked == name);
        if held && self.rules.role != Role::Admin {
            let name = name.to_owned();
            return Err(Refusal::TokenLocked { name });
        }
        Ok(())
    }

    fn preset(&self, preset: Option<&str>) -> Result<(), Refusal> {
        let theme = self.tree.theme();
        match crate::permits::inherited(theme) {
            Some(name) if self.rules.role != Role::Admin && theme.preset.as_deref() != preset => {
                let name = name.clone();
                Err(Refusal::TokenLocked { name })
            }
            _ => Ok(()),
        }
    }

    fn replace(&self, document: &palier_contract::document::PortalDocument) -> Result<(), Refusal> {
        if document.id != self.tree.page().id || document.schema != SCHEMA {
            return Err(Refusal::OtherDocument);
        }
        crate::permits::permits_trees(
            self.rules.role,
            self.tree,
            &Tree::new(document.clone())?,
            &self.rules.blocks,
        )
    }

    fn insert(&self, at: &Position, nodes: &[Node]) -> Result<(), Refusal> {
        place(self.tree, at)?;
        let mut seen = BTreeSet::new();
        self.tree.admit(nodes, &mut seen)?;
        if let Some(id) = seen.into_iter().find(|id| self.tree.is_used(id)) {
            return Err(Refusal::DuplicateId { id: id.clone() });
        }
        let kinds: Vec<&str> = nodes.iter().map(|node| node.kind.as_str()).collect();
        let height = nodes.iter().map(height).max().unwrap_or(0);
        self.may_hold(&at.slot, &kinds, height, 0)?;
        nodes.iter().try_for_each(|node| self.within(node))
    }

    /// Whether the blocks that a new block brings along may be where they are.
    fn within(&self, node: &Node) -> Result<(), Refusal> {
        let schema = self.rules.block(&node.kind);
        for (name, children) in &node.slots {
            if let Some(slot) = schema.and_then(|schema| schema.slot(name)) {
                let kinds = children.iter().map(|child| child.kind.as_str());
                takes(&node.kind, slot, kinds)?;
                fits(&node.kind, slot, children.len())?;
            }
            children.iter().try_for_each(|child| self.within(child))?;
        }
        Ok(())
    }

    fn remove(&self, ids: &[NodeId]) -> Result<(), Refusal> {
        all_there(self.tree, ids)?;
        let mut ids = ids.iter();
        ids.try_for_each(|id| self.unlocked_within(id, &Lock::Remove))
    }

    /// Whether neither a block nor anything that it holds is locked so: what happens to it
    /// happens to them.
    fn unlocked_within(&self, id: &NodeId, lock: &Lock) -> Result<(), Refusal> {
        let entry = self.entry(id)?;
        self.unlocked(entry, lock.clone())?;
        let mut children = entry.slots.values().flatten();
        children.try_for_each(|child| self.unlocked_within(child, lock))
    }

    /// Whether a move leaves what is locked as visible as it was: else a block would be hidden
    /// by being carried into one that is.
    fn as_visible(&self, id: &NodeId, from: &SlotRef, to: &SlotRef) -> Result<(), Refusal> {
        let (was, is) = (
            InheritedVisibility::of(self.tree, from),
            InheritedVisibility::of(self.tree, to),
        );
        let mut locks = was.locks_against(&is);
        locks.try_for_each(|lock| self.unlocked_within(id, &lock))
    }

    fn shift(&self, ids: &[NodeId], to: &Position) -> Result<(), Refusal> {
        place(self.tree, to)?;
        all_there(self.tree, ids)?;
        let mut kinds = Vec::new();
        let mut tallest = 0;
        let mut already = 0_usize;
        for id in ids {
            let entry = self.entry(id)?;
            self.unlocked(entry, Lock::Move)?;
            let target = to.slot.node.as_ref();
            let mut around = target
                .into_iter()
                .chain(target.into_iter().flat_map(|t| self.tree.ancestors(t)));
            if around.any(|outer| outer == id) {
                return Err(Refusal::InsideItself { id: id.clone() });
            }
            if entry.within == to.slot {
                already = already.saturating_add(1);
            } else {
                self.as_visible(id, &entry.within, &to.slot)?;
            }
            kinds.push(entry.node.kind.as_str());
            tallest = tallest.max(self.tree.height(id));
        }
        if already == ids.len() {
            return Ok(()); // Another order in the same slot: whatever it holds, it held before.
        }
        self.may_hold(&to.slot, &kinds, tallest, already)
    }

    /// Whether a slot may hold blocks of these types; `already` of them are there.
    fn may_hold(
        &self,
        slot: &SlotRef,
        kinds: &[&str],
        height: usize,
        already: usize,
    ) -> Result<(), Refusal> {
        let name = slot.slot.as_str();
        let no_slot = |kind: &str| Refusal::NoSuchSlot {
            kind: kind.to_owned(),
            slot: name.to_owned(),
        };
        if let Some(id) = &slot.node {
            let entry = self.entry(id)?;
            self.unlocked(entry, Lock::Insert)?;
            let kind = entry.node.kind.as_str();
            let schema = self.schema(&entry.node)?;
            let mut shown = schema.slots_of(&entry.node.props);
            let found = shown.find(|shown| shown.name == name);
            let found = found.ok_or_else(|| no_slot(kind))?;
            takes(kind, found, kinds.iter().copied())?;
            let held = self.tree.children(slot).len().saturating_add(kinds.len());
            fits(kind, found, held.saturating_sub(already))?;
        } else if name != MAIN {
            return Err(no_slot(""));
        }
        if self.tree.is_deep_enough(slot, height) {
            return Ok(());
        }
        Err(Refusal::TooDeep {
            depth: self.tree.depth_in(slot).saturating_add(height),
            max: MAX_DEPTH,
        })
    }
}

type Slot = palier_contract::document::SlotSchema;

fn takes<'k>(
    within: &str,
    slot: &Slot,
    mut kinds: impl Iterator<Item = &'k str>,
) -> Result<(), Refusal> {
    match kinds.find(|kind| !slot.takes(kind)) {
        None => Ok(()),
        Some(kind) => Err(Refusal::SlotRefuses {
            kind: kind.to_owned(),
            within: within.to_owned(),
            slot: slot.name.to_owned(),
            accepts: slot.accepts.iter().map(|&kind| kind.to_owned()).collect(),
        }),
    }
}

fn fits(within: &str, slot: &Slot, held: usize) -> Result<(), Refusal> {
    match slot.max.filter(|max| held > *max) {
        None => Ok(()),
        Some(max) => Err(Refusal::SlotFull {
            within: within.to_owned(),
            slot: slot.name.to_owned(),
            max,
        }),
    }
}

fn unknown_prop(schema: &BlockSchema, name: &str) -> Refusal {
    Refusal::UnknownProp {
        kind: schema.kind.to_owned(),
        prop: name.to_owned(),
    }
}

/// How many levels of blocks a new block brings along.
fn height(node: &Node) -> usize {
    let children = node.slots.values().flatten();
    children
        .map(|child| height(child).saturating_add(1))
        .max()
        .unwrap_or(0)
}

/// Whether a change of a prop is one of content. A list keeps its length: its items may be
/// worded, not added.
pub(crate) fn is_content(prop: &PropSchema, before: Option<&Value>, after: Option<&Value>) -> bool {
    let length = |value: Option<&Value>| value.and_then(Value::as_array).map(Vec::len);
    let is_list = matches!(prop.kind, palier_contract::document::PropKind::List { .. });
    prop.kind.is_content() && (!is_list || length(before) == length(after))
}
