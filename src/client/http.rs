//! One request, with its retries, as a typed result.

use std::cell::Cell;

use js_sys::{Function, Object, Promise, Reflect};
use palier_contract::problem::{Problem, ProblemType};
use palier_contract::wire;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

use super::error::FOREIGN;
use super::{Error, retry};

thread_local! {
    static READERS: Cell<u32> = const { Cell::new(0) };
    static AHEAD: Cell<f64> = const { Cell::new(0.0) };
}

/// How many milliseconds the backend's clock was ahead of the device's, by the `Date` of the last reply
/// about the reader: those are never from a cache, whose dates are old. 0 where a page of another
/// origin may not read that header.
#[must_use]
pub fn clock_offset_ms() -> f64 {
    AHEAD.get()
}

/// The page has another reader: what becomes of a change under way is not told, and it is not tried
/// again.
pub fn reader_changed() {
    READERS.set(READERS.get() + 1);
}

#[wasm_bindgen(module = "/src/client/session.js")]
extern "C" {
    /// Sets the page's token callback, `async ({reason, signal}) => token`.
    pub fn authorise(callback: &JsValue);
}

#[wasm_bindgen(module = "/src/client/hints.js")]
extern "C" {
    fn listen(url: &str, locale: &str, on_topic: &Function) -> Function;
}

#[wasm_bindgen(module = "/src/client/transport.js")]
extern "C" {
    fn send(method: &str, base: &str, path: &str, headers: &Object, body: Option<&str>) -> Promise;
    #[wasm_bindgen(js_name = pause)]
    fn pause_js(ms: f64) -> Promise;
    fn locate(base: &str, href: &str) -> String;

    /// A fresh idempotency key: one per intent, kept until its answer is final.
    #[wasm_bindgen(js_name = freshKey)]
    pub fn fresh_key() -> String;

    /// Lets a function `(method, url, body, headers) => {status, body}` answer instead of the network; what
    /// it answers with null goes there all the same.
    pub fn intercept(callback: &JsValue);

    type Raw;
    #[wasm_bindgen(method, getter)]
    fn status(this: &Raw) -> u16;
    #[wasm_bindgen(method, getter)]
    fn body(this: &Raw) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn etag(this: &Raw) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = retryAfter)]
    fn retry_after(this: &Raw) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn date(this: &Raw) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn timeout(this: &Raw) -> Option<bool>;
    #[wasm_bindgen(method, getter)]
    fn token(this: &Raw) -> Option<String>;
}

/// Waits for `ms` milliseconds, and until the page is in sight.
pub async fn pause(ms: f64) {
    // It never rejects.
    drop(JsFuture::from(pause_js(ms)).await);
}

/// An answer of the backend that the caller can use.
#[derive(Debug, Clone)]
pub enum Reply {
    /// A body, still as text, and its version.
    Body(String, Option<String>),
    /// What the caller has is still right (304).
    Unchanged,
}

/// Asks one backend in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Client {
    base: String,
    locale: String,
}

impl Client {
    /// `base` is the address of the API up to and including `/v1`.
    #[must_use]
    pub fn new(base: &str, locale: &str) -> Self {
        Self {
            base: base.trim_end_matches('/').to_owned(),
            locale: locale.to_owned(),
        }
    }

    /// Reads `path`; tries up to three times where that may help.
    ///
    /// # Errors
    /// [`Error`] of the last try.
    pub async fn get(&self, path: &str, etag: Option<&str>) -> Result<Reply, Error> {
        let headers: Vec<(&str, &str)> = etag
            .map(|etag| ("If-None-Match", etag))
            .into_iter()
            .collect();
        self.ask("GET", path, &headers, None).await
    }

    /// Changes something. Tried again only with an idempotency key.
    ///
    /// # Errors
    /// [`Error`] of the last try. After [`Error::Network`] or [`Error::Timeout`] the outcome is
    /// unknown: ask again with the same key.
    pub async fn change(
        &self,
        method: &str,
        path: &str,
        body: Option<&str>,
        key: Option<&str>,
    ) -> Result<String, Error> {
        let headers: Vec<(&str, &str)> = key
            .map(|key| ("Idempotency-Key", key))
            .into_iter()
            .collect();
        match self.ask(method, path, &headers, body).await? {
            Reply::Body(body, _) => Ok(body),
            Reply::Unchanged => Ok(String::new()),
        }
    }

    /// The absolute address of something the backend points at (a picture, a credential); empty
    /// unless it is https, or on the backend's own origin.
    #[must_use]
    pub fn locate(&self, href: &str) -> String {
        locate(&self.base, href)
    }

