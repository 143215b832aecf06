//! The block `spacer`: room between two blocks.

use palier_contract::document::Node;

use super::fluid;
use crate::dom::{El, el};

/// Draws it.
pub(super) fn draw(node: &Node) -> El {
    fluid::set(
        el("div", "pg-spacer"),
        &fluid::X,
        node,
        "size",
        fluid::space,
    )
}
