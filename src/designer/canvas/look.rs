//! What of the page is looked at: which parts of tabs are shown, and that what is new is seen.

use web_sys::{Element, Event};

use super::{Canvas, SHEET, scroll_to_block, scroll_to_new};
use crate::designer::parts;
use crate::designer::session::Session;
use crate::designer::shell::is_narrow;
use crate::designer::view::Mode;
use crate::dom::{self, El};
use crate::i18n::keys;

impl Canvas {
    /// Follows the selection into the parts that it stands in, for as long as the canvas lives.
    pub(super) fn follow_selection(&self) {
        let session = self.session;
        dom::watch(move || {
            let first = session.selection.with(|ids| ids.first().cloned());
            if let Some(id) = first {
                session.show_parts_around(&id);
            }
        });
        dom::watch(move || {
            let first = session.selection.with(|ids| ids.first().cloned());
            // The properties lie over the page there: what they are about is to be seen beside them.
            if let Some(id) = first.filter(|_| session.view.aside.get() && is_narrow()) {
                scroll_to_block(id.as_str());
            }
        });
        let arrived = self.clone();
        dom::watch(move || {
            // After the selection of an edit, which comes after what it changed.
            session.version.track();
            arrived.show_arrival();
        });
        let shown = self.clone();
        dom::watch(move || {
            // Members' clicks turn tabs as well, while the page is tried out.
            session.view.mode.track();
            let parts = session.view.parts.get();
            for (id, index) in &parts {
                if let Some(cell) = shown.element(id) {
                    parts::apply(&cell, *index);
                }
            }
            session.moved.update(|times| *times += 1);
        });
    }

    /// Brings the first of the selected blocks into view, if the last edit put any there.
    fn show_arrival(&self) {
        if !self.arrived.take() {
            return;
        }
        let selected = self.session.selection.get_untracked();
        if let Some(cell) = selected.first().and_then(|id| self.element(id)) {
            scroll_to_new(&cell);
        }
    }

    /// A click on a tab shows its part.
    pub(super) fn clicked(&self, event: &Event) {
        let page = self.page.borrow().clone();
        self.turn(page.and_then(|page: Element| parts::clicked(&page, event)));
    }

    /// Shows the part of the tab at a point of the window; says whether there is one.
    pub(in crate::designer) fn turn_at(&self, x: f64, y: f64) -> bool {
        let page = self.page.borrow().clone();
        self.turn(page.and_then(|page| parts::under(&page, x, y)))
    }

    /// Shows a part at once: what is carried is led by how the page looks then.
    fn turn(&self, part: Option<parts::Part>) -> bool {
        let Some((id, index)) = part else {
            return false;
        };
        if let Some(cell) = self.element(&id) {
            parts::apply(&cell, index);
        }
        self.session.show_part(&id, index);
        true
    }
}

/// While the page is tried out, says so, and has the way back.
pub(super) fn trying(session: Session) -> impl Fn() -> Option<El> + 'static {
    let i18n = session.i18n;
    move || {
        (session.view.mode.get() == Mode::Try).then(|| {
            SHEET
                .el("div", "placing")
                .attr("data-trying", "")
                .child(
                    SHEET
                        .el("span", "")
                        .attr("role", "status")
                        .text(&i18n.t(keys::DESIGNER_TRY_TOLD)),
                )
                .child(
                    SHEET
                        .el("button", "placing-end")
                        .attr("type", "button")
                        .on("click", move |_| session.look_as(Mode::Edit))
                        .text(&i18n.t(keys::DESIGNER_TRY_END)),
                )
        })
    }
}
