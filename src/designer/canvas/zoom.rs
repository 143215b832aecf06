//! How large the page is seen: as a whole where it is wider than the room there is, or at a chosen
//! size. It is scaled without being laid out anew, so that nothing on it breaks otherwise.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::Element;

use super::SHEET;
use crate::designer::preview;
use crate::designer::session::Session;
use crate::designer::shell::is_narrow;
use crate::designer::view::{View, Width, Zoom};
use crate::dom::El;
use crate::i18n::{Key, keys};

#[wasm_bindgen(module = "/src/designer/canvas/zoom.js")]
extern "C" {
    /// Calls `tell` with how wide a page there is room for in `view`.
    fn measure(view: &Element, tell: &JsValue);
    /// Lets the page of this host be as high as it is seen.
    pub(super) fn shrink(host: &Element);
}

/// The sizes that buttons lead to. Unit: per cent.
const STEPS: [u32; 10] = [25, 33, 50, 67, 75, 90, 100, 125, 150, 200];
/// How wide a page is that has no width of its own, at least, where panels take room beside it: who
/// builds a portal sees the page that members see on a laptop, smaller. Unit: CSS pixels.
const LAPTOP: u32 = 960;
/// As it is.
const WHOLE: u32 = 1000;

impl View {
    /// How large the page is seen. Unit: thousandths.
    fn scale(self) -> u32 {
        if let Some(held) = self.held.get() {
            return held;
        }
        let (room, wide) = (self.room.get(), self.wide());
        match self.zoom.get() {
            Zoom::Percent(percent) => percent * 10,
            Zoom::Fit if room > 0 && wide > room => (room * WHOLE / wide).max(1),
            Zoom::Fit => WHOLE,
        }
    }

    /// How large it is said to be.
    fn percent(self) -> u32 {
        (self.scale() + 5) / 10
    }

    /// Lets the page be seen as large as it is now, whatever its width, or as it should be again.
    pub(in crate::designer) fn hold(self, on: bool) {
        let now = on.then(|| crate::reactive::untrack(|| self.scale()));
        self.held.set(now);
    }

    /// How wide the page is, in CSS pixels of its own.
    fn wide(self) -> u32 {
        match self.width.get() {
            Width::Fit => match self.room.get() {
                // On a phone or a tablet the page is what it is there.
                room if is_narrow() => room,
                room => room.max(LAPTOP),
            },
            Width::Pixels(pixels) => pixels,
        }
    }
}

/// Makes the page as wide as it is seen.
pub(super) fn page(page: El, session: Session) -> El {
    let view = session.view;
    let is_scaled = move || view.scale() != WHOLE;
    page.flag_of("data-zoomed", is_scaled)
        .attr_of("--wide", move || Some(format!("{}px", view.wide())))
        .attr_of("--zoom", move || {
            Some(format!("calc({} / {WHOLE})", view.scale()))
        })
        .attr_of("style:inline-size", move || match is_scaled() {
            true => Some(String::from("calc(var(--wide) * var(--zoom))")),
            false => Some(view.width.get().css()),
        })
}

/// Follows how much room there is, for as long as the designer is there.
pub(super) fn follow(session: Session, view: &Element) {
    let room = session.view.room;
    let tell = Closure::<dyn Fn(u32)>::new(move |pixels| {
        if room.get_untracked() != pixels {
            room.set(pixels);
        }
    });
    measure(view, &tell.into_js_value());
}

/// Draws the controls.
pub(in crate::designer) fn draw(session: Session) -> El {
    let (i18n, view) = (session.i18n, session.view);
    let smaller = move || {
        STEPS
            .into_iter()
            .rev()
            .find(|step| step * 10 < view.scale())
    };
    let larger = move || STEPS.into_iter().find(|step| step * 10 > view.scale());
    let words = move || words(session, view.percent());
    SHEET
        .el("div", "zoom")
        .attr("role", "group")
        .attr("aria-label", &i18n.t(keys::DESIGNER_ZOOM))
        .attr("data-zoom", "")
        .child(
            SHEET
                .el("span", "pixels")
                // The page's edge says it where it is changed.
                .attr("aria-hidden", "true")
                .attr("data-pixels", "")
                .text_of(move || preview::width_words(session)),
        )
        .child(
            plain(session, keys::DESIGNER_ZOOM_FIT, Zoom::Fit)
                .attr("title", &i18n.t(keys::DESIGNER_ZOOM_FIT_TITLE)),
        )
        .child(plain(
            session,
            keys::DESIGNER_ZOOM_WHOLE,
            Zoom::Percent(100),
        ))
        .child(step(session, keys::DESIGNER_ZOOM_OUT, "−", smaller))
        .child(SHEET.el("span", "zoom-now").text_of(words))
        .child(step(session, keys::DESIGNER_ZOOM_IN, "+", larger))
}

fn words(session: Session, percent: u32) -> String {
    let number = session.i18n.number(percent.into());
    session
        .i18n
        .with(keys::DESIGNER_ZOOM_PERCENT, &[("percent", &number)])
}

/// A size by its name.
fn plain(session: Session, label: Key, zoom: Zoom) -> El {
    let chosen = session.view.zoom;
    SHEET
        .el("button", "zoom-button")
        .attr("type", "button")
        .attr_of("aria-pressed", move || {
            Some((chosen.get() == zoom).to_string())
        })
        .on("click", move |_| set(session, zoom))
        .text(&session.i18n.t(label))
}

/// One step larger or smaller.
fn step(
    session: Session,
    label: Key,
    sign: &str,
    to: impl Fn() -> Option<u32> + Copy + 'static,
) -> El {
    let label = session.i18n.t(label);
    SHEET
        .el("button", "zoom-button")
        .attr("type", "button")
        .attr("aria-label", &label)
        .attr("title", &label)
        .attr_of("aria-disabled", move || {
            to().is_none().then(|| String::from("true"))
        })
        .on("click", move |_| {
            if let Some(percent) = crate::reactive::untrack(to) {
                set(session, Zoom::Percent(percent));
            }
        })
        .text(sign)
}

fn set(session: Session, zoom: Zoom) {
    session.view.zoom.set(zoom);
    let percent = crate::reactive::untrack(|| session.view.percent());
    let words = words(session, percent);
    session.say(
        session
            .i18n
            .with(keys::DESIGNER_ZOOM_SAID, &[("percent", &words)]),
    );
}
