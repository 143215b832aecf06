//! Whose eyes the canvas shows the page through: a member whom the programme lends.

use js_sys::{Function, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::field::{Choice, select};
use crate::client::authorise;
use crate::designer::session::Session;
use crate::dom::{El, el};
use crate::i18n::keys;
use crate::reactive::RwSignal;

#[wasm_bindgen(module = "/src/designer/preview/preview.js")]
extern "C" {
    fn members() -> Promise;
    #[wasm_bindgen(js_name = tokensOf)]
    fn tokens_of(member: &str) -> Function;
    #[wasm_bindgen(js_name = readAs)]
    fn read_as(member: &str);
}

/// Draws the choice of a member; nothing where the programme has none to lend.
pub(super) fn choice(session: Session) -> El {
    let known = RwSignal::new(Vec::<Choice>::new());
    spawn_local(async move {
        if let Ok(list) = JsFuture::from(members()).await {
            known.set(read(&list));
        }
    });
    let i18n = session.i18n;
    el("div", "ds-contents").slot(move || {
        let all = known.get();
        if all.is_empty() {
            return None;
        }
        let nobody = Choice::new("", &i18n.t(keys::DESIGNER_PREVIEW_NOBODY));
        let choices: Vec<Choice> = std::iter::once(nobody).chain(all).collect();
        let label = i18n.t(keys::DESIGNER_PREVIEW_AS);
        let chosen = session.view.stage.member;
        Some(select(
            "data-preview-as",
            &label,
            &choices,
            move || chosen.get(),
            move |id| show_to(session, &id),
        ))
    })
}

/// Shows the portal to a member; to nobody in particular when `id` is empty.
pub(super) fn show_to(session: Session, id: &str) {
    if id.is_empty() {
        authorise(&JsValue::NULL);
    } else {
        authorise(&tokens_of(id));
    }
    read_as(id);
    let stage = session.view.stage;
    stage.member.set(id.to_owned());
    for store in stage.every_store() {
        store.forget();
    }
    if let Some(store) = stage.live() {
        store.follow();
    }
}

fn read(list: &JsValue) -> Vec<Choice> {
    let Some(list) = list.dyn_ref::<js_sys::Array>() else {
        return Vec::new();
    };
    let texts: Vec<String> = list.iter().filter_map(|text| text.as_string()).collect();
    let members = texts.chunks_exact(3).filter_map(|member| match member {
        [id, alias, description] => Some(Choice::new(id, &format!("{alias}: {description}"))),
        _ => None,
    });
    members.collect()
}
