//! Draws the blocks of a document: layout and content here, members' blocks from the registry.
//!
//! | module | draws |
//! |---|---|
//! | `place` | nothing: what a block needs to know about its place |
//! | `grid`, `extent` | slots and their cells: widths, visibility per breakpoint |
//! | `condition` | a block that not everybody sees, or not always |
//! | `fluid`, `width` | props that differ per breakpoint: by the sheet, or by telling the block |
//! | `anchor` | nothing: follows links within the page |
//! | `section`, `columns`, `tabs`, `hero`, `text`, `image`, `button`, `spacer` | the block of that type |

mod anchor;
mod button;
mod columns;
mod condition;
mod extent;
mod fluid;
mod grid;
mod hero;
mod image;
mod place;
mod section;
mod spacer;
mod tabs;
mod text;
pub(super) mod width;

pub(crate) use condition::holds;
pub(crate) use extent::{bleeds, hidden, spans};
pub(super) use grid::grid as slot_of;
pub(crate) use grid::{page, shell};
pub(crate) use place::Place;

use palier_contract::document::{BREAKPOINTS, Node, PortalDocument, TextMap};

use super::{member_block, member_header, own, words};
use crate::blocks::registry;
use crate::dom::{self, Dom, El, el};
use crate::reactive::RwSignal;
use crate::store::Store;

/// Draws `document`. After a navigation the main heading takes the focus; `known` says whether
/// somebody signed in on this tab.
pub(super) fn draw(
    document: &PortalDocument,
    store: Store,
    arrived: bool,
    known: RwSignal<bool>,
) -> Vec<Dom> {
    let locale = store.i18n().locale();
    let place = Place {
        arrived,
        known: Some(known),
        ..Place::page(store, &locale)
    };
    draw_at(document, place)
}

/// Draws `document` where its main heading, of the level `top`, is not the page's.
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
    let crown = crown(&document.root);
    let heading = lone_heading(document.root.iter(), &document.title, place);
    let cells = document.root.iter().map(|node| {
        let crowned = crown.is_some_and(|crown| std::ptr::eq(crown, node));
        let headed = !crowned;
        grid::cell(node, Place { headed, ..place })
    });
    let page = page(cells.collect())
        .on("click", |event| anchor::follow(&event))
        .node(|page| anchor::arrive(&page));
    heading.into_iter().chain([page.into()]).collect()
}

/// The block that holds the page's main heading: the first hero that everybody sees at any width.
fn crown(root: &[Node]) -> Option<&Node> {
    root.iter().find(|node| {
        let always = node.when.as_ref().is_none_or(|when| when.is_empty());
        node.kind == "hero" && always && !BREAKPOINTS.iter().any(|at| node.is_hidden_at(at))
    })
}

/// The page's main heading, where no hero holds it. Out of sight where some readers have a hero
/// instead.
pub(crate) fn lone_heading<'n>(
    root: impl Iterator<Item = &'n Node>,
    title: &TextMap,
    place: Place<'_>,
) -> Option<Dom> {
    let heroes: Vec<Node> = root.filter(|node| node.kind == "hero").cloned().collect();
    if crown(&heroes).is_some() {
        return None;
    }
    let class = match heroes.is_empty() {
        true => "pg-wide pg-lone",
        false => "pl-sr",
    };
    let title = words::text(title, place.locale);
    Some(el("div", class).child(hero::heading(&title, place)).into())
}

/// Draws a block; its slots stay empty where the place is hollow.
pub(crate) fn block(node: &Node, place: Place<'_>) -> Dom {
    match node.kind.as_str() {
        "section" => section::draw(node, place).into(),
        "columns" => columns::draw(node, place).into(),
        "tabs" => tabs::draw(node, place).into(),
        "hero" => hero::draw(node, place).into(),
        "rich-text" => text::draw(node, place).into(),
        "image" => image::draw(node, place),
        "button" => button::draw(node, place).into(),
        "spacer" => spacer::draw(node).into(),
        "member-header" => member_header::draw(place).into(),
        kind => match registry::find(kind) {
            Some(spec) => member_block::draw(spec, node, place).into(),
            None if own::is_known(kind) => own::draw(node, place).into(),
            None => dom::nothing(),
        },
    }
}

/// Whether this kit, or the page, draws blocks of that type.
fn is_drawn(kind: &str) -> bool {
    is_ours(kind) || own::is_known(kind)
}

/// Whether this kit draws blocks of that type.
fn is_ours(kind: &str) -> bool {
    let own = [
        "section",
        "columns",
        "tabs",
        "hero",
        "rich-text",
        "image",
        "button",
        "spacer",
        "member-header",
    ];
    own.contains(&kind) || registry::find(kind).is_some()
}

fn prop(node: &Node, name: &str, locale: &str) -> String {
    let value = node.props.get(name);
    value
        .and_then(|value| words::attribute(value, locale))
        .unwrap_or_default()
}

/// One of `words`, or the first of them for what this kit does not know.
fn word(node: &Node, name: &str, words: &[&'static str]) -> &'static str {
    let value = node.props.get(name).and_then(|value| value.as_str());
    let known = words.iter().find(|word| Some(**word) == value);
    known.or(words.first()).copied().unwrap_or_default()
}

/// A place that holds its content to one side: by the first axis of [`fluid`].
fn aligned(node: &Node, side: fn(&str) -> &'static str) -> El {
    fluid::set(el("div", "pg-aligned"), &fluid::X, node, "align", side)
}

#[cfg(test)]
mod tests {
    use palier_contract::document::blocks;

    #[test]
    fn every_block_of_the_contract_is_drawn() {
        for schema in blocks::ALL {
            assert!(super::is_ours(schema.kind), "{}", schema.kind);
        }
        assert!(!super::is_ours("tombola"));
    }

    #[test]
    fn the_main_heading_is_that_of_the_first_hero_which_everybody_sees() {
        let nodes = |json: &str| serde_json::from_str::<Vec<super::Node>>(json).unwrap();
        for (root, expected) in [
            (r#"[{"id":"b1","type":"section"}]"#, None),
            (
                r#"[{"id":"b1","type":"hero"},{"id":"b2","type":"hero"}]"#,
                Some("b1"),
            ),
            (
                r#"[{"id":"b1","type":"hero","when":{"audience":["member"]}},{"id":"b2","type":"hero","when":{}}]"#,
                Some("b2"),
            ),
            (
                r#"[{"id":"b1","type":"hero","hidden":{"md":true}},{"id":"b2","type":"image"}]"#,
                None,
            ),
        ] {
            let root = nodes(root);
            assert_eq!(super::crown(&root).map(|node| node.id.as_str()), expected);
        }
    }
}
