//! Tiers: what accumulated activity is recognised with.

use super::{Media, TextMap, reader::Table, values::MAX};

/// How tiers are kept and lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TierPolicy {
    /// Over which months requirements count.
    pub window: TierWindow,
    /// Months a reached tier is safe; it is evaluated at the end of the last one. The
    /// month of the upgrade is not counted. Under [`TierWindow::CalendarYear`] the tier is safe to
    /// the end of the year in which the last one lies, and that whole year is judged.
    pub keep_months: u32,
    /// Whether a missed tier falls to the one that is met (`false`) or one step (`true`).
    pub one_step_down: bool,
}

/// The qualification window, in whole months of the programme's time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TierWindow {
    /// The whole membership.
    Lifetime,
    /// January to December.
    CalendarYear,
    /// The current month and the ones before it, so many in all.
    RollingMonths(u32),
}

/// One step of the ladder.
#[derive(Debug, Clone, PartialEq)]
pub struct Tier {
    /// Stable id.
    pub id: String,
    /// Shown to members.
    pub name: TextMap,
    /// One sentence about it.
    pub description: TextMap,
    /// All must be met; empty for the entry tier.
    pub requirements: Vec<Requirement>,
    /// All must be met at evaluation to keep it; empty: the same as `requirements`.
    pub keep: Vec<Requirement>,
    /// Hundredths added to rules that grant the tier bonus: 25 pays a quarter more.
    pub bonus_percent: u32,
    /// What it brings.
    pub benefits: Vec<Benefit>,
    /// `#rrggbb`, an accent.
    pub colour: Option<String>,
    /// Its emblem.
    pub media: Option<Media>,
}

impl Tier {
    /// What must be met to keep the tier.
    pub fn keep_requirements(&self) -> &[Requirement] {
        if self.keep.is_empty() {
            &self.requirements
        } else {
            &self.keep
        }
    }
}

/// A number to reach within the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// What is counted.
    pub metric: TierMetric,
    /// Reached at this value, from 1.
    pub target: i64,
    /// Shown to members, e.g. "Purchases".
    pub label: TextMap,
}

/// What a requirement counts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TierMetric {
    /// Units of a qualifying currency earned by rules, prizes and completions.
    Earned(String),
    /// Events of a kind.
    Events(String),
    /// Money in minor units over all events.
    Spend,
}

impl TierMetric {
    /// Key of the metric in the member's progress, and the contract's metric id:
    /// `earned:points`, `events:purchase`, `spend`.
    pub fn key(&self) -> String {
        match self {
            Self::Earned(currency) => format!("earned:{currency}"),
            Self::Events(kind) => format!("events:{kind}"),
            Self::Spend => "spend".to_owned(),
        }
    }
}

/// Something a tier brings.
#[derive(Debug, Clone, PartialEq)]
pub struct Benefit {
    /// Stable within the tier.
    pub id: String,
    /// Open word for the icon: `bonus`, `shipping`, `access`, `gift`, `support`, `event`.
    pub kind: String,
    /// Shown to members.
    pub title: TextMap,
    /// One sentence.
    pub description: TextMap,
}

impl TierPolicy {
    pub(super) fn read(table: &Table<'_>) -> Self {
        let windows = [
            ("lifetime", TierWindow::Lifetime),
            ("calendar_year", TierWindow::CalendarYear),
            ("rolling_months", TierWindow::RollingMonths(12)),
        ];
        let months = table.optional_u32("months", 1..=60);
        let window = match table.required_choice("window", &windows) {
            Some(TierWindow::RollingMonths(usual)) => {
                TierWindow::RollingMonths(months.unwrap_or(usual))
            }
            other => other.unwrap_or(TierWindow::Lifetime),
        };
        if months.is_some() && !matches!(window, TierWindow::RollingMonths(_)) {
            table.wrong("months", "is only for `window = \"rolling_months\"`");
        }
        Self {
            window,
            keep_months: table.optional_u32("keep_months", 1..=120).unwrap_or(12),
            one_step_down: table.flag("one_step_down", false),
        }
    }
}

impl Tier {
    pub(super) fn read(table: &Table<'_>) -> Self {
        Self {
            id: table.id("tier"),
            name: table.text("name"),
            description: table.optional_text("description"),
            requirements: table.list("requirements", Requirement::read),
            keep: table.list("keep", Requirement::read),
            bonus_percent: table.optional_u32("bonus_percent", 0..=1000).unwrap_or(0),
            benefits: table.list("benefits", Benefit::read),
            colour: table.colour("colour"),
            media: table.media("media"),
        }
    }
}

impl Requirement {
    fn read(table: &Table<'_>) -> Self {
        let metric = match (
            table.has("earned"),
            table.has("events"),
            table.flag("spend", false),
        ) {
            (true, false, false) => TierMetric::Earned(table.reference("earned", "currency")),
            (false, true, false) => TierMetric::Events(table.reference("events", "event")),
            (false, false, true) => TierMetric::Spend,
            _ => {
                table.wrong(
                    "earned",
                    "give one of `earned` (a currency), `events` (an event kind), `spend = true`",
                );
                TierMetric::Spend
            }
        };
        Self {
            metric,
            target: table.integer("target", 1..=MAX),
            label: table.text("label"),
        }
    }
}

impl Benefit {
    fn read(table: &Table<'_>) -> Self {
        Self {
            id: table.id("benefit"),
            kind: table.string("kind", "gift"),
            title: table.text("title"),
            description: table.optional_text("description"),
        }
    }
}
