//! Values that many parts of a programme share: texts, amounts, windows, pictures.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A text in several languages, keyed by BCP 47 tag. Every text of a loaded programme
/// has the default locale.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TextMap(pub BTreeMap<String, String>);

impl TextMap {
    /// The text for `locale`: exact tag, then shorter tags (RFC 4647 lookup), then
    /// `fallback`, then any. Empty only for an empty map.
    pub fn get(&self, locale: &str, fallback: &str) -> &str {
        let mut tag = locale;
        loop {
            if let Some(text) = self.exact(tag) {
                return text;
            }
            match tag.rfind('-') {
                Some(cut) => tag = tag.get(..cut).unwrap_or(""),
                None => break,
            }
        }
        self.exact(fallback)
            .or_else(|| self.0.values().next().map(String::as_str))
            .unwrap_or("")
    }

    /// True when no language has a text.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn exact(&self, tag: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(tag))
            .map(|(_, text)| text.as_str())
    }
}

/// Whole units of one currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    /// Currency id.
    pub currency: String,
    /// Whole units, 1 … 2⁵³−1.
    pub value: i64,
}

/// A picture served by the programme's host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Media {
    /// Path or absolute URL.
    pub url: String,
    /// What it shows, for those who don't see it.
    pub alt: TextMap,
    /// Pixels; reserves the space before the picture arrives.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

/// A span of time, start inclusive, end exclusive, in milliseconds since the epoch.
/// An open side is `None`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Window {
    /// First instant inside.
    pub starts_at: Option<i64>,
    /// First instant after.
    pub ends_at: Option<i64>,
}

impl Window {
    /// Whether some instant lies inside both.
    pub fn meets(&self, other: &Self) -> bool {
        let start = self.starts_at.max(other.starts_at);
        let ends = [self.ends_at, other.ends_at].into_iter().flatten();
        let end = ends.min();
        start.zip(end).is_none_or(|(start, end)| start < end)
    }

    /// Whether `at` lies inside.
    pub fn contains(&self, at: i64) -> bool {
        self.starts_at.is_none_or(|start| start <= at) && self.ends_at.is_none_or(|end| at < end)
    }
}
