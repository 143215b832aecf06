//! In every empty slot, and on the empty page, a button that adds the first block.

use palier_contract::ids::NodeId;
use palier_edit::{Position, SlotRef};

use super::hover::adder;
use super::overlay::at;
use super::{Canvas, Frame, SHEET};
use crate::blocks::icon::icon;
use crate::designer::drag::takes_any;
use crate::designer::icons;
use crate::designer::session::Session;
use crate::designer::view::{Mode, Panel};
use crate::dom::{self, Dom, El};
use crate::i18n::keys;
use crate::reactive::RwSignal;

/// An empty page is where somebody begins.
fn begin(session: Session, button: El) -> El {
    let said = session.i18n.t(keys::DESIGNER_BEGIN);
    SHEET
        .el("div", "begin")
        .child(SHEET.el("p", "here-words").text(&said))
        .child(button)
        .child(start(session))
}

/// Leads to whole portals to begin with.
fn start(session: Session) -> El {
    SHEET
        .el("button", "here")
        .attr("type", "button")
        .attr("data-grip", "interactive")
        .attr("data-start", "")
        .on("click", move |_| session.view.go_to(Panel::Templates))
        .child(icon(icons::TEMPLATE))
        .child(
            SHEET
                .el("span", "here-words")
                .text(&session.i18n.t(keys::DESIGNER_START_FROM)),
        )
}

/// Draws the buttons.
pub(super) fn draw(canvas: &Canvas) -> impl Fn() -> Vec<Dom> + 'static {
    let session = canvas.session;
    let found = RwSignal::new(Vec::<(SlotRef, Frame)>::new());
    let canvas = canvas.clone();
    dom::watch(move || {
        session.moved.track();
        session.version.track();
        let mut slots = match session.view.mode.get() {
            Mode::Edit => canvas.empty_slots(),
            Mode::Try => Vec::new(),
        };
        slots.retain(|(slot, _)| takes_any(session, &Position::end(slot.clone())));
        if found.get_untracked() != slots {
            found.set(slots);
        }
    });
    move || {
        let words = session.i18n.t(keys::DESIGNER_ADD_HERE);
        found.with(|found| {
            let buttons = found.iter().map(|(slot, frame)| {
                let button = adder(session, Position::end(slot.clone()).into(), "here")
                    .child(icon(icons::PLUS))
                    .child(SHEET.el("span", "here-words").text(&words));
                let owner = slot.node.as_ref().map_or("", NodeId::as_str);
                let empty = at(SHEET.el("div", "empty"), *frame)
                    .attr("data-empty", &[owner, "/", &slot.slot].concat());
                Dom::from(match slot.node {
                    Some(_) => empty.child(button),
                    None => empty.child(begin(session, button)),
                })
            });
            buttons.collect()
        })
    }
}
