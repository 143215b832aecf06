//! `loader/surface.js`: what `mode="frame"` carries between a page and its frame.

use std::collections::BTreeSet;

use super::elements;
use super::surface::{COMPONENTS, EVENTS, PROPERTIES};
use crate::style::sheets;

const PREFIX: &str = "--palier-";

/// The names of the events that elements tell, and of the custom properties that pages set.
#[must_use]
pub fn surface_js() -> String {
    let events: Vec<&str> = EVENTS.iter().map(|event| event.name).collect();
    format!(
        "// Events and custom properties of the kit. Generated from the block registry and the style\n\
         // sheets by `cargo xtask manifest`: never edit.\n\
         export const EVENTS = {}\n\
         export const PROPERTIES = {}\n",
        list(events),
        list(properties())
    )
}

/// What the sheets read, and what is documented beside them.
fn properties() -> BTreeSet<&'static str> {
    read()
        .chain(PROPERTIES.iter().chain(COMPONENTS).map(|(name, _)| *name))
        .collect()
}

/// What the sheets read.
fn read() -> impl Iterator<Item = &'static str> {
    let blocks = elements().flat_map(|spec| spec.sheets.iter().map(|sheet| sheet.css));
    [sheets::TOKENS, sheets::HOST, sheets::PAGE_PORTAL]
        .into_iter()
        .chain(blocks)
        .flat_map(named)
}

/// The properties that a sheet names.
fn named(css: &'static str) -> impl Iterator<Item = &'static str> {
    let starts = css.match_indices(PREFIX).map(|(at, _)| at);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_property_that_the_sheets_read_is_documented_and_the_other_way_round() {
        let documented: BTreeSet<&str> = PROPERTIES
            .iter()
            .chain(COMPONENTS)
            .map(|(name, _)| *name)
            .collect();
        let plain = |name: &'static str| name.strip_suffix("-dark").unwrap_or(name);
        let known: BTreeSet<&str> = properties().into_iter().map(plain).collect();
        assert_eq!(known, documented);
        // What only the loader reads: a tag's room and edges, and the unit.
        let loader = ["--palier-bleed", "--palier-reserve", "--palier-unit"];
        let read: BTreeSet<&str> = read().map(plain).chain(loader).collect();
        assert_eq!(read, documented);
    }
}
