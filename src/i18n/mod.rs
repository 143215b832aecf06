//! Messages and formats. Texts come as one JSON array per locale, in the order of [`keys`];
//! plurals, numbers and dates go through the browser's `Intl`.

use std::cell::RefCell;

use palier_contract::portal::{Currency, Plurals};
use palier_contract::{Amount, Timestamp};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::reactive::StoredValue;

mod bundled;
pub mod clock;
pub mod keys;
pub mod load;
pub mod pseudo;
mod text;
mod words;

use text::{fill, isolated, plural_form};
use words::Words;

/// Names a message; the constants are in [`keys`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key(pub(crate) u16);

#[wasm_bindgen(module = "/src/i18n/intl.js")]
extern "C" {
    fn flat(messages: &js_sys::Array) -> String;
    fn tongue(messages: &js_sys::Array, locale: &str) -> String;
    fn number(locale: &str, value: f64, fraction: u32, sign: bool) -> String;
    fn share(locale: &str, per_mille: f64) -> String;
    fn plural(locale: &str, value: f64, fraction: u32) -> String;
    fn date(locale: &str, iso: &str, style: u32) -> String;
    fn relative(locale: &str, iso: &str, now: f64) -> String;
    fn instant(iso: &str) -> f64;
    fn day(iso: &str) -> String;
    #[wasm_bindgen(js_name = rightToLeft)]
    fn right_to_left(locale: &str) -> bool;
}

/// How a date is written. The numbers are those of `intl.js`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateStyle {
    /// 22 Nov
    Short = 0,
    /// 22 November 2026
    Long = 1,
    /// Sunday, 22 November
    Day = 2,
    /// 16:05
    Time = 3,
    /// 22 Nov, 16:05
    Moment = 4,
    /// 22 Nov 2026
    Medium = 5,
}

/// A list of fifty rows asks for the same numbers at each drawing, and a page has few lists: a
/// search from the front is as quick as a tree, at a fraction of the code.
const MOST_WRITTEN: usize = 500;

#[derive(Debug)]
struct Inner {
    locale: String,
    // Another one than the locale's where there are no messages for that.
    language: String,
    // Of the language.
    rtl: bool,
    words: Words,
    written: RefCell<Vec<Written>>,
}

#[derive(Debug)]
struct Written {
    value: i64,
    style: Style,
    text: String,
}

/// How a whole number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Number {
        fraction: u32,
        sign: bool,
    },
    PerMille,
    /// Its plural category, with so many digits after the point, in the language of the texts.
    Category(u32),
    /// The same in the locale, for words that the backend gives.
    Unit(u32),
}

impl Inner {
    fn message(&self, key: Key) -> &str {
        self.words.get(usize::from(key.0)).unwrap_or_default()
    }

    /// What `Intl` or the backend wrote, for a place among words of the language.
    fn placed(&self, text: String) -> String {
        isolated(self.rtl, &text).into_owned()
    }

    /// Asks `Intl` once per number and style.
    fn write(&self, value: i64, style: Style) -> String {
        let is_it = |known: &&Written| known.value == value && known.style == style;
        if let Some(known) = self.written.borrow().iter().find(is_it) {
            return known.text.clone();
        }
        let (locale, float) = (&self.locale, value as f64);
        let text = match style {
            Style::Number { fraction, sign } => number(locale, float, fraction, sign),
            Style::PerMille => share(locale, float),
            Style::Category(fraction) => plural(&self.language, float, fraction),
            Style::Unit(fraction) => plural(locale, float, fraction),
        };
        let mut written = self.written.borrow_mut();
        if written.len() >= MOST_WRITTEN {
            written.clear();
        }
        written.push(Written {
            value,
            style,
            text: text.clone(),
        });
        text
    }
}

/// The words and formats of one locale. Copy it freely.
#[derive(Debug, Clone, Copy)]
pub struct I18n(StoredValue<Inner>);

impl I18n {
    /// `messages` is the array of the locale's file, in the order of [`keys`].
    #[must_use]
    pub fn new(locale: &str, messages: js_sys::Array) -> Self {
        let language = tongue(&messages, locale);
        Self(StoredValue::new(Inner {
            locale: locale.to_owned(),
            rtl: right_to_left(&language),
            language,
            words: Words::of(flat(&messages)),
            written: RefCell::default(),
        }))
    }

    /// Says everything in other words from the next drawing on.
    pub fn speak(self, messages: js_sys::Array) {
        self.0.try_update_value(|inner| {
            inner.language = tongue(&messages, &inner.locale);
            inner.rtl = right_to_left(&inner.language);
            inner.words = Words::of(flat(&messages));
            // Plural categories are the language's.
            inner.written.take();
        });
    }

    fn read<T>(self, fallback: T, read: impl FnOnce(&Inner) -> T) -> T {
        self.0.try_with_value(read).unwrap_or(fallback)
    }

    /// The locale, as a BCP 47 tag.
    #[must_use]
    pub fn locale(self) -> String {
        self.read(String::new(), |inner| inner.locale.clone())
    }

    /// The language that texts are in, for `lang` (WCAG 3.1.2): the locale, or where there are no
    /// messages for that, what stands in for it.
    #[must_use]
    pub fn language(self) -> String {
        self.read(String::new(), |inner| inner.language.clone())
    }

