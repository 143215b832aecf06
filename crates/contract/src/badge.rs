//! `GET /v1/series`, `/v1/me/badges`: collections. Both give a [`Collection`]; the second with
//! the member's progress.

use serde::{Deserialize, Serialize};

use crate::{
    Actions, Amount, Media, Quantity, Timestamp, Window,
    ids::{BadgeId, SeriesId},
    open_enum,
    tier::Requirement,
};

/// Every visible series.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Collection {
    /// When the server read it.
    pub as_of: Timestamp,
    /// The series, in the programme's order.
    pub series: Vec<Series>,
}

/// A themed set of badges. Duplicates never count as progress.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Series {
    /// Which series.
    pub id: SeriesId,
    /// Its name.
    pub title: String,
    /// One line about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// How many badges it has, secret ones included.
    pub total: Quantity,
    /// How many different badges of it the member holds.
    #[serde(default)]
    pub owned: Quantity,
    /// All of them, in the order of their slots.
    pub badges: Vec<Badge>,
    /// When its badges can be earned.
    #[serde(default)]
    pub window: Window,
    /// What completing it, or part of it, gives.
    #[serde(default)]
    pub completion: Vec<CompletionReward>,
}

open_enum! {
    /// Where a completion reward stands.
    pub enum CompletionState {
        /// Not reached.
        Locked = "locked",
        /// Reached; see the `claim` action.
        Claimable = "claimable",
        /// Handed over.
        Claimed = "claimed",
        /// Not claimed in time.
        Expired = "expired",
    }
}

/// What collecting a number of badges of a series gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct CompletionReward {
    /// How many different badges it takes.
    pub threshold: Quantity,
    /// What it is, in words.
    pub label: String,
    /// Amounts credited.
    #[serde(default)]
    pub amounts: Vec<Amount>,
    /// Where it stands.
    pub state: CompletionState,
    /// Until when it can be claimed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim_by: Option<Timestamp>,
    /// Legal next steps: `claim`.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(value_type = std::collections::BTreeMap<String, crate::Action>))]
    pub actions: Actions,
}

open_enum! {
    /// Where a badge stands for the reader.
    pub enum BadgeState {
        /// Not begun.
        Locked = "locked",
        /// Hidden until earned; title and criteria are absent on purpose.
        Secret = "secret",
        /// Begun.
        InProgress = "in_progress",
        /// Held.
        Earned = "earned",
        /// Cannot be earned yet.
        Upcoming = "upcoming",
        /// Every numbered copy is taken, or the window has closed.
        Gone = "gone",
        /// Held once, lapsed.
        Expired = "expired",
        /// Taken back; see `message`.
        Revoked = "revoked",
    }
}

/// A badge as this reader may see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Badge {
    /// Which badge.
    pub id: BadgeId,
    /// Where it stands.
    pub state: BadgeState,
    /// Its name; absent while secret.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What it takes, in words; absent while secret.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub criteria: Option<String>,
    /// Its picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media: Option<Media>,
    /// Its measures, with progress.
    #[serde(default)]
    pub progress: Vec<Requirement>,
    /// How rare it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rarity: Option<Rarity>,
    /// Numbered copies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<Edition>,
    /// When it can be earned.
    #[serde(default)]
    pub window: Window,
    /// When it was earned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earned_at: Option<Timestamp>,
    /// Whether it was earned since the member last looked.
    #[serde(default)]
    pub new: bool,
    /// Why it was awarded or taken back, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// A verifiable credential, by address (Open Badges 3.0).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credential_url: Option<String>,
}

open_enum! {
    /// Grades of rarity, commonest first.
    pub enum RarityLevel {
        /// Most members hold it.
        Common = "common",
        /// Some members do.
        Uncommon = "uncommon",
        /// Few members do.
        Rare = "rare",
        /// Very few members do.
        Epic = "epic",
        /// Hardly anybody does.
        Legendary = "legendary",
    }
}

/// How rare a badge is, with the figure behind the word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Rarity {
    /// The grade.
    pub level: RarityLevel,
    /// Members who hold it, in thousandths of all members.
    pub holders_per_mille: Quantity,
    /// Members who hold it.
    pub holders: Quantity,
}

/// A numbered edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Edition {
    /// The reader's copy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Quantity>,
    /// How many there will ever be.
    pub max: Quantity,
    /// How many were handed out.
    pub issued: Quantity,
}
