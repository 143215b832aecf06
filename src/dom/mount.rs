//! Places what was spelt, and keeps it up to date until its owner ends.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event};

use super::build::{Bind, Dom, note};
use crate::reactive::{Owner, own, watch};

#[wasm_bindgen(module = "/src/dom/dom.js")]
extern "C" {
    fn append(parent: &Element, code: &str) -> js_sys::Array;
    fn fill(marks: &js_sys::Array, at: u32, code: &str) -> js_sys::Array;
    fn patch(marks: &js_sys::Array, at: u32, code: &str, animate: bool) -> js_sys::Array;
    fn text(marks: &js_sys::Array, at: u32, value: &str);
    fn attribute(marks: &js_sys::Array, at: u32, name: &str, value: Option<String>);
    #[wasm_bindgen(js_name = atFirst)]
    fn at_first(marks: &js_sys::Array, values: &str);
    fn listen(marks: &js_sys::Array, at: u32, name: &str, callback: &JsValue);
    fn empty(node: &Element);
    pub(crate) fn show(dialog: &Element, open: bool);

    /// Focuses an element, making it focusable by script if need be.
    pub fn focus(node: &Element);

    /// The `data-key` of the keyed child that an event started in.
    #[wasm_bindgen(js_name = keyOf)]
    pub fn key_of(event: &Event) -> Option<String>;

    /// The nearest ancestor of where an event started that `selector` finds.
    pub fn closest(event: &Event, selector: &str) -> Option<Element>;

    /// The value of the control that an event started from; `true` or `false` for a checkbox.
    #[wasm_bindgen(js_name = valueOf)]
    pub fn value_of(event: &Event) -> String;
}

/// Something drawn into a place. Dropping it ends everything it took and empties the place.
#[derive(Debug)]
#[must_use = "dropping it removes what was drawn"]
pub struct Mounted {
    owner: Owner,
    place: Option<Element>,
}

impl Mounted {
    /// Ends everything it took. What was drawn stays for whoever has the place by now.
    pub fn leave(mut self) {
        self.place = None;
    }
}

/// Draws into `place`, under an owner of its own.
pub fn mount<D: Into<Dom>>(place: Element, draw: impl FnOnce() -> D) -> Mounted {
    let owner = Owner::new();
    owner.with(|| {
        let (code, binds) = draw().into().take();
        keep(binds, append(&place, &code));
    });
    Mounted {
        owner,
        place: Some(place),
    }
}

/// Appends something that stays, outside of any drawing: nothing in it may be bound.
pub(crate) fn add(parent: &Element, child: impl Into<Dom>) {
    let (code, _none) = child.into().take();
    append(parent, &code);
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.owner.cleanup();
        if let Some(place) = &self.place {
            empty(place);
        }
    }
}

/// The nodes of one drawing that something is bound to, by number: JavaScript looks them up, which
/// saves a crossing for each.
struct Marks {
    nodes: js_sys::Array,
    /// What they show at first, told in one crossing; `None` once it was.
    first: RefCell<Option<String>>,
}

impl Marks {
    fn attribute(&self, at: u32, name: &str, value: Option<String>) {
        match &mut *self.first.borrow_mut() {
            Some(first) => {
                if let Some(value) = value {
                    note(first, at, name, &value);
                }
            }
            None => attribute(&self.nodes, at, name, value),
        }
    }

    fn text(&self, at: u32, value: &str) {
        match &mut *self.first.borrow_mut() {
            Some(first) => note(first, at, "", value),
            None => text(&self.nodes, at, value),
        }
    }

    fn tell(&self) {
        if let Some(first) = self.first.take().filter(|first| !first.is_empty()) {
            at_first(&self.nodes, &first);
        }
    }
}

/// Connects what changes with the nodes that were built for it.
fn keep(binds: Vec<Bind>, nodes: js_sys::Array) {
    if binds.is_empty() {
        return;
    }
    let first = RefCell::new(Some(String::new()));
    let marks = Rc::new(Marks { nodes, first });
    let mut takers = Vec::new();
    for (at, bind) in (0..).zip(binds) {
        let on = Rc::clone(&marks);
        match bind {
            Bind::Attribute(name, value) => watch(move || on.attribute(at, name, value.call())),
            Bind::Text(value) => watch(move || on.text(at, &value.call())),
            Bind::Slot(draw) => watch(move || {
                let (code, binds) = draw.call().take();
                keep(binds, fill(&on.nodes, at, &code));
            }),
            Bind::Keyed(draw, glide) => watch(move || {
                let (code, binds) = draw.call().take();
                keep(binds, patch(&on.nodes, at, &code, glide));
            }),
            Bind::Listener(name, mut run) => {
                let callback = Closure::<dyn FnMut(Event)>::new(move |event| run.take(event));
                listen(&on.nodes, at, name, callback.as_ref());
                own(callback);
            }
            Bind::Node(take) => takers.push((at, take)),
        }
    }
    marks.tell();
    // Whoever takes a node may look at it, so it is whole by now.
    for (at, take) in takers {
        take(marks.nodes.get(at).unchecked_into());
    }
}
