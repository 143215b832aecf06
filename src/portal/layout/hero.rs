//! The block `hero`: a banner with a picture, a title and a button. The first one that everybody
//! sees holds the page's main heading.

use palier_contract::document::Node;
use serde_json::Value;
use web_sys::Element;

use super::{Place, fluid, prop};
use crate::dom::{self, El, el};
use crate::portal::rich::{self, picture};
use crate::portal::words;

/// Draws it.
pub(super) fn draw(node: &Node, place: Place<'_>) -> El {
    let text = prop(node, "text", place.locale);
    let source = prop(node, "image", place.locale);
    let image = Some(picture(&source)).filter(|source| !source.is_empty());
    let words = el("div", "pg-hero-words")
        .child(heading(&prop(node, "title", place.locale), place))
        .child(el("p", "pg-hero-text").text(&text))
        .child(button(node, place));
    let hero = fluid::set(el("div", "pg-hero"), &fluid::X, node, "align", fluid::side);
    let hero = fluid::set(hero, &fluid::Y, node, "height", height);
    fluid::set(hero, &fluid::Z, node, "align", centred)
        .flag("data-picture", image.is_some())
        .child(image.map(|source| {
            el("img", "pg-hero-picture")
                .attr("src", source)
                .attr("alt", "")
                .attr("fetchpriority", "high")
        }))
        .child(el("div", "pg-hero-inside").child(words))
}

/// The page's main heading, or one like it where that is another's. After a navigation the main
/// heading takes the focus.
pub(super) fn heading(title: &str, place: Place<'_>) -> El {
    let (level, arrived) = match place.headed {
        true => (place.level, false),
        false => (place.top, place.arrived),
    };
    rich::heading(level, "pg-title")
        .text(title)
        .node(move |element: Element| {
            if arrived {
                dom::focus(&element);
            }
        })
}

fn button(node: &Node, place: Place<'_>) -> Option<El> {
    let button = node.props.get("button")?;
    let said = |name| {
        let value: Option<&Value> = button.get(name);
        value.and_then(|value| words::attribute(value, place.locale))
    };
    let label = said("label").filter(|label| !label.is_empty())?;
    let link = rich::to(&said("href")?, "pl-button pl-primary pg-hero-button")?;
    Some(link.text(&label))
}

fn height(word: &str) -> &'static str {
    match word {
        "compact" => "0.7",
        "tall" => "1.4",
        _ => "1",
    }
}

/// 1 where the words stand in the middle, as a factor for the sheet.
fn centred(word: &str) -> &'static str {
    match word {
        "center" => "1",
        _ => "0",
    }
}
