//! The document as rows: what the outline shows of it.

use std::collections::{BTreeMap, BTreeSet};

use palier_contract::document::{Node, Severity};
use palier_contract::ids::NodeId;
use palier_edit::{Rules, Tree};

use crate::designer::problems::Problem;
use crate::designer::words;
use crate::i18n::I18n;

/// A block in the outline.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::designer) struct Row {
    pub(in crate::designer) id: NodeId,
    pub(super) name: String,
    /// The name that somebody gave it; empty without one.
    pub(super) own: String,
    pub(super) kind: String,
    /// From 1.
    pub(in crate::designer) level: usize,
    /// How many there are beside it, itself included.
    pub(super) setsize: usize,
    /// From 1.
    pub(super) posinset: usize,
    /// Whether it holds blocks, and if so, whether they are shown.
    pub(in crate::designer) open: Option<bool>,
    pub(super) is_hidden: bool,
    pub(super) is_locked: bool,
    pub(super) problem: Option<Severity>,
    /// Who sees it, and when; empty for everybody at all times.
    pub(super) when: String,
    /// The part of the block around it that it stands in, of a block that has several.
    pub(super) part: String,
    /// Whether it is the first in its part.
    pub(super) leads: bool,
}

/// The blocks that keep the page from being published. Warnings are for the panel of problems: a
/// mark on every row would say nothing.
pub(super) fn problems(found: &[Problem]) -> BTreeMap<NodeId, Severity> {
    let errors = found
        .iter()
        .filter(|problem| problem.severity == Severity::Error);
    errors
        .filter_map(|problem| Some((problem.node.clone()?, problem.severity)))
        .collect()
}

/// All rows that are not inside a closed one.
pub(super) struct Reader<'a> {
    pub(super) tree: &'a Tree,
    pub(super) rules: &'a Rules,
    pub(super) closed: &'a BTreeSet<NodeId>,
    pub(super) problems: &'a BTreeMap<NodeId, Severity>,
    pub(super) breakpoint: &'static str,
    pub(super) i18n: I18n,
}

impl Reader<'_> {
    /// Every row, from top to bottom.
    pub(super) fn rows(&self) -> Vec<Row> {
        let mut rows = Vec::with_capacity(self.tree.len());
        let top = self.tree.children(&palier_edit::SlotRef::page());
        let top: Vec<_> = top.iter().map(|id| (id, String::new())).collect();
        self.fill(&top, 1, &mut rows);
        rows
    }

    fn fill(&self, ids: &[(&NodeId, String)], level: usize, rows: &mut Vec<Row>) {
        let mut before = "";
        for (index, (id, part)) in ids.iter().enumerate() {
            let leads = *part != before;
            before = part;
            let Some(entry) = self.tree.node(id) else {
                continue;
            };
            let inner = self.inner(id, &entry.node);
            let is_open = !self.closed.contains(id);
            rows.push(Row {
                id: (*id).clone(),
                name: words::block(&entry.node, self.i18n),
                own: words::own_name(&entry.node).unwrap_or_default().to_owned(),
                kind: entry.node.kind.clone(),
                level,
                setsize: ids.len(),
                posinset: index + 1,
                open: (!inner.is_empty()).then_some(is_open),
                is_hidden: entry.node.is_hidden_at(self.breakpoint),
                is_locked: {
                    let mut locks = entry.node.lock.iter();
                    locks.any(|lock| self.rules.role.heeds(lock))
                },
                problem: self.problems.get(*id).copied(),
                when: words::when(&entry.node, self.i18n),
                part: part.clone(),
                leads,
            });
            if is_open {
                self.fill(&inner, level + 1, rows);
            }
        }
    }

    /// What a block holds, with the part of it that each stands in.
    fn inner(&self, id: &NodeId, node: &Node) -> Vec<(&NodeId, String)> {
        let schema = self.rules.block(&node.kind);
        let slots = self.tree.slots(id, &self.rules.blocks);
        let parts = slots.iter().enumerate().flat_map(|(index, slot)| {
            let held = self.tree.children(slot);
            let part = match held.is_empty() {
                true => String::new(),
                false => words::part(node, schema, index, self.i18n),
            };
            held.iter().map(move |id| (id, part.clone()))
        });
        parts.collect()
    }
}
