//! Reads typed values out of [`Node`]s, collecting every mistake instead of stopping at one.
//!
//! Each accessor of [`Table`] returns a value whatever happens; when it had to make one
//! up, an error was noted and the programme is refused in the end.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    ops::RangeInclusive,
};

use super::{
    file_error::FileErrors,
    source::{Entry, Node, Value},
};
use crate::suggestion::did_you_mean;

/// What is known of the whole file while its parts are read, and the mistakes so far.
#[derive(Default)]
pub(super) struct Reader {
    /// Ids that may be referred to: kind ("currency") → ids.
    pub(super) known: BTreeMap<&'static str, BTreeSet<String>>,
    pub(super) locales: Vec<String>,
    pub(super) dates: Option<super::values::Dates>,
    errors: RefCell<Vec<(usize, String, String)>>,
    ids: RefCell<BTreeSet<(&'static str, String)>>,
}

impl Reader {
    pub(super) fn note(&self, at: usize, path: &str, message: impl Into<String>) {
        self.errors
            .borrow_mut()
            .push((at, path.to_owned(), message.into()));
    }

    pub(super) fn is_clean(&self) -> bool {
        self.mistakes() == 0
    }

    /// How many there are so far.
    pub(super) fn mistakes(&self) -> usize {
        self.errors.borrow().len()
    }

    pub(super) fn into_errors(self, file: &str, text: &str) -> FileErrors {
        let mut errors = self.errors.into_inner();
        // Every text is by locale: a tag that is none would come back with each of them.
        let is_cause = |(_, path, _): &(usize, String, String)| path.starts_with("locales[");
        if errors.iter().any(is_cause) {
            errors.retain(is_cause);
        }
        FileErrors::placed(file, text, errors)
    }

