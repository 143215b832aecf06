//! Which web pages may call the API: exact origins, and any loopback one for demos.

use std::time::Duration;

use axum::http::{HeaderName, HeaderValue, Method, header, request::Parts};
use tower_http::cors::{AllowOrigin, CorsLayer};

use super::Server;

/// How long a browser may remember a preflight: two hours, the most any of them keeps it.
const PREFLIGHT_AGE: Duration = Duration::from_secs(7200);

/// The CORS rules of `server` (ASVS 3.4.2).
pub(super) fn layer(server: &Server) -> CorsLayer {
    let server = server.clone();
    let allowed = move |origin: &HeaderValue, _: &Parts| {
        origin.to_str().is_ok_and(|origin| {
            is_allowed(origin, &server.settings.origins, server.app.programme.demo)
        })
    };
    CorsLayer::new()
        .allow_origin(AllowOrigin::predicate(allowed))
        .allow_methods([
            Method::GET,
            Method::POST,
            Method::PUT,
            Method::PATCH,
            Method::DELETE,
        ])
        .allow_headers([
            header::AUTHORIZATION,
            header::CONTENT_TYPE,
            header::ACCEPT_LANGUAGE,
            header::IF_NONE_MATCH,
            header::IF_MATCH,
            HeaderName::from_static("idempotency-key"),
            HeaderName::from_static("last-event-id"),
        ])
        .expose_headers([
            header::ETAG,
            header::RETRY_AFTER,
            header::CONTENT_LANGUAGE,
            header::LOCATION,
            header::DATE,
            HeaderName::from_static("idempotency-replayed"),
        ])
        .max_age(PREFLIGHT_AGE)
}

fn is_allowed(origin: &str, listed: &[String], demo: bool) -> bool {
    listed.iter().any(|one| one == origin) || (demo && is_loopback(origin))
}

fn is_loopback(origin: &str) -> bool {
    let Some(authority) = origin
        .strip_prefix("http://")
        .or_else(|| origin.strip_prefix("https://"))
    else {
        return false;
    };
    let host = match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => authority,
    };
    matches!(host, "localhost" | "127.0.0.1" | "[::1]")
}

#[cfg(test)]
mod tests {
    use super::is_allowed;

    #[test]
    fn only_exact_origins_pass_and_loopback_only_for_demos() {
        let listed = ["https://shop.example".to_owned()];
        assert!(is_allowed("https://shop.example", &listed, false));
        assert!(!is_allowed(
            "https://shop.example.evil.example",
            &listed,
            true
        ));
        assert!(!is_allowed("http://shop.example", &listed, true));
        assert!(is_allowed("http://localhost:3000", &listed, true));
        assert!(is_allowed("http://[::1]:3000", &listed, true));
        assert!(!is_allowed("http://localhost:3000", &listed, false));
        assert!(!is_allowed("http://localhost.evil.example", &listed, true));
        assert!(!is_allowed(
            "http://127.0.0.1:80@evil.example",
            &listed,
            true
        ));
        assert!(!is_allowed("null", &listed, true));
    }
}
