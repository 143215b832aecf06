//! The blocks on the canvas: one living cell per block of the document, kept while its neighbours
//! come, go and move, so that an edit redraws one block and nothing else.

use std::collections::HashMap;

use palier_contract::document::{BlockSchema, Node};
use palier_contract::ids::NodeId;
use palier_edit::{Changes, Field, SlotRef, Tree};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

use super::placeholder;
use crate::blocks::{Props, registry};
use crate::dom::{self, Mounted};
use crate::portal::layout::{self, Place};
use crate::portal::member_block;
use crate::store::Store;

#[wasm_bindgen(module = "/src/designer/canvas/cells.js")]
extern "C" {
    fn cell() -> Element;
    fn dress(cell: &Element, id: &str, spans: Vec<String>, bleeds: bool);
    fn grid(cell: &Element, slot: &str) -> Option<Element>;
    fn arrange(grid: &Element, cells: Vec<Element>);
}

/// A block on the canvas.
struct Cell {
    element: Element,
    /// Dropping it ends the block.
    _drawn: Mounted,
    /// A member's block takes new props without being drawn anew.
    props: Option<Props>,
    /// What the drawing depended on besides the block itself.
    level: u8,
    titled: bool,
}

/// All blocks on the canvas.
pub(super) struct Cells {
    store: Store,
    locale: String,
    page: Element,
    cells: HashMap<NodeId, Cell>,
}

impl Cells {
    /// No block yet; those of the page itself will stand in `page`.
    pub(super) fn new(store: Store, page: Element) -> Self {
        Self {
            store,
            locale: store.i18n().locale(),
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

    /// Draws everything that is not there yet, and nothing else.
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
            self.redraw(tree, id, fields.contains(&Field::Props), blocks);
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
        let page = Place::page(self.store, &self.locale);
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
            .at(outer)
            .inside(&entry.node, tree.children(slot).len());
        (place.level, place.titled)
    }

    fn at(&self, (level, titled): (u8, bool)) -> Place<'_> {
        Place {
            level,
            titled,
            hollow: true,
            ..Place::page(self.store, &self.locale)
        }
    }

    /// Brings the cells of a slot into the document's order.
    fn fill(&mut self, tree: &Tree, slot: &SlotRef, place: (u8, bool), blocks: &[BlockSchema]) {
        let mut cells = Vec::new();
        for id in tree.children(slot) {
            let stands = self.cells.get(id);
            let fits = stands.is_some_and(|cell| (cell.level, cell.titled) == place);
            if !fits {
                self.draw(tree, id, place, blocks);
            }
            cells.extend(self.cell(id).cloned());
        }
        if let Some(grid) = self.grid(slot) {
            arrange(&grid, cells);
        }
    }

    /// Draws a block and all in it; the cells of its children are kept.
    fn draw(&mut self, tree: &Tree, id: &NodeId, place: (u8, bool), blocks: &[BlockSchema]) {
        let Some(entry) = tree.node(id) else { return };
        let node = &entry.node;
        let element = self.cells.remove(id).map_or_else(cell, |old| old.element);
        wear(&element, node);
        let (drawn, props) = self.mount(&element, node, place);
        let (level, titled) = place;
        self.cells.insert(
            id.clone(),
            Cell {
                element,
                _drawn: drawn,
                props,
                level,
                titled,
            },
        );
        for slot in tree.slots(id, blocks) {
            let inner = self.place_in(tree, &slot);
            self.fill(tree, &slot, inner, blocks);
        }
    }

    fn mount(&self, element: &Element, node: &Node, place: (u8, bool)) -> (Mounted, Option<Props>) {
        if let Some(spec) = registry::find(&node.kind) {
            let (level, titled) = place;
            let props = Props::new(spec);
            member_block::give(&props, node, level, titled, &self.locale);
            let drawn = dom::mount(element.clone(), || {
                member_block::hold(spec, props.clone(), self.store)
            });
            return (drawn, Some(props));
        }
        let place = self.at(place);
        let drawn = dom::mount(element.clone(), || {
            placeholder::unknown(node, self.store.i18n())
                .unwrap_or_else(|| layout::block(node, place))
        });
        (drawn, None)
    }

    /// Draws a block anew, or gives it its new props; `props` says whether those changed.
    fn redraw(&mut self, tree: &Tree, id: &NodeId, props: bool, blocks: &[BlockSchema]) {
        let (Some(entry), Some(cell)) = (tree.node(id), self.cells.get(id)) else {
            return;
        };
        wear(&cell.element, &entry.node);
        let place = (cell.level, cell.titled);
        match &cell.props {
            _ if !props => {}
            Some(props) => member_block::give(props, &entry.node, place.0, place.1, &self.locale),
            None => self.draw(tree, id, place, blocks),
        }
    }
}

/// Width and id of a cell.
fn wear(cell: &Element, node: &Node) {
    let spans = layout::spans(node);
    let spans = spans
        .into_iter()
        .flat_map(|(name, columns)| [name.to_owned(), columns])
        .collect();
    dress(cell, node.id.as_str(), spans, layout::bleeds(node));
}
