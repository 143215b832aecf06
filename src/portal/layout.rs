//! Draws the blocks of a document: layout and content here, members' blocks from the registry.

use palier_contract::document::{Node, PortalDocument, TextMap};
use web_sys::Element;

use super::rich::{self, picture};
use super::{member_block, member_header, words};
use crate::blocks::registry;
use crate::dom::{self, Dom, El, el};
use crate::store::Store;

/// What a block needs to know of where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'a> {
    pub(crate) store: Store,
    pub(crate) locale: &'a str,
    /// Whether the reader came here by following a link within the portal.
    pub(crate) arrived: bool,
    /// Level of the main heading: 1 where the document is the page.
    pub(crate) top: u8,
    /// Level of the next heading.
    pub(crate) level: u8,
    /// Whether a section's title already says what the one block in it is.
    pub(crate) titled: bool,
    /// Whether slots are left empty, for somebody else to fill: the designer keeps each block
    /// alive while its neighbours come and go.
    pub(crate) hollow: bool,
}

impl<'a> Place<'a> {
    /// The place of blocks that stand on the page itself.
    pub(crate) fn page(store: Store, locale: &'a str) -> Self {
        Self {
            store,
            locale,
            arrived: false,
            top: 1,
            level: 2,
            titled: false,
            hollow: false,
        }
    }

    /// The place of the blocks in `node`, when there are `count` of them.
    pub(crate) fn inside(self, node: &Node, count: usize) -> Self {
        if node.kind != "section" {
            return self;
        }
        let titled = !prop(node, "title", self.locale).is_empty();
        Self {
            level: self.top.saturating_add(if titled { 2 } else { 1 }),
            titled: titled && count == 1,
            ..self
        }
    }
}

/// Draws `document`. After a navigation the main heading takes the focus.
pub(super) fn draw(document: &PortalDocument, store: Store, arrived: bool) -> Vec<Dom> {
    let locale = store.i18n().locale();
    let place = Place {
        arrived,
        ..Place::page(store, &locale)
    };
    draw_at(document, place)
}

/// Draws `document` where its main heading is not the page's.
pub(super) fn draw_below(document: &PortalDocument, store: Store, top: u8) -> Vec<Dom> {
    let locale = store.i18n().locale();
    let place = Place {
        top,
        level: top.saturating_add(1),
        ..Place::page(store, &locale)
    };
    draw_at(document, place)
}

fn draw_at(document: &PortalDocument, place: Place<'_>) -> Vec<Dom> {
    let heading = lone_heading(document.root.iter(), &document.title, place);
    let cells = document.root.iter().map(|node| cell(node, place)).collect();
    heading.into_iter().chain([page(cells).into()]).collect()
}

/// The page's main heading, where no hero holds it.
pub(crate) fn lone_heading<'n>(
    mut root: impl Iterator<Item = &'n Node>,
    title: &TextMap,
    place: Place<'_>,
) -> Option<Dom> {
    let title = words::text(title, place.locale);
    let missing = !root.any(|node| node.kind == "hero");
    missing.then(|| {
        el("div", "pg-wide pg-lone")
            .child(main_heading(&title, place))
            .into()
    })
}

/// The page itself is a slot like any other, with a margin that some blocks run over.
pub(crate) fn page(cells: Vec<Dom>) -> El {
    el("div", "pg-slot pg-page").child(el("div", "pg-grid").attr("data-slot", "main").child(cells))
}

/// Whether a block of the page runs from edge to edge.
pub(crate) fn bleeds(node: &Node) -> bool {
    node.kind == "hero"
}

/// Draws a block; its slots stay empty where the place is hollow.
pub(crate) fn block(node: &Node, place: Place<'_>) -> Dom {
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
fn grid(node: &Node, name: &str, place: Place<'_>) -> El {
    let nodes = node.slots.get(name).map(Vec::as_slice).unwrap_or_default();
    let inner = place.inside(node, nodes.len());
    let cells: Vec<Dom> = match place.hollow {
        true => Vec::new(),
        false => nodes.iter().map(|node| cell(node, inner)).collect(),
    };
    el("div", "pg-slot").child(el("div", "pg-grid").attr("data-slot", name).child(cells))
}

fn cell(node: &Node, place: Place<'_>) -> Dom {
    shell(node).child(block(node, place)).into()
}

/// The cell of a slot that a block stands in: as wide as the block asks for.
pub(crate) fn shell(node: &Node) -> El {
    let cell = el("div", "pg-cell").flag("data-bleed", bleeds(node));
    spans(node)
        .iter()
        .fold(cell, |cell, (name, columns)| cell.attr(name, columns))
}

/// Columns of twelve per breakpoint, as the custom properties that the sheet reads.
pub(crate) fn spans(node: &Node) -> [(&'static str, String); 4] {
    let mut columns = 12;
    [
        ("--pg-base", "base"),
        ("--pg-sm", "sm"),
        ("--pg-md", "md"),
        ("--pg-lg", "lg"),
    ]
    .map(|(property, breakpoint)| {
        let own = node.span.get(breakpoint).copied();
        columns = own.filter(|own| (1..=12).contains(own)).unwrap_or(columns);
        (property, columns.to_string())
    })
}

fn section(node: &Node, place: Place<'_>) -> El {
    let title = prop(node, "title", place.locale);
    let head = (!title.is_empty())
        .then(|| rich::heading(place.top.saturating_add(1), "pg-heading").text(&title));
    el("section", "pg-section")
        .child(head)
        .child(grid(node, "main", place))
}

fn columns(node: &Node, place: Place<'_>) -> El {
    let sides = ["start", "end"].map(|name| grid(node, name, place));
    el("div", "pg-slot").child(el("div", "pg-columns").child(Vec::from(sides)))
}

fn hero(node: &Node, place: Place<'_>) -> El {
    let text = prop(node, "text", place.locale);
    let source = prop(node, "image", place.locale);
    let image = Some(picture(&source)).filter(|source| !source.is_empty());
    let title = main_heading(&prop(node, "title", place.locale), place);
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

fn main_heading(title: &str, place: Place<'_>) -> El {
    let arrived = place.arrived;
    rich::heading(place.top, "pg-title")
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
