//! The block `image`: a picture with its text alternative.

use palier_contract::document::Node;

use super::{Place, fluid, prop, word};
use crate::dom::{self, Dom, el};
use crate::portal::rich::{self, picture};

/// Draws it; nothing where its address may not be loaded from.
pub(super) fn draw(node: &Node, place: Place<'_>) -> Dom {
    let source = prop(node, "src", place.locale);
    let source = picture(&source);
    if source.is_empty() {
        return dom::nothing();
    }
    let image = el("img", "pg-image")
        .attr("src", source)
        .attr("alt", &prop(node, "alt", place.locale))
        .attr("loading", "lazy")
        .attr("data-fit", word(node, "fit", &["cover", "contain"]));
    let image = fluid::set(image, &fluid::X, node, "aspect", aspect);
    match rich::to(&prop(node, "href", place.locale), "pg-framed") {
        Some(link) => link.child(image).into(),
        None => image.into(),
    }
}

fn aspect(word: &str) -> &'static str {
    match word {
        "square" => "1",
        "landscape" => "3 / 2",
        "portrait" => "3 / 4",
        "wide" => "21 / 9",
        _ => "auto",
    }
}
