//! Draws rich text: a typed tree, every word of it a text node.

use palier_contract::rich_text::{RichKind, RichNode};

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
    match node.href.as_deref().filter(|href| is_safe(href)) {
        Some(href) => el("a", "").attr("href", href).child(inside(node, level)),
        None => el("span", "").child(inside(node, level)),
    }
}

/// Whether a link of a document may be followed: https, mail, telephone, or this site.
fn is_safe(href: &str) -> bool {
    let lower = href.to_ascii_lowercase();
    ["https://", "mailto:", "tel:"]
        .iter()
        .any(|scheme| lower.starts_with(scheme))
        || is_local(href)
}

fn is_local(href: &str) -> bool {
    // Browsers read a backslash as a slash, and `//host` leads elsewhere.
    href.starts_with('/') && !href.starts_with("//") && !href.starts_with("/\\")
}

/// A picture of a document that may be shown: https or this site; empty otherwise.
pub(super) fn picture(src: &str) -> &str {
    if src.to_ascii_lowercase().starts_with("https://") || is_local(src) {
        src
    } else {
        ""
    }
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
        for href in [
            "https://example.org",
            "/p/guild",
            "mailto:a@example.org",
            "tel:+331",
        ] {
            assert!(is_safe(href), "{href}");
        }
        for href in [
            "javascript:alert(1)",
            "//elsewhere",
            "/\\elsewhere",
            "data:text/html,x",
            "http://x",
        ] {
            assert!(!is_safe(href), "{href}");
        }
    }
}
