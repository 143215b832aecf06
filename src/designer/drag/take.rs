//! What a press, a key or a menu takes up.

use palier_contract::ids::NodeId;
use palier_dnd::geometry::Point;
use palier_dnd::load::{Grab, Grip, Load, PaletteKey};
use palier_dnd::machine::Input;

use super::Drag;
use super::scene::Stage;

impl Drag {
    /// What a press on a block, or on a palette item, would take up.
    pub(super) fn grab(&self, source: &str, at: Point, grip: Grip) -> Option<Grab> {
        let mut stage = self.0.stage.borrow_mut();
        if let Some(kind) = source.strip_prefix("new:") {
            return Some(Grab::new(Load::New(fresh(&mut stage, kind)), grip));
        }
        let id = match source {
            "" => stage.canvas.at(at.x, at.y)?,
            id => NodeId::from(id),
        };
        Some(grab_of(&mut stage, &id, grip))
    }

    /// Takes up new blocks of a type, to be placed by keys or by a tap.
    pub(in crate::designer) fn pick_new(&self, kind: &str) {
        let grab = {
            let mut stage = self.0.stage.borrow_mut();
            let selected = stage.session.selection.get_untracked();
            let after = selected.last().map(|id| stage.numbers.item(id));
            Grab::new(Load::New(fresh(&mut stage, kind)), Grip::Handle).after(after)
        };
        self.step(Input::Pick(grab));
    }

    /// Takes up a block, with the selection if it is part of it, to be placed by keys or a tap.
    pub(super) fn pick(&self, id: &NodeId) {
        let grab = grab_of(&mut self.0.stage.borrow_mut(), id, Grip::Handle);
        self.step(Input::Pick(grab));
    }
}

fn fresh(stage: &mut Stage, kind: &str) -> PaletteKey {
    let known = stage.kinds.iter().position(|known| known == kind);
    let index = known.unwrap_or_else(|| {
        stage.kinds.push(kind.to_owned());
        stage.kinds.len() - 1
    });
    PaletteKey(u32::try_from(index).unwrap_or(u32::MAX))
}

/// A block, with the whole selection when it is part of it.
pub(super) fn grab_of(stage: &mut Stage, id: &NodeId, grip: Grip) -> Grab {
    let selected = stage.session.selection.get_untracked();
    let ids = if selected.contains(id) {
        selected
    } else {
        vec![id.clone()]
    };
    let keys = ids.iter().map(|id| stage.numbers.item(id)).collect();
    Grab::new(Load::Items(keys), grip)
}
