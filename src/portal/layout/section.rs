//! The block `section`: a titled stretch of the page.

use palier_contract::document::Node;

use super::{Place, anchor, fluid, grid::grid, prop, word};
use crate::dom::{El, el};
use crate::portal::rich;

const BACKGROUNDS: &[&str] = &["none", "tint", "surface", "accent"];

/// Draws it.
pub(super) fn draw(node: &Node, place: Place<'_>) -> El {
    let title = prop(node, "title", place.locale);
    // Below another heading it is smaller, whatever the level that the page begins with.
    let inner = place.level > place.top.saturating_add(1);
    let head = (!title.is_empty()).then(|| {
        rich::heading(place.level, "pg-heading")
            .flag("data-inner", inner)
            .text(&title)
    });
    let background = word(node, "background", BACKGROUNDS);
    let padding = match background {
        "none" => bare,
        _ => fluid::space,
    };
    let section = el("section", "pg-section").attr("data-background", background);
    fluid::set(
        anchor::set(section, node),
        &fluid::X,
        node,
        "padding",
        padding,
    )
    .child(head)
    .child(grid(node, "main", place))
}

/// Without a background, nothing needs room to its edges.
fn bare(word: &str) -> &'static str {
    match word {
        "" => "0rem",
        word => fluid::space(word),
    }
}
