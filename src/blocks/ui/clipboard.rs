//! The clipboard.

use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(module = "/src/blocks/ui/clipboard.js")]
extern "C" {
    #[wasm_bindgen(js_name = copyText)]
    fn copy_text(text: &str) -> Promise;
}

/// Copies `text`. False when the browser or the page's policy refuses.
pub async fn copy(text: &str) -> bool {
    JsFuture::from(copy_text(text))
        .await
        .is_ok_and(|done| done.is_truthy())
}
