//! What the selected block says of itself, as fields made from its schema.

use leptos::prelude::Get;

use super::session::Session;
use super::words;
use crate::dom::{El, el};
use crate::i18n::keys;
use crate::style::sheets;

/// Draws the panel.
pub(super) fn draw(session: Session) -> El {
    let i18n = session.i18n;
    sheets::SHELL
        .el("aside", "right ds-panel")
        .attr("aria-label", &i18n.t(keys::DESIGNER_PROPERTIES))
        .child(
            el("div", "ds-panel-head").child(el("h2", "ds-panel-title").text_of(move || {
                session.version.get();
                let ids = session.selection.get();
                let name = session.read(|tree, _| {
                    let entry = tree.node(ids.first()?)?;
                    Some(words::block(&entry.node, i18n))
                });
                name.unwrap_or_else(|| i18n.t(keys::DESIGNER_PAGE))
            })),
        )
        .child(
            el("div", "ds-panel-body")
                .child(el("p", "ds-empty").text(&i18n.t(keys::DESIGNER_NOTHING_SELECTED))),
        )
}
