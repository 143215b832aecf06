//! `Idempotency-Key`, as a header.

use axum::http::HeaderMap;

use crate::error::{Error, Outcome};

/// Longest key, in characters.
const MAX_CHARS: usize = 255;

/// The key of a request, quoted (RFC 8941 string) or bare.
///
/// # Errors
/// [`Error::KeyMissing`] when there is none, [`Error::BadRequest`] when it is empty, longer
/// than 255 characters or not printable ASCII.
pub(super) fn key(headers: &HeaderMap) -> Outcome<String> {
    let value = headers.get("idempotency-key").ok_or(Error::KeyMissing)?;
    let expected = "1 to 255 printable ASCII characters";
    let text = value
        .to_str()
        .map_err(|_| Error::malformed("Idempotency-Key", expected))?
        .trim();
    let bare = text
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
        .unwrap_or(text);
    let fine =
        (1..=MAX_CHARS).contains(&bare.len()) && bare.bytes().all(|byte| byte.is_ascii_graphic());
    if fine {
        Ok(bare.to_owned())
    } else {
        Err(Error::malformed("Idempotency-Key", expected))
    }
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderValue};

    use super::key;
    use crate::error::Error;

    fn read(value: &'static str) -> Result<String, Error> {
        let mut headers = HeaderMap::new();
        headers.insert("idempotency-key", HeaderValue::from_static(value));
        key(&headers)
    }

    #[test]
    fn a_key_is_read_quoted_and_bare() {
        assert_eq!(read("\"a-b\"").ok().as_deref(), Some("a-b"));
        assert_eq!(read("a-b").ok().as_deref(), Some("a-b"));
        assert!(matches!(read("\"\""), Err(Error::BadRequest(_))));
        assert!(matches!(key(&HeaderMap::new()), Err(Error::KeyMissing)));
    }
}
