//! The block `rich-text`: words of the brand.

use palier_contract::document::Node;

use super::{Place, aligned, fluid};
use crate::dom::{El, el};
use crate::portal::{rich, words};

/// Draws it.
pub(super) fn draw(node: &Node, place: Place<'_>) -> El {
    let nodes = node.props.get("text");
    let nodes = nodes.map(|value| words::rich(value, place.locale));
    let prose = el("div", "pg-prose").child(rich::draw(&nodes.unwrap_or_default(), place.level));
    aligned(node, fluid::side).child(prose)
}
