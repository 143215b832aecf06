//! What the panel needs of the browser: focus, names of languages, local times, pictures.

use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Event;

#[wasm_bindgen(module = "/src/designer/properties/browser.js")]
extern "C" {
    #[wasm_bindgen(js_name = focusLater)]
    pub(super) fn focus_later(id: &str);
    #[wasm_bindgen(js_name = keepToOneLine)]
    pub(super) fn keep_to_one_line(event: &Event);
    #[wasm_bindgen(js_name = languageName)]
    pub(in crate::designer) fn language_name(tag: &str, locale: &str) -> String;
    #[wasm_bindgen(js_name = localOf)]
    pub(super) fn local_of(instant: &str) -> String;
    #[wasm_bindgen(js_name = instantOf)]
    pub(super) fn instant_of(local: &str) -> String;
    /// Whether the focus leaves what hears the event, and does not only go from one part to another.
    #[wasm_bindgen(js_name = isLeft)]
    pub(super) fn is_left(event: &Event) -> bool;
    pub(super) fn pictures() -> Promise;
}
