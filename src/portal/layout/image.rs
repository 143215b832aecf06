//! The block `image`: a picture with its text alternative.

use palier_contract::document::Node;
use serde_json::Value;

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
    let href = prop(node, "href", place.locale);
    let is_decorative = node.props.get("decorative") == Some(&Value::Bool(true));
    // A link is called by what its picture shows.
    let alt = match is_decorative && href.is_empty() {
        true => String::new(),
        false => prop(node, "alt", place.locale),
    };
    let image = el("img", "pg-image")
        .attr("src", source)
        .attr("alt", &alt)
        .attr("loading", "lazy")
        .attr("data-fit", word(node, "fit", &["cover", "contain"]));
    let image = fluid::set(image, &fluid::X, node, "aspect", aspect);
    match rich::to(&href, "pg-framed") {
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
