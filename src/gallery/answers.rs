//! Answers requests from canned replies, in place of the network.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Object, Promise, Reflect};
use leptos::prelude::WithValue;
use leptos::prelude::{LocalStorage, StoredValue};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::preview;
use crate::blocks::demo::{Reply, State, Weather};
use crate::client::intercept;

/// The weather of the moment; the replies follow it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Answering(StoredValue<Rc<Cell<Weather>>, LocalStorage>);

impl Answering {
    /// Answers the page's requests as `state` says, from now on; in a preview, what would write is
    /// refused.
    pub(super) fn start(state: &State, is_preview: bool) -> Self {
        let weather = Rc::new(Cell::new(state.weather));
        let (now, state) = (weather.clone(), *state);
        let answer = Closure::<dyn Fn(String, String, JsValue) -> Promise>::new(
            move |method: String, url: String, _| {
                let address = url.trim_start_matches("/v1");
                let (path, query) = address.split_once('?').unwrap_or((address, ""));
                if is_preview && preview::is_write(&method, path) {
                    return later(with_body(status(403), preview::REFUSAL));
                }
                promise(state.reply(now.get(), &method, path, query), path, &state)
            },
        );
        // The gallery answers for as long as its page lives.
        intercept(&answer.into_js_value());
        Self(StoredValue::new_local(weather))
    }

    /// Changes the weather.
    pub(super) fn turn(self, weather: Weather) {
        self.0.try_with_value(|now| now.set(weather));
    }
}

fn promise(reply: Reply, path: &str, state: &State) -> Promise {
    if matches!(reply, Reply::Silence) {
        return Promise::new(&mut |_, _| {});
    }
    later(raw(reply, path, state))
}

fn later(answer: Option<JsValue>) -> Promise {
    let answer = answer.unwrap_or_else(|| status(0));
    // After a task, as from a network: blocks are drawn loading first.
    Promise::new(&mut |done, _| {
        let answer = answer.clone();
        let later = Closure::once_into_js(move || drop(done.call1(&JsValue::NULL, &answer)));
        if let Some(window) = web_sys::window() {
            drop(window.set_timeout_with_callback(later.unchecked_ref()));
        }
    })
}

fn raw(reply: Reply, path: &str, state: &State) -> Option<JsValue> {
    let text = match reply {
        Reply::Fixture(name) => palier_contract::fixtures::get(name)?.to_owned(),
        Reply::Json(text) => text.to_owned(),
        Reply::Problem(code, kind) => {
            let text = format!(
                r#"{{"type":"urn:palier:problem:{kind}","title":"{kind}","status":{code}}}"#
            );
            return with_body(status(code), &text);
        }
        Reply::Offline | Reply::Silence => return Some(status(0)),
    };
    let body = if path == "/portal" && !state.offered {
        without_blocks(&text)?
    } else {
        text
    };
    with_body(status(200), &body)
}

fn without_blocks(portal: &str) -> Option<String> {
    let mut portal: serde_json::Value = serde_json::from_str(portal).ok()?;
    portal
        .pointer_mut("/capabilities/blocks")?
        .as_array_mut()?
        .clear();
    Some(portal.to_string())
}

fn status(code: u16) -> JsValue {
    let raw = Object::new();
    // Setting a property of a fresh plain object cannot fail.
    drop(Reflect::set(&raw, &"status".into(), &JsValue::from(code)));
    raw.into()
}

fn with_body(raw: JsValue, text: &str) -> Option<JsValue> {
    Reflect::set(&raw, &"body".into(), &JsValue::from_str(text)).ok()?;
    Some(raw)
}
