//! Amounts in words: "1,200 points and 3 gems".

use palier_contract::{Amount, Quantity};

use super::is_french;
use crate::{
    locale::Locale,
    programme::{self, Programme},
};

/// The amounts as the contract has them.
pub(crate) fn contract(amounts: &[programme::Amount]) -> Vec<Amount> {
    amounts
        .iter()
        .map(|amount| Amount {
            currency: amount.currency.as_str().into(),
            value: Quantity::saturating(amount.value),
        })
        .collect()
}

/// "1,200 points and 3 gems".
pub(crate) fn list(
    programme: &Programme,
    amounts: &[programme::Amount],
    locale: &Locale,
) -> String {
    joined(
        amounts
            .iter()
            .map(|amount| one(programme, amount, locale, "")),
        locale,
    )
}

/// "400 more points and 3 more gems"; French puts no word there.
pub(crate) fn more(
    programme: &Programme,
    amounts: &[programme::Amount],
    locale: &Locale,
) -> String {
    let extra = if is_french(&locale.0) { "" } else { "more " };
    joined(
        amounts
            .iter()
            .map(|amount| one(programme, amount, locale, extra)),
        locale,
    )
}

fn joined(parts: impl Iterator<Item = String>, locale: &Locale) -> String {
    let parts: Vec<String> = parts.collect();
    let and = if is_french(&locale.0) {
        " et "
    } else {
        " and "
    };
    match parts.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{}{and}{last}", rest.join(", ")),
        None => String::new(),
    }
}

fn one(programme: &Programme, amount: &programme::Amount, locale: &Locale, extra: &str) -> String {
    let currency = programme.currency(&amount.currency);
    let decimals = currency.map_or(0, |currency| currency.decimals);
    let number = figure(amount.value, decimals, locale);
    let language = locale.0.split('-').next().unwrap_or(&locale.0);
    let category = category(amount.value, decimals, locale);
    let unit = currency.and_then(|currency| {
        let words = [locale.0.as_str(), language, &programme.default_locale]
            .into_iter()
            .find_map(|tag| currency.unit.get(tag))?;
        words.get(category).or_else(|| words.get("other"))
    });
    match unit {
        Some(unit) if unit.contains("{count}") => {
            unit.replace("{count}", format!("{number} {extra}").trim_end())
        }
        Some(unit) => format!("{number} {extra}{unit}"),
        None => format!("{number} {extra}{}", amount.currency),
    }
}

/// The CLDR plural category of an amount as it is written: in English `1.00` is many and in French
/// `1,50` is one, whatever the number of smallest units is.
fn category(value: i64, decimals: u8, locale: &Locale) -> &'static str {
    let whole = value.unsigned_abs() / scale(decimals);
    match (is_french(&locale.0), whole, decimals) {
        (true, 0 | 1, _) | (false, 1, 0) => "one",
        (true, _, 0) if whole.is_multiple_of(1_000_000) => "many",
        _ => "other",
    }
}

/// How many of the smallest units make one.
fn scale(decimals: u8) -> u64 {
    10_u64.saturating_pow(u32::from(decimals))
}

/// An amount of smallest units as people write it: `1,234.50`.
fn figure(value: i64, decimals: u8, locale: &Locale) -> String {
    let (all, scale) = (value.unsigned_abs(), scale(decimals));
    let sign = if value < 0 { "−" } else { "" };
    let whole = grouped(all / scale, locale);
    if decimals == 0 {
        return format!("{sign}{whole}");
    }
    let mark = if is_french(&locale.0) { ',' } else { '.' };
    let (rest, width) = (all % scale, usize::from(decimals));
    format!("{sign}{whole}{mark}{rest:0width$}")
}

fn grouped(value: u64, locale: &Locale) -> String {
    let separator = if is_french(&locale.0) {
        '\u{202f}'
    } else {
        ','
    };
    let digits = value.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Locale, category, figure};

    fn locale(tag: &str) -> Locale {
        Locale(tag.to_owned())
    }

    #[test]
    fn numbers_are_written_as_the_language_does() {
        for (value, decimals, english, french) in [
            (0, 0, "0", "0"),
            (1, 0, "1", "1"),
            (-1, 0, "−1", "−1"),
            (1200, 0, "1,200", "1\u{202f}200"),
            (1_234_567, 0, "1,234,567", "1\u{202f}234\u{202f}567"),
            (0, 2, "0.00", "0,00"),
            (5, 2, "0.05", "0,05"),
            (-5, 2, "−0.05", "−0,05"),
            (150, 2, "1.50", "1,50"),
            (123_456_789, 2, "1,234,567.89", "1\u{202f}234\u{202f}567,89"),
            (12_345, 4, "1.2345", "1,2345"),
            (
                -9_007_199_254_740_991,
                1,
                "−900,719,925,474,099.1",
                "−900\u{202f}719\u{202f}925\u{202f}474\u{202f}099,1",
            ),
        ] {
            assert_eq!(figure(value, decimals, &locale("en")), english);
            assert_eq!(figure(value, decimals, &locale("fr-CA")), french);
        }
    }

    /// CLDR 46, plural rules of `en` and `fr`: `one` is `i = 1 and v = 0`, and `i = 0,1`; `many` of
    /// French is `i != 0 and i % 1000000 = 0 and v = 0`.
    #[test]
    fn units_follow_what_is_written() {
        for (value, decimals, english, french) in [
            (0, 0, "other", "one"),
            (1, 0, "one", "one"),
            (-1, 0, "one", "one"),
            (2, 0, "other", "other"),
            (1_000_000, 0, "other", "many"),
            (1, 2, "other", "one"),
            (100, 2, "other", "one"),
            (150, 2, "other", "one"),
            (-199, 2, "other", "one"),
            (200, 2, "other", "other"),
            (100_000_000, 2, "other", "other"),
        ] {
            let of = |tag| category(value, decimals, &locale(tag));
            assert_eq!(
                (of("en"), of("fr")),
                (english, french),
                "{value} {decimals}"
            );
        }
    }

    #[test]
    fn every_amount_can_be_read_back() {
        // A full period of digits, signs and lengths, without a generator of chance.
        let mut value: i64 = 1;
        for step in 0..2_000_i64 {
            value = value
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(step);
            let amount = value >> (11 + step % 50);
            for (tag, mark) in [("en", '.'), ("fr", ',')] {
                for decimals in 0..=4_u8 {
                    let text = figure(amount, decimals, &locale(tag));
                    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
                    let read: i64 = digits.parse().unwrap();
                    assert_eq!(read, amount.abs(), "{text}");
                    assert_eq!(text.starts_with('−'), amount < 0, "{text}");
                    let after = text.rsplit_once(mark).filter(|_| decimals > 0);
                    assert_eq!(
                        after.map_or(0, |(_, rest)| rest.len()),
                        usize::from(decimals),
                        "{text}"
                    );
                }
            }
        }
    }
}
