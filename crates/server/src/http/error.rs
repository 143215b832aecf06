//! How each way a request can fail crosses the wire (RFC 9457).

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use palier_contract::{
    Quantity,
    problem::{FieldError, Problem, ProblemType},
};

use crate::{
    error::{Error, Fault},
    words::problems,
};

impl Error {
    /// The problem in `locale`, to be found in the log as `trace_id`; one that was given before in the words
    /// of then.
    pub(crate) fn problem(&self, locale: &str, trace_id: Option<String>) -> Problem {
        if let Self::Repeated(problem) = self {
            return Problem {
                trace_id,
                ..Problem::clone(problem)
            };
        }
        let kind = self.kind();
        let mut problem = Problem {
            title: problems::title(&kind).to_owned(),
            detail: Some(problems::detail(&kind, locale).to_owned()),
            status: kind.status(),
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
                let detail = problems::refusal(refusal, locale);
                problem.errors = vec![FieldError {
                    pointer: String::new(),
                    code: refusal.word().to_owned(),
                    detail: detail.clone(),
                }];
                problem.detail = Some(detail);
            }
            Self::HasLeft => problem.detail = Some(problems::has_left(locale).to_owned()),
            Self::TooLate => problem.detail = Some(problems::too_late(locale).to_owned()),
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
        detail: problems::fault(&fault.code, locale),
    }
}

/// The error behind a response, left in its extensions for [`super::problem_layer`] to word in the
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
