//! `/v1/redemptions/quote`, `/v1/redemptions`, `/v1/me/redemptions`: spending, exactly once.
//!
//! `POST /v1/redemptions` needs an `Idempotency-Key`. Missing: 400. Same key with another
//! payload: 422. Still running: 409. A replay returns the stored answer with
//! `Idempotency-Replayed: true`, also when it is a refusal of the programme.

use serde::{Deserialize, Serialize};

use crate::{
    Actions, Amount, Media, Quantity, Timestamp, Verdict,
    ids::{AxisId, AxisValueId, PersonalisationId, PriceId, QuoteId, RedemptionId, RewardId},
    open_enum,
};

/// What a member wants, for a quote and for an order alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Choice {
    /// Which reward.
    pub reward_id: RewardId,
    /// Which of its price options.
    pub price_id: PriceId,
    /// One value per axis.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub variant: Vec<VariantChoice>,
    /// Texts to print or engrave.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub personalisation: Vec<PersonalisationText>,
}

/// A value chosen on an axis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct VariantChoice {
    /// Which axis.
    pub axis_id: AxisId,
    /// Which value.
    pub value_id: AxisValueId,
}

/// A text for a personalisation field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PersonalisationText {
    /// Which field.
    pub field_id: PersonalisationId,
    /// The text.
    pub text: String,
}

/// The result of a dry run: what would happen. It belongs to the member who asked and is good for one
/// order until `expires_at`; after that, or for anybody else, ordering with it is `quote-expired`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Quote {
    /// The id to send back with the order.
    pub id: QuoteId,
    /// What it takes.
    pub price: Vec<Amount>,
    /// The available balance before, per currency of the price.
    pub before: Vec<Amount>,
    /// What the price leaves of it, per currency of the price; negative by the missing amount.
    pub after: Vec<Amount>,
    /// Whether the order would go through, and if not, why.
    pub eligibility: Verdict,
    /// Whether a delivery address is needed.
    #[serde(default)]
    pub needs_address: bool,
    /// How long the server honours it.
    pub expires_at: Timestamp,
}

/// `POST /v1/redemptions`: the order. The kit never assumes that it succeeds; the reply decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct RedemptionRequest {
    /// The quote that the member confirmed.
    pub quote_id: QuoteId,
    /// What the quote was for; checked against it.
    pub choice: Choice,
    /// Where to ship it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
}

/// A delivery address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Address {
    /// Who receives it.
    pub name: String,
    /// Street and number.
    pub street: String,
    /// Postal code.
    pub postal_code: String,
    /// Town.
    pub city: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
}

open_enum! {
    /// Where a redemption stands.
    pub enum RedemptionState {
        /// Requested.
        Requested = "requested",
        /// Points set aside.
        Reserved = "reserved",
        /// Paid.
        Confirmed = "confirmed",
        /// The code, file or seat has been handed over.
        Issued = "issued",
        /// Being packed.
        Preparing = "preparing",
        /// On its way.
        Shipped = "shipped",
        /// Late.
        Delayed = "delayed",
        /// Arrived.
        Delivered = "delivered",
        /// Something went wrong after it was paid; the programme must act.
        Failed = "failed",
        /// Cancelled.
        Cancelled = "cancelled",
        /// Points given back.
        Refunded = "refunded",
        /// Sent back.
        Returned = "returned",
        /// The code lapsed unused.
        Expired = "expired",
    }
}

/// A redemption, with its history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Redemption {
    /// Which redemption.
    pub id: RedemptionId,
    /// The reward.
    pub reward: RewardRef,
    /// Where it stands.
    pub state: RedemptionState,
    /// What it took.
    pub charged: Vec<Amount>,
    /// When it was requested.
    pub created_at: Timestamp,
    /// Every state it has been in, oldest first.
    #[serde(default)]
    pub history: Vec<StatusStep>,
    /// Chosen variant in words, for instance "L, sand".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
    /// The code; its value only on the single resource, once revealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Code>,
    /// Parcels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shipments: Vec<Shipment>,
    /// Legal next steps: `reveal_code`, `cancel`, `contact`.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schema(value_type = std::collections::BTreeMap<String, crate::Action>))]
    pub actions: Actions,
}

/// A reward as an order remembers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct RewardRef {
    /// Which reward.
    pub id: RewardId,
    /// Its name.
    pub title: String,
    /// Its picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media: Option<Media>,
}

/// One step of a redemption.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct StatusStep {
    /// The state it entered.
    pub state: RedemptionState,
    /// When.
    pub at: Timestamp,
    /// A note on it, in the reader's language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

/// A code that a redemption issued. Masked in lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Code {
    /// A form that is safe on a screen that others can see, for instance `••••-7Q2M`.
    pub masked: String,
    /// The whole code, once revealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// When it becomes valid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<Timestamp>,
    /// When it stops being valid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<Timestamp>,
    /// How often it has been used.
    #[serde(default)]
    pub used: Quantity,
}

/// A parcel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Shipment {
    /// Who carries it.
    pub carrier: String,
    /// The carrier's number.
    pub number: String,
    /// Where to track it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// When it should arrive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eta: Option<Timestamp>,
}
