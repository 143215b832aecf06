//! What an op changed, so that a canvas draws that again and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use palier_contract::ids::NodeId;

use crate::SlotRef;

/// Something that a block says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Its props, at any breakpoint.
    Props,
    /// How wide it is.
    Span,
    /// Where it is left out.
    Hidden,
    /// Who sees it, and when.
    When,
    /// Its locks.
    Lock,
    /// What designers call it.
    Name,
}

/// What changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Blocks that say something else than before, and what.
    pub nodes: BTreeMap<NodeId, BTreeSet<Field>>,
    /// Slots whose lists of blocks differ. Slots of blocks that were added are not among them.
    pub slots: BTreeSet<SlotRef>,
    /// Blocks that were not there before, those within others included.
    pub added: BTreeSet<NodeId>,
    /// Blocks that are no longer there, those within others included.
    pub removed: BTreeSet<NodeId>,
    /// Whether the page looks different.
    pub theme: bool,
    /// Whether its title differs.
    pub title: bool,
    /// Whether it is another document altogether; nothing else is said then.
    pub all: bool,
}

impl Changes {
    /// Whether nothing changed that could be seen or saved.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    pub(crate) fn of_all() -> Self {
        Self {
            all: true,
            ..Self::default()
        }
    }

    pub(crate) fn of_theme() -> Self {
        Self {
            theme: true,
            ..Self::default()
        }
    }

    pub(crate) fn of_field(id: &NodeId, field: Field) -> Self {
        Self {
            nodes: [(id.clone(), [field].into())].into(),
            ..Self::default()
        }
    }

    /// These changes, and then those.
    pub(crate) fn then(&mut self, later: Self) {
        if self.all || later.all {
            *self = Self::of_all();
            return;
        }
        for (id, fields) in later.nodes {
            self.nodes.entry(id).or_default().extend(fields);
        }
        self.slots.extend(later.slots);
        for id in later.added {
            // Removed and back again: it has to be drawn again, so it counts as added.
            self.removed.remove(&id);
            self.added.insert(id);
        }
        for id in later.removed {
            self.nodes.remove(&id);
            self.slots.retain(|slot| slot.node.as_ref() != Some(&id));
            if !self.added.remove(&id) {
                self.removed.insert(id);
            }
        }
        self.theme |= later.theme;
        self.title |= later.title;
    }
}
