//! The bar: which portal, undo and redo, the width of the page, trying it out, publishing.

use super::{SHEET, role, title};
use crate::blocks::icon::{Icon, icon};
use crate::designer::commands::{self, Command};
use crate::designer::icons;
use crate::designer::save;
use crate::designer::session::Session;
use crate::designer::view::{Dialog, Mode, Width};
use crate::designer::window;
use crate::dom::{Dom, El, el};
use crate::i18n::{Key, keys};

const WIDTHS: [(Width, Icon, Key); 4] = [
    (Width::PHONE, icons::PHONE, keys::DESIGNER_WIDTH_PHONE),
    (Width::TABLET, icons::TABLET, keys::DESIGNER_WIDTH_TABLET),
    (Width::DESKTOP, icons::DESKTOP, keys::DESIGNER_WIDTH_DESKTOP),
    (Width::Fit, icons::FIT, keys::DESIGNER_WIDTH_FIT),
];

/// The widths that there is a button for, with their names.
pub(in crate::designer) fn widths_named() -> impl Iterator<Item = (Width, Key)> {
    WIDTHS.into_iter().map(|(width, _, label)| (width, label))
}

/// Draws it.
pub(super) fn draw(session: Session) -> El {
    SHEET
        .el("header", "bar")
        .attr("data-bar", "")
        .child(
            SHEET
                .el("div", "bar-start")
                .child(
                    SHEET
                        .el("a", "mark")
                        .attr("href", &window::desk_url(""))
                        .attr("aria-label", "Palier")
                        .child(el("img", "").attr("src", "/favicon.svg").attr("alt", "")),
                )
                .child(
                    SHEET
                        .el("div", "name")
                        .child(SHEET.el("h1", "name-title").text_of(move || title(session)))
                        .child(save::bar(session)),
                )
                .child(SHEET.el("span", "split"))
                .child(command(session, Command::Undo, Icon::UNDO))
                .child(command(session, Command::Redo, icons::REDO))
                .child(SHEET.el("span", "split"))
                .child(role::draw(session)),
        )
        .child(widths(session))
        .child(
            SHEET
                .el("div", "bar-end")
                .child(crate::designer::theme::preview::switch(session))
                .child(trying(session))
                .child(getting(session))
                .child(publishing(session)),
        )
}

fn getting(session: Session) -> El {
    let label = session.i18n.t(keys::DESIGNER_PUBLISH_GET);
    el("button", "ds-icon-button")
        .attr("type", "button")
        .attr("aria-label", &label)
        .attr("title", &label)
        .on("click", move |_| {
            session.view.dialog.set(Some(Dialog::Snippet))
        })
        .child(icon(icons::CODE))
}

fn publishing(session: Session) -> El {
    let label = session.i18n.t(keys::DESIGNER_PUBLISH_OPEN);
    el("button", "ds-button ds-primary")
        .attr("type", "button")
        .attr("data-publish", "")
        .on("click", move |_| {
            session.view.dialog.set(Some(Dialog::Publish))
        })
        .child(el("span", "").text(&label))
}

fn command(session: Session, command: Command, drawing: Icon) -> El {
    let label = commands::of(command)
        .map(|row| session.i18n.t(row.label))
        .unwrap_or_default();
    el("button", "ds-icon-button")
        .attr("type", "button")
        .attr("aria-label", &label)
        .attr("title", &label)
        .attr_of("aria-disabled", move || {
            session.version.track();
            (!command.is_possible(session)).then(|| String::from("true"))
        })
        .on("click", move |_| command.run(session))
        .child(icon(drawing))
}

fn widths(session: Session) -> El {
    let width = session.view.width;
    let buttons = WIDTHS.map(|(wanted, drawing, label)| {
        let label = session.i18n.t(label);
        let button = el("button", "ds-segment")
            .attr("type", "button")
            .attr("aria-label", &label)
            .attr("title", &label)
            .attr_of("aria-pressed", move || {
                Some((width.get() == wanted).to_string())
            })
            .on("click", move |_| width.set(wanted))
            .child(icon(drawing));
        Dom::from(button)
    });
    SHEET
        .el("div", "widths ds-segments")
        .attr("role", "group")
        .attr("aria-label", &session.i18n.t(keys::DESIGNER_WIDTH))
        .child(Vec::from(buttons))
}

fn trying(session: Session) -> El {
    let mode = session.view.mode;
    el("button", "ds-button")
        .attr("type", "button")
        .attr_of("aria-pressed", move || {
            Some((mode.get() == Mode::Try).to_string())
        })
        .on("click", move |_| Command::Try.run(session))
        .child(icon(icons::PLAY))
        .child(
            SHEET
                .el("span", "try-label")
                .text(&session.i18n.t(keys::DESIGNER_TRY)),
        )
}
