//! The time that the page on the canvas is shown as of: what begins, ends or counts down.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::blocks::icon::icon;
use crate::designer::icons;
use crate::designer::session::Session;
use crate::dom::{El, el, value_of};
use crate::i18n::keys;
use crate::reactive::RwSignal;

#[wasm_bindgen(module = "/src/designer/preview/preview.js")]
extern "C" {
    #[wasm_bindgen(js_name = instantOf)]
    fn instant_of(text: &str) -> f64;
}

/// Draws the choice.
pub(super) fn choice(session: Session) -> El {
    let (i18n, stage) = (session.i18n, session.view.stage);
    let now = i18n.t(keys::DESIGNER_PREVIEW_NOW);
    let typed = RwSignal::new(String::new());
    el("div", "ds-row")
        .child(
            el("label", "ds-row")
                .child(el("span", "ds-label").text(&i18n.t(keys::DESIGNER_PREVIEW_AS_OF)))
                .child(
                    el("span", "ds-when")
                        .child(
                            el("input", "ds-input")
                                .attr("type", "datetime-local")
                                .attr("data-as-of", "")
                                .flag_of("data-now", move || stage.instant.get().is_none())
                                // An empty field is now.
                                .attr_of(".value", move || {
                                    stage.instant.get().map(|_| typed.get_untracked())
                                })
                                .on("change", move |event| {
                                    let text = value_of(&event);
                                    let at = instant_of(&text);
                                    typed.set(text);
                                    stage.go_to((!at.is_nan()).then_some(at));
                                }),
                        )
                        .child(
                            el("span", "ds-now")
                                .attr("aria-hidden", "true")
                                .text(&i18n.t(keys::DESIGNER_PREVIEW_NOW_WORD)),
                        ),
                ),
        )
        .child(
            el("button", "ds-icon-button")
                .attr("type", "button")
                .attr("aria-label", &now)
                .attr("title", &now)
                .flag_of("hidden", move || stage.instant.get().is_none())
                .on("click", move |_| stage.go_to(None))
                .child(icon(icons::CROSS)),
        )
}
