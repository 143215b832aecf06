//! Whether a reward can be redeemed now, and if not, why: decided here and nowhere else.

use std::collections::BTreeMap;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use palier_contract::{Amount, Quantity, Verdict, VerdictState, shared::TierRef};
use sha2::{Digest, Sha256};
use sqlx::SqliteConnection;

use super::{Buyer, BuyerStatus};
use crate::{
    db::{self, settle::settle, stock},
    engine::calendar::NEVER,
    error::Error,
    locale::Locale,
    programme::{self, Price, Programme, Reward},
    time::{if_ever, timestamp},
    words::{amounts, pick},
};

/// (reward, variant) → what is left, limited rewards only.
pub type Stock = BTreeMap<(String, String), i64>;

/// Everything a verdict depends on.
#[derive(Debug)]
pub struct Shop<'a> {
    /// The rules.
    pub programme: &'a Programme,
    /// The reader's language.
    pub locale: &'a Locale,
    /// Milliseconds since the epoch.
    pub now: i64,
    /// What is left.
    pub stock: Stock,
    /// Who looks.
    pub buyer: Buyer,
}

impl<'a> Shop<'a> {
    /// As `buyer` finds it.
    ///
    /// # Errors
    /// The database's.
    pub async fn seen_by(
        buyer: Buyer,
        conn: &mut SqliteConnection,
        programme: &'a Programme,
        locale: &'a Locale,
        now: i64,
    ) -> Result<Self, db::Error> {
        Ok(Self {
            programme,
            locale,
            now,
            stock: stock::all(conn).await?,
            buyer,
        })
    }

    /// As a member finds it who is about to buy: they are brought up to `now` first.
    ///
    /// # Errors
    /// As [`settle`].
    pub async fn entered_by(
        member: i64,
        tx: &mut SqliteConnection,
        programme: &'a Programme,
        locale: &'a Locale,
        now: i64,
    ) -> Result<Self, db::Error> {
        let state = settle(tx, programme, member, now).await?;
        let buyer = Buyer::of(tx, &state).await?;
        Self::seen_by(buyer, tx, programme, locale, now).await
    }

    /// Whether the reader may see the reward at all.
    pub fn shows(&self, reward: &Reward) -> bool {
        reward.visibility.contains(self.now)
    }

    /// What is left of a reward, or of one variant of it; `None` when it never runs out.
    pub fn left(&self, reward: &Reward, variant: Option<&str>) -> Option<i64> {
        let of = |key: &str| {
            self.stock
                .get(&(reward.id.clone(), key.to_owned()))
                .copied()
        };
        match (reward.stock, variant) {
            (programme::Stock::Unlimited, _) => None,
            (programme::Stock::Limited(_), _) => Some(of("").unwrap_or(0)),
            (programme::Stock::PerVariant, Some(variant)) => Some(of(variant).unwrap_or(0)),
            (programme::Stock::PerVariant, None) => Some(
                reward
                    .initial_stock()
                    .keys()
                    .filter_map(|key| of(key))
                    .fold(0, i64::saturating_add),
            ),
        }
    }

    /// The verdict on a reward: in general, or on one price and variant of it.
    ///
    /// The first reason that applies is given, in the order in which a member could do
    /// something about it: joining, waiting, another variant, a tier, the limit, points.
    pub fn verdict(
        &self,
        reward: &Reward,
        price: Option<&Price>,
        variant: Option<&str>,
    ) -> Verdict {
        self.outsider()
            .map(|verdict| self.with_tier(verdict, reward))
            .or_else(|| self.outside_window(reward))
            .or_else(|| self.sold_out(reward, variant))
            .or_else(|| self.tier_locked(reward))
            .or_else(|| self.limit_reached(reward))
            .or_else(|| self.short(reward, price))
            .unwrap_or_else(Verdict::eligible)
    }

    fn no(&self, state: VerdictState, reason: &str, message: impl Into<String>) -> Verdict {
        Verdict {
            state,
            reason_code: Some(reason.to_owned()),
            message: Some(message.into()),
            ..Verdict::eligible()
        }
    }

    fn say<'t>(&self, english: &'t str, french: &'t str) -> &'t str {
        pick(&self.locale.0, english, french)
    }

    fn outsider(&self) -> Option<Verdict> {
        let (state, reason, message) = match self.buyer.status {
            BuyerStatus::Member => return None,
            BuyerStatus::Anonymous => (
                VerdictState::SignInRequired,
                "anonymous",
                self.say("Sign in to redeem.", "Connectez-vous pour en profiter."),
            ),
            BuyerStatus::NotEnrolled => (
                VerdictState::NotEnrolled,
                "not_enrolled",
                self.say(
                    "Join the programme to redeem.",
                    "Rejoignez le programme pour en profiter.",
                ),
            ),
            BuyerStatus::Suspended => (
                VerdictState::Suspended,
                "suspended",
                self.say(
                    "Your membership is paused.",
                    "Votre adhésion est suspendue.",
                ),
            ),
        };
        Some(self.no(state, reason, message))
    }

    fn outside_window(&self, reward: &Reward) -> Option<Verdict> {
        let window = reward.availability;
        if window.ends_at.is_some_and(|end| end <= self.now) {
            let message = self.say("No longer available.", "N’est plus proposé.");
            return Some(self.no(VerdictState::Ended, "window_closed", message));
        }
        let start = window.starts_at.filter(|start| *start > self.now)?;
        let message = self.say("Not open yet.", "Pas encore ouvert.");
        let verdict = self.no(VerdictState::Upcoming, "not_started", message);
        Some(Verdict {
            unlocks_at: Some(timestamp(start)),
            ..verdict
        })
    }

