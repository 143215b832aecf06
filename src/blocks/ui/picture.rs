//! A picture of the programme, in the box that the block gives it.

use leptos::prelude::*;
use palier_contract::Media;

use crate::store::Store;

/// Draws `media` in full width and height of its parent; `--pl-fit` sets the `object-fit`. `alt`
/// is empty where the words beside it say the same.
pub fn picture(store: Store, media: &Media, alt: String) -> AnyView {
    let scope = "palier-ui";
    let size =
        |value: Option<palier_contract::Quantity>| value.map(|value| value.get().to_string());
    view! { class = scope,
        <img
            class="pl-picture"
            src=store.locate(&media.url)
            alt=alt
            width=size(media.width)
            height=size(media.height)
            loading="lazy"
            decoding="async"
        />
    }
    .into_any()
}
