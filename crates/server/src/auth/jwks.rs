//! The identity provider's public keys (RFC 7517), from a file or an address, with rotation.

use std::{path::PathBuf, sync::Arc, time::Duration};

use jsonwebtoken::jwk::{Jwk, JwkSet};
use tokio::{sync::RwLock, time::Instant};

/// Largest JWKS document read, in bytes.
const MAX_BYTES: u64 = 256 * 1024;
/// How long an identity provider may take to answer.
const FETCH_TIMEOUT: Duration = Duration::from_secs(5);
/// Keys are read again after this long, so that one taken back stops being accepted.
const MAX_AGE: Duration = Duration::from_secs(600);

/// Where the keys come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JwksSource {
    /// A file.
    File(PathBuf),
    /// An `http:` or `https:` address.
    Url(String),
}

impl JwksSource {
    /// An address when it looks like one, a file otherwise.
    pub fn parse(text: &str) -> Self {
        if text.starts_with("https://") || text.starts_with("http://") {
            Self::Url(text.to_owned())
        } else {
            Self::File(text.into())
        }
    }
}

/// Why keys could not be read.
#[derive(Debug, thiserror::Error)]
pub enum JwksError {
    /// The file could not be read.
    #[error("{0}: {1}")]
    File(PathBuf, std::io::Error),
    /// The address did not answer, or not with a document of bearable size.
    #[error("{0}: {1}")]
    Fetch(String, Box<ureq::Error>),
    /// It is no JWKS document.
    #[error("not a JWKS document: {0}")]
    Content(#[from] serde_json::Error),
    /// The reading task was stopped.
    #[error("reading was stopped: {0}")]
    Stopped(#[from] tokio::task::JoinError),
}

/// The keys last read. An unknown key id has them read again, but not more often than
/// `pause`: else anybody could make this server call the identity provider at will.
#[derive(Debug)]
pub struct Jwks {
    source: JwksSource,
    pause: Duration,
    read: RwLock<Read>,
}

#[derive(Debug)]
struct Read {
    keys: Arc<JwkSet>,
    at: Instant,
}

impl Jwks {
    /// Reads the keys for the first time.
    ///
    /// # Errors
    /// [`JwksError`] when they cannot be read: better at the start than at the first token.
    pub async fn open(source: JwksSource, pause: Duration) -> Result<Self, JwksError> {
        let keys = Arc::new(read(source.clone()).await?);
        Ok(Self {
            source,
            pause,
            read: RwLock::new(Read {
                keys,
                at: Instant::now(),
            }),
        })
    }

    /// The key with this id; without an id, the only key there is.
    pub async fn key(&self, id: Option<&str>) -> Option<Jwk> {
        let (found, age) = {
            let read = self.read.read().await;
            (pick(&read.keys, id), read.at.elapsed())
        };
        if age >= MAX_AGE || (found.is_none() && age >= self.pause) {
            return self.reread(id).await;
        }
        found
    }

    async fn reread(&self, id: Option<&str>) -> Option<Jwk> {
        let mut held = self.read.write().await;
        // Whoever waited for the lock finds the keys just read.
        if held.at.elapsed() >= self.pause {
            match read(self.source.clone()).await {
                Ok(keys) => held.keys = Arc::new(keys),
                Err(error) => tracing::warn!(%error, "keys could not be read again; old ones stay"),
            }
            held.at = Instant::now();
        }
        pick(&held.keys, id)
    }
}

fn pick(keys: &JwkSet, id: Option<&str>) -> Option<Jwk> {
    match (id, keys.keys.as_slice()) {
        (Some(id), _) => keys.find(id).cloned(),
        (None, [only]) => Some(only.clone()),
        (None, _) => None,
    }
}

async fn read(source: JwksSource) -> Result<JwkSet, JwksError> {
    tokio::task::spawn_blocking(move || {
        let text = match source {
            JwksSource::File(path) => {
                std::fs::read_to_string(&path).map_err(|error| JwksError::File(path, error))?
            }
            JwksSource::Url(url) => {
                fetch(&url).map_err(|error| JwksError::Fetch(url, Box::new(error)))?
            }
        };
        Ok(serde_json::from_str(&text)?)
    })
    .await?
}

fn fetch(url: &str) -> Result<String, ureq::Error> {
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .timeout_global(Some(FETCH_TIMEOUT))
        .build()
        .into();
    agent
        .get(url)
        .call()?
        .body_mut()
        .with_config()
        .limit(MAX_BYTES)
        .read_to_string()
}
