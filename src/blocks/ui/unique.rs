//! Ids: in a portal all blocks share one tree, also two of a kind.

use std::sync::atomic::{AtomicU32, Ordering};

static COUNT: AtomicU32 = AtomicU32::new(0);

/// An id that nothing else on the page has.
#[must_use]
pub fn unique() -> String {
    format!("pl-{}", COUNT.fetch_add(1, Ordering::Relaxed))
}
