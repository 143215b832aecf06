//! Ids and codes nobody can guess.

use crate::{
    auth::{self, SecretError},
    error::{Error, Outcome},
};

/// Letters and digits that people don't mix up.
const ALPHABET: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/// `length` random characters (32 at most), 5 bits each.
///
/// # Errors
/// [`SecretError`] when the operating system gives no randomness.
pub(super) fn characters(length: usize) -> Result<String, SecretError> {
    let bytes = auth::random()?;
    let letter = |byte: &u8| {
        ALPHABET
            .get(usize::from(*byte % 32))
            .copied()
            .unwrap_or(b'A')
    };
    Ok(bytes
        .iter()
        .take(length)
        .map(letter)
        .map(char::from)
        .collect())
}

/// A new id with a prefix that says of what; 80 random bits.
///
/// # Errors
/// [`Error::Internal`] when the operating system gives no randomness.
pub(super) fn new(prefix: &str) -> Outcome<String> {
    let letters = characters(16).map_err(Error::internal)?;
    Ok(format!("{prefix}_{}", letters.to_ascii_lowercase()))
}
