//! What the reader chose on this device: language and scheme.

use super::browser;
use crate::i18n::{Key, keys};

const LANGUAGE: &str = "palier.language";
const THEME: &str = "palier.theme";

/// Languages that the portal speaks, each by its own name; English first, as the default.
pub(super) const LANGUAGES: &[(&str, &str)] = &[("en", "English"), ("fr", "Français")];

/// Schemes by the word that the sheets know.
pub(super) const THEMES: &[(&str, Key)] = &[
    ("auto", keys::PORTAL_THEME_AUTO),
    ("light", keys::PORTAL_THEME_LIGHT),
    ("dark", keys::PORTAL_THEME_DARK),
];

/// The language to speak: the address's `?lang=`, which is then remembered, or what was
/// remembered, or the first of the browser's that the portal speaks.
pub(super) fn language() -> &'static str {
    let asked = known(&super::tab::query("lang"));
    if let Some(asked) = asked {
        browser::remember(LANGUAGE, asked);
    }
    asked
        .or_else(|| known(&browser::recall(LANGUAGE)))
        .or_else(|| browser::languages().iter().find_map(|tag| known(tag)))
        .unwrap_or("en")
}

fn known(tag: &str) -> Option<&'static str> {
    let language = tag.split('-').next()?.to_ascii_lowercase();
    let found = LANGUAGES.iter().find(|(known, _)| *known == language);
    found.map(|(tag, _)| *tag)
}

/// The scheme that the reader chose, if any.
pub(super) fn theme() -> Option<&'static str> {
    scheme(&browser::recall(THEME))
}

/// A scheme by its word; `None` for any other word.
pub(super) fn scheme(word: &str) -> Option<&'static str> {
    let found = THEMES.iter().find(|(known, _)| *known == word);
    found.map(|(word, _)| *word)
}

/// Keeps the reader's choice.
pub(super) fn remember_theme(word: &str) {
    browser::remember(THEME, word);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_of_a_known_language_are_known() {
        assert_eq!(known("fr-CA"), Some("fr"));
        assert_eq!(known("EN"), Some("en"));
        assert_eq!(known("de"), None);
        assert_eq!(known(""), None);
    }
}
