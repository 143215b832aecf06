//! Shapes that several resources share.

use serde::{Deserialize, Serialize};

use crate::{
    Quantity,
    ids::{CurrencyId, TierId},
    open_enum,
};

/// An instant: RFC 3339 with offset, for instance `2026-11-22T16:00:00Z`.
///
/// Kept as text: the browser's `Intl` formats it for people, never the server.
#[derive(
    Clone,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    crate::wire::Wire,
)]
#[serde(transparent)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(format = DateTime))]
pub struct Timestamp(pub String);

impl From<&str> for Timestamp {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

/// An amount of one currency, in its smallest unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Amount {
    /// Which currency.
    pub currency: CurrencyId,
    /// How much; the currency's `decimals` says where the decimal point goes.
    pub value: Quantity,
}

open_enum! {
    /// The kind of a medium.
    pub enum MediaKind {
        /// A still picture.
        Image = "image",
        /// Moving pictures.
        Video = "video",
        /// Sound.
        Audio = "audio",
    }
}

/// A picture, film or sound by address, with its text alternative (WCAG 2.2, 1.1.1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Media {
    /// An `https:` address, or a path on the backend's own origin.
    pub url: String,
    /// Text alternative; empty if the medium is only decoration.
    #[serde(default)]
    pub alt: String,
    /// Its kind.
    pub kind: MediaKind,
    /// Width in CSS pixels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<Quantity>,
    /// Height in CSS pixels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub height: Option<Quantity>,
}

/// A span of time, open at either end if that is absent. It includes its start and excludes its end.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Window {
    /// The first instant inside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts_at: Option<Timestamp>,
    /// The first instant after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends_at: Option<Timestamp>,
}

open_enum! {
    /// Whether the member may do something now, and if not, the kind of reason.
    pub enum VerdictState {
        /// Yes.
        Eligible = "eligible",
        /// The balance is short; `missing` says by how much.
        Short = "short",
        /// A higher tier is needed; `required_tier` names it.
        TierLocked = "tier_locked",
        /// Offered to other members only.
        NotEligible = "not_eligible",
        /// Not yet; see `unlocks_at`.
        Upcoming = "upcoming",
        /// No longer.
        Ended = "ended",
        /// Nothing left.
        SoldOut = "sold_out",
        /// The member has had their share; see `unlocks_at`.
        LimitReached = "limit_reached",
        /// Nobody is signed in.
        SignInRequired = "sign_in_required",
        /// Signed in but not enrolled.
        NotEnrolled = "not_enrolled",
        /// The membership is suspended.
        Suspended = "suspended",
    }
}

/// The server's decision on what a member may do, with its reason. The kit never recomputes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Verdict {
    /// The decision.
    pub state: VerdictState,
    /// A stable word for the exact reason, for programs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason_code: Option<String>,
    /// The reason in the reader's language, for people; present in every state but `eligible`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// When it will become possible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unlocks_at: Option<Timestamp>,
    /// How much is missing per currency, for the cheapest price option.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<Amount>,
    /// The tier of the ladder that unlocks it; also beside a reason that comes before it, such as that nobody is
    /// signed in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub required_tier: Option<TierRef>,
}

impl Verdict {
    /// A plain yes.
    #[must_use]
    pub fn eligible() -> Self {
        Self {
            state: VerdictState::Eligible,
            reason_code: None,
            message: None,
            unlocks_at: None,
            missing: Vec::new(),
            required_tier: None,
        }
    }
}

/// A tier by id and name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct TierRef {
    /// Which tier.
    pub id: TierId,
    /// Its name in the reader's language.
    pub name: String,
}

/// A legal next step: the server lists them, the kit offers nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Action {
    /// HTTP method.
    pub method: String,
    /// Address, relative to the API's base (`/v1/…`) or absolute; of `join`, `sign_in` and `contact`, a
    /// link for people.
    pub href: String,
}
