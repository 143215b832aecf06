//! One request of the editor's, and what came back.

use js_sys::Promise;
use palier_contract::document::{LoadError, Loaded, blocks, load};
use palier_contract::problem::{FieldError, Problem};
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
pub(in crate::designer) enum Trouble {
    /// It could not be reached, or its answer did not come back.
    Offline,
    /// Nobody is signed in, or nobody who may edit.
    SignedOut,
    /// It refused, or failed.
    Refused(Why, Box<Told>),
    /// What it sent is no document.
    Unreadable(LoadError),
    /// What it sent is not what the contract says.
    Broken(String),
}

impl Trouble {
    /// Whether what was asked may have been done all the same: the answer was lost, or makes no sense.
    pub(in crate::designer) fn is_unsure(&self) -> bool {
        matches!(
            self,
            Self::Offline | Self::Broken(_) | Self::Refused(Why::Failing, _)
        )
    }
}

/// Why it refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::designer) enum Why {
    /// This editor may not.
    NotAllowed,
    /// There is no such thing.
    NotFound,
    /// Somebody has changed it since.
    Overtaken,
    /// It failed, or is busy: it may work later.
    Failing,
    /// What was sent does not do.
    Otherwise,
}

impl Why {
    fn of(status: u16) -> Self {
        match status {
            403 => Self::NotAllowed,
            404 => Self::NotFound,
            412 => Self::Overtaken,
            429 | 500.. => Self::Failing,
            _ => Self::Otherwise,
        }
    }
}

/// What it said.
#[derive(Debug)]
pub(in crate::designer) struct Told {
    /// For a person.
    pub(in crate::designer) words: String,
    /// What of the document does not do.
    pub(in crate::designer) faults: Vec<FieldError>,
}

/// A document with its version on the backend.
#[derive(Debug)]
pub(in crate::designer) struct Draft {
    pub(in crate::designer) loaded: Loaded,
    /// The same, as it came.
    pub(in crate::designer) text: String,
    /// To be sent back when the draft is replaced.
    pub(in crate::designer) etag: String,
}

/// What came back.
pub(super) struct Answer {
    pub(super) body: String,
    pub(super) etag: Option<String>,
}

/// A request that is under way.
pub(in crate::designer) struct Asked(Promise);

impl Asked {
    /// Sends one. `tag` is the version that must be there; `*` for none at all.
    pub(super) fn send(
        method: &str,
        path: &str,
        body: Option<&str>,
        tag: Option<&str>,
        locale: &str,
    ) -> Self {
        Self(ask(method, path, body, tag, locale))
    }

    pub(super) async fn answer(self) -> Result<Answer, Trouble> {
        let reply = JsFuture::from(self.0).await;
        let raw: Raw = reply.map_or(JsValue::UNDEFINED, |raw| raw).into();
        if raw.is_undefined() {
            return Err(Trouble::Offline);
        }
        let body = raw.body().unwrap_or_default();
        // A web page: a sign-in, a firewall or a gateway has answered, and not the backend.
        let is_page = body.trim_ascii_start().starts_with('<');
        match raw.status() {
            0 => Err(Trouble::Offline),
            status if is_page && !matches!(status, 401 | 413) => Err(Trouble::Offline),
            200..=299 => Ok(Answer {
                body,
                etag: raw.etag(),
            }),
            401 => Err(Trouble::SignedOut),
            status => Err(refusal(status, &body)),
        }
    }

    /// The answer as what it should be.
    pub(in crate::designer) async fn read<T: Wire>(self) -> Result<T, Trouble> {
        let answer = self.answer().await?;
        wire::from_str(&answer.body).map_err(|fault| Trouble::Broken(fault.to_string()))
    }

    /// The answer as a document with its version.
    pub(in crate::designer) async fn draft(self) -> Result<Draft, Trouble> {
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
    let told = match wire::from_str::<Problem>(body) {
        Ok(problem) => Told {
            words: problem.detail.unwrap_or(problem.title),
            faults: problem.errors,
        },
        // Somebody on the way said so, who does not know the contract.
        Err(_) => Told {
            words: format!("HTTP {status}"),
            faults: Vec::new(),
        },
    };
    Trouble::Refused(Why::of(status), Box::new(told))
}
