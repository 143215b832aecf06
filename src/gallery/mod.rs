//! The gallery: every block in every state, from canned answers, each at its own address.
//!
//! `?block=leaderboard&demo=ties&theme=dark&locale=fr&width=360&bare=1`. The locales are the
//! kit's and two artificial ones: `xa` (accented and longer English) and `ar` (Arabic formats and
//! direction around English words). The time is fixed at that of the fixtures, so that a state
//! looks the same on any day; `time=device`, or an instant, sets another one.

mod answers;
mod app;
mod blocked;
mod page;
mod preview;
mod query;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::blocks::demo::{self, Weather};
use crate::blocks::{Block, Host, Props, registry};
use crate::client::Client;
use crate::dom;
use crate::i18n::{I18n, clock, load, pseudo};
use crate::store::Store;
use crate::style::{self, Root, sheets};
use query::Query;

#[wasm_bindgen(module = "/src/gallery/steps.js")]
extern "C" {
    fn play(clicks: Vec<String>, settled: &JsValue, patience: u32);
}

/// Draws the page that the address asks for.
pub fn start() {
    wasm_bindgen_futures::spawn_local(async {
        let query = Query::read();
        if !query.app.is_empty() {
            return leptos::mount::mount_to_body(move || {
                app::page(query.app, &query.locale, query.theme)
            });
        }
        if query.time != "device" {
            clock::set(Some(js_sys::Date::parse(&query.time)).filter(|time| time.is_finite()));
        }
        let tag = query.locale.as_str();
        let Ok(mut messages) = load::messages(if tag == "ar" || tag == "xa" {
            "en"
        } else {
            tag
        })
        .await
        else {
            leptos::logging::error!("The gallery's page links to no messages.");
            return;
        };
        if tag == "xa" {
            messages = pseudo::lengthen(&messages);
        }
        let locale = if tag == "xa" { "en" } else { tag };
        adopt();
        let i18n = I18n::new(locale, messages);
        leptos::mount::mount_to_body(move || page::page(query, i18n));
    });
}

fn adopt() {
    let Some(page) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    let blocks = registry::BLOCKS
        .iter()
        .flat_map(|spec| spec.sheets.iter().map(|sheet| sheet.css));
    let texts: Vec<_> = [sheets::TOKENS, sheets::HOST, sheets::PAGE_GALLERY]
        .into_iter()
        .chain(blocks)
        .collect();
    drop(style::adopt(&Root::Page(&page), &texts));
}

/// The names of a block's states.
fn names(kind: &'static str) -> impl Iterator<Item = &'static str> {
    drawn(kind).chain([blocked::NAME])
}

/// The names of those that are drawn here.
fn drawn(kind: &'static str) -> impl Iterator<Item = &'static str> {
    demo::names(kind).chain([preview::NAME])
}

/// The block in the state that `query` names.
fn stage(query: &Query, i18n: I18n) -> AnyView {
    if query.demo == blocked::NAME {
        return blocked::stage(&query.block);
    }
    let is_preview = query.demo == preview::NAME;
    let found = match is_preview {
        true => preview::find(&query.block),
        false => demo::find(&query.block, &query.demo),
    };
    let Some((spec, state)) = found else {
        return view! { class = "gallery", <p class="gl-missing">"There is no such state."</p> }
            .into_any();
    };
    let answering = answers::Answering::start(&state, is_preview);
    let store = Store::new(Client::new("/v1", &i18n.locale()), i18n);
    let props = Props::new(spec);
    for (name, value) in state.attrs {
        props.set(name, Some((*value).to_owned()));
    }
    let node = NodeRef::<leptos::html::Div>::new();
    let clicks: Vec<String> = state
        .clicks
        .iter()
        .map(|click| (*click).to_owned())
        .collect();
    let (then, silent) = (state.then, state.weather == Weather::Silent);
    Effect::new(move || {
        let Some(place) = node.get() else { return };
        let host = Host::new(place.clone().unchecked_into());
        let block = Block {
            store,
            props: props.clone(),
            host,
        };
        // The gallery shows one block for as long as its page lives.
        std::mem::forget(dom::mount(place.unchecked_into(), || (spec.view)(block)));
        let settled = wasm_bindgen::closure::Closure::once_into_js(move || -> bool {
            let Some(then) = then else { return false };
            answering.turn(then);
            store.refresh(&[]);
            then != Weather::Silent
        });
        play(clicks.clone(), &settled, if silent { 300 } else { 6_000 });
    });
    view! { class = "gallery", <div class="gl-block" node_ref=node></div> }.into_any()
}
