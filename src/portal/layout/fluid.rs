//! Props that differ per breakpoint, as custom properties that the sheet chooses from by the
//! width of the slot: nothing is drawn anew, and nothing waits for a script.

use palier_contract::document::{BREAKPOINTS, Node};

use crate::dom::El;

/// A custom property that the sheet reads, and one for each breakpoint that it is chosen from.
pub(super) struct Axis(&'static str, [&'static str; 4]);

/// The first thing that varies in a block.
pub(super) const X: Axis = Axis(
    "--pg-x",
    ["--pg-x-base", "--pg-x-sm", "--pg-x-md", "--pg-x-lg"],
);
/// The second.
pub(super) const Y: Axis = Axis(
    "--pg-y",
    ["--pg-y-base", "--pg-y-sm", "--pg-y-md", "--pg-y-lg"],
);
/// The third.
pub(super) const Z: Axis = Axis(
    "--pg-z",
    ["--pg-z-base", "--pg-z-sm", "--pg-z-md", "--pg-z-lg"],
);

/// Puts what `node` says of the prop `name` on an axis of `el`. `css` gives the value that the
/// sheet reads for a word; it is asked for `""` where nothing is said.
pub(super) fn set(
    el: El,
    axis: &Axis,
    node: &Node,
    name: &str,
    css: fn(&str) -> &'static str,
) -> El {
    let values = values(node, name, css);
    let varies = values.windows(2).any(|pair| pair.first() != pair.last());
    if !varies {
        return el.attr(axis.0, values.first().copied().unwrap_or_default());
    }
    axis.1
        .iter()
        .zip(values)
        .fold(el.attr("data-fluid", ""), |el, (property, value)| {
            el.attr(property, value)
        })
}

/// The value at each of [`BREAKPOINTS`].
fn values(node: &Node, name: &str, css: fn(&str) -> &'static str) -> [&'static str; 4] {
    let mut values = [""; 4];
    for (value, breakpoint) in values.iter_mut().zip(BREAKPOINTS) {
        let said = node.prop_at(name, breakpoint);
        *value = css(said.and_then(|word| word.as_str()).unwrap_or_default());
    }
    values
}

/// Room, for a word of [`palier_contract::document::SPACES`]; a little for any other.
pub(super) fn space(word: &str) -> &'static str {
    match word {
        "none" => "0rem",
        "s" => "var(--pg-s)",
        "l" => "var(--pg-l)",
        "xl" => "var(--pg-xl)",
        _ => "var(--pg-m)",
    }
}

/// The side that content is held to.
pub(super) fn side(word: &str) -> &'static str {
    match word {
        "center" => "center",
        "end" => "end",
        "stretch" => "stretch",
        _ => "start",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use palier_contract::document::SPACES;

    #[test]
    fn what_is_said_of_a_breakpoint_holds_for_wider_ones() {
        let node: Node = serde_json::from_str(
            r#"{"id":"b1","type":"spacer","props":{"size":"l"},"at":{"md":{"size":"none"}}}"#,
        )
        .unwrap();
        let (l, none) = ("var(--pg-l)", "0rem");
        assert_eq!(values(&node, "size", space), [l, l, none, none]);
        assert_eq!(values(&node, "gap", space), ["var(--pg-m)"; 4]);
    }

    #[test]
    fn every_space_is_of_its_own_size() {
        let mut sizes: Vec<_> = SPACES.iter().map(|word| space(word)).collect();
        sizes.sort_unstable();
        sizes.dedup();
        assert_eq!(sizes.len(), SPACES.len());
    }
}
