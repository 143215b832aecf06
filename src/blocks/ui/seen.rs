//! Noticing that the member has had something in view; `seen.js` does the watching.

use js_sys::Function;
use wasm_bindgen::prelude::{Closure, JsCast, JsValue, wasm_bindgen};
use web_sys::Element;

use crate::reactive::{StoredValue, on_cleanup};

#[wasm_bindgen(module = "/src/blocks/ui/seen.js")]
extern "C" {
    #[wasm_bindgen(js_name = whenSeen)]
    fn watch(element: &Element, done: &Function) -> Function;
}

/// Calls `done` once half of `element` has been in the window, unless the current owner ends first.
pub fn when_seen(element: &Element, done: impl FnMut() + 'static) {
    let done = Closure::<dyn FnMut()>::new(done);
    let stop = watch(element, done.as_ref().unchecked_ref());
    let watching = StoredValue::new((stop, done));
    on_cleanup(move || {
        watching.try_with_value(|(stop, _done)| drop(stop.call0(&JsValue::NULL)));
    });
}
