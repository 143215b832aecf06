//! What the drag engine sees of the document and of the page.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use palier_contract::ids::NodeId;
use palier_dnd::gap::{Fit, Gap, Room};
use palier_dnd::geometry::{Rect, Vector};
use palier_dnd::load::{Load, PaletteKey};
use palier_dnd::machine::Scene;
use palier_dnd::outline::{Outline, Row, RowOf};
use palier_dnd::target::{Answer, Snapshot};
use palier_dnd::zone::{
    Direction, Flow, Item, ItemKey, Layout, Offsets, Scroller, ScrollerKey, Zone, ZoneKey, ZoneTree,
};
use palier_edit::{Op, Position, Refusal, SlotRef};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

use super::room::{self, Piece, Rows, Spot};
use crate::designer::canvas::{Canvas, Slot};
use crate::designer::session::Session;
use crate::designer::{starters, words};

#[wasm_bindgen(module = "/src/designer/drag/hands.js")]
extern "C" {
    fn measure(elements: Vec<Element>) -> Vec<f64>;
    fn scrolled(element: &Element) -> Vec<f64>;
    #[wasm_bindgen(js_name = runsLeft)]
    fn runs_left(element: &Element) -> bool;
    pub(super) fn outline() -> Option<Element>;
    #[wasm_bindgen(js_name = firstRow)]
    fn first_row(tree: &Element) -> Vec<f64>;
}

/// The canvas' view.
pub(super) const VIEW: ScrollerKey = ScrollerKey(0);
/// The outline, when it is shown.
pub(super) const TREE: ScrollerKey = ScrollerKey(1);
/// How much each level of the outline is indented. Unit: CSS px.
const INDENT: f64 = 16.0;

/// Numbers for blocks and slots, the same for as long as the session lives.
#[derive(Default)]
pub(super) struct Numbers {
    ids: Vec<NodeId>,
    of_id: HashMap<NodeId, u32>,
    slots: Vec<SlotRef>,
    of_slot: HashMap<SlotRef, u32>,
}

impl Numbers {
    /// The number of a block.
    pub(super) fn item(&mut self, id: &NodeId) -> ItemKey {
        if let Some(number) = self.of_id.get(id) {
            return ItemKey(*number);
        }
        let number = u32::try_from(self.ids.len()).unwrap_or(u32::MAX);
        self.ids.push(id.clone());
        self.of_id.insert(id.clone(), number);
        ItemKey(number)
    }

    fn zone(&mut self, slot: &SlotRef) -> ZoneKey {
        if let Some(number) = self.of_slot.get(slot) {
            return ZoneKey(*number);
        }
        let number = u32::try_from(self.slots.len()).unwrap_or(u32::MAX);
        self.slots.push(slot.clone());
        self.of_slot.insert(slot.clone(), number);
        ZoneKey(number)
    }

    /// The block of a number.
    pub(super) fn id(&self, key: ItemKey) -> Option<&NodeId> {
        self.ids.get(usize::try_from(key.0).ok()?)
    }

    /// The slot of a number.
    pub(super) fn slot(&self, key: ZoneKey) -> Option<&SlotRef> {
        self.slots.get(usize::try_from(key.0).ok()?)
    }
}

/// The rows of the outline, drawn or not.
pub(in crate::designer) type Listed = Rc<RefCell<Vec<crate::designer::outline::Row>>>;

/// The scene of one canvas.
pub(super) struct Stage {
    pub(super) session: Session,
    pub(super) canvas: Canvas,
    pub(super) numbers: Numbers,
    /// The types of blocks that were taken from the palette, by number.
    pub(super) kinds: Vec<String>,
    pub(super) view: Option<Element>,
    /// What the outline lists: of many rows only those in view are drawn, and it scrolls.
    pub(super) listed: Listed,
    /// What zones have answered for what is carried, since they were measured.
    pub(super) answers: RefCell<HashMap<ZoneKey, Answer<String>>>,
    /// What is carried, and the slots it may come to stand in, since they were measured.
    pub(super) pieces: RefCell<Option<Rc<[Piece]>>>,
    pub(super) rows: RefCell<HashMap<ZoneKey, Rows>>,
}

impl Stage {
    /// The blocks that a load names.
    pub(super) fn ids(&self, keys: &[ItemKey]) -> Vec<NodeId> {
        keys.iter()
            .filter_map(|key| self.numbers.id(*key))
            .cloned()
            .collect()
    }

