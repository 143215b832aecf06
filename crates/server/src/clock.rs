//! What time it is for the programme. Tokens are held to the computer's clock alone.

use std::sync::atomic::{AtomicI64, Ordering};

use crate::time::now;

/// The computer's clock, unless it was set by hand.
#[derive(Debug, Default)]
pub struct Clock(AtomicI64);

/// Stands for the computer's clock; nothing ever happened then.
const RUNNING: i64 = 0;

impl Clock {
    /// Milliseconds since the epoch.
    pub fn now(&self) -> i64 {
        match self.0.load(Ordering::Relaxed) {
            RUNNING => now(),
            stopped => stopped,
        }
    }

    /// Stops the clock at `at`, in milliseconds since the epoch: for tests that live through years.
    pub fn stop_at(&self, at: i64) {
        self.0.store(at, Ordering::Relaxed);
    }
}
