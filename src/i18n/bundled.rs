//! The kit's own words as part of the binary, for apps that have no file of messages beside them.

use wasm_bindgen::JsCast;

use super::I18n;

impl I18n {
    /// The kit's own words for `locale`; English where there are none of its language. They are part
    /// of the binary then.
    ///
    /// ```no_run
    /// let i18n = palier::i18n::I18n::bundled("fr-CA");
    /// ```
    #[must_use]
    pub fn bundled(locale: &str) -> Self {
        let text = match locale.split('-').next() {
            Some("fr") => include_str!("fr.json"),
            _ => include_str!("en.json"),
        };
        let read = js_sys::JSON::parse(text).ok();
        let messages = read.and_then(|read| read.dyn_into().ok());
        Self::new(locale, messages.unwrap_or_default())
    }
}
