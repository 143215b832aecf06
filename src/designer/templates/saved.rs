//! Sections that the designer saved, on this device.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(module = "/src/designer/templates/saved.js")]
extern "C" {
    /// The names of what was saved, oldest first.
    pub(super) fn names() -> Vec<String>;
    /// What was saved under a name.
    pub(super) fn text(name: &str) -> Option<String>;
    /// Saves a text; false when the device does not let us.
    pub(super) fn keep(name: &str, text: &str) -> bool;
    /// Forgets what was saved under a name.
    pub(super) fn forget(name: &str);
}
