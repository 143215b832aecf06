//! What the address asks for.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(module = "/src/gallery/steps.js")]
extern "C" {
    fn query() -> Vec<String>;
}

/// When the fixtures were written down: on any other day what they say of tomorrow is long past.
const WRITTEN: &str = "2026-11-22T16:00:00Z";

/// The address's query, with defaults.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Query {
    pub(super) block: String,
    pub(super) demo: String,
    pub(super) theme: String,
    pub(super) locale: String,
    /// The time that the page is shown as of, RFC 3339; `device` for the device's.
    pub(super) time: String,
    /// CSS pixels; empty for the whole width.
    pub(super) width: String,
    /// Only the block, for tests.
    pub(super) bare: bool,
    /// The token of a reader to whom a Leptos app is shown, over the real backend; empty for the
    /// gallery.
    pub(super) app: String,
}

impl Query {
    pub(super) fn read() -> Self {
        let pairs = query();
        let value = |name: &str, default: &str| {
            pairs
                .chunks_exact(2)
                .find_map(|pair| match pair {
                    [known, value] if known == name && !value.is_empty() => Some(value.clone()),
                    _ => None,
                })
                .unwrap_or_else(|| default.to_owned())
        };
        Self {
            block: value("block", "leaderboard"),
            demo: value("demo", ""),
            theme: value("theme", "light"),
            locale: value("locale", "en"),
            time: value("time", WRITTEN),
            width: value("width", ""),
            bare: value("bare", "") == "1",
            app: value("app", ""),
        }
    }

    /// The address of the same page with another block and state.
    pub(super) fn at(&self, block: &str, demo: &str) -> String {
        let time = if self.time == WRITTEN {
            String::new()
        } else {
            format!("&time={}", self.time)
        };
        format!(
            "?block={block}&demo={demo}&theme={}&locale={}&width={}{time}",
            self.theme, self.locale, self.width
        )
    }
}
