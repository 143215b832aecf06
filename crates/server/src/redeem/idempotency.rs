//! `Idempotency-Key`: which request it names, and who is at it right now.

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, PoisonError},
};

use axum::http::HeaderMap;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

use crate::http::{Error, Outcome};

/// How long a key is remembered at least; the duties forget answers after a week.
pub const KEPT_SECONDS: i64 = 7 * 24 * 60 * 60;
/// Longest key, in characters.
const MAX_CHARS: usize = 255;

/// The key of a request, quoted (RFC 8941 string) or bare.
///
/// # Errors
/// [`Error::KeyMissing`] when there is none, [`Error::BadRequest`] when it is empty, longer
/// than 255 characters or not printable ASCII.
pub fn key(headers: &HeaderMap) -> Outcome<String> {
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

/// What tells one payload from another: a hash of the decoded request written anew, so that
/// white space and the order of keys don't matter.
///
/// # Errors
/// [`Error::Internal`] when the request cannot be written as JSON.
pub fn fingerprint<T: serde::Serialize>(request: &T) -> Outcome<String> {
    let digest = Sha256::digest(serde_json::to_vec(request)?);
    Ok(URL_SAFE_NO_PAD.encode(digest))
}

/// Keys being worked on by this process. Two processes are kept apart by the database: the
/// second waits for its turn to write and then finds the stored answer.
#[derive(Debug, Clone, Default)]
pub struct Running(Arc<Mutex<HashSet<String>>>);

/// Holds a key until dropped.
#[derive(Debug)]
#[must_use = "the key is free again once this is dropped"]
pub struct Hold {
    running: Running,
    name: String,
}

impl Running {
    /// Takes a member's key.
    ///
    /// # Errors
    /// [`Error::KeyBusy`] while another request holds it.
    pub fn hold(&self, member: i64, key: &str) -> Outcome<Hold> {
        let name = format!("{member} {key}");
        let mut names = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if names.insert(name.clone()) {
            Ok(Hold {
                running: self.clone(),
                name,
            })
        } else {
            Err(Error::KeyBusy)
        }
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        self.running
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(&self.name);
    }
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderValue};

    use super::{Running, key};
    use crate::http::Error;

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

    #[test]
    fn a_key_is_free_again_once_its_request_is_over() {
        let running = Running::default();
        let held = running.hold(1, "k");
        assert!(held.is_ok());
        assert!(matches!(running.hold(1, "k"), Err(Error::KeyBusy)));
        assert!(running.hold(2, "k").is_ok());
        drop(held);
        assert!(running.hold(1, "k").is_ok());
    }
}
