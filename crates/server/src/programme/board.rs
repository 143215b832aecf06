//! Leaderboards: who did most in a calendar period.

use super::{Amount, TextMap, reader::Table};

/// One leaderboard.
#[derive(Debug, Clone, PartialEq)]
pub struct Board {
    /// Stable id.
    pub id: String,
    /// Shown to members.
    pub name: TextMap,
    /// What counts, in one sentence.
    pub description: TextMap,
    /// What is added up.
    pub metric: BoardMetric,
    /// Over which periods.
    pub period: BoardPeriod,
    /// Finished periods that stay readable, from 1; older ones are deleted.
    pub history: u32,
    /// What the best get when a period ends.
    pub prizes: Vec<Prize>,
    /// Only members of this segment take part; `None`: all.
    pub segment: Option<String>,
}

/// What a board adds up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BoardMetric {
    /// Units of a currency earned by rules. Prizes don't count, or winners would
    /// begin the next period ahead.
    Earned(String),
    /// Events of a kind.
    Events(String),
}

/// Calendar periods in the programme's time zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BoardPeriod {
    /// Monday to Sunday; key `2026-W47`.
    Week,
    /// Key `2026-11`.
    Month,
    /// Named parts of the year, each lasting until the next begins; key `2026-autumn`,
    /// with the year it began in.
    Season(Vec<Season>),
}

/// A part of every year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Season {
    /// Last part of the period key.
    pub id: String,
    /// Shown to members.
    pub name: TextMap,
    /// Month it begins in, 1 … 12.
    pub month: i8,
    /// Day of that month, 1 … 28.
    pub day: i8,
}

/// What a range of ranks gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prize {
    /// First rank, from 1.
    pub from: u32,
    /// Last rank. Ties share a rank, so more members than ranks may win.
    pub to: u32,
    /// What each gets.
    pub amounts: Vec<Amount>,
    /// Shown to members.
    pub label: TextMap,
}

impl Board {
    pub(super) fn read(table: &Table<'_>) -> Self {
        Self {
            id: table.id("board"),
            name: table.text("name"),
            description: table.optional_text("description"),
            metric: BoardMetric::read(table),
            period: BoardPeriod::read(table),
            history: table.optional_u32("history", 1..=520).unwrap_or(4),
            prizes: Prize::read_all(table),
            segment: table.optional_string("segment"),
        }
    }
}

impl BoardMetric {
    fn read(table: &Table<'_>) -> Self {
        match (table.has("earned"), table.has("events")) {
            (false, true) => Self::Events(table.reference("events", "event")),
            (true, false) => Self::Earned(table.reference("earned", "currency")),
            _ => {
                table.wrong(
                    "earned",
                    "give either `earned` (a currency) or `events` (an event kind)",
                );
                Self::Earned(String::new())
            }
        }
    }
}

impl BoardPeriod {
    fn read(table: &Table<'_>) -> Self {
        let kinds = [
            ("week", Self::Week),
            ("month", Self::Month),
            ("season", Self::Season(Vec::new())),
        ];
        let seasons = table.list("seasons", Season::read);
        match table.required_choice("period", &kinds) {
            Some(Self::Season(_)) => {
                let ordered = seasons.is_sorted_by(|a, b| (a.month, a.day) < (b.month, b.day));
                if seasons.is_empty() || !ordered {
                    table.wrong(
                        "seasons",
                        "a board by season needs its `seasons`, in the order of the year",
                    );
                }
                Self::Season(seasons)
            }
            other => {
                if !seasons.is_empty() {
                    table.wrong("seasons", "is only for `period = \"season\"`");
                }
                other.unwrap_or(Self::Month)
            }
        }
    }
}

impl Season {
    fn read(table: &Table<'_>) -> Self {
        let small = |key, last| i8::try_from(table.integer(key, 1..=last)).unwrap_or(1);
        Self {
            id: table.id("season"),
            name: table.text("name"),
            month: small("month", 12),
            day: small("day", 28),
        }
    }
}

impl Prize {
    fn read_all(table: &Table<'_>) -> Vec<Self> {
        let prizes = table.list("prizes", Self::read);
        for (index, prize) in prizes.iter().enumerate() {
            let overlap = |other: &&Self| other.from <= prize.to && prize.from <= other.to;
            if let Some(other) = prizes.iter().take(index).find(overlap) {
                let rank = prize.from.max(other.from);
                let message = format!(
                    "rank {rank} has a prize already, from {} to {}",
                    other.from, other.to
                );
                table.wrong(&format!("prizes[{index}]"), message);
            }
        }
        prizes
    }

    fn read(table: &Table<'_>) -> Self {
        let rank = |key| table.optional_u32(key, 1..=10_000);
        let from = rank("from").unwrap_or(1);
        let to = rank("to").unwrap_or(from);
        if to < from {
            table.wrong("to", "must not be before `from`");
        }
        let amounts = table.amounts("amounts");
        if amounts.is_empty() {
            table.wrong("amounts", "a prize pays at least one amount");
        }
        Self {
            from,
            to,
            amounts,
            label: table.text("label"),
        }
    }
}
