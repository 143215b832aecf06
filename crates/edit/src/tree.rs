//! A document as an arena: every block by its id, every slot as a list of ids.

use std::collections::{BTreeMap, BTreeSet};

use palier_contract::{
    Keyed,
    document::{BlockSchema, MAX_DEPTH, Node, PortalDocument, TextMap, Theme},
    ids::NodeId,
};
use serde::{Deserialize, Serialize};

use crate::Refusal;

/// Name of the page's own slot.
pub const MAIN: &str = "main";

/// A slot: of a block, or that of the page.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SlotRef {
    /// Whose slot; `None` for the page's, which is called [`MAIN`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node: Option<NodeId>,
    /// Its name.
    pub slot: String,
}

impl SlotRef {
    /// The slot of the page itself.
    #[must_use]
    pub fn page() -> Self {
        Self {
            node: None,
            slot: MAIN.to_owned(),
        }
    }

    /// A slot of a block.
    #[must_use]
    pub fn of(node: &NodeId, slot: impl Into<String>) -> Self {
        Self {
            node: Some(node.clone()),
            slot: slot.into(),
        }
    }
}

/// A place between blocks, named by a neighbour: edits elsewhere do not shift it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Position {
    /// In which slot.
    pub slot: SlotRef,
    /// Before that block; `None` at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<NodeId>,
}

impl Position {
    /// After everything in that slot.
    #[must_use]
    pub fn end(slot: SlotRef) -> Self {
        Self { slot, before: None }
    }

    /// Before that block, which must be in that slot.
    #[must_use]
    pub fn before(slot: SlotRef, before: &NodeId) -> Self {
        Self {
            slot,
            before: Some(before.clone()),
        }
    }
}

/// One block, without the blocks that it holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it says of itself; its `slots` are empty here, see [`Tree::children`].
    pub node: Node,
    /// The slot that it is in.
    pub within: SlotRef,
    pub(crate) slots: Keyed<Vec<NodeId>>,
}

/// A portal document while it is edited.
#[derive(Clone, Debug, PartialEq)]
pub struct Tree {
    /// The envelope, without blocks.
    pub(crate) page: PortalDocument,
    pub(crate) root: Vec<NodeId>,
    pub(crate) nodes: BTreeMap<NodeId, Entry>,
    /// Every id that was ever in it.
    pub(crate) used: BTreeSet<NodeId>,
}

impl Tree {
    /// Takes a document apart. [`Tree::to_document`] gives back the same one.
    ///
    /// # Errors
    /// [`Refusal::DuplicateId`] when two blocks have the same id: there is no telling which
    /// one an op means. [`Refusal::EmptyId`] when a block has none.
    pub fn new(document: PortalDocument) -> Result<Self, Refusal> {
        let mut page = document;
        let root = core::mem::take(&mut page.root);
        page.theme.locked.sort();
        page.theme.locked.dedup();
        let mut tree = Self {
            page,
            root: Vec::new(),
            nodes: BTreeMap::new(),
            used: BTreeSet::new(),
        };
        let mut seen = BTreeSet::new();
        tree.admit(&root, &mut seen)?;
        tree.root = root
            .into_iter()
            .map(|node| tree.plant(node, SlotRef::page()))
            .collect();
        Ok(tree)
    }

