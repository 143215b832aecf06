//! The blocks on the canvas: one living cell per block of the document, kept while its neighbours
//! come, go and move, so that an edit redraws one block and nothing else.

use std::collections::{BTreeSet, HashMap};

use palier_contract::document::{BlockSchema, Node};
use palier_contract::ids::NodeId;
use palier_edit::{Changes, Field, SlotRef, Tree};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

use super::cell::{Cell, Look};
use crate::designer::parts;
use crate::designer::session::Session;
use crate::portal::layout::{self, Place};

#[wasm_bindgen(module = "/src/designer/canvas/cells.js")]
extern "C" {
    fn cell() -> Element;
    #[wasm_bindgen(js_name = setAttributes)]
    fn set_attributes(cell: &Element, id: &str, spans: Vec<String>, bleeds: bool, hidden: &str);
    #[wasm_bindgen(js_name = setDirection)]
    fn set_direction(cell: &Element, right_to_left: bool);
    fn grid(cell: &Element, slot: &str) -> Option<Element>;
    fn arrange(grid: &Element, cells: Vec<Element>);
}

/// All blocks on the canvas.
pub(super) struct Cells {
    session: Session,
    page: Element,
    cells: HashMap<NodeId, Cell>,
}

impl Cells {
    /// No block yet; those of the page itself will stand in `page`.
    pub(super) fn new(session: Session, page: Element) -> Self {
        Self {
            session,
            page,
            cells: HashMap::new(),
        }
    }

    /// The cell of a block.
    pub(super) fn cell(&self, id: &NodeId) -> Option<&Element> {
        self.cells.get(id).map(|cell| &cell.element)
    }

    /// The grid of a slot.
    pub(super) fn grid(&self, slot: &SlotRef) -> Option<Element> {
        match &slot.node {
            None => Some(self.page.clone()),
            Some(id) => grid(self.cell(id)?, &slot.slot),
        }
    }

    /// Draws everything that is not there yet or out of date, and nothing else.
    pub(super) fn all(&mut self, tree: &Tree, blocks: &[BlockSchema]) {
        let place = self.place();
        self.fill(tree, &SlotRef::page(), place, blocks);
        self.cells.retain(|id, _| tree.node(id).is_some());
    }

    /// Follows what changed in the document.
    pub(super) fn follow(&mut self, tree: &Tree, changes: &Changes, blocks: &[BlockSchema]) {
        if changes.all {
            self.cells.clear();
            return self.all(tree, blocks);
        }
        for id in &changes.added {
            // Back again after it was removed in the same intention: the old cell is stale.
            self.cells.remove(id);
        }
        for (id, fields) in &changes.nodes {
            self.redraw(tree, id, fields, blocks);
        }
        for slot in &changes.slots {
            let place = self.place_in(tree, slot);
            self.fill(tree, slot, place, blocks);
        }
        for id in &changes.removed {
            self.cells.remove(id);
        }
    }

    fn place(&self) -> (u8, bool) {
        let page = self.place_at((2, false));
        (page.level, page.titled)
    }

    /// What the blocks of a slot need to know of where they stand.
    fn place_in(&self, tree: &Tree, slot: &SlotRef) -> (u8, bool) {
        let Some(owner) = &slot.node else {
            return self.place();
        };
        let Some(entry) = tree.node(owner) else {
            return self.place();
        };
        let outer = tree
            .place_of(owner)
            .map_or_else(|| self.place(), |(outer, _)| self.place_in(tree, &outer));
        let place = self
            .place_at(outer)
            .inside(&entry.node, tree.children(slot).len());
        (place.level, place.titled)
    }

    fn place_at(&self, (level, titled): (u8, bool)) -> Place<'static> {
        Place {
            level,
            titled,
            hollow: true,
            ..Place::page(self.session.store, "")
        }
    }

    fn look(&self, id: &NodeId, kind: &str, (level, titled): (u8, bool)) -> Look {
        Look {
            level,
            titled,
            shown: self.session.view.stage.shown(id, kind),
        }
    }

    /// Brings the cells of a slot into the document's order.
    fn fill(&mut self, tree: &Tree, slot: &SlotRef, place: (u8, bool), blocks: &[BlockSchema]) {
        let mut cells = Vec::new();
        for id in tree.children(slot) {
            let Some(entry) = tree.node(id) else { continue };
            let look = self.look(id, &entry.node.kind, place);
            let stands = self.cells.get(id);
            match stands.is_some_and(|cell| cell.look == look) {
                // What is in it may be out of date all the same.
                true => self.fill_slots(tree, id, blocks),
                false => self.draw(tree, id, look, blocks),
            }
            cells.extend(self.cell(id).cloned());
        }
        if let Some(grid) = self.grid(slot) {
            arrange(&grid, cells);
        }
    }

    /// Draws a block and all in it; the cells of its children are kept.
    fn draw(&mut self, tree: &Tree, id: &NodeId, look: Look, blocks: &[BlockSchema]) {
        let Some(entry) = tree.node(id) else { return };
        let node = &entry.node;
        let element = self.cells.remove(id).map_or_else(cell, |old| old.element);
        set_attributes_of(&element, node);
        set_direction(&element, look.shown.of(&node.kind) == "right-to-left");
        let drawn = Cell::draw(self.session, element, node, look);
        parts::apply(&drawn.element, self.session.part(id));
        self.cells.insert(id.clone(), drawn);
        self.fill_slots(tree, id, blocks);
    }

    fn fill_slots(&mut self, tree: &Tree, id: &NodeId, blocks: &[BlockSchema]) {
        for slot in tree.slots(id, blocks) {
            let inner = self.place_in(tree, &slot);
            self.fill(tree, &slot, inner, blocks);
        }
    }

    /// Draws a block anew, or gives it its new props.
    fn redraw(
        &mut self,
        tree: &Tree,
        id: &NodeId,
        fields: &BTreeSet<Field>,
        blocks: &[BlockSchema],
    ) {
        let (Some(entry), Some(cell)) = (tree.node(id), self.cells.get(id)) else {
            return;
        };
        set_attributes_of(&cell.element, &entry.node);
        let look = cell.look;
        // Its placeholder says who sees it and what it is called.
        let anew = [Field::When, Field::Name, Field::Hidden];
        if anew.iter().any(|field| fields.contains(field)) {
            return self.draw(tree, id, look, blocks);
        }
        if fields.contains(&Field::Props) && !cell.give(self.session, &entry.node) {
            self.draw(tree, id, look, blocks);
        }
    }
}

/// Gives a cell the width and the id of a block, and where it is left out.
pub(super) fn set_attributes_of(cell: &Element, node: &Node) {
    let spans = layout::spans(node);
    let spans = spans
        .into_iter()
        .flat_map(|(name, columns)| [name.to_owned(), columns])
        .collect();
    let (bleeds, hidden) = (layout::bleeds(node), layout::hidden(node));
    set_attributes(cell, node.id.as_str(), spans, bleeds, &hidden);
}
