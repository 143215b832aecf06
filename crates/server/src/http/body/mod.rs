//! Request bodies: JSON of the right type, or a problem that names the place.

mod tree;

use std::time::Duration;

use axum::{
    body::Bytes,
    extract::{FromRequest, OptionalFromRequest, Request, rejection::BytesRejection},
    http::header,
};
use serde::de::DeserializeOwned;
use serde_path_to_error::{Path, Segment};

use self::tree::{Misfit, Tree};
use crate::error::{Error, Fault, FaultCode};

/// How long a whole body may take: the largest portal document over a line of 35 KB/s.
const PATIENCE: Duration = Duration::from_secs(60);

/// A JSON body together with its bytes, which idempotency fingerprints and portal documents
/// need as they came.
#[derive(Debug)]
pub(super) struct Body<T> {
    /// The decoded body.
    pub value: T,
    /// The body as it came.
    pub bytes: Bytes,
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Error;

    /// # Errors
    /// [`Error::UnsupportedMedia`] unless the type is `application/json` or `…+json`,
    /// [`Error::TooLarge`] beyond the body limit, [`Error::BadRequest`] when the bytes are
    /// not JSON, [`Error::Invalid`] when the JSON is not a `T`.
    async fn from_request(request: Request, state: &S) -> Result<Self, Error> {
        if !is_json(&request) {
            return Err(Error::UnsupportedMedia);
        }
        let bytes = read(request, state).await?;
        let value = decode(&bytes)?;
        Ok(Self { value, bytes })
    }
}

impl<T: DeserializeOwned, S: Send + Sync> OptionalFromRequest<S> for Body<T> {
    type Rejection = Error;

    /// `None` where nothing was sent, whatever type was named for it.
    ///
    /// # Errors
    /// Those of a body that must be there.
    async fn from_request(request: Request, state: &S) -> Result<Option<Self>, Error> {
        let is_json = is_json(&request);
        let bytes = read(request, state).await?;
        if bytes.is_empty() {
            return Ok(None);
        }
        if !is_json {
            return Err(Error::UnsupportedMedia);
        }
        let value = decode(&bytes)?;
        Ok(Some(Self { value, bytes }))
    }
}

fn is_json(request: &Request) -> bool {
    request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .map(|value| {
            value
                .split(';')
                .next()
                .unwrap_or("")
                .trim()
                .to_ascii_lowercase()
        })
        .is_some_and(|kind| kind == "application/json" || kind.ends_with("+json"))
}

/// The whole body, in bearable time: a caller who sends a byte now and then is never silent for long.
async fn read<S: Send + Sync>(request: Request, state: &S) -> Result<Bytes, Error> {
    match tokio::time::timeout(PATIENCE, Bytes::from_request(request, state)).await {
        Ok(bytes) => bytes.map_err(unread),
        Err(_) => Err(incomplete()),
    }
}

fn unread(rejection: BytesRejection) -> Error {
    if rejection.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE {
        Error::TooLarge
    } else {
        incomplete()
    }
}

fn incomplete() -> Error {
    Error::malformed("", "a complete body")
}

/// Decodes JSON text. Arrays are not taken for objects, as serde's derives would.
///
/// # Errors
/// [`Error::BadRequest`] when `bytes` are not JSON, [`Error::Invalid`] when they are not a `T`: it
/// names the first place that does not fit, by JSON pointer.
fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Error> {
    let tree: Tree = serde_json::from_slice(bytes)
        .map_err(|error| Error::malformed("", format!("JSON ({error})")))?;
    serde_path_to_error::deserialize(&tree).map_err(|error| {
        let place = pointer(error.path());
        let fault = match error.into_inner() {
            Misfit::Missing(name) => Fault::new(below(&place, name), FaultCode::Required),
            Misfit::Repeated(name) => {
                let once = FaultCode::Malformed("this field once".to_owned());
                Fault::new(below(&place, name), once)
            }
            Misfit::Expected(what) => Fault::new(place, FaultCode::Malformed(what)),
        };
        Error::Invalid(vec![fault])
    })
}

/// A path as a JSON pointer (RFC 6901).
fn pointer(path: &Path) -> String {
    path.iter().fold(String::new(), |place, step| match step {
        Segment::Seq { index } => below(&place, &index.to_string()),
        Segment::Map { key } => below(&place, key),
        // Request bodies have no enums with content, and inside unknown fields nothing is read.
        Segment::Enum { .. } | Segment::Unknown => place,
    })
}

fn below(place: &str, name: &str) -> String {
    format!("{place}/{}", name.replace('~', "~0").replace('/', "~1"))
}

#[cfg(test)]
mod tests {
    use palier_contract::{event::Event, redemption::RedemptionRequest};
    use serde::de::DeserializeOwned;

    use super::{Error, FaultCode, decode};

