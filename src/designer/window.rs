//! The frame that dialogs of the desk share, and files that come and go.

use js_sys::Promise;
use leptos::prelude::Set;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, Event};

use super::icons;
use super::session::Session;
use crate::blocks::icon::icon;
use crate::dom::{Dom, El, el};
use crate::i18n::{I18n, keys};

#[wasm_bindgen(module = "/src/designer/window.js")]
extern "C" {
    fn open(dialog: &Element);
    /// Closes the dialog that is open; the focus goes back to where it was.
    pub(super) fn close();
    pub(super) fn download(name: &str, text: &str);
    pub(super) fn chosen(event: &Event) -> Promise;
    pub(super) fn copy(text: &str) -> Promise;
    pub(super) fn go(href: &str);
    #[wasm_bindgen(js_name = signInUrl)]
    pub(super) fn sign_in_url() -> String;
    #[wasm_bindgen(js_name = portalUrl)]
    pub(super) fn portal_url(id: &str) -> String;
    #[wasm_bindgen(js_name = kitUrl)]
    pub(super) fn kit_url() -> String;
    pub(super) fn integrity(file: &str) -> Promise;
    pub(super) fn api(base: &str) -> String;
}

/// A dialog of the desk, open for as long as it is on the page.
///
/// `body` scrolls, `foot` holds the buttons. Escape and the cross close it; so does
/// [`close`], after which the focus is back where it was (WCAG 2.2, 2.4.3).
pub(super) fn draw(
    session: Session,
    title: &str,
    body: impl Into<Dom>,
    foot: impl Into<Dom>,
) -> El {
    let dialog = session.view.dialog;
    frame(session.i18n, title, body, foot).on("close", move |_| dialog.set(None))
}

/// The same without a desk; the caller hears `close`.
pub(super) fn frame(i18n: I18n, title: &str, body: impl Into<Dom>, foot: impl Into<Dom>) -> El {
    let label = i18n.t(keys::DESIGNER_SAVE_CLOSE);
    el("dialog", "ds-dialog")
        .attr("aria-labelledby", "ds-window-title")
        .child(
            el("div", "ds-dialog-head")
                .child(
                    el("h2", "ds-dialog-title")
                        .attr("id", "ds-window-title")
                        .text(title),
                )
                .child(
                    el("button", "ds-icon-button")
                        .attr("type", "button")
                        .attr("aria-label", &label)
                        .attr("title", &label)
                        .on("click", |_| close())
                        .child(icon(icons::CROSS)),
                ),
        )
        .child(
            el("div", "ds-dialog-body")
                .attr("tabindex", "0")
                .child(body),
        )
        .child(el("div", "ds-dialog-foot").child(foot))
        .node(|dialog| open(&dialog))
}

/// A button of a dialog.
pub(super) fn button(label: &str, class: &'static str, run: impl Fn() + 'static) -> El {
    el("button", class)
        .attr("type", "button")
        .text(label)
        .on("click", move |_| run())
}
