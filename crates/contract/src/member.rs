//! `/v1/me`, `/v1/me/join` and `/v1/me/preferences`: the member as the programme knows them.

use serde::{Deserialize, Serialize};

use crate::{Actions, Media, Quantity, Timestamp, ids::MemberId, open_enum, shared::TierRef};

open_enum! {
    /// A reader's relation to the programme.
    pub enum MemberState {
        /// Nobody is signed in.
        Anonymous = "anonymous",
        /// Signed in, not enrolled yet.
        Candidate = "candidate",
        /// Enrolled.
        Member = "member",
        /// Enrolled, but may not act.
        Suspended = "suspended",
    }
}

/// The reader of the page. For anonymous readers, everything but `state` is absent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Me {
    /// Their relation to the programme.
    pub state: MemberState,
    /// Their id in the backend.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<MemberId>,
    /// The name that others see; never a legal name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alias: Option<String>,
    /// The picture that others see.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub avatar: Option<Media>,
    /// When they enrolled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
    /// Their tier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tier: Option<TierRef>,
    /// Why they are suspended, or no longer a member, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// Their choices.
    #[serde(default)]
    pub preferences: Preferences,
    /// The terms that joining agrees to, when `actions.join` is a request rather than a page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<Terms>,
    /// Legal next steps: `join`, `update_preferences`.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(value_type = std::collections::BTreeMap<String, crate::Action>))]
    pub actions: Actions,
}

/// Terms in one of their versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Terms {
    /// The page where people read them.
    pub url: String,
    /// The version, a word of the backend's own.
    pub version: String,
}

/// `POST /v1/me/join`: somebody who is signed in becomes a member. Asked once more, it answers the member
/// as they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct JoinRequest {
    /// What they agree to: the [`Me::terms`] that they were shown. Other terms than today's are `invalid`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<Terms>,
}

/// A member's choices about their own data.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Preferences {
    /// Whether they are left out of every leaderboard.
    #[serde(default)]
    pub leaderboard_opt_out: bool,
    /// Whether leaderboards show them without alias and picture.
    #[serde(default)]
    pub leaderboard_hidden_name: bool,
}

/// `PATCH /v1/me/preferences`: absent fields stay as they are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PreferencesPatch {
    /// The name that others see, 2 to 30 characters: letters of any script with their marks, digits,
    /// spaces and `.'’_-`, with at least one visible letter or digit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alias: Option<String>,
    /// See [`Preferences::leaderboard_opt_out`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leaderboard_opt_out: Option<bool>,
    /// See [`Preferences::leaderboard_hidden_name`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leaderboard_hidden_name: Option<bool>,
}

/// Longest alias, in characters.
pub const MAX_ALIAS_CHARS: Quantity = Quantity::saturating(30);
