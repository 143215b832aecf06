//! Looks at the backend through the eyes of whoever is described: asks it as nobody in particular, and lets
//! the [`lens`] say what they would be told. Nothing is sent that names them.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Promise, Reflect};
use serde_json::Value;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::answers::{raw, written};
use super::lens::{self, Eyes};
use super::persona::Persona;
use super::stage::Stage;
use crate::i18n::{clock, keys};

#[wasm_bindgen(module = "/src/designer/preview/preview.js")]
extern "C" {
    /// What the backend answers nobody in particular: `{status, body}`, never rejected.
    #[wasm_bindgen(js_name = asNobody)]
    fn as_nobody(address: &str, language: &str) -> Promise;
}

type Who = (Rc<Persona>, Stage);

thread_local! {
    static WHO: RefCell<Option<Who>> = const { RefCell::new(None) };
}

/// Looks through these eyes from now on; through nobody's described when `None`.
pub(super) fn through(who: Option<(Persona, Stage)>) {
    WHO.set(who.map(|(persona, stage)| (Rc::new(persona), stage)));
}

/// The answer to a request, by its address below the API's base; `None` for what is the same for everybody,
/// and while nobody is described.
pub(super) fn ask(
    method: &str,
    address: String,
    language: String,
    body: String,
) -> Option<Promise> {
    let who = WHO.with_borrow(Clone::clone)?;
    let sources = lens::sources(method, &address, &body)?;
    let asked: Array = sources
        .iter()
        .map(|source| JsValue::from(as_nobody(source, &language)))
        .collect();
    let all = Promise::all(&asked);
    Some(future_to_promise(async move {
        let replies = Array::from(&JsFuture::from(all).await?).to_vec();
        // What the backend refuses anybody, or cannot give, it refuses or cannot give them.
        if let Some(first) = replies.first().filter(|first| json(first).is_none()) {
            return Ok(first.clone());
        }
        let replies = replies.iter().map(|reply| json(reply).unwrap_or_default());
        Ok(answer(&who, &address, &language, &body, replies.collect()))
    }))
}

/// What `/me` says of whoever is described, in the language of the page; `None` while nobody is.
pub(super) fn me() -> Option<Promise> {
    let language = WHO.with_borrow(|who| Some(who.as_ref()?.1.locale()))?;
    ask("GET", String::from("/me"), language, String::new())
}

fn answer(
    (persona, stage): &Who,
    address: &str,
    language: &str,
    body: &str,
    replies: Vec<Value>,
) -> JsValue {
    let i18n = stage.words_of(language);
    let eyes = Eyes {
        persona,
        now: clock::now(),
        read: &|text| Some(js_sys::Date::parse(text)).filter(|at| at.is_finite()),
        write: &written,
        word: &|kind| {
            let key = match kind {
                "spend" => keys::POINTS_HISTORY_SPEND,
                _ => keys::POINTS_HISTORY_EARN,
            };
            i18n.map(|i18n| i18n.t(key)).unwrap_or_default()
        },
    };
    let (status, value) = lens::answer(&eyes, address, body, replies);
    raw(status, Some(&value.to_string()))
}

/// The body of a good reply; `None` of any other.
pub(super) fn json(reply: &JsValue) -> Option<Value> {
    let field = |name: &str| Reflect::get(reply, &name.into()).ok();
    let status = field("status")?.as_f64()?;
    let body = field("body")?.as_string()?;
    (200.0..300.0)
        .contains(&status)
        .then(|| serde_json::from_str(&body).ok())
        .flatten()
}
