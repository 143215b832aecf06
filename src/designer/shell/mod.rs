//! The desk: bar on top, rail and panel at the start, canvas, properties at the end, status below.

mod bar;
mod rail;
mod status;

use leptos::prelude::{Get, Set, With};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

use super::canvas::Canvas;
use super::commands;
use super::drag::{Drag, Drawn};
use super::session::Session;
use crate::blocks::icon::icon;
use crate::dom::{self, Dom, El, el};
use crate::style::{Sheet, sheets};

const SHEET: &Sheet = &sheets::SHELL;

#[wasm_bindgen(module = "/src/designer/shell/desk.js")]
extern "C" {
    #[wasm_bindgen(js_name = focusCanvas)]
    pub(super) fn focus_canvas();
    /// Whether panels lie over the page, because there is no room beside it.
    #[wasm_bindgen(js_name = isNarrow)]
    pub(super) fn is_narrow() -> bool;
    fn view(desk: &Element) -> Option<Element>;
    #[wasm_bindgen(js_name = keepFocus)]
    fn keep_focus(desk: &Element);
    #[wasm_bindgen(js_name = hearKeys)]
    fn hear_keys(desk: &Element, stroke: &wasm_bindgen::JsValue, pasted: &wasm_bindgen::JsValue);
}

/// Draws the desk of an open document.
pub(super) fn draw(session: Session) -> El {
    let canvas = Canvas::new(session);
    let drag = Drag::new(session, canvas.clone());
    let follows = drag.clone();
    if is_narrow() {
        // The page first.
        session.view.panel.set(None);
    }
    el("div", "ds-root")
        .child(bar::draw(session))
        .child(rail::rail(session))
        .child(rail::panel(session, &drag))
        .child(
            SHEET
                .el("main", "middle")
                .child(super::save::banner(session))
                .child(super::preview::bar(session))
                .child(canvas.draw(&drag))
                .slot(move || super::menu::draw(session))
                .slot(move || super::preview::menu(session)),
        )
        .child(super::properties::draw(session))
        .child(status::draw(session))
        .slot(over(&drag))
        .child(super::dialogs::draw(session))
        .node(move |desk| {
            if let Some(view) = view(&desk) {
                follows.follow(&desk, view);
            }
            keep_focus(&desk);
            keys(session, &desk);
        })
}

/// The line, the reason and what is carried, above everything.
fn over(drag: &Drag) -> impl Fn() -> Vec<Dom> + 'static {
    let drawn = drag.drawn();
    move || drawn.with(|drawn| lines(drawn).into_iter().map(Dom::from).collect())
}

fn lines(drawn: &Drawn) -> Vec<El> {
    let sheet = &sheets::CANVAS;
    let px = |value: f64| format!("{}px", value.round() as i64);
    let line = drawn.line.map(|line| {
        let thick = 4.0;
        let (width, height) = (line.width.max(thick), line.height.max(thick));
        let left = if line.width < thick {
            line.x - thick / 2.0
        } else {
            line.x
        };
        let top = if line.height < thick {
            line.y - thick / 2.0
        } else {
            line.y
        };
        sheet
            .el("div", "line")
            .attr("data-line", "")
            .flag("data-refused", drawn.reason.is_some())
            .attr("style:position", "fixed")
            .attr("style:left", &px(left))
            .attr("style:top", &px(top))
            .attr("style:width", &px(width))
            .attr("style:height", &px(height))
    });
    let ghost = drawn.at.filter(|_| !drawn.label.is_empty()).map(|(x, y)| {
        sheet
            .el("div", "ghost")
            .attr("style:left", &px(x + 14.0))
            .attr("style:top", &px(y + 12.0))
            .child(icon(super::icons::GRIP))
            .text(&drawn.label)
    });
    let reason = drawn
        .reason
        .as_ref()
        .filter(|words| !words.is_empty())
        .map(|words| {
            let (x, y) = drawn.at.unwrap_or_default();
            let line = drawn.line.unwrap_or_default();
            let (x, y) = if drawn.at.is_some() {
                (x + 14.0, y + 48.0)
            } else {
                (line.x, line.y + 8.0)
            };
            sheet
                .el("div", "reason")
                .attr("style:position", "fixed")
                .attr("style:left", &px(x))
                .attr("style:top", &px(y))
                .text(words)
        });
    line.into_iter().chain(ghost).chain(reason).collect()
}

/// Keys that work wherever the focus is, unless it is in a field.
fn keys(session: Session, desk: &Element) {
    use wasm_bindgen::closure::Closure;
    let stroke: Box<dyn Fn(String) -> bool> =
        Box::new(move |stroke| match commands::Command::by_key(&stroke) {
            Some(command) if !stroke.starts_with("Arrow") && command.is_global() => {
                command.run(session);
                true
            }
            _ => false,
        });
    let pasted: Box<dyn Fn(String)> = Box::new(move |text| commands::paste(session, &text));
    hear_keys(
        desk,
        Closure::wrap(stroke).into_js_value().as_ref(),
        Closure::wrap(pasted).into_js_value().as_ref(),
    );
}

/// A live region, so that what is said is read aloud once.
fn spoken(session: Session) -> El {
    el("div", "ds-sr")
        .attr("role", "status")
        .attr("data-said", "")
        .text_of(move || session.said.get())
}

/// Puts what the desk shows under the name of the portal.
pub(super) fn title(session: Session) -> String {
    session.version.get();
    let locale = session.i18n.locale();
    session.read(|tree, _| crate::portal::words::text(tree.title(), &locale))
}

pub(super) use bar::widths_named as widths;
pub(super) use dom::watch;
pub(super) use rail::{panels, shut};
