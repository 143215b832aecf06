//! Why a reward can or cannot be had, in one short line of plain words. The server decided; this
//! only says it.

use palier_contract::portal::Currency;
use palier_contract::reward::{Reward, Stock};
use palier_contract::{Timestamp, VerdictState};

use super::choice::is_low;
use crate::blocks::icon::Icon;
use crate::i18n::{DateStyle, I18n, Key, clock, keys, last_moment, milliseconds};

/// A line about a reward.
pub(super) struct Line {
    pub(super) sign: Icon,
    /// `calm`, `good`, `warn` or `accent`.
    pub(super) tone: &'static str,
    pub(super) text: String,
    /// How far the member has come, of how much.
    pub(super) progress: Option<(i64, i64)>,
}

impl Line {
    fn new(sign: Icon, tone: &'static str, text: String) -> Self {
        Self {
            sign,
            tone,
            text,
            progress: None,
        }
    }

    /// Calm words with a sign.
    pub(super) fn plain(sign: Icon, text: String) -> Self {
        Self::new(sign, "calm", text)
    }
}

/// The lines of a card: the verdict, or what makes haste advisable.
pub(super) fn lines(i18n: I18n, reward: &Reward, currencies: &[Currency]) -> Vec<Line> {
    match &reward.eligibility.state {
        VerdictState::Eligible => haste(i18n, reward),
        state => vec![Reason { i18n, reward }.line(state, currencies)],
    }
}

/// Why a reward cannot be had.
struct Reason<'a> {
    i18n: I18n,
    reward: &'a Reward,
}

impl Reason<'_> {
    fn line(&self, state: &VerdictState, currencies: &[Currency]) -> Line {
        let t = |key| self.i18n.t(key);
        match state {
            VerdictState::Short => self.short(currencies),
            VerdictState::TierLocked => Line::plain(Icon::LOCK, self.tier()),
            VerdictState::Upcoming => Line::new(Icon::CALENDAR, "accent", self.opening()),
            VerdictState::Ended => Line::plain(Icon::CALENDAR, t(keys::REWARD_CATALOGUE_ENDED)),
            VerdictState::SoldOut => Line::plain(Icon::SOLD_OUT, self.sold_out()),
            VerdictState::LimitReached => Line::plain(Icon::CHECK_CIRCLE, self.limit()),
            VerdictState::SignInRequired => {
                Line::new(Icon::SIGN_IN, "accent", t(keys::REWARD_CATALOGUE_SIGN_IN))
            }
            VerdictState::NotEnrolled => {
                Line::new(Icon::USER, "accent", t(keys::REWARD_CATALOGUE_JOIN))
            }
            VerdictState::Suspended => {
                Line::new(Icon::LOCK, "warn", t(keys::REWARD_CATALOGUE_SUSPENDED))
            }
            VerdictState::Eligible | VerdictState::NotEligible | VerdictState::Unknown(_) => {
                Line::plain(Icon::LOCK, self.message())
            }
        }
    }

    fn short(&self, currencies: &[Currency]) -> Line {
        let missing = &self.reward.eligibility.missing;
        let amount = self.i18n.amounts(missing, currencies);
        let words = self
            .i18n
            .with(keys::REWARD_CATALOGUE_TO_GO, &[("amount", &amount)]);
        Line {
            progress: progress(self.reward),
            ..Line::new(Icon::COIN, "accent", words)
        }
    }

    fn tier(&self) -> String {
        match &self.reward.eligibility.required_tier {
            Some(tier) => self
                .i18n
                .with(keys::REWARD_CATALOGUE_FROM_TIER, &[("tier", &tier.name)]),
            None => self.message(),
        }
    }

    fn opening(&self) -> String {
        match self.unlocks(self.reward.availability.starts_at.as_ref()) {
            Some(at) => self.dated(keys::REWARD_CATALOGUE_OPENS, at),
            None => self.message(),
        }
    }

    fn sold_out(&self) -> String {
        let at = self.unlocks(self.reward.stock.restock_at.as_ref());
        self.until(
            keys::REWARD_CATALOGUE_SOLD_OUT,
            keys::REWARD_CATALOGUE_RESTOCK,
            at,
        )
    }

    fn limit(&self) -> String {
        let limit = self.reward.limit.as_ref();
        let at = self.unlocks(limit.and_then(|limit| limit.resets_at.as_ref()));
        self.until(
            keys::REWARD_CATALOGUE_LIMIT_REACHED,
            keys::REWARD_CATALOGUE_LIMIT_RESETS,
            at,
        )
    }

    /// When the reason ends: as the verdict has it, or as the reward itself does.
    fn unlocks<'a>(&'a self, own: Option<&'a Timestamp>) -> Option<&'a Timestamp> {
        self.reward.eligibility.unlocks_at.as_ref().or(own)
    }

    fn until(&self, state: Key, end: Key, at: Option<&Timestamp>) -> String {
        let text = self.i18n.t(state);
        match at {
            Some(at) => format!("{text}, {}", self.dated(end, at)),
            None => text,
        }
    }

    fn dated(&self, key: Key, at: &Timestamp) -> String {
        let when = self.i18n.date(at, DateStyle::Short);
        self.i18n.with(key, &[("when", &when)])
    }

    /// The server's words, or that it is not to be had.
    fn message(&self) -> String {
        let words = self.reward.eligibility.message.clone();
        words.unwrap_or_else(|| self.i18n.t(keys::REWARD_CATALOGUE_UNAVAILABLE))
    }
}

