//! `docs/blocks.md` says what the schemas of layout and content blocks say.
//! `PALIER_WRITE=1 cargo test -p palier-contract --test blocks_page` writes it.

#![expect(clippy::unwrap_used, reason = "a page that cannot be written fails")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use palier_contract::document::{BlockSchema, PropKind, PropSchema, SPACES, blocks};

/// A block and each of its props, in a sentence.
type Entry = (
    &'static BlockSchema,
    &'static str,
    &'static [(&'static str, &'static str)],
);

/// In the order of the page.
const PAGE: &[Entry] = &[
    (
        &blocks::SECTION,
        "A part of the page, with a heading if you like. Directly on the page, a background of `tint` or `accent` runs from edge to edge.",
        &[
            ("title", "Its heading; headings inside get the next level."),
            ("anchor", "The name that links point to, as `#name`."),
            ("background", "Its background; `surface` is a card."),
            (
                "padding",
                "Space to its edges. If left out: none without a background, `m` with one.",
            ),
        ],
    ),
    (
        &blocks::COLUMNS,
        "Two columns, stacked where there is less than 45rem of space (the breakpoint `md`).",
        &[
            (
                "ratio",
                "Their widths; `start-wide` is two thirds and one third.",
            ),
            ("gap", "Space between them."),
        ],
    ),
    (
        &blocks::TABS,
        "Several parts, shown one at a time. The first label names the slot `tab1`, the next `tab2`, and so on.",
        &[("labels", "The tabs' labels, in order.")],
    ),
    (
        &blocks::HERO,
        "A banner. The first one that everybody sees at every width holds the page's main heading.",
        &[
            ("title", "Its heading."),
            ("text", "A sentence below the heading."),
            (
                "image",
                "Behind the text where there is space, otherwise above it.",
            ),
            ("logo", "Shown in the portal's header."),
            ("button", "A link below the text."),
            ("align", "How the text is aligned."),
            ("height", "How much of the window it fills."),
        ],
    ),
    (
        &blocks::RICH_TEXT,
        "Text of the brand's own.",
        &[
            ("text", "Paragraphs, headings, lists, links."),
            ("align", "How the text is aligned."),
        ],
    ),
    (
        &blocks::IMAGE,
        "A picture.",
        &[
            ("src", "Its address."),
            ("alt", "What it shows, for people who do not see it."),
            (
                "decorative",
                "Whether it carries no information: it then needs no `alt`, unless it is a link.",
            ),
            ("href", "The address that it links to."),
            (
                "aspect",
                "Its proportions; all but `natural` reserve their space before the picture has loaded.",
            ),
            ("fit", "Whether it fills its space or is shown whole."),
        ],
    ),
    (
        &blocks::BUTTON,
        "A link that looks like a button.",
        &[
            ("label", "Its text."),
            ("href", "The address that it links to."),
            ("look", "How prominent it is."),
            (
                "align",
                "Where it stands; `stretch` makes it as wide as its cell.",
            ),
        ],
    ),
    (
        &blocks::SPACER,
        "Space between two blocks, in addition to the usual gap.",
        &[("size", "How much.")],
    ),
];

const INTRODUCTION: &str = "# Blocks of a portal document

