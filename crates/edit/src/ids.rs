//! Ids for new blocks.

use palier_contract::{document::Node, ids::NodeId};

use crate::Tree;

/// Where randomness comes from: the browser's `crypto`, or a seed in tests.
pub type Random<'a> = &'a mut dyn FnMut() -> u64;

/// No letters that are mistaken for one another or for digits, and no vowels, so no words.
const LETTERS: &[u8; 32] = b"23456789bcdfghjkmnpqrstvwxyzBCDF";
const LENGTH: u32 = 8;
const TRIES: usize = 16;

/// An id that the document does not have and never had.
///
/// Any source will do, even one that always gives the same number: after a few clashes the
/// id is counted instead.
#[must_use]
pub fn fresh_id(tree: &Tree, random: Random<'_>) -> NodeId {
    fresh_beside(tree, &[], random)
}

pub(crate) fn fresh_beside(tree: &Tree, taken: &[NodeId], random: Random<'_>) -> NodeId {
    let is_free = |id: &NodeId| !tree.is_used(id) && !taken.contains(id);
    let mut drawn = (0..TRIES).map(|_| spell(random()));
    drawn.find(is_free).unwrap_or_else(|| {
        let mut counted = (0_usize..).map(|n| NodeId(format!("n{n}")));
        counted.find(is_free).unwrap_or_default()
    })
}

fn spell(number: u64) -> NodeId {
    let letter = |place: u32| {
        let index = usize::try_from((number >> (5 * place)) & 31).unwrap_or(0);
        LETTERS.get(index).map_or('b', |letter| char::from(*letter))
    };
    NodeId(
        core::iter::once('b')
            .chain((0..LENGTH).map(letter))
            .collect(),
    )
}

/// Gives every one of these blocks, and all that they hold, an id of its own.
pub(crate) fn renumber(nodes: &mut [Node], tree: &Tree, random: Random<'_>) {
    let mut taken = Vec::new();
    renumber_into(nodes, tree, random, &mut taken);
}

fn renumber_into(nodes: &mut [Node], tree: &Tree, random: Random<'_>, taken: &mut Vec<NodeId>) {
    for node in nodes {
        node.id = fresh_beside(tree, taken, random);
        taken.push(node.id.clone());
        for children in node.slots.values_mut() {
            renumber_into(children, tree, random, taken);
        }
    }
}
