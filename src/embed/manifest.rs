//! What other languages need to know of the blocks, written from the registry: nothing about a
//! tag is typed twice.

use crate::blocks::registry::BLOCKS;
use crate::blocks::spec::{AttrKind, COMMON, Spec};

/// `loader/elements.js`: tags, attributes, reserved heights and early addresses.
#[must_use]
pub fn elements_js() -> String {
    let rows: Vec<String> = BLOCKS.iter().map(|spec| element(spec)).collect();
    format!(
        "// Tags of the kit. Generated from the block registry by `cargo xtask manifest`: never edit.\n\
         export const ELEMENTS = [\n{}]\n",
        rows.concat()
    )
}

fn element(spec: &Spec) -> String {
    let attrs: Vec<String> = spec
        .attrs
        .iter()
        .chain(COMMON)
        .map(|attr| format!("{:?}", attr.name))
        .collect();
    let defaults: Vec<String> = spec
        .attrs
        .iter()
        .filter(|attr| !attr.default.is_empty())
        .map(|attr| format!("{:?}: {:?}", attr.name, attr.default))
        .collect();
    let reserve: Vec<String> = spec
        .reserve
        .iter()
        .map(|(width, height)| format!("[{width}, {height}]"))
        .collect();
    let early: Vec<String> = spec
        .early
        .iter()
        .map(|early| {
            let query: Vec<String> = early
                .query
                .iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect();
            let mark = if query.is_empty() { "" } else { "?" };
            format!("{:?}", format!("{}{mark}{}", early.path, query.join("&")))
        })
        .collect();
    format!(
        "  {{ kind: {:?}, attrs: [{}], defaults: {{ {} }}, reserve: [{}], early: [{}] }},\n",
        spec.kind,
        attrs.join(", "),
        defaults.join(", "),
        reserve.join(", "),
        early.join(", ")
    )
}

/// `docs/elements.md`: the element reference.
#[must_use]
pub fn elements_md() -> String {
    let mut text = String::from(
        "# Elements\n\nGenerated from the block registry by `cargo xtask manifest`; edit the blocks instead.\n\
         Attributes of every tag, events and theming are in [embedding](embedding.md).\n",
    );
    for spec in BLOCKS {
        text.push_str(&format!(
            "\n## `<palier-{}>`\n\n{}\n\n| attribute | takes | default | |\n|---|---|---|---|\n",
            spec.kind, spec.summary
        ));
        for attr in spec.attrs.iter().chain(COMMON) {
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
        let list = |names: &[&str]| {
            names
                .iter()
                .map(|name| format!("`{name}`"))
                .collect::<Vec<_>>()
                .join(", ")
        };
        text.push_str(&format!("\nParts: {}.", list(spec.parts)));
        if !spec.events.is_empty() {
            text.push_str(&format!(" Events: {}.", list(spec.events)));
        }
        text.push_str(if spec.member_only {
            " Needs a signed-in member.\n"
        } else {
            " Shows itself to anybody.\n"
        });
    }
    text
}
