//! The block types that every portal can draw: five of layout and content, and the members'
//! blocks.

use super::{BlockSchema, PropKind, PropSchema, SlotSchema};

const TITLE: PropSchema = PropSchema::optional("title", PropKind::Texts);
/// In place of the block's own heading; every member's block takes it.
const HEADING: PropSchema = PropSchema::optional("heading", PropKind::Texts);
/// Level of that heading in the page's outline.
const LEVEL: PropSchema = PropSchema::optional("heading-level", PropKind::Integer(1, 6));
const PAGE: PropKind = PropKind::Integer(1, 100);

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
    }
}

/// A titled stretch of the page.
pub const SECTION: BlockSchema = block("section", &[SlotSchema::open("main")], &[TITLE]);

/// Two columns, one under the other where there is no room.
pub const COLUMNS: BlockSchema = block(
    "columns",
    &[SlotSchema::open("start"), SlotSchema::open("end")],
    &[],
);

/// A banner with a picture, a logo and a title.
pub const HERO: BlockSchema = block(
    "hero",
    &[],
    &[
        PropSchema::required("title", PropKind::Texts),
        PropSchema::optional("text", PropKind::Texts),
        PropSchema::optional("image", PropKind::Media),
        PropSchema::optional("logo", PropKind::Media),
    ],
);

/// Words of the brand.
pub const RICH_TEXT: BlockSchema = block(
    "rich-text",
    &[],
    &[PropSchema::required("text", PropKind::RichTexts)],
);

/// A picture with its text alternative.
pub const IMAGE: BlockSchema = block(
    "image",
    &[],
    &[
        PropSchema::required("src", PropKind::Media),
        PropSchema::required("alt", PropKind::Texts),
    ],
);

/// Who is signed in, and what they hold.
pub const MEMBER_HEADER: BlockSchema = block("member-header", &[], &[HEADING, LEVEL]);

/// A ranking.
pub const LEADERBOARD: BlockSchema = block(
    "leaderboard",
    &[],
    &[
        HEADING,
        LEVEL,
        PropSchema::optional("board", PropKind::Reference),
        PropSchema::optional("period", PropKind::Reference),
        PropSchema::optional("view", PropKind::Word(&["top", "around-me"])),
        PropSchema::optional("limit", PropKind::Integer(3, 100)),
    ],
);

/// Every movement of a member's balances.
pub const POINTS_HISTORY: BlockSchema = block(
    "points-history",
    &[],
    &[
        HEADING,
        LEVEL,
        PropSchema::optional("currency", PropKind::Reference),
        PropSchema::optional("page-size", PAGE),
    ],
);

/// What a member can get.
pub const REWARD_CATALOGUE: BlockSchema = block(
    "reward-catalogue",
    &[],
    &[
        HEADING,
        LEVEL,
        PropSchema::optional("category", PropKind::Reference),
        PropSchema::optional("view", PropKind::Word(&["grid", "list"])),
        PropSchema::optional("page-size", PAGE),
    ],
);

/// Where a member stands on the ladder.
pub const TIER_PROGRESS: BlockSchema = block("tier-progress", &[], &[HEADING, LEVEL]);

/// What a member has collected.
pub const BADGE_COLLECTION: BlockSchema = block(
    "badge-collection",
    &[],
    &[
        HEADING,
        LEVEL,
        PropSchema::optional("series", PropKind::Reference),
    ],
);

/// All of them, in the order of the designer's palette.
pub const ALL: &[BlockSchema] = &[
    SECTION,
    COLUMNS,
    HERO,
    RICH_TEXT,
    IMAGE,
    MEMBER_HEADER,
    LEADERBOARD,
    POINTS_HISTORY,
    REWARD_CATALOGUE,
    TIER_PROGRESS,
    BADGE_COLLECTION,
];
