//! Which scheme the canvas shows. Not part of the document.

use crate::blocks::icon::{Icon, icon};
use crate::designer::session::Session;
use crate::dom::{Dom, El, el};
use crate::i18n::{Key, keys};
use crate::theme::Scheme;

const SUN: Icon = Icon(
    "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
);
const MOON: Icon = Icon("M19.5 14.2A8 8 0 0 1 9.8 4.5a8 8 0 1 0 9.7 9.7z");

/// Draws the switch.
pub(in crate::designer) fn switch(session: Session) -> El {
    let buttons = [
        (Scheme::Light, SUN, keys::DESIGNER_THEME_PREVIEW_LIGHT),
        (Scheme::Dark, MOON, keys::DESIGNER_THEME_PREVIEW_DARK),
    ]
    .map(|(scheme, drawing, label): (Scheme, Icon, Key)| {
        let label = session.i18n.t(label);
        let button = el("button", "ds-segment")
            .attr("type", "button")
            .attr("aria-label", &label)
            .attr("title", &label)
            .attr("data-preview", scheme.word())
            .attr_of("aria-pressed", move || {
                Some((super::shown(session) == scheme).to_string())
            })
            .on("click", move |_| session.view.scheme.set(Some(scheme)))
            .child(icon(drawing));
        Dom::from(button)
    });
    el("div", "ds-segments")
        .attr("role", "group")
        .attr("aria-label", &session.i18n.t(keys::DESIGNER_THEME_PREVIEW))
        .child(Vec::from(buttons))
}
