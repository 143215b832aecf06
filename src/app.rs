//! Setup for a Leptos app: one call for everything that its blocks share.
//!
//! ```no_run
//! use leptos::prelude::*;
//! use palier::{app, blocks::{Leaderboard, PointsHistory}};
//!
//! #[component]
//! fn Club() -> impl IntoView {
//!     app::provide("https://club.example/v1", "en-GB");
//!     view! {
//!         <h1>"My club"</h1>
//!         <Leaderboard board="week" limit=5/>
//!         <PointsHistory/>
//!     }
//! }
//!
//! app::sign_in_with(async |reason| match reason {
//!     app::Asked::First => Some(String::from("the token of your session")),
//!     // The backend has refused the last one: get another, or none for nobody.
//!     app::Asked::Expired => None,
//! });
//! leptos::mount::mount_to_body(Club);
//! ```

use std::rc::Rc;

use leptos::prelude::{on_cleanup, provide_context};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::JsValue;
use wasm_bindgen_futures::future_to_promise;

use crate::client::{self, Client};
use crate::i18n::I18n;
use crate::store::Store;

/// Gives the blocks below their store: the backend at `endpoint` (with its `/v1`), read in `locale`
/// (a BCP 47 tag), its hints followed for as long as the caller's owner lives. The words are the
/// kit's own, in English where it has none of that language; for others, or to keep them out of the
/// binary, provide a [`Store`] with an [`I18n`] of your own instead.
///
/// What it gives is for the app: [`Store::refresh`] after it has changed something itself,
/// [`Store::forget`] when the reader signs out.
pub fn provide(endpoint: &str, locale: &str) -> Store {
    let store = Store::new(Client::new(endpoint, locale), I18n::bundled(locale));
    provide_context(store);
    store.follow();
    on_cleanup(move || store.leave());
    store
}

/// Why a token is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Nobody has asked yet.
    First,
    /// The backend has refused the one it was given.
    Expired,
}

/// Signs the page's reader in: `get` is asked for a bearer token (RFC 6750) before the first request
/// and again after one was refused; `None` is nobody. One reader is signed in at a time, whatever
/// the number of stores; what a previous `get` gave is forgotten, so call [`Store::forget`] beside
/// it when the reader is another one.
pub fn sign_in_with<F>(get: F)
where
    F: AsyncFn(Asked) -> Option<String> + 'static,
{
    let get = Rc::new(get);
    let asked = Closure::<dyn Fn(JsValue) -> js_sys::Promise>::new(move |question: JsValue| {
        let get = get.clone();
        future_to_promise(async move {
            let reason = js_sys::Reflect::get(&question, &"reason".into())?;
            let token = get(match reason.as_string().as_deref() {
                Some("expired") => Asked::Expired,
                _ => Asked::First,
            });
            Ok(token.await.map_or(JsValue::NULL, JsValue::from))
        })
    });
    client::authorise(&asked.into_js_value());
}
