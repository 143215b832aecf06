//! Reading JSON with a list of everything that is wrong with it, and where.

use serde_json::{Map, Value};

use super::DeclarationError;
use crate::document::Labels;

/// A text, kept for the life of the program.
pub(super) fn kept(text: &str) -> &'static str {
    text.to_owned().leak()
}

/// A list, kept for the life of the program.
pub(super) fn kept_all<T>(list: Vec<T>) -> &'static [T] {
    list.leak()
}

/// An object, and where it stands.
pub(super) struct Fields<'v> {
    fields: &'v Map<String, Value>,
    path: String,
}

impl<'v> Fields<'v> {
    pub(super) fn get(&self, name: &str) -> Option<&'v Value> {
        self.fields.get(name)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.fields.contains_key(name)
    }

    /// Where a field of it stands.
    pub(super) fn at(&self, name: &str) -> String {
        match self.path.as_str() {
            "" => name.to_owned(),
            path => format!("{path}.{name}"),
        }
    }
}

/// What was wrong so far.
#[derive(Default)]
pub(super) struct Reading {
    pub(super) errors: Vec<DeclarationError>,
}

impl Reading {
    pub(super) fn expected(&mut self, path: String, expected: impl Into<String>) {
        let expected = expected.into();
        self.errors.push(DeclarationError { path, expected });
    }

    /// An object of these keys and no others.
    pub(super) fn object<'v>(
        &mut self,
        value: &'v Value,
        path: &str,
        keys: &[&str],
    ) -> Option<Fields<'v>> {
        let Some(fields) = value.as_object() else {
            let expected = format!("an object of {}", keys.join(", "));
            self.expected(path.to_owned(), expected);
            return None;
        };
        let path = path.to_owned();
        let read = Fields { fields, path };
        for name in fields.keys().filter(|name| !keys.contains(&name.as_str())) {
            self.expected(read.at(name), format!("only {}", keys.join(", ")));
        }
        Some(read)
    }

    /// A text that fits.
    pub(super) fn text<'v>(
        &mut self,
        fields: &Fields<'v>,
        name: &str,
        fits: impl Fn(&str) -> bool,
        expected: &str,
    ) -> Option<&'v str> {
        let text = fields.get(name).and_then(Value::as_str);
        let found = text.filter(|text| fits(text));
        if found.is_none() {
            self.expected(fields.at(name), expected);
        }
        found
    }

    /// A whole number from `min` to `max`.
    pub(super) fn whole(
        &mut self,
        fields: &Fields<'_>,
        name: &str,
        min: i64,
        max: i64,
    ) -> Option<i64> {
        let number = fields.get(name).and_then(Value::as_i64);
        let found = number.filter(|number| (min..=max).contains(number));
        if found.is_none() {
            let expected = format!("a whole number from {min} to {max}");
            self.expected(fields.at(name), expected);
        }
        found
    }

    /// Yes or no; no where nothing is said.
    pub(super) fn flag(&mut self, fields: &Fields<'_>, name: &str) -> bool {
        let Some(value) = fields.get(name) else {
            return false;
        };
        let flag = value.as_bool();
        if flag.is_none() {
            self.expected(fields.at(name), "true or false");
        }
        flag.unwrap_or(false)
    }

    /// The items of a list with their places; none where nothing is said.
    pub(super) fn list<'v>(&mut self, fields: &Fields<'v>, name: &str) -> Vec<(String, &'v Value)> {
        let Some(value) = fields.get(name) else {
            return Vec::new();
        };
        let Some(items) = value.as_array() else {
            self.expected(fields.at(name), "a list");
            return Vec::new();
        };
        let place = fields.at(name);
        let items = items.iter().enumerate();
        items
            .map(|(index, item)| (format!("{place}[{index}]"), item))
            .collect()
    }

    /// A list of words.
    pub(super) fn words<'v>(&mut self, fields: &Fields<'v>, name: &str) -> Vec<&'v str> {
        let mut words = Vec::new();
        for (path, value) in self.list(fields, name) {
            match value.as_str().filter(|word| !word.is_empty()) {
                Some(word) => words.push(word),
                None => self.expected(path, "a word"),
            }
        }
        words
    }

    /// A text for every language, or texts per language; none where nothing is said.
    pub(super) fn labels(&mut self, fields: &Fields<'_>, name: &str) -> Labels {
        let wrong = "a text, or an object of texts per language";
        let labels = match fields.get(name) {
            None => return &[],
            Some(Value::String(text)) if !text.trim().is_empty() => vec![("en", kept(text))],
            Some(Value::Object(texts)) if !texts.is_empty() => {
                let texts = texts.iter().map(|(tag, text)| {
                    let text = text.as_str().filter(|text| !text.trim().is_empty())?;
                    Some((kept(tag), kept(text)))
                });
                texts.collect::<Option<Vec<_>>>().unwrap_or_default()
            }
            Some(_) => Vec::new(),
        };
        if labels.is_empty() {
            self.expected(fields.at(name), wrong);
        }
        kept_all(labels)
    }
}
