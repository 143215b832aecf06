//! The page as a whole: its title, and how it looks.

use super::Walk;
use crate::document::{
    FindingCode, PortalDocument, Theme, TokenKind, finding::below, token::is_css_text,
};

const SCHEMES: &[&str] = &["light", "dark", "auto"];

impl Walk<'_> {
    pub(super) fn title(&mut self, document: &PortalDocument) {
        let locale = self.known.default_locale;
        let title = document.title.get(locale).map_or("", |title| title.trim());
        if title.is_empty() {
            let message = format!("the page has no title in {locale}; write one");
            let path = below("/title", locale);
            return self.report(None, path, FindingCode::TextMissing, message);
        }
        let says = |locale: &str| {
            document
                .title
                .get(locale)
                .is_some_and(|t| !t.trim().is_empty())
        };
        if let Some(message) = self.untranslated("the title", says) {
            self.report(
                None,
                "/title".into(),
                FindingCode::TranslationMissing,
                message,
            );
        }
    }

    pub(super) fn theme(&mut self, theme: &Theme) {
        if let Some(scheme) = theme.scheme.as_deref()
            && !SCHEMES.contains(&scheme)
        {
            let message = format!("the scheme {scheme:?} is none of light, dark, auto");
            let path = "/theme/scheme".into();
            self.report(None, path, FindingCode::SchemeInvalid, message);
        }
        for (name, value) in &theme.tokens {
            self.token(name, value);
        }
        for (index, name) in theme.locked.iter().enumerate() {
            if TokenKind::of(name).is_none() {
                let message = format!("the token {name} is not known; locking it has no effect");
                let path = format!("/theme/locked/{index}");
                self.report(None, path, FindingCode::UnknownToken, message);
            }
        }
    }

    fn token(&mut self, name: &str, value: &str) {
        let path = below("/theme/tokens", name);
        if is_css_text(value) {
            let message = format!("the token {name} holds CSS text; give a plain value");
            return self.report(None, path, FindingCode::CssText, message);
        }
        match TokenKind::of(name) {
            None => {
                let message = format!("the token {name} is not known; it has no effect");
                self.report(None, path, FindingCode::UnknownToken, message);
            }
            Some(kind) if !kind.admits(value) => {
                let message = format!("{name} is {value:?}; give {}", kind.expects());
                self.report(None, path, FindingCode::TokenInvalid, message);
            }
            Some(_) => {}
        }
    }

    /// What to say when a text lacks some language of the programme.
    pub(super) fn untranslated(&self, what: &str, says: impl Fn(&str) -> bool) -> Option<String> {
        let mut missing = Vec::new();
        for locale in self.known.locales {
            if locale != self.known.default_locale && !says(locale) {
                missing.push(locale.as_str());
            }
        }
        (!missing.is_empty())
            .then(|| format!("{what} is not translated into {}", missing.join(", ")))
    }
}
