//! `GET /v1/portal`: the single discovery document. Public, cacheable.

use serde::{Deserialize, Serialize};

use crate::{
    Media, Quantity, Timestamp,
    ids::{CurrencyId, ProgrammeId},
    open_enum,
};

/// What a backend offers. A block that is not in `capabilities.blocks` hides itself; one that is listed
/// requests its operations (`operation::BLOCKS`). Presence is never inferred from a 404.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Portal {
    /// The version of the contract that the backend speaks, `major.minor`.
    pub contract_version: String,
    /// The oldest kit that the backend accepts, one to three numbers as in `1.4.0`; older kits show their
    /// fallback (kill switch).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_kit_version: Option<String>,
    /// The programme itself.
    pub programme: Programme,
    /// Its currencies, most important first.
    pub currencies: Vec<Currency>,
    /// What the backend offers.
    pub capabilities: Capabilities,
    /// Languages the backend answers in, BCP 47, default first.
    pub locales: Vec<String>,
    /// Limits that clients must respect.
    pub limits: Limits,
    /// Document types of blocks that are switched off for now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disabled_blocks: Vec<String>,
    /// The server's clock, so that deadlines do not depend on a wrong client clock.
    pub server_time: Timestamp,
}

/// Who runs the programme and where its pages are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Programme {
    /// Which programme.
    pub id: ProgrammeId,
    /// Its name in the reader's language.
    pub name: String,
    /// IANA name of the time zone in which days, weeks and deadlines are counted.
    pub time_zone: String,
    /// Where to sign in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sign_in_url: Option<String>,
    /// Where to enrol.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub join_url: Option<String>,
    /// Where to ask for help.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help_url: Option<String>,
    /// The programme's terms.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms_url: Option<String>,
    /// True for a demo programme: its numbers come from generated events.
    #[serde(default)]
    pub demo: bool,
}

/// A currency of the programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Currency {
    /// Which currency.
    pub id: CurrencyId,
    /// Its name as a title, for instance "Points".
    pub name: String,
    /// The unit after a number, by CLDR plural category, with `{count}` in place of the number.
    pub unit: Plurals,
    /// A small picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icon: Option<Media>,
    /// Digits after the decimal point; amounts are counted in the smallest unit.
    #[serde(default)]
    pub decimals: Quantity,
    /// Whether rewards can be paid with it.
    pub spendable: bool,
    /// Whether earning it counts towards tiers.
    pub qualifying: bool,
    /// When earned amounts lapse.
    pub expiry: ExpiryPolicy,
}

/// A message by CLDR plural category (Unicode TR 35). `other` always applies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Plurals {
    /// For none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zero: Option<String>,
    /// For one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub one: Option<String>,
    /// For two.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub two: Option<String>,
    /// For a few.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub few: Option<String>,
    /// For many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub many: Option<String>,
    /// For everything else.
    pub other: String,
}

open_enum! {
    /// When an earned amount lapses.
    pub enum ExpiryKind {
        /// Never.
        Never = "never",
        /// A number of days after it was earned.
        After = "after",
        /// On a fixed date.
        Fixed = "fixed",
    }
}

/// A currency's expiry policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ExpiryPolicy {
    /// Which policy.
    pub kind: ExpiryKind,
    /// Days after earning, for `after`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<Quantity>,
    /// The date, for `fixed`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Timestamp>,
}

/// Blocks and operations that the backend serves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Capabilities {
    /// Document types of the blocks that the backend can feed, for instance `leaderboard`.
    pub blocks: Vec<String>,
    /// Operations by OpenAPI `operationId`, for instance `create_redemption`.
    pub operations: Vec<String>,
}

impl Capabilities {
    /// Whether the backend serves `operation` (an OpenAPI `operationId`).
    #[must_use]
    pub fn offers(&self, operation: &str) -> bool {
        self.operations.iter().any(|one| one == operation)
    }
}

/// Limits that clients must respect.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Limits {
    /// The largest `limit` of any page.
    pub max_page_size: Quantity,
    /// The largest request body, in bytes. Drafts of portals may be larger.
    pub max_body_bytes: Quantity,
    /// How long idempotency keys are remembered, in seconds.
    pub idempotency_seconds: Quantity,
}
