//! A progress bar: `progressbar` with its value in words (ARIA APG: not a meter).

use crate::dom::{El, el};

/// How much of `target` is there; all of it where nothing is asked for.
#[must_use]
pub fn percent(current: i64, target: i64) -> i64 {
    if target <= 0 {
        return 100;
    }
    (current.max(0).saturating_mul(100) / target).min(100)
}

/// Draws `current` of `target`; `words` is what assistive technology says, for instance
/// "1,240 of 2,000 points".
#[must_use]
pub fn bar(label: &str, words: &str, current: i64, target: i64) -> El {
    el("div", "pl-bar")
        .attr("role", "progressbar")
        .attr("aria-label", label)
        .attr("aria-valuemin", "0")
        .attr("aria-valuemax", &target.to_string())
        .attr(
            "aria-valuenow",
            &current.clamp(0, target.max(0)).to_string(),
        )
        .attr("aria-valuetext", words)
        .child(el("div", "pl-bar-fill").attr("--value", &percent(current, target).to_string()))
}
