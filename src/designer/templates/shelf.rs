//! The texts of what is ready-made: a file beside the designer's page, fetched when it is shown.

use std::cell::RefCell;
use std::rc::Rc;

use serde_json::{Map, Value};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::designer::late;
use crate::designer::session::Session;
use crate::i18n::keys;
use crate::reactive::RwSignal;

type Shelf = Rc<Map<String, Value>>;

thread_local! {
    static READ: RefCell<Option<Shelf>> = const { RefCell::new(None) };
}

/// The text of that name; `None` before it was fetched.
#[cfg(not(test))]
pub(super) fn text(name: &str) -> Option<String> {
    let shelf = READ.with_borrow(Clone::clone)?;
    Some(shelf.get(name)?.to_string())
}

/// The same from its source.
#[cfg(test)]
pub(super) fn text(name: &str) -> Option<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/designer/templates");
    let files = ["portals", "sections"].map(|kind| format!("{folder}/{kind}/{name}.json"));
    files
        .iter()
        .find_map(|file| std::fs::read_to_string(file).ok())
}

/// Fetches all of it; says whether it is here. What failed is tried again by the next who asks.
pub(in crate::designer) async fn fetch() -> bool {
    if READ.with_borrow(Option::is_some) {
        return true;
    }
    let text = JsFuture::from(late::file("templates")).await.ok();
    let text = text.and_then(|text| text.as_string());
    let shelf = text.and_then(|text| serde_json::from_str(&text).ok());
    READ.with_borrow_mut(|read| *read = shelf.map(Rc::new));
    READ.with_borrow(Option::is_some)
}

/// Whether all of it is here: from the start, or once it has come.
pub(super) fn is_here() -> RwSignal<bool> {
    let here = RwSignal::new(READ.with_borrow(Option::is_some));
    spawn_local(async move { here.set(fetch().await) });
    here
}

/// Does something with it, at once or once it has come; says so where it cannot be fetched.
pub(super) fn when_here(session: Session, run: impl FnOnce() + 'static) {
    if READ.with_borrow(Option::is_some) {
        return run();
    }
    spawn_local(async move {
        match fetch().await {
            true => run(),
            false => session.say(session.i18n.t(keys::DESIGNER_TEMPLATES_MISSING)),
        }
    });
}
