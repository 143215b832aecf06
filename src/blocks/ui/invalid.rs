//! The first control of a form that is marked as wrong.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

#[wasm_bindgen(module = "/src/blocks/ui/invalid.js")]
extern "C" {
    #[wasm_bindgen(js_name = focusInvalid)]
    fn focus_invalid_js(form: &Element);
}

/// Focuses the first control under `form` with `aria-invalid="true"`, once the marks are drawn.
pub fn focus_invalid(form: &Element) {
    focus_invalid_js(form);
}
