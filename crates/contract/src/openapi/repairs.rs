//! What utoipa says differently from the wire, put right.

use serde_json::{Map, Value, json};

/// Largest `u32`, as a bound.
const U32: u32 = u32::MAX;

/// Repairs every schema below `value`.
pub(crate) fn repair(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.iter_mut().for_each(|(name, field)| {
                if name != "next_cursor" {
                    drop_null(field);
                }
                repair(field);
            });
            bound_integer(fields);
            merge_flattened(fields);
            bound_spans(fields);
        }
        Value::Array(items) => items.iter_mut().for_each(repair),
        _ => {}
    }
}

/// An absent field is absent, never `null`. Only `next_cursor` is, at the end of a list.
fn drop_null(schema: &mut Value) {
    let Some(fields) = schema.as_object_mut() else {
        return;
    };
    if let Some(Value::Array(types)) = fields.get_mut("type") {
        types.retain(|kind| kind != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            fields.insert("type".into(), only);
        }
    }
    let Some(Value::Array(choices)) = fields.get("oneOf") else {
        return;
    };
    let mut choices = choices.clone();
    choices.retain(|choice| choice.get("type") != Some(&json!("null")));
    if let [Value::Object(only)] = choices.as_slice() {
        fields.remove("oneOf");
        fields.extend(only.clone());
    }
}

/// utoipa calls every unsigned integer an `int32` from 0, which ends too early.
fn bound_integer(fields: &mut Map<String, Value>) {
    if fields.get("type") == Some(&json!("integer"))
        && fields.get("format") == Some(&json!("int32"))
    {
        fields.remove("format");
        fields.entry("minimum").or_insert(json!(0));
        fields.entry("maximum").or_insert(json!(U32));
    }
}

/// A flattened map makes `allOf` of "any object" and the real thing. The real thing is enough:
/// further properties are allowed anyway.
fn merge_flattened(fields: &mut Map<String, Value>) {
    let Some(Value::Array(parts)) = fields.get("allOf") else {
        return;
    };
    let mut parts = parts.clone();
    parts.retain(|part| part.get("properties").is_some());
    if let [Value::Object(only)] = parts.as_slice() {
        fields.remove("allOf");
        fields.extend(only.clone());
        fields.insert("additionalProperties".into(), true.into());
    }
}

/// Spans are columns of twelve.
fn bound_spans(fields: &mut Map<String, Value>) {
    if let Some(span) = fields
        .get_mut("span")
        .and_then(|span| span.get_mut("additionalProperties"))
    {
        *span = json!({ "type": "integer", "minimum": 1, "maximum": 12 });
    }
}
