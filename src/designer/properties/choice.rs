//! One of several: words, sizes of room, colours of the theme; and yes or no.

use leptos::prelude::Get;
use palier_contract::document::TokenKind;
use serde_json::Value;

use super::SHEET;
use super::binding::Binding;
use super::field::{label_id, told};
use super::names;
use crate::dom::{Dom, El, el, value_of};
use crate::i18n::keys;

/// As many letters as segments beside one another have room for.
const ROOM: usize = 26;

/// Draws a choice of words: side by side where there is room, as a list where there is not.
pub(super) fn words(binding: &Binding, words: &'static [&'static str]) -> El {
    let i18n = binding.panel.i18n();
    let named = names::words(binding.schema, words, i18n);
    let letters: usize = named.iter().map(|(_, name)| name.chars().count() + 3).sum();
    match letters > ROOM + words.len() * 2 {
        true => list(binding, &named),
        false => segments(binding, &named),
    }
}

/// What holds: what is written, or the default.
fn held(binding: &Binding) -> String {
    match binding.text() {
        text if text.is_empty() => binding.schema.default.unwrap_or_default().to_owned(),
        text => text,
    }
}

fn segments(binding: &Binding, words: &[(&'static str, String)]) -> El {
    let buttons = words.iter().map(|(word, name)| {
        let (read, bound, fixed) = (binding.clone(), binding.clone(), binding.clone());
        let word = *word;
        el("button", "ds-segment")
            .attr("type", "button")
            .attr("data-word", word)
            .attr_of("aria-pressed", move || {
                Some((held(&read) == word).to_string())
            })
            .flag_of("disabled", move || fixed.is_fixed())
            .on("click", move |_| bound.set(Some(Value::from(word))))
            .text(name)
            .into()
    });
    let group = el("div", "ds-segments")
        .attr("id", &binding.name())
        .attr("role", "group")
        .attr("aria-labelledby", &label_id(binding))
        .child(buttons.collect::<Vec<Dom>>());
    SHEET.el("div", "segments").child(group)
}

fn list(binding: &Binding, words: &[(&'static str, String)]) -> El {
    let (read, bound, fixed) = (binding.clone(), binding.clone(), binding.clone());
    let lacks_default = binding.schema.default.is_none();
    let none = lacks_default.then(|| {
        let words = binding.panel.t(keys::DESIGNER_PROPERTIES_NONE);
        el("option", "").attr("value", "").text(&words)
    });
    let options = words
        .iter()
        .map(|(word, name)| el("option", "").attr("value", word).text(name).into());
    let control = el("select", "ds-input")
        .attr("id", &binding.name())
        .attr("aria-labelledby", &label_id(binding))
        .child(none)
        .child(options.collect::<Vec<Dom>>())
        .attr_of(".value", move || Some(held(&read)))
        .flag_of("disabled", move || fixed.is_fixed())
        .on("change", move |event| {
            let word = value_of(&event);
            bound.set((!word.is_empty()).then_some(Value::String(word)));
        });
    told(control, binding)
}

/// Draws yes or no.
pub(super) fn flag(binding: &Binding, label: &str) -> El {
    let (read, bound, fixed) = (binding.clone(), binding.clone(), binding.clone());
    let box_ = el("input", "")
        .attr("type", "checkbox")
        .attr("id", &binding.name())
        .attr("aria-labelledby", &label_id(binding))
        .attr_of(".checked", move || Some(held(&read)))
        .flag_of("disabled", move || fixed.is_fixed())
        .on("change", move |event| {
            bound.set(Some(Value::Bool(value_of(&event) == "true")));
        });
    el("div", "ds-check")
        .child(told(box_, binding))
        .child(el("span", "").attr("aria-hidden", "true").text(label))
}

/// Draws the colours of the theme.
pub(super) fn colour(binding: &Binding) -> El {
    let (panel, bound) = (binding.panel, binding.clone());
    let colours = move || {
        panel.session.version.get();
        panel.session.read(|tree, _| {
            let tokens = tree.theme().tokens.clone().into_iter();
            tokens
                .filter(|(name, _)| TokenKind::of(name) == Some(TokenKind::Colour))
                .collect::<Vec<_>>()
        })
    };
    SHEET
        .el("div", "swatches")
        .attr("id", &binding.name())
        .attr("role", "group")
        .attr("aria-labelledby", &label_id(binding))
        .slot(move || {
            let held = held(&bound);
            let fixed = bound.is_fixed();
            let swatch = |(name, value): (String, String)| {
                let bound = bound.clone();
                let label = names::token(&name);
                SHEET
                    .el("button", "swatch")
                    .attr("type", "button")
                    .attr("aria-label", &label)
                    .attr("title", &label)
                    .attr("aria-pressed", if held == name { "true" } else { "false" })
                    .attr("--swatch", &value)
                    .flag("disabled", fixed)
                    .on("click", move |_| {
                        bound.set(Some(Value::String(name.clone())))
                    })
                    .into()
            };
            colours().into_iter().map(swatch).collect::<Vec<Dom>>()
        })
}
