//! Joining two people's edits of one document, by block.

use palier_contract::{
    document::{Node, PortalDocument, reread},
    ids::NodeId,
};
use serde_json::{Map, Value};

use crate::{Op, Position, Refusal, SlotRef, Tree, apply::commit, diff, diff::unmoved};

/// Something that both changed, each otherwise. The merged document has it as `theirs`.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// Which block; `None` for the page as a whole.
    pub node: Option<NodeId>,
    /// What: `props/title/en`, `span/md`, `theme/tokens/color.ink`…; `place` when both moved
    /// it, or it has no place any more; `removed` when one removed what the other changed.
    pub field: String,
    /// What it is for the one.
    pub mine: Option<Value>,
    /// What it is for the other.
    pub theirs: Option<Value>,
}

/// Two people's edits in one document.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// The document with all edits that do not contradict each other.
    pub document: PortalDocument,
    /// Where they do.
    pub conflicts: Vec<Conflict>,
}

/// Joins `mine` and `theirs`, both made from `base`. Edits of different blocks, of different
/// fields of one block and of different languages of one text do not contradict each other.
///
/// The result is held to no rules: validate it, and have the server permit it, like any other.
///
/// # Errors
/// [`Refusal::DuplicateId`] and [`Refusal::EmptyId`] when a document has such blocks.
pub fn merge(
    base: &PortalDocument,
    mine: &PortalDocument,
    theirs: &PortalDocument,
) -> Result<Merged, Refusal> {
    let base = Tree::new(base.clone())?;
    let mine = Tree::new(mine.clone())?;
    let theirs = Tree::new(theirs.clone())?;
    let mut merging = Merging {
        tree: theirs.clone(),
        base: &base,
        mine: &mine,
        theirs: &theirs,
        conflicts: Vec::new(),
    };
    merging.merge_page();
    merging.merge_places();
    merging.merge_removals();
    merging.merge_fields();
    Ok(Merged {
        document: merging.tree.to_document(),
        conflicts: merging.conflicts,
    })
}

/// Whether `mine` has everything that `theirs` changed of `base`: joining them gives `mine`, and
/// nobody has to decide anything. So it is for work that goes on from what was sent and arrived,
/// though no answer came.
///
/// # Errors
/// Those of [`merge`](merge()).
pub fn contains(
    base: &PortalDocument,
    mine: &PortalDocument,
    theirs: &PortalDocument,
) -> Result<bool, Refusal> {
    let joined = merge(base, theirs, mine)?;
    Ok(joined.conflicts.is_empty() && diff(&joined.document, mine)?.is_empty())
}

struct Merging<'a> {
    /// Begins as `theirs`; the edits of `mine` are put on top.
    tree: Tree,
    base: &'a Tree,
    mine: &'a Tree,
    theirs: &'a Tree,
    conflicts: Vec<Conflict>,
}

