//! A small picture of a page: its blocks as shapes, in the colours of its theme.

use palier_contract::document::{Node, Theme, blocks};

use super::{Template, document};
use crate::dom::{Dom, El, el};
use crate::reactive::RwSignal;
use crate::style::{Sheet, sheets};
use crate::theme;

const SHEET: &Sheet = &sheets::TEMPLATES;
/// So deep a picture of that size can show.
const DEEPEST: usize = 2;

/// Draws blocks in the colours of a theme, or of the designer without one.
pub(in crate::designer) fn draw(nodes: &[Node], theme: Option<&Theme>) -> El {
    let page = SHEET
        .el("span", "sketch")
        .attr("aria-hidden", "true")
        .flag(
            "data-dark",
            theme.is_some_and(|theme| theme.scheme.as_deref() == Some("dark")),
        )
        .child(shapes(nodes, DEEPEST));
    let colours = theme.map(theme::properties).unwrap_or_default();
    colours
        .iter()
        .fold(page, |page, (name, value)| page.attr(name, value))
}

/// Draws a whole portal once it is here, and an empty page until then.
pub(super) fn of(here: RwSignal<bool>, template: Option<&'static Template>) -> El {
    el("span", "")
        .attr("style:display", "contents")
        .slot(move || {
            here.track();
            match template.and_then(document) {
                Some(page) => draw(&page.root, Some(&page.theme)),
                None => draw(&[], None),
            }
        })
}

fn shapes(nodes: &[Node], depth: usize) -> Vec<Dom> {
    nodes.iter().map(|node| shape(node, depth).into()).collect()
}

fn shape(node: &Node, depth: usize) -> El {
    let columns = node.span_at("lg").to_string();
    let shape = SHEET
        .el("span", "shape")
        .attr("data-shape", &node.kind)
        .attr("--columns", &columns);
    let inside: Vec<Dom> = match depth {
        0 => Vec::new(),
        _ => slots(node)
            .into_iter()
            .take(2)
            .map(|slot| {
                SHEET
                    .el("span", "inside")
                    .child(shapes(slot, depth - 1))
                    .into()
            })
            .collect(),
    };
    shape.child(inside)
}

/// What is in a block, in reading order: a document has its slots by name.
fn slots(node: &Node) -> Vec<&[Node]> {
    let schema = blocks::ALL.iter().find(|block| block.kind == node.kind);
    match schema {
        Some(schema) => {
            let named = schema.slots.iter().map(|slot| slot.name);
            named
                .filter_map(|name| Some(node.slots.get(name)?.as_slice()))
                .collect()
        }
        None => node.slots.values().map(Vec::as_slice).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_drawn_in_reading_order() {
        let json = r#"{"id":"c","type":"columns","slots":{
            "end":[{"id":"b","type":"button"}],"start":[{"id":"a","type":"image"}]}}"#;
        let node: Node = serde_json::from_str(json).unwrap();
        let kinds = slots(&node).concat();
        let kinds: Vec<&str> = kinds.iter().map(|node| node.kind.as_str()).collect();
        assert_eq!(kinds, ["image", "button"]);
    }
}
