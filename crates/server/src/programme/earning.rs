//! Earning rules: what a member does, what it pays, how often.

use super::{Amount, TextMap, Window, reader::Table, values::MAX};

/// Turns something a member did into amounts of one or more currencies.
#[derive(Debug, Clone, PartialEq)]
pub struct EarningRule {
    /// Stable id; ledger entries name it.
    pub id: String,
    /// Shown to members.
    pub name: TextMap,
    /// One sentence: how to earn it.
    pub description: TextMap,
    /// What sets it off.
    pub trigger: Trigger,
    /// All must hold.
    pub conditions: Vec<Condition>,
    /// What it pays before multipliers.
    pub earn: Vec<Earn>,
    /// How often it may pay one member.
    pub caps: Vec<Cap>,
    /// When it pays.
    pub window: Window,
    /// Days until what it pays can be spent; 0 is at once.
    pub pending_days: u32,
    /// Whether the tier's bonus is added.
    pub tier_bonus: bool,
    /// Where the member can do it.
    pub url: Option<String>,
}

/// What sets a rule off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trigger {
    /// The brand's systems report an event of this kind.
    Event(String),
    /// The member enrols.
    Enrolment,
    /// The member's birthday, once a year.
    Birthday,
    /// Each full year of membership.
    Anniversary,
}

/// A test on an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// The money amount is at least this, in minor units.
    MinAmount(i64),
    /// The quantity is at least this.
    MinQuantity(i64),
    /// A property of the event equals this text.
    Property {
        /// Property name.
        name: String,
        /// Expected value.
        equals: String,
    },
}

/// What a rule pays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Earn {
    /// A fixed amount each time.
    Fixed(Amount),
    /// So much for every full `per` minor units of money spent.
    PerSpend {
        /// Paid per step.
        amount: Amount,
        /// Step in minor units, from 1.
        per: i64,
    },
    /// So much for every item of the event's quantity.
    PerItem(Amount),
}

/// A ceiling on what a rule pays one member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cap {
    /// Over which calendar period of the programme's time zone.
    pub period: CapPeriod,
    /// So many times, from 1.
    pub times: u32,
}

/// The period a cap counts in; weeks begin on Monday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CapPeriod {
    /// The whole membership.
    Ever,
    /// Midnight to midnight.
    Day,
    /// Monday to Sunday.
    Week,
    /// First to last of the month.
    Month,
}

/// "×2 until Sunday". Multipliers compose by multiplication in file order; each step
/// rounds down; the tier bonus comes after, on the result.
#[derive(Debug, Clone, PartialEq)]
pub struct Multiplier {
    /// Stable id.
    pub id: String,
    /// Shown to members, after the factor: leave that out of it.
    pub name: TextMap,
    /// Hundredths: 200 doubles.
    pub percent: u32,
    /// Rule ids it applies to; empty: all rules with an event trigger.
    pub rules: Vec<String>,
    /// The only currency it multiplies; `None`: all.
    pub currency: Option<String>,
    /// When it applies.
    pub window: Window,
    /// ISO weekdays it applies on, 1 Monday … 7 Sunday; empty: every day.
    pub weekdays: Vec<i8>,
    /// Tiers it applies to; empty: all.
    pub tiers: Vec<String>,
}

impl EarningRule {
    pub(super) fn read(table: &Table<'_>) -> Self {
        let rule = Self {
            id: table.id("rule"),
            name: table.text("name"),
            description: table.text("description"),
            trigger: Trigger::read(table),
            conditions: table.conditions(),
            earn: Earn::read_all(table),
            caps: table.list("caps", Cap::read),
            window: table.window("window"),
            pending_days: table.optional_u32("pending_days", 0..=3650).unwrap_or(0),
            tier_bonus: table.flag("tier_bonus", false),
            url: table.optional_string("url"),
        };
        let reported = matches!(rule.trigger, Trigger::Event(_));
        let counts = rule.earn.iter().any(|earn| !matches!(earn, Earn::Fixed(_)));
        if !reported && (counts || !rule.conditions.is_empty()) {
            table.wrong(
                "trigger",
                "only a trigger that is an event can have `when`, `per_spend` or `per_item`",
            );
        }
        rule
    }
}

impl Trigger {
    fn read(table: &Table<'_>) -> Self {
        let kinds = [
            ("enrolment", Self::Enrolment),
            ("birthday", Self::Birthday),
            ("anniversary", Self::Anniversary),
        ];
        match (table.has("event"), table.has("trigger")) {
            (true, false) => Self::Event(table.reference("event", "event")),
            (false, true) => table.choice("trigger", &kinds).unwrap_or(Self::Enrolment),
            _ => {
                table.wrong(
                    "event",
                    "give either `event` or `trigger` (enrolment, birthday, anniversary)",
                );
                Self::Enrolment
            }
        }
    }
}

impl Earn {
    fn read_all(table: &Table<'_>) -> Vec<Self> {
        let before = table.reader.mistakes();
        let fixed = table.amounts("earn").into_iter().map(Self::Fixed);
        let spend = table.child("per_spend", |inner| Self::PerSpend {
            amount: inner.amount("earn"),
            per: inner.integer("per", 1..=MAX),
        });
        let items = table.amounts("per_item").into_iter().map(Self::PerItem);
        let all: Vec<Self> = fixed.chain(spend).chain(items).collect();
        // What was written and is wrong has been told.
        if all.is_empty() && table.reader.mistakes() == before {
            let message = "pays nothing: give `earn`, `per_spend` or `per_item`";
            table.wrong("earn", message);
        }
        all
    }

    /// The currency it pays in.
    pub fn currency(&self) -> &str {
        match self {
            Self::Fixed(amount) | Self::PerItem(amount) | Self::PerSpend { amount, .. } => {
                &amount.currency
            }
        }
    }
}

impl Cap {
    fn read(table: &Table<'_>) -> Self {
        let periods = [
            ("ever", CapPeriod::Ever),
            ("day", CapPeriod::Day),
            ("week", CapPeriod::Week),
            ("month", CapPeriod::Month),
        ];
        Self {
            period: table
                .required_choice("period", &periods)
                .unwrap_or(CapPeriod::Ever),
            times: table.optional_u32("times", 1..=1_000_000).unwrap_or(1),
        }
    }
}

impl Multiplier {
    pub(super) fn read(table: &Table<'_>) -> Self {
        Self {
            id: table.id("multiplier"),
            name: table.text("name"),
            percent: Self::percent(table),
            rules: table.references("rules", "rule"),
            currency: table
                .has("currency")
                .then(|| table.reference("currency", "currency")),
            window: table.window("window"),
            weekdays: Self::weekdays(table),
            tiers: table.references("tiers", "tier"),
        }
    }

    fn percent(table: &Table<'_>) -> u32 {
        let percent = table.integer("percent", 0..=100_000);
        if table.has("percent") && percent < 100 {
            table.wrong(
                "percent",
                format!("{percent} would pay less: 100 is unchanged, 200 doubles"),
            );
        }
        u32::try_from(percent).unwrap_or(100)
    }

    fn weekdays(table: &Table<'_>) -> Vec<i8> {
        const NAMES: [&str; 7] = [
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
        ];
        let number = |name: &str| NAMES.iter().position(|known| *known == name);
        let names = table.strings("weekdays", |inner, path, at, name| {
            if number(name).is_none() {
                inner.reader.note(
                    at,
                    path,
                    format!("`{name}` is not one of {}", NAMES.join(", ")),
                );
            }
        });
        names
            .iter()
            .filter_map(|name| number(name).and_then(|index| i8::try_from(index + 1).ok()))
            .collect()
    }
}
