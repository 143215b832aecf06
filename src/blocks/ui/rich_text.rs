//! Rich text of the contract, drawn as elements and text nodes: nothing in it is ever markup.

use leptos::prelude::*;
use palier_contract::rich_text::{RichKind, RichNode};

const SCOPE: &str = "palier-ui";

/// Draws `text`; its headings are at `level` of the page's outline.
pub fn rich_text(text: &[RichNode], level: u8) -> AnyView {
    let scope = SCOPE;
    view! { class = scope, <div class="pl-rich" part="rich-text">{nodes(text, level)}</div> }
        .into_any()
}

fn nodes(text: &[RichNode], level: u8) -> Vec<AnyView> {
    text.iter().map(|one| node(one, level)).collect()
}

fn node(node: &RichNode, level: u8) -> AnyView {
    let scope = SCOPE;
    let words = node.text.clone();
    let inner = nodes(&node.children, level);
    match node.kind {
        RichKind::Paragraph => view! { class = scope, <p>{words}{inner}</p> }.into_any(),
        RichKind::Heading => view! { class = scope,
            <div class="pl-rich-heading" role="heading" attr:aria-level=level.to_string()>{words}{inner}</div>
        }
        .into_any(),
        RichKind::List => view! { class = scope, <ul>{inner}</ul> }.into_any(),
        RichKind::OrderedList => view! { class = scope, <ol>{inner}</ol> }.into_any(),
        RichKind::Item => view! { class = scope, <li>{words}{inner}</li> }.into_any(),
        RichKind::Strong => view! { class = scope, <strong>{words}{inner}</strong> }.into_any(),
        RichKind::Emphasis => view! { class = scope, <em>{words}{inner}</em> }.into_any(),
        RichKind::Link => match node.href.clone().filter(|href| is_safe(href)) {
            Some(href) => view! { class = scope, <a href=href>{words}{inner}</a> }.into_any(),
            None => (words, inner).into_any(),
        },
        // An unknown kind is drawn as its plain text.
        RichKind::Text | RichKind::Unknown(_) => (words, inner).into_any(),
    }
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
