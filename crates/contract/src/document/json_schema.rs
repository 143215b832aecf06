//! JSON Schema (2020-12) of the portal document, for editors and other languages.

use serde_json::{Map, Value, json};
use utoipa::{PartialSchema, ToSchema};

use super::{BlockSchema, PortalDocument, PropKind, PropSchema, SPACES};
use crate::openapi::repairs::repair;

const ANCHOR: &str = "^[A-Za-z][A-Za-z0-9-]*$";
const LINK: &str = "^(https://|mailto:|tel:|/(?!/)|#[A-Za-z][A-Za-z0-9-]*$)";

/// The schema of documents made of `known` blocks. Unknown blocks, props and keys pass: only
/// what is known is checked.
///
/// # Errors
/// When a schema cannot be written as JSON.
pub fn json_schema(known: &[BlockSchema]) -> Result<Value, serde_json::Error> {
    let mut parts = Vec::new();
    PortalDocument::schemas(&mut parts);
    let mut definitions = Map::new();
    for (name, part) in parts {
        definitions.insert(name, serde_json::to_value(part)?);
    }
    let mut definitions = Value::Object(definitions);
    repair(&mut definitions);
    let mut schema = serde_json::to_value(PortalDocument::schema())?;
    repair(&mut schema);
    let rules: Vec<Value> = known.iter().map(rule).collect();
    if let Some(node) = definitions.get_mut("Node").and_then(Value::as_object_mut) {
        node.insert("allOf".into(), rules.into());
    }
    if let Some(fields) = schema.as_object_mut() {
        let dialect = "https://json-schema.org/draft/2020-12/schema";
        fields.insert("$schema".into(), dialect.into());
        fields.insert("title".into(), "Palier portal document".into());
        fields.insert("$defs".into(), definitions);
    }
    refer_to_definitions(&mut schema);
    Ok(schema)
}

/// `if` a node is of this type and version, `then` its props are these.
fn rule(block: &BlockSchema) -> Value {
    let required: Vec<&str> = required_of(block.props).collect();
    let mut then = json!({ "properties": {
        "props": object(block.props),
        "at": { "additionalProperties": { "properties": properties(block.props) } },
    } });
    if !required.is_empty()
        && let Some(then) = then.as_object_mut()
    {
        then.insert("required".into(), json!(["props"]));
    }
    json!({
        "if": { "properties": { "type": { "const": block.kind }, "v": { "const": block.v() } } },
        "then": then,
    })
}

fn object(fields: &[PropSchema]) -> Value {
    let mut required: Vec<&str> = required_of(fields).collect();
    if !fields.iter().any(|field| field.name == "decorative") {
        return json!({ "properties": properties(fields), "required": required });
    }
    // What only decorates needs no alternative.
    required.retain(|name| *name != "alt");
    let decorates = json!({ "decorative": { "const": true } });
    json!({ "properties": properties(fields), "required": required, "anyOf": [
        { "required": ["alt"] },
        { "properties": decorates, "required": ["decorative"] },
    ] })
}

fn required_of(fields: &[PropSchema]) -> impl Iterator<Item = &'static str> {
    fields.iter().filter(|f| f.required).map(|f| f.name)
}

fn properties(fields: &[PropSchema]) -> Map<String, Value> {
    let schema = |field: &PropSchema| (field.name.to_owned(), schema_of(field.kind));
    fields.iter().map(schema).collect()
}

fn schema_of(kind: PropKind) -> Value {
    match kind {
        PropKind::Texts => {
            json!({ "type": "object", "additionalProperties": { "type": "string" } })
        }
        PropKind::RichTexts => {
            json!({ "type": "object", "additionalProperties": { "type": "array" } })
        }
        PropKind::Media => json!({ "type": "string", "pattern": "^(https://|/(?!/))" }),
        PropKind::Link => json!({ "type": "string", "pattern": LINK }),
        PropKind::Anchor => json!({ "type": "string", "pattern": ANCHOR, "maxLength": 64 }),
        PropKind::Colour => json!({ "type": "string", "pattern": "^color\\.[A-Za-z0-9.-]+$" }),
        PropKind::Space => json!({ "enum": SPACES }),
        PropKind::List { of, max } => {
            let mut item = object(of);
            as_object(&mut item);
            json!({ "type": "array", "items": item, "maxItems": max })
        }
        PropKind::Object(of) => {
            let mut object = object(of);
            as_object(&mut object);
            object
        }
        PropKind::Reference(_) => json!({ "type": "string", "minLength": 1 }),
        PropKind::Integer(min, max) | PropKind::Measure { min, max, .. } => {
            json!({ "type": "integer", "minimum": min, "maximum": max })
        }
        PropKind::Word(words) => json!({ "enum": words }),
        PropKind::Flag => json!({ "type": "boolean" }),
    }
}

fn as_object(schema: &mut Value) {
    if let Some(fields) = schema.as_object_mut() {
        fields.insert("type".into(), "object".into());
    }
}

/// OpenAPI keeps shared schemas under `#/components/schemas`, JSON Schema under `#/$defs`.
fn refer_to_definitions(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            if let Some(Value::String(target)) = fields.get_mut("$ref") {
                *target = target.replace("#/components/schemas/", "#/$defs/");
            }
            fields.values_mut().for_each(refer_to_definitions);
        }
        Value::Array(items) => items.iter_mut().for_each(refer_to_definitions),
        _ => {}
    }
}
