//! Blocks of the brand's own words and pictures.

use super::{BlockSchema, PropKind, PropSchema, block};

const fn align(words: &'static [&'static str]) -> PropSchema {
    PropSchema::optional("align", PropKind::Word(words))
        .responsive()
        .default("start")
}

/// A banner with a picture, a logo, a title and a button.
pub const HERO: BlockSchema = block(
    "hero",
    &[],
    &[
        PropSchema::required("title", PropKind::Texts).heading(),
        PropSchema::optional("text", PropKind::Texts).inviting(),
        PropSchema::optional("image", PropKind::Media),
        PropSchema::optional("logo", PropKind::Media),
        PropSchema::optional(
            "button",
            PropKind::Object(&[
                PropSchema::required("label", PropKind::Texts),
                PropSchema::required("href", PropKind::Link),
            ]),
        ),
        align(&["start", "center"]),
        PropSchema::optional("height", PropKind::Word(&["compact", "medium", "tall"]))
            .responsive()
            .default("medium"),
    ],
);

/// Words of the brand.
pub const RICH_TEXT: BlockSchema = block(
    "rich-text",
    &[],
    &[
        PropSchema::required("text", PropKind::RichTexts),
        align(&["start", "center"]),
    ],
);

/// A picture with its text alternative.
pub const IMAGE: BlockSchema = block(
    "image",
    &[],
    &[
        PropSchema::required("src", PropKind::Media),
        PropSchema::required("alt", PropKind::Texts),
        // Then it needs no alternative, unless it is a link: that has no other name.
        PropSchema::optional("decorative", PropKind::Flag),
        PropSchema::optional("href", PropKind::Link),
        PropSchema::optional(
            "aspect",
            PropKind::Word(&["natural", "square", "landscape", "portrait", "wide"]),
        )
        .responsive()
        .default("natural"),
        PropSchema::optional("fit", PropKind::Word(&["cover", "contain"]))
            .style()
            .default("cover"),
    ],
);

/// A link that looks like a button.
pub const BUTTON: BlockSchema = block(
    "button",
    &[],
    &[
        PropSchema::required("label", PropKind::Texts),
        PropSchema::required("href", PropKind::Link),
        PropSchema::optional("look", PropKind::Word(&["primary", "secondary", "quiet"]))
            .style()
            .default("primary"),
        align(&["start", "center", "end", "stretch"]),
    ],
);
