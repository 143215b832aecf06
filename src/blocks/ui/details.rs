//! Something folded: its content is built when it is first opened.

use crate::dom::{Dom, El};
use crate::reactive::RwSignal;

/// Draws the platform's `<details>` on `element`: its `summary`, and `content` from the moment it
/// is first open. What was opened once stays, so that nothing typed in it is lost.
#[must_use]
pub fn details<D: Into<Dom>>(
    element: El,
    summary: El,
    open: bool,
    content: impl Fn() -> D + 'static,
) -> El {
    let opened = RwSignal::new(open);
    // Not `toggle`: that comes a task later, when the element and its listener may be gone.
    let summary = summary.on("click", move |_| {
        if !opened.get_untracked() {
            opened.set(true);
        }
    });
    element
        .attr("part", "details")
        .flag("open", open)
        .child(summary.attr("part", "summary"))
        .slot(move || opened.get().then(|| content().into()))
}
