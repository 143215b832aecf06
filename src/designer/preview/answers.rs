//! Answers what blocks in a state ask for, and what members would write.
//!
//! The fixtures are the designer's own file beside its page, fetched when the first state is shown.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Object, Promise, Reflect};
use serde_json::{Map, Value, json};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::{JsCast, JsValue, wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::made::{self, Asked};
use super::{days, look, order, sample, scenario};
use crate::blocks::demo::{Reply, State, Weather};
use crate::designer::late;
use crate::i18n::{I18n, keys};

#[wasm_bindgen(module = "/src/designer/preview/preview.js")]
extern "C" {
    #[wasm_bindgen(js_name = ownMe)]
    fn own_me() -> Promise;
    fn sandbox(shown: &JsValue, look: &JsValue, ordered: &JsValue, refusal: &str);
}

type Fixtures = Rc<Map<String, Value>>;

thread_local! {
    static READ: RefCell<Option<Fixtures>> = const { RefCell::new(None) };
}

/// Keeps every write of the canvas on this page, and answers blocks in a state, from now on. What is refused
/// says so in the designer's language.
pub(super) fn begin(i18n: I18n) {
    let shown = Closure::<dyn Fn(String, String, String, String, String) -> Promise>::new(
        |method: String, kind: String, name: String, address: String, body: String| {
            future_to_promise(
                async move { Ok(answer(&method, &kind, &name, &address, &body).await) },
            )
        },
    );
    let look = Closure::<dyn Fn(String, String, String, String) -> Option<Promise>>::new(
        |method: String, address: String, language: String, body: String| {
            look::ask(&method, address, language, body)
        },
    );
    let ordered = Closure::<dyn Fn(String, Option<String>, Option<String>) -> JsValue>::new(
        |body: String, reward: Option<String>, quote: Option<String>| {
            ordered(&body, reward.as_deref(), quote.as_deref()).unwrap_or_else(|| raw(0, None))
        },
    );
    // Where the reader cannot be blamed: the words stand where the backend's would.
    let refusal = json!({
        "type": "urn:palier:problem:forbidden",
        "title": "This is a preview.",
        "status": 403,
        "detail": i18n.t(keys::DESIGNER_PREVIEW_NOTHING_WRITTEN),
    });
    sandbox(
        &shown.into_js_value(),
        &look.into_js_value(),
        &ordered.into_js_value(),
        &refusal.to_string(),
    );
}

/// The answer to an order of which the backend has said that much.
fn ordered(body: &str, reward: Option<&str>, quote: Option<&str>) -> Option<JsValue> {
    let read = |text: &str| serde_json::from_str::<Value>(text).ok();
    let (body, reward) = (read(body)?, read(reward?)?);
    let quote = quote.and_then(read).unwrap_or_default();
    let order = order::of(&body, &reward, &quote, &written(js_sys::Date::now()));
    Some(raw(201, Some(&order.to_string())))
}

/// The fixtures by name; nothing where they cannot be fetched.
async fn read() -> Option<Fixtures> {
    if let Some(known) = READ.with_borrow(Clone::clone) {
        return Some(known);
    }
    let text = JsFuture::from(late::file("fixtures"))
        .await
        .ok()?
        .as_string()?;
    let all: Fixtures = Rc::new(serde_json::from_str(&text).ok()?);
    READ.with_borrow_mut(|read| *read = Some(Rc::clone(&all)));
    Some(all)
}

async fn fixture(name: &str) -> Option<Value> {
    read().await?.get(name).cloned().map(today)
}

/// Sample data as it would be written now.
fn today(mut value: Value) -> Value {
    let now = js_sys::Date::now();
    days::bring(&mut value, &|instant| {
        let moved = days::moved(js_sys::Date::parse(instant), now);
        moved.is_finite().then(|| written(moved))
    });
    value
}

/// What the backend says of the member that is chosen, or would say of one who is described; nothing without
/// one.
async fn chosen() -> Option<Value> {
    if let Some(me) = look::me() {
        return look::json(&JsFuture::from(me).await.ok()?);
    }
    let text = JsFuture::from(own_me()).await.ok()?.as_string()?;
    serde_json::from_str(&text).ok()
}

async fn answer(method: &str, kind: &str, name: &str, address: &str, body: &str) -> JsValue {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let Some(state) = scenario::state(kind, name) else {
        return raw(0, None);
    };
    let reply = state.reply(state.weather, method, path, query);
    if state.weather == Weather::Fair
        && state.listed(method, path, query).is_none()
        && let Some(value) = beyond(&state, method, path, body).await
    {
        return raw(200, Some(&value.to_string()));
    }
    let value = match reply {
        // A state that says nothing of who reads leaves that to the choice above the canvas.
        Reply::Fixture("me") => match chosen().await {
            Some(me) => Some(me),
            None => fixture("me").await,
        },
        Reply::Fixture(name) => fixture(name).await,
        Reply::Json(text) => serde_json::from_str(text).ok().map(today),
        Reply::Problem(status, kind) => {
            let problem = format!(
                r#"{{"type":"urn:palier:problem:{kind}","title":"{kind}","status":{status}}}"#
            );
            return raw(status, Some(&problem));
        }
        Reply::Offline => None,
        Reply::Silence => {
            // It never comes.
            drop(JsFuture::from(Promise::new(&mut |_, _| {})).await);
            None
        }
    };
    let Some(mut value) = value else {
        return raw(0, None);
    };
    if path == "/portal" && !state.offered {
        without_blocks(&mut value);
    }
    let iso = |ahead: f64| written(js_sys::Date::now() + ahead);
    made::apply(name, &Asked { path, query }, &mut value, &iso);
    raw(200, Some(&value.to_string()))
}

/// What whoever tries a block out asks for, which its state does not list.
async fn beyond(state: &State, method: &str, path: &str, body: &str) -> Option<Value> {
    let all = read().await?;
    let told = |path: &str| match state.reply(state.weather, "GET", path, "") {
        Reply::Fixture(name) => all.get(name).cloned().map(today),
        Reply::Json(text) => serde_json::from_str(text).ok().map(today),
        // Not every state says what its member has.
        _ if path == "/me/balances" => all.get("balances").cloned().map(today),
        _ => None,
    };
    let told = |path: &str| told(path).unwrap_or_default();
    let now = js_sys::Date::now();
    let (now, end) = (written(now), written(now + order::QUOTE_MS));
    sample::answer(method, path, body, &told, &now, &end)
}

/// An instant as the wire has it.
pub(super) fn written(milliseconds: f64) -> String {
    let at = JsValue::from_f64(milliseconds);
    String::from(js_sys::Date::new(&at).to_iso_string())
}

/// Takes every block out of what the backend offers.
fn without_blocks(portal: &mut Value) {
    let blocks = portal.pointer_mut("/capabilities/blocks");
    if let Some(blocks) = blocks.and_then(Value::as_array_mut) {
        blocks.clear();
    }
}

/// A reply as the client reads it.
pub(super) fn raw(status: u16, body: Option<&str>) -> JsValue {
    let raw = Object::new();
    // Setting a property of a fresh plain object cannot fail.
    drop(Reflect::set(&raw, &"status".into(), &JsValue::from(status)));
    if let Some(body) = body {
        drop(Reflect::set(&raw, &"body".into(), &JsValue::from_str(body)));
    }
    raw.unchecked_into()
}
