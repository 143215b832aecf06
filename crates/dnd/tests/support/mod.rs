//! A page to drag on: blocks in a 12-column grid with slots, laid out as a browser does.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "shared by several tests, each with its own use of it; a test fails by panicking"
)]

use proptest::prelude::*;

use palier_dnd::geometry::{Point, Rect, Vector};
use palier_dnd::load::{Grab, Grip, Load};
use palier_dnd::machine::{
    Effect, Input, Key, KeyPress, Machine, Moved, PointerKind, Press, Released, Scene,
};
use palier_dnd::target::{Answer, Snapshot};
use palier_dnd::zone::{
    Direction, Flow, Item, ItemKey, Layout, Offsets, Scroller, ScrollerKey, Zone, ZoneKey, ZoneTree,
};

/// The scroller around everything.
pub const PAGE: ScrollerKey = ScrollerKey(0);

/// A block before it is laid out.
#[derive(Clone, Debug)]
pub struct Block {
    pub key: u32,
    pub span: u32,
    pub height: f64,
    pub slots: Vec<Slot>,
}

/// A slot before it is laid out.
#[derive(Clone, Debug)]
pub struct Slot {
    pub key: u32,
    pub layout: Layout,
    pub blocks: Vec<Block>,
}

/// A block without slots.
pub fn leaf(key: u32, span: u32, height: f64) -> Block {
    Block {
        key,
        span,
        height,
        slots: Vec::new(),
    }
}

/// A block as high as its slots, which lie below each other.
pub fn container(key: u32, span: u32, slots: Vec<Slot>) -> Block {
    Block {
        key,
        span,
        height: 0.0,
        slots,
    }
}

/// A slot in which blocks flow in rows.
pub fn grid(key: u32, blocks: Vec<Block>) -> Slot {
    Slot {
        key,
        layout: Layout::Grid,
        blocks,
    }
}

/// A slot in which blocks are stacked.
pub fn column(key: u32, blocks: Vec<Block>) -> Slot {
    Slot {
        key,
        layout: Layout::Column,
        blocks,
    }
}

const PADDING: f64 = 16.0;
const GUTTER: f64 = 16.0;
const EMPTY_SLOT: f64 = 64.0;

struct Layouter {
    direction: Direction,
    zones: Vec<Zone>,
}

impl Layouter {
    /// Lays out a slot at the given place; gives its height.
    fn slot(&mut self, slot: &Slot, owner: Option<u32>, x: f64, y: f64, width: f64) -> f64 {
        let at = self.zones.len();
        self.zones.push(Zone {
            key: ZoneKey(slot.key),
            owner: owner.map(ItemKey),
            rect: Rect::default(),
            flow: Flow {
                layout: slot.layout,
                direction: self.direction,
            },
            items: Vec::new(),
            scroller: PAGE,
        });
        let inner = width - 2.0 * PADDING;
        let step = (inner + GUTTER) / 12.0;
        let mut items = Vec::new();
        let (mut column, mut top, mut row) = (0_u32, y + PADDING, 0.0_f64);
        for block in &slot.blocks {
            let span = if slot.layout == Layout::Grid {
                block.span
            } else {
                12
            };
            if column + span > 12 {
                top += row + GUTTER;
                (column, row) = (0, 0.0);
            }
            // Whole px, so that a mirrored page is mirrored exactly.
            let wide = (f64::from(span) * step - GUTTER).round();
            let from_start = (PADDING + f64::from(column) * step).round();
            let left = match self.direction {
                Direction::Ltr => x + from_start,
                Direction::Rtl => x + width - from_start - wide,
            };
            let high = self.block(block, left, top, wide);
            items.push(Item {
                key: ItemKey(block.key),
                rect: Rect::new(left, top, wide, high),
            });
            row = row.max(high);
            column += span;
        }
        let high = if items.is_empty() {
            EMPTY_SLOT
        } else {
            top + row + PADDING - y
        };
        self.zones[at].rect = Rect::new(x, y, width, high);
        self.zones[at].items = items;
        high
    }

    fn block(&mut self, block: &Block, x: f64, y: f64, width: f64) -> f64 {
        let mut high = 0.0;
        for slot in &block.slots {
            high += self.slot(slot, Some(block.key), x, y + high, width);
        }
        high + block.height
    }
}

/// How wide every page is.
pub const WIDTH: f64 = 2400.0;

/// The zones of a document as it is laid out.
pub fn zones(root: &Slot, direction: Direction) -> Vec<Zone> {
    let mut layouter = Layouter {
        direction,
        zones: Vec::new(),
    };
    layouter.slot(root, None, 0.0, 0.0, WIDTH);
    layouter.zones
}

/// The same, in a page that scrolls and shows 800 px of it.
pub fn shot(root: &Slot, direction: Direction) -> Snapshot {
    let zones = zones(root, direction);
    let height = zones[0].rect.height;
    let page = Scroller {
        key: PAGE,
        parent: None,
        view: Rect::new(0.0, 0.0, WIDTH, 800.0),
        least: Vector::default(),
        most: Vector::new(0.0, (height - 800.0).max(0.0)),
    };
    Snapshot {
        tree: ZoneTree::new(zones, vec![page]),
        outline: None,
        offsets: Offsets::new(),
    }
}

