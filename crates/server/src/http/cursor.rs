//! Opaque cursors: where a page begins, signed so that only our own come back.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

use super::{Error, Outcome};
use crate::auth::Secret;

/// Bytes of signature kept; forging one is no gain, this only tells ours from noise.
const SIGNATURE_BYTES: usize = 9;

/// Writes a cursor for `list` (which list with which filters) that begins after `position`.
pub(super) fn write(secret: &Secret, list: &str, position: &str) -> String {
    let mut bytes = secret.tag(&["cursor", list, position], SIGNATURE_BYTES);
    bytes.extend_from_slice(position.as_bytes());
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Reads a cursor back.
///
/// # Errors
/// [`Error::CursorInvalid`] unless it was written by this server for the same list with the
/// same filters.
pub(super) fn read(secret: &Secret, list: &str, cursor: &str) -> Outcome<String> {
    let bytes = URL_SAFE_NO_PAD
        .decode(cursor)
        .map_err(|_| Error::CursorInvalid)?;
    let (signature, position) = bytes
        .split_at_checked(SIGNATURE_BYTES)
        .ok_or(Error::CursorInvalid)?;
    let position = core::str::from_utf8(position).map_err(|_| Error::CursorInvalid)?;
    if secret.tag(&["cursor", list, position], SIGNATURE_BYTES) == signature {
        Ok(position.to_owned())
    } else {
        Err(Error::CursorInvalid)
    }
}

#[cfg(test)]
mod tests {
    use super::{read, write};
    use crate::auth::Secret;

    #[test]
    fn a_cursor_comes_back_only_for_the_list_it_was_written_for() {
        let secret = Secret::from_bytes(*b"0123456789abcdef0123456789abcdef");
        let cursor = write(&secret, "ledger:points", "42");
        assert_eq!(
            read(&secret, "ledger:points", &cursor).ok().as_deref(),
            Some("42")
        );
        assert!(read(&secret, "ledger:gems", &cursor).is_err());
        assert!(read(&secret, "ledger:points", "nonsense!").is_err());
        assert!(read(&secret, "ledger:points", "").is_err());
    }
}
