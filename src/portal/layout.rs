//! Draws the blocks of a document: layout and content here, members' blocks from the registry.

use palier_contract::document::{Node, PortalDocument};
use web_sys::Element;

use super::rich::{self, picture};
use super::{member_block, member_header, words};
use crate::blocks::registry;
use crate::dom::{self, Dom, El, el};
use crate::store::Store;

/// Everything below one document needs to know.
#[derive(Clone, Copy)]
struct Place<'a> {
    store: Store,
    locale: &'a str,
    /// Whether the reader came here by following a link within the portal.
    arrived: bool,
    /// Level of the next heading.
    level: u8,
    /// Whether a section's title already says what the one block in it is.
    titled: bool,
}

/// Draws `document`. After a navigation the main heading takes the focus.
pub(super) fn draw(document: &PortalDocument, store: Store, arrived: bool) -> Vec<Dom> {
    let locale = store.i18n().locale();
    let place = Place {
        store,
        locale: &locale,
        arrived,
        level: 2,
        titled: false,
    };
    let mut drawn = Vec::new();
    let is_hero = |node: &Node| node.kind == "hero";
    if !document.root.iter().any(is_hero) {
        let title = main_heading(&words::text(&document.title, &locale), arrived);
        drawn.push(el("div", "pg-wide").child(title).into());
    }
    for node in &document.root {
        let inner = one(node, place);
        drawn.push(match node.kind.as_str() {
            "hero" => inner,
            _ => el("div", "pg-wide").child(inner).into(),
        });
    }
    drawn
}

fn one(node: &Node, place: Place<'_>) -> Dom {
    match node.kind.as_str() {
        "section" => section(node, place).into(),
        "columns" => columns(node, place).into(),
        "hero" => hero(node, place).into(),
        "rich-text" => rich_text(node, place).into(),
        "image" => image(node, place).into(),
        "member-header" => member_header::draw(place.store).into(),
        kind => match registry::find(kind) {
            Some(spec) => {
                member_block::draw(spec, node, place.level, place.titled, place.store).into()
            }
            None => {
                leptos::logging::warn!(
                    "portal: block {} is of the type {kind:?}, which this kit does not know; it is left out.",
                    node.id
                );
                dom::nothing()
            }
        },
    }
}

/// A slot: twelve columns, and each block as many as it asks for.
fn grid(nodes: &[Node], place: Place<'_>) -> El {
    let cells: Vec<Dom> = nodes.iter().map(|node| cell(node, place)).collect();
    el("div", "pg-slot").child(el("div", "pg-grid").child(cells))
}

fn cell(node: &Node, place: Place<'_>) -> Dom {
    let mut columns = 12;
    let mut span = |breakpoint: &str| {
        let own = node.span.get(breakpoint).copied();
        columns = own.filter(|own| (1..=12).contains(own)).unwrap_or(columns);
        columns.to_string()
    };
    el("div", "pg-cell")
        .attr("--pg-base", &span("base"))
        .attr("--pg-sm", &span("sm"))
        .attr("--pg-md", &span("md"))
        .attr("--pg-lg", &span("lg"))
        .child(one(node, place))
        .into()
}

fn slot<'a>(node: &'a Node, name: &str) -> &'a [Node] {
    node.slots.get(name).map(Vec::as_slice).unwrap_or_default()
}

fn section(node: &Node, place: Place<'_>) -> El {
    let title = prop(node, "title", place.locale);
    let inner = Place {
        level: if title.is_empty() { 2 } else { 3 },
        titled: !title.is_empty() && slot(node, "main").len() == 1,
        ..place
    };
    let head = (!title.is_empty()).then(|| el("h2", "pg-heading").text(&title));
    el("section", "pg-section")
        .child(head)
        .child(grid(slot(node, "main"), inner))
}

fn columns(node: &Node, place: Place<'_>) -> El {
    let sides = ["start", "end"].map(|name| grid(slot(node, name), place));
    el("div", "pg-slot").child(el("div", "pg-columns").child(Vec::from(sides)))
}

fn hero(node: &Node, place: Place<'_>) -> El {
    let text = prop(node, "text", place.locale);
    let source = prop(node, "image", place.locale);
    let image = Some(picture(&source)).filter(|source| !source.is_empty());
    let title = main_heading(&prop(node, "title", place.locale), place.arrived);
    let words = el("div", "pg-hero-words")
        .child(title)
        .child((!text.is_empty()).then(|| el("p", "pg-hero-text").text(&text)));
    el("div", "pg-hero")
        .child(image.map(|source| {
            el("img", "pg-hero-picture")
                .attr("src", source)
                .attr("alt", "")
                .attr("fetchpriority", "high")
        }))
        .child(el("div", "pg-hero-inside").child(words))
}

fn main_heading(title: &str, arrived: bool) -> El {
    el("h1", "pg-title")
        .text(title)
        .node(move |element: Element| {
            if arrived {
                dom::focus(&element);
            }
        })
}

fn rich_text(node: &Node, place: Place<'_>) -> El {
    let nodes = node.props.get("text");
    let nodes = nodes.map(|value| words::rich(value, place.locale));
    el("div", "pg-prose").child(rich::draw(&nodes.unwrap_or_default(), place.level))
}

fn image(node: &Node, place: Place<'_>) -> El {
    el("img", "pg-image")
        .attr("src", picture(&prop(node, "src", place.locale)))
        .attr("alt", &prop(node, "alt", place.locale))
        .attr("loading", "lazy")
}

fn prop(node: &Node, name: &str, locale: &str) -> String {
    let value = node.props.get(name);
    value
        .and_then(|value| words::attribute(value, locale))
        .unwrap_or_default()
}
