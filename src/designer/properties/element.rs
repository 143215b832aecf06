//! A field that the hosting page draws with a custom element of its own; the kind's own where that
//! fails.

use js_sys::Function;
use palier_contract::document::PropKind;
use serde_json::{Value, json};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::Element;

use super::binding::Binding;
use super::field;
use crate::dom::{El, el, watch};
use crate::reactive::{RwSignal, StoredValue, on_cleanup, untrack};

#[wasm_bindgen(module = "/src/designer/properties/element.js")]
extern "C" {
    #[wasm_bindgen(js_name = draw)]
    fn draw_js(place: &Element, name: &str, prop: &str, tell: &JsValue) -> Function;
    #[wasm_bindgen(js_name = give)]
    fn give_js(place: &Element, given: &str);
}

/// Draws the control.
pub(super) fn draw(binding: &Binding, name: &'static str, label: &str) -> El {
    let (bound, label) = (binding.clone(), label.to_owned());
    let failed = RwSignal::new(false);
    el("div", "")
        .attr("style:display", "contents")
        .slot(move || match failed.get() {
            true => field::of_kind(&bound, &label),
            false => guest(&bound, name, &label, failed).into(),
        })
}

fn guest(binding: &Binding, name: &'static str, label: &str, failed: RwSignal<bool>) -> El {
    let (bound, label) = (binding.clone(), label.to_owned());
    el("div", "")
        .attr("role", "group")
        .attr("aria-labelledby", &field::label_id(binding))
        .attr("aria-describedby", &field::note_id(binding))
        .attr("data-own", name)
        .node(move |place| {
            let (written, again) = (bound.clone(), label.clone());
            let there = place.clone();
            let tell = Closure::<dyn Fn(String, String)>::new(move |what: String, json: String| {
                if what == "failed" {
                    return failed.set(true);
                }
                write(&written, &json);
                // What was refused is put back.
                give_js(&there, &untrack(|| given(&written, &again)));
            });
            let prop = prop_name(&bound);
            let stop = draw_js(&place, name, &prop, tell.as_ref());
            let kept = StoredValue::new((stop, tell));
            on_cleanup(move || {
                kept.try_with_value(|(stop, _tell)| drop(stop.call0(&JsValue::NULL)));
            });
            watch(move || give_js(&place, &given(&bound, &label)));
        })
}

/// What developers call it: `acme-offer.percent`.
fn prop_name(binding: &Binding) -> String {
    let kind = binding.panel.session.read(|tree, _| {
        let entry = tree.node(&binding.id)?;
        Some(entry.node.kind.clone())
    });
    let kind = kind.unwrap_or_default();
    [&kind, ".", binding.schema.name].concat()
}

/// The value that the element edits: of a text, that in the language that texts are edited in. Tracked.
fn edited(binding: &Binding) -> Binding {
    match is_text(binding) {
        true => binding.step(binding.panel.locale.get().as_str().into()),
        false => binding.clone(),
    }
}

fn is_text(binding: &Binding) -> bool {
    matches!(binding.schema.kind, PropKind::Texts | PropKind::RichTexts)
}

/// What the element gets. Tracked.
fn given(binding: &Binding, label: &str) -> String {
    let given = json!({
        "value": edited(binding).value(),
        "label": label,
        "locale": binding.panel.i18n().locale(),
        "disabled": binding.is_fixed(),
        "invalid": field::is_wrong(binding),
    });
    given.to_string()
}

fn write(binding: &Binding, json: &str) {
    // It was written by the browser.
    let value: Value = serde_json::from_str(json).unwrap_or_default();
    let is_none = match &value {
        Value::Null => true,
        Value::String(text) => is_text(binding) && text.is_empty(),
        Value::Array(nodes) => is_text(binding) && nodes.is_empty(),
        _ => false,
    };
    let edited = untrack(|| edited(binding));
    edited.write((!is_none).then_some(value));
}
