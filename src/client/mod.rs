//! HTTP: addresses, headers, retries, live hints. The only module that knows URLs and status
//! codes.
//!
//! The request itself is carried by `transport.js` (a bare `fetch` costs no bytes, and early
//! requests begin there before the WASM is ready); what to request, when to retry and what an
//! answer means is decided here.

mod error;
mod http;
mod resource;
mod retry;

pub use error::Error;
pub use http::{
    Client, Reply, authorise, clock_offset_ms, fresh_key, intercept, pause, reader_changed,
};
pub use resource::{Resource, resources};
