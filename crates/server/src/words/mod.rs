//! What the server says to people, in English and French. Other languages read the English.

pub(crate) mod amounts;
pub(crate) mod problems;

/// Whether `locale` is French; everything else reads English.
pub(crate) fn is_french(locale: &str) -> bool {
    locale
        .split('-')
        .next()
        .is_some_and(|language| language.eq_ignore_ascii_case("fr"))
}

/// The same thing in both languages, picked by `locale`.
pub(crate) fn pick<'a>(locale: &str, english: &'a str, french: &'a str) -> &'a str {
    if is_french(locale) { french } else { english }
}
