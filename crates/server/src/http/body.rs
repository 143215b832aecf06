//! Request bodies: JSON of the right type, or a problem that names the place.

use axum::{
    body::Bytes,
    extract::{FromRequest, Request, rejection::BytesRejection},
    http::header,
};
use serde::de::DeserializeOwned;

use super::{
    Error,
    error::{Fault, FaultCode},
};

/// A JSON body together with its bytes, which idempotency fingerprints and portal documents
/// need as they came.
#[derive(Debug)]
pub(super) struct Body<T> {
    /// The decoded body.
    pub value: T,
    /// The body as it came.
    pub bytes: Bytes,
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Error;

    /// # Errors
    /// [`Error::UnsupportedMedia`] unless the type is `application/json` or `…+json`,
    /// [`Error::TooLarge`] beyond the body limit, [`Error::BadRequest`] when the bytes are
    /// not JSON, [`Error::Invalid`] when the JSON is not a `T`.
    async fn from_request(request: Request, state: &S) -> Result<Self, Error> {
        if !is_json(&request) {
            return Err(Error::UnsupportedMedia);
        }
        let bytes = Bytes::from_request(request, state).await.map_err(unread)?;
        let value = decode(&bytes)?;
        Ok(Self { value, bytes })
    }
}

fn is_json(request: &Request) -> bool {
    request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .map(|value| {
            value
                .split(';')
                .next()
                .unwrap_or("")
                .trim()
                .to_ascii_lowercase()
        })
        .is_some_and(|kind| kind == "application/json" || kind.ends_with("+json"))
}

fn unread(rejection: BytesRejection) -> Error {
    if rejection.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE {
        Error::TooLarge
    } else {
        Error::malformed("", "a complete body")
    }
}

/// Decodes JSON text.
///
/// # Errors
/// [`Error::BadRequest`] when `bytes` are not JSON, [`Error::Invalid`] when they are not a `T`.
pub(super) fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Error> {
    serde_json::from_slice(bytes).map_err(|error| {
        // serde_json ends its message with the place; the pointer stays the whole body.
        let fault = Fault::new("", FaultCode::Malformed(error.to_string()));
        if error.is_data() {
            Error::Invalid(vec![fault])
        } else {
            Error::BadRequest(vec![fault])
        }
    })
}
