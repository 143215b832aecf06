//! A block as a component of a Leptos view.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, ShadowRoot};

use super::{Block, Host, Props, Spec};
use crate::dom::{self, Mounted};
use crate::reactive::StoredValue;
use crate::store::Store;
use crate::style::{self, Root, sheets};

/// In which colours the components below are drawn: `light`, `dark`, or `auto` as the reader's
/// system has it. Provide it in context; they are light without.
#[derive(Debug, Clone, Copy)]
pub struct Theme(pub Signal<String>);

/// Draws a block inside a Leptos view: its store comes from context, its events start from a
/// wrapper element.
pub(super) fn draw(spec: &'static Spec, values: Vec<(&'static str, MaybeProp<String>)>) -> AnyView {
    let Some(store) = use_context::<Store>() else {
        leptos::logging::error!(
            "<palier-{}>: no `palier::store::Store` in context; call `palier::app::provide` above it.",
            spec.kind
        );
        return ().into_any();
    };
    let props = Props::new(spec);
    for (name, value) in values {
        let props = props.clone();
        Effect::new(move || props.set(name, value.get()));
    }
    let node = NodeRef::<leptos::html::Div>::new();
    let mounted = StoredValue::<Option<Mounted>>::new(None);
    Effect::new(move || {
        if let Some(element) = node.get() {
            adopt_sheets(spec, &element);
            let host = Host::new(element.clone().unchecked_into());
            let block = Block {
                store,
                props: props.clone(),
                host,
            };
            mounted.set_value(Some(dom::mount(element.unchecked_into(), || {
                (spec.view)(block)
            })));
        }
    });
    on_cleanup(move || mounted.set_value(None));
    let theme = use_context::<Theme>().map(|theme| theme.0);
    let theme = move || theme.map(|theme| theme.get());
    let scope = "palier-ui";
    view! { class = scope, <div class="palier-root" data-theme=theme node_ref=node></div> }
        .into_any()
}

/// A whole number as an attribute has it.
pub(super) fn number(number: MaybeProp<u32>) -> MaybeProp<String> {
    MaybeProp::derive(move || number.get().map(|number| number.to_string()))
}

/// Gives the page, or the shadow tree that the app is in, the sheets of a block; a root that has one
/// keeps it.
fn adopt_sheets(spec: &Spec, place: &Element) {
    let own = spec.sheets.iter().map(|sheet| sheet.css);
    let texts: Vec<_> = [sheets::TOKENS, sheets::HOST]
        .into_iter()
        .chain(own)
        .collect();
    let done = match place.get_root_node().dyn_ref::<ShadowRoot>() {
        Some(shadow) => style::adopt(&Root::Shadow(shadow), &texts),
        None => style::adopt(&Root::Page(&document()), &texts),
    };
    // A browser without constructable sheets is below the floor: the block works, unstyled.
    drop(done);
}
