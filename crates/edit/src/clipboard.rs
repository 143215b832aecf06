//! Blocks as text: copying and pasting, within a document and between documents.

use palier_contract::{
    document::{BlockSchema, LoadError, Node, ReadOnly, SCHEMA, load},
    ids::NodeId,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::{Random, Refusal, Role, Tree, ids::renumber};

/// What tells blocks of a portal from any other JSON.
const FORMAT: &str = "palier-blocks";
/// Longest text that is looked at, in bytes.
const LONGEST: usize = 2_000_000;

#[derive(Serialize)]
struct Copied {
    palier: &'static str,
    schema: u32,
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Pasted {
    palier: String,
    schema: u32,
    nodes: Vec<Value>,
}

/// These blocks as text, in reading order and without those that another of them holds.
#[must_use]
pub fn copy(tree: &Tree, ids: &[NodeId], blocks: &[BlockSchema]) -> String {
    let ids = tree.outermost(ids, blocks);
    let copied = Copied {
        palier: FORMAT,
        schema: SCHEMA,
        nodes: ids.iter().filter_map(|id| tree.subtree(id)).collect(),
    };
    serde_json::to_string(&copied).unwrap_or_default()
}

/// The blocks of a text from [`copy`], brought up to date, with fresh ids, ready for
/// [`crate::Op::Insert`]. People other than admins get them without locks, which they could
/// not take off again.
///
/// # Errors
/// [`Refusal::NoBlocks`] when the text is something else, [`Refusal::Malformed`] when the
/// blocks cannot be read, [`Refusal::NewerBlock`] and [`Refusal::OtherDocument`] when they
/// come from a newer kit.
pub fn paste(
    text: &str,
    tree: &Tree,
    blocks: &[BlockSchema],
    role: Role,
    random: Random<'_>,
) -> Result<Vec<Node>, Refusal> {
    if text.len() > LONGEST {
        return Err(Refusal::NoBlocks);
    }
    let pasted: Pasted = serde_json::from_str(text).map_err(|_| Refusal::NoBlocks)?;
    if pasted.palier != FORMAT || pasted.nodes.is_empty() {
        return Err(Refusal::NoBlocks);
    }
    // As a document, they are migrated and judged like one.
    let document = json!({
        "schema": pasted.schema, "id": "clipboard", "title": {}, "root": pasted.nodes,
    });
    let loaded = load(&document.to_string(), blocks).map_err(|error| malformed(&error))?;
    let mut nodes = loaded.document.root;
    match loaded.read_only {
        None => {}
        Some(ReadOnly::NewerSchema { .. }) => return Err(Refusal::OtherDocument),
        Some(ReadOnly::NewerBlock { node, found, known }) => {
            let kind = kind_of(&nodes, &node).unwrap_or_default();
            return Err(Refusal::NewerBlock { kind, found, known });
        }
    }
    prepare(&mut nodes, tree, role, random);
    Ok(nodes)
}

/// Copies of these blocks with fresh ids, in reading order, each beside the id of the block
/// that it is a copy of.
#[must_use]
pub fn duplicate(
    tree: &Tree,
    ids: &[NodeId],
    blocks: &[BlockSchema],
    role: Role,
    random: Random<'_>,
) -> Vec<(NodeId, Node)> {
    let originals = tree.outermost(ids, blocks);
    let mut nodes: Vec<Node> = originals.iter().filter_map(|id| tree.subtree(id)).collect();
    prepare(&mut nodes, tree, role, random);
    originals.into_iter().zip(nodes).collect()
}

/// Makes blocks from somewhere else (a template, a saved section) ready to be inserted, as
/// [`paste`] does.
pub fn prepare(nodes: &mut [Node], tree: &Tree, role: Role, random: Random<'_>) {
    renumber(nodes, tree, random);
    if role != Role::Admin {
        nodes.iter_mut().for_each(unlock);
    }
}

fn unlock(node: &mut Node) {
    node.lock.clear();
    node.slots.values_mut().flatten().for_each(unlock);
}

fn malformed(error: &LoadError) -> Refusal {
    Refusal::Malformed {
        detail: error.to_string(),
    }
}

fn kind_of(nodes: &[Node], id: &NodeId) -> Option<String> {
    nodes.iter().find_map(|node| {
        if node.id == *id {
            return Some(node.kind.clone());
        }
        let mut slots = node.slots.values();
        slots.find_map(|children| kind_of(children, id))
    })
}