    /// The type of new blocks that a key of the palette stands for.
    pub(super) fn kind(&self, key: PaletteKey) -> Option<&str> {
        let index = usize::try_from(key.0).ok()?;
        self.kinds.get(index).map(String::as_str)
    }

    /// What dropping a load there would do.
    pub(super) fn ops(&self, load: &Load, to: Spot, copy: bool) -> Vec<Op> {
        match load {
            Load::New(key) => {
                let nodes = self
                    .kind(*key)
                    .map(|kind| starters::block(self.session, kind));
                nodes
                    .map(|nodes| room::insert(self.session, to, nodes))
                    .unwrap_or_default()
            }
            Load::Items(keys) if copy => {
                let nodes = starters::copies(self.session, &self.ids(keys));
                room::insert(self.session, to, nodes)
            }
            Load::Items(keys) => room::shift(self.session, to, self.ids(keys)),
        }
    }

    fn offsets_and_limits(&self) -> (Vector, Vector) {
        self.view.as_ref().map_or_else(Default::default, extent)
    }

    /// Where the view is on the screen.
    pub(super) fn view_box(&self) -> Rect {
        match measure(self.view.iter().cloned().collect()).as_slice() {
            &[left, top, width, height] => Rect::new(left, top, width, height),
            _ => Rect::default(),
        }
    }

    /// How far the view is scrolled, and the outline.
    pub(super) fn offsets(&self) -> Offsets {
        let offsets = Offsets::new().with(VIEW, self.offsets_and_limits().0);
        match outline() {
            Some(tree) => offsets.with(TREE, extent(&tree).0),
            None => offsets,
        }
    }

    /// The outline's rows, and what scrolls them.
    fn outline(&mut self, direction: Direction) -> Option<(Outline, Scroller)> {
        let tree = outline()?;
        let (offset, most) = extent(&tree);
        let view = match measure(vec![tree.clone()]).as_slice() {
            &[left, top, width, height] => Rect::new(left, top, width, height),
            _ => Rect::default(),
        };
        let (first, shape) = match first_row(&tree).as_slice() {
            &[at, left, top, width, height] => (at, Rect::new(left, top, width, height)),
            _ => return None,
        };
        let numbers = &mut self.numbers;
        let rows = self.listed.borrow();
        let rows = rows.iter().enumerate().map(|(index, row)| {
            let down = (index as f64 - first) * shape.height;
            Row {
                of: RowOf::Item(numbers.item(&row.id)),
                level: u32::try_from(row.level).unwrap_or(1).saturating_sub(1),
                rect: shape.shifted(offset).shifted(Vector::new(0.0, down)),
                open: row.open == Some(true),
            }
        });
        let outline = Outline {
            rows: rows.collect(),
            indent: INDENT,
            direction,
            // All of it, however far it is scrolled.
            rect: Rect::new(view.x, view.y, view.width + most.x, view.height + most.y),
            scroller: TREE,
        };
        let scroller = Scroller {
            key: TREE,
            parent: None,
            view,
            least: Vector::default(),
            most,
        };
        Some((outline, scroller))
    }
}

/// How far an element is scrolled, and how far it can be.
fn extent(element: &Element) -> (Vector, Vector) {
    match scrolled(element).as_slice() {
        &[x, y, most_x, most_y] => (Vector::new(x, y), Vector::new(most_x, most_y)),
        _ => (Vector::default(), Vector::default()),
    }
}

impl Scene for Stage {
    type Reason = String;

