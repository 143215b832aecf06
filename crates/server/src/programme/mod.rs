//! The programme file: a brand's rules as typed values, read from TOML or JSON.
//!
//! A [`Programme`] is immutable once loaded. It knows neither members nor SQL; the engine applies
//! it, and the HTTP layer shows it. Reading reports *every* mistake with its line, column and key
//! path: see [`FileError`].
#![doc = include_str!("format.md")]

mod badge;
mod board;
mod cross_checks;
mod currency;
mod earning;
mod file;
mod file_error;
mod json_source;
mod links;
mod place;
mod reader;
mod reward;
mod reward_file;
mod source;
mod text;
mod tier;
mod toml_source;
mod values;

pub use badge::{Badge, Criterion, CriterionMeasure, Edition, Series};
pub use board::{Board, BoardMetric, BoardPeriod, Prize, Season};
pub use currency::{Currency, ExpiryPolicy, ExpiryRounding};
pub use earning::{Cap, CapPeriod, Condition, Earn, EarningRule, Multiplier, Trigger};
pub use file_error::{FileError, FileErrors};
pub use links::Links;
pub use reward::{
    Category, Fulfilment, LimitWindow, MemberLimit, PersonalisationField, Price, Reward,
    RewardKind, Ribbon, Stock, Sustainability, Variant, VariantAxis, VariantValue, Variants,
};
pub use text::{Amount, Media, TextMap, Window};
pub use tier::{Benefit, Requirement, Tier, TierMetric, TierPolicy, TierWindow};

use std::path::Path;

/// Who becomes a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Join {
    /// Whoever the operator lets in.
    Closed,
    /// Whoever signs in.
    Open,
    /// Whoever signs in and asks for it.
    Ask,
}

/// A whole rewards programme.
#[derive(Debug, Clone, PartialEq)]
pub struct Programme {
    /// Stable id, also the default portal's.
    pub id: String,
    /// Shown to members.
    pub name: TextMap,
    /// One paragraph about the programme.
    pub description: TextMap,
    /// Every calendar rule (days, weeks, months, expiry) is read in this zone.
    pub time_zone: jiff::tz::TimeZone,
    /// IANA name of `time_zone`.
    pub time_zone_name: String,
    /// The locale texts fall back to; every text has it.
    pub default_locale: String,
    /// All locales offered, `default_locale` first.
    pub locales: Vec<String>,
    /// ISO 4217 code of money amounts in events.
    pub money: String,
    /// Demo programmes may open `/demo/` routes; real ones never.
    pub demo: bool,
    /// Who becomes a member.
    pub join: Join,
    /// The version of the terms at `links.terms` that whoever joins agrees to; `None`: to none.
    pub terms_version: Option<String>,
    /// Pages of the brand's own.
    pub links: Links,
    /// Event kinds the brand's systems may report; any other kind is refused.
    pub events: Vec<String>,
    /// In display order.
    pub currencies: Vec<Currency>,
    /// In display order; each rule that matches an event pays.
    pub rules: Vec<EarningRule>,
    /// Applied in this order, each to the result of the one before.
    pub multipliers: Vec<Multiplier>,
    /// How tiers are kept and lost.
    pub tier_policy: TierPolicy,
    /// From the entry tier upwards.
    pub tiers: Vec<Tier>,
    /// Reward categories in display order.
    pub categories: Vec<Category>,
    /// Rewards in display order.
    pub rewards: Vec<Reward>,
    /// Badge series in display order.
    pub series: Vec<Series>,
    /// Leaderboards in display order.
    pub boards: Vec<Board>,
}

impl Programme {
    /// Reads a programme file; `.json` is JSON, anything else TOML.
    ///
    /// # Errors
    /// [`FileErrors`] when the file cannot be read, is not valid TOML or JSON, or breaks
    /// a rule; it lists every mistake found, in file order.
    ///
    /// `now` (milliseconds since the epoch) resolves dates such as `today+10d`, which only
    /// demo programmes may use.
    pub fn load(path: &Path, now: i64) -> Result<Self, FileErrors> {
        let shown = path.display().to_string();
        let bytes = std::fs::read(path).map_err(|error| FileErrors::unreadable(&shown, &error))?;
        let text = String::from_utf8(bytes).map_err(|error| FileErrors::garbled(&shown, &error))?;
        if path.extension().is_some_and(|ending| ending == "json") {
            Self::from_json(&shown, &text, now)
        } else {
            Self::from_toml(&shown, &text, now)
        }
    }

    /// Reads TOML text; `file` is only used in messages.
    ///
    /// # Errors
    /// As [`Programme::load`], without the file access.
    pub fn from_toml(file: &str, text: &str, now: i64) -> Result<Self, FileErrors> {
        file::read(file, text, now, toml_source::parse(text))
    }

    /// Reads JSON text; `file` is only used in messages.
    ///
    /// # Errors
    /// As [`Programme::load`], without the file access.
    pub fn from_json(file: &str, text: &str, now: i64) -> Result<Self, FileErrors> {
        file::read(file, text, now, json_source::parse(text))
    }

    /// The currency with this id.
    pub fn currency(&self, id: &str) -> Option<&Currency> {
        self.currencies.iter().find(|currency| currency.id == id)
    }

    /// The reward with this id.
    pub fn reward(&self, id: &str) -> Option<&Reward> {
        self.rewards.iter().find(|reward| reward.id == id)
    }

    /// The tier with this id.
    pub fn tier(&self, id: &str) -> Option<&Tier> {
        self.tiers.iter().find(|tier| tier.id == id)
    }

    /// Position of a tier in the ladder, 0 for the entry tier.
    pub fn tier_position(&self, id: &str) -> Option<usize> {
        self.tiers.iter().position(|tier| tier.id == id)
    }

    /// The leaderboard with this id.
    pub fn board(&self, id: &str) -> Option<&Board> {
        // So that a page can ask for a board before it has asked which there are.
        if id == "default" {
            return self.boards.first();
        }
        self.boards.iter().find(|board| board.id == id)
    }

    /// Every badge with its series, in display order.
    pub fn badges(&self) -> impl Iterator<Item = (&Series, &Badge)> {
        self.series
            .iter()
            .flat_map(|series| series.badges.iter().map(move |badge| (series, badge)))
    }

    /// The badge with this id and its series.
    pub fn badge(&self, id: &str) -> Option<(&Series, &Badge)> {
        self.badges().find(|(_, badge)| badge.id == id)
    }
}
