//! Draws an icon of the kit's set (the drawings are in `icon_paths`).

use crate::dom::{El, el};
use crate::style::Sheet;

/// One drawing of the kit's icon set: an SVG path on a 24 × 24 grid.
///
/// The constants (`Icon::TROPHY`, …) are the whole set, so that a drawing no
/// block uses costs a member nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Icon(pub(crate) &'static str);

/// Draws `icon`, at 1.25 em and in the colour of the surrounding text. The icon is hidden from
/// assistive technology; whatever it says must also be in words, visible or not.
#[must_use]
pub fn icon(icon: Icon) -> El {
    drawn(el("svg", "icon"), icon)
}

/// As [`icon`], with classes of a block's own. With `pl-disc` among them it stands in the middle of
/// a disc, as wide as the style property `--disc` says: one element less than a disc around it.
#[must_use]
pub fn sign(sheet: &Sheet, class: &str, icon: Icon) -> El {
    drawn(sheet.el("svg", &[class, "icon"].join(" ")), icon)
}

fn drawn(svg: El, icon: Icon) -> El {
    svg.attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .child(el("path", "").attr("d", icon.0))
}