    /// The path below the API's base that an action's address stands for; `None` when it leads
    /// elsewhere, where the reader's token must not go.
    #[must_use]
    pub fn path_of<'a>(&self, href: &'a str) -> Option<&'a str> {
        href.strip_prefix(self.base.as_str())
            .or_else(|| href.strip_prefix("/v1"))
            .filter(|path| path.starts_with('/'))
    }

    async fn ask(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<&str>,
    ) -> Result<Reply, Error> {
        let repeatable =
            method == "GET" || headers.iter().any(|(name, _)| *name == "Idempotency-Key");
        // What one reader began is neither answered to another nor sent again as theirs.
        let reader = READERS.get();
        let is_over = || method != "GET" && READERS.get() != reader;
        let mut tried = 0;
        loop {
            let raw = self.once(method, path, headers, body).await;
            if is_over() {
                return Err(Error::Network);
            }
            tried += 1;
            let error = match read(&raw) {
                Ok(reply) => {
                    retry::earn();
                    return Ok(reply);
                }
                Err(error) => error,
            };
            // The page's callback had its chance, and its deadline.
            let is_token = matches!(error, Error::Token(_));
            if !repeatable
                || is_token
                || !error.is_retryable()
                || tried >= retry::TRIES
                || !retry::spend()
            {
                return Err(error);
            }
            let wish = wish_ms(raw.retry_after(), &error);
            let Some(ms) = retry::wait_ms(tried, wish, js_sys::Math::random()) else {
                return Err(error);
            };
            pause(ms).await;
            if is_over() {
                return Err(error);
            }
        }
    }

    async fn once(
        &self,
        method: &str,
        path: &str,
        extra: &[(&str, &str)],
        body: Option<&str>,
    ) -> Raw {
        let headers = Object::new();
        let language = [("Accept-Language", self.locale.as_str())];
        for (name, value) in language.iter().chain(extra) {
            // Setting a property of a fresh plain object cannot fail.
            drop(Reflect::set(
                &headers,
                &JsValue::from_str(name),
                &JsValue::from_str(value),
            ));
        }
        // `send` never rejects; were it to, the rejection reads as "no answer".
        let value = JsFuture::from(send(method, &self.base, path, &headers, body))
            .await
            .unwrap_or_else(|_| Object::new().into());
        let raw: Raw = wasm_bindgen::JsCast::unchecked_into(value);
        if path.starts_with("/me")
            && let Some(date) = raw.date()
        {
            let ahead = js_sys::Date::parse(&date) - js_sys::Date::now();
            AHEAD.set(if ahead.is_nan() { 0.0 } else { ahead });
        }
        raw
    }

    /// The address of the API, without a slash at its end.
    #[must_use]
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Hears of what may have changed. The returned function, called with the reader's id (empty where it
    /// is not known), begins the backend's hints; called without, it ends it all.
    #[must_use]
    pub fn live(&self, on_topic: &Function) -> Function {
        listen(&format!("{}/me/stream", self.base), &self.locale, on_topic)
    }
}

fn read(raw: &Raw) -> Result<Reply, Error> {
    match raw.status() {
        0 if raw.timeout() == Some(true) => Err(Error::Timeout),
        0 => Err(raw.token().map_or(Error::Network, Error::Token)),
        304 => Ok(Reply::Unchanged),
        status => match raw.body().unwrap_or_default() {
            // A web page, which is never the backend's.
            body if status < 300 && !body.trim_ascii_start().starts_with('<') => {
                Ok(Reply::Body(body, raw.etag()))
            }
            body => Err(Error::Problem(Box::new(problem(status, &body)))),
        },
    }
}

/// How long the backend wants to be left alone: the header in seconds or as a date (RFC 9110
/// §10.2.3), which other origins may not be shown, or the problem's own word.
fn wish_ms(header: Option<String>, error: &Error) -> Option<f64> {
    let Some(text) = header else {
        let Error::Problem(problem) = error else {
            return None;
        };
        let asked = problem.retry_after_ms?.get();
        return Some(f64::from(u32::try_from(asked).unwrap_or(u32::MAX)));
    };
    if let Ok(seconds) = text.parse::<u32>() {
        return Some(f64::from(seconds) * 1_000.0);
    }
    let wait = js_sys::Date::new(&text.into()).get_time() - js_sys::Date::now();
    (!wait.is_nan()).then_some(wait)
}

/// The problem that was sent, or, from a proxy that sends none, the one its status stands for.
fn problem(status: u16, body: &str) -> Problem {
    wire::from_str(body).unwrap_or_else(|_| Problem {
        kind: match status {
            401 => ProblemType::Unauthorised,
            429 => ProblemType::RateLimited,
            500..=599 => ProblemType::Unavailable,
            _ => ProblemType::from(FOREIGN),
        },
        title: String::from(
            "What answered is not the backend: it sent no JSON, or no problem document.",
        ),
        status,
        detail: None,
        errors: Vec::new(),
        trace_id: None,
        retry_after_ms: None,
        retry_at: None,
        missing: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::Client;

    #[test]
    fn actions_lead_below_the_base_or_nowhere() {
        let client = Client::new("https://club.example/api/v1/", "en");
        let path = Some("/series/maker/completion/6/claim");
        for href in [
            "/v1/series/maker/completion/6/claim",
            "https://club.example/api/v1/series/maker/completion/6/claim",
        ] {
            assert_eq!(client.path_of(href), path, "{href}");
        }
        for href in [
            "https://elsewhere.example/v1/series",
            "//elsewhere.example/v1",
            "/v10/series",
            "series",
            "",
        ] {
            assert_eq!(client.path_of(href), None, "{href}");
        }
    }
}
