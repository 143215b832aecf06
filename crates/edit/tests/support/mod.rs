//! Documents and random ops for the tests.

#![allow(dead_code, reason = "each test file uses its part")]

use palier_contract::{
    document::{Lock, Node, PortalDocument, write},
    fixtures,
    ids::NodeId,
};
use palier_edit::{MAIN, Op, Position, Role, Rules, SlotRef, Tree, fresh_id};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A page with everything: nested slots, tabs, locks, an unknown block, empty slots.
pub(crate) fn page() -> PortalDocument {
    from(json!({
        "schema": 1, "id": "p", "title": { "en": "Club", "fr": "Cercle" },
        "theme": { "scheme": "light", "tokens": { "color.accent": "#0a5c36" }, "locked": ["color.accent"], "x": 1 },
        "root": [
            { "id": "hero", "type": "hero", "props": { "title": { "en": "Hi" } }, "lock": ["move", "remove"] },
            { "id": "sec", "type": "section", "props": { "title": { "en": "S" }, "padding": "m" },
              "at": { "md": { "padding": "l" } }, "span": { "base": 12, "md": 7 }, "slots": { "main": [
                { "id": "cols", "type": "columns", "slots": {
                    "end": [{ "id": "tier", "type": "tier-progress" }],
                    "start": [{ "id": "board", "type": "leaderboard", "props": { "limit": 5 } },
                              { "id": "text", "type": "rich-text", "lock": ["edit"] }] } },
                { "id": "odd", "type": "hologram", "v": 7, "props": { "z": [1, null] }, "slots": { "left": [], "right": [
                    { "id": "mist", "type": "mist" }] }, "x": { "b": 1 } } ] } },
            { "id": "tabs", "type": "tabs", "props": { "labels": [{ "text": { "en": "A" } }, { "text": { "en": "B" } }] },
              "slots": { "tab1": [], "tab2": [{ "id": "img", "type": "image" }] } },
            { "id": "shut", "type": "section", "lock": ["insert", "style"], "slots": { "main": [] } },
            { "id": "btn", "type": "button", "name": "Call to action", "when": { "audience": ["candidate"] } }
        ], "x_brand": true
    }))
}

pub(crate) fn from(json: Value) -> PortalDocument {
    serde_json::from_value(json).unwrap()
}

pub(crate) fn tree() -> Tree {
    Tree::new(page()).unwrap()
}

pub(crate) fn bytes(tree: &Tree) -> String {
    write(&tree.to_document()).unwrap()
}

pub(crate) fn rules(role: Role) -> Rules {
    Rules::new(role)
}

pub(crate) fn id(id: &str) -> NodeId {
    id.into()
}

pub(crate) fn at(slot: SlotRef, before: Option<&str>) -> Position {
    Position {
        slot,
        before: before.map(id),
    }
}

pub(crate) fn demos() -> impl Iterator<Item = (&'static str, PortalDocument)> {
    let names = ["portals/grove", "portals/arcade", "portals/guild"];
    names.into_iter().map(|name| {
        let json = fixtures::get(name).unwrap();
        (name, serde_json::from_str(json).unwrap())
    })
}

/// A number source that is the same every time.
pub(crate) fn random(seed: u64) -> impl FnMut() -> u64 {
    let mut state = seed;
    move || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        state >> 7
    }
}

/// An op before it is known what document it meets: everything is picked by number.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) what: u8,
    pub(crate) pick: [u16; 6],
    pub(crate) word: String,
}

pub(crate) fn drafts(most: usize) -> impl Strategy<Value = Vec<Draft>> {
    let draft = (any::<u8>(), any::<[u16; 6]>(), "[a-z]{0,3}")
        .prop_map(|(what, pick, word)| Draft { what, pick, word });
    prop::collection::vec(draft, 1..most)
}

const KINDS: &[&str] = &[
    "section",
    "columns",
    "tabs",
    "hero",
    "leaderboard",
    "image",
    "nobody-knows",
];
const PROPS: &[&str] = &[
    "title", "padding", "gap", "limit", "labels", "heading", "align", "glow",
];
const BREAKPOINTS: &[&str] = &["base", "sm", "md", "lg", "xxl"];
const SLOTS: &[&str] = &["main", "start", "end", "tab1", "tab2", "left", "nowhere"];

fn pick<T>(from: &[T], number: u16) -> Option<&T> {
    from.get(usize::from(number) % from.len().max(1))
}

impl Draft {
    fn id(&self, tree: &Tree, place: usize) -> NodeId {
        let ids = tree.walk(&[]);
        // One in ten is nobody's.
        match self.pick[place] % 10 {
            0 => id("ghost"),
            _ => pick(&ids, self.pick[place]).cloned().unwrap_or(id("ghost")),
        }
    }

