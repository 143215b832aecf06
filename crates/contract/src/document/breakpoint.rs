//! Breakpoints: what is said of one holds for every wider one, until that says otherwise.

use crate::Keyed;

/// Every breakpoint, from the narrowest on. `base` has no lower bound.
pub const BREAKPOINTS: &[&str] = &["base", "sm", "md", "lg"];

/// What holds at a breakpoint: its own value, or that of the nearest narrower one.
///
/// ```
/// use palier_contract::document::cascade;
/// let span = [("base".to_owned(), 12), ("md".to_owned(), 7)].into();
/// assert_eq!(cascade(&span, "sm"), Some(&12));
/// assert_eq!(cascade(&span, "lg"), Some(&7));
/// ```
#[must_use]
pub fn cascade<'a, T>(values: &'a Keyed<T>, breakpoint: &str) -> Option<&'a T> {
    upward(breakpoint).find_map(|step| values.get(step))
}

/// A breakpoint and all narrower ones, itself first; nothing for one that does not exist.
pub(super) fn upward(breakpoint: &str) -> impl Iterator<Item = &'static str> + use<> {
    let end = BREAKPOINTS
        .iter()
        .position(|step| *step == breakpoint)
        .map_or(0, |place| place.saturating_add(1));
    BREAKPOINTS.iter().take(end).rev().copied()
}
