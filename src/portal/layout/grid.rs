//! A slot is a grid of twelve columns; each block in it stands in a cell of its own.

use palier_contract::document::Node;

use super::extent::hidden;
use super::{Place, bleeds, block, condition, is_drawn, spans};
use crate::dom::{Dom, El, el};
use crate::portal::own;

/// The page itself is a slot like any other, with a margin that some blocks run over.
pub(crate) fn page(cells: Vec<Dom>) -> El {
    el("div", "pg-slot pg-page").child(el("div", "pg-grid").attr("data-slot", "main").child(cells))
}

/// The slot `name` of `node`: twelve columns, and each block as many as it asks for.
pub(in crate::portal) fn grid(node: &Node, name: &str, place: Place<'_>) -> El {
    let nodes = node.slots.get(name).map(Vec::as_slice).unwrap_or_default();
    let inner = place.inside(node, nodes.len());
    let cells: Vec<Dom> = match place.hollow {
        true => Vec::new(),
        false => nodes.iter().map(|node| cell(node, inner)).collect(),
    };
    el("div", "pg-slot").child(el("div", "pg-grid").attr("data-slot", name).child(cells))
}

/// A block in its cell. One of a type that nobody knows is not seen, unless the page registers it
/// later.
pub(super) fn cell(node: &Node, place: Place<'_>) -> Dom {
    if !is_drawn(&node.kind) {
        leptos::logging::warn!(
            "portal: block {} is of the type {:?}, which this kit does not know; it is left out.",
            node.id,
            node.kind
        );
        let known = own::known(&node.kind);
        let when = node.when.clone().unwrap_or_default();
        return condition::draw(node, &when, place, Some(known)).into();
    }
    match &node.when {
        Some(when) if !when.is_empty() => condition::draw(node, when, place, None).into(),
        _ => shell(node).child(block(node, place)).into(),
    }
}

/// The cell of a slot that a block stands in: as wide as the block asks for, and gone at the
/// breakpoints where the block is left out.
pub(crate) fn shell(node: &Node) -> El {
    let cell = el("div", "pg-cell").flag("data-bleed", bleeds(node));
    let hidden = hidden(node);
    let cell = match hidden.is_empty() {
        true => cell,
        false => cell.attr("data-hidden", &hidden),
    };
    spans(node)
        .iter()
        .fold(cell, |cell, (name, columns)| cell.attr(name, columns))
}
