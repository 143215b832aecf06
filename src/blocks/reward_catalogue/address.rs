//! Second step: where a thing is shipped. Autocomplete tokens let browsers fill it in
//! (WCAG 2.2, 1.3.5); what is wrong is told at its field.

use js_sys::Array;
use palier_contract::problem::FieldError;
use palier_contract::redemption::Address;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;

use super::detail::Form;
use super::dialog;
use super::field_errors::told;
use super::flow::Input;
use super::redeem_dialog::RedeemDialog;
use crate::blocks::ui::{arrowed, focus_invalid, headline, unique};
use crate::dom::{El, el, memo, value_of};
use crate::i18n::{Key, keys};
use crate::reactive::*;
use crate::style::sheets::REWARD_CATALOGUE as S;

#[wasm_bindgen(module = "/src/blocks/reward_catalogue/countries.js")]
extern "C" {
    fn countries(locale: &str) -> Array;
    #[wasm_bindgen(js_name = countryName)]
    pub(super) fn country_name(locale: &str, code: &str) -> String;
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
pub(super) fn form(dialog: RedeemDialog, wrong: &[FieldError]) -> El {
    let i18n = dialog.i18n;
    let node: Form = StoredValue::new(None);
    let tried = RwSignal::new(false);
    let refused = !wrong.is_empty();
    let send = move || {
        let blank = |line: &Line| {
            dialog
                .address
                .with_untracked(|address| (line.get)(address).trim().is_empty())
        };
        if !LINES.iter().any(blank) {
            dialog.go(Input::Addressed);
            return;
        }
        tried.set(true);
        if let Some(Some(form)) = node.try_get_value() {
            focus_invalid(&form);
        }
    };
    let lines: Vec<El> = LINES
        .iter()
        .map(|line| field(dialog, *line, wrong, tried))
        .collect();
    let at_a_line = |error: &&FieldError| LINES.iter().any(|line| is_about(error, *line));
    let rest = wrong.iter().filter(|error| !at_a_line(error));
    let rest: Vec<String> = rest.map(|error| error.detail.clone()).collect();
    let go_on = el("button", "pl-button pl-primary pl-wide")
        .attr("type", "submit")
        .text(&i18n.t(keys::REWARD_CATALOGUE_CONTINUE));
    let foot = dialog::foot()
        .child(dialog::back(dialog, false))
        .child(go_on);
    S.el("form", "step")
        .flag("novalidate", true)
        .on("submit", move |event| {
            event.prevent_default();
            send();
        })
        .child(headline(
            &i18n.t(keys::REWARD_CATALOGUE_ADDRESS_TITLE),
            dialog.level.get(),
        ))
        .child(told(dialog, &rest))
        .child(S.el("div", "address").child(lines))
        .child(foot)
        // After the heading, which takes the focus when it appears.
        .node(move |form| {
            if refused {
                focus_invalid(&form);
            }
            node.set_value(Some(form));
        })
}

fn is_about(error: &FieldError, line: Line) -> bool {
    error.pointer.ends_with(line.name)
}

fn field(dialog: RedeemDialog, line: Line, wrong: &[FieldError], tried: RwSignal<bool>) -> El {
    let i18n = dialog.i18n;
    let text = memo(move || dialog.address.with(|address| (line.get)(address).clone()));
    let refused = wrong
        .iter()
        .find(|error| is_about(error, line))
        .map(|error| error.detail.clone());
    // The refusal is about the line as it was sent.
    let sent = text.get_untracked();
    let error = memo(move || {
        text.with(|text| {
            if tried.get() && text.trim().is_empty() {
                Some(i18n.t(keys::REWARD_CATALOGUE_REQUIRED))
            } else {
                refused.clone().filter(|_| *text == sent)
            }
        })
    });
    let id = unique();
    let write = move |event: web_sys::Event| {
        let text = value_of(&event);
        dialog.address.update(|address| *(line.set)(address) = text);
    };
    let is_country = line.name == "country";
    let control = if is_country {
        let choose = el("option", "")
            .attr("value", "")
            .text(&i18n.t(keys::REWARD_CATALOGUE_ADDRESS_CHOOSE));
        el("select", "pl-input pl-select")
            .on("change", write)
            .child(choose)
            .child(country_options(&i18n.locale(), &text.get_untracked()))
    } else {
        el("input", "pl-input")
            .attr("maxlength", "120")
            .attr_of(".value", move || Some(text.get()))
            .on("input", write)
    };
    let control = control
        .attr("autocomplete", line.autocomplete)
        .attr("aria-required", "true")
        .attr("aria-describedby", &id)
        .attr_of("aria-invalid", move || {
            Some(error.with(Option::is_some).to_string())
        });
    let control = if is_country {
        arrowed(control)
    } else {
        control
    };
    S.el("div", "field")
        .attr("data-line", line.name)
        .child(labelled(&i18n.t(line.label), control))
        .child(fault(&id, error))
}

/// A control under its label. What else is said of it stands outside: it would be its name, too.
pub(super) fn labelled(label: &str, control: El) -> El {
    el("label", "pl-field")
        .child(el("span", "").text(label))
        .child(control)
}

/// What is wrong with a field.
pub(super) fn fault(id: &str, error: Memo<Option<String>>) -> El {
    el("span", "pl-error-text")
        .attr("id", id)
        .text_of(move || error.get().unwrap_or_default())
}

fn country_options(locale: &str, chosen: &str) -> Vec<El> {
    let option = |pair: wasm_bindgen::JsValue| {
        let pair: Array = pair.unchecked_into();
        let text = |place| pair.get(place).as_string().unwrap_or_default();
        let (code, name) = (text(0), text(1));
        el("option", "")
            .attr("value", &code)
            .flag("selected", code == chosen)
            .text(&name)
    };
    countries(locale).iter().map(option).collect()
}
