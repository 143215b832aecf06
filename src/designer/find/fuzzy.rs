//! How well a name answers what was typed.

/// From here on, letters are all that is there of what was typed.
pub(super) const SCATTERED: usize = 1000;

/// How far `name` is from `wanted`, 0 for a name that begins with it; `None` when the letters of
/// `wanted` are not all in it, in order. Capitals do not matter.
pub(super) fn distance(wanted: &str, name: &str) -> Option<usize> {
    let wanted = wanted.trim().to_lowercase();
    let name = name.to_lowercase();
    if let Some(at) = name.find(&wanted) {
        return Some(if at == 0 { 0 } else { 1 + at });
    }
    let mut letters = name.chars().enumerate();
    let mut first = None;
    let mut last = 0;
    for letter in wanted.chars().filter(|letter| !letter.is_whitespace()) {
        let (at, _) = letters.find(|(_, known)| *known == letter)?;
        first.get_or_insert(at);
        last = at;
    }
    // A scattered match comes after every whole one.
    let spread = last.saturating_sub(first.unwrap_or(0));
    Some(SCATTERED + spread)
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn a_name_that_begins_so_comes_first_then_whole_words_then_scattered_letters() {
        let of = |name| distance("mo", name);
        assert_eq!(of("Move up"), Some(0));
        assert!(of("Remove") > of("Move up"));
        assert!(of("Make it so") > of("Remove"));
        assert_eq!(of("Undo"), None);
    }

    #[test]
    fn initials_find_a_name_and_capitals_do_not_matter() {
        assert!(distance("MTS", "Move to the start").is_some());
        assert_eq!(distance("stm", "Move to the start"), None);
    }

    #[test]
    fn nothing_typed_finds_everything() {
        assert_eq!(distance(" ", "Undo"), Some(0));
    }
}
