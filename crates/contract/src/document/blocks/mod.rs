//! The block types that every portal can draw: layout and content, and the members' blocks.

mod content;
mod layout;

pub use content::{BUTTON, HERO, IMAGE, RICH_TEXT};
pub use layout::{COLUMNS, SECTION, SPACER, TABS};

use super::{BlockSchema, PropKind, PropSchema, RefKind, SlotSchema};

/// In place of the block's own heading; every member's block takes it.
const HEADING: PropSchema = PropSchema::optional("heading", PropKind::Texts);
/// Level of that heading in the page's outline.
const LEVEL: PropSchema = PropSchema::optional("heading-level", PropKind::Integer(1, 6));

const fn block(
    kind: &'static str,
    slots: &'static [SlotSchema],
    props: &'static [PropSchema],
) -> BlockSchema {
    BlockSchema {
        kind,
        steps: &[],
        slots,
        props,
        labels: None,
        narrowest: 1,
        widest: 12,
    }
}

/// A block that shows what a backend knows: narrower than a third it says too little.
const fn of_members(kind: &'static str, props: &'static [PropSchema]) -> BlockSchema {
    let mut schema = block(kind, &[], props);
    schema.narrowest = 3;
    schema
}

/// Who is signed in, and what they hold.
pub const MEMBER_HEADER: BlockSchema = of_members("member-header", &[HEADING, LEVEL]);

/// A ranking.
pub const LEADERBOARD: BlockSchema = of_members(
    "leaderboard",
    &[
        HEADING,
        PropSchema::optional("board", PropKind::Reference(RefKind::Board)),
        PropSchema::optional("period", PropKind::Reference(RefKind::Period)),
        PropSchema::optional("view", PropKind::Word(&["around-me", "top"])).default("around-me"),
        PropSchema::optional("limit", PropKind::Integer(3, 100))
            .responsive()
            .default("10"),
        LEVEL,
    ],
);

/// Every movement of a member's balances.
pub const POINTS_HISTORY: BlockSchema = of_members(
    "points-history",
    &[
        HEADING,
        PropSchema::optional("currency", PropKind::Reference(RefKind::Currency)),
        PropSchema::optional("page-size", PropKind::Integer(1, 50))
            .responsive()
            .default("10"),
        LEVEL,
    ],
);

/// What a member has, per currency.
pub const BALANCE: BlockSchema = of_members(
    "balance",
    &[
        HEADING,
        PropSchema::optional("currency", PropKind::Reference(RefKind::Currency)),
        PropSchema::optional("layout", PropKind::Word(&["card", "compact"]))
            .responsive()
            .default("card"),
        LEVEL,
    ],
);

/// What a member can get.
pub const REWARD_CATALOGUE: BlockSchema = of_members(
    "reward-catalogue",
    &[
        HEADING,
        PropSchema::optional("category", PropKind::Reference(RefKind::Category)),
        PropSchema::optional("layout", PropKind::Word(&["grid", "list"]))
            .responsive()
            .default("grid"),
        PropSchema::optional("page-size", PropKind::Integer(1, 48))
            .responsive()
            .default("12"),
        LEVEL,
    ],
);

/// Where a member stands on the ladder.
pub const TIER_PROGRESS: BlockSchema = of_members(
    "tier-progress",
    &[
        HEADING,
        PropSchema::optional("benefits", PropKind::Word(&["all", "current", "none"]))
            .default("all"),
        LEVEL,
    ],
);

/// What a member has collected.
pub const BADGE_COLLECTION: BlockSchema = of_members(
    "badge-collection",
    &[
        HEADING,
        PropSchema::optional("series", PropKind::Reference(RefKind::Series)),
        LEVEL,
    ],
);

/// All of them, in the order of the designer's palette.
pub const ALL: &[BlockSchema] = &[
    SECTION,
    COLUMNS,
    TABS,
    HERO,
    RICH_TEXT,
    IMAGE,
    BUTTON,
    SPACER,
    MEMBER_HEADER,
    LEADERBOARD,
    POINTS_HISTORY,
    BALANCE,
    REWARD_CATALOGUE,
    TIER_PROGRESS,
    BADGE_COLLECTION,
];