impl Merging<'_> {
    fn contradict(&mut self, node: &NodeId, field: &str) {
        self.conflicts.push(Conflict {
            node: Some(node.clone()),
            field: field.to_owned(),
            mine: None,
            theirs: None,
        });
    }

    fn merge_page(&mut self) {
        let whole = |tree: &Tree| serde_json::to_value(&tree.page).ok();
        let (base, mine, theirs) = (whole(self.base), whole(self.mine), whole(self.theirs));
        let values = Versions {
            base: base.as_ref(),
            mine: mine.as_ref(),
            theirs: theirs.as_ref(),
        };
        let merged = values.join(None, "", &mut self.conflicts);
        if let Some(Ok(page)) = merged.as_ref().map(reread) {
            self.tree.page = page;
        }
    }

    /// Blocks that are new in `mine`, or that it moved.
    fn merge_places(&mut self) {
        let stayed = unmoved(self.base, self.mine);
        let stayed_there = unmoved(self.base, self.theirs);
        let inner = self.mine.walk(&[]);
        let inner = inner.iter().flat_map(|id| self.mine.slots(id, &[]));
        for slot in core::iter::once(SlotRef::page()).chain(inner) {
            // From the last on, so that what follows a block is already where it belongs.
            for id in self.mine.children(&slot).iter().rev() {
                if stayed.contains(id) {
                    continue;
                }
                let is_new = self.base.node(id).is_none();
                // One was made from the other: it lies where they have it.
                if let (true, Some(there)) = (is_new, self.theirs.node(id)) {
                    if there.within != slot {
                        self.contradict(id, "place");
                    }
                    continue;
                }
                if self.tree.node(id).is_none() && !is_new {
                    self.contradict(id, "removed");
                } else if !is_new && !stayed_there.contains(id) {
                    if self.theirs.place_of(id) != self.mine.place_of(id) {
                        self.contradict(id, "place");
                    }
                } else if self.put(id, &slot).is_err() {
                    self.contradict(id, "place");
                }
            }
        }
    }

    /// Puts a block of `mine` where it is there, though without what it holds.
    fn put(&mut self, id: &NodeId, slot: &SlotRef) -> Result<(), Refusal> {
        let siblings = self.mine.children(slot);
        let mut after = siblings.iter().skip_while(|other| *other != id).skip(1);
        let is_there = |other: &&NodeId| self.tree.node(other).is_some_and(|e| e.within == *slot);
        let to = Position {
            slot: slot.clone(),
            before: after.find(is_there).cloned(),
        };
        let op = if self.tree.node(id).is_some() {
            let ids = vec![id.clone()];
            Op::Move { ids, to }
        } else {
            let nodes = self.mine.node(id).map(|entry| entry.node.clone());
            Op::Insert {
                at: to,
                nodes: nodes.into_iter().collect(),
            }
        };
        commit(&mut self.tree, &op).map(|_| ())
    }

    /// Blocks that are gone from `mine`, the inner ones first.
    fn merge_removals(&mut self) {
        let stayed_there = unmoved(self.base, self.theirs);
        for id in self.base.walk(&[]).iter().rev() {
            if self.mine.node(id).is_some() || self.tree.node(id).is_none() {
                continue;
            }
            let node = |tree: &Tree| tree.node(id).map(|entry| entry.node.clone());
            let is_empty = self.tree.height(id) == 0;
            let is_untouched = stayed_there.contains(id) && node(self.base) == node(self.theirs);
            if is_empty && is_untouched {
                let ids = vec![id.clone()];
                // It is there, so it can be removed.
                if commit(&mut self.tree, &Op::Remove { ids }).is_ok() {
                    continue;
                }
            }
            self.contradict(id, "removed");
        }
    }

    /// What blocks that both have say of themselves.
    fn merge_fields(&mut self) {
        for id in self.mine.walk(&[]) {
            let Some(theirs) = self.theirs.node(&id) else {
                let mine = self.mine.node(&id).map(|entry| &entry.node);
                let base = self.base.node(&id).map(|entry| &entry.node);
                let is_said = self.conflicts.iter().any(|c| c.node.as_ref() == Some(&id));
                if base.is_some() && mine != base && !is_said {
                    self.contradict(&id, "removed");
                }
                continue;
            };
            let whole = |node: &Node| serde_json::to_value(node).ok();
            let base = self.base.node(&id).and_then(|entry| whole(&entry.node));
            let mine = self.mine.node(&id).and_then(|entry| whole(&entry.node));
            let theirs = whole(&theirs.node);
            let values = Versions {
                base: base.as_ref(),
                mine: mine.as_ref(),
                theirs: theirs.as_ref(),
            };
            let merged = values.join(Some(&id), "", &mut self.conflicts);
            let entry = self.tree.nodes.get_mut(&id);
            if let (Some(entry), Some(Ok(node))) = (entry, merged.as_ref().map(reread)) {
                entry.node = node;
            }
        }
    }
}

/// Two values made of one; absent is a value too.
#[derive(Clone, Copy)]
struct Versions<'v> {
    base: Option<&'v Value>,
    mine: Option<&'v Value>,
    theirs: Option<&'v Value>,
}

impl Versions<'_> {
    /// Joins them; objects field by field. `node` and `path` name in a conflict what they are of.
    fn join(
        self,
        node: Option<&NodeId>,
        path: &str,
        conflicts: &mut Vec<Conflict>,
    ) -> Option<Value> {
        let Self { base, mine, theirs } = self;
        if mine == theirs || mine == base {
            return theirs.cloned();
        }
        if theirs == base {
            return mine.cloned();
        }
        if let (Some(Value::Object(mine)), Some(Value::Object(theirs))) = (mine, theirs) {
            let none = Map::new();
            let base = base.and_then(Value::as_object).unwrap_or(&none);
            let mut joined = Map::new();
            let new = mine.keys().filter(|key| !theirs.contains_key(*key));
            for key in theirs.keys().chain(new) {
                let below = match path {
                    "" => key.clone(),
                    path => format!("{path}/{key}"),
                };
                let field = Versions {
                    base: base.get(key),
                    mine: mine.get(key),
                    theirs: theirs.get(key),
                };
                if let Some(value) = field.join(node, &below, conflicts) {
                    joined.insert(key.clone(), value);
                }
            }
            return Some(Value::Object(joined));
        }
        conflicts.push(Conflict {
            node: node.cloned(),
            field: path.to_owned(),
            mine: mine.cloned(),
            theirs: theirs.cloned(),
        });
        theirs.cloned()
    }
}
