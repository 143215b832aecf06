//! Counts steps of the search in tests, so that its cost is asserted without a clock.

#[cfg(test)]
std::thread_local! {
    static STEPS: core::cell::Cell<usize> = const { core::cell::Cell::new(0) };
}

/// One step taken. Compiles to nothing outside tests.
#[inline]
pub(crate) fn count() {
    #[cfg(test)]
    STEPS.with(|steps| steps.set(steps.get() + 1));
}

/// The steps since this was last asked.
#[cfg(test)]
pub(crate) fn taken() -> usize {
    STEPS.with(|steps| steps.replace(0))
}
