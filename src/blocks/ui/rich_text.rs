//! Rich text of the contract, drawn as elements and text nodes: nothing in it is ever markup.

use palier_contract::rich_text::{RichKind, RichNode};

use crate::dom::{Dom, El, el};

/// Draws `text`; its headings are at `level` of the page's outline.
#[must_use]
pub fn rich_text(text: &[RichNode], level: u8) -> El {
    el("div", "pl-rich")
        .attr("part", "rich-text")
        .child(nodes(text, level))
}

fn nodes(text: &[RichNode], level: u8) -> Vec<Dom> {
    text.iter().map(|one| node(one, level)).collect()
}

fn node(node: &RichNode, level: u8) -> Dom {
    let href = node.href.as_deref().filter(|href| is_safe(href));
    let element = match node.kind {
        RichKind::Paragraph => el("p", ""),
        RichKind::Heading => el("div", "pl-rich-heading")
            .attr("role", "heading")
            .attr("aria-level", &level.to_string()),
        RichKind::List => el("ul", ""),
        RichKind::OrderedList => el("ol", ""),
        RichKind::Item => el("li", ""),
        RichKind::Strong => el("strong", ""),
        RichKind::Emphasis => el("em", ""),
        RichKind::Link if href.is_some() => el("a", "").attr("href", href.unwrap_or_default()),
        // An unknown kind, or a link that leads where none may, is drawn as its plain text.
        RichKind::Link | RichKind::Text | RichKind::Unknown(_) => el("span", ""),
    };
    element
        .child(node.text.as_deref())
        .child(nodes(&node.children, level))
        .into()
}

/// What the contract allows: https, mailto, tel, or a path of the same site.
fn is_safe(href: &str) -> bool {
    let path = href.starts_with('/') && !href.starts_with("//");
    path || ["https://", "mailto:", "tel:"]
        .iter()
        .any(|scheme| href.starts_with(scheme))
}

#[cfg(test)]
mod tests {
    use super::is_safe;

    #[test]
    fn links_lead_only_where_the_contract_allows() {
        for href in [
            "https://a.example",
            "mailto:a@b.example",
            "tel:+331",
            "/docs/sizes",
        ] {
            assert!(is_safe(href), "{href}");
        }
        for href in [
            "javascript:alert(1)",
            "//evil.example",
            "http://a.example",
            "data:text/html,x",
            " https://x",
        ] {
            assert!(!is_safe(href), "{href}");
        }
    }
}
