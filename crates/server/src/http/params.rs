//! Query parameters: unknown ones are ignored, unreadable ones are named.

use std::{collections::HashMap, sync::Arc};

use axum::{
    extract::{FromRequestParts, Query},
    http::request::Parts,
};

use super::{
    App, Error, Outcome,
    error::{Fault, FaultCode},
};

/// Rows of a page when `limit` is absent.
pub(super) const DEFAULT_LIMIT: i64 = 20;
/// Largest `limit`.
pub(super) const MAX_LIMIT: i64 = 100;

/// The query of a request; the first of equal names counts.
#[derive(Debug, Default)]
pub(super) struct Params(HashMap<String, String>);

impl Params {
    /// The value of `name`; empty is absent.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0
            .get(name)
            .map(String::as_str)
            .filter(|value| !value.is_empty())
    }

    /// `limit`, from 1 to [`MAX_LIMIT`].
    ///
    /// # Errors
    /// [`Error::BadRequest`] when it is anything else.
    pub(super) fn limit(&self, default: i64) -> Outcome<i64> {
        let Some(text) = self.get("limit") else {
            return Ok(default);
        };
        let limit: i64 = text
            .parse()
            .map_err(|_| Error::malformed("limit", "a whole number"))?;
        if (1..=MAX_LIMIT).contains(&limit) {
            Ok(limit)
        } else {
            Err(Error::BadRequest(vec![Fault::new(
                "limit",
                FaultCode::OutOfRange(1, MAX_LIMIT),
            )]))
        }
    }

    /// An RFC 3339 instant in milliseconds since the epoch.
    ///
    /// # Errors
    /// [`Error::BadRequest`] when it is no such instant.
    pub(super) fn instant(&self, name: &str) -> Outcome<Option<i64>> {
        let Some(text) = self.get(name) else {
            return Ok(None);
        };
        // A `+` that was not escaped arrives as a blank.
        text.replace(' ', "+")
            .parse::<jiff::Timestamp>()
            .map(|instant| Some(instant.as_millisecond()))
            .map_err(|_| Error::malformed(name, "an RFC 3339 instant"))
    }

    /// One of `words`.
    ///
    /// # Errors
    /// [`Error::BadRequest`] when it is another word.
    pub(super) fn word<'a>(&'a self, name: &str, words: &[&str]) -> Outcome<Option<&'a str>> {
        match self.get(name) {
            Some(word) if !words.contains(&word) => Err(Error::malformed(
                name,
                format!("one of {}", words.join(", ")),
            )),
            word => Ok(word),
        }
    }
}

impl FromRequestParts<Arc<App>> for Params {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &Arc<App>) -> Outcome<Self> {
        let pairs = Query::<Vec<(String, String)>>::try_from_uri(&parts.uri)
            .map_err(|_| Error::malformed("?", "name=value pairs in UTF-8"))?;
        let mut params = HashMap::new();
        for (name, value) in pairs.0 {
            params.entry(name).or_insert(value);
        }
        Ok(Self(params))
    }
}
