//! Editing a text in place: a field in the same font, laid exactly over the text on the canvas,
//! which itself is inert.

mod texts;

use palier_contract::document::PropKind;
use palier_contract::ids::NodeId;
use palier_edit::Intention;
use serde_json::Value;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::{Element, Event, MouseEvent};

use super::canvas::Canvas;
use super::host;
use super::properties::path;
use super::rich;
use super::session::Session;
use super::view::Mode;
use crate::dom::{self, el};
use crate::i18n::keys;
use crate::reactive::untrack;
use texts::Text;

#[wasm_bindgen(module = "/src/designer/inline/inline.js")]
extern "C" {
    /// The place of the first of these texts in a cell, or of the one under a point: its index
    /// and its element.
    #[wasm_bindgen(js_name = find)]
    fn find_js(cell: &Element, texts: Vec<String>, point: Option<Vec<f64>>) -> js_sys::Array;
    /// Lays `field` over `place`, in its letters.
    fn lay(field: &Element, place: &Element, rich: bool);
    /// Begins editing; `changed` gets the text with each stroke, `ended` is told of the end, and
    /// whether it came by key.
    fn begin(field: &Element, place: &Element, rich: bool, changed: &JsValue, ended: &JsValue);
    fn layer() -> Element;
    /// Whether a text is being written.
    #[wasm_bindgen(js_name = isOpen)]
    pub(super) fn is_open() -> bool;
    #[wasm_bindgen(js_name = keepFocus)]
    pub(super) fn keep_focus();
}

/// Edits the text under the pointer, else leads to the picture of the block that is there.
pub(super) fn at_pointer(canvas: &Canvas, event: &Event) {
    use wasm_bindgen::JsCast;
    let Some(mouse) = event.dyn_ref::<MouseEvent>() else {
        return;
    };
    let (x, y) = (f64::from(mouse.client_x()), f64::from(mouse.client_y()));
    if let Some(id) = canvas.at(x, y)
        && !open(canvas, &id, Some(vec![x, y]))
    {
        picture(canvas.session(), &id);
    }
}

/// Leads to the first picture of a block in the properties, if it can have one, and on to the brand's library,
/// if there is one.
fn picture(session: Session, id: &NodeId) {
    let name = session.read(|tree, rules| {
        let block = rules.block(&tree.node(id)?.node.kind)?;
        let mut props = block.props.iter();
        let media = props.find(|prop| matches!(prop.kind, PropKind::Media))?;
        Some(media.name)
    });
    if session.view.mode.get_untracked() == Mode::Edit
        && let Some(name) = name
    {
        if !host::has_library() {
            return session.reveal(Some(id), &["/props/", name].concat());
        }
        // The library has the focus; what becomes of the choice is told by the field.
        session.select(vec![id.clone()]);
        session.view.show_aside();
        session.view.wanted.set(Some((id.clone(), name)));
    }
}

/// Whether the selected block has a text that can be edited where it stands. Not tracked.
pub(super) fn can_write(session: Session) -> bool {
    let selected = session.selection.get_untracked();
    untrack(|| matches!(selected.as_slice(), [id] if !texts::of(session, id).is_empty()))
}

/// Edits the text of the selected block whenever that is asked for.
pub(super) fn follow(canvas: &Canvas) {
    let canvas = canvas.clone();
    let asked = canvas.session().view.written;
    dom::watch(move || {
        if asked.get() > 0 {
            untrack(|| at_selection(&canvas));
        }
    });
}

/// Edits the first text of the selected block; says whether there is one.
pub(super) fn at_selection(canvas: &Canvas) -> bool {
    let session = canvas.session();
    let selected = session.selection.get_untracked();
    let Some(id) = selected.first() else {
        return false;
    };
    let opened = open(canvas, id, None);
    if !opened {
        session.say(session.i18n.t(keys::DESIGNER_PROPERTIES_INLINE_NONE));
    }
    opened
}

