//! The block `columns`: two slots side by side, one under the other where there is no room.

use palier_contract::document::Node;

use super::{Place, fluid, grid::grid};
use crate::dom::{El, el};

/// Draws it. The outer element is in the slot that the breakpoints are of; the inner one asks how
/// wide the outer one is.
pub(super) fn draw(node: &Node, place: Place<'_>) -> El {
    let sides = ["start", "end"].map(|name| grid(node, name, place));
    let slot = fluid::set(el("div", "pg-slot"), &fluid::X, node, "ratio", ratio);
    fluid::set(slot, &fluid::Y, node, "gap", fluid::space)
        .child(el("div", "pg-columns").child(Vec::from(sides)))
}

fn ratio(word: &str) -> &'static str {
    match word {
        "start-wide" => "minmax(0, 2fr) minmax(0, 1fr)",
        "end-wide" => "minmax(0, 1fr) minmax(0, 2fr)",
        _ => "minmax(0, 1fr) minmax(0, 1fr)",
    }
}
