//! A progress bar: `progressbar` with its value in words (ARIA APG: not a meter).

use leptos::prelude::*;

/// Draws `current` of `target`; `words` is what assistive technology says, for instance
/// "1,240 of 2,000 points".
pub fn bar(label: String, words: String, current: i64, target: i64) -> impl IntoView {
    let scope = "palier-ui";
    let percent = if target <= 0 {
        100
    } else {
        (current.max(0).saturating_mul(100) / target).min(100)
    };
    view! { class = scope,
        <div
            class="pl-bar"
            part="bar"
            role="progressbar"
            aria-label=label
            aria-valuemin="0"
            aria-valuemax=target.to_string()
            aria-valuenow=current.clamp(0, target.max(0)).to_string()
            aria-valuetext=words
        >
            <div class="pl-bar-fill" part="bar-fill" style:--value=percent.to_string()></div>
        </div>
    }
}
