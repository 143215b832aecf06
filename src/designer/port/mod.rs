//! Where documents come from and go to: the backend's drafts, as the editor who is signed in.
//!
//! The canvas has a client of its own, which asks as the member whom the portal is shown to.

use js_sys::Promise;
use palier_contract::document::{LoadError, Loaded, blocks, load};
use palier_contract::problem::Problem;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(module = "/src/designer/port/port.js")]
extern "C" {
    fn ask(
        method: &str,
        path: &str,
        body: Option<&str>,
        tag: Option<&str>,
        locale: &str,
    ) -> Promise;
    pub(super) fn endpoint() -> String;
    pub(super) fn query(name: &str) -> String;
    pub(super) fn describe(title: &str, language: &str, direction: &str);
    pub(super) fn random() -> u32;
    pub(super) fn role() -> String;
    #[wasm_bindgen(js_name = memberToken)]
    pub(super) fn member_token(member: &str) -> Promise;

    type Raw;
    #[wasm_bindgen(method, getter)]
    fn status(this: &Raw) -> u16;
    #[wasm_bindgen(method, getter)]
    fn etag(this: &Raw) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn body(this: &Raw) -> Option<String>;
}

/// Why the backend did not do what was asked.
#[derive(Debug)]
pub(super) enum Trouble {
    /// It could not be reached.
    Offline,
    /// Nobody is signed in, or nobody who may edit.
    SignedOut,
    /// It refused, or failed.
    Refused(Box<Problem>),
    /// What it sent is no document.
    Unreadable(LoadError),
    /// What it sent is not what the contract says.
    Broken(String),
}

/// A document with its version on the backend.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) loaded: Loaded,
    /// To be sent back when the draft is replaced.
    pub(super) etag: String,
}

/// What came back.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) body: String,
    pub(super) etag: Option<String>,
}

/// Asks one backend as the editor.
#[derive(Clone, Debug)]
pub(super) struct Port {
    locale: String,
}

impl Port {
    pub(super) fn new(locale: &str) -> Self {
        Self {
            locale: locale.to_owned(),
        }
    }

    /// Sends one request. `tag` is the version that must be there; `*` for none at all.
    pub(super) async fn send(
        &self,
        method: &str,
        path: &str,
        body: Option<&str>,
        tag: Option<&str>,
    ) -> Result<Answer, Trouble> {
        let reply = JsFuture::from(ask(method, path, body, tag, &self.locale)).await;
        let raw: Raw = reply.map_or(JsValue::UNDEFINED, |raw| raw).into();
        if raw.is_undefined() {
            return Err(Trouble::Offline);
        }
        let body = raw.body().unwrap_or_default();
        match raw.status() {
            0 => Err(Trouble::Offline),
            200..=299 => Ok(Answer {
                body,
                etag: raw.etag(),
            }),
            401 => Err(Trouble::SignedOut),
            status => Err(refusal(status, &body)),
        }
    }

    /// Sends one request whose answer is JSON.
    pub(super) async fn read<T: DeserializeOwned>(&self, path: &str) -> Result<T, Trouble> {
        let answer = self.send("GET", path, None, None).await?;
        serde_json::from_str(&answer.body).map_err(|fault| Trouble::Broken(fault.to_string()))
    }

    /// The draft of a portal.
    pub(super) async fn draft(&self, id: &str) -> Result<Draft, Trouble> {
        let path = format!("/portals/{id}/draft");
        let answer = self.send("GET", &path, None, None).await?;
        let loaded = load(&answer.body, blocks::ALL).map_err(Trouble::Unreadable)?;
        Ok(Draft {
            loaded,
            etag: answer.etag.unwrap_or_default(),
        })
    }
}

fn refusal(status: u16, body: &str) -> Trouble {
    match serde_json::from_str::<Problem>(body) {
        Ok(problem) => Trouble::Refused(Box::new(problem)),
        Err(_) => Trouble::Broken(format!("HTTP {status}")),
    }
}
