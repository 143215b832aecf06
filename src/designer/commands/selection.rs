//! What is selected, and what takes its place.

use palier_contract::ids::NodeId;
use palier_edit::{SlotRef, Tree};

use crate::designer::session::Session;

/// What has the focus once these blocks are gone: the next one, else the one before, else what
/// holds them.
pub(super) fn successor(tree: &Tree, ids: &[NodeId]) -> Vec<NodeId> {
    let Some((slot, index)) = ids.first().and_then(|id| tree.place_of(id)) else {
        return Vec::new();
    };
    let children = tree.children(&slot);
    let stays = |id: &&NodeId| !ids.contains(id);
    let next = children.iter().skip(index).find(stays);
    let before = || children.iter().take(index).rev().find(stays);
    let found = next.or_else(before).or(slot.node.as_ref());
    found.cloned().into_iter().collect()
}

/// Selects all blocks beside the selected one.
pub(super) fn select_all(session: Session) {
    let ids = session.selection.get_untracked();
    let all = session.read(|tree, _| {
        let slot = ids
            .first()
            .and_then(|id| tree.place_of(id))
            .map_or_else(SlotRef::page, |(slot, _)| slot);
        tree.children(&slot).to_vec()
    });
    session.select(all);
}

/// Selects what holds the selected block.
pub(super) fn select_parent(session: Session) {
    let ids = session.selection.get_untracked();
    let parent = session.read(|tree, _| ids.first().and_then(|id| tree.parent(id)).cloned());
    session.select(parent.into_iter().collect());
}
