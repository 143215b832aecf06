//! What the page takes for now. A preview shows the page as of another time; nobody else does.

use std::sync::atomic::{AtomicI64, Ordering};

/// How far ahead of the device's clock the page is, in milliseconds.
static AHEAD: AtomicI64 = AtomicI64::new(0);

/// Milliseconds since 1970.
#[must_use]
pub fn now() -> f64 {
    js_sys::Date::now() + AHEAD.load(Ordering::Relaxed) as f64
}

/// Shows the page as of `instant` from now on, in milliseconds since 1970, and lets time go on
/// from there; `None` for what the device says. What is drawn already is not drawn anew.
pub fn set(instant: Option<f64>) {
    let ahead = instant.map_or(0.0, |instant| instant - js_sys::Date::now());
    AHEAD.store(ahead as i64, Ordering::Relaxed);
}
