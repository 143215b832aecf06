//! Every way a request can fail, as one type, and how each crosses the wire (RFC 9457).

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use palier_contract::{
    Amount, Quantity, Timestamp,
    problem::{FieldError, Problem, ProblemType},
};

use super::words;

/// What a handler answers with.
pub type Outcome<T> = Result<T, Error>;

/// Why a request failed. The reader gets [`Problem`]; what is only for the operator stays in
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
    /// A tier or segment is missing.
    NotEligible,
    /// The price is no longer what the quote said.
    PriceChanged,
    /// The quote has lapsed.
    QuoteExpired,
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
            Self::Mismatch => "mismatch",
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

    /// The entry of the problem registry, and the HTTP status that goes with it.
    pub fn kind(&self) -> (ProblemType, StatusCode) {
        use ProblemType as P;
        use StatusCode as S;
        match self {
            Self::BadRequest(_) => (P::BadRequest, S::BAD_REQUEST),
            Self::Unauthorised(_) => (P::Unauthorised, S::UNAUTHORIZED),
            Self::Forbidden | Self::Refused(_) => (P::Forbidden, S::FORBIDDEN),
            Self::NotEnrolled => (P::NotEnrolled, S::FORBIDDEN),
            Self::Suspended => (P::Suspended, S::FORBIDDEN),
            Self::NotFound => (P::NotFound, S::NOT_FOUND),
            Self::MethodNotAllowed => (P::MethodNotAllowed, S::METHOD_NOT_ALLOWED),
            Self::KeyMissing => (P::KeyMissing, S::BAD_REQUEST),
            Self::KeyReused => (P::KeyReused, S::UNPROCESSABLE_ENTITY),
            Self::KeyBusy => (P::KeyBusy, S::CONFLICT),
            Self::Short(_) => (P::Short, S::CONFLICT),
            Self::SoldOut => (P::SoldOut, S::CONFLICT),
            Self::LimitReached(_) => (P::LimitReached, S::CONFLICT),
            Self::OutsideWindow(_) => (P::OutsideWindow, S::CONFLICT),
            Self::NotEligible => (P::NotEligible, S::FORBIDDEN),
            Self::PriceChanged => (P::PriceChanged, S::CONFLICT),
            Self::QuoteExpired => (P::QuoteExpired, S::CONFLICT),
            Self::CursorInvalid => (P::CursorInvalid, S::BAD_REQUEST),
            Self::PreconditionFailed => (P::PreconditionFailed, S::PRECONDITION_FAILED),
            Self::PreconditionRequired => (P::PreconditionRequired, S::PRECONDITION_REQUIRED),
            Self::Invalid(_) => (P::Invalid, S::UNPROCESSABLE_ENTITY),
            Self::TooLarge => (P::TooLarge, S::PAYLOAD_TOO_LARGE),
            Self::UnsupportedMedia => (P::UnsupportedMedia, S::UNSUPPORTED_MEDIA_TYPE),
            Self::RateLimited(_) => (P::RateLimited, S::TOO_MANY_REQUESTS),
            Self::NotOffered => (P::NotOffered, S::NOT_FOUND),
            Self::Internal(_) => (P::Internal, S::INTERNAL_SERVER_ERROR),
            Self::Unavailable => (P::Unavailable, S::SERVICE_UNAVAILABLE),
        }
    }

    /// The problem in `locale`, to be found in the log as `trace_id`.
    pub fn problem(&self, locale: &str, trace_id: Option<String>) -> Problem {
        let (kind, status) = self.kind();
        let mut problem = Problem {
            title: words::title(&kind).to_owned(),
            detail: Some(words::detail(&kind, locale).to_owned()),
            status: status.as_u16(),
            kind,
            errors: Vec::new(),
            trace_id,
            retry_after_ms: None,
            retry_at: None,
            missing: Vec::new(),
        };
        match self {
            Self::BadRequest(faults) | Self::Invalid(faults) => {
                problem.errors = faults.iter().map(|fault| fault_in(fault, locale)).collect();
            }
            Self::Refused(refusal) => {
                let detail = words::refusal(refusal, locale);
                problem.errors = vec![FieldError {
                    pointer: String::new(),
                    code: refusal.word().to_owned(),
                    detail: detail.clone(),
                }];
                problem.detail = Some(detail);
            }
            Self::Short(missing) => problem.missing.clone_from(missing),
            Self::LimitReached(at) | Self::OutsideWindow(at) => problem.retry_at.clone_from(at),
            Self::RateLimited(wait) => problem.retry_after_ms = Some(Quantity::saturating(*wait)),
            Self::Unavailable => problem.retry_after_ms = Some(Quantity::from(1000)),
            _ => {}
        }
        problem
    }
}

fn fault_in(fault: &Fault, locale: &str) -> FieldError {
    FieldError {
        pointer: fault.pointer.clone(),
        code: fault.code.word().to_owned(),
        detail: words::fault(&fault.code, locale),
    }
}

/// The error behind a response, left in its extensions for [`super::speak`] to word in the
/// reader's language and to log.
#[derive(Debug, Clone)]
pub(super) struct Unworded(pub std::sync::Arc<Error>);

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut response = problem_response(&self.problem("en", None));
        response
            .extensions_mut()
            .insert(Unworded(std::sync::Arc::new(self)));
        response
    }
}

/// A problem as a response with its headers.
pub(super) fn problem_response(problem: &Problem) -> Response {
    let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = (status, Json(problem)).into_response();
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/problem+json"),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if problem.kind == ProblemType::Unauthorised {
        headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    if let Some(wait) = problem.retry_after_ms {
        // Whole seconds, rounded up: a client that waits this long is never too early.
        let seconds = wait.get().saturating_add(999) / 1000;
        headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds.max(1)));
    }
    response
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
    /// Stored JSON that does not read back; request bodies go through [`super::body`].
    fn from(error: serde_json::Error) -> Self {
        Self::Internal(error.into())
    }
}
