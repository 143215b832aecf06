//! Blocks that arrange others.

use super::{BlockSchema, PropKind, PropSchema, SlotSchema, block};

const GAP: PropSchema = PropSchema::optional("gap", PropKind::Space)
    .responsive()
    .default("m");

/// A titled stretch of the page.
pub const SECTION: BlockSchema = block(
    "section",
    &[SlotSchema::open("main")],
    &[
        PropSchema::optional("title", PropKind::Texts),
        PropSchema::optional("anchor", PropKind::Anchor),
        PropSchema::optional(
            "background",
            PropKind::Word(&["none", "tint", "surface", "accent"]),
        )
        .style()
        .default("none"),
        // Left out: none, but room enough where there is a background.
        PropSchema::optional("padding", PropKind::Space).responsive(),
    ],
);

/// Two columns, one under the other where there is no room.
pub const COLUMNS: BlockSchema = block(
    "columns",
    &[SlotSchema::open("start"), SlotSchema::open("end")],
    &[
        PropSchema::optional("ratio", PropKind::Word(&["even", "start-wide", "end-wide"]))
            .responsive()
            .default("even"),
        GAP,
    ],
);

const TABS_MOST: usize = 6;

/// Several stretches of which one is shown at a time. The `n`th of `labels` names slot `tabn`.
pub const TABS: BlockSchema = {
    let mut tabs = block(
        "tabs",
        &[
            SlotSchema::open("tab1"),
            SlotSchema::open("tab2"),
            SlotSchema::open("tab3"),
            SlotSchema::open("tab4"),
            SlotSchema::open("tab5"),
            SlotSchema::open("tab6"),
        ],
        &[PropSchema::required(
            "labels",
            PropKind::List {
                of: &[PropSchema::required("text", PropKind::Texts)],
                max: TABS_MOST,
            },
        )],
    );
    tabs.labels = Some("labels");
    tabs
};

/// Room between two blocks.
pub const SPACER: BlockSchema = block(
    "spacer",
    &[],
    &[PropSchema::optional("size", PropKind::Space)
        .responsive()
        .default("m")],
);
