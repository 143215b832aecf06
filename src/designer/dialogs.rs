//! What lies over the desk, one at a time.

use leptos::prelude::Get;

use super::drag::Drag;
use super::session::Session;
use super::view::Dialog;
use super::{publish, save, share, versions};
use crate::dom::{El, el};

/// Draws the one that is open.
pub(super) fn draw(session: Session, _drag: &Drag) -> El {
    el("div", "ds-dialogs").slot(move || match session.view.dialog.get()? {
        Dialog::Publish => Some(publish::draw(session)),
        Dialog::Snippet => Some(share::draw(session)),
        Dialog::Conflict => save::draw_conflict(session),
        Dialog::Restore => save::draw_restore(session),
        Dialog::Revision(number) => Some(versions::compared(session, number)),
        Dialog::Inserter | Dialog::MoveTo | Dialog::Commands => None,
    })
}
