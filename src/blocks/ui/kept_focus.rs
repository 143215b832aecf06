//! Keeps the focus in the block when what has it goes.

use web_sys::Element;

use crate::dom::{El, focus};
use crate::reactive::{StoredValue, on_cleanup};

/// Hands the focus on when `part` goes while the focus is in it: to the `data-place` or the dialog that `part`
/// stands in, where there is one, and to the block's heading otherwise.
#[must_use]
pub fn kept_focus(part: El) -> El {
    let node = StoredValue::<Option<Element>>::new(None);
    // What is drawn in its place comes after this.
    on_cleanup(move || {
        if let Some(Some(part)) = node.try_get_value()
            && part.matches(":focus-within").unwrap_or(false)
        {
            match part.closest("[data-place], dialog").ok().flatten() {
                Some(place) => focus(&place),
                None => to_heading(&part),
            }
        }
    });
    part.node(move |part| node.set_value(Some(part)))
}

/// Moves the focus to the heading of the block that `node` stands in.
pub fn to_heading(node: &Element) {
    let heading = node
        .closest("[data-block]")
        .ok()
        .flatten()
        .and_then(|block| block.query_selector("[part~=heading]").ok().flatten());
    if let Some(heading) = heading {
        focus(&heading);
    }
}
