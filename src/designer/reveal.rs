//! The way from a finding to the field that mends it.

use palier_contract::document::{PropKind, PropSchema};
use palier_contract::ids::NodeId;
use palier_edit::{Rules, SlotRef, Tree};
use serde_json::Value;
use wasm_bindgen::prelude::wasm_bindgen;

use super::properties::text::is_filled;
use super::session::Session;
use super::view::Panel;

#[wasm_bindgen(module = "/src/designer/reveal.js")]
extern "C" {
    #[wasm_bindgen(js_name = focusField)]
    fn focus_field(panel: &str, names: Vec<String>, locale: Option<String>);
    /// Focuses the button that adds a block to an empty slot, once it is drawn.
    #[wasm_bindgen(js_name = focusAdder)]
    fn focus_adder(node: &str, slot: &str);
    /// Focuses the panel at the start: what had the focus in it is about to go.
    #[wasm_bindgen(js_name = focusTitle)]
    pub(super) fn focus_title();
    #[wasm_bindgen(js_name = focusPanel)]
    pub(super) fn focus_panel();
}

impl Session {
    /// Selects a block, opens what mends it and focuses the field that a JSON pointer of the
    /// document leads to; the panel itself where it has no such field. Without a block, the
    /// pointer is of the page or of its theme.
    ///
    /// Fields of properties say which they are with `data-field`, as `prop-items-0-alt`; those
    /// of the theme with `data-token`. A text is shown in the first language that it lacks.
    pub(super) fn reveal(self, node: Option<&NodeId>, path: &str) {
        if let Some(token) = path.strip_prefix("/theme") {
            self.view.show(Panel::Theme);
            let token = token.strip_prefix("/tokens/").unwrap_or("scheme");
            return focus_field("left", vec![base(token).to_owned()], None);
        }
        self.select(node.cloned().into_iter().collect());
        if let Some(id) = node {
            super::canvas::scroll_to_block(id.as_str());
            if self.reveal_slot(id, path) {
                return;
            }
        }
        self.view.show_aside();
        let lacking = self.read(|tree, rules| lacking(tree, rules, node, &own(path)));
        focus_field("right", fields(path), lacking);
    }
}

impl Session {
    /// Shows the slot that a pointer ends with and focuses what adds a block there; whether it
    /// ends with one that is to be filled.
    fn reveal_slot(self, id: &NodeId, path: &str) -> bool {
        let found = self.read(|tree, rules| {
            let block = rules.block(&tree.node(id)?.node.kind)?;
            let (index, slot) = super::problems::slot(path, block)?;
            let is_empty = tree.children(&SlotRef::of(id, slot.name)).is_empty();
            is_empty.then_some((index, slot.name))
        });
        if let Some((index, name)) = found {
            self.show_part(id, index);
            focus_adder(id.as_str(), name);
        }
        found.is_some()
    }
}

/// Opens the properties of what is selected, and focuses their panel.
pub(super) fn properties(session: Session) {
    session.view.show_aside();
    focus_field("right", Vec::new(), None);
}

/// A colour's token without the scheme that it is for.
fn base(token: &str) -> &str {
    let other = |suffix| token.strip_suffix(suffix);
    other("-dark").or_else(|| other("-light")).unwrap_or(token)
}

/// The steps of a pointer within the innermost block that it leads through.
fn own(path: &str) -> Vec<&str> {
    let steps: Vec<&str> = path.split('/').skip(1).collect();
    let start = match steps.iter().rposition(|step| *step == "slots") {
        // A slot's name and the place in it.
        Some(at) => at.saturating_add(3),
        None => 0,
    };
    match steps.get(start..).unwrap_or_default() {
        ["root", _, rest @ ..] | rest => rest.to_vec(),
    }
}

