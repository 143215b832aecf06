//! What `palier.js` calls, in every engine that it may load.

#![expect(unreachable_pub, reason = "the browser reaches it")]

use palier::embed;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{EventTarget, HtmlElement};

/// See [`embed::prepare`].
#[wasm_bindgen]
pub fn prepare(endpoint: &str, locale: &str, messages: js_sys::Array) -> bool {
    embed::prepare(endpoint, locale, messages)
}

/// See [`embed::mount`].
#[wasm_bindgen]
pub fn mount(
    kind: &str,
    host: EventTarget,
    place: HtmlElement,
    attributes: Vec<String>,
    endpoint: &str,
    locale: &str,
    messages: js_sys::Array,
) -> u32 {
    embed::mount(kind, host, place, attributes, endpoint, locale, messages)
}

/// See [`embed::set`].
#[wasm_bindgen]
pub fn set(id: u32, name: &str, value: Option<String>) {
    embed::set(id, name, value);
}

/// See [`embed::set_theme`].
#[wasm_bindgen]
pub fn set_theme(id: u32, theme: &str) {
    embed::set_theme(id, theme);
}

/// See [`embed::unmount`].
#[wasm_bindgen]
pub fn unmount(id: u32) {
    embed::unmount(id);
}

/// See [`embed::refresh`].
#[wasm_bindgen]
pub fn refresh(topics: &str) {
    embed::refresh(topics);
}

/// See [`embed::forget`].
#[wasm_bindgen]
pub fn forget() {
    embed::forget();
}

/// See [`embed::close`].
#[wasm_bindgen]
pub fn close() {
    embed::close();
}
