//! Whose eyes the canvas shows the page through: nobody's, those of a member whom the programme lends, or of
//! one whom the designer describes.

use js_sys::{Function, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::described;
use super::field::{self, Choice};
use super::look;
use super::persona::DESCRIBED;
use crate::client::authorise;
use crate::designer::session::Session;
use crate::dom::{Dom, El, el};
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

/// Draws the choice, once it is known whom the programme lends.
pub(super) fn choice(session: Session, offer: RwSignal<described::Offer>) -> El {
    let known = RwSignal::new(None::<Vec<Choice>>);
    spawn_local(async move {
        let list = JsFuture::from(members()).await;
        known.set(Some(list.map(|list| read(&list)).unwrap_or_default()));
    });
    el("div", "ds-contents")
        .slot(move || known.get().map(|lent| select(session, lent, offer)))
        .child(described::button(session, offer))
}

fn select(session: Session, lent: Vec<Choice>, offer: RwSignal<described::Offer>) -> El {
    let i18n = session.i18n;
    let nobody = Choice::new("", &i18n.t(keys::DESIGNER_PREVIEW_NOBODY));
    let choices: Vec<Choice> = std::iter::once(nobody).chain(lent).collect();
    let own = el("option", "")
        .attr("value", DESCRIBED)
        .text_of(move || described::name(session, offer));
    let options = field::options(&choices).into_iter().chain([own.into()]);
    let chosen = session.view.stage.member;
    field::select(
        "data-preview-as",
        &i18n.t(keys::DESIGNER_PREVIEW_AS),
        options.collect::<Vec<Dom>>(),
        move || chosen.get(),
        move |id| match id == DESCRIBED {
            true => described::begin(session, offer),
            false => show_to(session, &id),
        },
    )
}

/// Shows the portal to a member; to nobody in particular when `id` is empty.
pub(super) fn show_to(session: Session, id: &str) {
    let stage = session.view.stage;
    let is_described = id == DESCRIBED;
    // Whoever is described has no token: what they read is asked for as nobody in particular.
    let lent = if is_described { "" } else { id };
    if lent.is_empty() {
        authorise(&JsValue::NULL);
    } else {
        authorise(&tokens_of(lent));
    }
    read_as(lent);
    look::through(is_described.then(|| (stage.persona.get_untracked(), stage)));
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
