//! What runs again when something changes, and what is kept meanwhile.

use std::rc::Rc;

use leptos::prelude::on_cleanup;
use leptos::reactive::effect::RenderEffect;
use leptos::reactive::graph::{AnySubscriber, Subscriber, ToAnySubscriber};

use wasm_bindgen_futures::spawn_local;

use super::place::Place;
use super::{Call, RwSignal};

/// Runs `run` now and whenever a signal that it read changes, until the current owner ends.
///
/// Leptos' own `Effect` does as much, and adds 1 to 5 KB of WASM for each closure it is given.
pub fn watch(run: impl Fn() + 'static) {
    boxed(Box::new(run));
}

/// As [`watch`], but the first run waits until what is being drawn is there.
pub fn watch_later(run: impl Fn() + 'static) {
    let drawn = RwSignal::new(false);
    watch(move || {
        if drawn.get() {
            run();
        }
    });
    spawn_local(async move { drawn.set(true) });
}

#[inline(never)]
fn boxed(run: Box<dyn Call<()>>) {
    let effect = RenderEffect::new(move |_| run.call());
    leave(effect.to_any_subscriber());
    own(effect);
}

/// Takes a subscriber off everything that it reads when the current owner ends.
///
/// Leptos only forgets it when the signal changes next: signals of the page's store outlive
/// every element, and would collect the remains of all that came and went.
pub(super) fn leave(subscriber: AnySubscriber) {
    on_cleanup(move || subscriber.clear_sources(&subscriber));
}

/// Keeps a value until the current owner ends.
pub(crate) fn own<T: 'static>(value: T) {
    let _kept = Place::new(Rc::new(value));
}
