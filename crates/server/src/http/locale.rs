//! The language that a request asks for.

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, header, request::Parts},
};

use super::Server;
use crate::{app::App, locale::Locale};

impl Locale {
    /// The negotiated locale of a request.
    pub(super) fn of(headers: &HeaderMap, app: &App) -> Self {
        // Several lines are one list (RFC 9110 §5.3): proxies may split it.
        let lines = headers.get_all(header::ACCEPT_LANGUAGE).iter();
        let wanted = lines.filter_map(|value| value.to_str().ok());
        Self::negotiate(wanted, &app.programme.locales)
    }
}

impl FromRequestParts<Server> for Locale {
    type Rejection = core::convert::Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        server: &Server,
    ) -> Result<Self, Self::Rejection> {
        Ok(Self::of(&parts.headers, &server.app))
    }
}
