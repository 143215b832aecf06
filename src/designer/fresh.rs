//! Blocks that were just added: what their fields lack is no fault before somebody has been there.
//!
//! It is how the desk is set up, not what the document says: the list of problems and publishing ask
//! for all of it.

use std::collections::{BTreeMap, BTreeSet};

use palier_contract::ids::NodeId;

use super::session::Session;

/// New blocks, with the names of the props that somebody has been at.
pub(super) type Fresh = BTreeMap<NodeId, BTreeSet<String>>;

impl Session {
    /// Blocks have just been added.
    pub(super) fn note_added(self, ids: BTreeSet<NodeId>) {
        self.view.fresh.update(|fresh| {
            fresh.extend(ids.into_iter().map(|id| (id, BTreeSet::new())));
        });
    }

    /// Somebody has been at a prop of a block.
    pub(super) fn touch(self, id: &NodeId, prop: &str) {
        let mut fresh = self.view.fresh.get_untracked();
        let Some(touched) = fresh.get_mut(id) else {
            return;
        };
        if touched.insert(prop.to_owned()) {
            self.view.fresh.set(fresh);
        }
    }

    /// Asks for everything that is missing from now on.
    pub(super) fn ask_for_all(self) {
        if !self.view.fresh.get_untracked().is_empty() {
            self.view.fresh.set(Fresh::new());
        }
    }

    /// Whether nobody has been at a prop of a new block yet. Tracked.
    pub(super) fn is_untouched(self, id: &NodeId, prop: &str) -> bool {
        let fresh = self.view.fresh;
        fresh.with(|fresh| fresh.get(id).is_some_and(|touched| !touched.contains(prop)))
    }
}
