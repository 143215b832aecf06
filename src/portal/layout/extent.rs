//! How far a block reaches in its slot, per breakpoint.

use palier_contract::document::{BREAKPOINTS, Node};

/// Whether a block of the page runs from edge to edge.
pub(crate) fn bleeds(node: &Node) -> bool {
    let background = node.props.get("background");
    let background = background.and_then(|word| word.as_str());
    let band = node.kind == "section" && matches!(background, Some("tint" | "accent"));
    node.kind == "hero" || band
}

/// Columns of twelve per breakpoint, as the custom properties that the sheet reads.
pub(crate) fn spans(node: &Node) -> [(&'static str, String); 4] {
    [
        ("--pg-base", "base"),
        ("--pg-sm", "sm"),
        ("--pg-md", "md"),
        ("--pg-lg", "lg"),
    ]
    .map(|(property, breakpoint)| (property, node.span_at(breakpoint).to_string()))
}

/// Every breakpoint at which the block is left out, by name.
pub(crate) fn hidden(node: &Node) -> String {
    let hidden = BREAKPOINTS.iter().filter(|at| node.is_hidden_at(at));
    hidden.copied().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(json: &str) -> Node {
        serde_json::from_str(&format!(r#"{{"id":"b1","type":"image",{json}}}"#)).unwrap()
    }

    #[test]
    fn what_is_hidden_stays_so_until_a_wider_breakpoint_says_otherwise() {
        for (said, expected) in [
            (r#""v":1"#, ""),
            (r#""hidden":{"base":true}"#, "base sm md lg"),
            (r#""hidden":{"base":true,"md":false}"#, "base sm"),
            (r#""hidden":{"sm":true,"md":false,"lg":true}"#, "sm lg"),
            (r#""hidden":{"xl":true}"#, ""),
        ] {
            assert_eq!(hidden(&node(said)), expected, "{said}");
        }
    }

    #[test]
    fn a_width_holds_until_a_wider_breakpoint_says_otherwise() {
        for (said, expected) in [
            (r#""v":1"#, ["12", "12", "12", "12"]),
            (r#""span":{"base":12,"md":7}"#, ["12", "12", "7", "7"]),
            (r#""span":{"sm":6,"lg":4}"#, ["12", "6", "6", "4"]),
            (r#""span":{"base":0,"md":90}"#, ["1", "1", "12", "12"]),
        ] {
            assert_eq!(
                spans(&node(said)).map(|(_, columns)| columns),
                expected,
                "{said}"
            );
        }
    }

    #[test]
    fn heroes_and_bands_run_from_edge_to_edge() {
        for (block, expected) in [
            (r#"{"id":"b1","type":"hero"}"#, true),
            (r#"{"id":"b1","type":"section"}"#, false),
            (
                r#"{"id":"b1","type":"section","props":{"background":"tint"}}"#,
                true,
            ),
            (
                r#"{"id":"b1","type":"section","props":{"background":"surface"}}"#,
                false,
            ),
        ] {
            assert_eq!(
                bleeds(&serde_json::from_str(block).unwrap()),
                expected,
                "{block}"
            );
        }
    }
}
