//! Fields of replies as they are read here: by name, and with something to go on where one is missing.

use serde_json::{Map, Value};

/// The values of an array; none where there is none.
pub(super) fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    let found = value.get(name).and_then(Value::as_array);
    found.map(Vec::as_slice).unwrap_or_default()
}

/// A text; empty where there is none.
pub(super) fn word<'v>(value: &'v Value, name: &str) -> &'v str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// A whole number; nought where there is none.
pub(super) fn number(value: &Value, name: &str) -> i64 {
    value.get(name).and_then(Value::as_i64).unwrap_or_default()
}

/// Sets a field, of what is no object too.
pub(super) fn set(value: &mut Value, name: &str, to: Value) {
    if !value.is_object() {
        *value = Value::Object(Map::new());
    }
    if let Some(fields) = value.as_object_mut() {
        fields.insert(name.to_owned(), to);
    }
}
