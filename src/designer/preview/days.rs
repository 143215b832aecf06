//! Brings sample data to today: of what was written down once, everything would be over some day.

use serde_json::Value;

/// What the fixtures take for now: their `as_of`, 2026-11-22T16:00:00Z. Unit: milliseconds.
const WRITTEN_MS: f64 = 1_795_363_200_000.0;
/// Whole hours, so that nothing begins at odd minutes.
const STEP_MS: f64 = 3_600_000.0;

/// Where an instant of the fixtures is at `now`. Unit: milliseconds.
pub(super) fn moved(instant: f64, now: f64) -> f64 {
    instant + ((now - WRITTEN_MS) / STEP_MS).floor() * STEP_MS
}

/// Puts what `at` makes of it in place of every instant.
pub(super) fn bring(value: &mut Value, at: &dyn Fn(&str) -> Option<String>) {
    match value {
        Value::String(text) if is_instant(text) => {
            if let Some(moved) = at(text) {
                *text = moved;
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| bring(value, at)),
        Value::Object(fields) => fields.values_mut().for_each(|value| bring(value, at)),
        _ => {}
    }
}

/// Whether it is written as `2026-11-22T16:00:00Z` is.
fn is_instant(text: &str) -> bool {
    let mut letters = text.char_indices();
    text.len() >= 20
        && text.ends_with('Z')
        && letters.all(|(at, letter)| match at {
            4 | 7 => letter == '-',
            10 => letter == 'T',
            _ => letter.is_ascii_digit() || at > 10,
        })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_instant_is_moved_and_no_other_text() {
        let mut value = json!({
            "as_of": "2026-11-22T16:00:00Z",
            "entries": [{ "expires_at": "2026-12-31T23:00:00.000Z", "title": "2026-11-22, 16:00 in ZZZ", "period": "2026-W47" }],
        });
        bring(&mut value, &|text| Some(format!("moved {text}")));
        let entry = json!({ "expires_at": "moved 2026-12-31T23:00:00.000Z", "title": "2026-11-22, 16:00 in ZZZ", "period": "2026-W47" });
        assert_eq!(
            value,
            json!({ "as_of": "moved 2026-11-22T16:00:00Z", "entries": [entry] })
        );
    }

    #[test]
    fn what_they_take_for_now_is_the_hour_that_has_begun() {
        let minute = 60_000.0;
        for (now, found) in [
            (WRITTEN_MS, WRITTEN_MS),
            (WRITTEN_MS + 59.0 * minute, WRITTEN_MS),
            (WRITTEN_MS + 61.0 * minute, WRITTEN_MS + STEP_MS),
            (WRITTEN_MS - minute, WRITTEN_MS - STEP_MS),
        ] {
            assert!((moved(WRITTEN_MS, now) - found).abs() < 1.0, "{now}");
        }
    }
}
