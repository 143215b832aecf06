//! Reads the values many parts share: texts, amounts, dates, windows, pictures.

use std::collections::BTreeMap;

use jiff::{Span, Timestamp, civil, tz::TimeZone};

use super::{
    Amount, Condition, Media, TextMap, Window,
    reader::Table,
    source::{Node, Value},
};

/// The largest amount or number the contract carries, 2⁵³−1.
pub(super) const MAX: i64 = 9_007_199_254_740_991;

/// How dates of the file are read.
pub(super) struct Dates {
    pub(super) zone: TimeZone,
    /// The current instant, milliseconds since the epoch.
    pub(super) now: i64,
    /// Whether `today+10d` is allowed.
    pub(super) relative: bool,
}

impl Dates {
    /// An instant from `2026-11-22`, `2026-11-22T09:00:00`, the same with an offset, or,
    /// where allowed, `today-3d`.
    fn parse(&self, text: &str) -> Result<i64, String> {
        if let Some(offset) = text.strip_prefix("today") {
            return self.parse_relative(offset);
        }
        if let Ok(instant) = text.parse::<Timestamp>() {
            return Ok(instant.as_millisecond());
        }
        let wanted = || format!("`{text}` is not a date such as 2026-11-22 or 2026-11-22T09:00:00");
        let local = text.parse::<civil::DateTime>().map_err(|_| wanted())?;
        local
            .to_zoned(self.zone.clone())
            .map(|at| at.timestamp().as_millisecond())
            .map_err(|_| wanted())
    }

    fn parse_relative(&self, offset: &str) -> Result<i64, String> {
        if !self.relative {
            return Err(
                "dates relative to today are for programmes with `demo = true` only".to_owned(),
            );
        }
        let days = offset
            .strip_suffix('d')
            .unwrap_or(if offset.is_empty() { "0" } else { "?" });
        let wanted = || format!("`today{offset}` must read `today`, `today+10d` or `today-3d`");
        let days: i64 = days.parse().map_err(|_| wanted())?;
        Timestamp::from_millisecond(self.now)
            .map(|now| now.to_zoned(self.zone.clone()).date())
            .and_then(|date| date.checked_add(Span::new().try_days(days)?))
            .and_then(|date| date.to_zoned(self.zone.clone()))
            .map(|at| at.timestamp().as_millisecond())
            .map_err(|_| wanted())
    }
}

