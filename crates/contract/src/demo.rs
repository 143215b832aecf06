//! `/demo/…`: sign-in for demo programmes only; no part of `/v1`.

use serde::{Deserialize, Serialize};

use crate::ids::MemberId;

/// A demo member in a telling situation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct DemoMember {
    /// Which member.
    pub id: MemberId,
    /// Their alias.
    pub alias: String,
    /// A stable word for the situation, for instance `expiring`.
    pub situation: String,
    /// The situation in words.
    pub description: String,
}

/// `POST /demo/token`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct DemoTokenRequest {
    /// Whose token.
    pub member: MemberId,
}

/// A short-lived bearer token (RFC 6750).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Token {
    /// The token.
    pub access_token: String,
    /// Always `Bearer`.
    pub token_type: String,
    /// Seconds until it lapses.
    pub expires_in: u32,
}
