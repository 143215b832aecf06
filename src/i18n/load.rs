//! Messages of our own pages (portal, gallery): the page links to them, locale by locale.

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::{JsCast, JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(module = "/src/i18n/load.js")]
extern "C" {
    fn load(locale: &str) -> Promise;
}

/// The messages nearest to `locale`, for [`super::I18n::new`].
///
/// # Errors
/// The exception when the page links to no messages, or they cannot be fetched.
pub async fn messages(locale: &str) -> Result<Array, JsValue> {
    JsFuture::from(load(locale))
        .await
        .map(JsCast::unchecked_into)
}
