//! The brand's own library of pictures, which the page that hosts the designer opens: its
//! `palierDesigner.pickImage`.

use js_sys::{Array, Promise};
use palier_contract::document::{PropKind, PropSchema, is_safe_media};
use palier_edit::{Intention, Op};
use serde_json::Value;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::binding::Binding;
use super::field::label_id;
use super::path::{self, Step};
use crate::dom::{El, el, watch};
use crate::i18n::keys;
use crate::reactive::{RwSignal, untrack};

#[wasm_bindgen(module = "/src/designer/host.js")]
extern "C" {
    #[wasm_bindgen(js_name = pickImage)]
    fn pick_image(current: &str, alt: &str, locale: &str) -> Promise;
    #[wasm_bindgen(js_name = stopPicking)]
    fn stop_picking();
}

/// What becomes of the choice for one field.
#[derive(Clone, Copy)]
pub(super) struct Picking {
    busy: RwSignal<bool>,
    fault: RwSignal<String>,
}

impl Picking {
    pub(super) fn new() -> Self {
        Self {
            busy: RwSignal::new(false),
            fault: RwSignal::new(String::new()),
        }
    }
}

/// Draws the button, and what becomes of it.
pub(super) fn draw(binding: &Binding, picking: Picking) -> El {
    let panel = binding.panel;
    let (fixed, bound) = (binding.clone(), binding.clone());
    let own = [&binding.name(), "-library"].concat();
    let words = move || {
        panel.t(match picking.busy.get() {
            true => keys::DESIGNER_PROPERTIES_LIBRARY_STOP,
            false => keys::DESIGNER_PROPERTIES_LIBRARY,
        })
    };
    follow(binding, picking);
    el("div", "ds-contents")
        .child(
            el("button", "ds-button")
                .attr("type", "button")
                .attr("data-library", "")
                .attr("id", &own)
                .attr("aria-labelledby", &[&own, " ", &label_id(binding)].concat())
                .flag_of("disabled", move || fixed.is_fixed())
                .on("click", move |_| match picking.busy.get_untracked() {
                    true => stop_picking(),
                    false => pick(&bound, picking),
                })
                .text_of(words),
        )
        .child(el("div", "").attr("role", "status").slot(move || {
            let fault = picking.fault.get();
            (!fault.is_empty()).then(|| {
                el("p", "ds-error")
                    .attr("data-library-fault", "")
                    .text(&fault)
            })
        }))
}

/// Opens the library when that is asked for elsewhere than here.
fn follow(binding: &Binding, picking: Picking) {
    let bound = binding.clone();
    let asked = binding.panel.session.view.wanted;
    watch(move || {
        let is_ours = asked.with(|asked| {
            let (id, prop) = asked.as_ref()?;
            Some(*id == bound.id && *prop == bound.prop.name && bound.path.is_empty())
        });
        if is_ours == Some(true) {
            asked.set(None);
            pick(&bound, picking);
        }
    });
}

/// Asks for a picture; what is given is one edit. Not tracked.
pub(super) fn pick(binding: &Binding, picking: Picking) {
    untrack(|| ask(binding, picking));
}

fn ask(binding: &Binding, picking: Picking) {
    let panel = binding.panel;
    if picking.busy.get_untracked() {
        return;
    }
    if let Some(reason) = binding.refusal() {
        return panel.session.say(reason);
    }
    let locale = panel.locale.get_untracked();
    let alt = alternative(binding).map(|alt| alt.step(locale.as_str().into()));
    let told = alt.as_ref().map(Binding::text).unwrap_or_default();
    let asked = pick_image(&binding.text(), &told, &locale);
    picking.fault.set(String::new());
    picking.busy.set(true);
    let binding = binding.clone();
    spawn_local(async move {
        let given = JsFuture::from(asked).await;
        picking.busy.set(false);
        match read(given) {
            Ok(None) => {}
            Ok(Some((src, _))) if !is_safe_media(&src) => {
                let key = keys::DESIGNER_PROPERTIES_LIBRARY_ADDRESS;
                picking
                    .fault
                    .set(panel.i18n().with(key, &[("address", &src)]));
            }
            Ok(Some((src, words))) => {
                let alt = alt.filter(|_| !words.is_empty());
                let alt = alt.map(|alt| (alt, words));
                let ops = untrack(|| ops(&binding, src, alt));
                panel.session.attempt(Intention::new("edit"), ops);
            }
            Err(cause) => {
                let key = keys::DESIGNER_PROPERTIES_LIBRARY_FAILED;
                picking
                    .fault
                    .set(panel.i18n().with(key, &[("cause", &cause)]));
            }
        }
    });
}

