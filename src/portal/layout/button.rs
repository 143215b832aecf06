//! The block `button`: a link that looks like a button.

use palier_contract::document::Node;

use super::{Place, aligned, fluid, prop, word};
use crate::dom::{El, el};
use crate::portal::rich;

/// Draws it. A link that may not be followed is none: it is left out, and on the designer's
/// canvas shown without its way.
pub(super) fn draw(node: &Node, place: Place<'_>) -> El {
    let class = match word(node, "look", &["primary", "secondary", "quiet"]) {
        "secondary" => "pl-button",
        "quiet" => "pl-button pl-quiet",
        _ => "pl-button pl-primary",
    };
    let label = prop(node, "label", place.locale);
    let link = rich::to(&prop(node, "href", place.locale), class);
    let link = link.or_else(|| place.hollow.then(|| el("span", class)));
    aligned(node, fluid::side).child(
        link.filter(|_| !label.is_empty())
            .map(|link| link.text(&label)),
    )
}