    /// `rtl` or `ltr`, by [`I18n::language`].
    #[must_use]
    pub fn direction(self) -> &'static str {
        match self.rtl() {
            true => "rtl",
            false => "ltr",
        }
    }

    fn rtl(self) -> bool {
        self.read(false, |inner| inner.rtl)
    }

    /// A message without placeholders.
    #[must_use]
    pub fn t(self, key: Key) -> String {
        self.read(String::new(), |inner| inner.message(key).to_owned())
    }

    /// A message with `{name}` placeholders filled in.
    #[must_use]
    pub fn with(self, key: Key, args: &[(&str, &str)]) -> String {
        fill(self.rtl(), &self.t(key), args)
    }

    /// A message by plural category; `{count}` becomes the formatted `count`.
    #[must_use]
    pub fn count(self, key: Key, count: i64, args: &[(&str, &str)]) -> String {
        self.count_of(key, count, None, args)
    }

    /// As [`I18n::count`], of an amount of a currency: "1.50 lapse", though 150 smallest units do.
    #[must_use]
    pub fn count_of(
        self,
        key: Key,
        count: i64,
        currency: Option<&Currency>,
        args: &[(&str, &str)],
    ) -> String {
        let text = self.read(String::new(), |inner| {
            let category = inner.write(count, Style::Category(decimals(currency)));
            plural_form(inner.message(key), &category).to_owned()
        });
        let count = self.figure(count, currency);
        let text = fill(self.rtl(), &text, &[("count", &count)]);
        fill(self.rtl(), &text, args)
    }

    /// A whole number, grouped as the locale does.
    #[must_use]
    pub fn number(self, value: i64) -> String {
        self.figure(value, None)
    }

    /// As [`I18n::units`], and the number always shows its sign: "+140 points".
    #[must_use]
    pub fn signed(self, value: i64, currency: Option<&Currency>) -> String {
        self.quantity(value, currency, true)
    }

    /// Thousandths as a percentage.
    #[must_use]
    pub fn per_mille(self, value: i64) -> String {
        self.read(String::new(), |inner| inner.write(value, Style::PerMille))
    }

    /// A number of a currency's units, without the unit: where a heading names it.
    #[must_use]
    pub fn figure(self, value: i64, currency: Option<&Currency>) -> String {
        let (fraction, sign) = (decimals(currency), false);
        self.read(String::new(), |inner| {
            inner.write(value, Style::Number { fraction, sign })
        })
    }

    /// An instant in a style.
    #[must_use]
    pub fn date(self, at: &Timestamp, style: DateStyle) -> String {
        self.read(String::new(), |inner| {
            inner.placed(date(&inner.locale, &at.0, style as u32))
        })
    }

    /// A day, "22 Nov 2026", that does not break over two lines.
    #[must_use]
    pub fn day(self, at: &Timestamp) -> String {
        self.date(at, DateStyle::Medium).replace(' ', "\u{a0}")
    }

    /// How far off an instant is: "in 3 days".
    #[must_use]
    pub fn relative(self, at: &Timestamp) -> String {
        self.read(String::new(), |inner| {
            inner.placed(relative(&inner.locale, &at.0, clock::now()))
        })
    }

    /// An amount with its unit: "1,240 points". Without its currency, the bare number.
    #[must_use]
    pub fn amount(self, amount: &Amount, currencies: &[Currency]) -> String {
        let currency = currencies
            .iter()
            .find(|currency| currency.id == amount.currency);
        self.units(amount.value.get(), currency)
    }

    /// Several amounts, joined by " + ". A line breaks there, and not between a number and its unit.
    #[must_use]
    pub fn amounts(self, amounts: &[Amount], currencies: &[Currency]) -> String {
        let words = |amount| {
            let words = self.amount(amount, currencies);
            match words.split_once(' ') {
                Some((number, unit)) if amounts.len() > 1 => [number, unit].join("\u{a0}"),
                _ => words,
            }
        };
        amounts.iter().map(words).collect::<Vec<_>>().join(" + ")
    }

    /// A number of a currency's units, with the unit's plural form.
    #[must_use]
    pub fn units(self, value: i64, currency: Option<&Currency>) -> String {
        self.quantity(value, currency, false)
    }

    fn quantity(self, value: i64, currency: Option<&Currency>, sign: bool) -> String {
        let fraction = decimals(currency);
        self.read(String::new(), |inner| {
            let figure = inner.write(value, Style::Number { fraction, sign });
            let Some(currency) = currency else {
                return figure;
            };
            let form = form(&currency.unit, &inner.write(value, Style::Unit(fraction)));
            inner.placed(match form.split_once("{count}") {
                Some((before, after)) => [before, &figure, after].concat(),
                None => figure + "\u{a0}" + form,
            })
        })
    }
}

fn decimals(currency: Option<&Currency>) -> u32 {
    currency
        .and_then(|currency| u32::try_from(currency.decimals.get()).ok())
        .unwrap_or(0)
}

fn form<'a>(plurals: &'a Plurals, category: &str) -> &'a str {
    let form = match category {
        "zero" => &plurals.zero,
        "one" => &plurals.one,
        "two" => &plurals.two,
        "few" => &plurals.few,
        "many" => &plurals.many,
        _ => &None,
    };
    form.as_deref().unwrap_or(&plurals.other)
}

/// Milliseconds since the epoch; `None` when the text is no date.
#[must_use]
pub fn milliseconds(at: &Timestamp) -> Option<f64> {
    let value = instant(&at.0);
    (!value.is_nan()).then_some(value)
}

/// The last instant before `end`: what ends ends with the first instant after it, which is often
/// midnight of a day that is no longer part of it. For where a day is told.
#[must_use]
pub fn last_moment(end: &Timestamp) -> Timestamp {
    let before = |end: f64| js_sys::Date::new(&(end - 1.0).into()).to_iso_string();
    milliseconds(end).map_or_else(|| end.clone(), |end| Timestamp(before(end).into()))
}

/// The calendar day of an instant where the reader is, as `2026-11-22`.
#[must_use]
pub fn calendar_day(at: &Timestamp) -> String {
    day(&at.0)
}
