//! Why a reward can or cannot be had, in one short line of plain words. The server decided; this
//! only says it.

use palier_contract::portal::Currency;
use palier_contract::reward::{Reward, Stock};
use palier_contract::{Timestamp, VerdictState};

use super::choice::is_low;
use crate::blocks::icon::Icon;
use crate::i18n::{DateStyle, I18n, clock, keys, last_moment, milliseconds};

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
    /// Calm words with a sign.
    pub(super) fn plain(sign: Icon, text: String) -> Self {
        Self {
            sign,
            tone: "calm",
            text,
            progress: None,
        }
    }
}

/// The lines of a card: the verdict, or what makes haste advisable.
pub(super) fn lines(i18n: I18n, reward: &Reward, currencies: &[Currency]) -> Vec<Line> {
    let line = |sign, tone, text| Line {
        sign,
        tone,
        text,
        progress: None,
    };
    let verdict = &reward.eligibility;
    let date = |at: &Timestamp| i18n.date(at, DateStyle::Short);
    let with_date = |text: String, key, at: Option<&Timestamp>| match at {
        Some(at) => format!("{text}, {}", i18n.with(key, &[("when", &date(at))])),
        None => text,
    };
    let message = |fallback| {
        let words = verdict.message.clone();
        words.unwrap_or_else(|| i18n.t(fallback))
    };
    let one = match &verdict.state {
        VerdictState::Eligible => return haste(i18n, reward),
        VerdictState::Short => {
            let amount = i18n.amounts(&verdict.missing, currencies);
            Line {
                progress: progress(reward),
                ..line(
                    Icon::COIN,
                    "accent",
                    i18n.with(keys::REWARD_CATALOGUE_TO_GO, &[("amount", &amount)]),
                )
            }
        }
        VerdictState::TierLocked => {
            let text = match &verdict.required_tier {
                Some(tier) => i18n.with(keys::REWARD_CATALOGUE_FROM_TIER, &[("tier", &tier.name)]),
                None => message(keys::REWARD_CATALOGUE_UNAVAILABLE),
            };
            line(Icon::LOCK, "calm", text)
        }
        VerdictState::Upcoming => {
            let at = verdict.unlocks_at.as_ref();
            let at = at.or(reward.availability.starts_at.as_ref());
            let text = at.map(|at| i18n.with(keys::REWARD_CATALOGUE_OPENS, &[("when", &date(at))]));
            line(
                Icon::CALENDAR,
                "accent",
                text.unwrap_or_else(|| message(keys::REWARD_CATALOGUE_UNAVAILABLE)),
            )
        }
        VerdictState::Ended => line(Icon::CALENDAR, "calm", i18n.t(keys::REWARD_CATALOGUE_ENDED)),
        VerdictState::SoldOut => {
            let at = verdict.unlocks_at.as_ref();
            let at = at.or(reward.stock.restock_at.as_ref());
            let text = i18n.t(keys::REWARD_CATALOGUE_SOLD_OUT);
            let text = with_date(text, keys::REWARD_CATALOGUE_RESTOCK, at);
            line(Icon::SOLD_OUT, "calm", text)
        }
        VerdictState::LimitReached => {
            let at = verdict.unlocks_at.as_ref();
            let at = at.or(reward
                .limit
                .as_ref()
                .and_then(|limit| limit.resets_at.as_ref()));
            let text = i18n.t(keys::REWARD_CATALOGUE_LIMIT_REACHED);
            let text = with_date(text, keys::REWARD_CATALOGUE_LIMIT_RESETS, at);
            line(Icon::CHECK_CIRCLE, "calm", text)
        }
        VerdictState::SignInRequired => line(
            Icon::SIGN_IN,
            "accent",
            i18n.t(keys::REWARD_CATALOGUE_SIGN_IN),
        ),
        VerdictState::NotEnrolled => {
            line(Icon::USER, "accent", i18n.t(keys::REWARD_CATALOGUE_JOIN))
        }
        VerdictState::Suspended => {
            line(Icon::LOCK, "warn", i18n.t(keys::REWARD_CATALOGUE_SUSPENDED))
        }
        VerdictState::NotEligible | VerdictState::Unknown(_) => line(
            Icon::LOCK,
            "calm",
            message(keys::REWARD_CATALOGUE_UNAVAILABLE),
        ),
    };
    vec![one]
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
    let line = |sign| {
        move |text| Line {
            sign,
            tone: "warn",
            text,
            progress: None,
        }
    };
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