    /// Whether these could be added: every id there, new, and only once.
    pub(crate) fn admit<'n>(
        &self,
        nodes: &'n [Node],
        seen: &mut BTreeSet<&'n NodeId>,
    ) -> Result<(), Refusal> {
        for node in nodes {
            if node.id.as_str().is_empty() {
                return Err(Refusal::EmptyId);
            }
            if self.nodes.contains_key(&node.id) || !seen.insert(&node.id) {
                return Err(Refusal::DuplicateId {
                    id: node.id.clone(),
                });
            }
            for children in node.slots.values() {
                self.admit(children, seen)?;
            }
        }
        Ok(())
    }

    /// Adds a block with all that it holds, though to no list of children yet.
    pub(crate) fn plant(&mut self, mut node: Node, within: SlotRef) -> NodeId {
        let id = node.id.clone();
        node.at.retain(|_, props| !props.is_empty());
        let mut slots = Keyed::new();
        for (name, children) in core::mem::take(&mut node.slots) {
            let slot = SlotRef::of(&id, name.clone());
            let planted = children
                .into_iter()
                .map(|child| self.plant(child, slot.clone()))
                .collect();
            slots.insert(name, planted);
        }
        self.used.insert(id.clone());
        let entry = Entry {
            node,
            within,
            slots,
        };
        self.nodes.insert(id.clone(), entry);
        id
    }

    /// Takes a block out with all that it holds, though from no list of children.
    pub(crate) fn uproot(&mut self, id: &NodeId) -> Option<Node> {
        let entry = self.nodes.remove(id)?;
        let mut node = entry.node;
        for (name, children) in entry.slots {
            let nodes = children.iter().filter_map(|child| self.uproot(child));
            node.slots.insert(name, nodes.collect());
        }
        Some(node)
    }

    /// The whole document. Written, it is the same bytes as the one that was taken apart.
    #[must_use]
    pub fn to_document(&self) -> PortalDocument {
        let mut document = self.page.clone();
        document.root = self.root.iter().filter_map(|id| self.subtree(id)).collect();
        document
    }

    /// A block with all that it holds.
    #[must_use]
    pub fn subtree(&self, id: &NodeId) -> Option<Node> {
        let entry = self.nodes.get(id)?;
        let mut node = entry.node.clone();
        for (name, children) in &entry.slots {
            let nodes = children.iter().filter_map(|child| self.subtree(child));
            node.slots.insert(name.clone(), nodes.collect());
        }
        Some(node)
    }

    /// A block by its id.
    #[must_use]
    pub fn node(&self, id: &NodeId) -> Option<&Entry> {
        self.nodes.get(id)
    }

    /// Every block, in no order that means anything; for reading order see [`Tree::walk`].
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.nodes.values()
    }

    /// How many blocks there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is no block.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// The blocks in a slot, in order; nothing for a slot that does not exist.
    #[must_use]
    pub fn children(&self, slot: &SlotRef) -> &[NodeId] {
        self.list(slot).map_or(&[], Vec::as_slice)
    }

    fn list(&self, slot: &SlotRef) -> Option<&Vec<NodeId>> {
        match &slot.node {
            Some(node) => self.nodes.get(node)?.slots.get(&slot.slot),
            None => (slot.slot == MAIN).then_some(&self.root),
        }
    }

    /// The slot that a block is in, and its index there.
    #[must_use]
    pub fn place_of(&self, id: &NodeId) -> Option<(SlotRef, usize)> {
        let within = &self.nodes.get(id)?.within;
        let index = self.children(within).iter().position(|child| child == id)?;
        Some((within.clone(), index))
    }

    /// Where a block is, named by the block after it.
    #[must_use]
    pub fn position_of(&self, id: &NodeId) -> Option<Position> {
        let (slot, index) = self.place_of(id)?;
        let before = self.children(&slot).get(index.saturating_add(1)).cloned();
        Some(Position { slot, before })
    }

    /// The block that holds a block; `None` for those of the page itself.
    #[must_use]
    pub fn parent(&self, id: &NodeId) -> Option<&NodeId> {
        self.nodes.get(id)?.within.node.as_ref()
    }

    /// The blocks around a block, the innermost first.
    pub fn ancestors(&self, id: &NodeId) -> impl Iterator<Item = &NodeId> {
        core::iter::successors(self.parent(id), |id| self.parent(id)).take(self.nodes.len())
    }

    /// How many slots a block is in; 0 for the blocks of the page itself.
    #[must_use]
    pub fn depth(&self, id: &NodeId) -> usize {
        self.ancestors(id).count()
    }

    /// How many levels of blocks a block holds; 0 when it holds none.
    #[must_use]
    pub fn height(&self, id: &NodeId) -> usize {
        let children = self
            .nodes
            .get(id)
            .into_iter()
            .flat_map(|entry| entry.slots.values());
        let below = children
            .flatten()
            .map(|child| self.height(child).saturating_add(1));
        below.max().unwrap_or(0)
    }

    /// The names of a block's slots in reading order: those of its schema that it shows, then
    /// others in which it holds something.
    #[must_use]
    pub fn slots(&self, id: &NodeId, blocks: &[BlockSchema]) -> Vec<SlotRef> {
        let Some(entry) = self.nodes.get(id) else {
            return Vec::new();
        };
        let schema = blocks.iter().find(|block| block.kind == entry.node.kind);
        let mut names: Vec<&str> = schema
            .into_iter()
            .flat_map(|schema| schema.slots_of(&entry.node.props))
            .map(|slot| slot.name)
            .collect();
        let ordered = schema.into_iter().flat_map(|schema| schema.slots.iter());
        let held = |name: &str| entry.slots.get(name).is_some_and(|list| !list.is_empty());
        let unlabelled = ordered.map(|slot| slot.name).filter(|name| held(name));
        let unknown = entry
            .slots
            .keys()
            .map(String::as_str)
            .filter(|name| held(name));
        for name in unlabelled.chain(unknown) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
            .into_iter()
            .map(|name| SlotRef::of(id, name))
            .collect()
    }

    /// Every block in reading order.
    #[must_use]
    pub fn walk(&self, blocks: &[BlockSchema]) -> Vec<NodeId> {
        let mut ids = Vec::with_capacity(self.nodes.len());
        self.walk_into(&SlotRef::page(), blocks, &mut ids);
        ids
    }

    fn walk_into(&self, slot: &SlotRef, blocks: &[BlockSchema], ids: &mut Vec<NodeId>) {
        for id in self.children(slot) {
            ids.push(id.clone());
            for slot in self.slots(id, blocks) {
                self.walk_into(&slot, blocks, ids);
            }
        }
    }

    /// These blocks in reading order, without those that another of them holds, or that do
    /// not exist.
    #[must_use]
    pub fn outermost(&self, ids: &[NodeId], blocks: &[BlockSchema]) -> Vec<NodeId> {
        let wanted: BTreeSet<&NodeId> = ids.iter().collect();
        let mut found = self.walk(blocks);
        let nested = |id: &NodeId| self.ancestors(id).any(|outer| wanted.contains(outer));
        found.retain(|id| wanted.contains(id) && !nested(id));
        found
    }

    /// The page's title per language.
    #[must_use]
    pub fn title(&self) -> &TextMap {
        &self.page.title
    }

    /// How the page looks.
    #[must_use]
    pub fn theme(&self) -> &Theme {
        &self.page.theme
    }

    /// Everything of the document but its blocks.
    #[must_use]
    pub fn page(&self) -> &PortalDocument {
        &self.page
    }

    /// Whether an id is in the document, or ever was.
    #[must_use]
    pub fn is_used(&self, id: &NodeId) -> bool {
        self.used.contains(id)
    }

    /// How deep a block in that slot would be; more than [`MAX_DEPTH`] is too deep.
    #[must_use]
    pub fn depth_in(&self, slot: &SlotRef) -> usize {
        let outer = slot.node.as_ref();
        outer.map_or(0, |id| self.depth(id).saturating_add(1))
    }

    /// Whether blocks of that height fit into that slot.
    #[must_use]
    pub(crate) fn is_deep_enough(&self, slot: &SlotRef, height: usize) -> bool {
        self.depth_in(slot).saturating_add(height) <= MAX_DEPTH
    }
}
