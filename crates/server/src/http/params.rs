//! Query parameters: unknown ones are ignored, unreadable ones are named.

use std::collections::HashMap;

use axum::{
    extract::{FromRequestParts, Query},
    http::request::Parts,
};
use percent_encoding::percent_decode_str;

use super::Server;
use crate::error::{Error, Fault, FaultCode, Outcome};

/// Rows of a page when `limit` is absent.
pub(super) const DEFAULT_LIMIT: i64 = 20;
/// Largest `limit`.
pub(super) const MAX_LIMIT: i64 = 100;

/// The query of a request; the first of equal names counts. What can't be read is noted and read
/// as absent; [`Params::check`] refuses it all at once, so call it after the last parameter.
#[derive(Debug, Default)]
pub(super) struct Params {
    values: HashMap<String, String>,
    faults: Vec<Fault>,
}

impl Params {
    /// Whether everything read so far could be.
    ///
    /// # Errors
    /// [`Error::BadRequest`] naming each parameter that could not.
    pub(super) fn check(&mut self) -> Outcome<()> {
        let faults = core::mem::take(&mut self.faults);
        if faults.is_empty() {
            Ok(())
        } else {
            Err(Error::BadRequest(faults))
        }
    }

    fn note<T>(&mut self, name: &str, code: FaultCode) -> Option<T> {
        self.faults.push(Fault::new(name, code));
        None
    }

    /// The value of `name`; empty is absent.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.values
            .get(name)
            .map(String::as_str)
            .filter(|value| !value.is_empty())
    }

    /// `limit`, from 1 to [`MAX_LIMIT`].
    pub(super) fn limit(&mut self) -> Option<i64> {
        let limit = self.get("limit")?.parse::<i64>();
        match limit {
            Ok(limit) if (1..=MAX_LIMIT).contains(&limit) => Some(limit),
            Ok(_) => self.note("limit", FaultCode::OutOfRange(1, MAX_LIMIT)),
            Err(_) => self.note("limit", FaultCode::Malformed("a whole number".to_owned())),
        }
    }

    /// An RFC 3339 instant in milliseconds since the epoch.
    pub(super) fn instant(&mut self, name: &str) -> Option<i64> {
        // A `+` that was not escaped arrives as a blank.
        let instant = self.get(name)?.replace(' ', "+");
        match instant.parse::<jiff::Timestamp>() {
            Ok(instant) => Some(instant.as_millisecond()),
            Err(_) => self.note(name, FaultCode::Malformed("an RFC 3339 instant".to_owned())),
        }
    }

    /// One of `words`.
    pub(super) fn word<'w>(&mut self, name: &str, words: &[&'w str]) -> Option<&'w str> {
        let given = self.get(name)?;
        match words.iter().find(|word| **word == given) {
            Some(word) => Some(word),
            None => {
                let expected = format!("one of {}", words.join(", "));
                self.note(name, FaultCode::Malformed(expected))
            }
        }
    }
}

impl FromRequestParts<Server> for Params {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &Server) -> Outcome<Self> {
        let pairs = Query::<Vec<(String, String)>>::try_from_uri(&parts.uri)
            .map_err(|_| Error::malformed("?", "name=value pairs"))?;
        let mut values = HashMap::new();
        for (name, value) in pairs.0 {
            values.entry(name).or_insert(value);
        }
        Ok(Self {
            values,
            faults: parts.uri.query().map_or_else(Vec::new, garbled),
        })
    }
}

/// A fault for each parameter that is not UTF-8. The reading above replaces what it cannot read, and
/// whoever asked would get an answer to another question.
fn garbled(query: &str) -> Vec<Fault> {
    let pairs = query.split('&');
    pairs
        .filter(|pair| percent_decode_str(pair).decode_utf8().is_err())
        .map(|pair| {
            let name = pair.split('=').next().unwrap_or(pair);
            let name = percent_decode_str(name).decode_utf8_lossy();
            Fault::new(name, FaultCode::Malformed("UTF-8".to_owned()))
        })
        .collect()
}
