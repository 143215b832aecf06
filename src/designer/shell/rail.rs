//! The rail of panels, and the panel that is open. A further panel is one more row here.

use leptos::prelude::{Get, Set};

use super::SHEET;
use crate::blocks::icon::{Icon, icon};
use crate::designer::drag::Drag;
use crate::designer::session::Session;
use crate::designer::view::Panel;
use crate::designer::{icons, palette, templates, versions};
use crate::dom::{Dom, El, el};
use crate::i18n::{Key, keys};

/// A panel: its drawing, its name, what it shows.
type Row = (Panel, Icon, Key, fn(Session, &Drag) -> El);

const PANELS: &[Row] = &[
    (
        Panel::Add,
        icons::PLUS,
        keys::DESIGNER_PANEL_ADD,
        palette::draw,
    ),
    (
        Panel::Templates,
        icons::TEMPLATE,
        keys::DESIGNER_PANEL_TEMPLATES,
        templates::draw,
    ),
    (
        Panel::Revisions,
        icons::HISTORY,
        keys::DESIGNER_PANEL_REVISIONS,
        versions::draw,
    ),
];

/// Draws the rail.
pub(super) fn rail(session: Session) -> El {
    let open = session.view.panel;
    let buttons = PANELS.iter().map(|(panel, drawing, label, _)| {
        let label = session.i18n.t(*label);
        let button = SHEET
            .el("button", "rail-button")
            .attr("type", "button")
            .attr("aria-label", &label)
            .attr("title", &label)
            .attr_of("aria-pressed", move || {
                Some((open.get() == Some(*panel)).to_string())
            })
            .on("click", move |_| {
                open.set(if open.get() == Some(*panel) {
                    None
                } else {
                    Some(*panel)
                });
            })
            .child(icon(*drawing));
        Dom::from(button)
    });
    SHEET
        .el("nav", "rail")
        .attr("aria-label", &session.i18n.t(keys::DESIGNER_PANELS))
        .child(buttons.collect::<Vec<_>>())
}

/// Draws the panel that is open.
pub(super) fn panel(session: Session, drag: &Drag) -> El {
    let open = session.view.panel;
    let drag = drag.clone();
    el("div", "")
        .slot(move || {
            let wanted = open.get()?;
            let (_, _, label, draw) = PANELS.iter().find(|(panel, ..)| *panel == wanted)?;
            let label = session.i18n.t(*label);
            Some(
                SHEET
                    .el("aside", "left ds-panel")
                    .attr("aria-label", &label)
                    .attr("style:block-size", "100%")
                    .child(
                        el("div", "ds-panel-head").child(el("h2", "ds-panel-title").text(&label)),
                    )
                    .child(draw(session, &drag)),
            )
        })
        .attr("style:grid-area", "left")
        .attr("style:min-block-size", "0")
}
