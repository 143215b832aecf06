//! The texts of a block that can stand on the page, in the language that the page is shown in.

use palier_contract::document::{PropKind, PropSchema};
use palier_contract::ids::NodeId;
use palier_edit::Op;
use serde_json::Value;

use crate::designer::properties::path::Step;
use crate::designer::session::Session;

/// One text.
#[derive(Clone, Debug)]
pub(super) struct Text {
    pub(super) id: NodeId,
    pub(super) prop: &'static str,
    /// The field that it is in.
    pub(super) field: PropSchema,
    /// Where in the prop it is written, the language included.
    pub(super) path: Vec<Step>,
    /// What stands on the page: of another language, where this one has no text yet.
    pub(super) value: Value,
    /// What is written at `path`.
    pub(super) own: Option<Value>,
    pub(super) is_rich: bool,
    /// Whether it has a place on the canvas even without words: see `canvas.css`.
    pub(super) is_needed: bool,
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

/// Every text of a block that says something, and those that have a place without words.
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
        let nothing = Value::Object(serde_json::Map::new());
        for prop in schema.props {
            let value = entry.node.props.get(prop.name);
            let is_needed = prop.required || prop.invites;
            // It can be written where it is not there yet.
            if let Some(value) = value.or_else(|| is_needed.then_some(&nothing)) {
                let mut walk = Walk {
                    id,
                    prop: prop.name,
                    is_needed,
                    locale: &locale,
                    locales: &rules.locales,
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
    is_needed: bool,
    locale: &'a str,
    locales: &'a [String],
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
        let shown = nearest.filter_map(|tag| texts.get_key_value(tag)).next();
        let shown = shown.or_else(|| texts.iter().next());
        let shown = shown.map(|(tag, value)| (tag.as_str(), value));
        let first = self.locales.first().map_or(self.locale, String::as_str);
        let (tag, value) = shown.unwrap_or((first, &Value::Null));
        // What is typed is of the language that is shown, whatever stood in for it.
        let spoken = [self.locale, language].into_iter();
        let mut spoken = spoken.filter(|tag| self.locales.iter().any(|known| known == tag));
        let tag = spoken.next().unwrap_or(tag);
        let own = texts.get(tag).cloned();
        let mut place = path.to_vec();
        place.push(tag.into());
        let mut plain = String::new();
        words(value, &mut plain);
        let is_needed = self.is_needed && path.is_empty();
        if is_needed || !plain.trim().is_empty() {
            self.found.push(Text {
                id: self.id.clone(),
                prop: self.prop,
                field: *schema,
                path: place,
                value: value.clone(),
                own,
                is_rich,
                is_needed,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::designer::properties::path;
    use palier_contract::document::blocks;
    use serde_json::json;

    /// Where the title would be written, what stands there, and what is written there.
    fn title(locale: &str, value: &Value) -> (String, Value, Option<Value>) {
        let hero = blocks::ALL.iter().find(|block| block.kind == "hero");
        let schema = hero.and_then(|hero| hero.prop("title")).unwrap();
        let mut found = Vec::new();
        let mut walk = Walk {
            id: &NodeId::from("b1"),
            prop: "title",
            is_needed: true,
            locale,
            locales: &["en".to_owned(), "fr".to_owned()],
            found: &mut found,
        };
        walk.value(schema, value, &mut Vec::new());
        let text = found.remove(0);
        (path::pointer(&text.path), text.value, text.own)
    }

    #[test]
    fn what_is_typed_is_of_the_language_that_is_shown() {
        let both = json!({ "en": "Club", "fr": "Le club" });
        let found = title("fr", &both);
        assert_eq!(
            found,
            ("/fr".into(), json!("Le club"), Some(json!("Le club")))
        );
        // What stands in for a text that is not there is not written over.
        let english = json!({ "en": "Club" });
        assert_eq!(title("fr", &english), ("/fr".into(), json!("Club"), None));
        let region = title("fr-CA", &english);
        assert_eq!(region, ("/fr".into(), json!("Club"), None));
        // A language that only checks is none of the programme's.
        let checked = title("ar", &english);
        assert_eq!(checked, ("/en".into(), json!("Club"), Some(json!("Club"))));
    }
}
