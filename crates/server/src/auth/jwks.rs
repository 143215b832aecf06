//! The identity provider's public keys (RFC 7517), from a file or an address, with rotation.

use std::{fmt, net::IpAddr, path::PathBuf, sync::Arc, time::Duration};

use axum::http::Uri;
use jsonwebtoken::jwk::{Jwk, JwkSet};
use tokio::{
    sync::{Mutex, RwLock},
    time::Instant,
};

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

impl fmt::Display for JwksSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => path.display().fmt(f),
            Self::Url(url) => f.write_str(url),
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
    /// The address is neither encrypted nor this machine's.
    #[error(
        "{0}: anybody on the network could replace the keys; use https: (http: is for loopback addresses only)"
    )]
    Plain(String),
    /// It is no JWKS document.
    #[error("not a JWKS document: {0}")]
    Content(#[from] serde_json::Error),
    /// A document that holds none.
    #[error("no key in {0}: no token can be accepted")]
    Empty(JwksSource),
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
    /// Held by whoever reads the keys again. Apart from `read`, so that an identity provider that
    /// answers slowly keeps nobody waiting whose key is known.
    refreshing: Mutex<()>,
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
        if let JwksSource::Url(url) = &source
            && !is_safe(url)
        {
            return Err(JwksError::Plain(url.clone()));
        }
        let keys = Arc::new(read(source.clone()).await?);
        if keys.keys.is_empty() {
            return Err(JwksError::Empty(source));
        }
        Ok(Self {
            source,
            pause,
            read: RwLock::new(Read {
                keys,
                at: Instant::now(),
            }),
            refreshing: Mutex::new(()),
        })
    }

    /// The key with this id; without an id, the only key there is.
    pub async fn key(&self, id: Option<&str>) -> Option<Jwk> {
        let (found, age) = self.held(id).await;
        if found.is_some() {
            if age < MAX_AGE {
                return found;
            }
            // Somebody else is at it: a known key is good until they are done.
            let Ok(_turn) = self.refreshing.try_lock() else {
                return found;
            };
            self.refresh().await;
        } else {
            if age < self.pause {
                return None;
            }
            let _turn = self.refreshing.lock().await;
            self.refresh().await;
        }
        self.held(id).await.0
    }

    async fn held(&self, id: Option<&str>) -> (Option<Jwk>, Duration) {
        let read = self.read.read().await;
        (pick(&read.keys, id), read.at.elapsed())
    }

    /// Reads the keys again; for whoever holds `refreshing`.
    async fn refresh(&self) {
        // Whoever waited for their turn finds the keys just read.
        if self.read.read().await.at.elapsed() < self.pause {
            return;
        }
        let fresh = read(self.source.clone()).await;
        let mut held = self.read.write().await;
        match fresh {
            Ok(keys) => held.keys = Arc::new(keys),
            Err(error) => tracing::warn!(%error, "keys could not be read again; old ones stay"),
        }
        held.at = Instant::now();
    }
}

/// Whether nobody between the address and this server can change what it answers.
fn is_safe(url: &str) -> bool {
    let Ok(uri) = url.parse::<Uri>() else {
        return false;
    };
    let host = uri.host().unwrap_or_default();
    let address = host.trim_matches(['[', ']']).parse::<IpAddr>();
    uri.scheme_str() == Some("https")
        || host.eq_ignore_ascii_case("localhost")
        || address.is_ok_and(|address| address.is_loopback())
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
        // What was asked for in secret is not answered by somewhere that is not.
        .https_only(url.starts_with("https://"))
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
