//! What comes after the first opening: the second part of the code, files that few ask for.

use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(module = "/src/designer/late.js")]
extern "C" {
    #[wasm_bindgen(js_name = whole)]
    fn whole_js() -> Promise;
    /// The text of the file that the page links to by that name.
    pub(super) fn file(name: &str) -> Promise;
}

/// Waits until all of the code is here. What nobody waits for and runs before is loaded before
/// anything is seen.
pub(super) async fn whole() {
    drop(JsFuture::from(whole_js()).await);
}
