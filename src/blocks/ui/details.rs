//! Something folded: its content is built when it is first opened.

use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::dom::{Dom, El};
use crate::reactive::RwSignal;

/// Draws the platform's `<details>` on `element`: its `summary`, and `content` from the moment it
/// is first open. What was opened once stays, so that nothing typed in it is lost.
#[must_use]
pub fn details<D: Into<Dom>>(
    element: El,
    summary: El,
    open: bool,
    content: impl Fn() -> D + 'static,
) -> El {
    let opened = RwSignal::new(open);
    element
        .flag("open", open)
        .on("toggle", move |event| {
            let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
            if !opened.get_untracked() && target.is_some_and(|it| it.has_attribute("open")) {
                opened.set(true);
            }
        })
        .child(summary)
        .slot(move || opened.get().then(|| content().into()))
}