    /// Where a body does not fit, and what was expected there.
    fn misfit<T: DeserializeOwned + core::fmt::Debug>(body: &str) -> (String, String) {
        let Err(Error::Invalid(faults)) = decode::<T>(body.as_bytes()) else {
            panic!("{body} was not refused as unfit");
        };
        let [fault] = faults.as_slice() else {
            panic!("{faults:?}");
        };
        let expected = match &fault.code {
            FaultCode::Malformed(expected) => expected.clone(),
            code => code.word().to_owned(),
        };
        (fault.pointer.clone(), expected)
    }

    #[test]
    fn an_event_that_does_not_fit_names_the_place_and_what_belongs_there() {
        let event = |field: &str| {
            format!(
                r#"{{"type":"visit","member":"m","occurred_at":"2026-01-01T00:00:00Z"{field}}}"#
            )
        };
        let whole = "a whole number within ±(2^53-1)";
        for (body, pointer, expected) in [
            (event(""), "/id", "required"),
            (event(r#","id":7"#), "/id", "a string"),
            (event(r#","id":null"#), "/id", "a string"),
            (event(r#","id":"a","id":"b""#), "/id", "this field once"),
            (
                event(r#","id":"a","amount":1.5"#),
                "/amount",
                "a whole number",
            ),
            (
                event(r#","id":"a","amount":"5""#),
                "/amount",
                "a whole number",
            ),
            (
                event(r#","id":"a","amount":9007199254740992"#),
                "/amount",
                whole,
            ),
            (
                event(r#","id":"a","amount":1e300"#),
                "/amount",
                "a whole number",
            ),
            (
                event(r#","id":"a","properties":[]"#),
                "/properties",
                "an object",
            ),
            (
                event(r#","id":"a","properties":{"a/b~":1}"#),
                "/properties/a~1b~0",
                "a string",
            ),
            (
                r#"["a","visit","m","2026-01-01T00:00:00Z"]"#.to_owned(),
                "",
                "an object",
            ),
            ("7".to_owned(), "", "an object"),
        ] {
            let found = misfit::<Event>(&body);
            assert_eq!(found, (pointer.to_owned(), expected.to_owned()), "{body}");
        }
    }

    #[test]
    fn places_inside_arrays_are_counted_and_arrays_are_no_objects() {
        for (choice, pointer, expected) in [
            ("{}", "/choice/reward_id", "required"),
            (r#"["a","b"]"#, "/choice", "an object"),
            (
                r#"{"reward_id":"a","price_id":"b","variant":{}}"#,
                "/choice/variant",
                "an array",
            ),
            (
                r#"{"reward_id":"a","price_id":"b","variant":[{"axis_id":"c","value_id":"d"},["e","f"]]}"#,
                "/choice/variant/1",
                "an object",
            ),
            (
                r#"{"reward_id":"a","price_id":"b","variant":[{"axis_id":"c"}]}"#,
                "/choice/variant/0/value_id",
                "required",
            ),
        ] {
            let body = format!(r#"{{"quote_id":"q","choice":{choice}}}"#);
            let found = misfit::<RedemptionRequest>(&body);
            assert_eq!(found, (pointer.to_owned(), expected.to_owned()), "{body}");
        }
    }

    #[test]
    fn what_is_no_json_is_another_refusal() {
        for body in ["", "{", "{} {}", "nope", "[1,]"] {
            let outcome = decode::<Event>(body.as_bytes());
            assert!(
                matches!(outcome, Err(Error::BadRequest(_))),
                "{body}: {outcome:?}"
            );
        }
    }

    /// A connection that sends a blank every ten seconds is never silent, and never done.
    #[tokio::test(start_paused = true)]
    async fn a_body_that_never_ends_is_not_waited_for() {
        let drop = async |()| {
            tokio::time::sleep(std::time::Duration::from_secs(10)).await;
            Some((Ok::<_, core::convert::Infallible>(" "), ()))
        };
        let body = axum::body::Body::from_stream(futures_util::stream::unfold((), drop));
        let request = axum::http::Request::post("/").header("content-type", "application/json");
        let request = request.body(body).unwrap();
        let read =
            <super::Body<Event> as axum::extract::FromRequest<()>>::from_request(request, &());
        // Ten minutes of the test's own clock, which leaps.
        let read = tokio::time::timeout(std::time::Duration::from_secs(600), read).await;
        assert!(matches!(read, Ok(Err(Error::BadRequest(_)))), "{read:?}");
    }

    #[test]
    fn unknown_fields_are_ignored_and_optional_ones_may_be_null() {
        let body = r#"{"id":"a","type":"visit","member":"m","occurred_at":"now","amount":null,"x_own":[1.5,{"a":true}]}"#;
        assert!(decode::<Event>(body.as_bytes()).is_ok());
    }
}
