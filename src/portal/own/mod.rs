//! The page's own blocks: drawn by its custom elements, which get the props as properties. If one
//! fails, that is shown in its place and affects nothing else.
//!
//! | file | job |
//! |---|---|
//! | `registry.js` | who registered what; shared with the loader and the designer |
//! | `draw.js` | one element in its place, guarded |

use js_sys::Function;
use palier_contract::document::Node;
use serde_json::Map;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::Element;

use super::layout::{Place, slot_of, width};
use crate::blocks::frame::state;
use crate::blocks::icon::Icon;
use crate::dom::{self, Dom, El, el};
use crate::i18n::keys;
use crate::reactive::{RwSignal, StoredValue, on_cleanup};

#[wasm_bindgen(module = "/src/portal/own/registry.js")]
extern "C" {
    #[wasm_bindgen(js_name = begin)]
    fn begin_js(name: &str, check: &JsValue);
    fn has(kind: &str) -> bool;
    #[wasm_bindgen(js_name = whenKnown)]
    fn wait(kind: &str, tell: &JsValue) -> Function;
}

#[wasm_bindgen(module = "/src/portal/own/draw.js")]
extern "C" {
    #[wasm_bindgen(js_name = draw)]
    fn draw_js(place: &Element, kind: &str, locale: &str, values: &str, tell: &JsValue)
    -> Function;
    #[wasm_bindgen(js_name = give)]
    fn give_js(place: &Element, values: &str);
}

/// Why a block is not drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The page does not define its element, which has this name.
    Undefined(String),
    /// Its element threw this.
    Threw(String),
}

/// Takes over what the page has registered, in the list `blocks` of its global `name`, and what
/// it will. `check` is given each declaration as JSON; it says what is wrong with it, or takes it.
pub(crate) fn begin(name: &str, check: Option<Box<dyn Fn(String) -> Option<String>>>) {
    let check = check.map(|check| Closure::wrap(check).into_js_value());
    begin_js(name, &check.unwrap_or(JsValue::NULL));
}

/// Whether the page has a block of that type.
pub(crate) fn is_known(kind: &str) -> bool {
    has(kind)
}

/// A signal that turns once the page registers a block of that type.
pub(super) fn known(kind: &str) -> RwSignal<bool> {
    let known = RwSignal::new(has(kind));
    let tell = Closure::<dyn FnMut()>::new(move || known.set(true));
    let stop = wait(kind, tell.as_ref());
    until_cleanup(stop, tell);
    known
}

/// Keeps a callback until the current owner ends, and then ends what calls it.
fn until_cleanup<T: ?Sized + 'static>(stop: Function, tell: Closure<T>) {
    let kept = StoredValue::new((stop, tell));
    on_cleanup(move || {
        kept.try_with_value(|(stop, _tell)| drop(stop.call0(&JsValue::NULL)));
    });
}

/// Draws the block for readers.
pub(super) fn draw(node: &Node, place: Place<'_>) -> El {
    let i18n = place.store.i18n();
    let slots = node.slots.keys().map(String::as_str);
    let block = hold(node, slots, place, move |_| {
        state(
            Icon::WARNING,
            &i18n.t(keys::PORTAL_OWN_FAILED_TITLE),
            &i18n.t(keys::PORTAL_OWN_FAILED_TEXT),
            "calm",
            dom::nothing(),
        )
    });
    if node.at.is_empty() {
        return block;
    }
    let node = node.clone();
    block.node(move |element| {
        let place = element.clone();
        width::follow(&element, move |at| give_js(&place, &values(&node, at)));
    })
}

/// Draws the block with these slots; `told` draws what stands in its place when it cannot be.
pub(crate) fn hold<'n>(
    node: &Node,
    slots: impl Iterator<Item = &'n str>,
    place: Place<'_>,
    told: impl Fn(&Fault) -> Dom + 'static,
) -> El {
    let fault = RwSignal::new(None);
    let slots: Vec<Dom> = slots
        .map(|name| slot_of(node, name, place).attr("slot", name).into())
        .collect();
    let (kind, locale, values) = (
        node.kind.clone(),
        place.locale.to_owned(),
        values(node, "base"),
    );
    el("div", "pg-own")
        .attr("data-kind", &node.kind)
        // Before what is inside, so that this is there first.
        .node(move |place| {
            let tell = Closure::<dyn FnMut(String, String)>::new(move |why: String, detail| {
                fault.set(match why.as_str() {
                    "undefined" => Some(Fault::Undefined(detail)),
                    "threw" => Some(Fault::Threw(detail)),
                    _ => None,
                });
            });
            let stop = draw_js(&place, &kind, &locale, &values, tell.as_ref());
            until_cleanup(stop, tell);
        })
        .child(slots)
        .slot(move || fault.get().map(|fault| told(&fault)))
}

/// Gives the block that was drawn into `cell` what its node says now.
pub(crate) fn give(cell: &Element, node: &Node) {
    if let Some(place) = cell.first_element_child() {
        give_js(&place, &values(node, "base"));
    }
}

/// The props as they hold at a breakpoint, as JSON.
fn values(node: &Node, breakpoint: &str) -> String {
    let named = node.at.values().flat_map(Map::keys);
    let names = node.props.keys().chain(named);
    let props: Map<_, _> = names
        .filter_map(|name| Some((name.clone(), node.prop_at(name, breakpoint)?.clone())))
        .collect();
    // Props were read from JSON, so they can be written as JSON.
    serde_json::to_string(&props).unwrap_or_default()
}
