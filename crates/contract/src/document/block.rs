//! What validation, migration and the designer need to know of a block type.

use serde_json::{Map, Value};

use super::{PropSchema, migrate::Step};

/// A block type of portal documents.
#[derive(Clone, Copy, Debug)]
pub struct BlockSchema {
    /// The document type, for instance `leaderboard`.
    pub kind: &'static str,
    /// Brings a block of version 1 up to date; step `n` makes version `n + 2` of `n + 1`.
    pub steps: &'static [Step],
    /// Its slots, in reading order.
    pub slots: &'static [SlotSchema],
    /// The list prop whose items name the slots, in order: a slot past its end is not drawn.
    pub labels: Option<&'static str>,
    /// Fewest columns of twelve that it can be drawn in.
    pub narrowest: u8,
    /// Most columns of twelve that it makes use of.
    pub widest: u8,
    /// Its props.
    pub props: &'static [PropSchema],
}

impl BlockSchema {
    /// The version that the steps lead to, at least 1.
    #[must_use]
    pub fn v(&self) -> u32 {
        u32::try_from(self.steps.len()).map_or(u32::MAX, |steps| steps.saturating_add(1))
    }

    /// The slots that a block with these props shows, in reading order.
    pub fn slots_of(&self, props: &Map<String, Value>) -> impl Iterator<Item = &SlotSchema> {
        let labels = self.labels.map(|name| {
            let items = props.get(name).and_then(Value::as_array);
            items.map_or(0, Vec::len)
        });
        self.slots.iter().take(labels.unwrap_or(usize::MAX))
    }

    /// The slot of that name.
    #[must_use]
    pub fn slot(&self, name: &str) -> Option<&SlotSchema> {
        self.slots.iter().find(|slot| slot.name == name)
    }

    /// The prop of that name.
    #[must_use]
    pub fn prop(&self, name: &str) -> Option<&PropSchema> {
        self.props.iter().find(|prop| prop.name == name)
    }
}

/// A place in a block that holds blocks.
#[derive(Clone, Copy, Debug)]
pub struct SlotSchema {
    /// Its name.
    pub name: &'static str,
    /// Document types that it takes; empty for every type.
    pub accepts: &'static [&'static str],
    /// Most blocks that it holds; `None` for any number.
    pub max: Option<usize>,
}

impl SlotSchema {
    /// A slot that takes any number of blocks of every type.
    #[must_use]
    pub const fn open(name: &'static str) -> Self {
        Self {
            name,
            accepts: &[],
            max: None,
        }
    }

    /// Whether it takes blocks of that type.
    #[must_use]
    pub fn takes(&self, kind: &str) -> bool {
        self.accepts.is_empty() || self.accepts.contains(&kind)
    }
}
