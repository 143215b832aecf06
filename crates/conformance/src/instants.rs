//! Whether what a reply calls an instant is one.

use jiff::{Timestamp, civil::DateTime};

use crate::stop::Stop;

/// The instant that a text is.
///
/// # Errors
/// [`Stop::Broken`] when it is none.
pub(crate) fn of(text: &str) -> Result<Timestamp, Stop> {
    text.parse()
        .map_err(|error| Stop::Broken(format!("{text:?} is no instant: {error}")))
}

/// `2026-11-22T16:00:00Z`, with any offset and any fraction, on a day and at a time that there is.
///
/// RFC 3339 allows the second 60 where a leap second may be put in; the `Date` of browsers reads none,
/// so nobody sends one. Lower-case `t` and `z` it lets applications leave out; the contract writes
/// neither.
pub(crate) fn is_rfc3339(text: &str) -> bool {
    let Some((local, rest)) = text.split_at_checked("0000-00-00T00:00:00".len()) else {
        return false;
    };
    let offset = match rest.strip_prefix('.') {
        Some(digits) => digits.trim_start_matches(|c: char| c.is_ascii_digit()),
        None => rest,
    };
    // A dot and no digit.
    let is_cut_off = rest.len() - offset.len() == 1;
    // The library reads more than the standard does, so the shape is looked at first.
    if shape(local) != "0000-00-00T00:00:00" || is_cut_off {
        return false;
    }
    // The library reads the second 60 as 59.
    !local.ends_with(":60") && local.parse::<DateTime>().is_ok() && is_offset(offset)
}

fn shape(text: &str) -> String {
    let digit = |c: char| if c.is_ascii_digit() { '0' } else { c };
    text.chars().map(digit).collect()
}

/// Whether it says how far from UTC the local time is.
fn is_offset(text: &str) -> bool {
    let below = |part: Option<&str>, most: u8| {
        let number = part.and_then(|part| part.parse::<u8>().ok());
        number.is_some_and(|number| number < most)
    };
    let is_shaped = ["+00:00", "-00:00"].contains(&shape(text).as_str());
    text == "Z" || (is_shaped && below(text.get(1..3), 24) && below(text.get(4..), 60))
}

#[cfg(test)]
mod tests {
    use super::is_rfc3339;

    #[test]
    fn instants_are_days_and_times_that_there_are() {
        for text in [
            "2026-11-22T16:00:00Z",
            "2026-11-22T16:00:00.5Z",
            "2026-11-22T16:00:00.123456789012Z",
            "2026-11-22T16:00:00+05:30",
            "2026-11-22T16:00:00-00:00",
            "2024-02-29T00:00:00Z",
            "9999-12-31T23:59:59Z",
        ] {
            assert!(is_rfc3339(text), "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_an_instant_is_none() {
        for text in [
            "",
            "2026-11-22",
            "2026-11-22T16:00:00",
            "2026-11-22T16:00Z",
            "2026-11-22 16:00:00Z",
            "2026-11-22t16:00:00z",
            "20261122T160000Z",
            "2026-11-22T16:00:00.Z",
            "2026-11-22T16:00:00,5Z",
            "2026-11-22T16:00:00+0530",
            "2026-11-22T16:00:00+24:00",
            "2026-11-22T16:00:00+05:60",
            "2026-11-22T16:00:00Z[UTC]",
            "2026-11-22T16:00:00+01:00[Europe/Paris]",
            "9999-99-99T99:99:99Z",
            "2026-02-29T00:00:00Z",
            "2026-11-31T00:00:00Z",
            "2026-11-22T24:00:00Z",
            "2026-11-22T16:60:00Z",
            "2026-11-22T16:00:61Z",
            // A leap second that there was, and one that there was not.
            "2016-12-31T23:59:60Z",
            "2016-12-31T18:59:60.5-05:00",
            "2026-11-22T16:00:60Z",
            "2016-12-31T23:59:60+01:00",
            "２０２６-11-22T16:00:00Z",
        ] {
            assert!(!is_rfc3339(text), "{text}");
        }
    }
}
