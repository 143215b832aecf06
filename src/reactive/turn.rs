//! Work that is put off to a task of its own, so that no task keeps the page from answering.

use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::RwSignal;

#[wasm_bindgen(module = "/src/reactive/turn.js")]
extern "C" {
    #[wasm_bindgen(js_name = turn)]
    fn turn_js() -> Promise;
}

/// Becomes true in a task of its own, after everything that asked for its turn before.
#[must_use]
#[inline(never)]
pub fn turn() -> RwSignal<bool> {
    let due = RwSignal::new(false);
    spawn_local(async move {
        // It never rejects; and a signal whose owner has ended is set in vain.
        drop(JsFuture::from(turn_js()).await);
        due.set(true);
    });
    due
}