    fn sold_out(&self, reward: &Reward, variant: Option<&str>) -> Option<Verdict> {
        let left = self.left(reward, variant)?;
        let message = self.say("Sold out.", "Épuisé.");
        (left <= 0).then(|| self.no(VerdictState::SoldOut, "no_stock", message))
    }

    fn tier_locked(&self, reward: &Reward) -> Option<Verdict> {
        let needed = reward.min_tier.as_deref()?;
        let position = |id: &str| self.programme.tier_position(id);
        let held = self.buyer.tier.as_deref().and_then(position);
        let wanted = position(needed)?;
        if held.is_some_and(|held| held >= wanted) {
            return None;
        }
        let tier = self.programme.tier(needed)?;
        let name = tier
            .name
            .get(&self.locale.0, &self.programme.default_locale)
            .to_owned();
        let is_top = wanted + 1 == self.programme.tiers.len();
        let message = if is_top {
            format!(
                "{} {name}.",
                self.say("Open to members of the tier", "Réservé au statut")
            )
        } else {
            format!(
                "{} {name}.",
                self.say("Open to members from", "Ouvert à partir du statut")
            )
        };
        let verdict = self.no(VerdictState::TierLocked, "tier_required", message);
        Some(Verdict {
            required_tier: Some(TierRef {
                id: needed.into(),
                name,
            }),
            ..verdict
        })
    }

    /// Which tier a reward takes is no secret: whoever may not redeem yet can look forward to it.
    fn with_tier(&self, verdict: Verdict, reward: &Reward) -> Verdict {
        let locked = self.tier_locked(reward);
        Verdict {
            required_tier: locked.and_then(|locked| locked.required_tier),
            ..verdict
        }
    }

    fn limit_reached(&self, reward: &Reward) -> Option<Verdict> {
        let (left, resets_at) = self.buyer.left(self.programme, reward, self.now)?;
        if left > 0 {
            return None;
        }
        let message = if resets_at < NEVER {
            self.say(
                "You have reached the limit for now.",
                "Vous avez atteint la limite pour l’instant.",
            )
        } else {
            self.say(
                "You have reached the limit.",
                "Vous avez atteint la limite.",
            )
        };
        let verdict = self.no(VerdictState::LimitReached, "member_limit", message);
        Some(Verdict {
            unlocks_at: if_ever(resets_at),
            ..verdict
        })
    }

    fn short(&self, reward: &Reward, price: Option<&Price>) -> Option<Verdict> {
        let options: Vec<&Price> = match price {
            Some(price) => vec![price],
            None => reward.prices.iter().collect(),
        };
        let missing = options
            .iter()
            .map(|price| self.missing(price))
            .min_by_key(|missing| missing.iter().map(|amount| amount.value).sum::<i64>())?;
        if missing.is_empty() {
            return None;
        }
        let words = amounts::more(self.programme, &missing, self.locale);
        let message = format!("{} {words}.", self.say("You need", "Il vous manque"));
        let verdict = self.no(VerdictState::Short, "balance_short", message);
        Some(Verdict {
            missing: amounts::contract(&missing),
            ..verdict
        })
    }

    /// What the reader lacks for a price, per currency; empty when they can pay it.
    pub fn missing(&self, price: &Price) -> Vec<programme::Amount> {
        price
            .amounts
            .iter()
            .map(|amount| programme::Amount {
                currency: amount.currency.clone(),
                value: amount
                    .value
                    .saturating_sub(self.buyer.balance(&amount.currency)),
            })
            .filter(|amount| amount.value > 0)
            .collect()
    }

    /// Balances before and after paying a price, per currency of it.
    pub fn before_and_after(&self, price: &Price) -> (Vec<Amount>, Vec<Amount>) {
        let at = |value: i64, currency: &str| Amount {
            currency: currency.into(),
            value: Quantity::saturating(value),
        };
        price
            .amounts
            .iter()
            .map(|amount| {
                let held = self.buyer.balance(&amount.currency);
                let after = held.saturating_sub(amount.value);
                (at(held, &amount.currency), at(after, &amount.currency))
            })
            .unzip()
    }
}

/// A word that changes whenever a price of the reward does.
pub fn price_version(reward: &Reward) -> String {
    let mut hash = Sha256::new();
    for price in &reward.prices {
        hash.update(price.id.as_bytes());
        for amount in &price.amounts {
            hash.update(format!("|{}={}", amount.currency, amount.value));
        }
        hash.update(b";");
    }
    let digest = hash.finalize();
    URL_SAFE_NO_PAD.encode(digest.get(..6).unwrap_or_default())
}

/// The error that says the same as a verdict; `Ok` when it is a yes.
///
/// # Errors
/// One per state; see [`Error`].
pub fn enforce(verdict: Verdict) -> Result<(), Error> {
    use VerdictState as V;
    Err(match verdict.state {
        V::Eligible => return Ok(()),
        V::Short => Error::Short(verdict.missing),
        V::TierLocked | V::NotEligible | V::Unknown(_) => Error::NotEligible,
        V::Upcoming | V::Ended => Error::OutsideWindow(verdict.unlocks_at),
        V::SoldOut => Error::SoldOut,
        V::LimitReached => Error::LimitReached(verdict.unlocks_at),
        V::SignInRequired => Error::Unauthorised("no token"),
        V::NotEnrolled => Error::NotEnrolled,
        V::Suspended => Error::Suspended,
    })
}
