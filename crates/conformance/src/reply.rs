//! Answers, and whether they are what the contract says.

use std::fmt::Display;

use palier_contract::{
    problem::{Problem, ProblemType},
    wire::{self, Wire},
};
use serde_json::Value;
use ureq::http::HeaderMap;

use crate::{
    schema,
    stop::{Stop, Verdict, ensure},
};

/// So much of a body is shown, in characters.
const SHOWN: usize = 120;

/// An answer, read to its end.
#[derive(Clone, Debug)]
pub struct Reply {
    /// Method that was asked with.
    pub method: String,
    /// Path that was asked for.
    pub path: String,
    /// HTTP status.
    pub status: u16,
    /// Headers.
    pub headers: HeaderMap,
    /// Body.
    pub body: Vec<u8>,
}

impl Reply {
    /// A header's text; empty when it is absent.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name);
        value.and_then(|value| value.to_str().ok()).unwrap_or("")
    }

    /// What there is of a header, for people: its text in quotes, or that there is none.
    #[must_use]
    pub fn told(&self, name: &str) -> String {
        if self.headers.contains_key(name) {
            format!("{:?}", self.header(name))
        } else {
            "missing".to_owned()
        }
    }

    /// The parts of a header that is a list, in lower case, over all its lines.
    #[must_use]
    pub fn list(&self, name: &str) -> Vec<String> {
        let lines = self.headers.get_all(name).iter();
        let lines = lines.filter_map(|line| line.to_str().ok());
        let parts = lines.flat_map(|line| line.split(','));
        parts.map(|part| part.trim().to_ascii_lowercase()).collect()
    }

    /// The media type without its parameters; empty when it is absent.
    #[must_use]
    pub fn media_type(&self) -> &str {
        let kind = self.header("content-type");
        kind.split(';').next().unwrap_or("").trim()
    }

    /// The body as a `T`, of a reply with that status and everything that the contract says of it.
    ///
    /// # Errors
    /// [`Stop::Broken`] for another status or media type, for a word that the contract does not
    /// list, an instant that is none, a `null` or a header that is missing;
    /// [`Stop::Undecodable`] for another body.
    pub fn read<T: Wire>(&self, status: u16) -> Result<T, Stop> {
        self.has(status)?;
        let decoded = self.decode()?;
        self.sound()?;
        Ok(decoded)
    }

    /// As [`Reply::read`], for what is not taken apart: documents, and replies that are compared.
    ///
    /// # Errors
    /// As there.
    pub fn read_json(&self, status: u16) -> Result<Value, Stop> {
        self.has(status)?;
        self.sound()
    }

    /// Whether it has that status.
    ///
    /// # Errors
    /// [`Stop::Broken`] for another.
    pub fn has(&self, status: u16) -> Verdict {
        ensure!(
            self.status == status,
            "{}: {} where {status} was due: {}",
            self.path,
            self.status,
            self.excerpt()
        );
        Ok(())
    }

    /// The body, of the type and the shape that the contract says.
    fn sound(&self) -> Result<Value, Stop> {
        let raw = self.json()?;
        self.of_type("application/json")?;
        schema::check(self, &raw)?;
        Ok(raw)
    }

    fn of_type(&self, due: &str) -> Verdict {
        ensure!(
            self.media_type() == due,
            "{}: Content-Type is {}; {due} is due",
            self.path,
            self.told("content-type")
        );
        Ok(())
    }

    /// The body as JSON, whatever the status.
    ///
    /// # Errors
    /// [`Stop::Undecodable`].
    pub fn json(&self) -> Result<Value, Stop> {
        serde_json::from_slice(&self.body).map_err(|error| self.undecodable("JSON", &error))
    }

    /// The body as a `T`, whatever the status.
    ///
    /// # Errors
    /// [`Stop::Undecodable`].
    pub fn decode<T: Wire>(&self) -> Result<T, Stop> {
        let schema = short_name::<T>();
        let text =
            std::str::from_utf8(&self.body).map_err(|error| self.undecodable(&schema, &error))?;
        wire::from_str(text).map_err(|fault| self.undecodable(&schema, &fault))
    }

    fn undecodable(&self, schema: &str, why: &dyn Display) -> Stop {
        let is_json = serde_json::from_slice::<serde::de::IgnoredAny>(&self.body).is_ok();
        Stop::Undecodable {
            path: self.path.clone(),
            schema: schema.to_owned(),
            why: if is_json {
                why.to_string()
            } else {
                let kind = self.told("content-type");
                format!("it is no JSON; Content-Type: {kind}, {}", self.excerpt())
            },
        }
    }

    /// How the body begins.
    fn excerpt(&self) -> String {
        if self.body.is_empty() {
            return "without a body".to_owned();
        }
        let text = String::from_utf8_lossy(&self.body);
        let begin: String = text.chars().take(SHOWN).collect();
        format!("{begin:?}")
    }

    /// The body as a problem of that type, with the status and the media type that it needs.
    ///
    /// # Errors
    /// [`Stop::Broken`] when anything is different, [`Stop::Undecodable`] for no problem.
    pub fn problem(&self, expected: &ProblemType) -> Result<Problem, Stop> {
        let Self { path, status, .. } = self;
        let due = expected.status();
        ensure!(
            *status >= 400,
            "{path}: {status} where {due} {expected} was due: {}",
            self.excerpt()
        );
        self.of_type("application/problem+json")?;
        let problem: Problem = self.decode()?;
        ensure!(
            problem.kind == *expected,
            "{path}: {} ({status}) where {expected} ({due}) was due",
            problem.kind
        );
        ensure!(
            problem.status == *status,
            "{path}: the problem says {}, the response {status}",
            problem.status
        );
        ensure!(
            *status == due,
            "{path}: {expected} with status {status}; {due} is due"
        );
        schema::check_as("Problem", self, &self.json()?)?;
        Ok(problem)
    }
}

