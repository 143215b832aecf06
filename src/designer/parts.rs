//! Of a block that shows one part at a time, as tabs do, the part that the canvas shows.
//!
//! It is how the desk is set up, not what the document says: nothing here is saved or undone.

use std::collections::HashMap;

use palier_contract::ids::NodeId;
use palier_edit::{Rules, SlotRef, Tree};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, Event};

use super::session::Session;
use super::words;

#[wasm_bindgen(module = "/src/designer/parts.js")]
extern "C" {
    fn choose(cell: &Element, index: u32);
    #[wasm_bindgen(js_name = under)]
    fn under_js(page: &Element, x: f64, y: f64) -> js_sys::Array;
    #[wasm_bindgen(js_name = clicked)]
    fn clicked_js(page: &Element, event: &Event) -> js_sys::Array;
}

/// The parts that are shown, by block; the first of a block that is not among them.
pub(super) type Parts = HashMap<NodeId, usize>;

/// A part of a block.
pub(super) type Part = (NodeId, usize);

/// Shows a part on the canvas. `cell` may be of any block.
pub(super) fn apply(cell: &Element, index: usize) {
    choose(cell, u32::try_from(index).unwrap_or(0));
}

/// The part that a tab at a point of the window stands for.
pub(super) fn under(page: &Element, x: f64, y: f64) -> Option<Part> {
    part(&under_js(page, x, y))
}

/// The part that a click on a tab is meant for.
pub(super) fn clicked(page: &Element, event: &Event) -> Option<Part> {
    part(&clicked_js(page, event))
}

fn part(found: &js_sys::Array) -> Option<Part> {
    let id = found.get(0).as_string()?;
    Some((NodeId::from(id), found.get(1).as_f64()? as usize))
}

impl Session {
    /// The part of a block that is shown. Not tracked.
    pub(super) fn part(self, id: &NodeId) -> usize {
        let shown = |parts: &Parts| parts.get(id).copied();
        self.view.parts.with_untracked(shown).unwrap_or(0)
    }

    /// Shows a part of a block.
    pub(super) fn show_part(self, id: &NodeId, index: usize) {
        if self.part(id) != index {
            self.view.parts.update(|parts| {
                parts.insert(id.clone(), index);
            });
        }
    }

    /// The slots of a block that are seen on the canvas: of tabs the shown one, else all.
    pub(super) fn seen_slots(self, tree: &Tree, rules: &Rules, id: &NodeId) -> Vec<SlotRef> {
        let mut slots = tree.slots(id, &rules.blocks);
        if is_parted(tree, rules, id) && !slots.is_empty() {
            let shown = self.part(id);
            let shown = if shown < slots.len() { shown } else { 0 };
            slots.swap(0, shown);
            slots.truncate(1);
        }
        slots
    }

    /// Where in a block one more goes: its first seen slot that is empty, else the first.
    pub(super) fn inside(self, tree: &Tree, rules: &Rules, id: &NodeId) -> Option<SlotRef> {
        let mut slots = self.seen_slots(tree, rules, id);
        let empty = slots.iter().position(|slot| tree.children(slot).is_empty());
        (!slots.is_empty()).then(|| slots.swap_remove(empty.unwrap_or(0)))
    }

    /// Shows every part that a block stands in.
    pub(super) fn show_parts_around(self, id: &NodeId) {
        let mut around = Vec::new();
        self.read(|tree, rules| {
            let mut inner = id.clone();
            while let Some((slot, _)) = tree.place_of(&inner) {
                let Some(outer) = slot.node.clone() else {
                    break;
                };
                if is_parted(tree, rules, &outer) {
                    let slots = tree.slots(&outer, &rules.blocks);
                    let index = slots.iter().position(|known| *known == slot);
                    around.extend(index.map(|index| (outer.clone(), index)));
                }
                inner = outer;
            }
        });
        for (id, index) in around {
            self.show_part(&id, index);
        }
    }

    /// Shows the next part of the selected block, or the one before, and says which that is;
    /// false where there is none.
    pub(super) fn turn_part(self, is_back: bool) -> bool {
        let selected = self.selection.get_untracked();
        let Some(id) = selected.first() else {
            return false;
        };
        let turned = self.read(|tree, rules| {
            let shown = self.part(id);
            let next = match is_back {
                true => shown.checked_sub(1)?,
                false => shown + 1,
            };
            let slots = tree.slots(id, &rules.blocks);
            let slot = slots.get(next).filter(|_| is_parted(tree, rules, id))?;
            Some((next, words::slot(tree, rules, slot, self.i18n)))
        });
        let Some((next, name)) = turned else {
            return false;
        };
        self.show_part(id, next);
        self.say(name);
        true
    }
}

fn is_parted(tree: &Tree, rules: &Rules, id: &NodeId) -> bool {
    let schema = tree.node(id).and_then(|e| rules.block(&e.node.kind));
    schema.is_some_and(|schema| schema.labels.is_some())
}
