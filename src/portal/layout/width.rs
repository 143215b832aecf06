//! Which breakpoint holds where a block stands; the sheet says, `width.js` listens.

use js_sys::Function;
use wasm_bindgen::prelude::{Closure, JsCast, JsValue, wasm_bindgen};
use web_sys::Element;

use crate::reactive::{StoredValue, on_cleanup};

#[wasm_bindgen(module = "/src/portal/layout/width.js")]
extern "C" {
    fn breakpoint(element: &Element) -> String;
    fn observe(element: &Element, tell: &Function) -> Function;
}

/// Calls `tell` with the breakpoint that holds for `element` now and whenever that changes,
/// until the current owner ends.
pub(in crate::portal) fn follow(element: &Element, mut tell: impl FnMut(&str) + 'static) {
    tell(&breakpoint(element));
    let tell = Closure::<dyn FnMut(String)>::new(move |at: String| tell(&at));
    let stop = observe(element, tell.as_ref().unchecked_ref());
    let following = StoredValue::new((stop, tell));
    on_cleanup(move || {
        following.try_with_value(|(stop, _tell)| drop(stop.call0(&JsValue::NULL)));
    });
}
