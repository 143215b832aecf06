//! Every way a request can fail, as one type. How each crosses the wire is in `http::error`.

use palier_contract::{
    Amount, Timestamp,
    problem::{Problem, ProblemType},
};

/// What is answered with.
pub type Outcome<T> = Result<T, Error>;

/// Why a request failed. The reader gets a problem; what is only for the operator stays in
/// [`Error::Internal`] and goes to the log.
#[derive(Debug)]
pub enum Error {
    /// The request is malformed.
    BadRequest(Vec<Fault>),
    /// No token, or one that is not accepted; the reason is for developers.
    Unauthorised(&'static str),
    /// The token does not allow it.
    Forbidden,
    /// Rules or locks of a portal document do not allow the edit.
    Refused(palier_edit::Refusal),
    /// Signed in, not enrolled.
    NotEnrolled,
    /// The membership is suspended.
    Suspended,
    /// No such thing, or not for this reader.
    NotFound,
    /// The method is not allowed there.
    MethodNotAllowed,
    /// `Idempotency-Key` is missing.
    KeyMissing,
    /// The key was used with another payload.
    KeyReused,
    /// A request with this key is still running.
    KeyBusy,
    /// The balance is short by this much.
    Short(Vec<Amount>),
    /// Nothing left.
    SoldOut,
    /// The member's limit is reached, until then if it ever resets.
    LimitReached(Option<Timestamp>),
    /// Outside the window in which it is possible.
    OutsideWindow(Option<Timestamp>),
    /// An order that has gone too far to be cancelled.
    TooLate,
    /// A tier or segment is missing.
    NotEligible,
    /// Somebody who has left would join again.
    HasLeft,
    /// The price is no longer what the quote said.
    PriceChanged,
    /// The quote has lapsed.
    QuoteExpired,
    /// The key's request was refused before, in these words.
    Repeated(Box<Problem>),
    /// The cursor is not, or no longer, valid.
    CursorInvalid,
    /// `If-Match` does not match.
    PreconditionFailed,
    /// `If-Match` is missing.
    PreconditionRequired,
    /// The content does not fit.
    Invalid(Vec<Fault>),
    /// The body is too large.
    TooLarge,
    /// The body is of the wrong type.
    UnsupportedMedia,
    /// Too many requests; try again after so many milliseconds.
    RateLimited(i64),
    /// This programme does not offer the operation.
    NotOffered,
    /// The backend failed. The text is for the log only.
    Internal(Box<dyn core::error::Error + Send + Sync>),
    /// The database is locked by other writers for too long.
    Unavailable,
}

/// What is wrong with one field or query parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// JSON pointer into the body, or the parameter's name.
    pub pointer: String,
    /// What is wrong.
    pub code: FaultCode,
}

/// What can be wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultCode {
    /// It must be there.
    Required,
    /// Something must be there; the text names it.
    Missing(String),
    /// It can't be read; the text says what was expected, in English.
    Malformed(String),
    /// It names something that does not exist.
    Unknown,
    /// More characters than this.
    TooLong(u32),
    /// Fewer characters than this.
    TooShort(u32),
    /// It holds characters that are not allowed.
    Characters,
    /// Not in the range from the first to the second.
    OutOfRange(i64, i64),
    /// It contradicts something else in the request.
    Mismatch,
    /// These are not the terms of today.
    OtherTerms,
    /// It is well-formed and still can't be taken: the stable word for why, and a sentence on
    /// it in English, for developers.
    Refused(&'static str, String),
    /// Validation of portal documents found it: its word, and what it says in English.
    Document(&'static str, String),
}

impl Fault {
    /// A fault at `pointer`.
    pub fn new(pointer: impl Into<String>, code: FaultCode) -> Self {
        Self {
            pointer: pointer.into(),
            code,
        }
    }
}

impl FaultCode {
    /// The stable word for programs.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Required | Self::Missing(_) => "required",
            Self::Malformed(_) => "malformed",
            Self::Unknown => "unknown",
            Self::TooLong(_) => "too_long",
            Self::TooShort(_) => "too_short",
            Self::Characters => "characters",
            Self::OutOfRange(..) => "out_of_range",
            Self::Mismatch | Self::OtherTerms => "mismatch",
            Self::Refused(word, _) | Self::Document(word, _) => word,
        }
    }
}

impl Error {
    /// A malformed query parameter or header.
    pub fn malformed(pointer: &str, expected: impl Into<String>) -> Self {
        Self::BadRequest(vec![Fault::new(
            pointer,
            FaultCode::Malformed(expected.into()),
        )])
    }

    /// A failure that only the operator can understand.
    pub fn internal(error: impl Into<Box<dyn core::error::Error + Send + Sync>>) -> Self {
        Self::Internal(error.into())
    }

    /// The entry of the problem registry.
    pub fn kind(&self) -> ProblemType {
        use ProblemType as P;
        match self {
            Self::BadRequest(_) => P::BadRequest,
            Self::Unauthorised(_) => P::Unauthorised,
            Self::Forbidden | Self::Refused(_) => P::Forbidden,
            Self::NotEnrolled => P::NotEnrolled,
            Self::Suspended => P::Suspended,
            Self::NotFound => P::NotFound,
            Self::MethodNotAllowed => P::MethodNotAllowed,
            Self::KeyMissing => P::KeyMissing,
            Self::KeyReused => P::KeyReused,
            Self::KeyBusy => P::KeyBusy,
            Self::Short(_) => P::Short,
            Self::SoldOut => P::SoldOut,
            Self::LimitReached(_) => P::LimitReached,
            Self::OutsideWindow(_) | Self::TooLate => P::OutsideWindow,
            Self::NotEligible | Self::HasLeft => P::NotEligible,
            Self::PriceChanged => P::PriceChanged,
            Self::QuoteExpired => P::QuoteExpired,
            Self::Repeated(problem) => problem.kind.clone(),
            Self::CursorInvalid => P::CursorInvalid,
            Self::PreconditionFailed => P::PreconditionFailed,
            Self::PreconditionRequired => P::PreconditionRequired,
            Self::Invalid(_) => P::Invalid,
            Self::TooLarge => P::TooLarge,
            Self::UnsupportedMedia => P::UnsupportedMedia,
            Self::RateLimited(_) => P::RateLimited,
            Self::NotOffered => P::NotOffered,
            Self::Internal(_) => P::Internal,
            Self::Unavailable => P::Unavailable,
        }
    }
}

impl From<sqlx::Error> for Error {
    /// A locked database is worth a retry, a full one is not; constraint violations that reach this
    /// point were not foreseen by a handler and are the backend's fault.
    fn from(error: sqlx::Error) -> Self {
        let busy = error
            .as_database_error()
            .and_then(|cause| cause.code().map(std::borrow::Cow::into_owned))
            .is_some_and(|code| matches!(code.as_str(), "5" | "6" | "261" | "517"));
        if busy || matches!(error, sqlx::Error::PoolTimedOut) {
            tracing::warn!(%error, "the database is busy");
            Self::Unavailable
        } else {
            Self::Internal(error.into())
        }
    }
}

impl From<crate::db::Error> for Error {
    fn from(error: crate::db::Error) -> Self {
        match error {
            crate::db::Error::Sql(cause) => cause.into(),
            other => Self::Internal(other.into()),
        }
    }
}

impl From<serde_json::Error> for Error {
    /// Stored JSON that does not read back; request bodies go through `http::body`.
    fn from(error: serde_json::Error) -> Self {
        Self::Internal(error.into())
    }
}
