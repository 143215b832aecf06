//! The workspace: bar on top, rail and panel at the start, canvas, properties at the end, status
//! below.

mod bar;
mod rail;
mod role;
mod status;

use palier_dnd::geometry::Rect;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

use super::canvas::Canvas;
use super::commands;
use super::drag::Drag;
use super::session::Session;
use super::view::{Mode, Panel};
use crate::blocks::icon::icon;
use crate::dom::{self, Dom, El, el};
use crate::style::{Sheet, sheets};

const SHEET: &Sheet = &sheets::SHELL;

#[wasm_bindgen(module = "/src/designer/shell/desk.js")]
extern "C" {
    #[wasm_bindgen(js_name = focusCanvas)]
    pub(super) fn focus_canvas();
    #[wasm_bindgen(js_name = hasChoice)]
    pub(super) fn has_choice(name: &str) -> bool;
    #[wasm_bindgen(js_name = focusChoice)]
    pub(super) fn focus_choice(name: &str);
    #[wasm_bindgen(js_name = nextArea)]
    pub(super) fn next_area(back: bool);
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
    } else if session.role() == palier_edit::Role::ContentEditor {
        // Of what can be added nothing is theirs; every text is a row of the outline.
        session.view.panel.set(Some(Panel::Outline));
    }
    el("div", "ds-root")
        .on("keydown", move |event| rail::leave_drawer(session, &event))
        // Tried out, the page has the whole desk: panels that edit are folded.
        .attr_of("data-mode", move || match session.view.mode.get() {
            Mode::Try => Some(String::from("try")),
            Mode::Edit => None,
        })
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
        .child(over(&drag))
        .child(super::dialogs::draw(session))
        .node(move |desk| {
            if let Some(view) = view(&desk) {
                follows.follow(&desk, view);
            }
            keep_focus(&desk);
            keys(session, &desk);
        })
}

/// The line, the reason and what is carried, above everything. While a hand moves, each changes by
/// itself: what follows the pointer takes another place, and nothing is drawn anew.
fn over(drag: &Drag) -> Dom {
    let drawn = drag.drawn();
    let at = move || drawn.with(|drawn| drawn.at);
    let line = dom::memo(move || drawn.with(|drawn| (drawn.line, drawn.reason.is_some())));
    let label = dom::memo(move || {
        drawn
            .with(|drawn| drawn.at.map(|_| drawn.label.clone()))
            .unwrap_or_default()
    });
    let into = dom::memo(move || {
        let named = drawn.with(|drawn| drawn.into.clone().map(|(_, name)| name));
        named.unwrap_or_default()
    });
    let reason = dom::memo(move || drawn.with(|drawn| drawn.reason.clone()).unwrap_or_default());
    let place = move |x: f64, y: f64| {
        let line = move || line.get().0.unwrap_or_default();
        move || {
            let (left, top) = at().map_or_else(
                || (line().x, line().y + 8.0),
                |(left, top)| (left + x, top + y),
            );
            // Never beyond the window: percentages are of the element itself.
            let (left, top) = (px(left), px(top));
            Some(format!(
                "min({left}, 100vw - 100% - 8px) min({top}, 100vh - 100% - 8px)"
            ))
        }
    };
    let sheet = &sheets::CANVAS;
    el("div", "")
        .attr("style:display", "contents")
        .slot(move || {
            let (line, refused) = line.get();
            line.map(|line| draw_line(line, refused))
        })
        .slot(move || {
            let label = label.get();
            (!label.is_empty()).then(|| {
                sheet
                    .el("div", "ghost")
                    .attr_of("style:translate", place(14.0, 12.0))
                    .child(icon(super::icons::GRIP))
                    .text(&label)
                    .child(
                        sheet
                            .el("span", "ghost-into")
                            .attr("data-into", "")
                            .text_of(move || match into.get() {
                                name if name.is_empty() => name,
                                name => ["→ ", &name].concat(),
                            }),
                    )
            })
        })
        .slot(move || {
            let words = reason.get();
            (!words.is_empty()).then(|| {
                sheet
                    .el("div", "reason")
                    .attr_of("style:translate", place(14.0, 48.0))
                    .text(&words)
            })
        })
        .into()
}

fn px(value: f64) -> String {
    format!("{}px", value.round() as i64)
}

fn draw_line(line: Rect, refused: bool) -> El {
    let thick = 4.0;
    let centred = |start: f64, extent: f64| match extent < thick {
        true => start - thick / 2.0,
        false => start,
    };
    sheets::CANVAS
        .el("div", "line")
        .attr("data-line", "")
        .flag("data-refused", refused)
        .attr("style:left", &px(centred(line.x, line.width)))
        .attr("style:top", &px(centred(line.y, line.height)))
        .attr("style:width", &px(line.width.max(thick)))
        .attr("style:height", &px(line.height.max(thick)))
}

/// Keys that work wherever the focus is, unless it is in a field.
fn keys(session: Session, desk: &Element) {
    use wasm_bindgen::closure::Closure;
    let stroke: Box<dyn Fn(String) -> bool> =
        Box::new(move |stroke| match commands::Command::by_key(&stroke) {
            Some(_) if stroke == "Escape" && session.view.mode.get_untracked() == Mode::Try => {
                session.look_as(Mode::Edit);
                true
            }
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

/// A live region, so that what is said is read aloud once. Each time by a new element: the same
/// words said twice are news twice.
fn spoken(session: Session) -> El {
    el("div", "ds-sr")
        .attr("role", "status")
        .attr("data-said", "")
        .slot(move || el("p", "").text(&session.said.get()))
}

/// Puts what the desk shows under the name of the portal.
pub(super) fn title(session: Session) -> String {
    session.version.track();
    let locale = session.i18n.locale();
    session.read(|tree, _| crate::portal::words::text(tree.title(), &locale))
}

pub(super) use bar::widths_named as widths;
pub(super) use dom::watch;
pub(super) use rail::{panels, shut, shut_aside};
