//! What a designer should fix before a document is published.

mod block;
mod links;
mod page;
mod props;

use std::collections::BTreeSet;

use super::{
    BlockSchema, Finding, FindingCode, MAX_DEPTH, Node, PortalDocument, References, SlotSchema,
    finding::below,
};
use crate::ids::NodeId;

/// What validation measures a document by.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The block types there are; see [`super::blocks::ALL`].
    pub blocks: &'a [BlockSchema],
    /// The language in which every text must be there, BCP 47.
    pub default_locale: &'a str,
    /// The languages of the programme: a text that lacks one only warns.
    pub locales: &'a [String],
    /// What props may refer to; `None` to check no reference.
    pub references: Option<&'a References>,
}

impl<'a> Known<'a> {
    /// These blocks and that language, nothing else.
    #[must_use]
    pub const fn new(blocks: &'a [BlockSchema], default_locale: &'a str) -> Self {
        Self {
            blocks,
            default_locale,
            locales: &[],
            references: None,
        }
    }

    /// The same, and a text should be in each of these languages too.
    #[must_use]
    pub const fn locales(mut self, locales: &'a [String]) -> Self {
        self.locales = locales;
        self
    }

    /// The same, and what props refer to must be among these.
    #[must_use]
    pub const fn references(mut self, references: &'a References) -> Self {
        self.references = Some(references);
        self
    }
}

/// Everything that is wrong with a document, the page first, then block by block; empty when
/// nothing is.
///
/// Unknown blocks, props, breakpoints, tokens and words only warn: they may come from a newer
/// kit. So do empty slots and missing translations: a page with them can be shown.
#[must_use]
pub fn validate(document: &PortalDocument, known: &Known<'_>) -> Vec<Finding> {
    let mut walk = Walk {
        known,
        seen: BTreeSet::new(),
        anchors: BTreeSet::new(),
        links: Vec::new(),
        findings: Vec::new(),
    };
    walk.title(document);
    walk.theme(&document.theme);
    for (index, node) in document.root.iter().enumerate() {
        walk.node(node, &format!("/root/{index}"), 0);
    }
    walk.dead_links();
    walk.findings
}

struct Walk<'a> {
    known: &'a Known<'a>,
    seen: BTreeSet<&'a NodeId>,
    /// Every place that links can lead to.
    anchors: BTreeSet<&'a str>,
    /// Every link to a place on the page: which block, where in it, which place.
    links: Vec<(&'a Node, String, &'a str)>,
    findings: Vec<Finding>,
}

impl<'a> Walk<'a> {
    fn report(&mut self, node: Option<&Node>, path: String, code: FindingCode, message: String) {
        self.findings.push(Finding {
            severity: code.severity(),
            node: node.map(|node| node.id.clone()),
            path,
            code,
            message,
        });
    }

    fn node(&mut self, node: &'a Node, path: &str, depth: usize) {
        self.id(node, path);
        self.block(node, path);
        if depth > MAX_DEPTH {
            let message = format!("slots nest {depth} deep; the limit is {MAX_DEPTH}");
            self.report(Some(node), path.into(), FindingCode::TooDeep, message);
        }
        let known = self.known.blocks;
        let schema = known.iter().find(|block| block.kind == node.kind);
        match schema {
            Some(schema) if node.v <= schema.v() => {
                self.props(node, schema, path);
                self.empty_slots(node, schema, path);
            }
            Some(_) => {} // Newer than this version: its props are not ours to judge.
            None => {
                let message = format!("the block type {:?} is not known; it is kept", node.kind);
                let path = below(path, "type");
                self.report(Some(node), path, FindingCode::UnknownBlock, message);
            }
        }
        for (name, children) in &node.slots {
            let path = below(&below(path, "slots"), name);
            if let Some(schema) = schema {
                self.slot(node, schema.slot(name), name, children, &path);
            }
            for (index, child) in children.iter().enumerate() {
                self.node(child, &format!("{path}/{index}"), depth.saturating_add(1));
            }
        }
    }

    fn id(&mut self, node: &'a Node, path: &str) {
        let path = below(path, "id");
        if node.id.as_str().is_empty() {
            let message = "the block has no id; give it one that was never used".into();
            self.report(Some(node), path, FindingCode::EmptyId, message);
        } else if !self.seen.insert(&node.id) {
            let message = format!("two blocks have the id {:?}; rename one", node.id.as_str());
            self.report(Some(node), path, FindingCode::DuplicateId, message);
        }
    }

    fn slot(
        &mut self,
        node: &Node,
        slot: Option<&SlotSchema>,
        name: &str,
        children: &[Node],
        path: &str,
    ) {
        let Some(slot) = slot else {
            let message = format!("{} has no slot {name:?}; move its blocks", node.kind);
            return self.report(Some(node), path.into(), FindingCode::UnknownSlot, message);
        };
        if let Some(max) = slot.max.filter(|max| children.len() > *max) {
            let message = format!("{name} holds {} blocks; the limit is {max}", children.len());
            self.report(Some(node), path.into(), FindingCode::SlotFull, message);
        }
        for (index, child) in children.iter().enumerate() {
            if !slot.takes(&child.kind) {
                let taken = slot.accepts.join(", ");
                let message = format!("{name} takes {taken}, not {}", child.kind);
                let path = format!("{path}/{index}");
                self.report(Some(child), path, FindingCode::SlotRefuses, message);
            }
        }
    }

    /// Slots that are shown and hold nothing, or hold something and are not shown.
    fn empty_slots(&mut self, node: &Node, schema: &BlockSchema, path: &str) {
        let shown: BTreeSet<&str> = schema.slots_of(&node.props).map(|slot| slot.name).collect();
        for slot in schema.slots {
            let path = below(&below(path, "slots"), slot.name);
            let filled = node.slots.get(slot.name).is_some_and(|s| !s.is_empty());
            match (shown.contains(slot.name), filled) {
                (true, false) => {
                    let message = format!("{} is empty; put something in, or remove it", slot.name);
                    self.report(Some(node), path, FindingCode::SlotEmpty, message);
                }
                (false, true) => {
                    let message = format!("{} has no label, so it is not shown", slot.name);
                    self.report(Some(node), path, FindingCode::SlotUnlabelled, message);
                }
                _ => {}
            }
        }
    }
}
