//! One custom element: a block mounted in its shadow root.

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsCast;
use web_sys::{EventTarget, HtmlElement, ShadowRoot};

use super::{manifest, page};
use crate::blocks::spec::AttrKind;
use crate::blocks::{Block, Host, Props};
use crate::dom::{self, Mounted};
use crate::style::{self, Root, sheets};

struct Live {
    id: u32,
    props: Props,
    // Dropping it unmounts the block and ends everything that it took.
    _mounted: Mounted,
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
    let mounted = dom::mount(place.into(), || {
        let props = Props::new(spec);
        for pair in attributes.chunks_exact(2) {
            if let [name, value] = pair {
                advise(kind, name, value);
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
            props,
            _mounted: mounted,
        })
    });
    id
}

/// Tells developers of a word that an attribute of every tag does not take.
fn advise(kind: &str, name: &str, value: &str) {
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

/// Unmounts a block and ends everything that it took.
pub fn unmount(id: u32) {
    // Dropped outside the borrow: cleaning up may call back.
    let gone = LIVE.with_borrow_mut(|live| {
        let index = live.iter().position(|live| live.id == id)?;
        Some(live.swap_remove(index))
    });
    drop(gone);
}
