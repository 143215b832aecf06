//! Who sees a block, and at which widths, by what the blocks around it say.

use palier_contract::document::{BREAKPOINTS, Lock, Node, When};

use crate::{SlotRef, Tree};

/// Where the blocks around a slot are left out, and to whom they are shown.
pub(crate) struct InheritedVisibility<'a> {
    hidden: Vec<&'static str>,
    when: Vec<&'a When>,
}

impl<'a> InheritedVisibility<'a> {
    /// What blocks in `slot` inherit.
    pub(crate) fn of(tree: &'a Tree, slot: &SlotRef) -> Self {
        let holder = slot.node.as_ref();
        let outer = holder.into_iter().flat_map(|id| tree.ancestors(id));
        let ids = holder.into_iter().chain(outer);
        let around: Vec<&Node> = ids
            .filter_map(|id| tree.node(id))
            .map(|entry| &entry.node)
            .collect();
        let hides = |step: &&'static str| around.iter().any(|node| node.is_hidden_at(step));
        Self {
            hidden: BREAKPOINTS.iter().copied().filter(hides).collect(),
            when: around
                .iter()
                .filter_map(|node| node.when.as_ref())
                .collect(),
        }
    }

    /// The locks under which a block may not come to inherit `other` instead.
    pub(crate) fn locks_against(&self, other: &Self) -> impl Iterator<Item = Lock> {
        let hidden = (self.hidden != other.hidden).then_some(Lock::Style);
        let when = (self.when != other.when).then_some(Lock::Edit);
        hidden.into_iter().chain(when)
    }
}
