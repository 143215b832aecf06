//! What the page takes for now: the backend's time where the device's clock is far off, and as of another
//! time in a preview.

use std::cell::RefCell;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use leptos::leptos_dom::helpers::{IntervalHandle, set_interval_with_handle};

use crate::reactive::RcSignal;

/// How far ahead of the backend's clock a preview is, in milliseconds.
static AHEAD: AtomicI64 = AtomicI64::new(0);
/// How far ahead of the device's clock the backend's is, in milliseconds.
static OFF: AtomicI64 = AtomicI64::new(0);

/// What is less far off may as well be a slow network: five minutes, in milliseconds.
const MUCH: i64 = 300_000;
/// How often what counts down is worded anew.
const BEAT: Duration = Duration::from_secs(30);

thread_local! {
    static BEATS: RefCell<Option<(RcSignal<()>, IntervalHandle)>> = const { RefCell::new(None) };
}

/// Milliseconds since 1970.
#[must_use]
pub fn now() -> f64 {
    true_now() + AHEAD.load(Ordering::Relaxed) as f64
}

fn true_now() -> f64 {
    js_sys::Date::now() + OFF.load(Ordering::Relaxed) as f64
}

/// Shows the page as of `instant` from now on, in milliseconds since 1970, and lets time go on
/// from there; `None` for the present. What is drawn already is not drawn anew.
pub fn set(instant: Option<f64>) {
    let ahead = instant.map_or(0.0, |instant| instant - true_now());
    AHEAD.store(ahead as i64, Ordering::Relaxed);
}

/// The backend's clock is `ahead` milliseconds ahead of the device's. Less than five minutes are none.
pub fn heard(ahead: f64) {
    let off = Some(ahead as i64).filter(|off| off.abs() >= MUCH);
    if OFF.swap(off.unwrap_or_default(), Ordering::Relaxed) != off.unwrap_or_default() {
        beat();
    }
}

/// Makes whatever runs now run again every half a minute, and when the clock is put right.
pub fn follow() {
    let beats = BEATS.with_borrow_mut(|beats| {
        if beats.is_none() {
            // Without a window nobody sees how time passes.
            let handle = set_interval_with_handle(beat, BEAT).ok()?;
            *beats = Some((RcSignal::new(()), handle));
        }
        beats.as_ref().map(|(signal, _)| signal.clone())
    });
    if let Some(beats) = beats {
        beats.track();
    }
}

fn beat() {
    let beats = BEATS.with_borrow(|beats| beats.as_ref().map(|(signal, _)| signal.clone()));
    if let Some(beats) = beats {
        beats.set(());
    }
}

/// Ends what [`follow`] took.
pub fn stop() {
    if let Some((_, handle)) = BEATS.take() {
        handle.clear();
    }
}
