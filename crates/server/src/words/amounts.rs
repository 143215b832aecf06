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
    let number = grouped(amount.value, locale);
    let language = locale.0.split('-').next().unwrap_or(&locale.0);
    // CLDR: French counts 0 and 1 as one, English only 1.
    let is_one = amount.value == 1 || (amount.value == 0 && is_french(&locale.0));
    let category = if is_one { "one" } else { "other" };
    let unit = programme.currency(&amount.currency).and_then(|currency| {
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

fn grouped(value: i64, locale: &Locale) -> String {
    let separator = if is_french(&locale.0) {
        '\u{202f}'
    } else {
        ','
    };
    let digits = value.unsigned_abs().to_string();
    let mut text = String::from(if value < 0 { "−" } else { "" });
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
    use super::{Locale, grouped};

    #[test]
    fn thousands_are_set_apart_as_the_language_does() {
        assert_eq!(grouped(1_234_567, &Locale("en".to_owned())), "1,234,567");
        assert_eq!(grouped(1200, &Locale("fr".to_owned())), "1\u{202f}200");
        assert_eq!(grouped(-12, &Locale("en".to_owned())), "−12");
    }
}
