//! Replies with an entity: JSON, an ETag, cache rules, `Content-Language`.
//!
//! Tags of what is only read are weak (RFC 9110 §8.8.1): one of them stands for a reply whatever
//! its clock fields say, compressed or not. A draft's tag is strong, for `If-Match` compares with
//! it; a reply with a strong tag is sent as it is.

use axum::{
    body::Body,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::{
    error::{Error, Outcome},
    locale::Locale,
};

/// Who may keep a reply, and for how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Caching {
    /// Anybody, for so many seconds; stale for ten times as long while it is read again.
    Public(u32),
    /// Nobody but the page that asked (ASVS 14.3.2).
    Private,
}

impl Caching {
    fn header(self) -> HeaderValue {
        match self {
            Self::Private => HeaderValue::from_static("private, no-store"),
            Self::Public(seconds) => {
                let stale = seconds.saturating_mul(10);
                HeaderValue::from_str(&format!(
                    "public, max-age={seconds}, stale-while-revalidate={stale}"
                ))
                .unwrap_or(HeaderValue::from_static("no-store"))
            }
        }
    }
}

/// Answers a `GET` with `value`, or with 304 when the reader already has it.
///
/// `now` is the text of the clock fields in `value` (`as_of`, `server_time`). They say when
/// it was read, not what was read, and stay out of the ETag: data that did not change
/// revalidates.
///
/// # Errors
/// [`Error::Internal`] when `value` cannot be written as JSON.
pub(super) fn reply<T: Serialize>(
    request: &HeaderMap,
    locale: &Locale,
    caching: Caching,
    now: &str,
    value: &T,
) -> Outcome<Response> {
    let body = serde_json::to_vec(value)?;
    let tag = etag(&locale.0, now, &body);
    let fresh = matches(request, header::IF_NONE_MATCH, &tag);
    let mut response = if fresh {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        (
            [(header::CONTENT_TYPE, "application/json")],
            Body::from(body),
        )
            .into_response()
    };
    let headers = response.headers_mut();
    headers.insert(
        header::ETAG,
        HeaderValue::from_str(&tag).map_err(Error::internal)?,
    );
    headers.insert(header::CACHE_CONTROL, caching.header());
    say_language(headers, locale);
    Ok(response)
}

/// Answers a request that changed something with `value`: no condition on what the reader holds
/// makes the answer empty.
///
/// # Errors
/// As [`reply`].
pub(super) fn private<T: Serialize>(locale: &Locale, value: &T) -> Outcome<Response> {
    reply(&HeaderMap::new(), locale, Caching::Private, "", value)
}

/// Names the language of a reply. What it varies on is said once for all in `super::problem_layer`.
pub(super) fn say_language(headers: &mut HeaderMap, locale: &Locale) {
    if let Ok(value) = HeaderValue::from_str(&locale.0) {
        headers.insert(header::CONTENT_LANGUAGE, value);
    }
}

/// Marks a stored answer. It speaks the language of the first request, which is not known any more.
pub(super) fn say_replayed(headers: &mut HeaderMap) {
    let name = HeaderName::from_static("idempotency-replayed");
    headers.insert(name, HeaderValue::from_static("true"));
}

/// Whether a list of entity tags (RFC 9110 §13.1) names `tag` or anything (`*`).
pub(super) fn matches(request: &HeaderMap, name: HeaderName, tag: &str) -> bool {
    request
        .get_all(name)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|list| list.split(','))
        .map(str::trim)
        .any(|one| one == "*" || opaque(one) == opaque(tag))
}

/// The tag without its mark of weakness.
fn opaque(tag: &str) -> &str {
    tag.strip_prefix("W/").unwrap_or(tag)
}

/// Whether a reply is the same byte for byte as long as its tag is: compressing it would need
/// another tag.
pub(super) fn is_strong(headers: &HeaderMap) -> bool {
    let tag = headers.get(header::ETAG);
    tag.is_some_and(|tag| !tag.as_bytes().starts_with(b"W/"))
}

/// The weak tag of a text that is the same for everybody. It names the content, not its number: another
/// database at the same address begins to count anew.
pub(super) fn tag_of(text: &str) -> String {
    etag("", "", text.as_bytes())
}

fn etag(locale: &str, now: &str, body: &[u8]) -> String {
    let mut hash = Sha256::new();
    hash.update(locale.as_bytes());
    let mut rest = body;
    while let Some(at) = find(rest, now.as_bytes()) {
        let (before, after) = rest.split_at(at);
        hash.update(before);
        rest = after.get(now.len()..).unwrap_or_default();
    }
    hash.update(rest);
    let digest = hash.finalize();
    format!(
        "W/\"{}\"",
        URL_SAFE_NO_PAD.encode(digest.get(..12).unwrap_or_default())
    )
}

fn find(text: &[u8], part: &[u8]) -> Option<usize> {
    if part.is_empty() {
        return None;
    }
    text.windows(part.len()).position(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::etag;

    #[test]
    fn the_clock_is_no_part_of_the_tag_but_everything_else_is() {
        let early = etag("en", "12:00", br#"{"as_of":"12:00","n":1}"#);
        let later = etag("en", "12:07", br#"{"as_of":"12:07","n":1}"#);
        let other = etag("en", "12:07", br#"{"as_of":"12:07","n":2}"#);
        assert_eq!(early, later);
        assert_ne!(later, other);
        assert_ne!(etag("fr", "12:00", b"{}"), etag("en", "12:00", b"{}"));
    }
}
