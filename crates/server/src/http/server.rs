//! What handlers are given: the programme at work, and what only HTTP has.

use std::sync::Arc;

use axum::extract::FromRef;

use super::{Hub, Limits, Rate, Site, Streams};
use crate::app::App;

/// How the server behaves towards its callers.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Web origins that may call the API, exactly as browsers send them.
    pub origins: Vec<String>,
    /// Web origins that may show blocks in frames.
    pub frame_origins: Vec<String>,
    /// Largest request body in bytes.
    pub max_body_bytes: usize,
    /// Whether the last `X-Forwarded-For` address is the caller's.
    pub behind_proxy: bool,
    /// What connections are held to.
    pub limits: Limits,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            origins: Vec::new(),
            frame_origins: Vec::new(),
            max_body_bytes: 256 * 1024,
            behind_proxy: false,
            limits: Limits::default(),
        }
    }
}

/// Everything a handler may need. Most take the [`App`] out of it.
#[derive(Debug, Clone)]
pub struct Server {
    /// The programme at work.
    pub app: Arc<App>,
    /// How the server behaves.
    pub settings: Arc<Settings>,
    /// Request rates.
    pub rate: Arc<Rate>,
    /// Live hints.
    pub hub: Arc<Hub>,
    /// How many streams of them are open.
    pub streams: Arc<Streams>,
    /// The static files beside the API.
    pub site: Arc<Site>,
}

impl FromRef<Server> for Arc<App> {
    fn from_ref(server: &Server) -> Self {
        Self::clone(&server.app)
    }
}

impl FromRef<Server> for Arc<Settings> {
    fn from_ref(server: &Server) -> Self {
        Self::clone(&server.settings)
    }
}
