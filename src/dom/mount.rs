//! Places what was spelt, and keeps it up to date until its owner ends.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, Node};

use super::build::{Bind, Dom};
use crate::reactive::{Owner, own, watch};

#[wasm_bindgen(module = "/src/dom/dom.js")]
extern "C" {
    fn append(parent: &Element, code: &str) -> js_sys::Array;
    fn fill(end: &Node, code: &str) -> js_sys::Array;
    fn patch(end: &Node, code: &str, animate: bool) -> js_sys::Array;
    fn text(node: &Node, value: &str);
    fn attribute(node: &Node, name: &str, value: Option<String>);
    fn listen(node: &Node, name: &str, callback: &JsValue);
    fn empty(node: &Element);
    pub(crate) fn show(dialog: &Element, open: bool);

    /// Focuses an element, making it focusable by script if need be.
    pub fn focus(node: &Element);

    /// The `data-key` of the keyed child that an event started in.
    #[wasm_bindgen(js_name = keyOf)]
    pub fn key_of(event: &Event) -> Option<String>;

    /// The value of the control that an event started from; `true` or `false` for a checkbox.
    #[wasm_bindgen(js_name = valueOf)]
    pub fn value_of(event: &Event) -> String;
}

/// Something drawn into a place. Dropping it ends everything it took and empties the place.
#[derive(Debug)]
#[must_use = "dropping it removes what was drawn"]
pub struct Mounted {
    owner: Owner,
    place: Element,
}

/// Draws into `place`, under an owner of its own.
pub fn mount<D: Into<Dom>>(place: Element, draw: impl FnOnce() -> D) -> Mounted {
    // An error means that an executor is there already.
    drop(any_spawner::Executor::init_wasm_bindgen());
    let owner = Owner::new();
    owner.with(|| {
        let (code, binds) = draw().into().take();
        keep(binds, &append(&place, &code));
    });
    Mounted { owner, place }
}

/// Appends something that stays, outside of any drawing: nothing in it may be bound.
pub(crate) fn add(parent: &Element, child: impl Into<Dom>) {
    let (code, _none) = child.into().take();
    append(parent, &code);
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.owner.cleanup();
        empty(&self.place);
    }
}

/// Connects what changes with the nodes that were built for it.
fn keep(binds: Vec<Bind>, marks: &js_sys::Array) {
    for (index, bind) in (0..).zip(binds) {
        let node: Node = marks.get(index).unchecked_into();
        match bind {
            Bind::Attribute(name, value) => watch(move || attribute(&node, name, value.call())),
            Bind::Text(value) => watch(move || text(&node, &value.call())),
            Bind::Slot(draw) => watch(move || {
                let (code, binds) = draw.call().take();
                keep(binds, &fill(&node, &code));
            }),
            Bind::Keyed(draw, glide) => watch(move || {
                let (code, binds) = draw.call().take();
                keep(binds, &patch(&node, &code, glide));
            }),
            Bind::Listener(name, mut run) => {
                let callback = Closure::<dyn FnMut(Event)>::new(move |event| run.take(event));
                listen(&node, name, callback.as_ref());
                own(callback);
            }
            Bind::Node(take) => take(node.unchecked_into()),
        }
    }
}
