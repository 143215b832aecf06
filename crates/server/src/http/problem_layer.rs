//! Around every handler of the API: gives every request a trace id, words problems in the
//! reader's language, logs one line, and says what replies vary on.

use std::{sync::Arc, time::Instant};

use axum::{
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::Response,
};

use super::{
    error::{Unworded, problem_response},
    reply::{say_language, say_replayed},
};
use crate::{app::App, error::Error, locale::Locale};

/// Middleware; see the module.
pub(super) async fn layer(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let started = Instant::now();
    let trace_id = trace_id();
    let locale = Locale::of(request.headers(), &app);
    let method = request.method().clone();
    // The path only: queries may hold what members typed, headers hold tokens.
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    if let Some(error) = error_behind(&response) {
        report(&error, &trace_id, &path);
        let allow = response.headers().get(header::ALLOW).cloned();
        response = problem_response(&error.problem(&locale.0, Some(trace_id.clone())));
        if let Some(allow) = allow {
            response.headers_mut().insert(header::ALLOW, allow);
        }
        match *error {
            Error::Repeated(_) => say_replayed(response.headers_mut()),
            _ => say_language(response.headers_mut(), &locale),
        }
    }
    response.headers_mut().append(
        header::VARY,
        HeaderValue::from_static("Accept-Language, Authorization"),
    );
    let (status, ms) = (response.status().as_u16(), started.elapsed().as_millis());
    tracing::info!(%method, path, status, ms, trace_id, "request");
    response
}

/// The error of a response: a handler's, or what a bare status from the router or a layer means.
fn error_behind(response: &Response) -> Option<Arc<Error>> {
    if let Some(Unworded(error)) = response.extensions().get() {
        return Some(Arc::clone(error));
    }
    let error = match response.status() {
        StatusCode::NOT_FOUND => Error::NotFound,
        StatusCode::METHOD_NOT_ALLOWED => Error::MethodNotAllowed,
        StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge,
        StatusCode::UNSUPPORTED_MEDIA_TYPE => Error::UnsupportedMedia,
        status if status.is_client_error() => Error::BadRequest(Vec::new()),
        status if status.is_server_error() => Error::internal("a layer answered without a reason"),
        _ => return None,
    };
    Some(Arc::new(error))
}

fn report(error: &Error, trace_id: &str, path: &str) {
    match error {
        Error::Internal(cause) => tracing::error!(trace_id, path, %cause, "failed"),
        Error::Unauthorised(reason) => tracing::debug!(trace_id, path, reason, "not accepted"),
        _ => {}
    }
}

fn trace_id() -> String {
    let mut bytes = [0_u8; 8];
    // Without randomness the id is all zero: a poor id is better than no reply.
    let _ = getrandom::fill(&mut bytes);
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
