//! Plain HTTP, without retries or redirects: the scenarios want to see every answer as it is.

use std::{
    collections::VecDeque,
    io::Read,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use serde_json::Value;
use ureq::{
    Agent, Body,
    http::{self, Method, Request},
};

use crate::{reply::Reply, stop::Stop};

/// Longest wait for a whole answer.
const PATIENCE: Duration = Duration::from_secs(30);
/// Largest reply that is read, in bytes.
const LARGEST_REPLY: u64 = 16 * 1024 * 1024;
/// So many requests are remembered, for a rule that turns out to be broken.
const REMEMBERED: usize = 3;

/// Talks to one backend.
#[derive(Clone, Debug)]
pub struct Client {
    agent: Agent,
    base: String,
    asked: Arc<Mutex<VecDeque<String>>>,
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

impl Client {
    /// A client of the backend at `base`; the `/v1` that a kit's endpoint ends with may be there.
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
            base: without_version(base).to_owned(),
            asked: Arc::default(),
        }
    }

    /// Forgets what was asked: another rule begins.
    pub(crate) fn begin(&self) {
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        asked.clear();
    }

    /// The last requests since the rule began, oldest first.
    pub(crate) fn asked(&self) -> Vec<String> {
        let asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        asked.iter().cloned().collect()
    }

    fn note(&self, method: &Method, path: &str, answer: &str) {
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        if asked.len() == REMEMBERED {
            asked.pop_front();
        }
        asked.push_back(format!("{method} {path} {answer}"));
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

fn without_version(base: &str) -> &str {
    let base = base.trim_end_matches('/');
    let root = base.strip_suffix("/v1").unwrap_or(base);
    root.trim_end_matches('/')
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
        let answer = if has_body {
            let request = request.body(self.body.clone()).map_err(unsent)?;
            self.client.agent.run(request)
        } else {
            let request = request.body(()).map_err(unsent)?;
            self.client.agent.run(request)
        };
        let told = answer.as_ref().map_or_else(
            |_| "unanswered".to_owned(),
            |answer| answer.status().as_u16().to_string(),
        );
        self.client.note(&self.method, &self.path, &told);
        answer.map_err(|error| self.failed(error))
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
            method: self.method.to_string(),
            path: self.path.clone(),
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            body,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::without_version;

    #[test]
    fn the_endpoint_of_a_kit_will_do() {
        for base in [
            "https://api.example/club",
            "https://api.example/club/",
            "https://api.example/club/v1",
            "https://api.example/club/v1/",
        ] {
            assert_eq!(without_version(base), "https://api.example/club", "{base}");
        }
    }
}
