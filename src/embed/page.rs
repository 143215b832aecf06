//! What all elements of a page share: one store per backend and language, kept for the page's
//! life.

use std::cell::{Cell, RefCell};

use palier_contract::stream::Topic;

use crate::blocks::{Spec, registry};
use crate::client::Client;
use crate::i18n::{I18n, clock};
use crate::reactive::Owner;
use crate::store::Store;

struct Page {
    endpoint: String,
    locale: String,
    store: Store,
    // The store lives as long as its owner is kept.
    _owner: Owner,
}

thread_local! {
    static MORE: Cell<&'static [&'static Spec]> = const { Cell::new(&[]) };
    static STORES: RefCell<Vec<Page>> = const { RefCell::new(Vec::new()) };
}

/// Prepares the instance; called once, before any mount. `more` are elements that are no blocks. A
/// panic traps, which the loader's guard notices; only a developer's build also says where and why.
pub fn start(more: &'static [&'static Spec]) {
    MORE.set(more);
    #[cfg(debug_assertions)]
    std::panic::set_hook(Box::new(|info| leptos::logging::error!("{info}")));
}

/// What `<palier-kind>` declares of itself.
pub(super) fn find(kind: &str) -> Option<&'static Spec> {
    let more = MORE.get().iter().copied();
    registry::find(kind).or_else(|| more.into_iter().find(|spec| spec.kind == kind))
}

/// Makes the store for a backend and language, and asks for what every block needs. `true` when
/// there was none: a page's first mount would have this to do besides its own, which together is
/// longer than a task should be.
pub fn prepare(endpoint: &str, locale: &str, messages: js_sys::Array) -> bool {
    if known(endpoint, Some(locale)).is_some() {
        return false;
    }
    let store = store(endpoint, locale, messages);
    // Nobody follows them yet, so this hold on them ends at once; their answers come all the same.
    let brief = Owner::new();
    brief.with(|| (store.portal(), store.me()));
    brief.cleanup();
    true
}

/// The store of a backend in a language, or in any.
fn known(endpoint: &str, locale: Option<&str>) -> Option<Store> {
    let is_it = |page: &&Page| {
        page.endpoint == endpoint && locale.is_none_or(|locale| page.locale == locale)
    };
    STORES.with_borrow(|stores| stores.iter().find(is_it).map(|page| page.store))
}

/// The page's store for a backend and language, made on first use.
pub(super) fn store(endpoint: &str, locale: &str, messages: js_sys::Array) -> Store {
    if let Some(store) = known(endpoint, Some(locale)) {
        // The page may have been given other words since.
        store.i18n().speak(messages);
        return store;
    }
    // An owner made while none is current: it lives as long as it is kept here, whatever
    // happens to the element that came first.
    let owner = Owner::new();
    let store = owner.with(|| {
        let (client, i18n) = (Client::new(endpoint, locale), I18n::new(locale, messages));
        match known(endpoint, None) {
            Some(other) => other.beside(client, i18n),
            None => Store::new(client, i18n),
        }
    });
    let page = Page {
        endpoint: endpoint.to_owned(),
        locale: locale.to_owned(),
        store,
        _owner: owner,
    };
    STORES.with_borrow_mut(|stores| stores.push(page));
    store.follow();
    store
}

/// Reads again what the comma-separated `topics` name; everything when empty.
pub fn refresh(topics: &str) {
    let topics: Vec<Topic> = topics
        .split(',')
        .filter(|topic| !topic.is_empty())
        .map(Topic::from)
        .collect();
    for topic in &topics {
        if let Topic::Unknown(word) = topic {
            leptos::logging::warn!("refresh: there is no topic \"{word}\"");
        }
    }
    each(|store| {
        store.refresh(&topics);
        store.follow();
    });
}

/// Ends what the stores took, for good: another instance takes over.
pub fn close() {
    each(Store::leave);
    clock::stop();
    let gone = STORES.take();
    drop(gone);
}

/// Forgets the reader and asks afresh: after signing in or out.
pub fn forget() {
    each(|store| {
        store.forget();
        store.follow();
    });
}

fn each(run: impl Fn(Store)) {
    let stores: Vec<Store> =
        STORES.with_borrow(|stores| stores.iter().map(|page| page.store).collect());
    stores.into_iter().for_each(run);
}
