//! In every empty slot, and on the empty page, a button that adds the first block.

use leptos::prelude::{Get, GetUntracked, RwSignal, Set, With};
use palier_edit::{Position, SlotRef};

use super::hover::adder;
use super::overlay::at;
use super::{Canvas, Frame, SHEET};
use crate::blocks::icon::icon;
use crate::designer::drag::takes_any;
use crate::designer::icons;
use crate::designer::view::Mode;
use crate::dom::{self, Dom};
use crate::i18n::keys;

/// Draws the buttons.
pub(super) fn draw(canvas: &Canvas) -> impl Fn() -> Vec<Dom> + 'static {
    let session = canvas.session;
    let found = RwSignal::new(Vec::<(SlotRef, Frame)>::new());
    let canvas = canvas.clone();
    dom::watch(move || {
        session.moved.get();
        session.version.get();
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
                let button = adder(session, &Position::end(slot.clone()), "here")
                    .child(icon(icons::PLUS))
                    .child(SHEET.el("span", "here-words").text(&words));
                Dom::from(at(SHEET.el("div", "empty"), *frame).child(button))
            });
            buttons.collect()
        })
    }
}
