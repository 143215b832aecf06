//! What says on the canvas that a block shows a state, and leads back to live data.

use palier_contract::ids::NodeId;

use super::scenario::{self, LIVE};
use super::{SHEET, states};
use crate::blocks::icon::icon;
use crate::designer::canvas::{Canvas, named};
use crate::designer::icons;
use crate::designer::session::Session;
use crate::designer::view::Mode;
use crate::designer::words;
use crate::dom::{Dom, El};
use crate::i18n::keys;

/// Draws one over each block that shows a state; none while the page is tried out.
pub(in crate::designer) fn all(canvas: &Canvas) -> Vec<Dom> {
    let session = canvas.session();
    session.version.track();
    session.moved.track();
    session.view.stage.track();
    if session.view.mode.get() == Mode::Try {
        return Vec::new();
    }
    let shown = session.read(|tree, rules| {
        let ids = tree.walk(&rules.blocks);
        let dressed = ids.into_iter().filter_map(|id| {
            let node = &tree.node(&id)?.node;
            let state = session.view.stage.of(&id, &node.kind);
            (state != LIVE).then(|| (id, words::block(node, session.i18n), state))
        });
        dressed.collect::<Vec<_>>()
    });
    let drawn = shown.into_iter().filter_map(|(id, name, state)| {
        let frame = canvas.frame(&id).filter(|frame| frame.height > 0.0)?;
        let badge = badge(session, id, &name, state)
            .attr("style:left", &frame.side("left"))
            .attr("style:top", &frame.side("top"))
            .attr("style:width", &frame.side("width"));
        Some(badge.into())
    });
    drawn.collect()
}

fn badge(session: Session, id: NodeId, name: &str, state: &'static str) -> El {
    let i18n = session.i18n;
    let label = i18n.t(scenario::label(state));
    let args = [("block", name), ("state", label.as_str())];
    let (back, chosen) = (i18n.with(keys::DESIGNER_PREVIEW_BACK_OF, &args), id.clone());
    let shown = i18n.with(keys::DESIGNER_PREVIEW_SHOWN, &args);
    SHEET
        .el("div", "badge")
        .attr("data-state-badge", state)
        .attr("data-of", id.as_str())
        .child(
            named(SHEET.el("button", "state"), &shown)
                .attr("aria-haspopup", "menu")
                .on("click", move |event| {
                    states::open_at(session, &chosen, &event)
                })
                .text(&label),
        )
        .child(
            named(SHEET.el("button", "live"), &back)
                .attr("data-live", "")
                .on("click", move |_| states::show(session, &id, LIVE))
                .child(icon(icons::CROSS)),
        )
}
