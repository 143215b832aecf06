//! The menu of the selected block: every command that its keys have, by single clicks.

use leptos::prelude::Set;
use web_sys::Event;

use super::session::Session;
use super::view::Dialog;

/// Opens it beside the button that was pressed.
pub(super) fn open(session: Session, _event: &Event) {
    session.view.dialog.set(Some(Dialog::Commands));
}
