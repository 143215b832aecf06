//! What lies outside the document: files that come and go, addresses, the clipboard.

use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Event;

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
    pub(super) fn integrity(file: &str) -> Promise;
    pub(super) fn api(base: &str) -> String;
}
