//! What lies over the desk, one at a time, and the frame that all dialogs share.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, Event};

use super::find;
use super::icons;
use super::naming;
use super::session::Session;
use super::view::Dialog;
use super::{preview, publish, save, share, templates, versions};
use crate::blocks::icon::icon;
use crate::dom::{self, Dom, El, el};
use crate::i18n::{I18n, keys};

#[wasm_bindgen(module = "/src/designer/dialogs.js")]
extern "C" {
    /// Closes what is open, menus too; the focus goes back to where it was (WCAG 2.2, 2.4.3).
    pub(super) fn close();
    fn settle(dialog: &Element);
    /// Whether what an event came to is still there.
    #[wasm_bindgen(js_name = isOnPage)]
    fn is_on_page(event: &Event) -> bool;
    /// Focuses what has taken the place of something that had the focus, and only then.
    #[wasm_bindgen(js_name = catchFocus)]
    pub(super) fn catch_focus(part: &Element);
}

/// Draws the one that is open.
pub(super) fn draw(session: Session) -> El {
    el("div", "ds-dialogs").slot(move || match session.view.dialog.get() {
        Some(Dialog::Inserter) => Some(find::blocks::draw(session)),
        Some(Dialog::MoveTo) => Some(find::places::draw(session)),
        Some(Dialog::Commands) => Some(find::commands::draw(session)),
        Some(Dialog::Rename) => Some(naming::rename(session)),
        Some(Dialog::Section) => Some(naming::section(session)),
        Some(Dialog::Publish) => Some(publish::draw(session)),
        Some(Dialog::Snippet) => Some(share::draw(session)),
        Some(Dialog::Page) => Some(preview::page(session)),
        Some(Dialog::Conflict) => save::draw_conflict(session),
        Some(Dialog::Restore) => save::draw_restore(session),
        Some(Dialog::Template(name)) => templates::replacing(session, name),
        Some(Dialog::SectionTaken(name)) => Some(templates::taken(session, name)),
        Some(Dialog::Revision {
            number,
            is_current,
            asks,
        }) => Some(versions::one(session, number, is_current, asks)),
        None => None,
    })
}

/// A dialog of the desk, open for as long as it is on the page; `name` tells it from others.
///
/// `body` scrolls, `foot` holds the buttons. Escape and the cross close it; so does [`close`].
pub(super) fn frame(
    session: Session,
    name: &'static str,
    title: &str,
    body: impl Into<Dom>,
    foot: impl Into<Dom>,
) -> El {
    let view = session.view;
    alone(session.i18n, name, title, body, foot, move || {
        view.dialog.set(None);
        view.place.set(None);
    })
}

/// The same without a desk; calls `closed` when it was closed.
pub(super) fn alone(
    i18n: I18n,
    name: &'static str,
    title: &str,
    body: impl Into<Dom>,
    foot: impl Into<Dom>,
    closed: impl Fn() + 'static,
) -> El {
    let label = i18n.t(keys::DESIGNER_SAVE_CLOSE);
    let cross = el("button", "ds-icon-button")
        .attr("type", "button")
        .attr("aria-label", &label)
        .attr("title", &label)
        .on("click", |_| close())
        .child(icon(icons::CROSS));
    el("dialog", "ds-dialog")
        .attr("data-dialog", name)
        .attr("aria-labelledby", "ds-dialog-title")
        .child(
            el("div", "ds-dialog-head")
                .child(
                    el("h2", "ds-dialog-title")
                        .attr("id", "ds-dialog-title")
                        .attr("tabindex", "-1")
                        .text(title),
                )
                .child(cross),
        )
        .child(
            // What is only to be read is scrolled by keys, too.
            el("div", "ds-dialog-body")
                .attr("tabindex", "0")
                .child(body),
        )
        .child(el("div", "ds-dialog-foot").child(foot))
        .on("close", move |event| {
            // The browser tells it later: by then another may have taken its place, or the same
            // one anew.
            if is_on_page(&event) {
                closed();
            }
        })
        .node(|dialog| {
            dom::show(&dialog, true);
            settle(&dialog);
        })
}

/// A dialog that is a list to search: a click beside it closes it, too.
pub(super) fn finder(session: Session, name: &'static str, title: &str, body: Dom) -> El {
    frame(session, name, title, body, dom::nothing()).attr("closedby", "any")
}

/// A button of a dialog.
pub(super) fn button(label: &str, class: &'static str, run: impl Fn() + 'static) -> El {
    el("button", class)
        .attr("type", "button")
        .text(label)
        .on("click", move |_| run())
}
