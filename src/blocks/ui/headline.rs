//! A heading that takes the focus when it appears: where a step of a dialog begins.

use crate::dom::{El, el, focus};

/// Draws a heading at `level` and moves the focus to it, so that the step is read from its start.
#[must_use]
pub fn headline(text: &str, level: u8) -> El {
    el("div", "pl-headline")
        .attr("role", "heading")
        .attr("aria-level", &level.to_string())
        .attr("tabindex", "-1")
        // In a dialog that is about to open, the browser gives the focus to this.
        .flag("autofocus", true)
        .text(text)
        .node(|heading| focus(&heading))
}
