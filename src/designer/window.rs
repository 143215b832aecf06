//! What lies outside the document: files that come and go, addresses, the clipboard.

use js_sys::Promise;
use palier_contract::Timestamp;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Event;

use crate::i18n::{DateStyle, I18n};

#[wasm_bindgen(module = "/src/designer/window.js")]
extern "C" {
    pub(super) fn download(name: &str, text: &str);
    pub(super) fn chosen(event: &Event) -> Promise;
    pub(super) fn copy(text: &str) -> Promise;
    pub(super) fn go(href: &str);
    #[wasm_bindgen(js_name = signInUrl)]
    pub(super) fn sign_in_url() -> String;
    #[wasm_bindgen(js_name = portalUrl)]
    pub(super) fn portal_url(id: &str) -> String;
    #[wasm_bindgen(js_name = kitUrl)]
    pub(super) fn kit_url() -> String;
    /// The designer's language that was asked for in this tab; empty for none.
    pub(super) fn language() -> String;
    #[wasm_bindgen(js_name = date)]
    fn date_js(language: &str, iso: &str, style: u32) -> String;
    /// The designer's address: of a portal, or without an id of the list.
    #[wasm_bindgen(js_name = deskUrl)]
    pub(super) fn desk_url(portal: &str) -> String;
    pub(super) fn integrity(file: &str) -> Promise;
    pub(super) fn api(base: &str) -> String;
}

/// A date as it is written where the reader is, if that is one of the language's regions: the
/// designer's languages have none of their own.
pub(super) fn date(i18n: I18n, at: &Timestamp, style: DateStyle) -> String {
    date_js(&i18n.locale(), &at.0, style as u32)
}
