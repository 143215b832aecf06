//! Texts of a document, in the reader's language.

use palier_contract::document::{TextMap, reread};
use palier_contract::rich_text::RichText;
use serde_json::Value;

/// The entry of a language map nearest to `locale`: the language itself, without its region,
/// English, or whichever comes first.
pub(crate) fn nearest<'a, T>(locale: &str, get: impl Fn(&str) -> Option<&'a T>) -> Option<&'a T> {
    let language = locale.split('-').next().unwrap_or(locale);
    [locale, language, "en"].into_iter().find_map(get)
}

/// A text in the reader's language; empty without any.
pub(crate) fn text(texts: &TextMap, locale: &str) -> String {
    nearest(locale, |tag| texts.get(tag))
        .or_else(|| texts.values().next())
        .cloned()
        .unwrap_or_default()
}

/// A prop that holds a language map, or the same for every language.
fn localised<'a>(value: &'a Value, locale: &str) -> Option<&'a Value> {
    match value {
        Value::Object(map) => nearest(locale, |tag| map.get(tag)).or_else(|| map.values().next()),
        other => Some(other),
    }
}

/// A prop as an attribute holds it: texts in the reader's language, numbers and booleans as text.
/// `None` for what no attribute can hold.
pub(super) fn attribute(value: &Value, locale: &str) -> Option<String> {
    match localised(value, locale)? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        _ => None,
    }
}

/// A prop that holds rich text per language.
pub(super) fn rich(value: &Value, locale: &str) -> RichText {
    localised(value, locale)
        .and_then(|value| reread(value).ok())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn props_become_attributes() {
        let texts = json!({"en": "Rewards", "fr": "Récompenses"});
        for (value, locale, expected) in [
            (&texts, "fr", Some("Récompenses")),
            (&texts, "fr-CA", Some("Récompenses")),
            (&texts, "de", Some("Rewards")),
            (&json!({"pt": "Prémios"}), "de", Some("Prémios")),
            (&json!(8), "en", Some("8")),
            (&json!(true), "en", Some("true")),
            (&json!("week"), "en", Some("week")),
            (&json!([1]), "en", None),
            (&json!(null), "en", None),
        ] {
            assert_eq!(
                attribute(value, locale).as_deref(),
                expected,
                "{value} in {locale}"
            );
        }
    }

    #[test]
    fn rich_text_that_is_none_is_no_text() {
        assert!(rich(&json!({"en": "plain"}), "en").is_empty());
        let text =
            json!({"en": [{"kind": "paragraph", "children": [{"kind": "text", "text": "Hi"}]}]});
        assert_eq!(rich(&text, "fr").len(), 1);
    }
}
