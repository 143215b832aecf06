//! Instants as RFC 3339 writes them, far enough to tell which of two comes first.

/// Seconds since 1970 and nanoseconds of an RFC 3339 date-time; `None` when it is none.
///
/// Leap seconds (`:60`) are read as the second after. Fractions count to nine digits.
pub(super) fn read(text: &str) -> Option<(i64, u32)> {
    let (date, time) = text.split_at_checked(10)?;
    let time = time.strip_prefix(['T', 't'])?;
    let days = days(date)?;
    let (clock, rest) = time.split_at_checked(8)?;
    let (fraction, zone) = fraction(rest)?;
    let mut parts = clock.split(':').map(two_digits);
    let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next()??);
    if parts.next().is_some() || hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let seconds = days * 86_400 + hour * 3_600 + minute * 60 + second;
    Some((seconds - offset(zone)?, fraction))
}

fn two_digits(text: &str) -> Option<i64> {
    digits(text, 2)
}

fn digits(text: &str, length: usize) -> Option<i64> {
    let plain = text.len() == length && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// Days since 1970-01-01 of `YYYY-MM-DD`.
fn days(date: &str) -> Option<i64> {
    let mut parts = date.split('-');
    let year = digits(parts.next()?, 4)?;
    let (month, day) = (two_digits(parts.next()?)?, two_digits(parts.next()?)?);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let length = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + i64::from(leap),
        _ => return None,
    };
    if parts.next().is_some() || !(1..=length).contains(&day) {
        return None;
    }
    // Years begin in March here, so that the leap day is their last.
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    Some(year * 365 + leap_days + (153 * month + 2) / 5 + day - 719_469)
}

/// The fraction in nanoseconds, and what follows it.
fn fraction(rest: &str) -> Option<(u32, &str)> {
    let Some(rest) = rest.strip_prefix('.') else {
        return Some((0, rest));
    };
    let end = rest.find(|c: char| !c.is_ascii_digit())?;
    let (digits, zone) = rest.split_at_checked(end)?;
    if digits.is_empty() {
        return None;
    }
    let nanos = digits
        .bytes()
        .chain(std::iter::repeat(b'0'))
        .take(9)
        .fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'));
    Some((nanos, zone))
}

/// Seconds that a zone is ahead of UTC.
fn offset(zone: &str) -> Option<i64> {
    if zone.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let sign = if zone.starts_with('+') { 1 } else { -1 };
    let (hours, minutes) = zone.strip_prefix(['+', '-'])?.split_once(':')?;
    let (hours, minutes) = (two_digits(hours)?, two_digits(minutes)?);
    (hours <= 23 && minutes <= 59).then_some(sign * (hours * 3_600 + minutes * 60))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn instants_are_told_apart_whatever_their_zone() {
        assert_eq!(read("1970-01-01T00:00:00Z"), Some((0, 0)));
        assert_eq!(read("2000-03-01T00:00:00Z"), Some((951_868_800, 0)));
        assert_eq!(
            read("2026-11-22T17:00:00.5+01:00"),
            read("2026-11-22T16:00:00.500z")
        );
        assert!(read("2024-02-29T23:59:60Z").is_some());
        assert!(read("2026-01-01T00:00:00-00:30") > read("2026-01-01T00:00:00Z"));
    }

    #[test]
    fn what_is_no_instant_is_refused() {
        for text in [
            "",
            "2026-11-22",
            "2026-11-22T16:00:00",
            "2026-11-22 16:00:00Z",
            "2026-02-29T00:00:00Z",
            "2026-13-01T00:00:00Z",
            "2026-01-01T24:00:00Z",
            "2026-01-01T00:00:00.Z",
            "2026-01-01T00:00:00+1:00",
            "2026-01-01T00:00:00+0100",
            "+026-01-01T00:00:00Z",
            "２０２６-01-01T00:00:00Z",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
