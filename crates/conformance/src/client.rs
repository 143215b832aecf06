//! Plain HTTP, without retries or redirects: the scenarios want to see every answer as it is.

use std::{io::Read, time::Duration};

use palier_contract::problem::{Problem, ProblemType};
use serde::de::DeserializeOwned;
use serde_json::Value;
use ureq::{
    Agent, Body,
    http::{self, HeaderMap, Method, Request},
};

use crate::stop::{Stop, ensure};

/// Longest wait for a whole answer.
const PATIENCE: Duration = Duration::from_secs(30);
/// Largest reply that is read, in bytes.
const LARGEST_REPLY: u64 = 16 * 1024 * 1024;

/// Talks to one backend.
#[derive(Clone, Debug)]
pub struct Client {
    agent: Agent,
    base: String,
}

/// A request being put together.
#[derive(Clone, Debug)]
pub struct Ask<'a> {
    client: &'a Client,
    method: Method,
    path: String,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

/// An answer, read to its end.
#[derive(Clone, Debug)]
pub struct Reply {
    /// Path that was asked for.
    pub path: String,
    /// HTTP status.
    pub status: u16,
    /// Headers.
    pub headers: HeaderMap,
    /// Body.
    pub body: Vec<u8>,
}

impl Client {
    /// A client of the backend at `base`, an address without `/v1`.
    #[must_use]
    pub fn new(base: &str) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            // A backend may close the line after an error; a pooled one would then break the
            // next request.
            .max_idle_connections(0)
            .allow_non_standard_methods(true)
            .timeout_connect(Some(PATIENCE))
            .timeout_recv_response(Some(PATIENCE));
        Self {
            agent: config.build().new_agent(),
            base: base.trim_end_matches('/').to_owned(),
        }
    }

    /// A request with that method.
    pub fn ask(&self, method: Method, path: impl Into<String>) -> Ask<'_> {
        Ask {
            client: self,
            method,
            path: path.into(),
            headers: Vec::new(),
            body: Vec::new(),
        }
    }

    /// A `GET`.
    pub fn get(&self, path: impl Into<String>) -> Ask<'_> {
        self.ask(Method::GET, path)
    }

    /// A `POST` of JSON.
    pub fn post(&self, path: impl Into<String>, body: &Value) -> Ask<'_> {
        self.ask(Method::POST, path).json(body)
    }
}

impl Ask<'_> {
    /// Adds a header.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// Asks as the bearer of `token`.
    #[must_use]
    pub fn bearer(self, token: &str) -> Self {
        self.header("Authorization", format!("Bearer {token}"))
    }

    /// Sends JSON.
    #[must_use]
    pub fn json(self, body: &Value) -> Self {
        self.header("Content-Type", "application/json")
            .bytes(body.to_string())
    }

    /// Sends bytes as they are.
    #[must_use]
    pub fn bytes(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    fn failed(&self, source: ureq::Error) -> Stop {
        Stop::Unreachable {
            method: self.method.to_string(),
            path: self.path.clone(),
            source: Box::new(source),
        }
    }

    /// Sends the request; the body of the answer is still to be read.
    ///
    /// # Errors
    /// [`Stop::Unreachable`] when there is no answer.
    pub fn open(&self) -> Result<http::Response<Body>, Stop> {
        let url = if self.path.starts_with("http") {
            self.path.clone()
        } else {
            format!("{}{}", self.client.base, self.path)
        };
        let mut request = Request::builder().method(self.method.clone()).uri(url);
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        let unsent = |error: http::Error| self.failed(ureq::Error::Http(error));
        let has_body = !matches!(self.method, Method::GET | Method::HEAD | Method::OPTIONS);
        if has_body {
            let request = request.body(self.body.clone()).map_err(unsent)?;
            self.client.agent.run(request)
        } else {
            let request = request.body(()).map_err(unsent)?;
            self.client.agent.run(request)
        }
        .map_err(|error| self.failed(error))
    }

    /// Sends the request and reads the answer to its end.
    ///
    /// # Errors
    /// [`Stop::Unreachable`] when there is no whole answer.
    pub fn send(&self) -> Result<Reply, Stop> {
        let mut response = self.open()?;
        let mut body = Vec::new();
        let reader = response.body_mut().as_reader();
        let read = reader.take(LARGEST_REPLY).read_to_end(&mut body);
        read.map_err(|error| self.failed(ureq::Error::Io(error)))?;
        Ok(Reply {
            path: self.path.clone(),
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            body,
        })
    }
}

impl Reply {
    /// A header's text; empty when it is absent.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value.and_then(|value| value.to_str().ok()).unwrap_or("")
    }

    /// The media type without its parameters; empty when it is absent.
    #[must_use]
    pub fn media_type(&self) -> &str {
        let kind = self.header("content-type");
        kind.split(';').next().unwrap_or("").trim()
    }

    /// The body as a `T`, of a reply with that status.
    ///
    /// # Errors
    /// [`Stop::Broken`] for another status, [`Stop::Undecodable`] for another body.
    pub fn read<T: DeserializeOwned>(&self, status: u16) -> Result<T, Stop> {
        let Self { path, body, .. } = self;
        let text = String::from_utf8_lossy(body);
        ensure!(
            self.status == status,
            "{path}: {} instead of {status}: {text:.300}",
            self.status
        );
        self.decode()
    }

    /// The body as a `T`, whatever the status.
    ///
    /// # Errors
    /// [`Stop::Undecodable`].
    pub fn decode<T: DeserializeOwned>(&self) -> Result<T, Stop> {
        serde_json::from_slice(&self.body).map_err(|source| Stop::Undecodable {
            path: self.path.clone(),
            schema: short_name::<T>(),
            source,
        })
    }

    /// The body as a problem of that type, with the status and the media type that it needs.
    ///
    /// # Errors
    /// [`Stop::Broken`] when anything is different, [`Stop::Undecodable`] for no problem.
    pub fn problem(&self, expected: &ProblemType) -> Result<Problem, Stop> {
        let Self { path, status, .. } = self;
        let text = String::from_utf8_lossy(&self.body);
        ensure!(
            *status >= 400,
            "{path}: {status} where {expected} was due: {text:.300}"
        );
        let kind = self.media_type();
        ensure!(
            kind == "application/problem+json",
            "{path}: an error of type {kind:?}"
        );
        let problem: Problem = self.decode()?;
        ensure!(
            problem.kind == *expected,
            "{path}: {} instead of {expected}",
            problem.kind
        );
        ensure!(
            problem.status == *status,
            "{path}: the problem says {}, the response {status}",
            problem.status
        );
        ensure!(
            *status == expected.status(),
            "{path}: {expected} with status {status} instead of {}",
            expected.status()
        );
        Ok(problem)
    }
}

fn short_name<T>() -> &'static str {
    let name = std::any::type_name::<T>();
    name.rsplit("::").next().unwrap_or(name)
}
