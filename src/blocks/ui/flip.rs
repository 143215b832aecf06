//! Animates children that change places; the browser does the moving, `flip.js` the measuring.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::Element;

#[wasm_bindgen(module = "/src/blocks/ui/flip.js")]
extern "C" {
    fn measure(parent: &Element) -> JsValue;
    fn play(parent: &Element, before: &JsValue);
}

/// Where the children of an element were. Children are told apart by `data-key`.
#[derive(Debug)]
pub struct Flip {
    parent: Element,
    before: JsValue,
}

impl Flip {
    /// Notes where the children are, before they change places.
    #[must_use]
    pub fn first(parent: Element) -> Self {
        let before = measure(&parent);
        Self { parent, before }
    }

    /// Plays their way, once they have changed places.
    pub fn play(self) {
        play(&self.parent, &self.before);
    }
}
