//! The whole page: chrome around the document, themed by it.

use std::cell::RefCell;

use palier_contract::document::Theme;
use wasm_bindgen::{JsCast, closure::Closure};

use super::document::{Reading, Stage};
use super::route::Route;
use super::{browser, chrome, layout, reader, settings, states, words};
use crate::dom::{self, Dom, El, el};
use crate::i18n::keys;
use crate::reactive::RwSignal;
use crate::store::Store;
use crate::theme;

/// Draws the page. `known` says whether somebody signed in on this tab.
pub(super) fn page(store: Store, known: bool) -> El {
    let i18n = store.i18n();
    let reading = Reading::new(store, Route::of(&browser::path()));
    let scheme = RwSignal::new(settings::theme().unwrap_or("auto").to_owned());
    let known = RwSignal::new(known);
    follow(reading);
    dom::watch(move || describe(reading, store, scheme));
    let portal = store.portal();
    let root = el("div", "palier-root pg-root")
        // As with the theme's properties: told by the document itself, before what it holds is drawn.
        .attr_of("data-theme", move || {
            let last = scheme.get();
            Some(own_scheme(&reading.stage()).unwrap_or(last))
        })
        .attr_of("data-reader", move || {
            Some(if known.get() { "somebody" } else { "nobody" }.to_owned())
        })
        .on("palier-sign-in", move |event| {
            // The way in of this page leads back to it; that of the block would not.
            if let Some(address) = reader::sign_in_address(portal.get().value.as_deref(), store) {
                event.prevent_default();
                browser::leave(&address);
            }
        });
    themed(root, reading, RwSignal::new(None))
        .child(
            el("a", "pg-skip")
                .attr("href", "#pg_main")
                .text(&i18n.t(keys::PORTAL_SKIP)),
        )
        .child(chrome::header(reading, store, scheme, known))
        .child(
            el("main", "pg-main")
                // No name of a place on the page has an underline: none is taken for this one.
                .attr("id", "pg_main")
                .attr("tabindex", "-1")
                .slot(move || content(reading, store, known)),
        )
        .child(chrome::footer(store))
}

fn content(reading: Reading, store: Store, known: RwSignal<bool>) -> Dom {
    match reading.stage() {
        Stage::Ready(document) => layout::draw(&document, store, reading.moved(), known).into(),
        other => states::draw(&other, reading, store.i18n()),
    }
}

/// Reads the address whenever it changes.
fn follow(reading: Reading) {
    let moved = Closure::<dyn FnMut()>::new(move || reading.go(Route::of(&browser::path())));
    // The page listens for as long as it lives.
    browser::follow(moved.into_js_value().unchecked_ref());
}

/// Title, language and scheme of what is shown.
fn describe(reading: Reading, store: Store, scheme: RwSignal<String>) {
    let i18n = store.i18n();
    let title = match reading.stage() {
        Stage::Ready(document) => words::text(&document.title, &i18n.locale()),
        other => i18n.t(states::title(&other)),
    };
    if let Some(own) = own_scheme(&reading.stage()) {
        scheme.set(own);
    }
    super::tab::describe(&title, &i18n.locale(), i18n.direction());
}

/// The scheme of the document that is shown, unless the reader has chosen one.
fn own_scheme(stage: &Stage) -> Option<String> {
    let Stage::Ready(document) = stage else {
        return None;
    };
    let own = document.theme.scheme.as_deref().unwrap_or_default();
    let chosen = settings::theme();
    chosen
        .is_none()
        .then(|| settings::scheme(own).unwrap_or("auto").to_owned())
}

/// Sets the custom properties of the document's theme on `root`.
pub(super) fn themed(root: El, reading: Reading, published: RwSignal<Option<Theme>>) -> El {
    // Of what was shown last, while another document is on its way.
    let last = RefCell::new(Vec::new());
    // Read by the root itself, which stands before what it holds: were it told later, everything new
    // would be drawn in the kit's colours first, and fade from them into the brand's.
    let properties = dom::memo(move || {
        let of_id = published.with(|theme| theme.as_ref().map(theme::properties));
        let now = of_id.or_else(|| match reading.stage() {
            Stage::Ready(document) => Some(theme::properties(&document.theme)),
            _ => None,
        });
        if let Some(now) = now {
            last.replace(now);
        }
        last.borrow().clone()
    });
    theme::names().fold(root, |root, name| {
        root.attr_of(name, move || {
            let all = properties.get();
            let found = all.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| value.clone())
        })
    })
}
