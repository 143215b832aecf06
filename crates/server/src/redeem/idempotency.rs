//! What an `Idempotency-Key` stands for.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

use crate::error::Outcome;

/// What tells one payload from another: a hash of the decoded request written anew, so that
/// white space and the order of keys don't matter.
///
/// # Errors
/// [`Error::Internal`](crate::error::Error::Internal) when the request cannot be written as JSON.
pub fn fingerprint<T: serde::Serialize>(request: &T) -> Outcome<String> {
    let digest = Sha256::digest(serde_json::to_vec(request)?);
    Ok(URL_SAFE_NO_PAD.encode(digest))
}
