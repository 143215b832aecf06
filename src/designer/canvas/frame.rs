//! Where something stands on the page.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

#[wasm_bindgen(module = "/src/designer/canvas/page.js")]
extern "C" {
    #[wasm_bindgen(js_name = box)]
    fn measure(element: &Element, page: &Element) -> Vec<f64>;
}

/// A box in CSS pixels from the page's corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::designer) struct Frame {
    pub(in crate::designer) left: f64,
    pub(in crate::designer) top: f64,
    pub(in crate::designer) width: f64,
    pub(in crate::designer) height: f64,
}

impl Frame {
    /// Where `element` stands on `page`.
    pub(super) fn of(element: &Element, page: &Element) -> Option<Self> {
        match measure(element, page).as_slice() {
            &[left, top, width, height] => Some(Self {
                left,
                top,
                width,
                height,
            }),
            _ => None,
        }
    }

    /// One side as a CSS length.
    pub(in crate::designer) fn side(self, side: &str) -> String {
        let value = match side {
            "left" => self.left,
            "top" => self.top,
            "width" => self.width,
            _ => self.height,
        };
        // Tenths: fractions of floats are never formatted, that costs bytes.
        let tenths = (value * 10.0) as i64;
        format!("calc({tenths}px / 10)")
    }
}