    /// Reads a table with `read`, then reports the keys it did not ask for.
    pub(super) fn table<T>(
        &self,
        node: &Node,
        path: &str,
        read: impl FnOnce(&Table<'_>) -> T,
    ) -> Option<T> {
        let Value::Table(entries) = &node.value else {
            self.note(
                node.at,
                path,
                format!("expected a table, found {}", node.kind()),
            );
            return None;
        };
        let table = Table {
            reader: self,
            path: path.to_owned(),
            at: node.at,
            entries,
            asked: RefCell::default(),
        };
        let value = read(&table);
        table.report_unknown_keys();
        Some(value)
    }
}

/// One table of the file while it is read.
pub(super) struct Table<'r> {
    pub(super) reader: &'r Reader,
    pub(super) path: String,
    pub(super) at: usize,
    pub(super) entries: &'r [Entry],
    asked: RefCell<BTreeSet<&'static str>>,
}

impl<'r> Table<'r> {
    pub(super) fn find(&self, key: &'static str) -> Option<&'r Node> {
        self.asked.borrow_mut().insert(key);
        self.entries
            .iter()
            .find(|entry| entry.key == key)
            .map(|entry| &entry.node)
    }

    pub(super) fn has(&self, key: &'static str) -> bool {
        self.find(key).is_some()
    }

    /// `expected` says what would be right.
    fn require(&self, key: &'static str, expected: &str) -> Option<&'r Node> {
        let found = self.find(key);
        if found.is_none() {
            self.wrong(key, format!("is missing; give {expected}"));
        }
        found
    }

    /// A text that must be there and not be blank, such as `example`.
    pub(super) fn string(&self, key: &'static str, example: &str) -> String {
        self.require(key, &format!("a text such as \"{example}\""))
            .map_or_else(String::new, |node| self.as_string(key, node))
    }

    pub(super) fn optional_string(&self, key: &'static str) -> Option<String> {
        self.find(key).map(|node| self.as_string(key, node))
    }

    fn as_string(&self, key: &str, node: &Node) -> String {
        match &node.value {
            Value::Text(text) if !text.trim().is_empty() => text.clone(),
            Value::Text(_) => {
                self.wrong(key, "must not be blank");
                String::new()
            }
            _ => {
                self.wrong(key, format!("expected a text, found {}", node.kind()));
                String::new()
            }
        }
    }

    /// The table's own `id`: lower-case letters, digits and `-`, unique among its kind.
    pub(super) fn id(&self, kind: &'static str) -> String {
        let id = self.string("id", "my-id");
        if id.is_empty() {
            return id;
        }
        if id.len() > 64
            || !id
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        {
            self.wrong("id", format!("`{id}` must be 1 to 64 of a-z, 0-9 and `-`"));
        }
        if !self
            .reader
            .ids
            .borrow_mut()
            .insert((kind, format!("{}{id}", self.id_scope(kind))))
        {
            self.wrong("id", format!("another {kind} is already called `{id}`"));
        }
        id
    }

    /// Kinds whose ids need only be unique among their siblings.
    fn id_scope(&self, kind: &str) -> &str {
        match kind {
            "currency" | "rule" | "multiplier" | "tier" | "category" | "reward" | "series"
            | "badge" | "board" => "",
            _ => self
                .path
                .rfind('[')
                .and_then(|cut| self.path.get(..cut))
                .unwrap_or(""),
        }
    }

    /// The id of something defined elsewhere in the file.
    pub(super) fn reference(&self, key: &'static str, kind: &'static str) -> String {
        let expected = format!("one of {}", self.known(kind));
        let node = self.require(key, &expected);
        let id = node.map_or_else(String::new, |node| self.as_string(key, node));
        if !id.is_empty() {
            self.check_reference(&id, kind, |message| self.wrong(key, message));
        }
        id
    }

    /// A list of such ids; empty when the key is absent.
    pub(super) fn references(&self, key: &'static str, kind: &'static str) -> Vec<String> {
        self.strings(key, |table, path, at, id| {
            table.check_reference(id, kind, |message| table.reader.note(at, path, message));
        })
    }

    pub(super) fn check_reference(&self, id: &str, kind: &'static str, wrong: impl FnOnce(String)) {
        let known = self.reader.known.get(kind);
        if !known.is_some_and(|known| known.contains(id)) {
            let words = known.into_iter().flatten().map(String::as_str);
            let (guess, list) = (did_you_mean(id, words), self.known(kind));
            wrong(format!("no {kind} is called `{id}`{guess}; known: {list}"));
        }
    }

    /// The ids of a kind, in words.
    pub(super) fn known(&self, kind: &'static str) -> String {
        let known = self.reader.known.get(kind).into_iter().flatten();
        let list: Vec<&str> = known.map(String::as_str).collect();
        if list.is_empty() {
            "none".to_owned()
        } else {
            list.join(", ")
        }
    }

    /// A list of texts, each shown to `check` with its path and place.
    pub(super) fn strings(
        &self,
        key: &'static str,
        check: impl Fn(&Self, &str, usize, &str),
    ) -> Vec<String> {
        let Some(node) = self.find(key) else {
            return Vec::new();
        };
        let Value::List(items) = &node.value else {
            self.wrong(
                key,
                format!("expected a list of texts, found {}", node.kind()),
            );
            return Vec::new();
        };
        let mut texts = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let path = format!("{}[{index}]", self.path_of(key));
            match item.text() {
                Some(text) => {
                    check(self, &path, item.at, text);
                    texts.push(text.to_owned());
                }
                None => self.reader.note(
                    item.at,
                    &path,
                    format!("expected a text, found {}", item.kind()),
                ),
            }
        }
        texts
    }

    /// A whole number that must be there.
    pub(super) fn integer(&self, key: &'static str, range: RangeInclusive<i64>) -> i64 {
        let (start, end) = (range.start(), range.end());
        self.require(key, &format!("a whole number from {start} to {end}"))
            .map_or(*start, |node| self.as_integer(key, node, range.clone()))
    }

    pub(super) fn optional_integer(
        &self,
        key: &'static str,
        range: RangeInclusive<i64>,
    ) -> Option<i64> {
        self.find(key).map(|node| self.as_integer(key, node, range))
    }

    /// As [`Table::optional_integer`] for small numbers.
    pub(super) fn optional_u32(
        &self,
        key: &'static str,
        range: RangeInclusive<u32>,
    ) -> Option<u32> {
        let wide = i64::from(*range.start())..=i64::from(*range.end());
        self.optional_integer(key, wide)
            .and_then(|number| u32::try_from(number).ok())
    }

    fn as_integer(&self, key: &str, node: &Node, range: RangeInclusive<i64>) -> i64 {
        let Value::Integer(number) = node.value else {
            self.wrong(
                key,
                format!("expected a whole number, found {}", node.kind()),
            );
            return *range.start();
        };
        if !range.contains(&number) {
            self.wrong(
                key,
                format!(
                    "must be from {} to {}, found {number}",
                    range.start(),
                    range.end()
                ),
            );
        }
        number
    }

    pub(super) fn flag(&self, key: &'static str, absent: bool) -> bool {
        match self.find(key).map(|node| (&node.value, node)) {
            None => absent,
            Some((Value::Bool(flag), _)) => *flag,
            Some((_, node)) => {
                self.wrong(
                    key,
                    format!("expected true or false, found {}", node.kind()),
                );
                absent
            }
        }
    }

    /// One of a few words; `None` when absent or wrong (which is noted).
    pub(super) fn choice<T: Clone>(&self, key: &'static str, words: &[(&str, T)]) -> Option<T> {
        let word = self.optional_string(key)?;
        let found = words
            .iter()
            .find(|(name, _)| *name == word)
            .map(|(_, value)| value.clone());
        if found.is_none() && !word.is_empty() {
            self.wrong(key, format!("`{word}` is not one of {}", names(words)));
        }
        found
    }

    /// As [`Table::choice`], noting a missing key too.
    pub(super) fn required_choice<T: Clone>(
        &self,
        key: &'static str,
        words: &[(&str, T)],
    ) -> Option<T> {
        self.require(key, &format!("one of {}", names(words)))?;
        self.choice(key, words)
    }

    pub(super) fn child<T>(
        &self,
        key: &'static str,
        read: impl FnOnce(&Table<'_>) -> T,
    ) -> Option<T> {
        let node = self.find(key)?;
        self.reader.table(node, &self.path_of(key), read)
    }

    /// A list of tables; empty when absent.
    pub(super) fn list<T>(&self, key: &'static str, read: impl Fn(&Table<'_>) -> T) -> Vec<T> {
        let Some(node) = self.find(key) else {
            return Vec::new();
        };
        let Value::List(items) = &node.value else {
            let path = self.path_of(key);
            let hint = match node.value {
                Value::Table(_) if !path.contains('[') => format!("; in TOML: `[[{path}]]`"),
                _ => String::new(),
            };
            let found = node.kind();
            self.wrong(
                key,
                format!("expected a list of tables, found {found}{hint}"),
            );
            return Vec::new();
        };
        let path = self.path_of(key);
        let read_one = |(index, item)| self.reader.table(item, &format!("{path}[{index}]"), &read);
        items.iter().enumerate().filter_map(read_one).collect()
    }

    fn report_unknown_keys(&self) {
        let asked = self.asked.borrow();
        for entry in self
            .entries
            .iter()
            .filter(|entry| !asked.contains(entry.key.as_str()))
        {
            let list = asked.iter().copied().collect::<Vec<_>>().join(", ");
            let guess = did_you_mean(&entry.key, asked.iter().copied());
            let message = format!("is not a key of this table{guess}; known: {list}");
            self.reader
                .note(entry.key_at, &self.path_of(&entry.key), message);
        }
    }
}

fn names<T>(words: &[(&str, T)]) -> String {
    let names: Vec<&str> = words.iter().map(|(name, _)| *name).collect();
    names.join(", ")
}