fn open(canvas: &Canvas, id: &NodeId, point: Option<Vec<f64>>) -> bool {
    let session = canvas.session();
    if session.view.mode.get_untracked() != Mode::Edit {
        return false;
    }
    let Some(cell) = canvas.element(id) else {
        return false;
    };
    let texts = texts::of(session, id);
    let plain = texts.iter().map(|text| text.plain.clone()).collect();
    let found = find_js(&cell, plain, point);
    let index = found.get(0).as_f64().map(|index| index as usize);
    let place: Element = found.get(1).into();
    let Some(text) = index.and_then(|index| texts.get(index)) else {
        return false;
    };
    let whole = session.read(|tree, _| tree.node(id)?.node.props.get(text.prop).cloned());
    if let Some(refusal) = session.editor(|editor| editor.would(&[text.op(whole)]).err()) {
        session.say(super::words::refusal(&refusal, session.i18n));
        return true;
    }
    session.select(vec![id.clone()]);
    edit(session, text.clone(), place);
    true
}

fn edit(session: Session, text: Text, place: Element) {
    let i18n = session.i18n;
    let label = i18n.with(
        keys::DESIGNER_PROPERTIES_INLINE,
        &[("field", &super::properties::names::prop(&text.field, i18n))],
    );
    let (is_rich, value) = (text.is_rich, text.value.clone());
    let layer = layer();
    let mounted = dom::mount(layer.clone(), || match is_rich {
        true => {
            el("div", "ds-inline ds-inline-rich").child(rich::draw(i18n, &label, "inline-text"))
        }
        false => el("div", "ds-inline")
            .attr("role", "textbox")
            .attr("contenteditable", "true")
            .attr("aria-label", &label)
            .text(value.as_str().unwrap_or_default()),
    });
    let Some(field) = layer.first_element_child() else {
        return;
    };
    if is_rich {
        rich::show(&field, Some(&text.value));
    }
    lay(&field, &place, is_rich);
    let mut mounted = Some(mounted);
    let typed = text.clone();
    let changed: Box<dyn Fn(String)> = Box::new(move |written| write(session, &typed, written));
    let ended: Box<dyn FnMut(bool)> = Box::new(move |by_key| {
        if let Some(mounted) = mounted.take() {
            drop(mounted);
            layer.remove();
            finish(session, &text, by_key);
        }
    });
    let changed = Closure::wrap(changed).into_js_value();
    let ended = Closure::wrap(ended).into_js_value();
    begin(&field, &place, is_rich, &changed, &ended);
}

/// Writes what is typed as it is typed, so that nothing of it is lost; all of it is one intention.
fn write(session: Session, text: &Text, written: String) {
    let value = match text.is_rich {
        true => serde_json::from_str::<Value>(&written)
            .ok()
            .filter(|tree| tree.as_array().is_some_and(|nodes| !nodes.is_empty())),
        false => (!written.is_empty()).then_some(Value::String(written)),
    };
    let op = session.read(|tree, _| {
        let whole = tree.node(&text.id)?.node.props.get(text.prop).cloned();
        let is_new = whole
            .as_ref()
            .and_then(|whole| path::get(whole, &text.path))
            != value.as_ref();
        is_new.then(|| text.op(path::set(whole, &text.path, value)))
    });
    if let Some(op) = op {
        let key = [
            text.id.as_str(),
            " inline ",
            text.prop,
            &path::pointer(&text.path),
        ]
        .concat();
        session.attempt(Intention::new("edit").burst(key), vec![op]);
    }
}

/// Ends the burst: what is typed here next is another intention.
fn finish(session: Session, text: &Text, by_key: bool) {
    session.editor_mut(palier_edit::Editor::settle);
    if by_key {
        super::shell::focus_canvas();
    }
    let whole = session.read(|tree, _| tree.node(&text.id)?.node.props.get(text.prop).cloned());
    let now = whole
        .as_ref()
        .and_then(|whole| path::get(whole, &text.path));
    if now == text.own.as_ref() {
        return;
    }
    session.say(session.i18n.t(match whole {
        // What a block can be without is gone from the page with its words.
        None if !text.is_needed => keys::DESIGNER_PROPERTIES_INLINE_EMPTIED,
        _ => keys::DESIGNER_PROPERTIES_INLINE_DONE,
    }));
}
