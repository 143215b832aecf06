//! Opaque cursors: where a page begins, signed so that only our own come back, and masked: a
//! position may hold keys that nobody outside needs to know.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

use crate::{
    auth::Secret,
    error::{Error, Outcome},
};

/// Bytes of signature kept; forging one is no gain, this only tells ours from noise.
const SIGNATURE_BYTES: usize = 9;

/// Positions are filled up to a multiple of this, so that their length tells little.
const BLOCK: usize = 32;

/// Writes a cursor for `list` (which list with which filters) that begins after `position`.
pub(super) fn write(secret: &Secret, list: &str, position: &str) -> String {
    let mut bytes = secret.tag(&["cursor", list, position], SIGNATURE_BYTES);
    let mut filled = position.as_bytes().to_vec();
    filled.resize(filled.len().div_ceil(BLOCK) * BLOCK, 0);
    let masked = mask(secret, &bytes, &filled);
    bytes.extend_from_slice(&masked);
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Masks and unmasks. The signature belongs to one list and position alone, so the stream
/// that follows from it hides no other position.
fn mask(secret: &Secret, signature: &[u8], bytes: &[u8]) -> Vec<u8> {
    let signature = URL_SAFE_NO_PAD.encode(signature);
    let blocks = bytes.chunks(BLOCK).enumerate();
    let masked = blocks.flat_map(|(number, block)| {
        let stream = secret.tag(&["cursor mask", &signature, &number.to_string()], BLOCK);
        block
            .iter()
            .zip(stream)
            .map(|(one, other)| one ^ other)
            .collect::<Vec<_>>()
    });
    masked.collect()
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
    let position = mask(secret, signature, position);
    let position = core::str::from_utf8(&position).map_err(|_| Error::CursorInvalid)?;
    let position = position.trim_end_matches('\0');
    if secret.tag(&["cursor", list, position], SIGNATURE_BYTES) == signature {
        Ok(position.to_owned())
    } else {
        Err(Error::CursorInvalid)
    }
}

#[cfg(test)]
mod tests {
    use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

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

    #[test]
    fn a_cursor_does_not_show_its_position() {
        let secret = Secret::from_bytes(*b"0123456789abcdef0123456789abcdef");
        let length = write(&secret, "board", "1").len();
        for position in ["1", "424242", "1793577600000 rd_abcdefghijklmnopqrstuvwxyz"] {
            let cursor = write(&secret, "board", position);
            let bytes = URL_SAFE_NO_PAD.decode(&cursor).unwrap_or_default();
            let shown = bytes
                .windows(position.len())
                .any(|part| part == position.as_bytes());
            assert!(position.len() == 1 || !shown, "{position}");
            assert!(position.len() > 32 || cursor.len() == length);
            let back = read(&secret, "board", &cursor);
            assert_eq!(back.ok().as_deref(), Some(position));
        }
    }
}