/// So many random cases; those that fail are told in the output, not in a file.
pub fn cases(count: u32) -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(count)
    }
}

/// Any page: blocks of any span and height, containers at most three deep, some of them empty.
pub fn any_page() -> impl Strategy<Value = Slot> {
    let layout = || prop_oneof![2 => Just(Layout::Grid), 1 => Just(Layout::Column)];
    let block = (1..=12_u32, 10..200_u32).prop_map(|(span, high)| leaf(0, span, high.into()));
    let block = block.prop_recursive(3, 40, 5, move |inner| {
        let slot =
            (layout(), prop::collection::vec(inner, 0..5)).prop_map(|(layout, blocks)| Slot {
                key: 0,
                layout,
                blocks,
            });
        (6..=12_u32, prop::collection::vec(slot, 1..3))
            .prop_map(|(span, slots)| container(0, span, slots))
    });
    (layout(), prop::collection::vec(block, 0..8)).prop_map(|(layout, blocks)| {
        let mut root = Slot {
            key: 0,
            layout,
            blocks,
        };
        number(&mut root, &mut (0, 0));
        root
    })
}

/// Gives every slot and block a key of its own.
fn number(slot: &mut Slot, next: &mut (u32, u32)) {
    slot.key = next.0;
    next.0 += 1;
    for block in &mut slot.blocks {
        block.key = next.1;
        next.1 += 1;
        for slot in &mut block.slots {
            number(slot, next);
        }
    }
}

/// Every block of a page, in document order.
pub fn keys(slot: &Slot) -> Vec<ItemKey> {
    let mut found = Vec::new();
    for block in &slot.blocks {
        found.push(ItemKey(block.key));
        for slot in &block.slots {
            found.extend(keys(slot));
        }
    }
    found
}

/// A point of a page, from shares of its width and height.
pub fn point(shot: &Snapshot, share: (f64, f64)) -> Point {
    let rect = shot.tree.zone(0).unwrap().rect;
    Point::new(
        (rect.x + share.0 * rect.width).round(),
        (rect.y + share.1 * rect.height).round(),
    )
}

/// The same, in a page that is shown as a whole.
pub fn whole(root: &Slot, direction: Direction) -> Snapshot {
    Snapshot {
        tree: ZoneTree::new(zones(root, direction), Vec::new()),
        outline: None,
        offsets: Offsets::new(),
    }
}

/// A scene with a rule for zones.
pub struct Stage {
    pub shot: Snapshot,
    pub lifts: Result<(), &'static str>,
    pub answer: fn(&Load, ZoneKey) -> Answer<&'static str>,
}

impl Stage {
    pub fn new(root: &Slot) -> Self {
        Self {
            shot: shot(root, Direction::Ltr),
            lifts: Ok(()),
            answer: |_, _| Answer::Yes,
        }
    }
}

impl Scene for Stage {
    type Reason = &'static str;
    fn measure(&mut self) -> Snapshot {
        self.shot.clone()
    }
    fn lifts(&self, _: &Load) -> Result<(), &'static str> {
        self.lifts
    }
    fn accepts(&self, load: &Load, zone: ZoneKey) -> Answer<&'static str> {
        (self.answer)(load, zone)
    }
}

/// Somebody at the machine.
pub struct Hand {
    pub machine: Machine<&'static str>,
    pub stage: Stage,
    pub now: f64,
}

impl Hand {
    pub fn new(root: &Slot) -> Self {
        Self {
            machine: Machine::new(),
            stage: Stage::new(root),
            now: 1000.0,
        }
    }

    pub fn give(&mut self, input: Input) -> Vec<Effect<&'static str>> {
        self.machine.step(input, &mut self.stage)
    }

    pub fn press(
        &mut self,
        kind: PointerKind,
        grip: Grip,
        load: Load,
        at: (f64, f64),
    ) -> Vec<Effect<&'static str>> {
        self.give(Input::Down(Press {
            pointer: 1,
            kind,
            button: 0,
            at: Point::new(at.0, at.1),
            time_ms: self.now,
            grab: Grab::new(load, grip),
        }))
    }

    pub fn go(&mut self, x: f64, y: f64) -> Vec<Effect<&'static str>> {
        self.give(Input::Move(Moved {
            pointer: 1,
            buttons: 1,
            at: Point::new(x, y),
            time_ms: self.now,
        }))
    }

    pub fn release(&mut self, x: f64, y: f64) -> Vec<Effect<&'static str>> {
        self.give(Input::Up(Released {
            pointer: 1,
            at: Point::new(x, y),
            alt: false,
        }))
    }

    pub fn key(&mut self, key: Key) -> Vec<Effect<&'static str>> {
        self.give(Input::Key(KeyPress { key, grab: None }))
    }

    pub fn lift_by_key(&mut self, load: Load) -> Vec<Effect<&'static str>> {
        self.give(Input::Key(KeyPress {
            key: Key::Space,
            grab: Some(Grab::new(load, Grip::Body)),
        }))
    }
}
