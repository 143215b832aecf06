//! A modal dialog on the platform's own `<dialog>`: focus stays inside, Escape closes, and
//! focus returns to what opened it.

use leptos::html;
use leptos::prelude::*;

use crate::blocks::icon::{Icon, icon};

/// What a dialog needs besides its content.
pub struct Dialog {
    /// Open while true; closing it from inside (Escape, close button) sets false.
    pub open: RwSignal<bool>,
    /// Name for assistive technology.
    pub label: Signal<String>,
    /// Words on the close button.
    pub close: String,
}

/// Draws the dialog. `content` is made anew each time it opens.
pub fn dialog(
    parts: Dialog,
    content: impl Fn() -> AnyView + Send + Sync + 'static,
) -> impl IntoView {
    let Dialog { open, label, close } = parts;
    let scope = "palier-ui";
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        let (wanted, Some(dialog)) = (open.get(), node.get()) else {
            return;
        };
        if wanted && !dialog.open() {
            // It throws only for a dialog outside a document, which then has nobody to see it.
            drop(dialog.show_modal());
        } else if !wanted && dialog.open() {
            dialog.close();
        }
    });
    // Only a click on the backdrop has the dialog itself as its target.
    let backdrop = move |event: leptos::ev::MouseEvent| {
        let (Some(dialog), Some(target)) = (node.get_untracked(), event.target()) else {
            return;
        };
        if js_sys::Object::is(dialog.as_ref(), target.as_ref()) {
            open.set(false);
        }
    };
    view! { class = scope,
        <dialog
            node_ref=node
            class="pl-dialog"
            part="dialog"
            aria-label=move || label.get()
            on:close=move |_| open.set(false)
            on:click=backdrop
        >
            {move || open.get().then(|| view! { class = scope,
                <button
                    type="button"
                    class="pl-button pl-quiet pl-icon-button pl-dialog-close"
                    aria-label=close.clone()
                    on:click=move |_| open.set(false)
                >
                    {icon(scope, Icon::X)}
                </button>
                <div class="pl-dialog-body">{content()}</div>
            })}
        </dialog>
    }
}
