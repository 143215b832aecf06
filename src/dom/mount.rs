//! Places what was spelt, and keeps it up to date until its owner ends.

use leptos::prelude::{ArcMemo, LocalStorage, Memo, Owner, StoredValue, on_cleanup};
use leptos::reactive::effect::RenderEffect;
use leptos::reactive::graph::{AnySubscriber, Subscriber, ToAnySubscriber};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, Node};

use super::build::{Bind, Dom};

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
            Bind::Attribute(name, value) => {
                effect(Box::new(move || attribute(&node, name, value())))
            }
            Bind::Text(value) => effect(Box::new(move || text(&node, &value()))),
            Bind::Slot(draw) => effect(Box::new(move || {
                let (code, binds) = draw().take();
                keep(binds, &fill(&node, &code));
            })),
            Bind::Keyed(draw, glide) => effect(Box::new(move || {
                let (code, binds) = draw().take();
                keep(binds, &patch(&node, &code, glide));
            })),
            Bind::Listener(name, run) => {
                let callback = Closure::wrap(run);
                listen(&node, name, callback.as_ref());
                own(callback);
            }
            Bind::Node(take) => take(node.unchecked_into()),
        }
    }
}

/// Runs `run` now and whenever a signal that it read changes, until the current owner ends.
///
/// Leptos' own `Effect` does as much, and adds 1 to 5 KB of WASM for each closure it is given.
pub fn watch(run: impl Fn() + 'static) {
    effect(Box::new(run));
}

/// A memo whose closure adds no code of Leptos' own: one copy per type of value.
pub fn memo<T: PartialEq + Send + Sync + 'static>(
    compute: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<T> {
    boxed(Box::new(compute))
}

fn boxed<T: PartialEq + Send + Sync + 'static>(
    compute: Box<dyn Fn() -> T + Send + Sync>,
) -> Memo<T> {
    let memo = ArcMemo::new(move |_| compute());
    leave(memo.to_any_subscriber());
    memo.into()
}

/// Runs now and whenever a signal that it read changes, until the current owner ends.
fn effect(run: Box<dyn Fn()>) {
    let effect = RenderEffect::new(move |_| run());
    leave(effect.to_any_subscriber());
    own(effect);
}

/// Takes a subscriber off everything that it reads when the current owner ends.
///
/// Leptos only forgets it when the signal changes next: signals of the page's store outlive
/// every element, and would collect the remains of all that came and went.
fn leave(subscriber: AnySubscriber) {
    on_cleanup(move || subscriber.clear_sources(&subscriber));
}

/// Keeps a value until the current owner ends.
fn own<T: 'static>(value: T) {
    let _kept = StoredValue::<T, LocalStorage>::new_local(value);
}
