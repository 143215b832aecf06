//! The state that the gallery cannot draw itself: a page whose policy blocks WebAssembly.

use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(module = "/src/gallery/steps.js")]
extern "C" {
    fn reached();
}

/// The state's name in the address.
pub(super) const NAME: &str = "wasm-blocked";

/// The tag on such a page, which is the brand's (`public/embed/blocked.html`).
pub(super) fn stage(block: &str) -> AnyView {
    let page = format!("/embed/blocked.html?block={block}");
    view! { class = "gallery",
        <iframe class="gl-blocked" title="A page whose policy blocks WebAssembly" src=page on:load=move |_| reached()></iframe>
    }
    .into_any()
}
