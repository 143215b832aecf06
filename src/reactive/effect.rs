//! What runs again when something changes, and what is kept meanwhile.

use leptos::prelude::on_cleanup;
use send_wrapper::SendWrapper;
use wasm_bindgen_futures::spawn_local;

use super::RwSignal;
use super::runner::Runner;

/// Runs `run` now and whenever a signal that it read changes, until the current owner ends.
///
/// Leptos' own effects do as much. Each of them is a task with a channel, some 300 bytes of memory, and
/// 1 to 5 KB of WASM for each closure that `Effect` is given.
pub fn watch(run: impl Fn() + 'static) {
    Runner::start(Box::new(run));
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

/// Keeps a value until the current owner ends.
pub(crate) fn own<T: 'static>(value: T) {
    // The graph wants to be sent between threads; WASM has but one.
    let kept = SendWrapper::new(value);
    on_cleanup(move || drop(kept));
}
