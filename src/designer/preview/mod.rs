//! Whom the canvas shows the portal to, and the sandbox that keeps what they write.

use js_sys::{Function, Promise};
use leptos::prelude::{Get, RwSignal, Set};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::session::Session;
use crate::client::authorise;
use crate::dom::{Dom, El, el, value_of};
use crate::i18n::keys;

#[wasm_bindgen(module = "/src/designer/preview/preview.js")]
extern "C" {
    fn members() -> Promise;
    #[wasm_bindgen(js_name = tokensOf)]
    fn tokens_of(member: &str) -> Function;
    fn sandbox(order: &str, refusal: &str);
}

/// A problem that says what happened to a write.
const REFUSAL: &str = r#"{"type":"urn:palier:problem:forbidden","title":"This is a preview: nothing is written.","status":403}"#;

/// Keeps every write of the canvas on this page, from now on.
pub(super) fn begin() {
    sandbox(palier_contract::fixtures::REDEMPTION_CONFIRMED, REFUSAL);
}

/// A member to show the portal to.
#[derive(Clone, PartialEq)]
struct Member {
    id: String,
    name: String,
}

/// Draws the choice of a member; nothing where the programme has none to lend.
pub(super) fn choice(session: Session) -> El {
    let known = RwSignal::new(Vec::<Member>::new());
    spawn_local(async move {
        if let Ok(list) = JsFuture::from(members()).await {
            known.set(read(&list));
        }
    });
    let label = session.i18n.t(keys::DESIGNER_PREVIEW_AS);
    el("label", "ds-row").slot(move || {
        let all = known.get();
        (!all.is_empty()).then(|| select(session, &label, &all))
    })
}

fn select(session: Session, label: &str, all: &[Member]) -> Dom {
    let nobody = el("option", "")
        .attr("value", "")
        .text(&session.i18n.t(keys::DESIGNER_PREVIEW_NOBODY));
    let options = all.iter().map(|member| {
        Dom::from(
            el("option", "")
                .attr("value", &member.id)
                .text(&member.name),
        )
    });
    let options: Vec<Dom> = std::iter::once(Dom::from(nobody)).chain(options).collect();
    let select = el("select", "ds-input")
        .attr("data-preview-as", "")
        .on("change", move |event| show_to(session, &value_of(&event)))
        .child(options);
    Dom::from(vec![
        Dom::from(el("span", "ds-label").text(label)),
        select.into(),
    ])
}

/// Shows the portal to a member; to nobody in particular when `id` is empty.
fn show_to(session: Session, id: &str) {
    if id.is_empty() {
        authorise(&JsValue::NULL);
    } else {
        authorise(&tokens_of(id));
    }
    session.store.forget();
    session.store.follow();
}

fn read(list: &JsValue) -> Vec<Member> {
    let Some(list) = list.dyn_ref::<js_sys::Array>() else {
        return Vec::new();
    };
    let texts: Vec<String> = list.iter().filter_map(|text| text.as_string()).collect();
    let members = texts.chunks_exact(3).filter_map(|member| match member {
        [id, alias, description] => Some(Member {
            id: id.clone(),
            name: format!("{alias}: {description}"),
        }),
        _ => None,
    });
    members.collect()
}
