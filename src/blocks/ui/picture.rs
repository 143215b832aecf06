//! A picture of the programme, in the box that the block gives it.

use palier_contract::{Media, Quantity};

use crate::dom::{El, el};
use crate::store::Store;

/// Draws `media` in full width and height of its parent; `--pl-fit` sets the `object-fit`. `alt`
/// is empty where the words beside it say the same.
#[must_use]
pub fn picture(store: Store, media: &Media, alt: &str) -> El {
    let image = el("img", "pl-picture")
        .attr("alt", alt)
        .attr("loading", "lazy")
        .attr("decoding", "async")
        .attr("src", &store.locate(&media.url));
    let sized = |image: El, name, size: Option<Quantity>| match size {
        Some(size) => image.attr(name, &size.get().to_string()),
        None => image,
    };
    let image = sized(image, "width", media.width);
    sized(image, "height", media.height)
}
