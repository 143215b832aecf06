//! Second step: where a thing is shipped. Autocomplete tokens let browsers fill it in
//! (WCAG 2.2, 1.3.5); what is wrong is told at its field.

use js_sys::Array;
use leptos::html;
use leptos::prelude::*;
use palier_contract::problem::FieldError;
use palier_contract::redemption::Address;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;

use super::desk::Desk;
use super::flow::Input;
use super::sheet;
use crate::blocks::ui::{focus_invalid, headline};
use crate::i18n::{Key, keys};
use crate::style::sheets::REWARD_CATALOGUE;

#[wasm_bindgen(module = "/src/blocks/reward_catalogue/countries.js")]
extern "C" {
    fn countries(locale: &str) -> Array;
}

/// A line of the address.
#[derive(Clone, Copy)]
struct Line {
    /// As the contract names it.
    name: &'static str,
    label: Key,
    autocomplete: &'static str,
    get: fn(&Address) -> &String,
    set: fn(&mut Address) -> &mut String,
}

const LINES: [Line; 5] = [
    Line {
        name: "name",
        label: keys::REWARD_CATALOGUE_ADDRESS_NAME,
        autocomplete: "shipping name",
        get: |address| &address.name,
        set: |address| &mut address.name,
    },
    Line {
        name: "street",
        label: keys::REWARD_CATALOGUE_ADDRESS_STREET,
        autocomplete: "shipping street-address",
        get: |address| &address.street,
        set: |address| &mut address.street,
    },
    Line {
        name: "postal_code",
        label: keys::REWARD_CATALOGUE_ADDRESS_POSTAL_CODE,
        autocomplete: "shipping postal-code",
        get: |address| &address.postal_code,
        set: |address| &mut address.postal_code,
    },
    Line {
        name: "city",
        label: keys::REWARD_CATALOGUE_ADDRESS_CITY,
        autocomplete: "shipping address-level2",
        get: |address| &address.city,
        set: |address| &mut address.city,
    },
    Line {
        name: "country",
        label: keys::REWARD_CATALOGUE_ADDRESS_COUNTRY,
        autocomplete: "shipping country",
        get: |address| &address.country,
        set: |address| &mut address.country,
    },
];

/// Draws the form; `wrong` is what the server did not accept.
pub(super) fn form(desk: Desk, wrong: Vec<FieldError>) -> AnyView {
    let i18n = desk.i18n;
    let scope = REWARD_CATALOGUE.class;
    let node = NodeRef::<html::Form>::new();
    let tried = RwSignal::new(false);
    let refused = !wrong.is_empty();
    let send = move || {
        let blank = |line: &Line| {
            desk.address
                .with_untracked(|address| (line.get)(address).trim().is_empty())
        };
        if !LINES.iter().any(blank) {
            desk.go(Input::Addressed);
            return;
        }
        tried.set(true);
        if let Some(form) = node.get_untracked() {
            focus_invalid(&form);
        }
    };
    Effect::new(move || {
        if let Some(form) = node.get().filter(|_| refused) {
            focus_invalid(&form);
        }
    });
    let lines = LINES.iter().map(|line| field(desk, *line, &wrong, tried));
    view! { class = scope,
        <form
            class="step"
            novalidate=true
            node_ref=node
            on:submit=move |event| {
                event.prevent_default();
                send();
            }
        >
            {headline(i18n.t(keys::REWARD_CATALOGUE_ADDRESS_TITLE), desk.level)}
            <div class="address">{lines.collect_view()}</div>
            <div class="foot">
                {sheet::back(desk, false)}
                <button type="submit" class="pl-button pl-primary pl-wide">{i18n.t(keys::REWARD_CATALOGUE_CONTINUE)}</button>
            </div>
        </form>
    }
    .into_any()
}

fn field(desk: Desk, line: Line, wrong: &[FieldError], tried: RwSignal<bool>) -> AnyView {
    let i18n = desk.i18n;
    let scope = REWARD_CATALOGUE.class;
    let text = Memo::new(move |_| desk.address.with(|address| (line.get)(address).clone()));
    let refused = wrong
        .iter()
        .find(|error| error.pointer.ends_with(line.name))
        .map(|error| error.detail.clone());
    // The refusal is about the line as it was sent.
    let sent = text.get_untracked();
    let error = Memo::new(move |_| {
        text.with(|text| {
            if tried.get() && text.trim().is_empty() {
                Some(i18n.t(keys::REWARD_CATALOGUE_REQUIRED))
            } else {
                refused.clone().filter(|_| *text == sent)
            }
        })
    });
    let id = format!("pl-wrong-{}", line.name);
    let write = move |text: String| desk.address.update(|address| *(line.set)(address) = text);
    let invalid = move || error.with(Option::is_some).to_string();
    let control = if line.name == "country" {
        view! { class = scope,
            <select
                class="pl-input"
                autocomplete=line.autocomplete
                aria-required="true"
                aria-invalid=invalid
                aria-describedby=id.clone()
                on:change=move |event| write(event_target_value(&event))
            >
                <option value="">{i18n.t(keys::REWARD_CATALOGUE_ADDRESS_CHOOSE)}</option>
                {country_options(&i18n.locale(), &text.get_untracked())}
            </select>
        }
        .into_any()
    } else {
        view! { class = scope,
            <input
                class="pl-input"
                autocomplete=line.autocomplete
                maxlength="120"
                aria-required="true"
                aria-invalid=invalid
                aria-describedby=id.clone()
                prop:value=move || text.get()
                on:input=move |event| write(event_target_value(&event))
            />
        }
        .into_any()
    };
    view! { class = scope,
        <label class="pl-field" data-line=line.name>
            <span>{i18n.t(line.label)}</span>
            {control}
            <span class="pl-error-text" id=id>{move || error.get()}</span>
        </label>
    }
    .into_any()
}

fn country_options(locale: &str, chosen: &str) -> Vec<AnyView> {
    let scope = REWARD_CATALOGUE.class;
    let option = |pair: wasm_bindgen::JsValue| {
        let pair: Array = pair.unchecked_into();
        let text = |place| pair.get(place).as_string().unwrap_or_default();
        let (code, name) = (text(0), text(1));
        let selected = code == chosen;
        view! { class = scope, <option value=code selected=selected>{name}</option> }.into_any()
    };
    countries(locale).iter().map(option).collect()
}
