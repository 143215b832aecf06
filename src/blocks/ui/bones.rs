//! Placeholders in the shape of what is coming.

use crate::dom::{Dom, el};

/// `rows` placeholders of `height` CSS pixels, `gap` apart. Hidden from assistive technology:
/// the block says that it is busy.
#[must_use]
pub fn bones(rows: usize, height: u16, gap: u16) -> Dom {
    let height = format!("{height}px");
    let bone = |_| el("div", "pl-bone").attr("style:block-size", &height);
    el("div", "pl-stack")
        .attr("aria-hidden", "true")
        .attr("style:gap", &format!("{gap}px"))
        .child((0..rows).map(bone).collect::<Vec<_>>())
        .into()
}
