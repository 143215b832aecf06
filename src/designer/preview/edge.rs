//! The page's edge, by which its width is set: dragged, or by keys as a slider is (ARIA Authoring
//! Practices Guide).

use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::{Element, Event};

use super::SHEET;
use crate::designer::session::Session;
use crate::designer::view::Width;
use crate::dom::{El, watch};
use crate::i18n::keys;

/// The narrowest page: half a phone's, where nothing has to fit any more.
const LEAST: u32 = 240;
/// The widest: a large screen's.
const MOST: u32 = 2560;

#[wasm_bindgen(module = "/src/designer/preview/edge.js")]
extern "C" {
    /// Calls `drag` with the width that the page gets while its edge is dragged, and `hold` with
    /// whether it is.
    fn follow(edge: &Element, drag: &JsValue, hold: &JsValue);
    /// What a key does to a width; nothing for other keys.
    fn stepped(event: &Event, now: u32, least: u32, most: u32) -> Option<u32>;
    /// How wide the page is on the screen, in CSS pixels of its own.
    fn measured() -> u32;
}

/// Draws the handle.
pub(in crate::designer) fn draw(session: Session) -> El {
    let view = session.view;
    watch(move || {
        session.moved.track();
        view.width.track();
        let now = measured();
        if view.pixels.get_untracked() != now {
            view.pixels.set(now);
        }
    });
    let label = session.i18n.t(keys::DESIGNER_PREVIEW_EDGE);
    SHEET
        .el("div", "edge")
        .attr("data-grip", "interactive")
        .child(
            SHEET
                .el("div", "handle")
                .attr("role", "slider")
                .attr("tabindex", "0")
                .attr("data-edge", "")
                .attr("aria-label", &label)
                // A title that is no name describes (HTML AAM).
                .attr("title", &session.i18n.t(keys::DESIGNER_PREVIEW_EDGE_HINT))
                .attr("aria-valuemin", &LEAST.to_string())
                .attr("aria-valuemax", &MOST.to_string())
                .attr_of("aria-valuenow", move || Some(view.pixels.get().to_string()))
                .attr_of("aria-valuetext", move || Some(words(session)))
                .on("keydown", move |event| {
                    if let Some(pixels) = stepped(&event, measured(), LEAST, MOST) {
                        set(session, pixels);
                    }
                })
                .child(
                    SHEET
                        .el("span", "told")
                        .attr("aria-hidden", "true")
                        .text_of(move || words(session)),
                ),
        )
        .node(move |edge| {
            // The canvas is there for as long as the designer.
            let drag = Closure::<dyn Fn(u32)>::new(move |pixels| set(session, pixels));
            let hold = Closure::<dyn Fn(bool)>::new(move |on| view.hold(on));
            follow(&edge, &drag.into_js_value(), &hold.into_js_value());
        })
}

fn set(session: Session, pixels: u32) {
    session
        .view
        .width
        .set(Width::Pixels(pixels.clamp(LEAST, MOST)));
}

/// How wide the page is.
pub(in crate::designer) fn words(session: Session) -> String {
    let pixels = i64::from(session.view.pixels.get());
    let number = session.i18n.number(pixels);
    session
        .i18n
        .with(keys::DESIGNER_PREVIEW_PIXELS, &[("pixels", &number)])
}