    fn slot(&self, tree: &Tree) -> SlotRef {
        match self.pick[2] % 4 {
            0 => SlotRef::page(),
            1 => SlotRef {
                node: None,
                slot: pick(SLOTS, self.pick[3]).unwrap().to_string(),
            },
            2 => {
                let slots: Vec<SlotRef> = tree
                    .walk(&[])
                    .iter()
                    .flat_map(|id| tree.slots(id, palier_contract::document::blocks::ALL))
                    .collect();
                pick(&slots, self.pick[3])
                    .cloned()
                    .unwrap_or_else(SlotRef::page)
            }
            _ => SlotRef::of(&self.id(tree, 3), *pick(SLOTS, self.pick[4]).unwrap()),
        }
    }

    fn position(&self, tree: &Tree) -> Position {
        let slot = self.slot(tree);
        let before = match self.pick[4] % 5 {
            0 => None,
            1 => Some(self.id(tree, 5)),
            _ => pick(tree.children(&slot), self.pick[5]).cloned(),
        };
        Position { slot, before }
    }

    fn ids(&self, tree: &Tree) -> Vec<NodeId> {
        let mut ids = vec![self.id(tree, 0)];
        if self.pick[1].is_multiple_of(3) {
            ids.push(self.id(tree, 1));
        }
        ids
    }

    fn value(&self) -> Option<Value> {
        [
            None,
            Some(json!(null)),
            Some(json!("m")),
            Some(json!({ "en": self.word })),
            Some(json!([{ "text": { "en": "A" } }])),
            Some(json!(7)),
        ][usize::from(self.pick[5]) % 6]
            .clone()
    }

    fn block(&self, tree: &Tree) -> Node {
        let mut numbers = random(u64::from(self.pick[0]) << 20 | u64::from(self.pick[1]));
        let id = match self.pick[0] % 8 {
            0 => self.id(tree, 1),
            _ => fresh_id(tree, &mut numbers),
        };
        let mut node = Node::new(id, *pick(KINDS, self.pick[2]).unwrap(), 1);
        if self.pick[3].is_multiple_of(3) {
            let mut inner = Node::new(NodeId(format!("in{}", self.pick[4])), "image", 1);
            inner.lock = vec![Lock::Remove];
            node.slots.insert(MAIN.into(), vec![inner]);
        }
        if self.pick[3].is_multiple_of(5) {
            node.slots.insert("start".into(), Vec::new());
        }
        node
    }

    pub(crate) fn op(&self, tree: &Tree) -> Op {
        let id = self.id(tree, 0);
        let breakpoint = pick(BREAKPOINTS, self.pick[3]).unwrap().to_string();
        match self.what % 18 {
            0 | 1 => Op::Insert {
                at: self.position(tree),
                nodes: vec![self.block(tree)],
            },
            2 => Op::Remove {
                ids: self.ids(tree),
            },
            3..=5 => Op::Move {
                ids: self.ids(tree),
                to: self.position(tree),
            },
            6 | 7 => Op::SetProp {
                id,
                name: pick(PROPS, self.pick[4]).unwrap().to_string(),
                breakpoint: self.pick[2].is_multiple_of(2).then_some(breakpoint),
                value: self.value(),
            },
            8 => Op::SetSpan {
                id,
                breakpoint,
                columns: self.pick[1]
                    .is_multiple_of(3)
                    .then_some((self.pick[2] % 14) as u8),
            },
            9 => Op::SetHidden {
                id,
                breakpoint,
                hidden: [None, Some(true), Some(false)][usize::from(self.pick[2] % 3)],
            },
            10 => Op::SetWhen {
                id,
                when: self.pick[2].is_multiple_of(2).then(Default::default),
            },
            11 => Op::SetLock {
                id,
                lock: vec![
                    [Lock::Move, Lock::Edit, Lock::Unknown("glue".into())]
                        [usize::from(self.pick[2] % 3)]
                    .clone(),
                ],
            },
            12 => Op::Rename {
                id,
                name: self.pick[2].is_multiple_of(2).then(|| self.word.clone()),
            },
            13 => Op::SetTitle {
                locale: self.word.clone(),
                text: self.pick[2].is_multiple_of(2).then(|| self.word.clone()),
            },
            14 => Op::SetToken {
                name: "color.accent".into(),
                value: self.pick[2].is_multiple_of(2).then(|| "#000000".into()),
            },
            15 => Op::LockToken {
                name: format!("color.{}", self.word),
                locked: self.pick[2].is_multiple_of(2),
            },
            16 => Op::KeepEmpty {
                slot: self.slot(tree),
                keep: self.pick[5].is_multiple_of(2),
            },
            _ if self.pick[2].is_multiple_of(9) => {
                let mut document = tree.to_document();
                document.root.truncate(usize::from(self.pick[3] % 4));
                Op::Replace {
                    document: Box::new(document),
                }
            }
            _ if self.pick[2].is_multiple_of(2) => Op::SetScheme {
                scheme: Some(self.word.clone()),
            },
            _ => Op::SetPreset {
                preset: self.pick[3].is_multiple_of(2).then(|| self.word.clone()),
            },
        }
    }
}
