//! What the page takes for now: the backend's time where the device's clock is far off, and as of another
//! time in a preview.

use std::cell::RefCell;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use leptos::leptos_dom::helpers::{IntervalHandle, set_interval_with_handle};

use crate::reactive::RcSignal;

/// How far ahead of the backend's clock a preview is, in milliseconds.
static PREVIEW_OFFSET: AtomicI64 = AtomicI64::new(0);
/// How far ahead of the device's clock the backend's is, in milliseconds.
static BACKEND_OFFSET: AtomicI64 = AtomicI64::new(0);

/// A smaller difference may as well come of a slow network. Five minutes, in milliseconds.
const TOLERANCE_MS: i64 = 300_000;
/// How often what counts down is worded anew.
const TICK: Duration = Duration::from_secs(30);

thread_local! {
    static TICKER: RefCell<Option<(RcSignal<()>, IntervalHandle)>> = const { RefCell::new(None) };
}

/// Milliseconds since 1970.
#[must_use]
pub fn now() -> f64 {
    backend_now() + PREVIEW_OFFSET.load(Ordering::Relaxed) as f64
}

fn backend_now() -> f64 {
    js_sys::Date::now() + BACKEND_OFFSET.load(Ordering::Relaxed) as f64
}

/// Shows the page as of `instant` from now on, in milliseconds since 1970, and lets time go on
/// from there; `None` for the present. What is drawn already is not drawn anew.
pub fn set(instant: Option<f64>) {
    let ahead = instant.map_or(0.0, |instant| instant - backend_now());
    PREVIEW_OFFSET.store(ahead as i64, Ordering::Relaxed);
}

/// How far ahead of the present the page is shown, in milliseconds: see [`set`].
#[must_use]
pub fn ahead() -> f64 {
    PREVIEW_OFFSET.load(Ordering::Relaxed) as f64
}

/// Notes that the backend's clock is `ahead` milliseconds ahead of the device's. Less than five minutes
/// are none.
pub fn set_backend_offset(ahead: f64) {
    let offset = Some(ahead as i64).filter(|offset| offset.abs() >= TOLERANCE_MS);
    let offset = offset.unwrap_or_default();
    if BACKEND_OFFSET.swap(offset, Ordering::Relaxed) != offset {
        tick();
    }
}

/// Makes whatever runs now run again every half a minute, and when the clock is put right.
pub fn track() {
    let ticks = TICKER.with_borrow_mut(|ticker| {
        if ticker.is_none() {
            // Without a window nobody sees how time passes.
            let handle = set_interval_with_handle(tick, TICK).ok()?;
            *ticker = Some((RcSignal::new(()), handle));
        }
        ticker.as_ref().map(|(signal, _)| signal.clone())
    });
    if let Some(ticks) = ticks {
        ticks.track();
    }
}

fn tick() {
    let ticks = TICKER.with_borrow(|ticker| ticker.as_ref().map(|(signal, _)| signal.clone()));
    if let Some(ticks) = ticks {
        ticks.set(());
    }
}

/// Ends the timer of [`track`].
pub fn stop() {
    if let Some((_, handle)) = TICKER.take() {
        handle.clear();
    }
}
