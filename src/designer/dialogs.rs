//! What lies over the desk, one at a time.

use leptos::prelude::{Get, GetUntracked, Set};
use wasm_bindgen::prelude::wasm_bindgen;

use super::drag::Drag;
use super::find;
use super::session::Session;
use super::view::Dialog;
use super::{preview, publish, save, share, versions};
use crate::dom::{self, Dom, El, el};

#[wasm_bindgen(module = "/src/designer/dialogs.js")]
extern "C" {
    #[wasm_bindgen(js_name = closeAll)]
    fn close_all();
}

/// Draws the one that is open.
pub(super) fn draw(session: Session, _drag: &Drag) -> El {
    el("div", "ds-dialogs").slot(move || match session.view.dialog.get() {
        Some(Dialog::Inserter) => Some(find::blocks::draw(session)),
        Some(Dialog::MoveTo) => Some(find::places::draw(session)),
        Some(Dialog::Commands) => Some(find::commands::draw(session)),
        Some(Dialog::Publish) => Some(publish::draw(session)),
        Some(Dialog::Snippet) => Some(share::draw(session)),
        Some(Dialog::Page) => Some(preview::page(session)),
        Some(Dialog::Conflict) => save::draw_conflict(session),
        Some(Dialog::Restore) => save::draw_restore(session),
        Some(Dialog::Revision(number)) => Some(versions::compared(session, number)),
        None => None,
    })
}

/// A dialog with a title, open; Escape and a click beside it close it.
pub(super) fn frame(session: Session, title: &str, name: &'static str, body: Dom) -> El {
    let opened = session.view.dialog.get_untracked();
    el("dialog", "ds-dialog")
        .attr("aria-label", title)
        .attr("data-dialog", name)
        .attr("closedby", "any")
        .on("close", move |_| {
            if session.view.dialog.get_untracked() == opened {
                session.view.dialog.set(None);
            }
        })
        .child(el("div", "ds-dialog-head").child(el("h2", "ds-dialog-title").text(title)))
        .child(el("div", "ds-dialog-body").child(body))
        .node(|dialog| dom::show(&dialog, true))
}

/// Closes what is open; the focus goes back to where it was, or to the selected block.
pub(super) fn close(session: Session) {
    close_all();
    session.view.dialog.set(None);
    session.view.place.set(None);
}
