//! Reads one message file and says what is wrong inside it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

/// One message: a text, or one text per plural category.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Message {
    Text(String),
    Plural(BTreeMap<String, String>),
}

impl Message {
    /// The placeholders of all its texts.
    ///
    /// # Errors
    /// When a brace is not part of a `{name}`, or the name is not lower-case letters,
    /// digits and `_`.
    pub(crate) fn placeholders(&self) -> Result<BTreeSet<String>, String> {
        let mut found = BTreeSet::new();
        for text in self.texts() {
            read_placeholders(text, &mut found)?;
        }
        Ok(found)
    }

    /// The text that stands for the message in documentation.
    pub(crate) fn sample(&self) -> &str {
        match self {
            Message::Text(text) => text,
            Message::Plural(forms) => forms.get("other").map_or("", String::as_str),
        }
    }

    fn texts(&self) -> Vec<&str> {
        match self {
            Message::Text(text) => vec![text],
            Message::Plural(forms) => forms.values().map(String::as_str).collect(),
        }
    }

    /// What is wrong with this message in a locale with these plural categories.
    pub(crate) fn faults(&self, categories: &[&str]) -> Vec<String> {
        let mut faults = Vec::new();
        if self.texts().iter().any(|t| t.trim().is_empty()) {
            faults.push("a text is empty".into());
        }
        faults.extend(self.placeholders().err());
        if let Message::Plural(forms) = self {
            for category in categories {
                if !forms.contains_key(*category) {
                    faults.push(format!("the plural form `{category}` is missing"));
                }
            }
            for form in forms.keys() {
                if !categories.contains(&form.as_str()) {
                    faults.push(format!(
                        "`{form}` is no plural form of this locale (it has {})",
                        categories.join(", ")
                    ));
                }
            }
        }
        faults
    }
}

fn read_placeholders(text: &str, found: &mut BTreeSet<String>) -> Result<(), String> {
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let name = rest[at..]
            .strip_prefix('{')
            .and_then(|r| r.split_once('}'))
            .map(|(name, after)| {
                rest = after;
                name
            });
        match name {
            Some(name) if is_name(name) => found.insert(name.into()),
            _ => return Err(format!("`{text}`: a brace is not part of a `{{name}}`")),
        };
    }
    Ok(())
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

/// The messages of one file, by key.
///
/// # Errors
/// When the text is not a flat JSON object of texts and plural maps, or names a key twice;
/// the message holds line and column.
pub(crate) fn parse(json: &str) -> Result<BTreeMap<String, Message>, String> {
    let Unique(messages) =
        serde_json::from_str::<Unique<Message>>(json).map_err(|e| e.to_string())?;
    match messages
        .keys()
        .find(|key| !is_name(&key.replace(['-', '.'], "_")))
    {
        Some(key) => Err(format!(
            "`{key}`: keys are lower-case letters, digits, `_`, `-` and `.`"
        )),
        None => Ok(messages),
    }
}

/// A JSON object in which a key may stand only once.
struct Unique<V>(BTreeMap<String, V>);

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Unique<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries<V>(std::marker::PhantomData<V>);
        impl<'de, V: Deserialize<'de>> Visitor<'de> for Entries<V> {
            type Value = Unique<V>;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = BTreeMap::new();
                while let Some((key, value)) = map.next_entry::<String, V>()? {
                    if entries.insert(key.clone(), value).is_some() {
                        return Err(serde::de::Error::custom(format!("`{key}` stands twice")));
                    }
                }
                Ok(Unique(entries))
            }
        }
        deserializer.deserialize_map(Entries(std::marker::PhantomData))
    }
}

impl<'de> Deserialize<'de> for Message {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = Message;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a text, or an object of plural forms")
            }

            fn visit_str<E>(self, text: &str) -> Result<Message, E> {
                Ok(Message::Text(text.into()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Message, A::Error> {
                let forms = Unique::deserialize(serde::de::value::MapAccessDeserializer::new(map))?;
                Ok(Message::Plural(forms.0))
            }
        }
        deserializer.deserialize_any(Either)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_plural_maps_are_read() {
        let read =
            parse(r#"{"title":"Top","points":{"one":"{count} point","other":"{count} points"}}"#)
                .unwrap();
        assert_eq!(read["title"], Message::Text("Top".into()));
        assert_eq!(read["points"].sample(), "{count} points");
        assert!(read["points"].placeholders().unwrap().contains("count"));
    }

    #[test]
    fn a_key_that_stands_twice_is_refused() {
        assert!(parse(r#"{"a":"1","a":"2"}"#).unwrap_err().contains("twice"));
        assert!(
            parse(r#"{"a":{"one":"1","one":"2","other":"3"}}"#)
                .unwrap_err()
                .contains("twice")
        );
    }

    #[test]
    fn anything_but_texts_is_refused_with_its_line() {
        assert!(parse("{\n\"a\": 3}").unwrap_err().contains("line 2"));
    }

    #[test]
    fn loose_braces_are_refused() {
        for text in ["{", "a } b", "{Name}", "{}", "{a{b}}"] {
            assert!(Message::Text(text.into()).placeholders().is_err(), "{text}");
        }
    }

    #[test]
    fn plural_forms_are_those_of_the_locale() {
        let forms = [("one", "x"), ("few", "y")].map(|(k, v)| (k.to_string(), v.to_string()));
        let faults = Message::Plural(forms.into()).faults(&["one", "other"]);
        assert_eq!(faults.len(), 2, "{faults:?}");
    }
}
