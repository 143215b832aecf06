//! TOML text → [`Node`]s.

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::source::{Entry, Node, SyntaxError, Value};

/// Parses TOML; on failure, every syntax error found.
pub(super) fn parse(text: &str) -> Result<Node, Vec<SyntaxError>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        return Ok(Node {
            at: 0,
            value: convert_table(table.get_ref()),
        });
    }
    Err(errors
        .iter()
        .map(|error| {
            let span = error.span().unwrap_or_default();
            let (at, word) = (span.start, text.get(span).unwrap_or(""));
            let message = match error.message() {
                "duplicate key" => format!("`{word}` is given twice"),
                other => other.to_owned(),
            };
            SyntaxError { at, message }
        })
        .collect())
}

fn convert_table(table: &DeTable<'_>) -> Value {
    let mut entries: Vec<Entry> = table
        .iter()
        .map(|(key, value)| Entry {
            key: key.get_ref().to_string(),
            key_at: key.span().start,
            node: convert(value),
        })
        .collect();
    entries.sort_by_key(|entry| entry.key_at);
    Value::Table(entries)
}

fn convert(value: &Spanned<DeValue<'_>>) -> Node {
    let converted = match value.get_ref() {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Integer(number) => {
            i64::from_str_radix(&number.as_str().replace('_', ""), number.radix())
                .map_or(Value::Other("a number out of range"), Value::Integer)
        }
        DeValue::Float(_) => Value::Other("a fraction"),
        DeValue::Boolean(flag) => Value::Bool(*flag),
        DeValue::Datetime(date) => Value::Date(date.to_string()),
        DeValue::Array(items) => Value::List(items.iter().map(convert).collect()),
        DeValue::Table(table) => convert_table(table),
    };
    Node {
        at: value.span().start,
        value: converted,
    }
}
