//! Currencies: what members collect and spend.

use std::collections::BTreeMap;

use super::{Media, TextMap, reader::Table};

/// One kind of points.
#[derive(Debug, Clone, PartialEq)]
pub struct Currency {
    /// Stable id, e.g. `points`.
    pub id: String,
    /// Shown to members, e.g. "Points".
    pub name: TextMap,
    /// Unit names: locale → CLDR plural category (`one`, `other` …) → word.
    pub unit: BTreeMap<String, BTreeMap<String, String>>,
    /// Picture of one unit.
    pub icon: Option<Media>,
    /// Digits after the decimal point when shown; amounts stay whole units.
    pub decimals: u8,
    /// Whether rewards can be bought with it.
    pub spendable: bool,
    /// Whether earning it counts towards tiers.
    pub qualifying: bool,
    /// When earned amounts lapse.
    pub expiry: ExpiryPolicy,
}

/// When a batch of earned points lapses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExpiryPolicy {
    /// Never.
    Never,
    /// A number of days after the batch was earned.
    AfterDays {
        /// 1 … 36 500.
        days: u32,
        /// The day it is moved on to.
        rounding: ExpiryRounding,
    },
    /// On a calendar day of the year after at least `min_days` have passed.
    FixedDate {
        /// 1 … 12.
        month: u8,
        /// 1 … 31.
        day: u8,
        /// Points younger than this stay until the year after.
        min_days: u32,
    },
}

/// Batches are rounded up so that a member sees few dates instead of hundreds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExpiryRounding {
    /// At the end of the day.
    Day,
    /// At the end of the month.
    Month,
}

impl Currency {
    pub(super) fn read(table: &Table<'_>) -> Self {
        Self {
            id: table.id("currency"),
            name: table.text("name"),
            unit: table.units("unit"),
            icon: table.media("icon"),
            decimals: table
                .optional_u32("decimals", 0..=4)
                .and_then(|n| u8::try_from(n).ok())
                .unwrap_or(0),
            spendable: table.flag("spendable", true),
            qualifying: table.flag("qualifying", false),
            expiry: table
                .child("expiry", ExpiryPolicy::read)
                .unwrap_or(ExpiryPolicy::Never),
        }
    }
}

impl ExpiryPolicy {
    fn read(table: &Table<'_>) -> Self {
        let kinds = [("never", 'n'), ("after", 'a'), ("fixed", 'f')];
        match table.required_choice("kind", &kinds) {
            Some('a') => {
                let rounding = [
                    ("day", ExpiryRounding::Day),
                    ("month", ExpiryRounding::Month),
                ];
                Self::AfterDays {
                    days: u32::try_from(table.integer("days", 1..=36_500)).unwrap_or(1),
                    rounding: table
                        .choice("until_end_of", &rounding)
                        .unwrap_or(ExpiryRounding::Day),
                }
            }
            Some('f') => {
                let small = |key, last| u8::try_from(table.integer(key, 1..=last)).unwrap_or(1);
                Self::FixedDate {
                    month: small("month", 12),
                    day: small("day", 31),
                    min_days: table.optional_u32("min_days", 0..=366).unwrap_or(0),
                }
            }
            _ => Self::Never,
        }
    }
}
