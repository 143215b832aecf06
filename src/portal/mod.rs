//! Draws a published document: as the standalone portal, whose address names it, or as an element
//! of another page.
//!
//! | module | job |
//! |---|---|
//! | `route`, `document` | which portal, and reading it |
//! | `layout`, `rich`, `member_header`, `member_block` | drawing its blocks |
//! | `own` | drawing the page's own blocks |
//! | `chrome`, `reader`, `settings` | header and footer, the reader, their settings |
//! | [`element`] | the document within another page |
//! | `states` | loading, missing, offline, failed |
//! | `published_theme` | a portal's theme, for tags that name it |
//! | `tab` | the page's address, and who is signed in on this tab |

mod browser;
mod chrome;
mod document;
pub mod element;
pub(crate) mod layout;
pub(crate) mod member_block;
mod member_header;
pub(crate) mod own;
mod page;
mod published_theme;
mod reader;
mod rich;
mod route;
mod settings;
mod states;
pub(crate) mod tab;
pub(crate) mod words;

pub(crate) use published_theme::{published_theme, scheme};

use wasm_bindgen::prelude::{JsCast, JsValue};

use crate::blocks::registry;
use crate::client::Client;
use crate::dom;
use crate::i18n::{I18n, load};
use crate::reactive::Owner;
use crate::store::Store;
use crate::style::{self, Root, sheets};

/// Draws the portal that the page's address names.
pub fn start() {
    wasm_bindgen_futures::spawn_local(async {
        if let Err(cause) = run().await {
            leptos::logging::error!("The portal could not start: {cause:?}");
        }
    });
}

async fn run() -> Result<(), JsValue> {
    let language = settings::language();
    let messages = load::messages(language).await?;
    let page = web_sys::window()
        .and_then(|window| window.document())
        .ok_or("there is no document")?;
    let blocks = registry::BLOCKS
        .iter()
        .flat_map(|spec| spec.sheets.iter().map(|sheet| sheet.css));
    let texts: Vec<_> = [sheets::TOKENS, sheets::HOST, sheets::PAGE_PORTAL]
        .into_iter()
        .chain(blocks)
        .chain([member_block::reserve()])
        .collect();
    style::adopt(&Root::Page(&page), &texts)?;
    let place = page.create_element("div")?;
    place.set_id("pg_portal");
    let body = page.query_selector("body")?.ok_or("there is no body")?;
    body.append_child(&place)?;
    own::begin("palierPortal", None);
    let owner = Owner::new();
    let known = reader::begin();
    let mounted = owner.with(|| {
        let i18n = I18n::new(language, messages);
        let store = Store::new(Client::new(&tab::endpoint(), language), i18n);
        store.follow();
        dom::mount(place.unchecked_into(), || page::page(store, known))
    });
    // The portal is there for as long as its page.
    std::mem::forget((owner, mounted));
    Ok(())
}
