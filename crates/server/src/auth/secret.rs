//! Secrets that the server makes for itself, one file each in the data directory.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, Mac};
use sha2::Sha256;

use crate::private_files;

/// 256 random bits that never leave the server. Printing one shows nothing.
#[derive(Clone)]
pub struct Secret([u8; 32]);

/// Why a secret could not be had.
#[derive(Debug, thiserror::Error)]
pub enum SecretError {
    /// The file could not be read or written.
    #[error("{path}: {error}")]
    File {
        /// Which file.
        path: PathBuf,
        /// What happened.
        error: io::Error,
    },
    /// The file holds something else.
    #[error("{0}: does not hold 256 bits in base64url; delete it and a new one is generated")]
    Content(PathBuf),
    /// The operating system gave no randomness.
    #[error("the operating system gave no random bytes: {0}")]
    Random(getrandom::Error),
}

impl core::fmt::Debug for Secret {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Secret {
    /// The secret kept in `path`; made on first use, readable by the owner only.
    ///
    /// # Errors
    /// [`SecretError`] when the file cannot be read or written, or holds something else.
    pub fn load_or_create(path: &Path) -> Result<Self, SecretError> {
        let failed = |error| SecretError::File {
            path: path.to_owned(),
            error,
        };
        match fs::read_to_string(path) {
            Ok(text) => URL_SAFE_NO_PAD
                .decode(text.trim())
                .ok()
                .and_then(|bytes| bytes.try_into().ok())
                .map(Self)
                .ok_or_else(|| SecretError::Content(path.to_owned())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let secret = Self(random()?);
                write_private(path, &secret.text()).map_err(failed)?;
                Ok(secret)
            }
            Err(error) => Err(failed(error)),
        }
    }

    /// A secret from known bytes, for tests.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The raw bits.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The secret as base64url text, the form of an API key.
    pub fn text(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    /// `length` bytes (32 at most) that only the holder can derive from `parts`
    /// (HMAC-SHA-256, RFC 2104). Parts are kept apart by their lengths.
    pub fn tag(&self, parts: &[&str], length: usize) -> Vec<u8> {
        // HMAC takes keys of any length, so this never falls through.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.0) else {
            return Vec::new();
        };
        for part in parts {
            mac.update(&(part.len() as u64).to_le_bytes());
            mac.update(part.as_bytes());
        }
        let mut bytes = mac.finalize().into_bytes().to_vec();
        bytes.truncate(length);
        bytes
    }

    /// Whether `text` is this secret's text, in time that does not depend on where they differ.
    pub fn is_text(&self, text: &str) -> bool {
        let (ours, theirs) = (self.tag(&[&self.text()], 32), self.tag(&[text], 32));
        ours == theirs
    }
}

/// 256 random bits.
///
/// # Errors
/// [`SecretError::Random`] when the operating system gives none.
pub fn random() -> Result<[u8; 32], SecretError> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(SecretError::Random)?;
    Ok(bytes)
}

/// The API keys that the brand's systems send: `given`, or one kept in `path`.
///
/// # Errors
/// As [`Secret::load_or_create`].
pub fn api_keys(given: &[String], path: &Path) -> Result<Vec<String>, SecretError> {
    if given.is_empty() {
        Ok(vec![Secret::load_or_create(path)?.text()])
    } else {
        Ok(given.to_vec())
    }
}

fn write_private(path: &Path, text: &str) -> io::Result<()> {
    io::Write::write_all(&mut private_files::create(path)?, text.as_bytes())
}