/// The reason in the server's words, for the detail view; the short line without them.
pub(super) fn reason(i18n: I18n, reward: &Reward, currencies: &[Currency]) -> Option<Line> {
    if reward.eligibility.state == VerdictState::Eligible {
        return None;
    }
    let mut line = lines(i18n, reward, currencies).into_iter().next()?;
    if let Some(message) = &reward.eligibility.message {
        line.text.clone_from(message);
    }
    Some(line)
}

/// How near an end is that counts down, in milliseconds.
const NEAR: f64 = 2.0 * 86_400_000.0;

/// An end in sight and little stock: true facts, no pressure. Follows the clock near the end.
fn haste(i18n: I18n, reward: &Reward) -> Vec<Line> {
    let ends = reward.availability.ends_at.as_ref().map(|at| {
        let left = milliseconds(at).map_or(f64::INFINITY, |end| end - clock::now());
        if left < NEAR {
            clock::track();
        }
        if left < 0.0 {
            return i18n.t(keys::REWARD_CATALOGUE_ENDED);
        }
        let last = last_moment(at);
        let (when, date) = (i18n.relative(&last), i18n.date(&last, DateStyle::Short));
        let args: [(&str, &str); 2] = [("when", &when), ("date", &date)];
        i18n.with(keys::REWARD_CATALOGUE_ENDS, &args)
    });
    let low = left(i18n, &reward.stock);
    let line = |sign| move |text| Line::new(sign, "warn", text);
    ends.map(line(Icon::HOURGLASS))
        .into_iter()
        .chain(low.map(line(Icon::TAG)))
        .collect()
}

/// "Only 3 left", when little is.
pub(super) fn left(i18n: I18n, stock: &Stock) -> Option<String> {
    is_low(stock).then(|| match stock.remaining {
        Some(remaining) => i18n.count(keys::REWARD_CATALOGUE_LEFT, remaining.get(), &[]),
        None => i18n.t(keys::REWARD_CATALOGUE_FEW_LEFT),
    })
}

/// How much of the price the member has, in the currency that is short.
fn progress(reward: &Reward) -> Option<(i64, i64)> {
    let missing = reward.eligibility.missing.first()?;
    let target = reward
        .prices
        .iter()
        .flat_map(|price| &price.amounts)
        .find(|amount| amount.currency == missing.currency)?;
    let current = target.value.get().saturating_sub(missing.value.get());
    Some((current, target.value.get()))
}