Every layout and content block with its props. Members' blocks take the attributes of their tags, listed in [elements](elements.md).
Your own blocks are explained in [the designer](designer.md#blocks-of-your-own).

```json
{ \"id\": \"b1\", \"type\": \"hero\", \"v\": 1, \"props\": { \"title\": { \"en\": \"Welcome\" } }, \"span\": { \"base\": 12, \"md\": 7 } }
```

Every block stands in a slot of twelve columns. Besides its props it may have

| key | what it sets | for instance |
|---|---|---|
| `span` | columns of twelve, per breakpoint | `{\"base\": 12, \"md\": 7}` |
| `hidden` | whether it is left out, per breakpoint | `{\"base\": true, \"md\": false}` |
| `at` | props that differ from a breakpoint on | `{\"md\": {\"gap\": \"l\"}}` |
| `when` | who sees it, and when; [no security boundary](contract.md#portal-documents) | `{\"audience\": [\"anonymous\"]}` |

Breakpoints are widths of the slot that the block stands in, not of the window: `base` starts at zero, `sm` at 30rem, `md` at 45rem,
`lg` at 60rem. A value for one breakpoint holds for every wider one that has none of its own. The order of blocks is the
order in which they are seen, read and reached by keyboard, at every width.

This page is generated from the contract's schemas by `PALIER_WRITE=1 cargo test -p palier-contract --test blocks_page`.
";

#[test]
fn the_page_of_blocks_follows_the_schemas() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/blocks.md");
    let text = page();
    if std::env::var_os("PALIER_WRITE").is_some() {
        fs::write(&file, &text).unwrap();
    }
    assert!(
        fs::read_to_string(&file).unwrap_or_default() == text,
        "docs/blocks.md is stale: run this test with PALIER_WRITE=1"
    );
}

#[test]
fn every_layout_and_content_block_has_its_place_on_the_page() {
    let of_members = |schema: &BlockSchema| schema.prop("heading-level").is_some();
    for schema in blocks::ALL.iter().filter(|schema| !of_members(schema)) {
        assert!(
            PAGE.iter().any(|(known, ..)| known.kind == schema.kind),
            "{}",
            schema.kind
        );
    }
    for (schema, _, sentences) in PAGE {
        let written: Vec<&str> = sentences.iter().map(|(name, _)| *name).collect();
        let props: Vec<&str> = schema.props.iter().map(|prop| prop.name).collect();
        assert_eq!(written, props, "{}", schema.kind);
    }
}

fn page() -> String {
    let mut page = INTRODUCTION.to_owned();
    for (schema, summary, sentences) in PAGE {
        write!(page, "\n## `{}`\n\n{summary}\n\n", schema.kind).unwrap();
        page.push_str("| prop | takes | if left out | per breakpoint | |\n|---|---|---|---|---|\n");
        for (prop, (_, sentence)) in schema.props.iter().zip(*sentences) {
            row(&mut page, prop, sentence);
        }
        let slots: Vec<String> = schema
            .slots
            .iter()
            .map(|slot| format!("`{}`", slot.name))
            .collect();
        if !slots.is_empty() {
            write!(page, "\nSlots: {}.\n", slots.join(", ")).unwrap();
        }
    }
    page
}

fn row(page: &mut String, prop: &PropSchema, sentence: &str) {
    let absent = match (prop.required, prop.default) {
        (true, _) => "required".to_owned(),
        (false, Some(default)) => format!("`{default}`"),
        (false, None) => String::new(),
    };
    let responsive = if prop.responsive { "yes" } else { "" };
    let takes = takes(prop.kind);
    writeln!(
        page,
        "| `{}` | {takes} | {absent} | {responsive} | {sentence} |",
        prop.name
    )
    .unwrap();
}

fn takes(kind: PropKind) -> String {
    let words = |words: &[&str]| {
        words
            .iter()
            .map(|word| format!("`{word}`"))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let fields = |of: &[PropSchema]| {
        of.iter()
            .map(|field| format!("`{}`: {}", field.name, takes(field.kind)))
            .collect::<Vec<_>>()
            .join(", ")
    };
    match kind {
        PropKind::Texts => "text per language".into(),
        PropKind::RichTexts => "rich text per language".into(),
        PropKind::Media => "`https:` address or path".into(),
        PropKind::Link => "`https:`, `mailto:`, `tel:`, path or `#anchor`".into(),
        PropKind::Anchor => "letters, digits, hyphens".into(),
        PropKind::Reference(kind) => format!("id of a {}", kind.word()),
        PropKind::Integer(min, max) => format!("{min} to {max}"),
        PropKind::Measure { min, max, unit } => format!("{min} to {max} {unit}"),
        PropKind::Word(all) => words(all),
        PropKind::Space => words(SPACES),
        PropKind::Colour => "name of a colour token".into(),
        PropKind::Flag => "`true`, `false`".into(),
        PropKind::List { of, max } => format!("at most {max} of {}", fields(of)),
        PropKind::Object(of) => fields(of),
    }
}
