//! Where blocks and slots stand on the canvas, and which stands at a point.

use palier_contract::document::BlockSchema;
use palier_contract::ids::NodeId;
use palier_edit::{SlotRef, Tree};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

use super::{Canvas, Frame, Origin};

#[wasm_bindgen(module = "/src/designer/canvas/page.js")]
extern "C" {
    fn hit(page: &Element, x: f64, y: f64) -> Option<String>;
}

/// A slot as it stands on the canvas.
pub(in crate::designer) struct Slot {
    pub(in crate::designer) slot: SlotRef,
    pub(in crate::designer) grid: Element,
    /// Its blocks with their cells, in order.
    pub(in crate::designer) cells: Vec<(NodeId, Element)>,
}

impl Canvas {
    /// Where a block stands, in CSS pixels from the page's corner.
    pub(in crate::designer) fn frame(&self, id: &NodeId) -> Option<Frame> {
        let cells = self.cells.borrow();
        let page = self.page.borrow();
        Frame::of(cells.as_ref()?.cell(id)?, page.as_ref()?)
    }

    /// Where the page stands on the screen.
    pub(in crate::designer) fn origin(&self) -> Option<Origin> {
        Origin::of(self.page.borrow().as_ref()?)
    }

    /// The slots that hold nothing and are seen, and where they stand.
    pub(super) fn empty_slots(&self) -> Vec<(SlotRef, Frame)> {
        let (cells, page) = (self.cells.borrow(), self.page.borrow());
        let (Some(cells), Some(page)) = (cells.as_ref(), page.as_ref()) else {
            return Vec::new();
        };
        self.session.read(|tree, rules| {
            let mut slots = all_slots(tree, &rules.blocks);
            slots.retain(|slot| tree.children(slot).is_empty());
            let framed = slots.into_iter().filter_map(|slot| {
                let frame = Frame::of(&cells.grid(&slot)?, page)?;
                (frame.width > 0.0).then_some((slot, frame))
            });
            framed.collect()
        })
    }

    /// The innermost block under a point of the window.
    pub(in crate::designer) fn at(&self, x: f64, y: f64) -> Option<NodeId> {
        let page = self.page.borrow();
        hit(page.as_ref()?, x, y).map(NodeId::from)
    }

    /// Every slot with its grid, and the cells in it.
    pub(in crate::designer) fn slots(&self) -> Vec<Slot> {
        let cells = self.cells.borrow();
        let Some(cells) = cells.as_ref() else {
            return Vec::new();
        };
        self.session.read(|tree, rules| {
            let all = all_slots(tree, &rules.blocks).into_iter();
            all.filter_map(|slot| {
                // Below its last block, the page still takes what is dropped at its end.
                let grid = match slot.node {
                    Some(_) => cells.grid(&slot)?,
                    None => self.page.borrow().clone()?,
                };
                let children = tree.children(&slot).iter();
                let held = children.filter_map(|id| Some((id.clone(), cells.cell(id)?.clone())));
                let held = held.collect();
                Some(Slot {
                    slot,
                    grid,
                    cells: held,
                })
            })
            .collect()
        })
    }
}

/// Every slot of the document, the page's own first.
fn all_slots(tree: &Tree, blocks: &[BlockSchema]) -> Vec<SlotRef> {
    let ids = tree.walk(blocks);
    let inner = ids.iter().flat_map(|id| tree.slots(id, blocks));
    std::iter::once(SlotRef::page()).chain(inner).collect()
}
