//! Draws rich text: a typed tree, every word of it a text node.

use palier_contract::document::{is_safe_link, is_safe_media};
use palier_contract::rich_text::{RichKind, RichNode};

use super::route::Route;
use crate::dom::{Dom, El, el};

/// Draws `nodes`; headings get `level`.
pub(super) fn draw(nodes: &[RichNode], level: u8) -> Vec<Dom> {
    nodes.iter().map(|node| one(node, level).into()).collect()
}

fn one(node: &RichNode, level: u8) -> El {
    let (tag, class) = match node.kind {
        RichKind::Paragraph => ("p", ""),
        RichKind::Heading => return heading(level, "pg-subtitle").child(inside(node, level)),
        RichKind::List => ("ul", ""),
        RichKind::OrderedList => ("ol", ""),
        RichKind::Item => ("li", ""),
        RichKind::Strong => ("strong", ""),
        RichKind::Emphasis => ("em", ""),
        RichKind::Link => return link(node, level),
        _ => ("span", ""),
    };
    el(tag, class).child(inside(node, level))
}

fn inside(node: &RichNode, level: u8) -> Vec<Dom> {
    let own = node.text.as_deref().map(Dom::from);
    own.into_iter().chain(draw(&node.children, level)).collect()
}

fn link(node: &RichNode, level: u8) -> El {
    let link = node.href.as_deref().and_then(|href| to(href, ""));
    let link = link.unwrap_or_else(|| el("span", ""));
    link.child(inside(node, level))
}

/// A link that leads to `href`; `None` when it may not be followed.
pub(super) fn to(href: &str, class: &str) -> Option<El> {
    let within = matches!(Route::of(href), Route::Portal(_));
    is_safe_link(href).then(|| el("a", class).attr("href", href).flag("data-route", within))
}

/// A picture of a document that may be shown; empty otherwise.
pub(super) fn picture(src: &str) -> &str {
    if is_safe_media(src) { src } else { "" }
}

/// A heading of that level.
pub(super) fn heading(level: u8, class: &str) -> El {
    el(
        match level {
            0 | 1 => "h1",
            2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        },
        class,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_safe_links_are_links() {
        for (href, expected) in [
            ("https://example.org", true),
            ("#here", true),
            ("javascript:alert(1)", false),
            ("/\t/elsewhere", false),
        ] {
            assert_eq!(to(href, "").is_some(), expected, "{href:?}");
        }
    }

    #[test]
    fn only_links_to_other_portals_stay_on_the_page() {
        for (href, expected) in [
            ("/p/guild", true),
            ("/p/guild#here", false),
            ("/docs/", false),
            ("https://example.org/p/guild", false),
        ] {
            let spelt = format!("{:?}", to(href, "").unwrap());
            assert_eq!(spelt.contains("data-route"), expected, "{href}");
        }
    }
}
