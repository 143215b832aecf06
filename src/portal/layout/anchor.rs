//! Links to places of the same page; see `anchor.js`.

use palier_contract::document::{Node, is_anchor};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, Event};

use crate::dom::El;

#[wasm_bindgen(module = "/src/portal/layout/anchor.js")]
extern "C" {
    /// Follows a link to a place of the same tree, which a browser does not within a shadow root.
    pub(super) fn follow(event: &Event);
    /// Goes to the place that the page's address names, once `page` is drawn.
    pub(super) fn arrive(page: &Element);
}

/// Makes `el` the place that links name by the node's prop `anchor`.
pub(super) fn set(el: El, node: &Node) -> El {
    match of(node) {
        Some(name) => el.attr("id", name),
        None => el,
    }
}

/// Whether a link of the page may lead into one of `nodes`.
pub(super) fn within(nodes: &[Node]) -> bool {
    nodes
        .iter()
        .any(|node| of(node).is_some() || node.slots.values().any(|nodes| within(nodes)))
}

fn of(node: &Node) -> Option<&str> {
    let name = node.props.get("anchor")?.as_str()?;
    is_anchor(name).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn places_are_found_however_deep() {
        for (nodes, expected) in [
            ("[]", false),
            (
                r#"[{"id":"b1","type":"section","props":{"anchor":"a b"}}]"#,
                false,
            ),
            (
                r#"[{"id":"b1","type":"section","slots":{"main":[{"id":"b2","type":"section","props":{"anchor":"here"}}]}}]"#,
                true,
            ),
        ] {
            assert_eq!(
                within(&serde_json::from_str::<Vec<_>>(nodes).unwrap()),
                expected,
                "{nodes}"
            );
        }
    }
}
