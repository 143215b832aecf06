//! Placeholders in the shape of what is coming.

use leptos::prelude::*;

/// `rows` placeholders of `height` CSS pixels, `gap` apart. Hidden from assistive technology:
/// the block says that it is busy.
pub fn bones(rows: usize, height: u16, gap: u16) -> AnyView {
    let scope = "palier-ui";
    let bone = move |_| {
        view! { class = scope, <div class="pl-bone" style:block-size=format!("{height}px")></div> }
    };
    view! { class = scope,
        <div class="pl-stack" aria-hidden="true" style:gap=format!("{gap}px")>
            {(0..rows).map(bone).collect_view()}
        </div>
    }
    .into_any()
}
