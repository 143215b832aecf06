//! What validation, migration and the designer need to know of a block type.

use super::migrate::Step;

/// A block type of portal documents.
#[derive(Clone, Copy, Debug)]
pub struct BlockSchema {
    /// The document type, for instance `leaderboard`.
    pub kind: &'static str,
    /// Brings a block of version 1 up to date; step `n` makes version `n + 2` of `n + 1`.
    pub steps: &'static [Step],
    /// Its slots, in reading order.
    pub slots: &'static [SlotSchema],
    /// Its props.
    pub props: &'static [PropSchema],
}

impl BlockSchema {
    /// The version that the steps lead to, at least 1.
    #[must_use]
    pub fn v(&self) -> u32 {
        u32::try_from(self.steps.len()).map_or(u32::MAX, |steps| steps.saturating_add(1))
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

/// A prop of a block.
#[derive(Clone, Copy, Debug)]
pub struct PropSchema {
    /// Its name: that of the element's attribute, for instance `page-size`.
    pub name: &'static str,
    /// What it holds.
    pub kind: PropKind,
    /// Whether the block needs it.
    pub required: bool,
}

impl PropSchema {
    /// A prop that may be left out.
    #[must_use]
    pub const fn optional(name: &'static str, kind: PropKind) -> Self {
        Self {
            name,
            kind,
            required: false,
        }
    }

    /// A prop that the block needs.
    #[must_use]
    pub const fn required(name: &'static str, kind: PropKind) -> Self {
        Self {
            name,
            kind,
            required: true,
        }
    }
}

/// What a prop holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PropKind {
    /// Text per language ([`super::TextMap`]).
    Texts,
    /// Rich text per language.
    RichTexts,
    /// Address of a medium: `https:`, or a path of the same site.
    Media,
    /// An id of the backend, for instance of a leaderboard.
    Reference,
    /// A whole number from the first to the second.
    Integer(i64, i64),
    /// One of these words.
    Word(&'static [&'static str]),
    /// Yes or no.
    Flag,
}
