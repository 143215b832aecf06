//! `loader/surface.js`: what `mode="frame"` carries between a page and its frame.

use std::collections::BTreeSet;

use super::elements;
use super::surface::{COMPONENTS, EVENTS, PROPERTIES};
use crate::style::sheets;

/// The names of the events that elements tell, and of the custom properties that pages set.
#[must_use]
pub fn surface_js() -> String {
    let events: Vec<&str> = EVENTS.iter().map(|event| event.name).collect();
    format!(
        "// Events and custom properties of the kit. Generated from the block registry and the style\n\
         // sheets by `cargo xtask manifest`: never edit.\n\
         export const EVENTS = {}\nexport const PROPERTIES = {}\n",
        list(events),
        list(properties())
    )
}

/// What the sheets read, and what is documented beside them.
fn properties() -> BTreeSet<&'static str> {
    let blocks = elements().flat_map(|spec| spec.sheets.iter().map(|sheet| sheet.css));
    [sheets::TOKENS, sheets::HOST, sheets::PAGE_PORTAL]
        .into_iter()
        .chain(blocks)
        .flat_map(named)
        .chain(PROPERTIES.iter().chain(COMPONENTS).map(|(name, _)| *name))
        .collect()
}

/// The properties that a sheet names.
fn named(css: &'static str) -> impl Iterator<Item = &'static str> {
    let starts = css.match_indices("--palier-").map(|(at, _)| at);
    starts.filter_map(|at| {
        let rest = css.get(at..)?;
        let end = rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-')?;
        rest.get(..end)
    })
}

fn list<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    let lines = names.into_iter().map(|name| format!("  '{name}',\n"));
    format!("[\n{}]", lines.collect::<String>())
}
