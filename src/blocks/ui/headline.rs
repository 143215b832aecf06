//! A heading that takes the focus when it appears: where a step of a dialog begins.

use leptos::html;
use leptos::prelude::*;

/// Draws a heading at `level` and moves the focus to it, so that the step is read from its start.
pub fn headline(text: String, level: u8) -> AnyView {
    let scope = "palier-ui";
    let node = NodeRef::<html::Div>::new();
    Effect::new(move || {
        if let Some(element) = node.get() {
            // It throws only for elements that cannot have the focus.
            drop(element.focus());
        }
    });
    view! { class = scope,
        <div
            class="pl-headline"
            part="dialog-heading"
            role="heading"
            attr:aria-level=level.to_string()
            tabindex="-1"
            autofocus=true
            node_ref=node
        >
            {text}
        </div>
    }
    .into_any()
}
