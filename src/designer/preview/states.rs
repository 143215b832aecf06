//! Choosing the state of one block: from its menu, from its badge on the canvas, and from its
//! panel.

use palier_contract::ids::NodeId;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Event;

use super::field;
use super::scenario::{self, LIVE, Row};
use crate::designer::session::Session;
use crate::designer::{dialogs, menu};
use crate::dom::{Dom, El, el};
use crate::i18n::{I18n, keys};
use crate::reactive::untrack;

#[wasm_bindgen(module = "/src/designer/preview/states.js")]
extern "C" {
    /// Where a menu of the selected block begins.
    fn beside() -> Vec<f64>;
}

/// The selected block, if it is one with states. Not tracked.
pub(in crate::designer) fn selected(session: Session) -> Option<(NodeId, String)> {
    let ids = session.selection.get_untracked();
    let [id] = ids.as_slice() else { return None };
    let kind = session.read(|tree, _| Some(tree.node(id)?.node.kind.clone()))?;
    scenario::has_states(&kind).then(|| (id.clone(), kind))
}

/// Opens the menu beside the selected block.
pub(in crate::designer) fn open(session: Session) {
    if let &[x, y] = beside().as_slice() {
        session.view.stage.states.set(Some((x, y)));
    }
}

/// Opens it below what was pressed, for a block that is selected by that.
pub(super) fn open_at(session: Session, id: &NodeId, event: &Event) {
    session.select(vec![id.clone()]);
    if let &[x, y] = menu::corner(event).as_slice() {
        dialogs::close();
        session.view.stage.states.set(Some((x, y)));
    }
}

/// Draws the menu while it is open.
pub(in crate::designer) fn draw(session: Session) -> Option<El> {
    let stage = session.view.stage;
    let (x, y) = stage.states.get()?;
    let (id, kind) = selected(session)?;
    let rows = rows(&kind);
    let items = rows.enumerate().flat_map(|(at, row)| {
        let is_line = at == 1 || at == scenario::COMMON.len() + 1;
        let line = is_line.then(|| el("div", "ds-menu-line").attr("role", "separator").into());
        line.into_iter().chain([item(session, &id, &kind, row)])
    });
    let items: Vec<Dom> = items.collect();
    Some(
        menu::popover(x, y, move || {
            if stage.states.get_untracked() == Some((x, y)) {
                stage.states.set(None);
            }
        })
        .attr("data-states", "")
        .attr("aria-label", &session.i18n.t(keys::DESIGNER_PREVIEW_STATE))
        .child(items),
    )
}

/// Live, what every block has, what this one has besides.
fn rows(kind: &str) -> impl Iterator<Item = Row> {
    std::iter::once((LIVE, keys::DESIGNER_PREVIEW_LIVE))
        .chain(scenario::COMMON.iter().copied())
        .chain(scenario::further(kind).collect::<Vec<_>>())
}

fn item(session: Session, id: &NodeId, kind: &str, (name, label): Row) -> Dom {
    let stage = session.view.stage;
    let id = id.clone();
    // Tracked, a choice would open the menu anew.
    let is_shown = untrack(|| stage.of(&id, kind)) == name;
    el("button", "ds-menu-item")
        .attr("type", "button")
        .attr("role", "menuitemradio")
        .attr("aria-checked", &is_shown.to_string())
        .attr("tabindex", "-1")
        .attr("data-state", name)
        .on("click", move |_| {
            dialogs::close();
            show(session, &id, name);
        })
        .child(el("span", "ds-menu-mark").attr("aria-hidden", "true"))
        .child(el("span", "").text(&session.i18n.t(label)))
        .into()
}

/// Shows a block in a state, and says so.
pub(super) fn show(session: Session, id: &NodeId, name: &str) {
    session.view.stage.show(id, name);
    let i18n = session.i18n;
    session.say(said(i18n, name));
}

fn said(i18n: I18n, name: &str) -> String {
    let state = i18n.t(scenario::label(name));
    i18n.with(keys::DESIGNER_PREVIEW_SAID, &[("state", &state)])
}

/// The choice on the panel of a block; nothing for blocks without states.
pub(in crate::designer) fn field_of(session: Session, id: &NodeId) -> Option<El> {
    let kind = session.read(|tree, _| Some(tree.node(id)?.node.kind.clone()))?;
    if !scenario::has_states(&kind) {
        return None;
    }
    let i18n = session.i18n;
    let choices: Vec<field::Choice> = rows(&kind)
        .map(|(name, label)| field::Choice::new(name, &i18n.t(label)))
        .collect();
    let stage = session.view.stage;
    let (read, written) = (id.clone(), id.clone());
    Some(field::select(
        "data-state-of-block",
        &i18n.t(keys::DESIGNER_PREVIEW_SHOW_AS),
        field::options(&choices),
        move || stage.of(&read, &kind).to_owned(),
        move |name| show(session, &written, &name),
    ))
}
