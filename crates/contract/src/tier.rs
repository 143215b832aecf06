//! `GET /v1/tiers`, `/v1/me/tier`: the ladder, and the member's place on it.

use serde::{Deserialize, Serialize};

use crate::{
    Media, Quantity, Timestamp,
    ids::{BenefitId, CurrencyId, TierId},
    open_enum,
};

/// Every tier, lowest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct TierLadder {
    /// The tiers, lowest first.
    pub tiers: Vec<Tier>,
}

/// A tier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Tier {
    /// Which tier.
    pub id: TierId,
    /// Its name.
    pub name: String,
    /// A crest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media: Option<Media>,
    /// One line about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// What it takes: all of these. Empty for the entry tier.
    #[serde(default)]
    pub requirements: Vec<Requirement>,
    /// What it gives.
    #[serde(default)]
    pub benefits: Vec<Benefit>,
}

/// A measure with its target; `current` is absent if nobody is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Requirement {
    /// A stable word for the measure.
    pub metric: String,
    /// The measure in the reader's language, for instance "Points earned".
    pub label: String,
    /// What is needed.
    pub target: Quantity,
    /// What has been reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current: Option<Quantity>,
    /// The currency, when the measure counts one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<CurrencyId>,
}

open_enum! {
    /// Whether a member can use a benefit.
    pub enum BenefitState {
        /// It can be used now.
        Available = "available",
        /// It has been used up.
        Used = "used",
        /// It comes with a higher tier.
        Locked = "locked",
        /// It can be used again later; see `resets_at`.
        Cooldown = "cooldown",
    }
}

/// A privilege that comes with a tier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Benefit {
    /// Which benefit.
    pub id: BenefitId,
    /// Its name.
    pub title: String,
    /// A sentence about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Whether this reader can use it.
    pub state: BenefitState,
    /// When it can be used again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resets_at: Option<Timestamp>,
}

open_enum! {
    /// Where a member stands on the ladder.
    pub enum StandingState {
        /// Below the first tier.
        NoTier = "no_tier",
        /// On the way to the next tier.
        InProgress = "in_progress",
        /// Everything is met; the next tier is being granted.
        AtThreshold = "at_threshold",
        /// At the highest tier.
        Top = "top",
        /// Below what keeping the tier takes, but kept for now; see `grace_until`.
        Grace = "grace",
    }
}

/// The member's place on the ladder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Standing {
    /// When the server read it.
    pub as_of: Timestamp,
    /// Where they stand.
    pub state: StandingState,
    /// The tier they hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current: Option<TierId>,
    /// Since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
    /// The tier above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<TierId>,
    /// What the next tier takes, each with its progress.
    #[serde(default)]
    pub requirements: Vec<Requirement>,
    /// When the window in which progress counts closes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window_ends_at: Option<Timestamp>,
    /// What keeping the current tier takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keep: Option<KeepRule>,
    /// The tier they will hold after the window if nothing more happens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub projected: Option<TierId>,
    /// Until when the tier is kept although the member is below what that takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grace_until: Option<Timestamp>,
    /// True until the member has seen the upgrade.
    #[serde(default)]
    pub just_upgraded: bool,
}

/// What keeping a tier takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct KeepRule {
    /// The day on which it is checked.
    pub until: Timestamp,
    /// The measures, each with its progress.
    pub requirements: Vec<Requirement>,
    /// Whether all of them are met already.
    pub met: bool,
    /// Whether the backend considers the tier at risk; never once it is `met`.
    #[serde(default)]
    pub at_risk: bool,
}
