//! Where documents come from and go to: the backend's drafts, as the editor who is signed in.
//!
//! The canvas has a client of its own, which asks as the member whom the portal is shown to.

use js_sys::Promise;
use palier_contract::document::{LoadError, Loaded, blocks, load};
use palier_contract::problem::Problem;
use palier_contract::wire::{self, Wire};
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
    /// The same, as it came.
    pub(super) text: String,
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
        Asked(ask(method, path, body, tag, &self.locale))
            .answer()
            .await
    }

    /// Begins to read, so that several answers are waited for at once.
    pub(super) fn ask(&self, path: &str) -> Asked {
        Asked(ask("GET", path, None, None, &self.locale))
    }

    /// Asks for the draft of a portal; [`Asked::draft`] reads the answer.
    pub(super) fn ask_draft(&self, id: &str) -> Asked {
        self.ask(&format!("/portals/{id}/draft"))
    }

    /// Sends one request whose answer is JSON.
    pub(super) async fn read<T: Wire>(&self, path: &str) -> Result<T, Trouble> {
        self.ask(path).read().await
    }

    /// The draft of a portal.
    pub(super) async fn draft(&self, id: &str) -> Result<Draft, Trouble> {
        self.ask_draft(id).draft().await
    }
}

/// A request that is under way.
pub(super) struct Asked(Promise);

impl Asked {
    async fn answer(self) -> Result<Answer, Trouble> {
        let reply = JsFuture::from(self.0).await;
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

    /// The answer as what it should be.
    pub(super) async fn read<T: Wire>(self) -> Result<T, Trouble> {
        let answer = self.answer().await?;
        wire::from_str(&answer.body).map_err(|fault| Trouble::Broken(fault.to_string()))
    }

    /// The answer as a draft.
    pub(super) async fn draft(self) -> Result<Draft, Trouble> {
        let answer = self.answer().await?;
        let loaded = load(&answer.body, blocks::ALL).map_err(Trouble::Unreadable)?;
        Ok(Draft {
            loaded,
            text: answer.body,
            etag: answer.etag.unwrap_or_default(),
        })
    }
}

fn refusal(status: u16, body: &str) -> Trouble {
    match wire::from_str::<Problem>(body) {
        Ok(problem) => Trouble::Refused(Box::new(problem)),
        Err(_) => Trouble::Broken(format!("HTTP {status}")),
    }
}