/// The type's name without its modules: `Page<LedgerEntry>`.
fn short_name<T>() -> String {
    let whole = std::any::type_name::<T>();
    let parts = whole.split_inclusive(['<', '>', ',', ' ']);
    parts
        .map(|part| part.rsplit("::").next().unwrap_or(part))
        .collect()
}

#[cfg(test)]
mod tests {
    use palier_contract::{Page, ledger::LedgerEntry};

    use super::*;

    fn reply(kind: &'static str, body: &str) -> Reply {
        let mut headers = HeaderMap::new();
        headers.insert("content-type", kind.parse().unwrap());
        Reply {
            method: "GET".to_owned(),
            path: "/v1/me/ledger?limit=2".to_owned(),
            status: 200,
            headers,
            body: body.into(),
        }
    }

    fn told(kind: &'static str, body: &str) -> String {
        let read = reply(kind, body).read::<Page<LedgerEntry>>(200);
        read.unwrap_err().to_string()
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_place() {
        let row = r#"{"items":[{"id":1000}],"as_of":"2026-11-22T16:00:00Z"}"#;
        let due = "/v1/me/ledger?limit=2: no Page<LedgerEntry>: items.id: expected a string";
        assert_eq!(told("application/json", row), due);
        let due = "/v1/me/ledger?limit=2: no Page<LedgerEntry>: items: is missing";
        assert_eq!(told("application/json", "{}"), due);
    }

    #[test]
    fn what_is_no_json_is_told_with_its_type_and_how_it_begins() {
        let due = "/v1/me/ledger?limit=2: no Page<LedgerEntry>: it is no JSON; \
            Content-Type: \"text/html\", \"<!doctype html>\"";
        assert_eq!(told("text/html", "<!doctype html>"), due);
    }

    #[test]
    fn json_of_another_type_is_told_what_is_due() {
        let page = r#"{"items":[],"next_cursor":null,"as_of":"2026-11-22T16:00:00Z"}"#;
        let due = "/v1/me/ledger?limit=2: Content-Type is \"text/plain\"; application/json is due";
        assert_eq!(told("text/plain", page), due);
    }
}
