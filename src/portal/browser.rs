//! What the portal needs of the browser; see `browser.js`.

use js_sys::Function;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen(module = "/src/portal/browser.js")]
extern "C" {
    pub(super) fn path() -> String;
    pub(super) fn follow(run: &Function);
    pub(super) fn languages() -> Vec<String>;
    pub(super) fn recall(name: &str) -> String;
    pub(super) fn remember(name: &str, value: &str);
    #[wasm_bindgen(js_name = signedIn)]
    pub(super) fn signed_in() -> bool;
    /// Whether there is a way out.
    #[wasm_bindgen(js_name = maySignOut)]
    pub(super) fn may_sign_out() -> bool;
    #[wasm_bindgen(js_name = signOut)]
    pub(super) fn sign_out();
    pub(super) fn tokens() -> JsValue;
    pub(super) fn leave(address: &str);
}
