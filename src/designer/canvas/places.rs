//! Tap-and-place: a mark at every gap that takes what was picked, and a way out of it.

use super::SHEET;
use super::frame::length;
use crate::blocks::icon::icon;
use crate::designer::drag::Drag;
use crate::designer::icons;
use crate::designer::session::Session;
use crate::dom::{self, Dom, El, el};
use crate::i18n::keys;

/// The marks, over the page.
pub(super) fn marks(drag: &Drag) -> impl Fn() -> Vec<Dom> + 'static {
    let drag = drag.clone();
    move || {
        let found = drag.choices().get().unwrap_or_default();
        let marks = found.into_iter().map(|choice| {
            let chosen = drag.clone();
            let mark = SHEET
                .el("button", "place")
                .attr("type", "button")
                // Arrows lead to all of them already.
                .attr("tabindex", "-1")
                .attr("data-place", "")
                .attr("data-grip", "interactive")
                .attr("aria-label", &choice.label)
                .attr("title", &choice.label)
                .attr("style:left", &length(choice.at.x))
                .attr("style:top", &length(choice.at.y))
                .child(icon(icons::PLUS));
            Dom::from(mark.on("click", move |_| chosen.choose(&choice)))
        });
        marks.collect()
    }
}

/// What is being placed, and the way to give it up.
pub(super) fn bar(drag: &Drag, session: Session) -> impl Fn() -> Option<El> + 'static {
    let (drag, asked) = (drag.clone(), drag.clone());
    // A hand that only moves changes what is drawn, and not the bar.
    let words = dom::memo(move || {
        let key = match asked.choices().with(|found| found.as_ref().map(Vec::len))? {
            0 => keys::DESIGNER_NOWHERE_FOR,
            _ => keys::DESIGNER_PLACE_FOR,
        };
        let block = asked.drawn().with(|drawn| drawn.label.clone());
        Some(session.i18n.with(key, &[("block", &block)]))
    });
    move || {
        let words = words.get()?;
        let given_up = drag.clone();
        let bar = SHEET
            .el("div", "placing")
            .attr("data-placing", "")
            .attr("data-grip", "interactive")
            .child(el("span", "").text(&words))
            .child(
                SHEET
                    .el("button", "placing-end")
                    .attr("type", "button")
                    .on("click", move |_| given_up.put_back())
                    .text(&session.i18n.t(keys::DESIGNER_CANCEL)),
            );
        Some(bar)
    }
}
