//! Decimal numbers as tokens have them. Not by Rust's own code for floats: its tables and its ways
//! for numbers of any length are 12 KB that every reader of the wasm would pay for.

use serde_json::Value;

/// The number that a text is: `1.25`, and `.5` as CSS may write it.
pub(crate) fn read(text: &str) -> Option<f64> {
    let nought = if text.starts_with('.') { "0" } else { "" };
    let value: Value = serde_json::from_str(&[nought, text].concat()).ok()?;
    value.as_f64()
}

/// Thousandths as a decimal number, as short as it can be: 1250 is `1.25`.
pub(crate) fn written(thousandths: i64) -> String {
    let sign = if thousandths < 0 { "-" } else { "" };
    let (whole, rest) = (thousandths / 1000, (thousandths % 1000).abs());
    let whole = [sign, &whole.abs().to_string()].concat();
    if rest == 0 {
        return whole;
    }
    let digits = format!("{rest:03}");
    [&whole, ".", digits.trim_end_matches('0')].concat()
}

#[cfg(test)]
mod tests {
    use super::{read, written};

    #[test]
    fn what_is_written_is_read_again() {
        for (thousandths, text) in [
            (0, "0"),
            (14_000, "14"),
            (14_500, "14.5"),
            (1_050, "1.05"),
            (875, "0.875"),
            (-250, "-0.25"),
            (-3_000, "-3"),
        ] {
            assert_eq!(written(thousandths), text);
            assert_eq!(read(text), Some(thousandths as f64 / 1000.0), "{text}");
        }
    }

    #[test]
    fn what_css_may_write_is_read_and_nothing_else() {
        assert_eq!(read(".5"), Some(0.5));
        assert_eq!(read("1e2"), Some(100.0));
        for text in ["", ".", "px", "1px", "inf", "NaN", "\"1\"", "[1]", "--1"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
