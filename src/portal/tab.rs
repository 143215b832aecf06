//! What the portal's page and the designer share of the browser; see `tab.js`.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(module = "/src/portal/tab.js")]
extern "C" {
    /// A value of the address's query; empty when absent.
    pub(crate) fn query(name: &str) -> String;
    /// Names the page, and its language.
    pub(crate) fn describe(title: &str, language: &str, direction: &str);
    /// The API's base that the page names.
    pub(crate) fn endpoint() -> String;
}
