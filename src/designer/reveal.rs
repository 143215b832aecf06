//! The way from a finding to the field that mends it.

use palier_contract::ids::NodeId;
use wasm_bindgen::prelude::wasm_bindgen;

use super::session::Session;
use super::view::Panel;

#[wasm_bindgen(module = "/src/designer/reveal.js")]
extern "C" {
    #[wasm_bindgen(js_name = focusField)]
    fn focus_field(panel: &str, names: Vec<String>);
    /// Focuses the panel at the start: what had the focus in it is about to go.
    #[wasm_bindgen(js_name = focusPanel)]
    pub(super) fn focus_panel();
}

impl Session {
    /// Selects a block, opens what mends it and focuses the field that a JSON pointer of the
    /// document leads to; the panel itself where it has no such field. Without a block, the
    /// pointer is of the page or of its theme.
    ///
    /// Fields of properties say which they are with `data-field`, as `prop-items-0-alt`; those
    /// of the theme with `data-token`.
    pub(super) fn reveal(self, node: Option<&NodeId>, path: &str) {
        if let Some(token) = path.strip_prefix("/theme") {
            self.view.show(Panel::Theme);
            let token = token.strip_prefix("/tokens/").unwrap_or("scheme");
            return focus_field("left", vec![base(token).to_owned()]);
        }
        self.view.show_aside();
        self.select(node.cloned().into_iter().collect());
        focus_field("right", fields(path));
    }
}

/// A colour's token without the scheme that it is for.
fn base(token: &str) -> &str {
    let other = |suffix| token.strip_suffix(suffix);
    other("-dark").or_else(|| other("-light")).unwrap_or(token)
}

/// Names of fields, the closest first.
fn fields(path: &str) -> Vec<String> {
    let steps: Vec<&str> = path.split('/').skip(1).collect();
    let start = match steps.iter().rposition(|step| *step == "slots") {
        // A slot's name and the place in it.
        Some(at) => at.saturating_add(3),
        None => 0,
    };
    let own = steps.get(start..).unwrap_or_default();
    let (prefix, rest) = match own {
        ["root", _, rest @ ..] | rest => match rest {
            ["props", rest @ ..] | ["at", _, rest @ ..] => ("prop-", rest),
            rest => ("", rest),
        },
    };
    let lengths = (1..=rest.len()).rev();
    lengths
        .filter_map(|length| Some([prefix, &rest.get(..length)?.join("-")].concat()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{base, fields};

    #[test]
    fn the_closest_field_comes_first() {
        for (path, first, count) in [
            ("/root/0/props/alt", "prop-alt", 1),
            (
                "/root/2/slots/main/1/props/items/0/alt",
                "prop-items-0-alt",
                3,
            ),
            ("/root/0/at/md/count", "prop-count", 1),
            ("/root/0/span/md", "span-md", 2),
            ("/title/en", "title-en", 2),
        ] {
            let found = fields(path);
            assert_eq!(found.first().map(String::as_str), Some(first), "{path}");
            assert_eq!(found.len(), count, "{path}: {found:?}");
        }
    }

    #[test]
    fn both_schemes_have_one_field() {
        assert_eq!(base("color.ink-soft-dark"), "color.ink-soft");
        assert_eq!(base("color.ink-soft"), "color.ink-soft");
    }
}
