//! The rail of panels, and the panel that is open. A further panel is one more row here.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Event;

use super::SHEET;
use crate::blocks::icon::{Icon, icon};
use crate::designer::drag::Drag;
use crate::designer::session::Session;
use crate::designer::view::Panel;
use crate::designer::{icons, outline, palette, problems, templates, theme, versions};
use crate::dom::{Dom, El, el};
use crate::i18n::{Key, keys};

#[wasm_bindgen(module = "/src/designer/shell/desk.js")]
extern "C" {
    #[wasm_bindgen(js_name = leavesDrawer)]
    fn leaves_drawer(event: &Event) -> bool;
    #[wasm_bindgen(js_name = focusRail)]
    fn focus_rail(name: &str);
}

/// What the button of the properties is told from others by.
const ASIDE: &str = "Aside";

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
        Panel::Outline,
        icons::LAYERS,
        keys::DESIGNER_PANEL_OUTLINE,
        outline::draw,
    ),
    (
        Panel::Templates,
        icons::TEMPLATE,
        keys::DESIGNER_PANEL_TEMPLATES,
        templates::draw,
    ),
    (
        Panel::Theme,
        icons::PALETTE,
        keys::DESIGNER_PANEL_THEME,
        theme::draw,
    ),
    (
        Panel::Problems,
        Icon::WARNING,
        keys::DESIGNER_PANEL_PROBLEMS,
        problems::draw,
    ),
    (
        Panel::Revisions,
        icons::HISTORY,
        keys::DESIGNER_PANEL_REVISIONS,
        versions::draw,
    ),
];

/// The panels, with their names.
pub(in crate::designer) fn panels() -> impl Iterator<Item = (Panel, Key)> {
    PANELS.iter().map(|(panel, _, label, _)| (*panel, *label))
}

/// Draws the rail.
pub(super) fn rail(session: Session) -> El {
    let open = session.view.panel;
    let buttons = PANELS.iter().map(|(panel, drawing, label, _)| {
        let label = session.i18n.t(*label);
        let button = SHEET
            .el("button", "rail-button")
            .attr("type", "button")
            .attr_of("aria-label", {
                let label = label.clone();
                move || {
                    Some(match panel {
                        Panel::Problems => problems::label(session),
                        _ => label.clone(),
                    })
                }
            })
            .attr("title", &label)
            .attr("data-opens-panel", &format!("{panel:?}"))
            .attr_of("aria-pressed", move || {
                Some((open.get() == Some(*panel)).to_string())
            })
            .on("click", move |_| match open.get_untracked() {
                Some(shown) if shown == *panel => open.set(None),
                _ => session.view.show(*panel),
            })
            .child(icon(*drawing))
            .child(SHEET.el("span", "rail-name").text(&label))
            .slot(move || match panel {
                Panel::Problems => problems::badge(session),
                _ => None,
            });
        Dom::from(button)
    });
    SHEET
        .el("nav", "rail")
        .attr("data-side", "")
        .attr("aria-label", &session.i18n.t(keys::DESIGNER_PANELS))
        .child(buttons.collect::<Vec<_>>())
        .child(aside(session))
}

/// Opens the properties, on a desk that has no room for them beside the page.
fn aside(session: Session) -> El {
    let (open, label) = (
        session.view.aside,
        session.i18n.t(keys::DESIGNER_PROPERTIES),
    );
    SHEET
        .el("button", "rail-button rail-aside")
        .attr("type", "button")
        .attr("data-opens-panel", ASIDE)
        .attr("aria-label", &label)
        .attr("title", &label)
        .attr_of("aria-pressed", move || Some(open.get().to_string()))
        .on("click", move |_| match open.get_untracked() {
            true => open.set(false),
            false => session.view.show_aside(),
        })
        .child(icon(icons::SLIDERS))
        .child(SHEET.el("span", "rail-name").text(&label))
}

/// Closes the panel at the start; the focus goes back to its button.
fn shut_panel(session: Session) {
    if let Some(panel) = session.view.panel.get_untracked() {
        session.view.panel.set(None);
        focus_rail(&format!("{panel:?}"));
    }
}

/// Closes the properties, where they lie over the page; the focus goes back to their button.
pub(in crate::designer) fn shut_aside(session: Session) {
    session.view.aside.set(false);
    focus_rail(ASIDE);
}

/// Answers a key that leaves the drawers: the one that lies over the page is shut.
pub(super) fn leave_drawer(session: Session, event: &Event) {
    if !leaves_drawer(event) {
        return;
    }
    if session.view.aside.get_untracked() {
        shut_aside(session);
    } else if session.view.panel.get_untracked().is_some() {
        shut_panel(session);
    } else {
        return;
    }
    event.prevent_default();
    event.stop_propagation();
}

/// Closes a panel that lies over the page.
pub(in crate::designer) fn shut(session: Session, run: impl Fn() + 'static) -> El {
    let label = session.i18n.t(keys::DESIGNER_SAVE_CLOSE);
    SHEET
        .el("button", "shut ds-icon-button")
        .attr("type", "button")
        .attr("aria-label", &label)
        .attr("title", &label)
        .on("click", move |_| run())
        .child(icon(icons::CROSS))
}

/// Draws the panel that is open.
pub(super) fn panel(session: Session, drag: &Drag) -> El {
    let open = session.view.panel;
    let drag = drag.clone();
    let start = SHEET.el("div", "start").attr("data-side", "");
    start.slot(move || {
        let wanted = open.get()?;
        let (_, _, label, draw) = PANELS.iter().find(|(panel, ..)| *panel == wanted)?;
        let label = session.i18n.t(*label);
        Some(
            SHEET
                .el("aside", "left ds-panel")
                .attr("aria-label", &label)
                .child(
                    el("div", "ds-panel-head")
                        .child(el("h2", "ds-panel-title").text(&label))
                        .child(shut(session, move || shut_panel(session))),
                )
                .child(draw(session, &drag)),
        )
    })
}
