//! Badge series: what can be collected.

use super::{Amount, Condition, Media, TextMap, Window, reader::Table, values::MAX};

/// A themed set of badges.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Stable id.
    pub id: String,
    /// Shown to members.
    pub name: TextMap,
    /// One sentence about it.
    pub description: TextMap,
    /// When its badges can be earned.
    pub window: Window,
    /// Paid once all badges are held.
    pub completion: Vec<Amount>,
    /// In slot order.
    pub badges: Vec<Badge>,
}

/// Something a member earns once.
#[derive(Debug, Clone, PartialEq)]
pub struct Badge {
    /// Stable id, unique over all series.
    pub id: String,
    /// Shown to members.
    pub name: TextMap,
    /// How it is earned, in one sentence.
    pub description: TextMap,
    /// All must be met.
    pub criteria: Vec<Criterion>,
    /// Rarity level, 1 common … 5 legendary; the holder share is counted, not set.
    pub rarity: u8,
    /// Numbered copies; `None`: not numbered.
    pub edition: Option<Edition>,
    /// Hidden until earned.
    pub secret: bool,
    /// When it can be earned, inside the series' window.
    pub window: Window,
    /// Paid when it is earned.
    pub reward: Vec<Amount>,
    /// Its picture.
    pub media: Option<Media>,
}

/// Numbered copies of a badge, counted from 1 in the order they are earned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edition {
    /// The last number; once it is given the badge cannot be earned. `None`: open.
    pub max: Option<u32>,
}

/// A number to reach over events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// Event kind counted.
    pub event: String,
    /// What is added up.
    pub measure: CriterionMeasure,
    /// All must hold for an event to count.
    pub conditions: Vec<Condition>,
    /// Reached at this value, from 1.
    pub target: i64,
    /// Shown to members, e.g. "Purchases".
    pub label: TextMap,
}

/// What a criterion adds up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CriterionMeasure {
    /// The events.
    Count,
    /// Their money amounts, in minor units.
    Amount,
    /// Their quantities.
    Quantity,
}

impl Series {
    pub(super) fn read(table: &Table<'_>) -> Self {
        let series = Self {
            id: table.id("series"),
            name: table.text("name"),
            description: table.optional_text("description"),
            window: table.window("window"),
            completion: table.amounts("completion"),
            badges: table.list("badges", Badge::read),
        };
        if series.badges.is_empty() {
            table.wrong("badges", "a series needs at least one badge");
        }
        for (index, badge) in series.badges.iter().enumerate() {
            if !badge.window.meets(&series.window) {
                let message = "lies outside the series' `window`: nobody could earn the badge";
                table.wrong(&format!("badges[{index}].window"), message);
            }
        }
        series
    }
}

impl Badge {
    fn read(table: &Table<'_>) -> Self {
        let badge = Self {
            id: table.id("badge"),
            name: table.text("name"),
            description: table.text("description"),
            criteria: table.list("criteria", Criterion::read),
            rarity: table
                .optional_u32("rarity", 1..=5)
                .and_then(|n| u8::try_from(n).ok())
                .unwrap_or(1),
            edition: table.child("edition", |inner| Edition {
                max: inner.optional_u32("max", 1..=10_000_000),
            }),
            secret: table.flag("secret", false),
            window: table.window("window"),
            reward: table.amounts("reward"),
            media: table.media("media"),
        };
        if badge.criteria.is_empty() {
            table.wrong("criteria", "a badge needs at least one criterion");
        }
        badge
    }
}

impl Criterion {
    fn read(table: &Table<'_>) -> Self {
        let measures = [
            ("count", CriterionMeasure::Count),
            ("amount", CriterionMeasure::Amount),
            ("quantity", CriterionMeasure::Quantity),
        ];
        Self {
            event: table.reference("event", "event"),
            measure: table
                .choice("measure", &measures)
                .unwrap_or(CriterionMeasure::Count),
            conditions: table.conditions(),
            target: table.integer("target", 1..=MAX),
            label: table.text("label"),
        }
    }
}
