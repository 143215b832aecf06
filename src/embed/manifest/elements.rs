//! `loader/elements.js`: what the loader knows of each tag before its block is there.

use super::{PORTAL, common, elements};
use crate::blocks::spec::{Attr, AttrKind, Early, Spec};

/// `loader/elements.js`: tags, attributes, reserved heights and early addresses.
#[must_use]
pub fn elements_js() -> String {
    let rows: Vec<String> = elements().map(row).collect();
    format!(
        "// Tags of the kit. Generated from the block registry by `cargo xtask manifest`: never edit.\n\
         export const ELEMENTS = [\n{}]\n",
        rows.concat()
    )
}

/// One tag. A field that says nothing is left out, and they stand in the order that compresses best:
/// every page loads this.
fn row(spec: &Spec) -> String {
    let early: Vec<String> = spec.early.iter().map(address).collect();
    let attrs = spec.attrs.iter().chain(common(spec)).map(|attr| attr.name);
    let engine = (spec.kind == PORTAL.kind).then(|| "\"portal\"".to_owned());
    let compact = spec.compact.map(|height| rooms(&[(0, height)]));
    let fields = [
        ("kind", format!("{:?}", spec.kind)),
        ("compact", compact.unwrap_or_default()),
        ("takes", takes(spec, &early.concat())),
        ("defaults", defaults(spec, &early.concat())),
        ("reserve", rooms(spec.reserve)),
        ("engine", engine.unwrap_or_default()),
        ("nobody", rooms(spec.nobody)),
        ("attrs", format!("{:?}", attrs.collect::<Vec<_>>())),
        ("early", format!("{early:?}")),
    ];
    let said = fields.iter().filter(|(_, value)| !value.is_empty());
    let said: Vec<String> = said
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    format!("  {{ {} }},\n", said.join(", "))
}

/// An address whose answer the block is drawn from, with names of attributes in braces.
fn address(early: &Early) -> String {
    let query: Vec<String> = early
        .query
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let mark = if query.is_empty() { "" } else { "?" };
    format!("{}{mark}{}", early.path, query.join("&"))
}

/// Heights from a width on, both in px.
fn rooms(heights: &[(u16, u16)]) -> String {
    object(
        heights
            .iter()
            .map(|(width, height)| format!("{width}: {height}")),
    )
}

fn defaults(spec: &Spec, addresses: &str) -> String {
    let defaults = addressed(spec, addresses).filter(|attr| !attr.default.is_empty());
    object(defaults.map(|attr| format!("{:?}: {:?}", attr.name, attr.default)))
}

/// What those attributes take: words, or the least and the greatest number.
fn takes(spec: &Spec, addresses: &str) -> String {
    object(
        addressed(spec, addresses).filter_map(|attr| match attr.kind {
            AttrKind::Text => None,
            AttrKind::Choice(words) => Some(format!("{:?}: {words:?}", attr.name)),
            AttrKind::Whole { min, max } => Some(format!("{:?}: [{min}, {max}]", attr.name)),
        }),
    )
}

/// The attributes that `addresses` are made of: of the others only the block itself needs to know.
fn addressed<'a>(spec: &'a Spec, addresses: &'a str) -> impl Iterator<Item = &'a Attr> {
    spec.attrs.iter().filter(move |attr| {
        let named = [format!("{{{}}}", attr.name), format!("{{_{}}}", attr.name)];
        named.iter().any(|name| addresses.contains(name))
    })
}

/// Nothing for an object without fields.
fn object(fields: impl Iterator<Item = String>) -> String {
    let fields: Vec<String> = fields.collect();
    if fields.is_empty() {
        return String::new();
    }
    format!("{{ {} }}", fields.join(", "))
}
