//! When to ask again: full jitter, `Retry-After`, and a budget for the whole page.

use std::cell::Cell;

/// Tries per read, the first included.
pub(super) const TRIES: u32 = 3;
const BASE_MS: f64 = 400.0;
const CAP_MS: f64 = 8_000.0;
const BUDGET: u32 = 20;

thread_local! {
    static LEFT: Cell<u32> = const { Cell::new(BUDGET) };
}

/// Takes one retry from the page's budget; false when it is used up. A success gives one back.
pub(super) fn spend() -> bool {
    LEFT.with(|left| {
        let now = left.get();
        left.set(now.saturating_sub(1));
        now > 0
    })
}

/// Gives one retry back after a success.
pub(super) fn earn() {
    LEFT.with(|left| left.set((left.get() + 1).min(BUDGET)));
}

/// Milliseconds to wait before try number `tried + 1`. `wish_ms` is the backend's, perhaps over by now;
/// `chance` is uniform in `[0, 1)`.
/// `None` when the backend asks for a longer wait than a member would sit through.
pub(super) fn wait_ms(tried: u32, wish_ms: Option<f64>, chance: f64) -> Option<f64> {
    let ceiling = (BASE_MS * f64::from(1_u32 << tried.min(8))).min(CAP_MS);
    match wish_ms {
        Some(asked) if asked > CAP_MS => None,
        Some(asked) => Some(asked.max(0.0) + BASE_MS * chance),
        None => Some(ceiling * chance),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_up_to_a_cap_and_are_spread_by_chance() {
        assert_eq!(wait_ms(1, None, 0.0), Some(0.0));
        assert_eq!(wait_ms(1, None, 0.5), Some(400.0));
        assert_eq!(wait_ms(9, None, 1.0), Some(CAP_MS));
    }

    #[test]
    fn the_backends_wish_is_the_least_wait_or_the_end() {
        assert_eq!(wait_ms(1, Some(2_000.0), 0.0), Some(2_000.0));
        assert_eq!(wait_ms(1, Some(60_000.0), 0.0), None);
        assert_eq!(wait_ms(1, Some(-5_000.0), 0.0), Some(0.0));
    }

    #[test]
    fn the_budget_runs_out_and_successes_refill_it() {
        while spend() {}
        assert!(!spend());
        earn();
        assert!(spend());
        assert!(!spend());
    }
}
