//! The texts of a block that can stand on the page, in the language that the page is shown in.

use palier_contract::document::{PropKind, PropSchema};
use palier_contract::ids::NodeId;
use palier_edit::Op;
use serde_json::Value;

use crate::designer::properties::path::{self, Step};
use crate::designer::session::Session;

/// One text.
#[derive(Clone, Debug)]
pub(super) struct Text {
    pub(super) id: NodeId,
    pub(super) prop: &'static str,
    /// The field that it is in.
    pub(super) field: PropSchema,
    /// Where in the prop, the language included.
    pub(super) path: Vec<Step>,
    pub(super) value: Value,
    pub(super) is_rich: bool,
    /// Its words, as they stand on the page.
    pub(super) plain: String,
}

impl Text {
    /// The op that puts another value in place of the whole prop.
    pub(super) fn op(&self, value: Option<Value>) -> Op {
        Op::SetProp {
            id: self.id.clone(),
            name: self.prop.to_owned(),
            breakpoint: None,
            value,
        }
    }
}

/// Every text of a block that says something.
pub(super) fn of(session: Session, id: &NodeId) -> Vec<Text> {
    let locale = session.view.stage.locale();
    session.read(|tree, rules| {
        let Some(entry) = tree.node(id) else {
            return Vec::new();
        };
        let Some(schema) = rules.block(&entry.node.kind) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for prop in schema.props {
            if let Some(value) = entry.node.props.get(prop.name) {
                let mut walk = Walk {
                    id,
                    prop: prop.name,
                    locale: &locale,
                    found: &mut found,
                };
                walk.value(prop, value, &mut Vec::new());
            }
        }
        found
    })
}

struct Walk<'a> {
    id: &'a NodeId,
    prop: &'static str,
    locale: &'a str,
    found: &'a mut Vec<Text>,
}

impl Walk<'_> {
    fn value(&mut self, schema: &PropSchema, value: &Value, path: &mut Vec<Step>) {
        match schema.kind {
            PropKind::Texts => self.text(schema, value, path, false),
            PropKind::RichTexts => self.text(schema, value, path, true),
            PropKind::Object(of) => self.fields(of, value, path),
            PropKind::List { of, .. } => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    path.push(Step::Item(index));
                    self.fields(of, item, path);
                    path.pop();
                }
            }
            _ => {}
        }
    }

    fn fields(&mut self, of: &[PropSchema], value: &Value, path: &mut Vec<Step>) {
        for schema in of {
            if let Some(value) = value.get(schema.name) {
                path.push(schema.name.into());
                self.value(schema, value, path);
                path.pop();
            }
        }
    }

    fn text(&mut self, schema: &PropSchema, value: &Value, path: &[Step], is_rich: bool) {
        let Some(texts) = value.as_object() else {
            return;
        };
        let language = self.locale.split('-').next().unwrap_or_default();
        let nearest = [self.locale, language, "en"].into_iter();
        let tag = nearest
            .map(str::to_owned)
            .find(|tag| texts.contains_key(tag));
        let Some(tag) = tag.or_else(|| texts.keys().next().cloned()) else {
            return;
        };
        let mut place = path.to_vec();
        place.push(tag.as_str().into());
        let Some(value) = path::get(value, place.get(path.len()..).unwrap_or_default()) else {
            return;
        };
        let mut plain = String::new();
        words(value, &mut plain);
        if !plain.trim().is_empty() {
            self.found.push(Text {
                id: self.id.clone(),
                prop: self.prop,
                field: *schema,
                path: place,
                value: value.clone(),
                is_rich,
                plain,
            });
        }
    }
}

/// The words of a text, plain or rich.
fn words(value: &Value, into: &mut String) {
    match value {
        Value::String(text) => into.push_str(text),
        Value::Array(nodes) => nodes.iter().for_each(|node| words(node, into)),
        Value::Object(node) => {
            for part in ["text", "children"] {
                if let Some(value) = node.get(part) {
                    words(value, into);
                }
            }
        }
        _ => {}
    }
}
