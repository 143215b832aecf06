//! Errors: `application/problem+json` after RFC 9457. Clients switch on `type`, then on the
//! status; they never read `title` or `detail` as data.

use serde::{Deserialize, Serialize};

use crate::{Amount, Quantity, Timestamp, open_enum};

open_enum! {
    /// The registry of problem types.
    pub enum ProblemType {
        /// The request is malformed; `errors` names what.
        BadRequest = "urn:palier:problem:bad-request",
        /// No token, or one that is not accepted.
        Unauthorised = "urn:palier:problem:unauthorised",
        /// The token does not allow it.
        Forbidden = "urn:palier:problem:forbidden",
        /// Signed in, not enrolled.
        NotEnrolled = "urn:palier:problem:not-enrolled",
        /// The membership is suspended.
        Suspended = "urn:palier:problem:suspended",
        /// It does not exist, or not for this reader.
        NotFound = "urn:palier:problem:not-found",
        /// The method is not allowed at this address.
        MethodNotAllowed = "urn:palier:problem:method-not-allowed",
        /// `Idempotency-Key` is missing.
        KeyMissing = "urn:palier:problem:idempotency-key-missing",
        /// The key was used with another payload.
        KeyReused = "urn:palier:problem:idempotency-key-reused",
        /// A request with this key is still running.
        KeyBusy = "urn:palier:problem:idempotency-key-busy",
        /// The balance is short; `missing` says by how much.
        Short = "urn:palier:problem:short",
        /// Sold out.
        SoldOut = "urn:palier:problem:sold-out",
        /// The member's limit is reached; see `retry_at`.
        LimitReached = "urn:palier:problem:limit-reached",
        /// Outside the window in which it is possible.
        OutsideWindow = "urn:palier:problem:outside-window",
        /// A tier or segment is missing.
        NotEligible = "urn:palier:problem:not-eligible",
        /// The price is no longer that of the quote; request another.
        PriceChanged = "urn:palier:problem:price-changed",
        /// The quote has lapsed, was used, is unknown, belongs to somebody else or was for something
        /// else; request another.
        QuoteExpired = "urn:palier:problem:quote-expired",
        /// It was paid, but handing it over failed; the order says what happens next.
        DeliveryFailed = "urn:palier:problem:delivery-failed",
        /// The cursor is not, or no longer, valid; start again.
        CursorInvalid = "urn:palier:problem:cursor-invalid",
        /// `If-Match` does not match.
        PreconditionFailed = "urn:palier:problem:precondition-failed",
        /// `If-Match` is missing.
        PreconditionRequired = "urn:palier:problem:precondition-required",
        /// The content is not valid; `errors` names each field.
        Invalid = "urn:palier:problem:invalid",
        /// The body is too large.
        TooLarge = "urn:palier:problem:too-large",
        /// The body is of the wrong type.
        UnsupportedMedia = "urn:palier:problem:unsupported-media-type",
        /// Too many requests; see `retry_after_ms`.
        RateLimited = "urn:palier:problem:rate-limited",
        /// The backend does not offer this operation.
        NotOffered = "urn:palier:problem:not-offered",
        /// The backend failed; `trace_id` finds it in its logs.
        Internal = "urn:palier:problem:internal",
        /// The backend is busy or being serviced.
        Unavailable = "urn:palier:problem:unavailable",
    }
}

impl ProblemType {
    /// The HTTP status that goes with it; 500 for types that this version does not know.
    #[must_use]
    pub const fn status(&self) -> u16 {
        match self {
            Self::BadRequest | Self::KeyMissing | Self::CursorInvalid => 400,
            Self::Unauthorised => 401,
            Self::Forbidden | Self::NotEnrolled | Self::Suspended | Self::NotEligible => 403,
            Self::NotFound | Self::NotOffered => 404,
            Self::MethodNotAllowed => 405,
            Self::KeyBusy
            | Self::Short
            | Self::SoldOut
            | Self::LimitReached
            | Self::OutsideWindow
            | Self::PriceChanged
            | Self::QuoteExpired => 409,
            Self::PreconditionFailed => 412,
            Self::TooLarge => 413,
            Self::UnsupportedMedia => 415,
            Self::KeyReused | Self::Invalid => 422,
            Self::PreconditionRequired => 428,
            Self::RateLimited => 429,
            Self::Internal | Self::Unknown(_) => 500,
            Self::DeliveryFailed => 502,
            Self::Unavailable => 503,
        }
    }
}

/// An error as it crosses the wire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Problem {
    /// Which problem; the only field to switch on.
    #[serde(rename = "type")]
    pub kind: ProblemType,
    /// A short summary for developers.
    pub title: String,
    /// The HTTP status.
    #[cfg_attr(feature = "schema", schema(minimum = 400, maximum = 599))]
    pub status: u16,
    /// What happened this time, in the reader's language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// What is wrong with which field.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
    /// Identifies the request in the backend's logs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trace_id: Option<String>,
    /// How long to wait, in milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after_ms: Option<Quantity>,
    /// When a limit resets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_at: Option<Timestamp>,
    /// How much is missing, per currency.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<Amount>,
}

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, crate::wire::Wire)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct FieldError {
    /// Where, as a JSON pointer into the body (RFC 6901), or the name of a query parameter.
    pub pointer: String,
    /// A stable word for what is wrong, for instance `required`, `malformed`, `unknown`,
    /// `out_of_range`; others may follow.
    pub code: String,
    /// What is wrong, in words.
    pub detail: String,
}
