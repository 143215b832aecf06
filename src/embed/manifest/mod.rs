//! What other languages need to know about the blocks, generated from the registry, so that
//! nothing about a tag is written twice.

mod custom_elements;
mod elements;
mod frame;
mod room;
mod surface;
mod templates;
mod typings;

pub use custom_elements::custom_elements_json;
pub use elements::elements_js;
pub use frame::surface_js;
pub use room::palier_css;
pub(super) use surface::WORDS;
use surface::{COMPONENTS, PROPERTIES};
pub use templates::{package_json, palier_react_d_ts};
pub use typings::palier_d_ts;

use std::collections::BTreeSet;

use crate::blocks::registry::BLOCKS;
use crate::blocks::spec::{Attr, AttrKind, COMMON, LINE, Spec};
use crate::portal::element::SPEC as PORTAL_SPEC;

const PORTAL: &Spec = &PORTAL_SPEC;

/// Every tag there is: one per block, and the portal's.
pub(super) fn elements() -> impl Iterator<Item = &'static Spec> {
    BLOCKS.iter().copied().chain([PORTAL])
}

/// Every name for `::part()` of a tag: a portal is drawn with the blocks, in one tree.
pub(super) fn parts(spec: &'static Spec) -> Vec<&'static str> {
    let blocks = BLOCKS.iter().filter(|_| spec.kind == PORTAL.kind);
    let mut seen = BTreeSet::new();
    let all = spec
        .parts
        .iter()
        .chain(blocks.flat_map(|block| block.parts));
    all.copied().filter(|name| seen.insert(*name)).collect()
}

/// The common attributes that a tag takes: a portal's headings are its document's.
pub(super) fn common(spec: &Spec) -> impl Iterator<Item = &'static Attr> {
    let whole = spec.kind == PORTAL.kind;
    COMMON
        .iter()
        .filter(move |attr| !whole || attr.name != "heading")
}

/// `docs/elements.md`: the element reference.
#[must_use]
pub fn elements_md() -> String {
    let mut text = String::from(
        "# Elements\n\nEvery tag with its own attributes, parts and events. [Embedding](embedding.md) covers what all tags share:\n\
         the other attributes, the events and theming.\n\n\
         Generated from the block registry by `cargo xtask manifest`; edit the blocks instead.\n",
    );
    let list = |names: &[&str]| {
        names
            .iter()
            .map(|name| format!("`{name}`"))
            .collect::<Vec<_>>()
            .join(", ")
    };
    for spec in elements() {
        text.push_str(&format!(
            "\n## `<palier-{}>`\n\n{} {} Needs the operations {}.\n\n| attribute | takes | default | |\n|---|---|---|---|\n",
            spec.kind,
            spec.summary,
            if spec.member_only {
                "For signed-in members."
            } else {
                "Visible to everybody."
            },
            list(spec.needs)
        ));
        for attr in spec.attrs.iter().chain(common(spec)) {
            let takes = match attr.kind {
                AttrKind::Text => "text".to_owned(),
                AttrKind::Choice(words) => words
                    .iter()
                    .map(|word| format!("`{word}`"))
                    .collect::<Vec<_>>()
                    .join(", "),
                AttrKind::Whole { min, max } => format!("{min} to {max}"),
            };
            let default = if attr.default.is_empty() {
                String::new()
            } else {
                format!("`{}`", attr.default)
            };
            text.push_str(&format!(
                "| `{}` | {takes} | {default} | {} |\n",
                attr.name, attr.doc
            ));
        }
        if let Some(height) = spec.compact {
            text.push_str(&format!(
                "\nWith `layout=\"compact\"` the tag is an inline box in the page's own line and ink: as wide as what it says, \
                 without a card or a heading in sight. {height} px of height stay reserved for it, and {LINE} px of width until \
                 it is there; `min-inline-size` on the tag reserves more. With `mode=\"frame\"` its width is the page's to set.\n"
            ));
        }
        let whole = if spec.kind == PORTAL.kind {
            ", and those of the blocks in it"
        } else {
            ""
        };
        text.push_str(&format!("\n**Parts**: {}{whole}.\n", list(spec.parts)));
        if !spec.events.is_empty() {
            text.push_str(&format!("\n**Events**: {}.\n", list(spec.events)));
        }
    }
    text + &properties_md()
}

/// The custom properties, for the end of the element reference.
fn properties_md() -> String {
    let table = |rows: &[(&str, &str)]| {
        let rows = rows
            .iter()
            .map(|(name, doc)| format!("| `{name}` | {doc} |\n"));
        format!("| property | |\n|---|---|\n{}", rows.collect::<String>())
    };
    format!(
        "\n## Custom properties\n\nSet them on a tag or on any ancestor. These apply to everything:\n\n{}\n\
         These override them for one kind of thing:\n\n{}",
        table(PROPERTIES),
        table(COMPONENTS)
    )
}
