//! One custom element: a block mounted in its shadow root.

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsCast;
use web_sys::{EventTarget, HtmlElement, ShadowRoot};

use super::{manifest, page};
use crate::blocks::spec::{AttrKind, Spec};
use crate::blocks::{Block, Host, Props};
use crate::dom::{self, Mounted, watch};
use crate::portal::{published_theme, scheme};
use crate::reactive::Owner;
use crate::store::Store;
use crate::style::{self, Root, sheets};
use crate::theme::{self, Property};

struct Live {
    id: u32,
    spec: &'static Spec,
    store: Store,
    place: HtmlElement,
    props: Props,
    // Follows a published theme.
    theme: Option<Owner>,
    mounted: Mounted,
}

thread_local! {
    static LIVE: RefCell<Vec<Live>> = const { RefCell::new(Vec::new()) };
    static NEXT: Cell<u32> = const { Cell::new(1) };
}

/// Mounts the block called `kind` into `place`, a child of `host`'s shadow root. `attributes` are
/// name, value, name, value…. Gives a number for [`set`] and [`unmount`]; 0 when the kit has no
/// such block.
pub fn mount(
    kind: &str,
    host: EventTarget,
    place: HtmlElement,
    attributes: Vec<String>,
    endpoint: &str,
    locale: &str,
    messages: js_sys::Array,
) -> u32 {
    let Some(spec) = page::find(kind) else {
        return 0;
    };
    if let Ok(root) = place.get_root_node().dyn_into::<ShadowRoot>() {
        let texts = [sheets::TOKENS, sheets::HOST]
            .into_iter()
            .chain(spec.sheets.iter().map(|sheet| sheet.css));
        // A browser without constructable sheets is below the floor: the block works, unstyled.
        drop(style::adopt(
            &Root::Shadow(&root),
            &texts.collect::<Vec<_>>(),
        ));
    }
    let store = page::store(endpoint, locale, messages);
    let mut given = None;
    let mounted = dom::mount(place.clone().into(), || {
        let props = Props::new(spec);
        for pair in attributes.chunks_exact(2) {
            if let [name, value] = pair {
                warn_of_unknown_word(kind, name, value);
                props.set(name, Some(value.clone()));
            }
        }
        given = Some(props.clone());
        (spec.view)(Block {
            store,
            props,
            host: Host::new(host),
        })
    });
    let Some(props) = given else { return 0 };
    let id = NEXT.get();
    NEXT.set(id.wrapping_add(1).max(1));
    LIVE.with_borrow_mut(|live| {
        live.push(Live {
            id,
            spec,
            store,
            place,
            props,
            theme: None,
            mounted,
        })
    });
    id
}

/// Tells developers of a word that an attribute of every tag does not take.
fn warn_of_unknown_word(kind: &str, name: &str, value: &str) {
    let mut known = manifest::WORDS.iter();
    let Some((_, words)) = known.find(|(known, _)| *known == name && !value.is_empty()) else {
        return;
    };
    if let (Err(expected), Some(used)) = (AttrKind::Choice(words).check(value), words.first()) {
        leptos::logging::warn!("<palier-{kind} {name}=\"{value}\">: {expected}; using \"{used}\".");
    }
}

/// Sets an attribute of a mounted block; `None` makes it absent.
pub fn set(id: u32, name: &str, value: Option<String>) {
    let props = LIVE.with_borrow(|live| {
        live.iter()
            .find(|live| live.id == id)
            .map(|live| live.props.clone())
    });
    if let Some(props) = props {
        props.set(name, value);
    }
}

/// Gives a mounted block the published theme of that id, instead of one of before; none when empty. Until
/// it is there, the block stays as it is. This is code of the second part: the first draw does without.
pub fn set_theme(id: u32, theme: &str) {
    let found = LIVE.with_borrow_mut(|live| {
        let live = live.iter_mut().find(|live| live.id == id)?;
        let of = (live.spec, live.store, live.place.clone());
        Some((of, live.props.clone(), live.theme.take()))
    });
    let Some(((spec, store, place), props, before)) = found else {
        return;
    };
    if let Some(before) = before {
        before.cleanup();
        set_properties(&place, &[]);
    }
    if theme.is_empty() {
        return;
    }
    // A portal has a theme already, and takes this one in its place.
    if spec.attrs.iter().any(|attr| attr.name == "theme") {
        return props.set("theme", Some(theme.to_owned()));
    }
    let owner = Owner::new();
    let named = theme.to_owned();
    owner.with(|| {
        let published = published_theme(store, spec.kind, move || named.clone());
        watch(move || {
            published.with(|theme| {
                if let Some(theme) = theme {
                    set_properties(&place, &theme::properties(theme));
                    // The attribute is the place's own, and can be set.
                    drop(place.set_attribute("data-theme", scheme(theme)));
                }
            });
        });
    });
    LIVE.with_borrow_mut(|live| {
        if let Some(live) = live.iter_mut().find(|live| live.id == id) {
            live.theme = Some(owner);
        }
    });
}

/// Sets what a theme says, and takes away what it does not.
fn set_properties(place: &HtmlElement, properties: &[Property]) {
    let style = place.style();
    for name in theme::names() {
        let found = properties.iter().find(|(known, _)| *known == name);
        let value = found.map_or("", |(_, value)| value.as_str());
        // A custom property takes any value.
        drop(style.set_property(name, value));
    }
}

/// Unmounts a block and ends everything that it took. Its element has emptied the place already, and may have
/// put something else there.
pub fn unmount(id: u32) {
    // Ended outside the borrow: cleaning up may call back.
    let gone = LIVE.with_borrow_mut(|live| {
        let index = live.iter().position(|live| live.id == id)?;
        Some(live.swap_remove(index))
    });
    let Some(gone) = gone else { return };
    if let Some(theme) = gone.theme {
        theme.cleanup();
    }
    gone.mounted.leave();
}
