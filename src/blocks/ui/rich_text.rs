//! Rich text of the contract, drawn as elements and text nodes: nothing in it is ever markup.

use palier_contract::document::is_safe_link;
use palier_contract::rich_text::{RichKind, RichNode};

use crate::dom::{Dom, El, el};

/// Draws `text`; its headings are at `level` of the page's outline.
#[must_use]
pub fn rich_text(text: &[RichNode], level: u8) -> El {
    el("div", "pl-rich").child(nodes(text, level))
}

fn nodes(text: &[RichNode], level: u8) -> Vec<Dom> {
    text.iter().map(|one| node(one, level)).collect()
}

fn node(node: &RichNode, level: u8) -> Dom {
    let href = node.href.as_deref().filter(|href| is_safe_link(href));
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
        RichKind::Link if href.is_some() => el("a", "")
            .attr("part", "link")
            .attr("href", href.unwrap_or_default()),
        // An unknown kind, or a link that leads where none may, is drawn as its plain text.
        RichKind::Link | RichKind::Text | RichKind::Unknown(_) => el("span", ""),
    };
    element
        .child(node.text.as_deref())
        .child(nodes(&node.children, level))
        .into()
}
