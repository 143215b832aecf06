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
    /// The instant that stands in a field, empty for none; `None` while a part of it is missing.
    #[wasm_bindgen(js_name = instantTyped)]
    pub(super) fn instant_typed(event: &Event) -> Option<String>;
    /// Whether what stands in a field of numbers is none.
    #[wasm_bindgen(js_name = isNoNumber)]
    pub(super) fn is_no_number(event: &Event) -> bool;
    /// Shows `value` in the field that the event comes from, whatever was typed there; says whether
    /// that was something else.
    #[wasm_bindgen(js_name = showValue)]
    pub(super) fn show_value(event: &Event, value: &str) -> bool;
    /// Whether the focus leaves what hears the event, and does not only go from one part to another.
    #[wasm_bindgen(js_name = isLeft)]
    pub(super) fn is_left(event: &Event) -> bool;
    pub(super) fn pictures() -> Promise;
}
