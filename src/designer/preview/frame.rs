//! The real portal page in a frame of its own, as wide as the screen it is meant for: with the
//! draft as it is being edited, and without a way to write anything.

use palier_contract::document::write;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

use super::SHEET;
use super::persona::DESCRIBED;
use crate::designer::dialogs;
use crate::designer::session::Session;
use crate::designer::view::Width;
use crate::designer::window;
use crate::designer::{save, shell};
use crate::dom::{Dom, El, el};
use crate::i18n::{clock, keys};
use crate::reactive::RwSignal;

#[wasm_bindgen(module = "/src/designer/preview/frame.js")]
extern "C" {
    /// Opens the portal's page in `frame`, with `draft` in place of what is published, `ahead`
    /// milliseconds from now.
    fn open(
        frame: &Element,
        address: &str,
        portal: &str,
        draft: &str,
        language: &str,
        member: &str,
        is_described: bool,
        ahead: f64,
    );
    /// Whether a page of that address may be given the draft.
    #[wasm_bindgen(js_name = isOurs)]
    fn is_ours(address: &str) -> bool;
}

/// Draws the dialog.
pub(in crate::designer) fn draw(session: Session) -> El {
    let i18n = session.i18n;
    let width = RwSignal::new(match session.view.width.get_untracked() {
        Width::Fit => Width::DESKTOP,
        chosen => chosen,
    });
    let portal = save::portal(session);
    let address = window::portal_url(&portal);
    let ours = is_ours(&address);
    let draft = session.read(|tree, _| write(&tree.to_document()).unwrap_or_default());
    let stage = session.view.stage;
    let (language, member) = (stage.locale(), stage.member.get_untracked());
    let note = match ours {
        true => keys::DESIGNER_PREVIEW_PAGE_TEXT,
        false => keys::DESIGNER_PREVIEW_PAGE_ELSEWHERE,
    };
    let title = i18n.t(keys::DESIGNER_PREVIEW_PAGE);
    let named = title.clone();
    let body = vec![
        Dom::from(
            SHEET
                .el("div", "page-head")
                .child(el("p", "ds-hint").text(&i18n.t(note)))
                .child(widths(session, width)),
        ),
        SHEET
            .el("div", "page-room")
            .child(
                SHEET
                    .el("iframe", "page")
                    .attr("title", &named)
                    .attr("data-page-frame", "")
                    .attr_of("style:inline-size", move || Some(width.get().css()))
                    .node(move |frame| {
                        let is_described = member == DESCRIBED;
                        open(
                            &frame,
                            &address,
                            &portal,
                            &draft,
                            &language,
                            &member,
                            is_described,
                            clock::ahead(),
                        );
                    }),
            )
            .into(),
    ];
    dialogs::frame(session, "page", &title, body, crate::dom::nothing()).attr("data-wide", "")
}

fn widths(session: Session, width: RwSignal<Width>) -> El {
    let i18n = session.i18n;
    let buttons = shell::widths().filter(|(wanted, _)| *wanted != Width::Fit);
    let buttons = buttons.map(|(wanted, label)| {
        el("button", "ds-segment")
            .attr("type", "button")
            .attr_of("aria-pressed", move || {
                Some((width.get() == wanted).to_string())
            })
            .on("click", move |_| width.set(wanted))
            .text(&i18n.t(label))
            .into()
    });
    el("div", "ds-segments")
        .attr("role", "group")
        .attr("aria-label", &i18n.t(keys::DESIGNER_WIDTH))
        .child(buttons.collect::<Vec<Dom>>())
}
