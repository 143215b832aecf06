//! Draws an icon of the kit's set (the drawings are in `icon_paths`).

use leptos::prelude::*;
use leptos::svg;

/// One drawing of the kit's icon set: an SVG path on a 24 × 24 grid.
///
/// The constants (`Icon::TROPHY`, …) are the whole set, so that a drawing no
/// block uses costs a member nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Icon(pub(crate) &'static str);

/// Draws `icon`, at 1.25 em and in the colour of the surrounding text.
///
/// `scope` is the class of the calling block's sheet: one class name, not
/// empty. The icon is hidden from assistive technology; whatever it says must
/// also be in words, visible or not.
pub fn icon(scope: &'static str, icon: Icon) -> impl IntoView {
    // Only the outer element is styled, so the path goes without the scope
    // class. The scope also keeps `view!` from writing innerHTML, which pages
    // that require Trusted Types refuse.
    view! {
        class = scope,
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            {svg::path().attr("d", icon.0)}
        </svg>
    }
}
