//! A progress bar.

use crate::dom::{El, el};

/// How much of `target` is there; all of it where nothing is asked for.
#[must_use]
pub fn percent(current: i64, target: i64) -> i64 {
    if target <= 0 {
        return 100;
    }
    (current.max(0).saturating_mul(100) / target).min(100)
}

/// Draws `current` of `target`, for the eye only: words beside it say the same.
#[must_use]
pub fn bar(current: i64, target: i64) -> El {
    el("div", "pl-bar")
        .attr("aria-hidden", "true")
        .child(el("div", "pl-bar-fill").attr("--value", &percent(current, target).to_string()))
}
