//! A modal dialog on the platform's own `<dialog>`: focus stays inside, Escape closes, and
//! focus returns to what opened it.

use web_sys::Element;

use crate::blocks::icon::{Icon, icon};
use crate::dom::{Dom, El, el, show, watch};
use crate::reactive::{RwSignal, Signal, StoredValue};

/// What a dialog needs besides its content.
#[derive(Debug, Clone)]
pub struct Dialog {
    /// Open while true; closing it from inside (Escape, close button, backdrop) sets false.
    pub open: RwSignal<bool>,
    /// Name for assistive technology.
    pub label: Signal<String>,
    /// Words on the close button.
    pub close: String,
}

/// Draws the dialog. `content` is made anew each time it opens.
#[must_use]
pub fn dialog(parts: Dialog, content: impl Fn() -> Dom + 'static) -> El {
    let Dialog { open, label, close } = parts;
    let node = StoredValue::<Option<Element>>::new(None);
    // Only a click on the backdrop has the dialog itself as its target.
    let backdrop = move |event: web_sys::Event| {
        if event.target().map(wasm_bindgen::JsValue::from) == node.get_value().map(Into::into) {
            open.set(false);
        }
    };
    el("dialog", "pl-dialog")
        .attr_of("aria-label", move || Some(label.get()))
        .on("close", move |_| {
            // The browser tells it later: it may have been opened again by then.
            let is_open = |dialog: Element| dialog.has_attribute("open");
            if !node.get_value().is_some_and(is_open) {
                open.set(false);
            }
        })
        .on("click", backdrop)
        .slot(move || {
            open.get().then(|| {
                let body = el("div", "pl-dialog-body").child(content());
                Dom::from(vec![
                    el(
                        "button",
                        "pl-button pl-quiet pl-icon-button pl-dialog-close",
                    )
                    .attr("type", "button")
                    .attr("aria-label", &close)
                    .on("click", move |_| open.set(false))
                    .child(icon(Icon::X)),
                    body,
                ])
            })
        })
        // After the content: a dialog that opens empty keeps the focus to itself.
        .node(move |dialog| {
            node.set_value(Some(dialog.clone()));
            watch(move || show(&dialog, open.get()));
        })
}
