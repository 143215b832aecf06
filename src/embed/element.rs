//! One custom element: a block mounted in its shadow root.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use wasm_bindgen::JsCast;
use web_sys::{EventTarget, HtmlElement, ShadowRoot};

use super::page;
use crate::blocks::{Block, Host, Props, registry};
use crate::style::{self, Root, sheets};

struct Mounted {
    props: Props,
    // Dropping it unmounts the block and ends everything that it took.
    _handle: leptos::mount::UnmountHandle<AnyViewState>,
    _owner: Owner,
}

thread_local! {
    static MOUNTED: RefCell<BTreeMap<u32, Mounted>> = const { RefCell::new(BTreeMap::new()) };
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
    let Some(spec) = registry::find(kind) else {
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
    // The props outlive nothing but the element: their owner goes with its handle.
    let owner = Owner::new();
    let props = owner.with(|| Props::new(spec));
    for pair in attributes.chunks_exact(2) {
        if let [name, value] = pair {
            props.set(name, Some(value.clone()));
        }
    }
    let given = props.clone();
    let handle = leptos::mount::mount_to(place, move || {
        (spec.view)(Block {
            store,
            props: given,
            host: Host::new(host),
        })
    });
    let id = NEXT.get();
    NEXT.set(id.wrapping_add(1).max(1));
    MOUNTED.with_borrow_mut(|mounted| {
        mounted.insert(
            id,
            Mounted {
                props,
                _handle: handle,
                _owner: owner,
            },
        )
    });
    id
}

/// Sets an attribute of a mounted block; `None` makes it absent.
pub fn set(id: u32, name: &str, value: Option<String>) {
    let props =
        MOUNTED.with_borrow(|mounted| mounted.get(&id).map(|mounted| mounted.props.clone()));
    if let Some(props) = props {
        props.set(name, value);
    }
}

/// Unmounts a block and ends everything that it took.
pub fn unmount(id: u32) {
    // Dropped outside the borrow: cleaning up may call back.
    let mounted = MOUNTED.with_borrow_mut(|mounted| mounted.remove(&id));
    drop(mounted);
}
