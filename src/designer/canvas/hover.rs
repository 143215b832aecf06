//! What a pointer that hovers is shown: the block beneath it with its name, and in a gap a plus
//! that adds a block there. It lies over the page, which never moves for it.

use super::frame::length;
use super::overlay::at;
use super::tools::named;
use super::{Canvas, SHEET};
use crate::blocks::icon::icon;
use crate::designer::drag::{Drag, Gap, Spot};
use crate::designer::find::blocks;
use crate::designer::session::Session;
use crate::designer::view::Dialog;
use crate::designer::{icons, words};
use crate::dom::{Dom, El};
use crate::i18n::keys;

/// The block under the pointer; one that is selected has a frame already.
pub(super) fn frame(canvas: &Canvas, drag: &Drag) -> impl Fn() -> Option<El> + 'static {
    let (canvas, over, session) = (canvas.clone(), drag.over(), canvas.session);
    move || {
        let id = over.get()?;
        if session.selection.with(|ids| ids.contains(&id)) {
            return None;
        }
        let frame = canvas.frame(&id)?;
        let name = session.read(|tree, _| {
            let entry = tree.node(&id)?;
            Some(words::block(&entry.node, session.i18n))
        })?;
        let name = SHEET
            .el("span", "hover-name")
            // Above the page there is no room for it.
            .flag("data-inside", frame.top < 20.0)
            .text(&name);
        let hover = at(SHEET.el("div", "hover"), frame).attr("data-hover", id.as_str());
        Some(hover.attr("aria-hidden", "true").child(name))
    }
}

/// The gap that the pointer is near to; the selected block has a plus of its own after it.
pub(super) fn gap(drag: &Drag, session: Session) -> impl Fn() -> Vec<Dom> + 'static {
    let gap = drag.gap();
    move || {
        let own = session.selection.with(|ids| ids.first().cloned());
        let own = own.and_then(|id| session.read(|tree, _| tree.position_of(&id)));
        let found = gap.get().filter(|gap| own.as_ref() != Some(&gap.spot.at));
        found.map(|gap| plus(session, &gap)).unwrap_or_default()
    }
}

fn plus(session: Session, gap: &Gap) -> Vec<Dom> {
    let line = gap.line;
    let is_upright = line.height > line.width;
    let drawn = at(SHEET.el("div", "gap"), line).flag("data-upright", is_upright);
    let button = adder(session, gap.spot.clone(), "plus")
        .attr("style:left", &length(gap.plus.x))
        .attr("style:top", &length(gap.plus.y))
        .child(icon(icons::PLUS));
    vec![drawn.into(), button.into()]
}

/// A button that opens the inserter for one place.
pub(super) fn adder(session: Session, spot: Spot, class: &'static str) -> El {
    let place = session.read(|tree, rules| blocks::place(tree, rules, &spot.at, session.i18n));
    let label = session
        .i18n
        .with(keys::DESIGNER_ADD_AT, &[("place", &place)]);
    named(SHEET.el("button", class), &label)
        .attr("tabindex", "-1")
        .attr("data-near", "")
        .on("click", move |_| {
            session.view.place.set(Some(spot.clone()));
            session.view.dialog.set(Some(Dialog::Inserter));
        })
}
