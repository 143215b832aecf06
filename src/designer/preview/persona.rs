//! A member whom the designer describes: nobody of the programme, but somebody it could have.

use std::collections::BTreeMap;

/// Whoever is described, among the members to choose from. Backends give no such id.
pub(super) const DESCRIBED: &str = "~described";

/// The largest amount that the contract carries: 2⁵³ − 1.
const MOST: i64 = 9_007_199_254_740_991;

/// What is said of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Persona {
    /// The id of their tier; `None` below the first.
    pub(super) tier: Option<String>,
    /// What they hold of each currency that can be spent. Unit: the currency's smallest.
    pub(super) amounts: BTreeMap<String, i64>,
    /// What they are called.
    pub(super) alias: String,
    /// The day on which they joined, `YYYY-MM-DD`; empty where nobody said.
    pub(super) since: String,
}

impl Persona {
    /// What they hold of a currency, in its smallest unit.
    pub(super) fn holds(&self, currency: &str) -> i64 {
        self.amounts.get(currency).copied().unwrap_or_default()
    }
}

/// The amount that is written in a field, in the smallest unit of a currency with so many decimals. What is
/// no number is none; further digits are cut off.
pub(super) fn amount(text: &str, decimals: usize) -> i64 {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = part.chars().chain(std::iter::repeat('0')).take(decimals);
    let all: String = whole.chars().chain(digits).collect();
    let is_number = all.chars().all(|digit| digit.is_ascii_digit());
    match all.parse::<i64>() {
        Ok(amount) => amount.clamp(0, MOST),
        // Longer than any that the contract carries.
        Err(_) if is_number && !all.is_empty() => MOST,
        Err(_) => 0,
    }
}

/// An amount as its field has it.
pub(super) fn written(amount: i64, decimals: usize) -> String {
    let digits = format!("{amount:0>width$}", width = decimals + 1);
    match digits.split_at_checked(digits.len() - decimals) {
        Some((whole, part)) if decimals > 0 => [whole, ".", part].concat(),
        _ => digits,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_counted_in_the_smallest_unit() {
        for (text, decimals, found) in [
            ("1200", 0, 1200),
            ("0", 0, 0),
            ("", 0, 0),
            ("-5", 0, 0),
            ("12.5", 0, 12),
            ("12.5", 2, 1250),
            ("12", 2, 1200),
            ("0.05", 2, 5),
            ("0.999", 2, 99),
            ("words", 0, 0),
            ("99999999999999999999999", 0, MOST),
            ("9007199254740992", 0, MOST),
        ] {
            assert_eq!(amount(text, decimals), found, "{text} {decimals}");
        }
        for (value, decimals, text) in [
            (1200, 0, "1200"),
            (0, 0, "0"),
            (5, 2, "0.05"),
            (1250, 2, "12.50"),
            (0, 2, "0.00"),
        ] {
            assert_eq!(written(value, decimals), text);
            assert_eq!(amount(text, decimals), value);
        }
    }
}
