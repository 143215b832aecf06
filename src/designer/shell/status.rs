//! The line below: the way from the page to the selected block, and what was said last.

use palier_contract::ids::NodeId;

use super::{SHEET, spoken};
use crate::designer::session::Session;
use crate::designer::view::Mode;
use crate::designer::words;
use crate::dom::{self, Dom, El};
use crate::i18n::keys;

/// Draws it.
pub(super) fn draw(session: Session) -> El {
    SHEET
        .el("footer", "status")
        .slot(way(session))
        .child(
            SHEET
                .el("div", "told")
                .child(crate::designer::problems::weight(session))
                // Drawn anew each time, so that each is seen for as long as the one before it.
                .slot(move || {
                    let said = SHEET.el("span", "said").attr("aria-hidden", "true");
                    said.text(&session.said.get())
                }),
        )
        .child(crate::designer::canvas::zoom::draw(session))
        .child(spoken(session))
}

/// Drawn anew only when it leads elsewhere, or something on it is called otherwise.
fn way(session: Session) -> impl Fn() -> Vec<Dom> + 'static {
    let names = dom::memo(move || {
        session.version.track();
        // While the page is tried out, nothing of it is selected.
        if session.view.mode.get() == Mode::Try {
            return None;
        }
        let selected = session.selection.get();
        let named = selected.first().map(|id| names(session, id));
        Some(named.unwrap_or_default())
    });
    move || {
        names
            .get()
            .map(|names| crumbs(session, names))
            .unwrap_or_default()
    }
}

/// The blocks around a block and itself, from the outside in.
fn names(session: Session, id: &NodeId) -> Vec<(NodeId, String)> {
    session.read(|tree, _| {
        let mut ids: Vec<&NodeId> = std::iter::once(id).chain(tree.ancestors(id)).collect();
        ids.reverse();
        let named = ids
            .into_iter()
            .filter_map(|id| Some((id.clone(), words::block(&tree.node(id)?.node, session.i18n))));
        named.collect()
    })
}

fn crumbs(session: Session, names: Vec<(NodeId, String)>) -> Vec<Dom> {
    let last = names.len();
    let page = crumb(&session.i18n.t(keys::DESIGNER_PAGE), last == 0)
        .on("click", move |_| session.select(Vec::new()));
    let blocks = names.into_iter().enumerate().map(|(index, (id, name))| {
        let crumb =
            crumb(&name, index + 1 == last).on("click", move |_| session.select(vec![id.clone()]));
        Dom::from(vec![
            Dom::from(SHEET.el("span", "").attr("aria-hidden", "true").text("›")),
            crumb.into(),
        ])
    });
    std::iter::once(Dom::from(page)).chain(blocks).collect()
}

fn crumb(name: &str, is_last: bool) -> El {
    let crumb = SHEET
        .el("button", "crumb")
        .attr("type", "button")
        // Where the line is too short for all of it.
        .attr("title", name)
        .text(name);
    if is_last {
        crumb.attr("aria-current", "true")
    } else {
        crumb
    }
}
