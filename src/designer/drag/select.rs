//! What a click selects.

use palier_contract::ids::NodeId;
use palier_dnd::load::Load;

use super::Drag;
use crate::designer::session::Session;
use crate::designer::{commands, starters};

/// How a click selects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// That block and no other.
    Alone,
    /// As well, or no longer.
    Toggle,
    /// All from the block that has the focus to that one.
    Range,
}

impl Drag {
    pub(super) fn select(&self, load: &Load) {
        let stage = self.0.stage.borrow();
        match load {
            Load::Items(keys) => {
                let session = stage.session;
                match self.0.pressed.borrow().as_ref() {
                    Some((id, How::Alone)) => session.select(vec![id.clone()]),
                    Some((id, How::Toggle)) => session.toggle(id),
                    Some((id, How::Range)) => range(session, id),
                    None => session.select(stage.ids(keys)),
                }
            }
            Load::New(key) => {
                let kind = stage.kind(*key).map(str::to_owned);
                let session = stage.session;
                drop(stage);
                if let Some(kind) = kind {
                    commands::insert(session, "insert", starters::block(session, &kind));
                }
            }
        }
    }
}

/// Selects from the block that has the focus to `to`, within a slot; else `to` as well.
fn range(session: Session, to: &NodeId) {
    let selected = session.selection.get_untracked();
    let between = session.read(|tree, _| {
        let (slot, from) = tree.place_of(selected.first()?)?;
        let (other, until) = tree.place_of(to)?;
        (slot == other).then(|| {
            let between = tree.children(&slot).iter();
            let (least, most) = (from.min(until), from.max(until));
            let mut ids: Vec<NodeId> = between
                .skip(least)
                .take(most.saturating_sub(least).saturating_add(1))
                .cloned()
                .collect();
            // The first has the focus.
            if until < from {
                ids.reverse();
            }
            ids
        })
    });
    match between {
        Some(ids) => session.select(ids),
        None => session.toggle(to),
    }
}