/// Names of fields, the closest first.
fn fields(path: &str) -> Vec<String> {
    let own = own(path);
    let (prefix, rest) = match own.as_slice() {
        ["props", rest @ ..] | ["at", _, rest @ ..] => ("prop-", rest),
        ["span", ..] => return vec!["prop-width".to_owned()],
        ["hidden", ..] => return vec!["prop-hidden".to_owned()],
        ["lock", ..] => return vec!["prop-lock".to_owned()],
        ["when"] => return vec!["when-audience".to_owned()],
        // Its fields have a row per language.
        ["title", ..] => return vec!["page-title".to_owned()],
        rest => ("", rest),
    };
    let lengths = (1..=rest.len()).rev();
    lengths
        .filter_map(|length| Some([prefix, &rest.get(..length)?.join("-")].concat()))
        .collect()
}

/// The first language of the programme that the text there lacks; `None` for what is no text.
fn lacking(tree: &Tree, rules: &Rules, node: Option<&NodeId>, own: &[&str]) -> Option<String> {
    let node = &tree.node(node?)?.node;
    let (props, steps) = match own {
        ["props", steps @ ..] => (&node.props, steps),
        ["at", breakpoint, steps @ ..] => (node.at.get(breakpoint)?, steps),
        _ => return None,
    };
    let (name, within) = steps.split_first()?;
    let value = text_at(
        rules.block(&node.kind)?.prop(name)?,
        props.get(*name),
        within,
    )?;
    let says = |locale: &String| is_filled(value.and_then(|texts| texts.get(locale)));
    rules.locales.iter().find(|locale| !says(locale)).cloned()
}

/// What a text has in its languages, `Some(None)` where it is not there at all; `None` for what
/// is no text.
fn text_at<'v>(
    prop: &PropSchema,
    value: Option<&'v Value>,
    steps: &[&str],
) -> Option<Option<&'v Value>> {
    let field = |of: &'static [PropSchema], value: Option<&'v Value>, steps: &[&str]| {
        let (name, rest) = steps.split_first()?;
        let prop = of.iter().find(|prop| prop.name == *name)?;
        text_at(prop, value.and_then(|value| value.get(name)), rest)
    };
    match prop.kind {
        PropKind::Texts | PropKind::RichTexts => Some(value),
        PropKind::Object(of) => field(of, value, steps),
        PropKind::List { of, .. } => {
            let (index, rest) = steps.split_first()?;
            let item = value.and_then(|items| items.get(index.parse::<usize>().ok()?));
            field(of, item, rest)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use palier_contract::ids::NodeId;
    use palier_edit::{Role, Rules, Tree};

    use super::{base, fields, lacking, own};

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
            ("/root/0/span/md", "prop-width", 1),
            ("/root/0/hidden/lg", "prop-hidden", 1),
            ("/root/0/lock/0", "prop-lock", 1),
            ("/root/0/when/until", "when-until", 2),
            ("/root/0/when/audience/0", "when-audience-0", 3),
            ("/title/en", "page-title", 1),
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

    #[test]
    fn a_text_leads_to_the_first_language_that_it_lacks() {
        let json = r#"{"schema":1,"id":"p","title":{},"root":[
            {"id":"h","type":"hero","v":1,"props":{"title":{"en":"A"},"button":{"label":{"fr":"B"}}}},
            {"id":"t","type":"tabs","v":1,"props":{"labels":[{"text":{"en":"A","fr":"B"}},{}]}}]}"#;
        let tree = Tree::new(serde_json::from_str(json).unwrap()).unwrap();
        let mut rules = Rules::new(Role::Admin);
        rules.locales = vec!["en".to_owned(), "fr".to_owned()];
        for (id, path, expected) in [
            ("h", "/root/0/props/title", Some("fr")),
            ("h", "/root/0/props/button/label", Some("en")),
            ("h", "/root/0/props/text", Some("en")),
            ("h", "/root/0/props/image/src", None),
            ("h", "/root/0/span/md", None),
            ("t", "/root/1/props/labels/0/text", None),
            ("t", "/root/1/props/labels/1/text", Some("en")),
        ] {
            let found = lacking(&tree, &rules, Some(&NodeId::from(id)), &own(path));
            assert_eq!(found.as_deref(), expected, "{path}");
        }
    }
}
