//! The props of a block of a known type.

use serde_json::{Map, Value};

use super::Walk;
use crate::document::{
    BlockSchema, FindingCode, Node, PropKind, PropSchema,
    check::{self, Misfit, Why},
    finding::below,
};

impl<'a> Walk<'a> {
    pub(super) fn props(&mut self, node: &'a Node, schema: &BlockSchema, path: &str) {
        let props = below(path, "props");
        for prop in schema.props.iter().filter(|prop| prop.required) {
            let is_spared = prop.name == "alt" && is_decorative(node);
            if !node.props.contains_key(prop.name) && !is_spared {
                let message = format!("{} needs {}", schema.kind, prop.name);
                let code = or_alt(prop.name, FindingCode::PropMissing);
                self.report(Some(node), below(&props, prop.name), code, message);
            }
        }
        self.values(node, schema, &node.props, &props);
        for (breakpoint, props) in &node.at {
            let path = below(&below(path, "at"), breakpoint);
            for name in props.keys() {
                if schema.prop(name).is_some_and(|prop| !prop.responsive) {
                    let message = format!("{name} is the same at every width; it has no effect");
                    let path = below(&path, name);
                    self.report(Some(node), path, FindingCode::NotResponsive, message);
                }
            }
            self.values(node, schema, props, &path);
        }
    }

    fn values(
        &mut self,
        node: &'a Node,
        schema: &BlockSchema,
        props: &'a Map<String, Value>,
        path: &str,
    ) {
        for (name, value) in props {
            let path = below(path, name);
            let Some(prop) = schema.prop(name) else {
                let message = format!("{} has no {name}; it has no effect", schema.kind);
                self.report(Some(node), path, FindingCode::UnknownProp, message);
                continue;
            };
            let misfits = check::check(prop.kind, value, self.known.default_locale);
            let fits = misfits.is_empty();
            for misfit in misfits {
                self.misfit(node, prop, misfit, &path);
            }
            if fits {
                self.meaning(node, prop.kind, prop.name, value, &path);
            }
        }
    }

    fn misfit(&mut self, node: &Node, prop: &PropSchema, misfit: Misfit, path: &str) {
        if prop.name == "alt" && matches!(misfit.why, Why::NoText) && is_decorative(node) {
            return;
        }
        let name = misfit.field.unwrap_or(prop.name);
        let locale = self.known.default_locale;
        let (code, message) = match misfit.why {
            Why::Expected(what) => (FindingCode::PropInvalid, format!("{name} should be {what}")),
            Why::NoText => (
                or_alt(name, FindingCode::TextMissing),
                format!("{name} has no text in {locale}; write one"),
            ),
            Why::Missing(field) => (
                or_alt(field, FindingCode::PropMissing),
                format!("{} needs {field}", prop.name),
            ),
            Why::Unknown(field) => (
                FindingCode::UnknownProp,
                format!("{} has no {field}; it has no effect", prop.name),
            ),
        };
        let path = format!("{path}{}", misfit.at);
        self.report(Some(node), path, code, message);
    }

    /// Of a value that is well formed: whether what it names is there.
    fn meaning(
        &mut self,
        node: &'a Node,
        kind: PropKind,
        name: &str,
        value: &'a Value,
        path: &str,
    ) {
        match (kind, value) {
            (PropKind::Texts | PropKind::RichTexts, Value::Object(texts)) => {
                let says = |locale: &str| texts.get(locale).is_some_and(check::is_filled);
                if let Some(message) = self.untranslated(name, says) {
                    let code = FindingCode::TranslationMissing;
                    self.report(Some(node), path.to_owned(), code, message);
                }
            }
            (PropKind::Reference(kind), Value::String(id)) => {
                self.reference(node, kind, id, path.to_owned());
            }
            (PropKind::Anchor, Value::String(anchor)) => self.anchor(node, anchor, path),
            (PropKind::Link, Value::String(link)) => self.link(node, link, path),
            (PropKind::List { of, .. }, Value::Array(items)) => {
                for (index, item) in items.iter().enumerate() {
                    self.fields(node, of, item, &format!("{path}/{index}"));
                }
            }
            (PropKind::Object(of), fields) => self.fields(node, of, fields, path),
            _ => {}
        }
    }

    fn fields(&mut self, node: &'a Node, of: &[PropSchema], fields: &'a Value, path: &str) {
        for schema in of {
            if let Some(value) = fields.get(schema.name) {
                let path = below(path, schema.name);
                self.meaning(node, schema.kind, schema.name, value, &path);
            }
        }
    }
}

/// Whether a picture says nothing that the text around it does not (WCAG 2.2, 1.1.1); one that leads
/// somewhere says where.
fn is_decorative(node: &Node) -> bool {
    let leads = node.props.get("href").is_some_and(check::is_filled);
    node.props.get("decorative") == Some(&Value::Bool(true)) && !leads
}

/// A missing text alternative is told apart: it is what people with screen readers miss most.
fn or_alt(name: &str, code: FindingCode) -> FindingCode {
    match name {
        "alt" => FindingCode::AltMissing,
        _ => code,
    }
}