impl Table<'_> {
    /// A text in several languages that must have the default one.
    pub(super) fn text(&self, key: &'static str) -> TextMap {
        if !self.has(key) {
            let tag = self.reader.locales.first().map_or("en", String::as_str);
            let message =
                format!("is missing; give one text per language, such as {{ {tag} = \"…\" }}");
            self.wrong(key, message);
        }
        self.optional_text(key)
    }

    /// As [`Table::text`]; empty when absent.
    pub(super) fn optional_text(&self, key: &'static str) -> TextMap {
        let Some(node) = self.find(key) else {
            return TextMap::default();
        };
        let path = self.path_of(key);
        let mut texts = BTreeMap::new();
        for (locale, inner) in self.by_locale(node, &path) {
            match inner.text() {
                Some(text) if !text.trim().is_empty() => {
                    texts.insert(locale.to_owned(), text.to_owned());
                }
                _ => self.reader.note(
                    inner.at,
                    &format!("{path}.{locale}"),
                    "must be a text that is not blank",
                ),
            }
        }
        TextMap(texts)
    }

    /// Plural unit names: locale → plural category → word.
    pub(super) fn units(&self, key: &'static str) -> BTreeMap<String, BTreeMap<String, String>> {
        let Some(node) = self.find(key) else {
            let tag = self.reader.locales.first().map_or("en", String::as_str);
            let example = format!("{{ {tag} = {{ one = \"point\", other = \"points\" }} }}");
            self.wrong(
                key,
                format!("is missing; give its forms per language, such as {example}"),
            );
            return BTreeMap::new();
        };
        let path = self.path_of(key);
        let mut units = BTreeMap::new();
        for (locale, forms) in self.by_locale(node, &path) {
            let here = format!("{path}.{locale}");
            units.insert(locale.to_owned(), self.plural_forms(forms, &here));
        }
        units
    }

    fn plural_forms(&self, node: &Node, path: &str) -> BTreeMap<String, String> {
        const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];
        let Value::Table(entries) = &node.value else {
            self.reader.note(
                node.at,
                path,
                "expected a table such as { one = \"point\", other = \"points\" }",
            );
            return BTreeMap::new();
        };
        let mut forms = BTreeMap::new();
        for entry in entries {
            let here = format!("{path}.{}", entry.key);
            match entry.node.text() {
                _ if !CATEGORIES.contains(&entry.key.as_str()) => {
                    let list = CATEGORIES.join(", ");
                    self.reader.note(
                        entry.key_at,
                        &here,
                        format!("is not a plural category; known: {list}"),
                    );
                }
                Some(text) => {
                    forms.insert(entry.key.clone(), text.to_owned());
                }
                None => self.reader.note(entry.node.at, &here, "must be a text"),
            }
        }
        if !forms.contains_key("other") {
            self.reader.note(
                node.at,
                &format!("{path}.other"),
                "is missing; every language has this form",
            );
        }
        forms
    }

    fn by_locale<'n>(&self, node: &'n Node, path: &str) -> Vec<(&'n str, &'n Node)> {
        let Value::Table(entries) = &node.value else {
            self.reader.note(
                node.at,
                path,
                "expected one text per language, such as { en = \"…\", fr = \"…\" }",
            );
            return Vec::new();
        };
        let locales = &self.reader.locales;
        for entry in entries.iter().filter(|entry| !locales.contains(&entry.key)) {
            let message = format!(
                "is not one of the programme's locales: {}",
                locales.join(", ")
            );
            self.reader
                .note(entry.key_at, &format!("{path}.{}", entry.key), message);
        }
        if let Some(first) = locales.first()
            && !entries.iter().any(|entry| entry.key == *first)
        {
            self.reader.note(
                node.at,
                path,
                format!("has no text in `{first}`, the default locale"),
            );
        }
        entries
            .iter()
            .map(|entry| (entry.key.as_str(), &entry.node))
            .collect()
    }

    /// Amounts by currency, `{ points = 100, gems = 2 }`; empty when absent.
    pub(super) fn amounts(&self, key: &'static str) -> Vec<Amount> {
        self.find(key)
            .map_or_else(Vec::new, |node| self.amounts_of(node, &self.path_of(key)))
    }

    /// The one amount under `key`, which must be there.
    pub(super) fn amount(&self, key: &'static str) -> Amount {
        let mut amounts = self.amounts(key);
        if amounts.len() != 1 {
            self.wrong(key, "must be one amount, such as { points = 100 }");
        }
        amounts.pop().unwrap_or(Amount {
            currency: String::new(),
            value: 1,
        })
    }

    /// A list of alternatives, each a set of amounts.
    pub(super) fn amount_sets(&self, key: &'static str) -> Vec<Vec<Amount>> {
        let Some(node) = self.find(key) else {
            return Vec::new();
        };
        if !matches!(node.value, Value::List(_)) {
            self.wrong(
                key,
                format!(
                    "expected a list such as [{{ points = 100 }}], found {}",
                    node.kind()
                ),
            );
        }
        let path = self.path_of(key);
        let is_free = |node: &Node| matches!(&node.value, Value::Table(all) if all.is_empty());
        for (index, item) in node
            .items()
            .iter()
            .enumerate()
            .filter(|(_, item)| is_free(item))
        {
            let message = "is empty; expected amounts such as { points = 100 }";
            self.reader
                .note(item.at, &format!("{path}[{index}]"), message);
        }
        let sets = node.items().iter().enumerate();
        sets.map(|(index, item)| self.amounts_of(item, &format!("{path}[{index}]")))
            .collect()
    }

    fn amounts_of(&self, node: &Node, path: &str) -> Vec<Amount> {
        let Value::Table(entries) = &node.value else {
            self.reader.note(
                node.at,
                path,
                "expected amounts by currency, such as { points = 100 }",
            );
            return Vec::new();
        };
        let mut amounts = Vec::new();
        for entry in entries {
            let here = format!("{path}.{}", entry.key);
            self.check_reference(&entry.key, "currency", |message| {
                self.reader.note(entry.key_at, &here, message);
            });
            match entry.node.value {
                Value::Integer(value) if (1..=MAX).contains(&value) => {
                    amounts.push(Amount {
                        currency: entry.key.clone(),
                        value,
                    });
                }
                _ => self.reader.note(
                    entry.node.at,
                    &here,
                    format!("must be a whole number from 1 to {MAX}"),
                ),
            }
        }
        amounts
    }

    /// `starts_at` and `ends_at` under `key`; open when absent.
    pub(super) fn window(&self, key: &'static str) -> Window {
        let read = |table: &Table<'_>| {
            let window = Window {
                starts_at: table.date("starts_at"),
                ends_at: table.date("ends_at"),
            };
            if let (Some(start), Some(end)) = (window.starts_at, window.ends_at)
                && end <= start
            {
                table.wrong("ends_at", "must be after starts_at");
            }
            window
        };
        self.child(key, read).unwrap_or_default()
    }

    fn date(&self, key: &'static str) -> Option<i64> {
        let node = self.find(key)?;
        let (Value::Text(text) | Value::Date(text)) = &node.value else {
            self.wrong(key, format!("expected a date, found {}", node.kind()));
            return None;
        };
        let parsed = self.reader.dates.as_ref()?.parse(text);
        parsed.map_err(|message| self.wrong(key, message)).ok()
    }

    /// A picture, `{ url, alt, width, height }`.
    pub(super) fn media(&self, key: &'static str) -> Option<Media> {
        self.child(key, |inner| inner.as_media())
    }

    /// Reads this very table as a picture.
    pub(super) fn as_media(&self) -> Media {
        let pixels = |key| self.optional_u32(key, 1..=20_000);
        let url = self.string("url", "/images/mug.jpg");
        let safe = url.starts_with('/') && !url.starts_with("//") || url.starts_with("https://");
        if !url.is_empty() && !safe {
            self.wrong(
                "url",
                "must be a path beginning with `/` or an https:// address",
            );
        }
        Media {
            url,
            alt: self.text("alt"),
            width: pixels("width").unwrap_or(640),
            height: pixels("height").unwrap_or(480),
        }
    }

    /// `#rrggbb`.
    pub(super) fn colour(&self, key: &'static str) -> Option<String> {
        let colour = self.optional_string(key)?;
        let digits = colour.strip_prefix('#').unwrap_or("");
        if digits.len() != 6 || !digits.chars().all(|c| c.is_ascii_hexdigit()) {
            self.wrong(key, format!("`{colour}` must be a colour such as #2e7d5b"));
        }
        Some(colour)
    }

    /// The tests on an event under `when`.
    pub(super) fn conditions(&self) -> Vec<Condition> {
        let read = |table: &Table<'_>| {
            let amount = table
                .optional_integer("min_amount", 1..=MAX)
                .map(Condition::MinAmount);
            let quantity = table
                .optional_integer("min_quantity", 1..=MAX)
                .map(Condition::MinQuantity);
            let properties = table.list("properties", |property| Condition::Property {
                name: property.string("name", "shop"),
                equals: property.string("equals", "paris"),
            });
            amount
                .into_iter()
                .chain(quantity)
                .chain(properties)
                .collect()
        };
        self.child("when", read).unwrap_or_default()
    }
}