    fn measure(&mut self) -> Snapshot {
        self.answers.get_mut().clear();
        self.pieces.get_mut().take();
        self.rows.get_mut().clear();
        let (offset, most) = self.offsets_and_limits();
        let slots = self.canvas.slots();
        let mut elements: Vec<Element> = self.view.iter().cloned().collect();
        for slot in &slots {
            elements.push(slot.grid.clone());
            elements.extend(slot.cells.iter().map(|(_, cell)| cell.clone()));
        }
        let numbers = measure(elements);
        let mut boxes = numbers.chunks_exact(4).map(|side| match side {
            &[left, top, width, height] => Rect::new(left, top, width, height),
            _ => Rect::default(),
        });
        let view = boxes.next().unwrap_or_default();
        let direction = match slots.first() {
            Some(slot) if runs_left(&slot.grid) => Direction::Rtl,
            _ => Direction::Ltr,
        };
        let flow = Flow {
            layout: Layout::Grid,
            direction,
        };
        let zones = slots.into_iter().map(|Slot { slot, cells, .. }| {
            let rect = boxes.next().unwrap_or_default().shifted(offset);
            let items = cells.iter().map(|(id, _)| Item {
                key: self.numbers.item(id),
                rect: boxes.next().unwrap_or_default().shifted(offset),
            });
            let items = items.collect();
            Zone {
                owner: slot.node.as_ref().map(|id| self.numbers.item(id)),
                key: self.numbers.zone(&slot),
                rect,
                flow,
                items,
                scroller: VIEW,
            }
        });
        let zones = zones.collect();
        let scroller = Scroller {
            key: VIEW,
            parent: None,
            view,
            least: Vector::default(),
            most,
        };
        let (rows, tree) = self.outline(direction).unzip();
        Snapshot {
            tree: ZoneTree::new(zones, std::iter::once(scroller).chain(tree).collect()),
            outline: rows,
            offsets: self.offsets(),
        }
    }

    fn lifts(&self, load: &Load) -> Result<(), String> {
        let Load::Items(keys) = load else {
            return Ok(());
        };
        let ids = self.ids(keys);
        // Moving a block to where it is asks whether it may be moved at all.
        let refused = self.session.editor(|editor| {
            let to = editor.tree().position_of(ids.first()?)?;
            editor
                .would(&[Op::Move {
                    ids: ids.clone(),
                    to,
                }])
                .err()
        });
        refused.map_or(Ok(()), |refusal| {
            Err(words::refusal(&refusal, self.session.i18n))
        })
    }

    fn accepts(&self, load: &Load, zone: ZoneKey) -> Answer<String> {
        let known = self.answers.borrow().get(&zone).cloned();
        known.unwrap_or_else(|| {
            let answer = self.answer(load, zone);
            self.answers.borrow_mut().insert(zone, answer.clone());
            answer
        })
    }

    fn fits(&self, load: &Load, zone: &Zone, gap: &Gap) -> Fit {
        self.fit(zone, gap, || self.pieces(load))
    }
}

impl Stage {
    /// Whether blocks have room at a gap.
    pub(super) fn fit(&self, zone: &Zone, gap: &Gap, new: impl FnOnce() -> Rc<[Piece]>) -> Fit {
        if gap.room == Room::Any {
            return Fit::AsIs;
        }
        let new = new();
        // What fills its row has one of its own wherever it goes.
        if gap.room == Room::Own && new.iter().all(Piece::is_whole) {
            return Fit::AsIs;
        }
        let Some(slot) = self.numbers.slot(zone.key) else {
            return Fit::No;
        };
        let mut slots = self.rows.borrow_mut();
        let rows = slots.entry(zone.key);
        let rows = rows.or_insert_with(|| Rows::new(self.session, slot));
        rows.fit(gap.index, gap.room, &new)
    }

    /// What is carried.
    fn pieces(&self, load: &Load) -> Rc<[Piece]> {
        let known = self.pieces.borrow().clone();
        known.unwrap_or_else(|| {
            let found: Rc<[Piece]> = self.found(load).into();
            self.pieces.replace(Some(found.clone()));
            found
        })
    }

    fn found(&self, load: &Load) -> Vec<Piece> {
        match load {
            Load::Items(keys) => {
                let ids = self.ids(keys).into_iter();
                ids.filter_map(|id| Piece::of(self.session, &id)).collect()
            }
            Load::New(key) => {
                let nodes = self
                    .kind(*key)
                    .map(|kind| starters::block(self.session, kind));
                self.session.read(|_, rules| {
                    let nodes = nodes.iter().flatten();
                    nodes.map(|node| Piece::new(node, rules)).collect()
                })
            }
        }
    }

    fn answer(&self, load: &Load, zone: ZoneKey) -> Answer<String> {
        let Some(slot) = self.numbers.slot(zone) else {
            return Answer::Pass(String::new());
        };
        let ops = self.ops(load, Position::end(slot.clone()).into(), false);
        let refused = self.session.editor(|editor| editor.would(&ops).err());
        match refused {
            None => Answer::Yes,
            Some(refusal) => {
                let words = words::refusal(&refusal, self.session.i18n);
                match refusal {
                    Refusal::SlotRefuses { .. } | Refusal::TooDeep { .. } => Answer::Pass(words),
                    _ => Answer::No(words),
                }
            }
        }
    }
}