/// The address and the words for it; nothing where the choice was given up.
fn read(given: Result<JsValue, JsValue>) -> Result<Option<(String, String)>, String> {
    let given = given.map_err(|cause| cause.as_string().unwrap_or_default())?;
    let texts: Array = match given.is_null() {
        true => return Ok(None),
        false => Array::from(&given),
    };
    let text = |at| texts.get(at).as_string().unwrap_or_default();
    Ok(Some((text(0), text(1))))
}

fn ops(binding: &Binding, src: String, alt: Option<(Binding, String)>) -> Vec<Op> {
    let src = Some(Value::String(src));
    match alt {
        None => vec![binding.op(src)],
        Some((alt, words)) if binding.path.is_empty() => {
            vec![binding.op(src), alt.op(Some(Value::String(words)))]
        }
        // Both are within one prop, which is written as a whole.
        Some((alt, words)) => {
            let whole = Binding {
                path: Vec::new(),
                ..binding.clone()
            };
            let value = path::set(whole.value(), &binding.path, src);
            vec![whole.op(path::set(value, &alt.path, Some(Value::String(words))))]
        }
    }
}

/// The field for the picture's text alternative, which stands beside it; `None` where there is none, or where
/// the picture was said to be decoration.
fn alternative(binding: &Binding) -> Option<Binding> {
    let beside = |name: &str| -> Option<Binding> {
        let found = |of: &'static [PropSchema]| of.iter().find(|one| one.name == name);
        let Some((_, above)) = binding.path.split_last() else {
            let (_, schema) = binding.panel.block(&binding.id)?;
            let prop = found(schema?.props)?;
            return Some(Binding::new(binding.panel, binding.id.clone(), prop));
        };
        let schema = found(fields(binding.prop, above)?)?;
        let mut field = binding.clone();
        field.path = above.to_vec();
        Some(field.field(schema))
    };
    let is_decorative = beside("decorative").is_some_and(|flag| flag.text() == "true");
    beside("alt").filter(|alt| matches!(alt.schema.kind, PropKind::Texts) && !is_decorative)
}

/// The fields of an object or of a list's items, some steps into a prop.
fn fields(prop: &'static PropSchema, steps: &[Step]) -> Option<&'static [PropSchema]> {
    let of = match prop.kind {
        PropKind::Object(of) | PropKind::List { of, .. } => of,
        _ => return None,
    };
    match steps.split_first() {
        None => Some(of),
        Some((Step::Item(_), rest)) => fields(prop, rest),
        Some((Step::Field(name), rest)) => fields(of.iter().find(|one| one.name == *name)?, rest),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ITEM: &[PropSchema] = &[
        PropSchema::required("picture", PropKind::Media),
        PropSchema::optional("alt", PropKind::Texts),
    ];
    const INNER: &[PropSchema] = &[PropSchema::optional("card", PropKind::Object(ITEM))];

    #[test]
    fn what_stands_beside_a_picture_is_found_at_any_depth() {
        static LIST: PropSchema =
            PropSchema::optional("cards", PropKind::List { of: ITEM, max: 3 });
        static GROUP: PropSchema = PropSchema::optional("top", PropKind::Object(INNER));
        static ALONE: PropSchema = PropSchema::optional("image", PropKind::Media);
        let names = |prop: &'static PropSchema, steps: &[Step]| {
            let fields = fields(prop, steps)?.iter();
            Some(fields.map(|one| one.name).collect::<Vec<_>>())
        };
        let beside = Some(vec!["picture", "alt"]);
        assert_eq!(names(&LIST, &[Step::Item(2)]), beside);
        assert_eq!(names(&GROUP, &[Step::from("card")]), beside);
        assert_eq!(names(&GROUP, &[]), Some(vec!["card"]));
        assert_eq!(names(&GROUP, &[Step::from("gone")]), None);
        assert_eq!(names(&ALONE, &[]), None);
    }
}
