//! What every tag has in common, as other languages need to know it.

use crate::blocks::spec::{Attr, AttrKind};

const MODES: &[&str] = &["inline", "frame"];
const LOADINGS: &[&str] = &["eager", "lazy"];

/// What those of [`SHARED`] take that take words, the first when absent.
pub(in crate::embed) const WORDS: &[(&str, &[&str])] = &[("mode", MODES), ("loading", LOADINGS)];

/// Attributes that the element class itself answers.
pub(super) const SHARED: &[Attr] = &[
    Attr {
        name: "endpoint",
        kind: AttrKind::Text,
        default: "",
        doc: "Address of the API, up to and including `/v1`.",
    },
    Attr {
        name: "locale",
        kind: AttrKind::Text,
        default: "",
        doc: "Language tag (BCP 47); the page's language if left out.",
    },
    Attr {
        name: "theme",
        kind: AttrKind::Text,
        default: "light",
        doc: "Colour scheme (`light`, `dark` or `auto`), or the id of a published portal whose theme to use.",
    },
    Attr {
        name: "mode",
        kind: AttrKind::Choice(MODES),
        default: "inline",
        doc: "`frame` draws the block in a frame of the kit's origin, isolated from the page's scripts.",
    },
    Attr {
        name: "loading",
        kind: AttrKind::Choice(LOADINGS),
        default: "eager",
        doc: "`lazy` loads no data until the tag is near the window.",
    },
];

/// An event: name, its detail in TypeScript, one sentence.
pub(super) struct Told {
    pub(super) name: &'static str,
    pub(super) detail: &'static str,
    pub(super) doc: &'static str,
    /// Whether every tag tells it.
    pub(super) always: bool,
}

impl Told {
    /// The type of the event itself.
    pub(super) fn kind(&self) -> &'static str {
        match self.name {
            "palier-before-redeem" => "PalierQuestion",
            _ => "CustomEvent",
        }
    }
}

pub(super) const EVENTS: &[Told] = &[
    Told {
        name: "palier-ready",
        detail: "null",
        doc: "Fires once, when the block first shows itself.",
        always: true,
    },
    Told {
        name: "palier-error",
        detail: "PalierError",
        doc: "The block cannot show itself; the detail says why.",
        always: true,
    },
    Told {
        name: "palier-sign-in",
        detail: "null",
        doc: "The reader wants to sign in. Cancelable: prevent it to open your own sign-in.",
        always: false,
    },
    Told {
        name: "palier-before-redeem",
        detail: "Choice",
        doc: "The member has confirmed an order. Cancelable: prevent it to send nothing, or answer later with `waitUntil`.",
        always: false,
    },
    Told {
        name: "palier-redeemed",
        detail: "Redemption",
        doc: "A reward was ordered; the detail is the order as the backend returned it.",
        always: false,
    },
    Told {
        name: "palier-action",
        detail: "PalierAction",
        doc: "Everything else that a member did. `join` is cancelable: prevent it to use your own way to join.",
        always: false,
    },
];

/// Contract types that the details above name.
pub(super) const ROOTS: &[&str] = &["Choice", "PreferencesPatch", "Redemption"];

/// Custom properties that a page may set on any ancestor.
pub(super) const PROPERTIES: &[(&str, &str)] = &[
    (
        "--palier-color-accent",
        "The brand's colour; `-dark` for dark schemes.",
    ),
    (
        "--palier-color-accent-ink",
        "Text on the brand's colour; `-dark` for dark schemes.",
    ),
    (
        "--palier-color-accent-text",
        "The brand's colour as text; `-dark` for dark schemes.",
    ),
    (
        "--palier-color-surface",
        "Background of cards; `-dark` for dark schemes.",
    ),
    (
        "--palier-color-canvas",
        "Background behind cards; `-dark` for dark schemes.",
    ),
    ("--palier-color-ink", "Text; `-dark` for dark schemes."),
    (
        "--palier-color-ink-soft",
        "Quieter text; `-dark` for dark schemes.",
    ),
    (
        "--palier-color-line",
        "Rules and borders; `-dark` for dark schemes.",
    ),
    (
        "--palier-color-control-line",
        "Borders of controls; `-dark` for dark schemes.",
    ),
    (
        "--palier-color-danger",
        "Failure messages; `-dark` for dark schemes.",
    ),
    (
        "--palier-color-warning",
        "Warnings; `-dark` for dark schemes.",
    ),
    (
        "--palier-color-success",
        "Success messages; `-dark` for dark schemes.",
    ),
    ("--palier-color-focus", "Focus ring, in both schemes."),
    ("--palier-font-body", "Font of body text."),
    ("--palier-font-heading", "Font of headings."),
    ("--palier-font-size", "Size of ordinary text."),
    ("--palier-weight-body", "Weight of body text."),
    ("--palier-weight-heading", "Weight of headings."),
    ("--palier-letter-spacing", "Space between letters."),
    ("--palier-radius", "Radius of corners."),
    ("--palier-density", "Factor for all spacing."),
    ("--palier-shadow", "Shadow of cards, in both schemes."),
    ("--palier-motion", "How long a small change takes."),
    (
        "--palier-unit",
        "Unit of all the kit's lengths: the reader's own font size (16px by default), whatever the page's root font size is. Set `1rem` to follow the root.",
    ),
    (
        "--palier-reserve",
        "Height reserved until the block arrives.",
    ),
    (
        "--palier-bleed",
        "How far shadows may reach beyond the tag's edges.",
    ),
];

/// Custom properties of single things, over what the semantic ones above make of them. Named after the
/// parts that they are about.
pub(super) const COMPONENTS: &[(&str, &str)] = &[
    (
        "--palier-block-background",
        "Background of the box around a whole block (part `base`).",
    ),
    ("--palier-block-border", "Its border, in CSS shorthand."),
    ("--palier-block-radius", "Its corners."),
    ("--palier-block-padding", "Its padding, a single length."),
    ("--palier-heading-size", "Size of the block's own heading."),
    (
        "--palier-card-background",
        "Background of the cards in a block: rewards, balances, badges, panels of a tier.",
    ),
    ("--palier-card-border", "Their border, in CSS shorthand."),
    ("--palier-card-radius", "Their corners."),
    ("--palier-card-padding", "Their padding, a single length."),
    (
        "--palier-row-padding",
        "Space above and below the content of rows: ranks, entries, benefits, orders.",
    ),
    (
        "--palier-control-height",
        "Minimum height of buttons, fields and menus; on touch screens at least 2.75 times the unit.",
    ),
    ("--palier-button-radius", "Corners of buttons."),
    ("--palier-button-font-weight", "Weight of their text."),
    ("--palier-field-radius", "Corners of fields and menus."),
    ("--palier-field-background", "Their background."),
    (
        "--palier-chip-radius",
        "Corners of chips, ribbons and filters.",
    ),
    ("--palier-progress-height", "Height of progress bars."),
    (
        "--palier-progress-color",
        "Colour of the filled part, unless the goal is met or at risk.",
    ),
    (
        "--palier-dialog-radius",
        "Corners of dialogs; on a phone, where they stand on the lower edge, the upper ones.",
    ),
];

/// States for `:state()`.
pub(super) const STATES: &[&str] = &["loading", "ready", "empty", "error"];
